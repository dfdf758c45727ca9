"""The heading of a table: which rows it takes, and the role of every column.

A heading may be several rows deep, is often followed by a row of column numbers ("(01) (02) ..."), may stand under a title row
that spans the table, may be repeated on each page or in mid-page, or be missing on continuation pages.
"""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec import Struct

from ...layout import Cell
from .kolom import Kolom, kolom_dari_kepala, peran_kepala
from .kolom_bersama import kolom_bersama
from .matriks import Matriks, covers, squeeze
from .tahun import hanya_tahun, tahun_berderet

_DIGITS = re.compile(r"\d+")
_NUMBER_CELL = re.compile(r"^[(\[]?\s*-?\d{1,2}(?:\s*[=+x/]\s*[\d\s()\[\]+x/-]+)?\s*[)\]]?$")
_ORDINAL_CELL = re.compile(r"^(?:tahun|thn|th|t)?(?:ke)?(?:[1-6]|i{1,3}|iv|vi?)$")
_TEXT_ROLES = frozenset(
    {"no", "kode", "rujukan", "pj", "sumber", "formula", "indikator", "satuan", "hierarki", "outcome", "output", "goal", "uraian"}
)
_STRONG = frozenset({"indikator", "target", "goal", "hierarki", "satuan", "pagu", "realisasi", "baseline", "rujukan", "uraian"})
_DATA_VALUE = re.compile(r"^[<>≥≤-]?\s*\d[\d.,]*\s*(?:%|[A-Za-z]+)?$")
_CODE = re.compile(r"[\dXx]\s?\.\s?(?:\d\d|XX)\b")
_MAX_HEADER_TEXT = 160
_CUT = 5
_SEARCH_ROWS, _ROWS_ABOVE = 12, 6
"""Rows in which a heading may begin, and rows with texts that may stand above it; titles over the whole width do not count as such."""


class Kepala(Struct, frozen=True):
    """Columns of a table and the rows of its heading: [first, end).

    grup: for each column the number of its group; neighbours under one heading cell of a text column ("TUJUAN" over a list
    number and the text) are one group. texts: squeezed texts of the heading's cells, by which a repeat of it is known. diisi: how many
    columns have the heading that the official form prints, because their own cannot be read.
    """

    kolom: tuple[Kolom, ...]
    grup: tuple[int, ...]
    first: int
    end: int
    texts: frozenset[str]
    diisi: int = 0

    def roles(self) -> frozenset[str]:
        """The roles of all columns."""
        return frozenset(kolom.peran for kolom in self.kolom)


def is_number_row(cells: list[Cell]) -> bool:
    """A row of column numbers: at least three cells, all small numbers, mostly rising by one ("14" may be printed "-14")."""
    if len(cells) < 3:
        return False
    texts = []
    for cell in cells:
        texts.append(" ".join(cell.text.split()))
        if not _NUMBER_CELL.match(texts[-1]):
            return False
    numbers = [int(found[0]) for text in texts if (found := _DIGITS.search(text))]
    rising = sum(b - a in (0, 1, 2) for a, b in pairwise(numbers))
    cut = len(numbers) >= _CUT and all(b - a == 1 for a, b in pairwise(numbers))  # "4 5 6 7 8" of a table without its first columns
    return (numbers[0] <= 2 or cut) and rising >= 0.7 * (len(numbers) - 1)


def _is_heading_text(text: str) -> bool:
    """Whether one cell reads like a part of a heading: a known heading, a year, or "Tahun ke-1"."""
    key = squeeze(text)
    if not key or len(key) > _MAX_HEADER_TEXT:
        return False
    return bool(peran_kepala(text) or hanya_tahun(text) or _ORDINAL_CELL.match(key) or tahun_berderet(text))


def _looks_like_data(cell: Cell) -> bool:
    """Sentences and codes are never part of a heading."""
    text = " ".join(cell.text.split())
    return len(text) > _MAX_HEADER_TEXT or bool(_CODE.match(text))


