"""DOCX: paragraphs and tables in the order of the text, by an own walk over the tree.

python-docx's row.cells repeats what is merged and costs four times as much; and it refuses files with a broken relationship,
which some exporters write.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

from lxml import etree

from ..bahasa import _
from ..catatan import ReadError, catatan
from ..kalimat import kalimat
from ..layout import Grid, Layout, Page, Paragraph
from ..model import Catatan
from .docx_styles import Styles, W, on
from .docx_text import MC, Line, paragraph_text
from .tab_rows import with_tab_rows
from .table import TableBuilder
from .zip_xml import DAMAGED, PARSER

_TCPR, _SPAN, _VMERGE, _HMERGE, _P, _TBL = (W + name for name in ("tcPr", "gridSpan", "vMerge", "hMerge", "p", "tbl"))
_CLOSED = frozenset(W + name for name in (
    "del", "moveFrom", "p", "tbl", "tr", "tc", "tcPr", "trPr", "sectPr", "tblPr", "tblGrid", "tblPrEx", "sdtPr", "sdtEndPr",
))
"""Elements in which nothing of the text around them lies: deleted, of another kind, or properties."""
_CELL_CONTENT = (_P, _TBL)
_MAIN_TYPES = ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml", "macroEnabled.main+xml",
               "macroEnabledTemplate.main+xml")
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
"""Namespace of Word's "Strict Open XML Document"; the elements are the same."""
_OLE_OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_IMAGE_DATA = "{urn:schemas-microsoft-com:vml}imagedata"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def read_docx(path: Path) -> Layout:
    """One page with all paragraphs and tables; headers and footers are left out.

    Raises ReadError EXT-08 (damaged) and EXT-09 (no text).
    """
    try:
        with zipfile.ZipFile(path) as archive:
            root = _parse(archive, _main_part(archive))
            styles = Styles(_optional(archive, "word/styles.xml"))
            core = _optional(archive, "docProps/core.xml")
        body = root.find(W + "body")
        if body is None:
            raise ReadError("EXT-08", kalimat("dokumen Word tanpa isi (w:body)"))
        walker = _Walker(styles)
        walker.block(body)
    except (*DAMAGED, RecursionError) as error:
        raise ReadError("EXT-08", str(error)) from error
    if not walker.blocks:
        raise ReadError("EXT-09", _instead(body))
    title = (core.findtext(_TITLE) or "").strip() if core is not None else ""
    return Layout(str(path), "docx", (Page(tuple(with_tab_rows(walker.blocks, walker.fields))),), _embedded(body), title or None)


def _embedded(body: Any) -> tuple[Catatan, ...]:
    """Workbooks and SmartArt (pohon kinerja) set into the text: their content lies in other parts and is not read."""
    workbooks = sum(item.get("ProgID", "").startswith("Excel.") for item in body.iter(_OLE_OBJECT))
    diagrams = sum(1 for _ in body.iter(_DIAGRAM))
    counted = (
        (workbooks, _("{n} objek Excel tertanam dalam dokumen Word")), (diagrams, _("{n} bagan SmartArt dalam dokumen Word")),
    )  # fmt: skip
    return tuple(catatan("EXT-02", rincian=text.format(n=count)) for count, text in counted if count)


def _instead(body: Any) -> str:
    """What a document without text has instead."""
    if next(body.iter(W + "altChunk"), None) is not None:
        return kalimat("isinya potongan HTML (altChunk); simpan ulang berkas dengan Word")
    pictures = sum(1 for _ in body.iter(_BLIP, _IMAGE_DATA))
    return kalimat("tanpa teks, hanya {n} gambar", n=pictures) if pictures else ""


def _parse(archive: zipfile.ZipFile, part: str) -> Any:
    return etree.fromstring(archive.read(part).replace(_STRICT, W[1:-1].encode()), PARSER)


def _optional(archive: zipfile.ZipFile, part: str) -> Any | None:
    try:
        return _parse(archive, part)
    except (KeyError, etree.XMLSyntaxError):
        return None


def _main_part(archive: zipfile.ZipFile) -> str:
    """Where the text lies; not always word/document.xml."""
    for override in _parse(archive, "[Content_Types].xml"):
        if override.get("ContentType", "").endswith(_MAIN_TYPES):
            return str(override.get("PartName")).lstrip("/")
    return "word/document.xml"


