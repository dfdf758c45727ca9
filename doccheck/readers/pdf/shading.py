"""What cell shading tells where rules are missing.

Shading gives no edges by itself: a cell is often shaded by one rectangle a text line. But the header of a coloured table
may have no rule above it or below it, only its colour.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from doccheck.model import Kotak

from .cells import Tiles
from .ffi import Pointer
from .geometry import Bools, Floats, Ints
from .rulings import Edges, fill_colours

_TOUCH = 3.0
"""Points between the side of a shade and the side of its cell."""
_LEAST = 7.0
"""Points: no part of a cell is lower than a small text line."""
_BAND = (7.0, 120.0)
"""Height of a header that stands as shading on top of a ruled table."""
_AT_ONCE = 200
"""Points compared with all shades at once."""
_COVER = 0.85
"""Share of the table's width that such a header covers."""


def shaded_parts(tiles: Tiles, shades: Floats, filled: list[Pointer], ink: Floats, owner: Ints) -> list[tuple[float, float, float]]:
    """Horizontal edges (y, x0, x1) inside cells where the shading changes over the whole width, between text lines.

    shades, filled: boxes as shown and handles, in the order of drawing. ink, owner: boxes of the visible
    characters and their cells.
    """
    count = len(shades)
    x0, top, x1, bottom = shades.T
    x = np.concatenate([x0 + 1, x1 - 1, x0 + 1, x1 - 1])
    level = np.concatenate([top, top, bottom, bottom])
    cell = tiles.at(x, level)
    corners = tiles.corners
    box = corners[cell]
    left = np.arange(4 * count) % (2 * count) < count
    gap = np.where(left, x - 1 - box[:, 0], box[:, 2] - x - 1)
    inside = (cell >= 0) & (np.abs(gap) <= _TOUCH) & (level > box[:, 1] + _LEAST) & (level < box[:, 3] - _LEAST)
    if not inside.any():
        return []
    cell, height = _on_both_sides(cell[inside], np.rint(level[inside]).astype(np.int64), left[inside])
    between = _between_lines(cell, height, ink, owner)
    if not between.any():
        return []
    cell, height = cell[between], height[between]
    x0, _, x1, _ = corners[cell].T
    above, below = (_last_shade(shades, (x0 + x1) / 2, height + step) for step in (-3, 3))
    other = above != below
    other[other] = _colours(filled, above[other]) != _colours(filled, below[other])
    return list(zip(height[other].astype(float).tolist(), x0[other].tolist(), x1[other].tolist(), strict=True))


def _on_both_sides(cell: Ints, height: Ints, left: Bools) -> tuple[Ints, Ints]:
    """The different cells and heights in their order, of those that occur on the left and on the right."""
    order = np.lexsort((left, height, cell))
    cell, height, left = cell[order], height[order], left[order]
    both = ((cell[1:] == cell[:-1]) & (height[1:] == height[:-1]) & (left[1:] != left[:-1])).nonzero()[0]
    return cell[both], height[both]


def _between_lines(cell: Ints, height: Ints, ink: Floats, owner: Ints) -> Bools:
    """Per height in a cell, whether characters of the cell stand above and below it and none across."""
    order = owner.argsort(kind="stable")
    owner = owner[order]
    start, end = np.searchsorted(owner, cell), np.searchsorted(owner, cell, "right")
    between: Bools = end > start
    count = (end - start)[between]
    if not len(count):
        return between
    first = count.cumsum() - count
    each = order[np.repeat(start[between] - first, count) + np.arange(count.sum())]
    level = np.repeat(height[between], count)
    upper, lower = ink[each, 3] <= level + 2, ink[each, 1] >= level - 2
    either = np.logical_and.reduceat(upper | lower, first)
    between[between] = either & np.logical_or.reduceat(upper, first) & np.logical_or.reduceat(lower, first)
    return between


def _last_shade(shades: Floats, x: Floats, y: Ints) -> Ints:
    """Per point, the last shade drawn over it, -1 for none."""
    found = np.full(len(x), -1)
    for k in range(0, len(x), _AT_ONCE):
        across, down = x[k : k + _AT_ONCE, None], y[k : k + _AT_ONCE, None]
        over = (shades[:, 0] <= across) & (shades[:, 2] >= across) & (shades[:, 1] <= down) & (shades[:, 3] >= down)
        found[k : k + _AT_ONCE] = np.where(over.any(1), over.shape[1] - 1 - over[:, ::-1].argmax(1), -1)
    return found


def _colours(filled: list[Pointer], shade: Ints) -> Ints:
    """The colours of shades by their numbers, -1 for none."""
    colours = np.full(len(shade), -1)
    some = shade >= 0
    colours[some] = fill_colours([filled[k] for k in shade[some].tolist()])
    return colours


def shaded_headers(tables: list[list[Kotak]], shades: Floats) -> Edges:
    """Edges of header rows that stand as shading, without rules, directly on top of ruled tables."""
    flat: list[tuple[float, float, float]] = []
    upright: list[tuple[float, float, float]] = []
    for table in tables:
        left, right = min(cell[0] for cell in table), max(cell[2] for cell in table)
        bottom = min(cell[1] for cell in table)
        band = shades[
            (shades[:, 0] >= left - _TOUCH)
            & (shades[:, 2] <= right + _TOUCH)
            & (np.abs(shades[:, 3] - bottom) <= _TOUCH)
            & (shades[:, 3] - shades[:, 1] >= _BAND[0])
            & (shades[:, 3] - shades[:, 1] <= _BAND[1])
        ]
        if len(band) < 2 or len(table) < 2:
            continue
        top = float(np.median(band[:, 1]))
        band = band[np.abs(band[:, 1] - top) <= _TOUCH]
        edges = np.unique(np.round(band[:, [0, 2]]))
        covered = sum(b - a for a, b in pairwise(edges.tolist()) if ((band[:, 0] <= a + 1) & (band[:, 2] >= b - 1)).any())
        if covered < _COVER * (right - left):
            continue
        flat.append((top, left, right))
        flat.append((bottom, left, right))
        upright.extend((x, top, bottom) for x in band[:, [0, 2]].ravel().tolist())
    return Edges(np.array(flat).reshape(-1, 3), np.array(upright).reshape(-1, 3))
