"""What the readers hand on: the pages of a file with their paragraphs and grids. Readers know nothing of goals.

A grid is a table as drawn, cell by cell, with spans. Positions count from 0 in `Cell.row` and `Cell.col`;
boxes are in points from the top left of the page as shown (`Kotak`); formats without pages have no boxes.
"""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from msgspec import Struct

from .model import Catatan, Kotak

Source = Literal["ruled", "text", "ocr", "docx", "sheet", "html", "csv"]


class Cell(Struct, frozen=True, gc=False):
    """One cell. Lines of `text` are separated by "\\n" (a visual line of a PDF; a paragraph or break of a DOCX; <br> of HTML).

    bold: per line of `text`, whether it is set in a bold face (empty where the format or the font does not tell);
    y: per line of `text`, the baseline (PDF only, else empty). Both have the length of text.split("\\n") or are empty.
    confidence: of OCR, else 1.0 · angka: per line of `text`, how surely OCR read its digits (1.0 for a line without; empty unless OCR read
    the cell), since a cell of words may be doubtful and its number not, and the other way round.
    """

    row: int
    col: int
    rowspan: int
    colspan: int
    text: str
    box: Kotak | None = None
    bold: tuple[bool, ...] = ()
    y: tuple[float, ...] = ()
    confidence: float = 1.0
    angka: tuple[float, ...] = ()


class Grid(Struct, frozen=True):
    """A table as drawn on one page (or sheet). Cells are sorted by (row, col) and do not overlap; a position that no cell
    covers is a hole. `number` counts from 1 on the page or sheet (in the document, where there are no pages)."""

    number: int
    rows: int
    cols: int
    cells: tuple[Cell, ...]
    source: Source
    box: Kotak | None = None
    x: tuple[float, ...] = ()
    """Column edges, cols + 1 values (PDF only)."""
    row0: int = 0
    """Row of the sheet, from 0, at which the grid's row 0 stands (sheets and CSV, so that a person finds the cell)."""
    col0: int = 0
    """Column of the sheet, from 0, at which the grid's column 0 stands."""


class Paragraph(Struct, frozen=True):
    """A line or paragraph outside the tables. `heading`: outline level from 1 where the format says so (DOCX, HTML);
    `size`: font size in points (0.0 unknown)."""

    text: str
    box: Kotak | None = None
    bold: bool = False
    size: float = 0.0
    heading: int | None = None


class Page(Struct, frozen=True, dict=True):
    """A page (PDF), a sheet (XLSX, ODS, XLS, CSV: `sheet` set) or the whole flow (DOCX, HTML: neither number nor sheet).

    blocks: paragraphs and grids in reading order. rotation: degrees clockwise by which the file turns the page.
    """

    blocks: tuple[Paragraph | Grid, ...]
    number: int | None = None
    sheet: str | None = None
    width: float = 0.0
    height: float = 0.0
    rotation: int = 0

    @cached_property
    def grids(self) -> list[Grid]:
        return [block for block in self.blocks if isinstance(block, Grid)]

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        return [block for block in self.blocks if isinstance(block, Paragraph)]


class Layout(Struct, frozen=True):
    """A file as read. `title`: from the file's own properties, a weak hint. `notes`: what could not be read."""

    path: str
    format: Literal["pdf", "docx", "xlsx", "html", "csv"]
    pages: tuple[Page, ...]
    notes: tuple[Catatan, ...] = ()
    title: str | None = None
