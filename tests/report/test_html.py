from __future__ import annotations

import itertools
import re
from pathlib import Path

import msgspec
import pytest
from lxml import html

from doccheck.model import DokumenPilihan, PutusanDipakai, Report, Riwayat, Tercatat, TidakDinilai
from doccheck.report.html import render
from doccheck.workspace import discover

from . import contoh, contoh_berkas


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kota")
    contoh_berkas.tulis_pdf(folder)
    return folder


@pytest.fixture(scope="module")
def text(root: Path) -> str:
    return render(contoh.laporan(), root, rules=contoh.RULES)


@pytest.fixture(scope="module")
def page(text: str) -> html.HtmlElement:
    return html.document_fromstring(text)


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def article(page: html.HtmlElement, sidik: str) -> html.HtmlElement:
    return page.get_element_by_id(f"temuan-{sidik}")


def test_every_finding_is_shown_with_condition_evidence_basis_and_recommendation(page: html.HtmlElement) -> None:
    assert len(page.findall(".//article")) == len(contoh.temuan())
    for finding in contoh.temuan():
        shown = words(article(page, finding.sidik))
        for expected in (finding.aturan, finding.kondisi, finding.rekomendasi, finding.kriteria, finding.akibat, finding.sidik):
            assert expected in shown
        for bukti in finding.bukti:
            assert bukti.dokumen in shown
            assert bukti.peran in shown
            assert f"baris {bukti.baris}" in shown
    assert "lembar Lampiran PK, tabel 1, baris 6, kolom 4" in words(article(page, "0718"))


def test_filters_find_their_attributes(page: html.HtmlElement) -> None:
    shown = article(page, "a1f09c4be2d37705")
    group = next(o.get("value") for o in page.iterfind(".//select[@name='pd']/option") if o.text == contoh.DISHUB)
    keys = {o.text: o.get("value") for o in page.iterfind(".//select[@name='dokumen']/option")}
    assert dict(shown.attrib) | {"class": ""} == {
        "class": "",
        "id": "temuan-a1f09c4be2d37705",
        "aria-labelledby": "temuan-a1f09c4be2d37705-j",
        "data-pd": group,
        "data-keparahan": "kritis",
        "data-masalah": "3",
        "data-aturan": "TGT-01",
        "data-keluarga": "TGT",
        "data-keyakinan": "tinggi",
        "data-telaah": "tidak",
        "data-dokumen": f"{keys[contoh.RENSTRA]} {keys[contoh.PK]}",
    }
    assert shown.get("data-pd") == "pd-dinas-perhubungan", "made of the name, so that a link with a filter outlives a new run"
    for name in ("pd", "keparahan", "masalah", "aturan", "keluarga", "keyakinan", "dokumen", "telaah"):
        offered = {o.get("value") for o in page.iterfind(f".//select[@name='{name}']/option")}
        used = {value for a in page.iterfind(".//article") for value in a.get(f"data-{name}").split()}
        assert used <= offered
        if name in ("pd", "masalah", "aturan", "keluarga", "keyakinan", "dokumen"):
            assert offered == used | {""}, "a filter offers only what some finding has"
    fields = {e.get("name") for e in page.iterfind(".//form//*[@name]")}
    for link in page.iterfind(".//a[@data-saring]"):
        assert {part.split("=")[0] for part in link.get("data-saring").split("&")} <= fields


def test_differing_words_and_values_are_marked(page: html.HtmlElement) -> None:
    quotes = article(page, "c3").findall(".//blockquote")
    assert [[words(m) for m in q.iterfind("mark")] for q in quotes] == [
        ["[beda: kualitas]", "[beda: wilayah]"],
        ["[beda: antarwilayah kota]"],
    ]
    values = article(page, "a1f09c4be2d37705").findall(".//b[@class='beda']")
    assert [v.text for v in values] == ["81,5", "80,0 %"]


def test_a_changed_wording_is_told_in_one_line(page: html.HtmlElement) -> None:
    line = article(page, "c3").find(".//p[@class='ubahan']")
    assert [(e.tag, words(e)) for e in line.xpath(".//del | .//ins")] == [
        ("del", "[dihapus: kualitas]"),
        ("del", "[dihapus: wilayah]"),
        ("ins", "[ditambah: antarwilayah kota]"),
    ]
    assert article(page, "a1f09c4be2d37705").find(".//p[@class='ubahan']") is None, "equal words have no difference"


