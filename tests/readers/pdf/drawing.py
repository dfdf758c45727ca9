"""Small PDFs drawn by the tests: tables in the ways that word processors and spreadsheets draw them.

Coordinates are in points from the top left of the page, as in the Layout.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from reportlab.lib.colors import Color, black, orange
from reportlab.pdfgen.canvas import Canvas

from doccheck.layout import Grid, Layout

PAGE = (595.0, 842.0)
SIZE = 9.0

Span = tuple[int, int, int, int, str]
"""row, col, rowspan, colspan, text (lines separated by newlines)."""


def pdf(path: Path, draw: Callable[[Canvas], None], page: tuple[float, float] = PAGE, **settings: object) -> Path:
    """Makes a PDF of what `draw` draws."""
    canvas = Canvas(str(path), pagesize=page, invariant=1, **settings)
    draw(canvas)
    canvas.save()
    return path


def spans(rows: Sequence[Sequence[str | None]]) -> list[Span]:
    """Cells of a table as a person writes it: None continues the cell on the left, or above where there is none on the left."""
    cells: list[Span] = []
    owner: dict[tuple[int, int], int] = {}
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text is not None:
                owner[r, c] = len(cells)
                cells.append((r, c, 1, 1, text))
                continue
            k = owner[r, c - 1] if (r, c - 1) in owner and cells[owner[r, c - 1]][0] <= r and _joins(row, c) else owner[r - 1, c]
            owner[r, c] = k
            row0, col0, _, _, content = cells[k]
            cells[k] = (row0, col0, max(r - row0 + 1, cells[k][2]), max(c - col0 + 1, cells[k][3]), content)
    return cells


def _joins(row: Sequence[str | None], c: int) -> bool:
    """Whether the cell at c continues its left neighbour: some text stands left of it in the row."""
    return any(text is not None for text in row[:c])


def line(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    height = canvas._pagesize[1]
    canvas.line(x0, height - y0, x1, height - y1)


def rect(canvas: Canvas, x0: float, y0: float, x1: float, y1: float, fill: Color | None = None, stroke: bool = False) -> None:
    if fill is not None:
        canvas.setFillColor(fill)
    canvas.rect(x0, canvas._pagesize[1] - y1, x1 - x0, y1 - y0, stroke=int(stroke), fill=int(fill is not None))
    canvas.setFillColor(black)


def text(canvas: Canvas, x: float, y: float, content: str, font: str = "Helvetica", size: float = SIZE) -> None:
    """Writes one line with its baseline at y."""
    canvas.setFont(font, size)
    canvas.drawString(x, canvas._pagesize[1] - y, content)


def boxes(cells: Sequence[Span], x: Sequence[float], y: Sequence[float]) -> Iterator[tuple[float, float, float, float, str]]:
    """x0, y0, x1, y1 and text of each cell, from the edges of columns and rows."""
    for row, col, rowspan, colspan, content in cells:
        yield x[col], y[row], x[col + colspan], y[row + rowspan], content


def fill_in(canvas: Canvas, cells: Sequence[Span], x: Sequence[float], y: Sequence[float]) -> None:
    """Writes the texts of the cells."""
    for x0, y0, _, _, content in boxes(cells, x, y):
        for k, part in enumerate(content.split("\n")):
            text(canvas, x0 + 4, y0 + 11 + 11 * k, part)


# Ways to rule a table: each draws the sides of one cell.


def stroked(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    """A stroked frame, as LibreOffice draws."""
    rect(canvas, x0, y0, x1, y1, stroke=True)


def thin_fills(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    """Filled rectangles half a point thick with a square at each corner, as Word draws."""
    for a, b, c, d in ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)):
        rect(canvas, a, b, c + 0.5, d + 0.5, fill=black)


def doubled(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    """Two frames, four points apart."""
    stroked(canvas, x0 + 2, y0 + 2, x1 - 2, y1 - 2)
    stroked(canvas, x0 - 2, y0 - 2, x1 + 2, y1 + 2)


def dashed(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    """Sides of many short strokes."""
    for a, b, c, d in ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)):
        steps = max(1, round(((c - a) + (d - b)) / 4))
        for k in range(steps):
            share, end = k / steps, (k + 0.6) / steps
            line(canvas, a + (c - a) * share, b + (d - b) * share, a + (c - a) * end, b + (d - b) * end)


def per_line_shading(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    """One filled rectangle a text line, then the frame."""
    for top in range(round(y0), round(y1) - 5, 11):
        rect(canvas, x0 + 1, top + 1, x1 - 1, min(top + 11, y1 - 1), fill=orange)
    stroked(canvas, x0, y0, x1, y1)


def row_rules(canvas: Canvas, x: Sequence[float], y: Sequence[float], breaks: Sequence[Sequence[float]]) -> None:
    """Horizontal rules only, in pieces: `breaks` lists, per rule, the columns' edges at which it is broken."""
    for at, inner in zip(y, breaks, strict=True):
        for a, b in pairwise([x[0], *inner, x[-1]]):
            rect(canvas, a + (0.5 if a != x[0] else 0), at, b, at + 0.5, fill=black)


def grids(layout: Layout, page: int = 1) -> list[Grid]:
    return layout.pages[page - 1].grids


def table(grid: Grid) -> list[list[str | None]]:
    """The grid as a person writes it: the text at each cell's first position, None where a cell continues."""
    rows: list[list[str | None]] = [[None] * grid.cols for _ in range(grid.rows)]
    for cell in grid.cells:
        rows[cell.row][cell.col] = cell.text
    return rows
