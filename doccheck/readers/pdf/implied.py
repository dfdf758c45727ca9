"""Columns that a table style leaves without vertical rules.

Word's coloured table styles draw the rows' rules only, or leave the header without inner rules. Its PDF still tells the
columns: every horizontal rule is drawn in pieces, one a cell. Where the rules above and below a cell are both broken at
the same place, with text on both sides of it and none across, a column ends there.
"""

from __future__ import annotations

import numpy as np

from doccheck.model import Kotak

from .geometry import Floats, Ints
from .grid import TOLERANCE
from .rulings import Edges

_NEAR = 2.0
"""Points between the breaks of the upper and the lower rule."""
_ABUT = 1.6
"""Points between two pieces of one rule; dashes stand wider apart."""
_BLANK = 3.5
"""Points: two texts nearer than this are one."""
_SHORTEST_MEAN = 10.0
"""Points: rules made of shorter pieces are dashed and tell nothing."""


def implied_columns(edges: Edges, drawn: Floats, cells: list[Kotak], box: Floats, owner: Ints) -> Edges:
    """The edges with the implied vertical ones added; the same object where there are none.

    drawn: the horizontal pieces of the file (the edges may hold implied ones). box, owner: per visible character, its box
    and the index of its cell (or -1).
    """
    added: list[tuple[float, float, float]] = []
    order = np.argsort(owner, kind="stable")
    bounds = np.searchsorted(owner[order], np.arange(len(cells) + 1))
    for k, (x0, y0, x1, y1) in enumerate(cells):
        if bounds[k + 1] - bounds[k] < 2 or x1 - x0 < 40:
            continue
        top = _breaks(drawn, y0, x0, x1)
        if top is not None and not len(top):
            continue
        bottom = _breaks(drawn, y1, x0, x1)
        common = _common(top, bottom)
        if not len(common):
            continue
        inside = box[order[bounds[k] : bounds[k + 1]]]
        added.extend((x, y0, y1) for x in _columns(inside, common.tolist()))
    if not added:
        return edges
    return Edges(edges.horizontal, np.concatenate([edges.vertical, np.array(added)]))


def _common(top: Floats | None, bottom: Floats | None) -> Floats:
    """Breaks of both rules; where one rule is missing, the other's."""
    if top is None or bottom is None:
        one = bottom if top is None else top
        return np.zeros(0) if one is None else one
    if not len(bottom):
        return bottom
    common: Floats = top[np.abs(top[:, None] - bottom[None]).min(1) <= _NEAR]
    return common


def _breaks(pieces: Floats, y: float, x0: float, x1: float) -> Floats | None:
    """Where the rule at height y is broken between x0 and x1: the middles between abutting pieces. None without a rule."""
    near = pieces[np.abs(pieces[:, 0] - y) <= TOLERANCE]
    near = near[(near[:, 2] > x0 + 1) & (near[:, 1] < x1 - 1)]
    if not len(near):
        return None
    if len(near) < 2 or float((near[:, 2] - near[:, 1]).mean()) < _SHORTEST_MEAN:
        return np.zeros(0)
    starts, ends = np.unique(near[:, 1]), np.unique(near[:, 2])
    at = np.searchsorted(starts, ends - 0.5)
    follows = at < len(starts)
    ends, following = ends[follows], starts[at[follows]]
    abutting = following - ends <= _ABUT
    middles: Floats = (ends[abutting] + following[abutting]) / 2
    return middles[(middles > x0 + 6) & (middles < x1 - 6)]


def _columns(box: Floats, breaks: list[float]) -> list[float]:
    """The breaks that no text crosses; none where all characters stand in one part (a merged cell)."""
    clear = [x for x in breaks if ((box[:, 2] <= x + 1.0) | (box[:, 0] >= x - 1.0)).all() and not _runs_across(box, x)]
    parts = np.searchsorted(clear, (box[:, 0] + box[:, 2]) / 2)
    return clear if len(clear) and parts.min() != parts.max() else []


def _runs_across(box: Floats, x: float) -> bool:
    """Whether a line of text goes on from one side of a break to the other: a merged cell's banner, whose characters merely do not touch
    the break. Texts of two cells stand further apart than a blank."""
    left = box[(box[:, 2] > x - _BLANK) & (box[:, 2] <= x + 1.0)]
    right = box[(box[:, 0] < x + _BLANK) & (box[:, 0] >= x - 1.0)]
    if not len(left) or not len(right):
        return False
    same_line = np.abs(left[:, None, 3] - right[None, :, 3]) <= TOLERANCE
    return bool((same_line & (right[None, :, 0] - left[:, None, 2] < _BLANK)).any())
