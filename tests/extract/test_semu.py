"""A table set with blanks that no reader sees as a table is said with its headings; titles, sentences and headings over tables are none."""

from __future__ import annotations

import pytest

from doccheck.extract.bentuk.semu import tabel_semu
from doccheck.extract.dokumen import baca
from doccheck.extract.identitas import Identitas
from doccheck.layout import Cell, Grid, Layout, Page, Paragraph
from doccheck.model import Jenis

KEPALA = "No   Sasaran Strategis   Indikator Kinerja   Target 2026"
BARIS = "1   Meningkatnya keselamatan lalu lintas   Angka kecelakaan   9"
TABEL = Grid(number=1, rows=1, cols=2, cells=(Cell(0, 0, 1, 1, "Uraian"), Cell(0, 1, 1, 1, "9")), source="ruled")


def _layout(*blocks: str | Grid) -> Layout:
    made = tuple(Paragraph(block, box=(60, 90, 400, 102)) if isinstance(block, str) else block for block in blocks)
    return Layout(path="lkjip.pdf", format="pdf", pages=(Page(blocks=made, number=5),))


@pytest.mark.parametrize(
    "blocks",
    [
        (KEPALA, BARIS),
        ("Sasaran Indikator Target Realisasi Capaian (%)", "Meningkatnya layanan publik yang mudah", "Indeks kepuasan 82,5 80,1 97,1%"),
        ("INDIKATOR KINERJA SATUAN TARGET REALISASI", "Indeks kepuasan masyarakat Indeks 82,5 poin"),
    ],
    ids=["with a number column", "wrapped row", "unit behind the value"],
)
def test_headings_without_a_table(blocks: tuple[str, ...]) -> None:
    ((place, heads),) = tabel_semu(_layout("Capaian kinerja disajikan berikut.", *blocks))
    assert (place.halaman, place.kotak) == (5, (60, 90, 400, 102))
    assert heads == " ".join(blocks[0].split())


@pytest.mark.parametrize(
    "blocks",
    [
        ("Sasaran, Indikator Kinerja, dan Target Kinerja", BARIS),
        ("Indikator Kinerja Utama Sasaran Strategis", BARIS),  # a title
        (KEPALA, TABEL, BARIS),
        (KEPALA, "Uraian di atas dijelaskan pada bab berikutnya."),
        ("Indikator: Target sasaran dan realisasi capaian program 2026", BARIS),
    ],
    ids=["title with commas", "title", "over a table", "no value below", "sentence"],
)
def test_what_only_looks_like_headings(blocks: tuple[str | Grid, ...]) -> None:
    assert list(tabel_semu(_layout(*blocks))) == []


@pytest.mark.parametrize("jenis", ["lkjip", "pk"])
def test_a_document_says_it_once_with_the_place(jenis: Jenis) -> None:
    (note,) = baca(_layout(KEPALA, BARIS), Identitas(jenis=jenis, tahun=2026)).catatan
    assert (note.kode, note.lokasi.halaman) == ("EXT-13", 5)
    assert "kepala kolom tanpa tabel: No Sasaran Strategis" in note.pesan
