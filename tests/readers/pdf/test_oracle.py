"""The grid finder against pdfplumber's "lines" strategy, which it follows, on tables of several styles.

pdfplumber takes every filled rectangle for four edges, so that shading is filtered out of its page first.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from reportlab.lib.colors import lightblue
from reportlab.pdfgen.canvas import Canvas

from doccheck.readers.pdf import read_pdf

from . import drawing as d

Box = tuple[float, ...]


def random_cells(rng: random.Random, rows: int, cols: int) -> list[d.Span]:
    """A table whose cells span at random."""
    taken: set[tuple[int, int]] = set()
    cells: list[d.Span] = []
    for row in range(rows):
        for col in range(cols):
            if (row, col) in taken:
                continue
            high = rng.choice([1, 1, 1, 2]) if row + 1 < rows else 1
            wide = rng.choice([1, 1, 2]) if col + 1 < cols and (row, col + 1) not in taken else 1
            taken |= {(row + a, col + b) for a in range(high) for b in range(wide)}
            cells.append((row, col, high, wide, f"{row}-{col}"))
    return cells


def shaded(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    d.rect(canvas, x0 + 1, y0 + 1, x1 - 1, (y0 + y1) / 2, fill=lightblue)
    d.stroked(canvas, x0, y0, x1, y1)


def no_shading(item: dict[str, Any]) -> bool:
    filled = item["object_type"] == "rect" and item.get("fill") and not item.get("stroke")
    return not (filled and min(item["width"], item["height"]) > 2.2)


def expected(path: Path) -> set[Box]:
    with pdfplumber.open(path) as pdf:
        tables = pdf.pages[0].filter(no_shading).find_tables()
        return {tuple(round(value) for value in cell) for table in tables for cell in table.cells if cell}


@pytest.mark.parametrize("style", [d.stroked, d.thin_fills, d.dashed, shaded], ids=lambda style: style.__name__)
@pytest.mark.parametrize("seed", range(6))
def test_cells_equal_those_of_pdfplumber(tmp_path: Path, seed: int, style: Callable[..., None]) -> None:
    rng = random.Random(seed)
    rows, cols = rng.randint(3, 9), rng.randint(3, 7)
    x = [50.0 + 70 * k for k in range(cols + 1)]
    y = [80.0 + 30 * k for k in range(rows + 1)]
    cells = random_cells(rng, rows, cols)

    def draw(canvas: Canvas) -> None:
        for x0, y0, x1, y1, _ in d.boxes(cells, x, y):
            style(canvas, x0, y0, x1, y1)
        d.fill_in(canvas, cells, x, y)

    path = d.pdf(tmp_path / "t.pdf", draw)
    found = {tuple(round(value) for value in cell.box) for grid in d.grids(read_pdf(path)) for cell in grid.cells if cell.box}
    missing = [box for box in expected(path) if not any(near(box, other) for other in found)]
    assert missing == []
    assert len(found) == len(cells)


def near(one: Box, other: Box) -> bool:
    return all(abs(a - b) <= 1 for a, b in zip(one, other, strict=True))
