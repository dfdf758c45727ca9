"""A PDF through pdfplumber alone, for comparison with the first engine: its "lines" strategy, shading filtered out."""

from __future__ import annotations

import logging
from itertools import pairwise
from pathlib import Path
from typing import Any

from doccheck.catatan import ReadError, catatan
from doccheck.layout import Cell, Grid, Layout, Page, Paragraph
from doccheck.model import Catatan, Kotak, Lokasi

from . import ffi

_THIN = 2.2
"""Points: a filled rectangle no thicker is a drawn line, a thicker one shading."""
_SAME = 1.0
"""Points between two edges that are one."""
_FEW = 12
"""Characters up to which a page with pictures counts as scanned."""


def read_plumber(path: Path) -> Layout:
    """Reads a PDF. Raises ReadError as read_pdf does; notes: EXT-01 for scanned pages, EXT-15 for pages that could not be read."""
    import pdfplumber

    with ffi.open_document(path):
        pass  # says what is wrong with a file that cannot be opened
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    pages: list[Page] = []
    notes: list[Catatan] = []
    try:
        with pdfplumber.open(path) as document:
            for number, sheet in enumerate(document.pages, start=1):
                try:
                    page = _page(sheet, number)
                except Exception as error:  # pdfminer raises nearly anything on damaged pages
                    page = Page((), number=number)
                    notes.append(catatan("EXT-15", Lokasi(halaman=number), type(error).__name__))
                else:
                    if sheet.images and len(sheet.chars) < _FEW:
                        notes.append(catatan("EXT-01", Lokasi(halaman=number)))
                pages.append(page)
                sheet.close()
    except Exception as error:
        raise ReadError("EXT-08", f"{type(error).__name__}: {error}") from error
    return Layout(str(path), "pdf", tuple(pages), tuple(notes))


def _no_shading(item: dict[str, Any]) -> bool:
    """pdfplumber takes every filled rectangle for four edges."""
    filled = item["object_type"] == "rect" and item.get("fill") and not item.get("stroke")
    return not (filled and min(item["width"], item["height"]) > _THIN)


def _page(sheet: Any, number: int) -> Page:
    plain = sheet.filter(_no_shading)
    grids = [grid for table in plain.find_tables() if (grid := _grid(plain, table)) is not None]
    grids = [_numbered(grid, at) for at, grid in enumerate(grids, start=1)]
    outside = plain
    for grid in grids:
        if grid.box is not None:
            outside = outside.outside_bbox(_clipped(grid.box, sheet), strict=False)
    paragraphs = [
        Paragraph(str(line["text"]), _rounded((line["x0"], line["top"], line["x1"], line["bottom"])), _bold(line), _size(line))
        for line in outside.extract_text_lines()
    ]
    blocks: list[Paragraph | Grid] = [*paragraphs, *grids]
    blocks.sort(key=lambda block: (block.box or (0, 0, 0, 0))[1::-1])
    return Page(tuple(blocks), number, None, float(sheet.width), float(sheet.height), int(sheet.rotation or 0))


def _clipped(box: Kotak, sheet: Any) -> Kotak:
    x0, y0, x1, y1 = sheet.bbox
    return max(box[0], x0), max(box[1], y0), min(box[2], x1), min(box[3], y1)


def _grid(page: Any, table: Any) -> Grid | None:
    """The cells of a table by the edges that they have in common; None for a frame around text."""
    boxes = [tuple(map(float, cell)) for cell in table.cells]
    if len(boxes) < 2:
        return None
    x = _edges([value for box in boxes for value in (box[0], box[2])])
    y = _edges([value for box in boxes for value in (box[1], box[3])])
    cells = []
    for x0, y0, x1, y1 in boxes:
        left, top, right, foot = _at(x, x0), _at(y, y0), _at(x, x1), _at(y, y1)
        lines = page.crop(_clipped((x0, y0, x1, y1), page)).extract_text_lines() if right > left and foot > top else []
        cells.append(
            Cell(
                top, left, foot - top, right - left, "\n".join(str(line["text"]) for line in lines), _rounded((x0, y0, x1, y1)),
                tuple(map(_bold, lines)), tuple(round(float(line["bottom"]), 1) for line in lines),
            )
        )  # fmt: skip
    cells = sorted((cell for cell in cells if cell.rowspan > 0 and cell.colspan > 0), key=lambda cell: (cell.row, cell.col))
    box = _rounded((x[0], y[0], x[-1], y[-1]))
    return Grid(0, len(y) - 1, len(x) - 1, tuple(cells), "ruled", box, tuple(round(edge, 1) for edge in x)) if len(cells) > 1 else None


def _numbered(grid: Grid, number: int) -> Grid:
    return Grid(number, grid.rows, grid.cols, grid.cells, grid.source, grid.box, grid.x)


def _edges(values: list[float]) -> list[float]:
    """Positions without those that repeat the one before."""
    values = sorted(values)
    return [values[0], *(right for left, right in pairwise(values) if right - left > _SAME)]


def _at(edges: list[float], value: float) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - value))


def _bold(line: dict[str, Any]) -> bool:
    return "bold" in str(line["chars"][0].get("fontname", "")).lower()


def _size(line: dict[str, Any]) -> float:
    return round(float(line["chars"][0].get("size", 0.0)) * 2) / 2


def _rounded(box: tuple[float, float, float, float]) -> Kotak:
    return round(float(box[0]), 1), round(float(box[1]), 1), round(float(box[2]), 1), round(float(box[3]), 1)
