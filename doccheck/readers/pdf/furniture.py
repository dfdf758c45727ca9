"""Grids that are no tables: page frames, footer bars, chart axes."""

from __future__ import annotations

from doccheck.layout import Grid

from .geometry import View

_FRAME_SHARE = 0.6
"""Share of the page: a cell this large frames the page."""
_MARGIN = 0.07
"""Share of the page's height at its top and bottom in which small grids hold page numbers."""


def is_furniture(grid: Grid, view: View) -> bool:
    """Whether the grid is page furniture; its text then counts as text around the tables."""
    filled = [cell for cell in grid.cells if cell.text]
    if not filled or (len(filled) == 1 and len(grid.cells) <= 2):
        return True
    page = view.width * view.height
    if len(filled) <= 3 and any(_area(cell.box) > _FRAME_SHARE * page for cell in grid.cells):
        return True
    assert grid.box is not None
    in_margin = grid.box[3] < _MARGIN * view.height or grid.box[1] > (1 - _MARGIN) * view.height
    return in_margin and grid.rows <= 2 and len(filled) <= 3


def _area(box: tuple[float, float, float, float] | None) -> float:
    return (box[2] - box[0]) * (box[3] - box[1]) if box else 0.0
