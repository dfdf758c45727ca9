"""Cells that rules cut line by line, seen or not: Word draws the rules of an inner table in the colour of its field, so that a text of
several lines looks whole and lies in as many cells. They are put together before rows are read."""

from __future__ import annotations

import re
from collections import defaultdict

from msgspec import structs

from ...layout import Cell, Grid
from ..tulisan.ukuran import is_awal_butir

_LEAST, _BESIDE = 3, 2
_HIGHEST = 26.0
"""Points: no row that holds one line alone is higher."""
_SMALL = re.compile(r"[a-z]")
_VALUE = re.compile(r"\W*\d[\d.,\s]*%?\W*")


def satukan_potongan(grid: Grid) -> Grid:
    """The grid with the cells whole that were cut by lines; the same object where there are none.

    Three rows or more are such pieces where at least two cells span just these rows, all others hold one line each (those of the first row
    perhaps more) and no values, and one of them begins in mid-sentence.
    """
    runs = _runs(grid)
    if not runs:
        return grid
    rows: dict[int, list[Cell]] = defaultdict(list)
    for cell in grid.cells:
        rows[cell.row].append(cell)
    for first, end in runs:
        parts = [cell for row in range(first, end) for cell in rows[row] if cell.rowspan < end - first]
        if _are_pieces(parts, first, end):
            for row in range(first, end):
                rows[row] = [cell for cell in rows[row] if cell.rowspan >= end - first]
            rows[first] += _whole(parts, first, end)
    cells = [cell for row in rows.values() for cell in row]
    if len(cells) == len(grid.cells):
        return grid
    return structs.replace(grid, cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.col))))


def _runs(grid: Grid) -> list[tuple[int, int]]:
    """The rows [first, end) that at least two cells span exactly."""
    spans: dict[tuple[int, int], int] = defaultdict(int)
    for cell in grid.cells:
        if cell.rowspan >= _LEAST:
            spans[cell.row, cell.row + cell.rowspan] += 1
    return [run for run, count in spans.items() if count >= _BESIDE]


def _are_pieces(parts: list[Cell], first: int, end: int) -> bool:
    below = [cell for cell in parts if cell.row > first]
    if not below or any(cell.rowspan > 1 or "\n" in cell.text for cell in below):
        return False
    if any(_VALUE.fullmatch(cell.text) for cell in parts):
        return False
    middle = [cell for cell in below if cell.row < end - 1 and cell.box is not None]
    return all(cell.box[3] - cell.box[1] <= _HIGHEST for cell in middle if cell.box) and any(
        _SMALL.match(text) and not is_awal_butir(text) for text in (cell.text.strip() for cell in below)
    )


def _whole(parts: list[Cell], first: int, end: int) -> list[Cell]:
    columns: dict[tuple[int, int], list[Cell]] = defaultdict(list)
    for cell in parts:
        columns[cell.col, cell.colspan].append(cell)
    whole = []
    for cut in columns.values():
        cut.sort(key=lambda cell: cell.row)
        filled = [cell for cell in cut if cell.text.strip()]
        boxes = [cell.box for cell in cut if cell.box is not None]
        box = (boxes[0][0], boxes[0][1], boxes[-1][2], boxes[-1][3]) if boxes else None
        whole.append(
            structs.replace(
                cut[0],
                row=first,
                rowspan=end - first,
                text="\n".join(cell.text for cell in filled),
                bold=tuple(bold for cell in filled for bold in cell.bold),
                y=tuple(y for cell in filled for y in cell.y),
                angka=tuple(sure for cell in filled for sure in cell.angka) if all(cell.angka for cell in filled) else (),
                box=box,
                confidence=min((cell.confidence for cell in cut), default=1.0),
            )
        )
    return whole