def find_header(matriks: Matriks, mulai: int | None) -> Kepala | None:
    """The heading that begins in the first row or a few rows below it (under title rows); None where there is none.

    `mulai`: the year that "Tahun ke-1" means.
    """
    for first in range(min(matriks.rows, _SEARCH_ROWS)):
        cells = matriks.filled(first)
        if not cells or (len(cells) == 1 and covers(cells, matriks.cols) > 0.5 and matriks.cols > 1):
            continue  # empty, or a title over the whole width
        if _opens_heading(cells):
            return _build(matriks, first - _upper(matriks, first), _header_end(matriks, first), mulai)
        if first >= _ROWS_ABOVE:
            break
    return None


def header_at(matriks: Matriks, mulai: int | None, row: int) -> Kepala | None:
    """The heading that begins at this very row; None where none does."""
    cells = matriks.filled(row)
    return _build(matriks, row, _header_end(matriks, row), mulai) if _opens_heading(cells) else None


def _opens_heading(cells: list[Cell]) -> bool:
    """Whether the filled cells of a row are a heading's first: two roles or more, and no data."""
    if len(cells) < 2 or any(map(_looks_like_data, cells)):
        return False
    kinds = set()
    other = 0
    for cell in cells:
        role = peran_kepala(cell.text)
        if role:
            kinds.add(role)
        elif not hanya_tahun(cell.text) and not tahun_berderet(cell.text):
            other += 1
            if other > 0.5 * len(cells):
                return False
    return len(kinds) >= 2 and any(role[0] in _STRONG for role in kinds)


def _upper(matriks: Matriks, first: int) -> int:
    """1 where the row above groups the columns of the heading ("Kepala Dinas" over sasaran and indikator, "TAHUN 2024"), else 0."""
    cells = matriks.filled(first - 1) if first else []
    short = all(len(cell.text) < 60 and not _looks_like_data(cell) for cell in cells)
    return int(len(cells) >= 2 and short and all(cell.colspan >= 2 or cell.rowspan >= 2 for cell in cells))


def _header_end(matriks: Matriks, first: int) -> int:
    """The row after the heading that begins at `first`."""
    end = first + 1
    for cell in matriks.starting(first):
        if cell.text.strip() and peran_kepala(cell.text) and cell.rowspan <= 6:
            end = max(end, cell.row + cell.rowspan)
    row = first + 1
    while row < min(matriks.rows, first + 9):
        cells = matriks.filled(row)
        if is_number_row(cells) and not _ordinals(matriks, first, row):
            return row + 1
        if row < end:
            if _is_data_row(cells):
                return row  # a heading cell whose lower rule is not drawn reaches into the data
            row += 1
            continue
        if not cells:
            if matriks.starting(row) and row + 1 < matriks.rows and _continues(matriks, first, row + 1):
                row += 1
                end = row
                continue
            break
        if not _continues(matriks, first, row):
            break
        row += 1
        end = row
    if end < matriks.rows and is_number_row(matriks.filled(end)):
        end += 1
    return end


def _ordinals(matriks: Matriks, first: int, row: int) -> bool:
    """Whether a row of small numbers within the heading holds ordinals ("Target Tahun ke-" over 1 2 3 4 5, "Triwulan" over 1 2 3 4) rather
    than column numbers: all stand below one heading cell, or below ones that speak of years or quarters."""
    cells = matriks.filled(row)
    above = [matriks.at(row - 1, cell.col) for cell in cells] if row > first else []
    parents = {id(cell): cell for cell in above if cell is not None and cell.row < row and cell.text.strip()}
    if not parents or len(above) != len(cells):
        return False
    most = 12 if any(re.search(r"\bbulan", cell.text, re.I) for cell in parents.values()) else 6
    if len(cells) > most * len(parents):
        return False
    if len(parents) == 1:
        only = next(iter(parents.values()))
        return only.colspan >= len(cells) and only.colspan < matriks.cols
    return all(re.search(r"tahun|triwulan|tw\b|ke\s*-", cell.text, re.I) and cell.colspan > 1 for cell in parents.values())


