"""Headings that people misspell or OCR misreads by a letter or two ("Idikator", "Angaran", "TAHGET"): put right before columns
are recognised."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import structs
from rapidfuzz.distance import Levenshtein

from ...layout import Cell, Grid
from ..tulisan.kata import derajat
from .kolom import peran_kepala

_WORDS = frozenset(
    re.findall(
        r"\w+",
        "tujuan sasaran strategis indikator kinerja utama kunci program kegiatan subkegiatan target satuan tahun pagu indikatif anggaran "
        "realisasi capaian keterangan baseline penanggung jawab sumber data formula formulasi kode urusan bidang outcome output nomor "
        "uraian rencana aksi triwulan kondisi awal akhir perangkat daerah relevan renstra rpjmd misi visi dasar alokasi jabatan",
    )
)
_LONGEST, _ROWS, _SHORT_WORD = 60, 8, 4
_WORD = re.compile(r"[^\W_]+")


def benahi_ejaan(grid: Grid) -> Grid:
    """The grid with the misspelt headings of its first rows put right; the same object where there are none.

    A cell is changed only where its text names no column as it is and does so afterwards, and where another cell of its row names one as it
    is: a village "Uruseng" in a row of data is no "urusan".
    """
    first = [cell for cell in grid.cells if cell.row < _ROWS]
    headings = {cell.row for cell in first if peran_kepala(cell.text)}
    changed = {(cell.row, cell.col): new for cell in first if cell.row in headings and (new := _cell(cell)) is not cell}
    if not changed:
        return grid
    return structs.replace(grid, cells=tuple(changed.get((cell.row, cell.col), cell) for cell in grid.cells))


def _cell(cell: Cell) -> Cell:
    text = cell.text
    if not 0 < len(text) <= _LONGEST or peran_kepala(text):
        return cell
    mended = _WORD.sub(lambda match: _nearest(match[0]), text)
    return structs.replace(cell, text=mended) if mended != text and peran_kepala(mended) else cell


@lru_cache(maxsize=2048)
def _nearest(word: str) -> str:
    """The heading word that differs by one letter, or by two of at least seven; else, or where it is a word of the language, the word
    itself."""
    low = word.lower()
    if len(low) < _SHORT_WORD or low in _WORDS or derajat(low):
        return word
    limit = 1 if len(low) < 7 else 2
    near = [(distance, known) for known in _WORDS if (distance := Levenshtein.distance(low, known, score_cutoff=limit)) <= limit]
    if not near:
        return word
    nearest: str = min(near)[1]
    return nearest.upper() if word.isupper() else nearest.capitalize() if word[0].isupper() else nearest
