"""From the rows of a sheet or CSV to paragraphs and grids: where its titles stand, where one table ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..layout import Cell, Grid, Paragraph, Source

Place = tuple[int, int]
"""Row and column from 0."""
Span = tuple[int, int, int, int]
"""A merged range: first row, first column, last row, last column, from 0, both ends included."""

_CAPTION = re.compile(r"(?:tabel|table|lampiran|formulir|form)\b[\s.:\-]*[\w.\-]*\d", re.IGNORECASE)
_NUMBER = re.compile(r"[-<>\d.,\s%]*\d[-<>\d.,\s%]*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LABEL_CELLS = 4
_MIN_HEADER = 3


class Matrix:
    """The texts of a sheet, with its merged ranges.

    filled: per row, the columns with text · spans: last row and column of a merged range, by its first · origin: the first
    place of the range that covers a place · tied: rows that a merged range with text joins to the row above · reach: the last column
    of the merged ranges with text that begin in a row.
    """

    def __init__(self, rows: list[list[str]], spans: Sequence[Span] = ()) -> None:
        self.rows = rows
        self.spans: dict[Place, Place] = {}
        self.origin: dict[Place, Place] = {}
        self.tied: set[int] = set()
        self.reach: dict[int, int] = {}
        width = max(map(len, rows), default=0)
        for top, left, bottom, right in sorted(spans):
            bottom, right = min(bottom, len(rows) - 1), min(right, width - 1)
            places = [(row, col) for row in range(top, bottom + 1) for col in range(left, right + 1)]
            if len(places) < 2 or any(place in self.origin for place in places):
                continue
            self.spans[top, left] = (bottom, right)
            self.origin.update(dict.fromkeys(places, (top, left)))
            for row, col in places[1:]:
                rows[row][col] = ""  # Excel keeps what a merged range hides
            if rows[top][left]:
                self.tied.update(range(top + 1, bottom + 1))
                self.reach[top] = max(right, self.reach.get(top, right))
        self.filled = [[col for col, text in enumerate(row) if text] for row in rows]

    def blank(self, row: int) -> bool:
        """Whether a row holds no text, nor a merged range with text from above."""
        return not self.filled[row] and row not in self.tied

    def texts(self, row: int) -> list[str]:
        """The texts of a row, from left to right."""
        return [self.rows[row][col] for col in self.filled[row]]


def blocks(matrix: Matrix, source: Source) -> tuple[Paragraph | Grid, ...]:
    """Paragraphs and grids in reading order; grids are numbered from 1.

    Tables are divided by two empty rows, by a caption ("Tabel 4.1 ...") or by a header that is printed again. Rows of one
    filled cell and label rows ("Perangkat Daerah : Dinas ...") above a table are paragraphs, as are rows of one filled cell
    that follow it after an empty row; within a table they stay rows.
    """
    found: list[Paragraph | Grid] = []
    number = 0
    for first, last in _bands(matrix):
        row = first
        while row <= last and (text := _title(matrix, row)) is not None:
            found += [Paragraph(text)] if text else []
            row += 1
        if row > last:
            continue
        end = _table_end(matrix, row, last)
        number += 1
        found.append(_grid(matrix, row, end, number, source))
        found += [Paragraph(text) for below in range(end + 1, last + 1) if (text := _title(matrix, below))]
    return tuple(found)


def _bands(matrix: Matrix) -> Iterator[tuple[int, int]]:
    """First and last row of each part that holds at most one table with its titles."""
    start: int | None = None
    header: list[str] = []
    blanks = 0
    for row in range(len(matrix.rows)):
        if matrix.blank(row):
            blanks += 1
            continue
        if start is not None and header and _starts_anew(matrix, row, header, blanks):
            yield start, row - blanks - 1
            start = None
        if start is None:
            start, header = row, []
        if not header and _title(matrix, row) is None:
            header = matrix.texts(row)
        blanks = 0
    if start is not None:
        yield start, len(matrix.rows) - 1 - blanks


def _starts_anew(matrix: Matrix, row: int, header: list[str], blanks: int) -> bool:
    """Whether a new table begins at this row, below one with this header and so many empty rows."""
    texts = matrix.texts(row)
    if row in matrix.tied:
        return False
    if len(texts) != 1:
        if len(header) >= _MIN_HEADER and texts == header:
            return blanks > 0
        return blanks >= 2 and not any(_NUMBER.fullmatch(text) and not _YEAR.fullmatch(text) for text in texts)
    below = next((at for at in range(row + 1, min(row + 6, len(matrix.rows))) if len(matrix.filled[at]) > 1), None)
    if blanks >= 2 or below is None:
        return blanks >= 2
    return bool(_CAPTION.match(texts[0])) or (len(header) >= _MIN_HEADER and matrix.texts(below) == header)


def _title(matrix: Matrix, row: int) -> str | None:
    """The text of a row that is no part of a table ("" for an empty row), None for a row of a table."""
    if row in matrix.tied or any(matrix.spans.get((row, col), (row, 0))[0] > row for col in matrix.filled[row]):
        return None
    texts = matrix.texts(row)
    if len(texts) <= 1:
        return texts[0] if texts else ""
    is_label = texts[1].startswith(":") or (texts[0].endswith(":") and not texts[1].endswith(":"))
    return " ".join(texts) if is_label and len(texts) <= _LABEL_CELLS else None


def _table_end(matrix: Matrix, first: int, last: int) -> int:
    """The table's last row: before the rows of one cell at the end that an empty row parts from it (notes, a signature)."""
    at = last
    while at > first and _title(matrix, at) is not None and len(matrix.filled[at]) <= 1:
        at -= 1
    end = at
    while end < last and not matrix.blank(end + 1):
        end += 1
    return end


def _grid(matrix: Matrix, first: int, last: int, number: int, source: Source) -> Grid:
    """The grid of rows first..last, without empty columns at both sides. Empty positions are cells too, as in a ruled table."""
    left = min(cols[0] for cols in matrix.filled[first:last + 1] if cols)
    right = max(cols[-1] for cols in matrix.filled[first:last + 1] if cols)
    right = max(right, *(matrix.reach.get(row, right) for row in range(first, last + 1)))
    cells: list[Cell] = []
    width = right - left + 1
    for row in range(first, last + 1):
        texts = matrix.rows[row][left:right + 1]
        texts += [""] * (width - len(texts))
        at = row - first
        if not matrix.spans:
            cells += [Cell(at, col, 1, 1, text) for col, text in enumerate(texts)]
            continue
        for col, text in enumerate(texts, left):
            origin = matrix.origin.get((row, col), (row, col))
            if origin == (row, col):
                bottom, end = matrix.spans.get(origin, origin)
                cells.append(Cell(at, col - left, min(bottom, last) - row + 1, min(end, right) - col + 1, text))
            elif origin[1] < left:  # the empty range begins outside of the grid
                cells.append(Cell(at, col - left, 1, 1, ""))
    return Grid(number, last - first + 1, width, tuple(cells), source, row0=first, col0=left)