def test_doubtful_findings_and_unverified_bases_say_so(page: html.HtmlElement) -> None:
    assert "Perlu telaah" in words(article(page, "d4e5"))
    assert "Perlu telaah" not in words(article(page, "c3"))
    basis = [words(li) for li in article(page, "c3").iterfind(".//dl//li")]
    assert basis[:2] == [
        "Peraturan Menteri PANRB Nomor 88 Tahun 2021; kriteria LKE 1.b.8 (belum terverifikasi)",
        "Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017",
    ]


def test_heat_map_counts(page: html.HtmlElement) -> None:
    rows = {
        words(tr.find("th")): [re.sub(r"\D", "", words(td)) for td in tr.iterfind("td")]
        for tr in page.iterfind(".//table[@class='peta']/tbody/tr")
    }
    assert rows == {
        "Tingkat daerah": ["0", "0", "0", "0", "1", "1", "0"],
        "Dinas Kesehatan": ["1", "0", "0", "1", "0", "2", "0"],
        "Dinas Lingkungan Hidup": ["0", "0", "0", "0", "0", "0", "0"],
        "Dinas Perhubungan": ["2", "0", "2", "0", "0", "4", "1"],
    }


def test_heat_maps_by_problem_and_by_family_of_rules(page: html.HtmlElement) -> None:
    problems, families = page.findall(".//table[@class='panas']")
    assert [words(th)[:3] for th in families.iterfind("thead/tr/th")][1:] == ["SEL", "TGT", "IND", "CRS", "LKJ"]

    def rows(table: html.HtmlElement) -> dict[str, list[str]]:
        return {words(tr.find("th")): [words(td) for td in tr.iterfind("td")] for tr in table.iterfind("tbody/tr")}

    assert rows(families) == {
        "Tingkat daerah": ["0", "0", "0", "1", "0"],
        "Dinas Kesehatan": ["0", "2", "0", "0", "0"],
        "Dinas Lingkungan Hidup": ["0", "0", "0", "0", "0"],
        "Dinas Perhubungan": ["1", "2", "0+1 perlu telaah", "0", "1"],
    }
    assert rows(problems)["Dinas Perhubungan"] == ["0", "0+1 perlu telaah", "3", "0", "0", "0", "1"]
    link = next(a for a in families.iterfind(".//a") if words(a) == "1")
    assert (link.get("href"), link.get("data-saring")) == ("#pd-daerah", "pd=pd-daerah&keluarga=CRS")


def test_trend_against_the_baseline(root: Path) -> None:
    gone = Tercatat(sidik="lenyap", aturan="TGT-05", pertama="2026-09-01", kondisi="Indikator “Rasio jalan” tanpa kondisi awal.")
    past = Riwayat(
        baseline="baseline.json", tanggal="2026-10-01", hari="2026-11-24", baru=("c3",),
        lama={"a1f09c4be2d37705": Tercatat(sidik="a1f09c4be2d37705", aturan="TGT-01", pertama="2026-10-01")}, selesai=(gone,),
    )  # fmt: skip
    page = html.document_fromstring(render(msgspec.structs.replace(contoh.laporan(), riwayat=past), root, rules=contoh.RULES))
    trend = page.find(".//div[@class='tren']")
    assert [words(b) for b in trend.iterfind("ul/li//b")] == ["1", "1", "1"]
    bar = trend.find(".//div[@role='img']").get("aria-label")
    assert bar == "Dari 2 temuan dalam baseline, 1 selesai dan 1 masih terbuka; 1 baru."
    assert "TGT-05 Indikator “Rasio jalan” tanpa kondisi awal." in words(trend)
    assert article(page, "c3").get("data-riwayat") == "baru"
    assert article(page, "a1f09c4be2d37705").get("data-riwayat") == "lama"


def test_what_only_a_person_can_judge_stands_apart() -> None:
    human = contoh.aturan("CAS-07", "Kausalitas lemah", "Weak causality", "sedang", (4,))
    texts = {lang: msgspec.structs.replace(text, manusia="sebab-akibat dinilai manusia") for lang, text in human.teks.items()}
    human = msgspec.structs.replace(human, periksa=None, teks=texts)
    items = (
        TidakDinilai(aturan="CAS-07", alasan="Perlu penilaian manusia: sebab-akibat dinilai manusia"),
        TidakDinilai(aturan="TLR-01", alasan="LHE tahun sebelumnya tidak ada"),
    )
    report = msgspec.structs.replace(contoh.laporan(), tidak_dinilai=items)
    page = html.document_fromstring(render(report, None, rules=(*contoh.RULES, human)))
    assert [words(li) for li in page.get_element_by_id("manusia").iterfind(".//li")] == [
        "CAS-07 Kausalitas lemahsebab-akibat dinilai manusia"
    ]
    assert "CAS-07" not in words(page.get_element_by_id("tak-dinilai"))
    assert "TLR-01" in words(page.get_element_by_id("tak-dinilai"))


