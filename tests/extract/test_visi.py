"""The visi of a plan: in a cell with its label, below or beside the label, or quoted in prose; headings and lists that name it are none."""

from __future__ import annotations

import pytest

from doccheck.extract.laporan import visi
from doccheck.extract.laporan.visi import visi_dokumen
from doccheck.layout import Cell, Grid, Layout, Page, Paragraph
from doccheck.model import Lokasi

VISI = "Terwujudnya Kota Sembilang yang Maju dan Ramah Laut"


def _layout(*blocks: Paragraph | Grid) -> Layout:
    return Layout(path="renstra.pdf", format="pdf", pages=(Page(blocks=blocks, number=7),))


def _tabel(*rows: tuple[str, ...]) -> Grid:
    cells = tuple(Cell(r, c, 1, 1, text) for r, row in enumerate(rows) for c, text in enumerate(row))
    return Grid(number=2, rows=len(rows), cols=len(rows[0]), cells=cells, source="ruled")


@pytest.mark.parametrize(
    ("tabel", "baris"),
    [
        (_tabel((f"VISI : {VISI}", ""), ("No", "Misi")), 1),
        (_tabel(("No", "Misi"), (f"Visi\n“{VISI}”", "")), 2),
        (_tabel(("Visi", "Misi", "Tujuan"), (VISI, "Mewujudkan layanan yang mudah", "Meningkatnya mutu layanan")), 2),
        (_tabel(("VISI", VISI), ("MISI", "Mewujudkan layanan yang mudah")), 1),
        (_tabel((f"Visi Pembangunan Daerah: {VISI}.", ""), ("Sasaran", "Indikator")), 1),
    ],
    ids=["label before", "label above in the cell", "column", "label beside", "longer label"],
)
def test_a_visi_in_a_table(tabel: Grid, baris: int) -> None:
    (found,) = visi_dokumen(_layout(tabel))
    assert found.uraian == VISI
    assert found.lokasi == Lokasi(halaman=7, tabel=2, baris=baris)


def test_a_visi_quoted_in_prose_over_lines_and_the_page_number_between_them() -> None:
    lines = (
        "Visi pembangunan daerah Kota Sembilang untuk periode", "2025-2029 adalah “Terwujudnya Kota", "35",
        "Sembilang yang Maju dan Ramah Laut”.",
    )  # fmt: skip
    (found,) = visi_dokumen(_layout(*map(Paragraph, lines)))
    assert (found.uraian, found.lokasi) == (VISI, Lokasi(halaman=7))


def test_each_wording_once_and_another_beside_it() -> None:
    other = "Mewujudkan Sembilang yang Semakin Maju dan Ramah Laut"
    found = visi_dokumen(_layout(_tabel((f"VISI: {VISI.upper()}", ""), (f"Visi : “{VISI}”", ""), (f"Visi: {other}", ""))))
    assert [one.uraian for one in found] == [VISI.upper(), other]


@pytest.mark.parametrize(
    "block",
    [
        _tabel(("Visi/Misi", "Tujuan"), ("Mewujudkan layanan yang mudah dan murah", "Meningkatnya mutu layanan")),
        _tabel(("Visi, misi, dan program kepala daerah", "Faktor penghambat"), ("Misi 1", "Belum ada")),
        _tabel(("Visi", "Misi", "Tujuan"), ("Bab I", "Bab II", "Bab III")),
        Paragraph("Renstra memuat visi, misi, tujuan, dan sasaran, yaitu “arah pembangunan lima tahun ke depan” bagi perangkat daerah."),
        Paragraph("Supervisi pelaksanaan kegiatan adalah “tugas bersama seluruh kepala bidang dan seksi”."),
    ],
    ids=["with misi", "a list of parts", "short entries", "prose on documents", "another word"],
)
def test_what_only_names_the_visi_is_none(block: Paragraph | Grid) -> None:
    assert visi_dokumen(_layout(block)) == ()


def test_a_sheet_full_of_the_word_is_not_searched_for_each(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Cell] = []
    monkeypatch.setattr(visi, "_di_sampingnya", lambda _grid, cell: asked.append(cell))
    visi_dokumen(_layout(_tabel(*[("Visi", "Misi")] * 5000)))
    assert 0 < len(asked) < 100
