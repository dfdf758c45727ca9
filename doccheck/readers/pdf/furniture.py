"""Grids that are no tables: page frames, footer bars, chart axes, boxes of organisation charts."""

from __future__ import annotations

from doccheck.layout import Grid
from doccheck.model import Kotak

from .geometry import View

_FRAME = 0.6
"""Share of the page: a cell this large frames the page."""
_MARGIN = 0.07
"""Share of the page's height at its top and bottom in which small grids hold page numbers."""
_CHART = 0.12
"""Share of the cells that hold text: a chart's axes have fewer."""
_CHART_CELLS = 8


def is_furniture(grid: Grid, view: View) -> bool:
    """Whether the grid is page furniture; its text then counts as text around the tables."""
    filled = [cell for cell in grid.cells if cell.text]
    if not filled or (len(filled) == 1 and len(grid.cells) <= 2):
        return True
    page = view.width * view.height
    if len(filled) <= 3 and any(_area(cell.box) > _FRAME * page for cell in grid.cells):
        return True
    # A table's last row, cut off by the page break, may hold a single text too, but it is one row and not many.
    if grid.rows > 1 and len(grid.cells) >= _CHART_CELLS and len(filled) <= _CHART * len(grid.cells):
        return True
    if len(filled) == 1 and grid.rows > 1 and grid.cols <= 3:
        return True
    box = grid.box
    in_margin = box is not None and (box[3] < _MARGIN * view.height or box[1] > (1 - _MARGIN) * view.height)
    return in_margin and grid.rows <= 2 and len(filled) <= 3


def _area(box: Kotak | None) -> float:
    return (box[2] - box[0]) * (box[3] - box[1]) if box else 0.0
