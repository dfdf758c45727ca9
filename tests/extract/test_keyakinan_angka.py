"""OCR's doubts belong to the digits that they are about: what rests on sure digits stands, what rests on an unsure one is for a person."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from doccheck.checks.rules import load_rules
from doccheck.config import Config
from doccheck.extract.dokumen import baca
from doccheck.layout import Cell, Grid, Layout
from doccheck.model import Dokumen, Finding, Lokasi
from doccheck.report.ringkas import tanda_ragu
from doccheck.tempat import tempat
from doccheck.workspace import check_documents

from .notasi import baca_kasus

RENSTRA = """sumber: ocr
periode: 2025-2029
| Tujuan | Sasaran | Indikator | Satuan | Target 2025 | Target 2026 | Target 2027 |
| Mewujudkan jalan yang andal | Meningkatnya kemantapan jalan | Persentase jalan mantap | % | 80 | 85 | 88 |
| ^ | ^ | Indeks kepuasan pengguna jalan | Indeks | 71 | 72 | 73 |
"""
PK = """jenis: pk
tahun: 2026
| No | Sasaran Strategis | Indikator Kinerja | Target |
| 1 | Meningkatnya kemantapan jalan | Persentase jalan mantap | 82% |
"""


def _ragu(layout: Layout, angka: dict[str, tuple[float, ...]], kata: dict[str, float]) -> Layout:
    """The layout as OCR reads it: cells of these texts with doubtful digits (per line) or words, all others sure."""

    def cell(one: Cell) -> Cell:
        sure = angka.get(one.text, (1.0,) * (one.text.count("\n") + 1))
        return replace(one, angka=sure, confidence=kata.get(one.text, min(sure)))

    def block(one: object) -> object:
        return replace(one, cells=tuple(map(cell, one.cells))) if isinstance(one, Grid) else one

    return replace(layout, pages=tuple(replace(page, blocks=tuple(map(block, page.blocks))) for page in layout.pages))


def _baca(
    tmp_path: Path, text: str, angka: dict[str, tuple[float, ...]] | None = None, kata: dict[str, float] | None = None
) -> Dokumen:
    file = tmp_path / "kasus.txt"
    file.write_text(f"## kasus\n{text}\n=>\n", encoding="utf-8")
    (case,) = baca_kasus(file)
    layout = _ragu(case.layout, angka or {}, kata or {}) if angka is not None or kata is not None else case.layout
    return replace(baca(layout, case.identitas), berkas=f"{case.identitas.jenis}.pdf", pemda="Kota Contoh", jabatan=None)


def _temuan(tmp_path: Path, angka: dict[str, tuple[float, ...]], kata: dict[str, float]) -> Finding:
    documents = (_baca(tmp_path, RENSTRA, angka, kata), _baca(tmp_path, PK))
    found = check_documents(documents, (), Config(), load_rules()).findings
    (finding,) = [one for one in found if one.aturan == "TGT-01"]
    return finding


def _letak(finding: Finding) -> str:
    """Where the evidence from the Renstra stands, in words."""
    (proof,) = [one for one in finding.bukti if one.dokumen == "renstra.pdf"]
    return tempat(Lokasi(halaman=proof.halaman, lembar=proof.lembar, tabel=proof.tabel, baris=proof.baris))


@pytest.mark.parametrize(
    ("angka", "kata"),
    [
        ({}, {}),
        ({"88": (0.5,)}, {}),  # the target of another year
        ({"72": (0.5,)}, {}),  # of another indicator
        ({}, {"Indeks kepuasan pengguna jalan": 0.4}),
        ({}, {"%": 0.4}),
    ],
)
def test_a_target_of_sure_digits_is_not_weakened_by_other_cells(
    tmp_path: Path, angka: dict[str, tuple[float, ...]], kata: dict[str, float]
) -> None:
    finding = _temuan(tmp_path, angka, kata)
    assert (finding.telaah, finding.keyakinan, finding.ragu) == (False, 1.0, ())


def test_a_target_of_an_unsure_digit_is_for_a_person_to_look_at(tmp_path: Path) -> None:
    finding = _temuan(tmp_path, {"85": (0.5,)}, {})
    assert (finding.telaah, finding.keyakinan) == (True, 0.5)
    (reason,) = finding.ragu
    assert reason == f"angka “85” (renstra.pdf {_letak(finding)}) terbaca dengan keyakinan 50%"
    assert tanda_ragu(finding) == f"Perlu telaah: {reason}"


def test_a_table_that_ocr_hardly_read_is_in_doubt_as_a_whole(tmp_path: Path) -> None:
    goals = ("Mewujudkan jalan yang andal", "Meningkatnya kemantapan jalan")
    words = (*goals, "Persentase jalan mantap", "Indeks kepuasan pengguna jalan", "%", "Indeks")
    finding = _temuan(tmp_path, dict.fromkeys(("80", "88", "71", "72", "73"), (0.5,)), dict.fromkeys(words, 0.5))
    assert finding.telaah
    assert finding.keyakinan < 0.7
    assert finding.ragu[0].startswith(f"tabel (renstra.pdf {_letak(finding)}) terbaca dengan keyakinan ")


@pytest.mark.parametrize(("angka", "kata", "sure"), [((0.95,), 0.5, 0.95), ((0.5,), 0.9, 0.5)])
def test_a_cell_of_words_and_digits_counts_by_its_digits(tmp_path: Path, angka: tuple[float, ...], kata: float, sure: float) -> None:
    text = "sumber: ocr\njenis: pk\ntahun: 2026\n| Sasaran | Indikator | Target |\n| Terlatihnya warga | Jumlah peserta | 40 orang |\n"
    document = _baca(tmp_path, text, {"40 orang": angka}, {"40 orang": kata})
    assert [one.target["2026"].keyakinan for node in document.kinerja for one in node.indikator] == [sure]


def test_several_values_in_one_cell_each_have_their_own_doubt(tmp_path: Path) -> None:
    text = (
        "sumber: ocr\njenis: pk\ntahun: 2026\n| Sasaran | Indikator | Target |\n"
        "| Meningkatnya layanan | 1. Persentase jalan mantap//2. Persentase jembatan baik | 70//75 |\n"
    )
    document = _baca(tmp_path, text, {"70\n75": (0.95, 0.5)})
    values = [(one.target["2026"].teks, one.target["2026"].keyakinan) for node in document.kinerja for one in node.indikator]
    assert values == [("70", 0.95), ("75", 0.5)]


UANG = """sumber: ocr
periode: 2025-2029
| Program | Indikator | Target 2026 | Pagu 2026 |
| Program Arsip | Persentase arsip tertata | 80 | 1.000.000 |
| Program Data | Persentase data terbuka | 60 | 2.000.000 |
| Jumlah | | | {total} |
"""


@pytest.mark.parametrize(("total", "sure"), [("3.000.000", [0.95, 1.0, 0.95]), ("3.500.000", [0.55, 1.0, 0.5])])
def test_a_sum_that_equals_its_rows_confirms_their_digits(tmp_path: Path, total: str, sure: list[float]) -> None:
    document = _baca(tmp_path, UANG.format(total=total), {"1.000.000": (0.55,), total: (0.5,)})
    values = [node.anggaran["2026"] for node in document.kinerja] + [one.nilai["2026"] for one in document.total]
    assert [value.keyakinan for value in values] == sure


BERTINGKAT = """sumber: ocr
jenis: renja
tahun: 2026
| Kode | Program / Kegiatan / Sub Kegiatan | Indikator | Target 2026 | Pagu 2026 |
| 1.03.02 | Program Jalan | Persentase jalan mantap | 80 | 5.000.000 |
| 1.03.02.2.01 | Pemeliharaan Jalan | Panjang jalan terpelihara | 12 | 3.000.000 |
| 1.03.02.2.02 | Pembangunan Jalan | Panjang jalan terbangun | 5 | {bagian} |
"""


@pytest.mark.parametrize(("bagian", "sure"), [("2.000.000", [1.0, 1.0, 0.95]), ("2.600.000", [1.0, 1.0, 0.5])])
def test_a_programme_that_equals_its_kegiatan_confirms_them(tmp_path: Path, bagian: str, sure: list[float]) -> None:
    document = _baca(tmp_path, BERTINGKAT.format(bagian=bagian), {bagian: (0.5,)})
    assert [node.anggaran["2026"].keyakinan for node in document.kinerja] == sure


def test_confirmed_digits_tell_nothing_of_dots_that_may_be_decimal(tmp_path: Path) -> None:
    text = UANG.replace("1.000.000", "1,250").replace("2.000.000", "2,250").replace("Pagu 2026", "Pagu 2026 (juta Rp)")
    document = _baca(tmp_path, text.format(total="3,500"), {"1,250": (0.3,)})
    assert document.kinerja[0].anggaran["2026"].keyakinan < 0.7


KOSONG = RENSTRA.replace("| 80 | 85 | 88 |", "| 80 | | 88 |") + "".join(
    f"| ^ | ^ | {nama} | % | 61 | 62 | 63 |\n" for nama in ("Persentase rambu baik", "Persentase lampu baik", "Persentase drainase baik")
)


@pytest.mark.parametrize(("kata", "sure"), [(1.0, True), (0.75, False)])
def test_a_cell_in_which_ocr_saw_nothing_is_as_sure_as_its_page(tmp_path: Path, kata: float, sure: bool) -> None:
    texts = ("Persentase jalan mantap", "Indeks kepuasan pengguna jalan", "Meningkatnya kemantapan jalan", "Indeks", "%")
    document = _baca(tmp_path, KOSONG, {}, dict.fromkeys(texts, kata))
    (finding,) = [one for one in check_documents((document,), (), Config(), load_rules()).findings if one.aturan == "TGT-13"]
    assert (finding.keyakinan >= 0.8) is sure


@pytest.mark.parametrize("sure", [0.5, 0.95])
def test_a_predicate_is_as_sure_as_its_letters(tmp_path: Path, sure: float) -> None:
    text = "sumber: ocr\njenis: pk\ntahun: 2026\n| Sasaran | Indikator | Target |\n| Tertibnya keuangan | Opini BPK | WTP |\n"
    document = _baca(tmp_path, text, {}, {"WTP": sure})
    assert [one.target["2026"].keyakinan for node in document.kinerja for one in node.indikator] == [sure]
