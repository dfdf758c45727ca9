"""Where a place of the model lies in the tree of a DOCX: the walk of the reader once more, this time keeping the elements."""

from __future__ import annotations

from typing import Any

from ..readers.docx import _children, _is_deleted, _number, _Walker
from ..readers.docx_styles import Styles, W
from ..report.sel import datar, pilih
from .pesan import Tanda

_TR, _TC, _P, _T = W + "tr", W + "tc", W + "p", W + "t"


class _Tables(_Walker):
    """The reader's walk, which numbers the tables, with the element of each."""

    def __init__(self, styles: Styles) -> None:
        super().__init__(styles)
        self.found: dict[int, Any] = {}

    def _table(self, table: Any) -> None:
        before = self._tables
        super()._table(table)
        # a frame around tables has no number of its own, an empty table loses it again: then what is nested in it has taken it already
        if self._tables > before:
            self.found.setdefault(before + 1, table)


class Letak:
    """Finds the paragraphs at which marks belong."""

    def __init__(self, document: Any, styles: Any | None) -> None:
        self._body = document.find(W + "body")
        walker = _Tables(Styles(styles))
        walker.block(self._body)
        self._tables = walker.found
        self._cells: dict[int, dict[tuple[int, int], Any]] = {}

    def cari(self, mark: Tanda) -> list[Any]:
        """The paragraphs of the cell, the one with the quoted text first; the first paragraph of the document where the place is none in a
        table (a finding on the document as a whole)."""
        cell = self._cell(mark)
        if cell is None:
            return [self._first()]
        paragraphs = _children(cell, (_P,)) or list(cell.iter(_P))
        if not paragraphs:
            return [self._first()]
        wanted = {datar(text) for text in (mark.bukti.nilai, mark.bukti.kutipan) if text}
        return sorted(paragraphs, key=lambda p: not any(text in datar(teks(p)) for text in wanted))

    def _cell(self, mark: Tanda) -> Any | None:
        place = mark.bukti
        table = self._tables.get(place.tabel or 0)
        if table is None or place.baris is None:
            return None
        if place.tabel not in self._cells:
            self._cells[place.tabel or 0] = cells_of(table)
        grid = self._cells[place.tabel or 0]
        row = {col: cell for (at, col), cell in sorted(grid.items(), key=lambda item: item[0]) if at == place.baris - 1}
        distinct = list({id(cell): cell for cell in row.values()}.values())
        named = row.get((place.kolom or 0) - 1)
        column = next((n for n, cell in enumerate(distinct) if cell is named), None)
        chosen = pilih([teks(cell) for cell in distinct], place, column)
        return None if chosen is None else distinct[chosen]

    def _first(self) -> Any:
        found = next(self._body.iter(_P), None)
        if found is None:
            from lxml import etree

            found = etree.Element(_P)
            self._body.insert(0, found)
        return found


def cells_of(table: Any) -> dict[tuple[int, int], Any]:
    """(row, column) from 0 -> the w:tc that covers it, merged ones many times; rows as the reader counts them."""
    grid: dict[tuple[int, int], Any] = {}
    rows = [row for row in _children(table, (_TR,)) if not _is_deleted(row)]
    for number, row in enumerate(rows):
        col = _number(row.find(f"{W}trPr/{W}gridBefore"), 0)
        for cell in _children(row, (_TC,)):
            span = _number(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            goes_on = merge is not None and merge.get(W + "val", "continue") == "continue"
            owner = grid.get((number - 1, col), cell) if goes_on else cell
            grid.update({(number, col + n): owner for n in range(span)})
            col += span
    return grid


def teks(element: Any) -> str:
    """The text in it, paragraphs apart."""
    if element.tag == _P:
        return "".join(one.text or "" for one in element.iter(_T))
    return " ".join(teks(paragraph) for paragraph in element.iter(_P))
