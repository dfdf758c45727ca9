"""A PDF file into a Layout, page by page."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from doccheck.catatan import ReadError, catatan
from doccheck.layout import Cell, Grid, Layout, Page, Paragraph
from doccheck.model import Catatan, Kotak, Lokasi

from . import ffi
from .cells import assign
from .chars import read_chars
from .complete import complete_cells
from .furniture import is_furniture
from .geometry import page_view, transform
from .grid import group_tables
from .lines import Line, text_lines
from .rulings import page_edges, page_objects
from .structure import build


def read_pdf(path: Path) -> Layout:
    """Reads a PDF. Raises ReadError: EXT-07 encrypted, EXT-08 damaged or not a PDF, EXT-09 empty.

    A page that cannot be read becomes a note (EXT-15), a page without text one (EXT-01); the others are read.
    """
    pages: list[Page] = []
    notes: list[Catatan] = []
    with ffi.open_document(path) as (document, handle):
        for index in range(len(document)):
            place = Lokasi(halaman=index + 1)
            try:
                with ffi.open_page(handle, index) as opened:
                    page = _read_page(opened, index + 1)
                if not page.blocks:
                    notes.append(catatan("EXT-01", place))
            except ReadError as error:
                page = Page((), number=index + 1)
                notes.append(catatan(error.kode, place, error.rincian))
            except (ValueError, IndexError, OverflowError, MemoryError, ArithmeticError) as error:
                page = Page((), number=index + 1)
                notes.append(catatan("EXT-15", place, type(error).__name__))
            pages.append(page)
        title = str(document.get_metadata_dict().get("Title") or "").strip() or None
    return Layout(str(path), "pdf", tuple(pages), tuple(notes), title)


def _read_page(page: int, number: int) -> Page:
    view = page_view(page)
    objects = page_objects(page)
    edges = page_edges(objects, view)
    with ffi.open_text(page) as text:
        chars = read_chars(text, view, objects.hidden_text)
        shades = transform(objects.shades, view.matrix)
        tables = group_tables(complete_cells(edges, shades, objects.colours, chars))
        boxes = [box for table in tables for box in table]
        lines = text_lines(text, chars, assign(boxes, chars.box))
    by_cell: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        by_cell[line.key].append(line)
    blocks: list[tuple[float, float, Paragraph | Grid]] = []
    loose = by_cell[-1]
    first, count = 0, 0
    for table in tables:
        inside = [by_cell.get(first + k, []) for k in range(len(table))]
        first += len(table)
        grid = _grid(table, inside, count + 1)
        if grid is None or is_furniture(grid, view):
            loose.extend(line for cell in inside for line in cell)
        else:
            count += 1
            assert grid.box is not None
            blocks.append((grid.box[1], grid.box[0], grid))
    for line in loose:
        blocks.append((line.y, line.box[0], Paragraph(line.text, _rounded(line.box), line.bold, line.size)))
    blocks.sort(key=lambda block: block[:2])
    return Page(tuple(block for _, _, block in blocks), number, None, view.width, view.height, view.turns * 90)


def _grid(boxes: list[Kotak], inside: list[list[Line]], number: int) -> Grid | None:
    """The grid of a table; None where a single cell remains."""
    if len(boxes) == 1:
        return None
    structure = build(boxes, [bool(lines) for lines in inside])
    cells = []
    for row, col, rowspan, colspan, source in structure.cells:
        lines = inside[source]
        cells.append(
            Cell(
                row,
                col,
                rowspan,
                colspan,
                "\n".join(line.text for line in lines),
                _rounded(boxes[source]),
                tuple(line.bold for line in lines),
                tuple(round(line.y, 1) for line in lines),
            )
        )
    if len(cells) < 2:
        return None
    box = (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )
    x = tuple(round(edge, 1) for edge in structure.x)
    return Grid(number, structure.rows, len(x) - 1, tuple(cells), "ruled", _rounded(box), x)


def _rounded(box: Kotak) -> Kotak:
    return round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1)
