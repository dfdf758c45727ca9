"""From the rows of a sheet or CSV to paragraphs and grids: where its titles stand, where one table ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..layout import Cell, Grid, Paragraph, Source

Span = tuple[int, int, int, int]
"""A merged range: first row, first column, last row, last column, from 0, both ends included."""

_CAPTION = re.compile(r"(?:tabel|table|lampiran|formulir|form)\b[\s.:\-]*[\w.\-]*\d", re.IGNORECASE)
_LABEL_CELLS = 4
_MIN_HEADER = 3


class Matrix:
    """The texts of a sheet, with its merged ranges. `filled[r]` are the columns with text of row r; `tied` are the rows that
    a merged range with text joins to the row above (they belong together although they may be empty)."""

    def __init__(self, rows: Sequence[Sequence[str]], spans: Sequence[Span] = ()) -> None:
        self.rows = rows
        self.filled = [[col for col, text in enumerate(row) if text] for row in rows]
        self.spans: dict[tuple[int, int], tuple[int, int]] = {}
        self.covered: set[tuple[int, int]] = set()
        self.tied: set[int] = set()
        for top, left, bottom, right in sorted(spans):
            bottom = min(bottom, len(rows) - 1)
            if top > bottom or (top, left) in self.covered or (top == bottom and left == right):
                continue
            self.spans[top, left] = (bottom, right)
            self.covered.update((row, col) for row in range(top, bottom + 1) for col in range(left, right + 1))
            self.covered.discard((top, left))
            if left < len(rows[top]) and rows[top][left]:
                self.tied.update(range(top + 1, bottom + 1))

    def blank(self, row: int) -> bool:
        return not self.filled[row] and row not in self.tied


def blocks(matrix: Matrix, source: Source) -> tuple[Paragraph | Grid, ...]:
    """Paragraphs and grids in reading order; grids are numbered from 1.

    Tables are divided by two empty rows, by a caption ("Tabel 4.1 ...") or by a header that is printed again. Rows of one
    filled cell and label rows ("Perangkat Daerah : Dinas ...") above a table are paragraphs, within it they stay rows.
    """
    found: list[Paragraph | Grid] = []
    number = 0
    for first, last in _bands(matrix):
        row = first
        while row <= last and (text := _title(matrix, row)) is not None:
            found += [Paragraph(text)] if text else []
            row += 1
        end = last
        while end > row and matrix.blank(end):
            end -= 1
        if row <= end:
            number += 1
            found.append(_grid(matrix, row, end, number, source))
    return tuple(found)


def _bands(matrix: Matrix) -> Iterator[tuple[int, int]]:
    """First and last row of each part that holds at most one table with its titles."""
    start: int | None = None
    header: list[str] | None = None
    blanks = 0
    for row in range(len(matrix.rows)):
        if matrix.blank(row):
            blanks += 1
            continue
        if start is not None and (blanks >= 2 or (header and _starts_anew(matrix, row, header))):
            yield start, row - blanks - 1
            start = None
        if start is None:
            start, header = row, None
        if header is None and _title(matrix, row) is None:
            header = _texts(matrix, row)
        blanks = 0
    if start is not None:
        yield start, len(matrix.rows) - 1 - blanks


def _starts_anew(matrix: Matrix, row: int, header: list[str]) -> bool:
    """Whether a new table begins at this row: a caption, with titles, above a row of several cells; or the header again
    after an empty row or a title."""
    if len(matrix.filled[row]) != 1:
        return len(header) >= _MIN_HEADER and matrix.blank(row - 1) and _texts(matrix, row) == header
    text = _texts(matrix, row)[0]
    following = next((below for below in range(row + 1, min(row + 6, len(matrix.rows)))
                      if len(matrix.filled[below]) > 1), None)
    if following is None:
        return False
    if _CAPTION.match(text):
        return True
    return len(header) >= _MIN_HEADER and _texts(matrix, following) == header


def _texts(matrix: Matrix, row: int) -> list[str]:
    return [matrix.rows[row][col] for col in matrix.filled[row]]


def _title(matrix: Matrix, row: int) -> str | None:
    """The text of a row that is no part of a table ("" for an empty row), None for a row of a table."""
    if any(matrix.spans.get((row, col), (row, 0))[0] > row for col in matrix.filled[row]):
        return None
    texts = _texts(matrix, row)
    if len(texts) <= 1:
        return texts[0] if texts else "" if matrix.blank(row) else None
    if len(texts) <= _LABEL_CELLS and any(text.startswith(":") or text.endswith(":") for text in texts[:2]):
        return " ".join(texts)
    return None


def _grid(matrix: Matrix, first: int, last: int, number: int, source: Source) -> Grid:
    """The grid of rows first..last, without empty columns at both sides. Empty positions are cells too, as in a ruled table."""
    left = min(min(cols) for cols in matrix.filled[first:last + 1] if cols)
    right = max(max(cols) for cols in matrix.filled[first:last + 1] if cols)
    spans, covered = matrix.spans, matrix.covered
    cells: list[Cell] = []
    width = right - left + 1
    for row in range(first, last + 1):
        texts = matrix.rows[row]
        at = row - first
        if len(texts) < right + 1:
            texts = [*texts, *[""] * (right + 1 - len(texts))]
        if not spans:
            cells += [Cell(at, col, 1, 1, text) for col, text in enumerate(texts[left:right + 1])]
            continue
        for col in range(left, right + 1):
            if (row, col) in covered and not _cut(matrix, row, col, first, left):
                continue
            bottom, end = spans.get((row, col), (row, col))
            cells.append(Cell(at, col - left, min(bottom, last) - row + 1, min(end, right) - col + 1, texts[col]))
    return Grid(number, last - first + 1, width, tuple(cells), source, row0=first, col0=left)


def _cut(matrix: Matrix, row: int, col: int, first: int, left: int) -> bool:
    """Whether a covered position lost its merged range's first cell, because that lies outside the grid."""
    while (row, col) in matrix.covered and (row - 1 >= first or col - 1 >= left):
        origin = next(((top, start) for (top, start), (bottom, end) in matrix.spans.items()
                       if top <= row <= bottom and start <= col <= end), None)
        return origin is not None and (origin[0] < first or origin[1] < left)
    return True
