"""Rows of a table that has rules between its columns but none between its rows.

Such a table is one tall row of cells. Where a blank band runs through all of them, wider than the blanks between the lines of one text,
and the parts that it makes have figures in the same columns, a row ends there.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from doccheck.model import Kotak

from .geometry import Bools, Floats, Ints

_TALL = 75.0
"""Points: rows less high hold no rows of their own, or so few that they are taken apart by their texts."""
_LEAST = 3
"""So many cells stand side by side in a table."""
_BAND, _WIDER = 0.4, 1.8
"""Height of a band between rows: share of a character's, and multiple of the blank between lines."""
_FIGURES = 0.6
"""Share of the rows that have a figure in a column of figures."""


def open_rows(cells: list[Kotak], box: Floats, figure: Bools, owner: Ints) -> list[tuple[float, float, float]]:
    """Horizontal edges (y, x0, x1) between rows that no rule parts. box, figure, owner: per visible character, its box, whether it is part
    of a figure, and the index of its cell (or -1)."""
    rows: dict[tuple[int, int], list[int]] = defaultdict(list)
    for k, (_x0, y0, _x1, y1) in enumerate(cells):
        if y1 - y0 >= _TALL:
            rows[round(y0), round(y1)].append(k)
    found = []
    for row in rows.values():
        if len(row) >= _LEAST:
            mine = np.zeros(len(cells) + 1, bool)  # the last one stands for no cell
            mine[row] = True
            inside = mine[owner].nonzero()[0]
            bands = _bands(box[inside])
            if len(bands) and _tabular(bands, box[inside], figure[inside], owner[inside]):
                x0, x1 = min(cells[k][0] for k in row), max(cells[k][2] for k in row)
                found += [(float(y), x0, x1) for y in bands]
    return found


def _bands(box: Floats) -> Floats:
    """The middles of the blank bands that are wider than those between lines."""
    if len(box) < 2:
        return np.zeros(0)
    order = np.argsort(box[:, 1])
    top, reach = box[order, 1][1:], np.maximum.accumulate(box[order, 3])[:-1]
    gap = top - reach
    if not (gap > 0).any():
        return np.zeros(0)
    heights = np.sort(box[:, 3] - box[:, 1])
    height = float(heights[(len(heights) - 1) // 2] + heights[len(heights) // 2]) / 2  # np.median, at a tenth of its price
    wide = gap >= _BAND * height
    between = gap[(gap > 0) & ~wide]
    if len(between):
        wide &= gap >= _WIDER * between.max()
    middles: Floats = ((top + reach) / 2)[wide]
    return middles


def _tabular(bands: Floats, box: Floats, figure: Bools, owner: Ints) -> bool:
    """Whether the parts between the bands are rows: each has texts in several cells, and at least one column has figures in most."""
    part = np.searchsorted(bands, (box[:, 1] + box[:, 3]) / 2)
    column = np.unique(owner, return_inverse=True)[1]
    total = np.zeros((len(bands) + 1, int(column.max()) + 1), np.int64)
    figures = total.copy()
    np.add.at(total, (part, column), 1)
    np.add.at(figures, (part, column), figure)
    filled = total > 0
    if (filled.sum(1) < 2).any():
        return False
    pure = filled & (figures == total)
    only = (pure == filled).all(0) & (pure.sum(0) >= max(2, _FIGURES * len(total)))
    return bool(only.any())
