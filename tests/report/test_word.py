"""The LHE part and the review note as Word: what they say, and that offices can edit their templates."""

from __future__ import annotations

import dataclasses
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from msgspec.structs import replace

from doccheck.bahasa import berbahasa
from doccheck.config import ConfigError
from doccheck.laporan_sendiri import laporan_sendiri
from doccheck.model import Keputusan
from doccheck.report import lhe, reviu
from doccheck.report.komponen import komponen
from doccheck.report.rekomendasi import kalimat
from doccheck.resources import resource

from .contoh import PK, RULES
from .contoh import laporan as report
from .contoh_berkas import tulis_pdf

ROOT = Path(__file__).parents[2]


def _text(content: bytes) -> str:
    """Everything that the document prints, paragraph by paragraph, tables included."""
    body = Document(BytesIO(content)).element.body
    return "\n".join("".join(t.text or "" for t in p.iter("{*}t")) for p in body.iter("{*}p"))


def _tables(content: bytes) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in Document(BytesIO(content)).tables]


@pytest.fixture(scope="module")
def laporan(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    root = tmp_path_factory.mktemp("dokumen")
    tulis_pdf(root)
    return lhe.render(report(), root, RULES)


def test_recommendations_stand_below_their_component_and_name_the_place(laporan: bytes) -> None:
    text = _text(laporan)
    first, second = text.index("1. Perencanaan Kinerja"), text.index("3. Pelaporan Kinerja")
    planning, reporting = text[first:second], text[second:]
    assert "Agar Dinas Perhubungan menyelaraskan target “Persentase armada laik jalan”" in planning
    assert "Renstra Dinas Perhubungan, hal. 2, tabel 1, baris 4" in planning
    assert "LKjIP tidak membandingkan realisasi 2025" in text
    assert "4. Evaluasi Akuntabilitas Kinerja Internal" in reporting


def test_no_score_no_predicate_no_cause(laporan: bytes) -> None:
    text = _text(laporan).casefold()
    for word in ("memuaskan", "sangat baik", "penyebab", "nilai akip", "predikat aa"):
        assert word not in text


def test_the_annex_has_all_elements_of_each_certain_finding(laporan: bytes) -> None:
    annex = next(table for table in _tables(laporan) if table[0][0] == "No." and "Akibat" in table[0])
    assert annex[0] == ["No.", "Kondisi", "Kriteria", "Akibat", "Rekomendasi", "Bukti"]
    rows = [row for row in annex[1:] if row[0].isdigit()]
    assert len(rows) == sum(lhe.masuk(finding) for finding in report().findings)
    target = next(row for row in rows if "tertulis 81,5 dalam Renstra" in row[1])
    assert "diturunkan dari target Renstra" in target[2]
    assert "dishub/pk-2026.pdf, hal. 2, tabel 1, baris 3: “Persentase armada laik jalan” = 80,0 %" in target[5]


def test_doubtful_findings_are_no_conditions_until_someone_accepts_them() -> None:
    one = next(finding for finding in report().findings if finding.telaah)
    doubtful = replace(report(), findings=(one,))
    text = _text(lhe.render(doubtful, None, RULES))
    assert "Agar Dinas Perhubungan mengganti indikator" not in text
    assert one.kondisi in text[text.index("Lampiran 2") :]
    accepted = replace(one, telaah=False, keputusan=Keputusan(putusan="diterima"))
    assert "Agar Dinas Perhubungan mengganti indikator" in _text(lhe.render(replace(report(), findings=(accepted,)), None, RULES))


def test_a_component_without_documents_is_not_called_clean() -> None:
    text = _text(lhe.render(replace(report(), findings=()), None, [rule for rule in RULES if rule.id == "TGT-01"]))
    part = text[text.index("3. Pelaporan Kinerja") : text.index("4. Evaluasi")]
    assert "Belum dinilai" in part
    assert "Tidak ditemukan ketidaksesuaian" in text[: text.index("2. Pengukuran Kinerja")]


def test_pictures_of_the_rows_are_in_the_file(laporan: bytes) -> None:
    with zipfile.ZipFile(BytesIO(laporan)) as archive:
        pictures = [name for name in archive.namelist() if name.startswith("word/media/") and name.endswith(".png")]
    assert len(pictures) >= 5


def test_same_report_same_bytes_and_never_taken_for_a_document(laporan: bytes, tmp_path: Path) -> None:
    assert lhe.render(report(), None, RULES) == lhe.render(report(), None, RULES)
    (tmp_path / "lhe.docx").write_bytes(laporan)
    assert laporan_sendiri(tmp_path / "lhe.docx")


def test_markup_in_documents_stays_text() -> None:
    one = replace(report().findings[0], kondisi="Target <b>A & B</b> {{ 7 * 6 }}")
    assert "Target <b>A & B</b> {{ 7 * 6 }}" in _text(lhe.render(replace(report(), findings=(one,)), None, RULES))


def test_an_office_can_use_its_own_template(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Laporan {{ pemda }}: {{ lampiran | length }} hal")
    document.save(str(tmp_path / "lhe.docx"))
    assert "Laporan Kota Sembilang: " in _text(lhe.render(report(), None, RULES, tmp_path))
    assert "Laporan Kota Sembilang: " in _text(lhe.render(report(), None, RULES, tmp_path / "lhe.docx"))


@pytest.mark.parametrize(
    "jinja", ["{{ tidak_ada }}", "{{ pemda.__class__.__mro__ }}", "{% for x in lampiran %}"], ids=["unknown", "unsafe", "open"]
)
def test_a_faulty_or_unsafe_template_is_refused(tmp_path: Path, jinja: str) -> None:
    document = Document()
    document.add_paragraph(jinja)
    document.save(str(tmp_path / "lhe.docx"))
    with pytest.raises(ConfigError, match=r"lhe\.docx"):
        lhe.render(report(), None, RULES, tmp_path)


def test_a_template_that_is_missing_or_no_word_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"reviu\.docx"):
        reviu.render(report(), RULES, tmp_path)
    (tmp_path / "lhe.docx").write_text("bukan Word")
    with pytest.raises(ConfigError, match=r"lhe\.docx"):
        lhe.render(report(), None, RULES, tmp_path)


def test_the_review_note_has_the_five_statuses() -> None:
    found = {document.berkas: {aspect.nama: aspect for aspect in document.aspek} for document in reviu.susun(
        replace(report(), findings=tuple(replace(f) for f in report().findings)), {rule.id: rule for rule in RULES}
    )}  # fmt: skip
    aspects = found["dishub/renstra.pdf"]
    assert aspects["Target dan kondisi awal"].status == "Perlu Perbaikan"
    assert aspects["Kualitas sasaran dan indikator"].status == "Perlu Review Manual"
    assert found[PK]["Keterbacaan dokumen"].status == "Sesuai"
    assert {aspect.status for aspect in found[PK].values()} >= {"Tidak Berlaku"}
    assert aspects["Target dan kondisi awal"].temuan[0].rekomendasi.startswith("Agar ")


def test_the_review_note_names_missing_documents() -> None:
    text = _text(reviu.render(report(), RULES))
    assert "Renja: Tidak Ditemukan." in text
    assert "dlh/renstra.pdf: Tidak Ditemukan" not in text  # it is there, and could not be read
    assert "dlh/renstra.pdf" in text


def test_english() -> None:
    with berbahasa("en"):
        text = _text(lhe.render(report(), None, RULES))
    assert "Results by component" in text
    assert "Hasil evaluasi per komponen" not in text


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Agar A disusun", ["Agar A disusun."]),
        (
            "Agar sasaran bersumber dari Renstra; sasaran tambahan “X; Y” agar ditetapkan melalui perubahan Renstra.",
            ["Agar sasaran bersumber dari Renstra.", "Agar sasaran tambahan “X; Y” ditetapkan melalui perubahan Renstra."],
        ),
        ("Agar target “Mutu; akses agar merata” diselaraskan.", ["Agar target “Mutu; akses agar merata” diselaraskan."]),
        ("Agar memperbaiki jumlah; tahun 2026 selisih 5.", ["Agar memperbaiki jumlah; tahun 2026 selisih 5."]),
    ],
)
def test_one_action_a_sentence(text: str, sentences: list[str]) -> None:
    assert kalimat(text) == sentences