def _is_data_row(cells: list[Cell]) -> bool:
    """Whether a row within the reach of a heading cell holds data: at least three cells, most of them no heading words."""
    other = sum(not _is_heading_text(cell.text) for cell in cells)
    return len(cells) >= 3 and other >= 0.6 * len(cells) and any(_DATA_VALUE.match(" ".join(cell.text.split())) for cell in cells)


def _continues(matriks: Matriks, first: int, row: int) -> bool:
    """Whether a row is a further line of the heading that begins at `first`: nearly every filled cell reads like one, and most of them do
    not stand below a heading of their own width (goals of the data begin with "Program" and "Kegiatan" too)."""
    cells = matriks.filled(row)
    if not cells or any(map(_looks_like_data, cells)):
        return False
    heading = sum(_is_heading_text(cell.text) for cell in cells)
    below = sum(_below_own_heading(matriks, first, cell) for cell in cells)
    return below < 0.5 * len(cells) and (heading == len(cells) or (heading >= 2 and heading >= 0.8 * len(cells)))


def _below_own_heading(matriks: Matriks, first: int, cell: Cell) -> bool:
    """Whether a cell that is no year stands below a heading as wide as itself."""
    if hanya_tahun(cell.text):
        return False
    for row in range(cell.row - 1, first - 1, -1):
        above = matriks.at(row, cell.col)
        if above is not None and above.text.strip():
            return above.colspan <= cell.colspan and peran_kepala(above.text) is not None
    return False


def _build(matriks: Matriks, first: int, end: int, mulai: int | None) -> Kepala:
    columns: list[Kolom] = []
    groups: list[int] = []
    lowest: list[Cell | None] = []
    texts = set()
    paths: list[list[str]] = []
    numbers = {row for row in range(first, end) if is_number_row(matriks.filled(row)) and not _ordinals(matriks, first, row)}
    for col in range(matriks.cols):
        path: list[str] = []
        last: Cell | None = None
        for row in range(first, end):
            cell = matriks.at(row, col)
            if cell is None or cell is last or not cell.text.strip() or row in numbers:
                continue
            last = cell
            path.append(_heading_of(cell, col))
            texts.add(squeeze(cell.text))
        paths.append(path)
        columns.append(kolom_dari_kepala(path, mulai) if path else Kolom(peran="lain", kepala=""))
        joined = bool(lowest) and last is not None and lowest[-1] is last and columns[-1].peran in _TEXT_ROLES
        groups.append(groups[-1] if joined else len(lowest))
        lowest.append(last)
    columns = kolom_bersama(columns, paths, mulai)
    return Kepala(kolom=tuple(columns), grup=tuple(groups), first=first, end=end, texts=frozenset(texts))


def _heading_of(cell: Cell, col: int) -> str:
    """What a heading cell says of one of its columns: its text, or this column's year where it runs the years of all of them together."""
    years = tahun_berderet(cell.text)
    share, rest = divmod(cell.colspan, len(years)) if years else (0, 1)
    return cell.text if rest else years[(col - cell.col) // share]


def is_repeat(matriks: Matriks, row: int, kepala: Kepala) -> bool:
    """Whether a row repeats the heading (in mid-page, or half of it at the foot of a page)."""
    cells = matriks.filled(row)
    keys = [squeeze(cell.text) for cell in cells]
    if is_number_row(cells):
        return True
    if kepala.texts.isdisjoint(keys):  # nearly all rows
        return False
    known = sum(key in kepala.texts and not cell.text.strip().isdigit() for key, cell in zip(keys, cells, strict=True))
    years = sum(hanya_tahun(key) for key in keys)
    if years == len(keys) > 1 and kepala.texts.issuperset(keys):
        return True
    return known >= 1 and known + years >= 0.8 * len(keys)
