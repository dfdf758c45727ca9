"""A grid as rows and columns that can be asked: which cell covers a position, and does it start there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ...layout import Cell, Grid
from ...model import Kotak, Lokasi

_NOT_LETTERS = re.compile(r"[^0-9a-z]+")


@lru_cache(maxsize=20_000)
def squeeze(text: str) -> str:
    """Lower-case letters and digits only: header words are compared so, since narrow cells cut them anywhere."""
    return _NOT_LETTERS.sub("", text.lower())


class Matriks:
    """The cells of one grid by position. `at(r, c)` is the cell that covers it (None: a hole)."""

    def __init__(self, grid: Grid, page: int | None, sheet: str | None) -> None:
        self.grid, self.page, self.sheet = grid, page, sheet
        self._filled: dict[int, tuple[Cell, ...]] = {}
        self._row_box: dict[int, Kotak | None] = {}
        self._at: list[list[Cell | None]] = [[None] * grid.cols for _ in range(grid.rows)]
        self._starting: list[list[Cell]] = [[] for _ in range(grid.rows)]
        for cell in grid.cells:
            if cell.row < grid.rows and cell.col < grid.cols:
                self._starting[cell.row].append(cell)
            for row in range(cell.row, min(cell.row + cell.rowspan, grid.rows)):
                if cell.colspan == 1 and cell.col < grid.cols:
                    self._at[row][cell.col] = cell
                else:
                    end = min(cell.col + cell.colspan, grid.cols)
                    self._at[row][cell.col : end] = [cell] * (end - cell.col)

    @property
    def rows(self) -> int:
        """Number of rows."""
        return self.grid.rows

    @property
    def cols(self) -> int:
        """Number of columns."""
        return self.grid.cols

    def at(self, row: int, col: int) -> Cell | None:
        """The cell that covers a position, None for a hole."""
        return self._at[row][col]

    def covering(self, row: int) -> Iterator[Cell]:
        """Cells that cover this row, from left to right."""
        return distinct(cell for cell in self._at[row] if cell is not None)

    def starting(self, row: int) -> list[Cell]:
        """Cells that begin in this row, from left to right."""
        return list(self._starting[row])

    def filled(self, row: int) -> list[Cell]:
        """Those of them that have text."""
        if row not in self._filled:
            self._filled[row] = tuple([cell for cell in self._starting[row] if cell.text.strip()])
        return list(self._filled[row])

    def row_box(self, row: int) -> Kotak | None:
        """Box around the cells that begin in a row, those of this row alone where there are any; None in formats without boxes."""
        if row not in self._row_box:
            self._row_box[row] = self._box_of(row)
        return self._row_box[row]

    def _box_of(self, row: int) -> Kotak | None:
        boxes = [cell.box for cell in self.starting(row) if cell.box and cell.rowspan == 1]
        boxes = boxes or [cell.box for cell in self.starting(row) if cell.box]
        if not boxes:
            return None
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)

    def lokasi(self, row: int, cell: Cell | None = None) -> Lokasi:
        """Place of a row, or of one of its cells."""
        return Lokasi(
            halaman=self.page,
            lembar=self.sheet,
            tabel=self.grid.number,
            baris=row + 1 + self.grid.row0,
            kolom=None if cell is None else cell.col + 1 + self.grid.col0,
            kotak=self.row_box(row) if cell is None else cell.box,
        )


def distinct(cells: Iterator[Cell]) -> Iterator[Cell]:
    """Drops the repeats of a cell that covers several positions of a row."""
    last: Cell | None = None
    for cell in cells:
        if cell is not last:
            yield cell
        last = cell


def covers(cells: Sequence[Cell], cols: int) -> float:
    """Share of a row's columns that these cells span."""
    return sum(cell.colspan for cell in cells) / cols if cols else 0.0