def test_components_follow_the_criterion_of_the_rule() -> None:
    assert {rule.id: komponen(rule) for rule in RULES}["TGT-01"] == 1


def test_the_guide_lists_every_name_that_templates_may_use() -> None:
    guide = (ROOT / "docs" / "panduan.md").read_text(encoding="utf-8")
    part = guide[guide.index("**Templat sendiri.**") : guide.index("## 17.")]
    known = {rule.id: rule for rule in RULES}
    for context in (lhe.konteks(report(), known, lambda _one: None), reviu.konteks(report(), known)):
        assert {name for name in _names(context) if f"`{name}`" not in part} == set()


def _names(found: Any) -> Iterator[str]:
    """Names of all fields below a context, down to texts."""
    if dataclasses.is_dataclass(found) or hasattr(found, "__struct_fields__"):
        own = [name for name in dir(found) if not name.startswith("_") and not callable(getattr(found, name))]
        found = {name: getattr(found, name) for name in own}
    if isinstance(found, dict):
        for name, value in found.items():
            if name not in reviu.STATUS:
                yield name
            yield from _names(value)
    elif isinstance(found, list | tuple):
        for one in found:
            yield from _names(one)


def test_the_committed_templates_are_current() -> None:
    import sys

    sys.path.insert(0, str(ROOT / "docs"))
    try:
        import build_word
    finally:
        sys.path.pop(0)
    assert build_word.main(["--check"]) == 0
    assert resource("templates", "word", "lhe.docx").is_file()
