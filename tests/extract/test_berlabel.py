"""Goals in labelled lines instead of a table are read; a document that must have goals and shows none says so."""

from __future__ import annotations

import pytest

from doccheck.catatan import catatan
from doccheck.extract.dokumen import baca
from doccheck.extract.identitas import Identitas
from doccheck.layout import Cell, Grid, Layout, Page, Paragraph
from doccheck.model import Dokumen, Jenis

PK = (
    "PERJANJIAN KINERJA TAHUN 2026",
    "Sasaran 1: Meningkatnya keselamatan lalu lintas",
    "Indikator: Angka kecelakaan per 10.000 penduduk",
    "Target: 9 Angka",
    "2. Sasaran Strategis: Meningkatnya kualitas layanan",
    "a. Indikator Kinerja: Indeks kepuasan masyarakat",
    "Satuan: Indeks",
    "Target Tahun 2026: 82,5",
    "Indikator Kinerja Utama: Persentase angkutan umum laik jalan",
    "Target: 90%",
    "Program: Program Penyelenggaraan Lalu Lintas",
    "Anggaran: Rp 12.500.000.000",
)


def _baca(*lines: str, jenis: Jenis = "pk", notes: tuple[str, ...] = ()) -> Dokumen:
    page = Page(blocks=tuple(map(Paragraph, lines)))
    layout = Layout(path="pk.docx", format="docx", pages=(page,), notes=tuple(catatan(kode) for kode in notes))
    return baca(layout, Identitas(jenis=jenis, tahun=2026))


def test_labelled_lines_are_goals_with_indicators_and_targets() -> None:
    document = _baca(*PK)
    assert [(node.level, node.uraian) for node in document.kinerja] == [
        ("sasaran", "Meningkatnya keselamatan lalu lintas"),
        ("sasaran", "Meningkatnya kualitas layanan"),
        ("program", "Program Penyelenggaraan Lalu Lintas"),
    ]
    assert [(one.uraian, one.satuan, one.target["2026"].teks) for node in document.kinerja for one in node.indikator] == [
        ("Angka kecelakaan per 10.000 penduduk", "Angka", "9 Angka"),
        ("Indeks kepuasan masyarakat", "Indeks", "82,5"),
        ("Persentase angkutan umum laik jalan", "%", "90%"),
    ]
    assert document.kinerja[2].anggaran["2026"].angka == 12_500_000_000
    assert document.kinerja[2].induk == document.kinerja[1].id
    assert {node.keyakinan for node in document.kinerja} == {0.85}
    assert document.catatan == ()


def test_a_line_close_below_goes_on_with_the_one_above() -> None:
    def line(text: str, top: float) -> Paragraph:
        return Paragraph(text, box=(70.0, top, 500.0, top + 12))

    lines = (
        line("Sasaran 1: Meningkatnya keselamatan lalu lintas di", 100), line("seluruh jalan kota", 114),
        line("Indikator: Angka kecelakaan", 140), line("Target: 9", 160), line("Catatan penutup", 220),
    )  # fmt: skip
    document = baca(Layout(path="pk.pdf", format="pdf", pages=(Page(blocks=lines, number=3),)), Identitas(jenis="pk", tahun=2026))
    (goal,) = document.kinerja
    assert goal.uraian == "Meningkatnya keselamatan lalu lintas di seluruh jalan kota"
    assert (goal.lokasi.halaman, goal.indikator[0].target["2026"].teks) == (3, "9")


@pytest.mark.parametrize(
    "line",
    [
        "1. Sasaran: Meningkatnya keselamatan; Indikator: Angka kecelakaan; Target: 9",
        "Sasaran 1: Meningkatnya keselamatan. Indikator: Angka kecelakaan, target: 9",
        "Sasaran : Meningkatnya keselamatan\nIndikator : Angka kecelakaan\nTarget 2026 : 9",
    ],
    ids=["semicolons", "sentences", "breaks"],
)
def test_a_goal_with_all_that_belongs_to_it_in_one_paragraph(line: str) -> None:
    first, second = _baca(line, "2. Sasaran: Meningkatnya layanan; Indikator: Indeks layanan; Target: 82,5").kinerja
    assert (first.uraian, first.indikator[0].uraian, first.indikator[0].target["2026"].teks) == (
        "Meningkatnya keselamatan", "Angka kecelakaan", "9",
    )  # fmt: skip
    assert (second.uraian, second.indikator[0].target["2026"].teks) == ("Meningkatnya layanan", "82,5")


def _dengan_program(*lines: str) -> Dokumen:
    rows = (("No", "Program", "Anggaran"), ("1", "Program Penyelenggaraan Lalu Lintas", "Rp1.000.000.000"))
    cells = tuple(Cell(r, c, 1, 1, text) for r, row in enumerate(rows) for c, text in enumerate(row))
    table = Grid(number=1, rows=2, cols=3, cells=cells, source="docx")
    page = Page(blocks=(*map(Paragraph, ("PERJANJIAN KINERJA TAHUN 2026", *lines)), table))
    return baca(Layout(path="pk.docx", format="docx", pages=(page,)), Identitas(jenis="pk", tahun=2026))


def test_labelled_lines_above_a_table_of_programmes_are_read_too() -> None:
    document = _dengan_program(*PK[1:4])
    assert [(node.level, node.uraian) for node in document.kinerja] == [
        ("program", "Program Penyelenggaraan Lalu Lintas"),
        ("sasaran", "Meningkatnya keselamatan lalu lintas"),
    ]
    assert len({node.id for node in document.kinerja}) == 2
    assert document.catatan == ()


def test_prose_above_a_table_of_programmes_is_said() -> None:
    document = _dengan_program("1. Meningkatnya keselamatan lalu lintas, dengan indikator angka kecelakaan dan target 9")
    assert [node.level for node in document.kinerja] == ["program"]
    (note,) = document.catatan
    assert (note.kode, "tidak ada tabel sasaran dan indikator yang dikenali" in note.pesan) == ("EXT-13", True)


@pytest.mark.parametrize(
    "lines",
    [
        ("1. Meningkatnya keselamatan lalu lintas, dengan indikator:", "a. Angka kecelakaan, dengan target 9"),
        ("Sasaran: seluruh pegawai", "Tujuan: sebagai dasar penilaian"),  # of a form, without an indicator
    ],
    ids=["prose", "no indicator"],
)
def test_goals_that_are_not_read_are_said(lines: tuple[str, ...]) -> None:
    document = _baca("PERJANJIAN KINERJA TAHUN 2026", *lines)
    assert document.kinerja == ()
    assert [note.kode for note in document.catatan] == ["EXT-13"]
    assert "tidak ada tabel kinerja yang dikenali" in document.catatan[0].pesan


def test_what_a_note_explains_is_not_said_twice() -> None:
    assert [note.kode for note in _baca("PERJANJIAN KINERJA TAHUN 2026", notes=("EXT-01",)).catatan] == ["EXT-01"]


@pytest.mark.parametrize("jenis", ["lkjip", "lhe"])
def test_reports_need_no_goals(jenis: Jenis) -> None:
    assert _baca("LAPORAN KINERJA TAHUN 2026", jenis=jenis).catatan == ()