class _Walker:
    """Collects the blocks of one document."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.blocks: list[Paragraph | Grid] = []
        self.fields: dict[int, tuple[str, ...]] = {}
        """What stands between the tabs of paragraphs, by their identity: tables are put in before what was read of them."""
        self._tables = 0

    def block(self, container: Any) -> None:
        """Everything in a w:body, w:sdtContent, w:txbxContent or table cell, in order."""
        for child in _children(container, _CELL_CONTENT):
            if child.tag == _P:
                self._paragraph(child)
            else:
                self._table(child)

    def _paragraph(self, element: Any) -> None:
        text = paragraph_text(element, self.styles)
        lines = [line for line in text.lines if line.text]
        if lines:
            self.blocks.append(Paragraph(
                "\n".join(line.text for line in lines), bold=all(line.bold for line in lines),
                size=max(line.size for line in lines), heading=text.heading,
            ))
            if text.fields:
                self.fields[id(self.blocks[-1])] = text.fields
        for box in text.boxes:
            self.block(box)

    def _table(self, table: Any) -> None:
        """Adds the grid of a table, then those of the tables nested in it. A table of one cell that holds tables is a frame
        around them and no table."""
        rows = [(row, list(_children(row, (W + "tc",)))) for row in _children(table, (W + "tr",)) if not _is_deleted(row)]
        if len(rows) == 1 and len(rows[0][1]) == 1 and any(True for _ in _children(rows[0][1][0], (W + "tbl",))):
            self.block(rows[0][1][0])
            return
        self._tables += 1
        place, number = len(self.blocks), self._tables
        builder, nested = _Rows(self), list[Any]()
        for row, cells in rows:
            builder.row(row, cells, nested)
        grid = builder.grid(number)
        if grid is None:
            self._tables -= 1
        else:
            self.blocks.insert(place, grid)
        for inner in nested:
            self._table(inner)

    def cell_lines(self, cell: Any, nested: list[Any]) -> list[Line]:
        """Lines of a cell. The text of tables and boxes in it is among them; the tables are also collected in `nested`."""
        lines: list[Line] = []
        for child in _children(cell, _CELL_CONTENT):
            if child.tag == _P:
                text = paragraph_text(child, self.styles)
                lines += text.lines
                for box in text.boxes:
                    lines += self.cell_lines(box, nested)
            else:
                nested.append(child)
                for row in _children(child, (W + "tr",)):
                    for inner in _children(row, (W + "tc",)):
                        lines += [line for line in self.cell_lines(inner, []) if line.text]
        return lines


class _Rows:
    """Places the rows of one w:tbl."""

    def __init__(self, walker: _Walker) -> None:
        self._walker = walker
        self._placed: list[list[Any]] = []  # [row, col, rowspan, colspan, lines]
        self._open: dict[int, list[Any]] = {}
        self._row = -1

    def row(self, row: Any, cells: list[Any], nested: list[Any]) -> None:
        """Adds a w:tr with its w:tc; tables in them are collected in `nested`."""
        self._row += 1
        col = _number(row.find(f"{W}trPr/{W}gridBefore"), 0)
        still_open: dict[int, list[Any]] = {}
        last: list[Any] | None = None
        for cell in cells:
            properties = cell.find(_TCPR)
            span, merge, across = 1, None, None
            if properties is not None:
                span = _number(properties.find(_SPAN), 1)
                merge = properties.find(_VMERGE)
                across = properties.find(_HMERGE)
            if across is not None and across.get(W + "val", "continue") == "continue" and last is not None:
                last[3] += span
                col += span
                continue
            above = self._open.get(col)
            if merge is not None and merge.get(W + "val", "continue") == "continue" and above is not None and above[3] == span:
                above[2] += 1
                still_open[col], last = above, None
            else:
                last = [self._row, col, 1, span, self._walker.cell_lines(cell, nested)]
                self._placed.append(last)
                if merge is not None:
                    still_open[col] = last
            col += span
        self._open = still_open

    def grid(self, number: int) -> Grid | None:
        """The finished grid, None where no cell has text."""
        builder = TableBuilder()
        for row, col, rowspan, colspan, lines in self._placed:
            while builder.row < row:
                builder.next_row()
            builder.at(col)
            text, bold = _cell_text(lines)
            builder.add(text, bold, rowspan, colspan)
        return builder.grid(number, "docx")


def _cell_text(lines: list[Line]) -> tuple[str, tuple[bool, ...]]:
    start, end = 0, len(lines)
    while start < end and not lines[start].text:
        start += 1
    while end > start and not lines[end - 1].text:
        end -= 1
    kept = lines[start:end]
    return "\n".join(line.text for line in kept), tuple(line.bold for line in kept) or (False,)


def _children(container: Any, tags: tuple[str, ...]) -> list[Any]:
    """The elements of these tags in reading order, through content controls, insertions and custom XML, not into each other."""
    found: list[Any] = []
    for child in container:
        tag = child.tag
        if tag in tags:
            found.append(child)
        elif tag == MC + "AlternateContent":
            found += next((inner for branch in child if (inner := _children(branch, tags))), [])
        elif tag not in _CLOSED:
            found += _children(child, tags)
    return found


def _is_deleted(row: Any) -> bool:
    properties = row.find(W + "trPr")
    return properties is not None and (
        properties.find(W + "del") is not None
        or ((hidden := properties.find(W + "hidden")) is not None and on(hidden))
    )


def _number(element: Any | None, default: int) -> int:
    value = element.get(W + "val", "") if element is not None else ""
    return int(value) if re.fullmatch(r"\d{1,4}", value) else default

