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
        self._taken: dict[int, set[int]] = {}
        """This row and later ones -> columns that cells of the rows above reach into."""
        self._reaching: list[int] = []
        """Cells with a rowspan that no `end_spans` has ended: only these are looked at, since a table may end spans on every row."""

    def next_row(self) -> None:
        """Begins the next row."""
        self._taken.pop(self.row, None)
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
        if rowspan > 1:
            self._reaching.append(len(self._cells))
        self._cells.append((self.row, col, rowspan, width, text, bold))
        self._col = col + width

    def end_spans(self) -> None:
        """Ends all cells of the rows above before this row."""
        self._taken.clear()
        for at in self._reaching:
            row, col, rowspan, width, text, bold = self._cells[at]
            self._cells[at] = (row, col, min(rowspan, max(self.row - row, 1)), width, text, bold)
        self._reaching.clear()

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
