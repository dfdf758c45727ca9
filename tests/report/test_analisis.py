"""The analyses of performance reports: the table of the report in HTML and the sheet of the working papers say the same."""

from __future__ import annotations

from io import BytesIO

from lxml import html as parsing
from openpyxl import load_workbook

from doccheck.model import Analisis, Dokumen, DokumenPilihan, Lokasi, Report
from doccheck.report import html
from doccheck.report.analisis import susun
from doccheck.report.kke import buku

ANGKA = "Angka kecelakaan per 10.000 kendaraan"


def _lkjip(berkas: str, *analisis: Analisis) -> Dokumen:
    return Dokumen(
        berkas=berkas, jenis="lkjip", pemda="Kota Sembilang", perangkat_daerah="Dinas Perhubungan", tahun=2026, analisis=analisis
    )


def _report() -> Report:
    there = Analisis(jenis="penyebab", keadaan="ada", lokasi=Lokasi(halaman=7))
    only = Analisis(jenis="tahun_lalu", keadaan="tabel", indikator=ANGKA, lokasi=Lokasi(halaman=9, tabel=2))
    none = Analisis(jenis="efisiensi", keadaan="tidak_ada", indikator=ANGKA)
    return Report(
        findings=(),
        documents=(_lkjip("lkjip.docx", there, only, none), _lkjip("lkjip-lama.docx", there), _lkjip("lkjip-gambar.pdf", there)),
        pilihan=(DokumenPilihan(berkas="lkjip.docx", lainnya=("lkjip-lama.docx",), alasan="terbaru"),),
    )


def test_the_states_of_each_indicator() -> None:
    first, *_others = susun(_report().documents)
    whole, row = first.baris
    assert (whole.indikator, {kind: (cell.keadaan, cell.letak) for kind, cell in whole.sel.items()}) == (
        None,
        {"penyebab": ("ada", "hal. 7")},
    )
    assert row.indikator == ANGKA
    assert {kind: cell.keadaan for kind, cell in row.sel.items()} == {"tahun_lalu": "tabel", "efisiensi": "tidak_ada"}
    assert [report.terbaca for report in susun(_report().documents)] == [True, False, False]


def test_html_shows_the_valid_reports_with_words_beside_the_marks() -> None:
    page = parsing.document_fromstring(html.render(_report(), None))
    (section,) = page.xpath("//*[@id='analisis']")
    tables = section.xpath(".//table[@class='analisis']")
    rows = [[" ".join(" ".join(cell.itertext()).split()) for cell in row.xpath("th|td")] for row in tables[0].xpath("tbody/tr")]
    assert rows == [
        ["(laporan secara umum)", "–", "–", "–", "–", "✓ ada hal. 7", "–", "–"],
        [ANGKA, "–", "▦ tabel saja hal. 9, tabel 2", "–", "–", "–", "✗ tidak ada", "–"],
    ]
    assert "lkjip-lama.docx" not in section.text_content()
    assert section.text_content().count("Tabel capaian laporan ini tidak terbaca") == 1
    assert page.xpath("//nav//a[@href='#analisis']")


def test_no_report_no_section() -> None:
    assert 'id="analisis"' not in html.render(Report(findings=(), documents=(Dokumen(berkas="renstra.pdf", jenis="renstra"),)), None)


def test_the_sheet_leaves_to_people_what_was_not_looked_at() -> None:
    sheet = load_workbook(BytesIO(buku(_report(), ())))["LKjIP"]
    heads = [cell.value for cell in sheet[4]]
    rows = [dict(zip(heads, (cell.value for cell in row), strict=True)) for row in sheet.iter_rows(min_row=5)]
    assert [(row["LKjIP"], row["Indikator Kinerja"]) for row in rows] == [
        ("lkjip.docx", "(laporan secara umum)"), ("lkjip.docx", ANGKA), ("lkjip-gambar.pdf", "(laporan secara umum)"),
    ]  # fmt: skip
    assert (rows[1]["Tahun lalu"], rows[1]["Efisiensi"], rows[1]["Program"]) == ("tabel saja", "tidak ada", None)
    assert rows[1]["Letak"] == "Tahun lalu: hal. 9, tabel 2"
    assert (rows[0]["Ket."], rows[2]["Ket."]) == (None, "tabel capaian tidak terbaca; indikator tidak dapat dirinci")
