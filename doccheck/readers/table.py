"""A table under construction: rows of cells with spans are placed on a grid without overlaps, as HTML and Word lay them out."""

from __future__ import annotations

from ..layout import Cell, Grid, Source

MAX_COLUMNS = 1000
"""HTML's own limit of a colspan."""


class TableBuilder:
    """Takes cells row by row, left to right; the next free column is found as the HTML standard says."""

    def __init__(self) -> None:
        self.row = -1
        self._col = 0
        self._cells: list[tuple[int, int, int, int, str, tuple[bool, ...]]] = []
        self._taken: dict[int, set[int]] = {}  # row -> columns that cells of the rows above reach into

    def next_row(self) -> None:
        self.row += 1
        self._col = 0

    def at(self, col: int) -> None:
        """The next cell stands in this column (Word names it; what is skipped are holes)."""
        self._col = col

    def add(self, text: str, bold: tuple[bool, ...] = (), rowspan: int = 1, colspan: int = 1) -> None:
        """A cell in the next free column. A span that meets an earlier cell is cut there."""
        taken = self._taken.get(self.row, ())
        col = self._col
        while col in taken:
            col += 1
        width = 1
        while width < min(colspan, MAX_COLUMNS) and col + width not in taken:
            width += 1
        for row in range(self.row + 1, self.row + rowspan):
            self._taken.setdefault(row, set()).update(range(col, col + width))
        self._cells.append((self.row, col, rowspan, width, text, bold))
        self._col = col + width

    def end_spans(self) -> None:
        """Ends all cells of the rows above before this row."""
        self._taken = {row: columns for row, columns in self._taken.items() if row < self.row}
        self._cells = [
            (row, col, min(rowspan, max(self.row - row, 1)), width, text, bold) for row, col, rowspan, width, text, bold in self._cells
        ]

    def spanned(self) -> bool:
        """Whether cells of the rows above reach into this row."""
        return bool(self._taken.get(self.row))

    def grid(self, number: int, source: Source) -> Grid | None:
        """The finished grid, None where no cell has text. Rowspans end with the last row; rows and columns at the end
        in which no cell with text lies or begins are dropped."""
        last = max((row for row, _, _, _, text, _ in self._cells if text), default=-1)
        if last < 0:
            return None
        width = max(col + (span if text else 1) for _, col, _, span, text, _ in self._cells if text)
        cells = [
            Cell(row, col, min(rowspan, last - row + 1), min(colspan, width - col), text, bold=bold)
            for row, col, rowspan, colspan, text, bold in self._cells
            if row <= last and col < width
        ]
        return Grid(number, last + 1, width, tuple(sorted(cells, key=lambda cell: (cell.row, cell.col))), source)
