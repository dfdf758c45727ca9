"""HTML, also that which is saved as .xls or .doc: tables with spans, headings, lines; hidden elements are left out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import lxml.html
from lxml import etree

from ..catatan import ReadError
from ..kalimat import kalimat
from ..layout import Grid, Layout, Page, Paragraph
from .encoding import decode, encoding
from .html_text import BLOCKS, HEADINGS, Lines, cell_lines, is_hidden, sets_bold
from .lines import tidy_line
from .table import TableBuilder

_META = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)


def read_html(path: Path) -> Layout:
    """One page with all paragraphs and tables. Raises ReadError EXT-08 (no HTML) and EXT-09 (no text)."""
    text = _decode(path.read_bytes())
    if text is None:
        raise ReadError("EXT-08", kalimat("bernama {akhiran}, tetapi isinya data biner", akhiran=path.suffix.lower()))
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
        if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):  # the rest of the page is not in the tree
            raise ReadError("EXT-08", kalimat("HTML bersarang terlalu dalam"))
        walker = _Walker()
        walker.flow(root, False)
        walker.flush(False)
    except etree.ParserError as error:
        raise ReadError("EXT-09", str(error)) from error
    except RecursionError as error:
        raise ReadError("EXT-08", kalimat("HTML bersarang terlalu dalam")) from error
    if not walker.blocks:
        raise ReadError("EXT-09")
    title = tidy_line(root.findtext(".//title") or "")
    return Layout(str(path), "html", (Page(tuple(walker.blocks)),), title=title or None)


def _decode(data: bytes) -> str | None:
    """By the byte order mark, as UTF-8 where it holds, else as the page itself says (which errs more often)."""
    named = _META.search(data[:4096]) if encoding(data) == "cp1252" else None
    try:
        return data.decode(named[1].decode("ascii"), "replace") if named else decode(data)
    except LookupError:
        return decode(data)


class _Walker:
    """Collects the blocks of one page."""

    def __init__(self) -> None:
        self.blocks: list[Paragraph | Grid] = []
        self._lines = Lines()
        self._tables = 0

    def flush(self, bold: bool, heading: int | None = None) -> None:
        """Ends the paragraph."""
        lines = [line for line in self._lines.take() if line[0]]
        if lines:
            text = "\n".join(line for line, _ in lines)
            self.blocks.append(Paragraph(text, bold=bold or all(is_bold for _, is_bold in lines), heading=heading))

    def flow(self, element: Any, bold: bool) -> None:
        """Text outside of tables."""
        tag = element.tag
        if tag == "table":
            self.flush(False)
            self._table(element)
            return
        if is_hidden(element):
            return
        if tag == "br":
            self._lines.end(True)
            return
        bold = bold or sets_bold(element)
        level = HEADINGS.get(tag)
        is_block = tag in BLOCKS or level is not None
        if is_block:
            self.flush(False)
        self._lines.text(element.text, bold)
        for child in element:
            self.flow(child, bold)
            self._lines.text(child.tail, bold)
        if is_block:
            self.flush(False, level)

    def _table(self, table: Any) -> None:
        """Adds the caption, the grid, then the grids of nested tables. A table of one cell that holds tables is a frame."""
        if is_hidden(table):
            return
        for caption in table.iterchildren("caption"):
            self.flow(caption, False)
            self.flush(False)
        sections = _sections(table)
        cells = [cell for rows in sections for row in rows for cell in row.iterchildren("td", "th")]
        if len(cells) == 1 and next(cells[0].iter("table"), None) is not None:
            self.flow(cells[0], False)
            self.flush(False)
            return
        full = _width(sections)
        self._tables += 1
        number, builder, nested = self._tables, TableBuilder(), list[Any]()
        for rows in sections:
            deep = _too_deep(rows)
            for index, row in enumerate(rows):
                builder.next_row()
                if builder.spanned() and len(row) >= 3 and _own_width(row) == full:
                    builder.end_spans()
                for cell in row.iterchildren("td", "th"):
                    left = len(rows) - index
                    rowspan = 1 if cell is deep else _span(cell.get("rowspan"), zero=left)
                    kept = [] if is_hidden(cell) else cell_lines(cell, nested)
                    builder.add("\n".join(line for line, _ in kept), tuple(is_bold for _, is_bold in kept) or (False,),
                                min(rowspan, left), _span(cell.get("colspan")))
        grid = builder.grid(number, "html")
        if grid is None:
            self._tables -= 1
        else:
            self.blocks.append(grid)
        for inner in nested:
            self._table(inner)


def _own_width(row: Any) -> int:
    return sum(_span(cell.get("colspan")) for cell in row.iterchildren("td", "th"))


def _too_deep(rows: list[Any]) -> Any:
    """The heading over a group of columns that takes the rows of its own subheadings; None where there is none.

    All cells of the first row reach down ("Target" over its years too, by mistake), so that the second row would stand right of the table;
    it is as wide as one of them.
    """
    if len(rows) < 3:
        return None
    first = list(rows[0].iterchildren("td", "th"))
    if len(first) < 3 or any(_span(cell.get("rowspan"), zero=2) < 2 for cell in first):
        return None
    groups = [cell for cell in first if 1 < _span(cell.get("colspan")) == _own_width(rows[1])]
    return groups[0] if len(groups) == 1 else None


def _width(sections: list[list[Any]]) -> int:
    """The width of a table of three columns or more by its first row, 0 where another row is wider by itself.

    A row that fills this width leaves no room for cells from above: exports of spreadsheets drop empty rows and keep the spans that
    counted them, and all that follows would stand in wrong columns.
    """
    widths = [_own_width(row) for rows in sections for row in rows]
    return widths[0] if widths and widths[0] == max(widths) >= 3 else 0


def _sections(table: Any) -> list[list[Any]]:
    """The visible rows by section, in the order shown: heads, bodies (rows outside of any belong to the one before), feet."""
    heads, bodies, feet = list[list[Any]](), list[list[Any]](), list[list[Any]]()
    loose: list[Any] = []
    for child in table:
        if child.tag == "tr":
            if not loose:
                bodies.append(loose)
            loose.append(child)
        elif child.tag in ("thead", "tbody", "tfoot"):
            loose = []
            rows = list(child.iterchildren("tr"))
            {"thead": heads, "tbody": bodies, "tfoot": feet}[child.tag].append(rows)
    return [[row for row in rows if not is_hidden(row)] for rows in heads + bodies + feet]


def _span(value: str | None, zero: int = 1) -> int:
    """A rowspan or colspan as browsers read it: leading digits, else 1; 0 is `zero` (to the end of the section)."""
    if value is None:
        return 1
    digits = re.match(r"\s*\+?(\d{1,6})", value)
    return 1 if digits is None else int(digits[1]) or zero