def test_what_was_not_read_or_not_assessed_is_said(page: html.HtmlElement) -> None:
    unread = words(page.get_element_by_id("tak-terbaca"))
    assert "dlh/renstra.pdf EXT-07" in unread
    assert "hal. 23, tabel 1 · hal. 24, tabel 1" in unread
    assert "hal. 57, tabel 1, baris 9" in unread
    skipped = words(page.get_element_by_id("tak-dinilai"))
    assert "TLR-01" in skipped
    assert all(t.alasan in skipped for t in contoh.laporan().tidak_dinilai)
    assert all(skipped.index(t.alasan) < skipped.index(t.aturan) for t in contoh.laporan().tidak_dinilai)
    problems = {words(tr[0]): words(tr[-1]) for tr in page.iterfind(".//table[@class='masalah']/tbody/tr")}
    assert (problems["1"], problems["2"], problems["7"]) == ("TLR-01", "–", "LKJ-03")
    assert problems["4"] == "Belum diperiksa: tidak ada aturan untuk masalah ini."
    read = words(page.get_element_by_id("dibaca"))
    assert "3 baris tanpa satuan" in read
    assert "Renstra Dinas Perhubungan 2025–2029" in read
    assert "71%" in read


def test_chosen_versions_and_decisions_of_the_project_are_shown(page: html.HtmlElement) -> None:
    assert page.xpath("//*[@id='pilihan' or @id='putusan']") == []
    choice = DokumenPilihan(berkas="Renstra P.docx", lainnya=("Renstra.docx",), alasan="dokumen perubahan menggantikan dokumen sebelumnya")
    made = PutusanDipakai(apa="pasangan", teks=("Indeks A", "Indeks B"), nilai="sama", alasan="BPS", asal="doccheck-pasangan.csv:2")
    report = msgspec.structs.replace(contoh.laporan(), pilihan=(choice,), putusan=(made,))
    shown = html.document_fromstring(render(report, None, rules=contoh.RULES))
    assert "Renstra P.docx, bukan Renstra.docx" in words(shown.get_element_by_id("pilihan"))
    assert "menggantikan" in words(shown.get_element_by_id("pilihan"))
    assert "pasangan: sama “Indeks A” / “Indeks B”BPS · doccheck-pasangan.csv:2" in words(shown.get_element_by_id("putusan"))


def test_pictures_are_described_and_resolve(page: html.HtmlElement) -> None:
    stored = {i.get("id") for i in page.iterfind(".//image")}
    pictures = page.xpath(".//svg[@role='img'][use]")
    near = [svg for svg in pictures if "utuh" not in (svg.xpath("string(ancestor::details[1]/@class)"))]
    assert len(near) == sum(1 for f in contoh.temuan() for b in f.bukti if b.kotak)
    first = article(page, "a1f09c4be2d37705")
    (cut, _cut) = first.xpath(".//div[@class='potret']/svg")
    (row, _row) = first.xpath(".//details[@class='utuh']//svg")
    frame = cut.find("rect")
    x, _y, width, height = map(int, cut.get("viewbox" if cut.get("viewbox") else "viewBox").split())
    assert int(row.get("width")) > width, "cut to stand beside another, and opened in full"
    assert x <= int(frame.get("x"))
    assert int(frame.get("x")) + int(frame.get("width")) <= x + width
    assert int(frame.get("y")) + int(frame.get("height")) <= height
    for picture in pictures:
        assert picture.find("use").get("href").lstrip("#") in stored
        assert picture.get("aria-label").startswith("Cuplikan ")
    assert "Persentase armada laik jalan – 81,5" in article(page, "a1f09c4be2d37705").find(".//svg[@role='img']").get("aria-label")


def test_nothing_is_loaded_from_outside(text: str, page: html.HtmlElement) -> None:
    assert not re.search(r"""(?:https?:)?//[a-z]""", re.sub(r"base64,[\w+/=]+", "", text))
    for element in page.iter():
        for name in ("src", "href"):
            assert (element.get(name) or "#").startswith(("#", "data:"))
    policy = page.find(".//meta[@http-equiv='Content-Security-Policy']").get("content")
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:")


def test_the_report_is_not_taken_for_a_document(text: str, tmp_path: Path) -> None:
    (tmp_path / "laporan.html").write_text(text, encoding="utf-8")
    assert discover([tmp_path]) == []


