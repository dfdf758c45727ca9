"""Sheets that say they are huge: a few cells far apart, for which a reader would allocate everything between them."""

from __future__ import annotations

import re

from msgspec import Struct

MAX_DENSE = 8_000_000
"""Cells, empty ones too, up to which a sheet is read whatever it holds."""
MIN_SHARE = 0.01
"""Share of the cells that must hold a value in larger ones."""
_WIDE = re.compile(rb'\br="[A-Z]{3}\d')
_ROW = re.compile(rb'\br="(\d{1,7})"')
_VALUE = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>/]*>\s*<(?:\w+:)?(?:v|f|is)\b')
_BEYOND = re.compile(rb'\br="([A-Z]{4,}|[A-Z]{0,3}(?=\d{8}))(\d{1,18})')
"""A cell or row beyond the last that a sheet can have (XFD1048576): of a damaged file, wherever it stands."""
_TWO_LETTERS = 702
"""Columns whose names have at most two letters."""


class Extent(Struct, frozen=True):
    """The rectangle around the cells with a value, and how many there are."""

    rows: int
    cols: int
    filled: int


def absurd_extent(xml: bytes) -> Extent | None:
    """The extent of a sheet's XML where it is too large for what it holds; None for ordinary sheets, told by a quick look at the last
    row, the longest name of a column, and for a cell that no sheet can have. Cells that only have a format don't count (people colour
    whole rows)."""
    if beyond := _BEYOND.search(xml):
        return Extent(int(beyond[2]), column_number(beyond[1][:4]), xml.count(b"<v>") + xml.count(b"<is>"))
    last = _last_row(xml)
    if last * (16_384 if _WIDE.search(xml) else _TWO_LETTERS) <= MAX_DENSE:
        return None
    rows = cols = filled = 0
    first_row, first_col = 2**31, 2**31
    letters: dict[bytes, int] = {}
    for hit in _VALUE.finditer(xml):
        row = int(hit[2])
        col = letters.get(hit[1]) or letters.setdefault(hit[1], column_number(hit[1]))
        rows, cols, filled = max(rows, row), max(cols, col), filled + 1
        first_row, first_col = min(first_row, row), min(first_col, col)
    extent = Extent(rows - first_row + 1, cols - first_col + 1, filled) if filled else Extent(0, 0, 0)
    dense = extent.rows * extent.cols
    return extent if dense > MAX_DENSE and filled < MIN_SHARE * dense else None


def column_number(letters: bytes) -> int:
    """The column that letters name, from 1: "A" 1, "AA" 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _last_row(xml: bytes) -> int:
    """Number of the last row in the file; rows stand in order, those of odd writers that leave the numbers out count as few."""
    at = max(xml.rfind(b"<row "), xml.rfind(b":row "))
    hit = _ROW.search(xml, at, at + 300) if at >= 0 else None
    return int(hit[1]) if hit else 0
