"""Columns that a table style leaves without vertical rules.

Word's coloured table styles draw the rows' rules only, or leave the header without inner rules. Its PDF still tells the
columns: every horizontal rule is drawn in pieces, one a cell. Where the rules above and below a cell are both broken at
the same place, with text on both sides of it and none across, a column ends there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

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
    order = owner.argsort(kind="stable")
    bounds = np.searchsorted(owner[order], np.arange(len(cells) + 1)).tolist()
    rules = _Rules(drawn)
    for k, (x0, y0, x1, y1) in enumerate(cells):
        if x1 - x0 < 40 or bounds[k + 1] - bounds[k] < 2:
            continue
        top = rules.breaks(y0, x0, x1)
        if top is not None and not top:
            continue
        common = _common(top, rules.breaks(y1, x0, x1))
        if not common:
            continue
        inside = box[order[bounds[k] : bounds[k + 1]]]
        added.extend((x, y0, y1) for x in _columns(inside, common))
    if not added:
        return edges
    return Edges(edges.horizontal, np.concatenate([edges.vertical, np.array(added)]))


def _common(top: list[float] | None, bottom: list[float] | None) -> list[float]:
    """Breaks of both rules; where one rule is missing, the other's."""
    if top is None or bottom is None:
        return (bottom if top is None else top) or []
    return [x for x in top if any(abs(x - other) <= _NEAR for other in bottom)]


class _Rules:
    """The horizontal rules of a page, each looked at when a cell first asks for it."""

    def __init__(self, pieces: Floats) -> None:
        self._heights, self._starts, self._ends = pieces[pieces[:, 0].argsort(kind="stable")].T.tolist()
        self._known: dict[float, _Rule] = {}

    def breaks(self, y: float, x0: float, x1: float) -> list[float] | None:
        """See _Rule.breaks; y: the rule's height."""
        rule = self._known.get(y)
        if rule is None:
            near = slice(bisect_left(self._heights, y - TOLERANCE), bisect_right(self._heights, y + TOLERANCE))
            rule = self._known[y] = _Rule(self._starts[near], self._ends[near])
        return rule.breaks(x0, x1)


class _Rule:
    """The pieces (their starts and ends) that make a horizontal rule at one height, over the width of the page."""

    def __init__(self, starts: list[float], ends: list[float]) -> None:
        self._starts, self._ends = sorted(starts), sorted(ends)

    def breaks(self, x0: float, x1: float) -> list[float] | None:
        """Where it is broken between x0 and x1, at least 12 points away: the middles between abutting pieces. None where there is no
        piece."""
        if bisect_left(self._starts, x1 - 1) == bisect_right(self._ends, x0 + 1):  # all that begin before x1 end before x0
            return None
        if bisect_left(self._starts, x0 + 5) == bisect_left(self._starts, x1 - 5):  # no piece begins inside, as in most cells
            return []
        return self._middles[bisect_left(self._middles, x0 + 6) : bisect_left(self._middles, x1 - 6)]

    @cached_property
    def _middles(self) -> list[float]:
        """The middles between pieces that abut; none in dashed rules."""
        starts, ends = self._starts, self._ends
        if sum(ends) - sum(starts) < _SHORTEST_MEAN * len(starts):
            return []
        next_starts = ((end, bisect_left(starts, end - 0.5)) for end in dict.fromkeys(ends))
        return [(end + starts[at]) / 2 for end, at in next_starts if at < len(starts) and starts[at] - end <= _ABUT]


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