def test_links_inside_the_page_and_ids(page: html.HtmlElement) -> None:
    ids = [e.get("id") for e in page.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    for link in page.iterfind(".//a[@href]"):
        assert link.get("href")[1:] in ids
    for element in page.iter():
        assert set((element.get("aria-labelledby") or "").split()) <= set(ids)


def test_headings_descend_without_a_gap_and_fields_have_labels(page: html.HtmlElement) -> None:
    levels = [int(e.tag[1]) for e in page.iter() if re.fullmatch(r"h[1-6]", str(e.tag))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in itertools.pairwise(levels))
    assert all(e.getparent().tag == "label" for e in page.xpath("//select | //input"))


def test_without_script_the_list_is_complete_and_no_dead_control_shows(page: html.HtmlElement) -> None:
    assert not page.xpath("//article[@hidden] | //article/ancestor::*[@hidden]")
    assert all(b.xpath("ancestor-or-self::*[@hidden]") for b in page.xpath("//button | //select | //input"))


def test_document_text_cannot_become_markup(root: Path) -> None:
    evil = """</script><script>alert(1)</script><img src=x onerror="alert(2)"> {{ 7 * 7 }} %(x)s"""
    first = contoh.temuan()[0]
    bukti = msgspec.structs.replace(first.bukti[0], kutipan=evil, nilai=evil, peran=evil, dokumen=f"{evil}.pdf", lembar=evil)
    report = msgspec.structs.replace(
        contoh.laporan(),
        findings=(
            msgspec.structs.replace(
                first,
                kondisi=evil,
                rekomendasi=evil,
                kriteria=evil,
                akibat=evil,
                perangkat_daerah=evil,
                bukti=(bukti, first.bukti[1]),
                sidik='"><script>alert(3)</script>',
                aturan=evil,
            ),
        ),
        documents=(msgspec.structs.replace(contoh.dokumen()[1], pemda=evil, perangkat_daerah=evil, jabatan=evil, berkas=evil),),
        notes=(msgspec.structs.replace(contoh.laporan().notes[0], pesan=evil, berkas=evil),),
    )
    page = html.document_fromstring(render(report, root, rules=contoh.RULES))
    assert len(page.findall(".//script")) == 1
    assert not page.findall(".//img")
    assert not [e for e in page.iter() if any(name.startswith("on") for name in e.attrib)]
    assert "{{ 7 * 7 }} %(x)s" in words(page)


def test_same_report_gives_the_same_bytes(root: Path, text: str) -> None:
    assert render(contoh.laporan(), root, rules=contoh.RULES) == text
    assert "24 November 2026" in render(contoh.laporan(), None, rules=contoh.RULES, tanggal="24 November 2026")


def test_without_pictures_the_quotes_remain(root: Path) -> None:
    for plain in (render(contoh.laporan(), root, pictures=False, rules=contoh.RULES), render(contoh.laporan(), None, rules=contoh.RULES)):
        assert "<image" not in plain
        assert "Persentase armada laik jalan" in plain


def test_no_findings_is_no_certificate() -> None:
    page = html.document_fromstring(render(Report(findings=(), documents=contoh.dokumen()), None, rules=contoh.RULES))
    assert "bukan pernyataan bahwa dokumen bebas dari ketidaksesuaian" in words(page)
    assert not page.findall(".//article")
    assert not page.findall(".//form")


def test_nothing_examined_is_said_first() -> None:
    page = html.document_fromstring(render(Report(findings=(), documents=()), None, rules=contoh.RULES))
    assert words(page.get_element_by_id("ringkasan")).startswith("Ringkasan Tidak ada dokumen yang dapat diperiksa.")


def test_reading_notes_lead_to_their_explanation() -> None:
    rules = (*contoh.RULES, contoh.aturan("EXT-07", "Berkas terkunci", "File is locked", "tinggi", ()))
    page = html.document_fromstring(render(contoh.laporan(), None, rules=rules))
    assert [words(a) for a in page.get_element_by_id("tak-terbaca").iterfind(".//a[@href='#aturan-EXT-07']")] == ["EXT-07"]
    assert words(page.get_element_by_id("aturan-EXT-07")).startswith("EXT-07 Berkas terkunci")


def test_rules_that_are_not_known_are_shown_by_id() -> None:
    page = html.document_fromstring(render(contoh.laporan(), None, rules=()))
    assert words(page.get_element_by_id("aturan-TGT-01")) == "TGT-01 Penjelasan aturan ini tidak tersedia."


def test_no_predicate_or_score_is_printed(page: html.HtmlElement) -> None:
    assert not re.search(r"\b(AA|BB|CC)\b|Sangat Memuaskan|nilai AKIP", words(page.find(".//body")))
