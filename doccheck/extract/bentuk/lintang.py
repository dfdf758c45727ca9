"""Transposed schemes: a level a row, a goal a cell, from misi to indicators ("Misi 1 ...", "Sasaran 2 ...", "Indikator 3 ...").

Which goal hangs under which is told by the columns that a cell spans.
"""

from __future__ import annotations

import re

from ...layout import Cell
from ...model import LEVELS, Indikator, Level
from ..pohon.simpul import Pohon, Simpul
from ..tabel.matriks import Matriks
from ..tabel.sambung import Tabel
from ..tulisan.teks import mend, strip_label

_ROW = re.compile(
    r"^\s*(misi|tujuan|sasaran|program|kegiatan|indikator)(?:\s+(?:strategis|kinerja|utama|pd|opd))*\s*\d{1,2}(?:\.\d{1,2})*[.:]?\s", re.I
)


def is_lintang(tabel: Tabel) -> bool:
    """Whether a grid has a row of numbered sasaran (or tujuan) and below it one of numbered indicators, and only such cells in them."""
    kinds = list(_rows(tabel).values())
    goals = [at for at, kind in enumerate(kinds) if kind in ("tujuan", "sasaran")]
    return bool(goals) and "indikator" in kinds[goals[0] :]


def baca_lintang(tabel: Tabel, start: int) -> list[Simpul]:
    """The goals of a transposed scheme with their indicators."""
    matriks = tabel.segmen[0].matriks
    pohon = Pohon(start)
    above: list[tuple[Cell, Simpul]] = []
    for row, kind in _rows(tabel).items():
        cells = matriks.filled(row)
        if kind == "indikator":
            for cell in cells:
                owner = _over(cell, above)
                if owner is not None:
                    text = strip_label(mend(cell.text), "indikator")
                    owner.indikator.append(Indikator(uraian=text, lokasi=matriks.lokasi(row, cell)))
            continue
        level = _level(kind)
        placed = [(cell, _goal(pohon, level, cell, matriks, row, _over(cell, above))) for cell in cells]
        above = [*placed, *above]
    return _depth_first(pohon.simpul, None)


def _depth_first(simpul: list[Simpul], parent: Simpul | None) -> list[Simpul]:
    """Goals in the order in which other tables print them: each with all below it."""
    return [each for child in simpul if child.induk is parent for each in (child, *_depth_first(simpul, child))]


def _rows(tabel: Tabel) -> dict[int, str]:
    """Row -> what all its filled cells are labelled as."""
    found = {}
    matriks = tabel.segmen[0].matriks
    for row in range(matriks.rows):
        labels = [match[1].lower() if (match := _ROW.match(cell.text)) else "" for cell in matriks.filled(row)]
        if labels and labels[0] and len(set(labels)) == 1:
            found[row] = labels[0]
    return found


def _level(kind: str) -> Level:
    return next(level for level in LEVELS if level == kind)


def _goal(pohon: Pohon, level: Level, cell: Cell, matriks: Matriks, row: int, parent: Simpul | None) -> Simpul:
    simpul = pohon.tambah(level, strip_label(mend(cell.text), level), matriks.lokasi(row, cell))
    simpul.induk = parent
    return simpul


def _over(cell: Cell, above: list[tuple[Cell, Simpul]]) -> Simpul | None:
    """The nearest goal above whose columns hold the middle of a cell."""
    middle = cell.col + cell.colspan / 2
    return next((simpul for upper, simpul in above if upper.col < middle <= upper.col + upper.colspan), None)
