"""Tables with rules under their rows and none between their columns.

The rules of such a style are drawn in pieces, one a cell (see `implied`). Neighbouring rules that begin and end together
and are broken at the same places, with no text across, are the rows of a table; its sides and columns are drawn in here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from .geometry import Floats
from .grid import TOLERANCE
from .rulings import Edges

_NEAR = 2.0
"""Points between the breaks of two rules that mean one column edge."""
_ABUT = 1.6
"""Points between two pieces that meet at a column edge; boxes of a diagram stand wider apart."""
_LEAST_PIECE = 10.0
"""Points: mean length of pieces below which a rule is dashed and tells nothing."""
LEAST_PIECES = 6
"""Three rules in two pieces each make the smallest table of this kind."""
_HIGHEST = 700.0
"""Points between two rules of one table."""
_BANNER = 40.0
"""Points: height up to which a row may be empty, or a text over the whole width."""
_SIDE = 6.0
"""Points from a rule's end within which a break is no column."""

Vertical = tuple[float, float, float]
"""x, y0, y1."""


class _Rule(NamedTuple):
    """All pieces at one height: where the first starts and the last ends, where they are broken, and where pieces meet."""

    y: float
    start: float
    end: float
    breaks: tuple[float, ...]
    joints: tuple[float, ...]


def row_columns(edges: Edges, ink: Floats) -> Floats:
    """Vertical edges (n, 3) as x, y0, y1 of the tables of a page that have rules under their rows only.

    ink: boxes (n, 4) of the visible characters.
    """
    found: list[Vertical] = []
    if len(edges.horizontal) >= LEAST_PIECES and _bare_bands(edges) >= 2:
        for table in _tables(_rules(edges.horizontal), edges.vertical, ink):
            found.extend(_verticals(table, ink))
    return np.array(found).reshape(-1, 3)


def _bare_bands(edges: Edges) -> int:
    """How many neighbouring rules begin and end together, in pieces, without a vertical rule from one to the other: a quick
    look that spares most pages the long one."""
    pieces = edges.horizontal[edges.horizontal[:, 0].argsort(kind="stable")]
    new = np.ones(len(pieces) + 1, bool)
    new[1:-1] = pieces[1:, 0] - pieces[:-1, 0] > TOLERANCE
    bounds = new.nonzero()[0]
    first, count = bounds[:-1], bounds[1:] - bounds[:-1]
    if np.count_nonzero(count > 1) < 3:
        return 0
    y = pieces[first, 0]
    start, end = np.minimum.reduceat(pieces[:, 1], first), np.maximum.reduceat(pieces[:, 2], first)
    numbers = np.arange(len(first) - 1)
    apart = np.abs(start[1:, None] - start[:-1]) + np.abs(end[1:, None] - end[:-1]) > 2 * TOLERANCE
    alike = ~(apart | (numbers[:, None] < numbers)) & (count[1:, None] > 1) & (count[:-1] > 1)
    partner = np.where(alike.any(1), alike.shape[1] - 1 - alike[:, ::-1].argmax(1), -1)
    lower = (partner >= 0).nonzero()[0]
    top, bottom = y[partner[lower]], y[lower + 1]
    overlap = np.minimum(edges.vertical[:, 2], bottom[:, None]) - np.maximum(edges.vertical[:, 1], top[:, None])
    return int((~(overlap > 0.5 * (bottom - top)[:, None]).any(1)).sum())


def _rules(pieces: Floats) -> list[_Rule]:
    """The rules of a page from top to bottom."""
    groups: list[list[tuple[float, float, float]]] = []
    last = -np.inf
    for y, start, end in sorted(map(tuple, pieces.tolist())):
        if y - last > TOLERANCE:
            groups.append([])
        groups[-1].append((y, start, end))
        last = y
    return [_rule(group) for group in groups]


def _rule(pieces: list[tuple[float, float, float]]) -> _Rule:
    """The rule that pieces (y, start, end) make."""
    starts, ends = [piece[1] for piece in pieces], [piece[2] for piece in pieces]
    start, end = min(starts), max(ends)
    breaks: list[float] = []
    joints: list[float] = []
    if len(pieces) > 1 and sum(ends) - sum(starts) >= _LEAST_PIECE * len(pieces):
        middles = _middles([*starts, *ends])
        starts.sort()
        ends.sort()
        for x in middles:
            if start + _SIDE < x < end - _SIDE:
                breaks.append(x)
                if _meets(starts, x) and _meets(ends, x):
                    joints.append(x)
    return _Rule(sum(piece[0] for piece in pieces) / len(pieces), start, end, tuple(breaks), tuple(joints))


def _meets(values: list[float], x: float) -> bool:
    """Whether one of sorted values stands at a place."""
    at = bisect_left(values, x - _ABUT)
    return at < len(values) and values[at] <= x + _ABUT


def _middles(values: list[float]) -> list[float]:
    """The means of values that stand together."""
    values.sort()
    first = [0, *(k for k, (one, other) in enumerate(pairwise(values), 1) if other - one > _NEAR), len(values)]
    return [sum(values[a:b]) / (b - a) for a, b in pairwise(first)]


def _tables(rules: list[_Rule], drawn: Floats, ink: Floats) -> Iterator[list[_Rule]]:
    """Runs of rules that begin and end together, with the shorter ones between them (under a merged heading)."""
    run: list[_Rule] = []
    between: list[_Rule] = []
    for rule in rules:
        if run and _aligned(run[-1], rule) and not _ruled(drawn, run[-1], rule) and not _gap(run[-1], rule, ink):
            run += [*between, rule]
        elif run and _inside(run[-1], rule):
            between.append(rule)
            continue
        else:
            yield run
            run = [rule] if rule.joints else []
        between = []
    yield run


def _aligned(upper: _Rule, lower: _Rule) -> bool:
    return (
        abs(upper.start - lower.start) <= TOLERANCE
        and abs(upper.end - lower.end) <= TOLERANCE
        and lower.y - upper.y <= _HIGHEST
        and bool(upper.joints or lower.joints)
    )


def _inside(upper: _Rule, rule: _Rule) -> bool:
    """Whether a rule is shorter than the one above it and stands within its ends."""
    within = upper.start - TOLERANCE <= rule.start and rule.end <= upper.end + TOLERANCE
    return within and rule.end - rule.start < upper.end - upper.start - 2 * _LEAST_PIECE and rule.y - upper.y <= _HIGHEST


def _ruled(drawn: Floats, upper: _Rule, lower: _Rule) -> bool:
    """Whether vertical rules are drawn over most of the height between two rules: then the table needs no help."""
    inside = drawn[(drawn[:, 0] >= upper.start - TOLERANCE) & (drawn[:, 0] <= upper.end + TOLERANCE)]
    overlap = np.minimum(inside[:, 2], lower.y) - np.maximum(inside[:, 1], upper.y)
    inside, overlap = inside[overlap > 0], overlap[overlap > 0]
    if not len(inside):
        return False
    column = (inside[:, 0] / TOLERANCE).astype(int)
    return bool(np.bincount(column - column.min(), overlap).max() > 0.5 * (lower.y - upper.y))


def _gap(upper: _Rule, lower: _Rule, ink: Floats) -> bool:
    """Whether what stands between two rules is no row: empty space or lines of prose between two tables. A banner, which
    runs across the columns too, is low."""
    text = _between(ink, upper.y, lower.y)
    shared = _shared(upper, lower)
    return lower.y - upper.y > _BANNER and (not len(text) or not shared or len(_clear(shared, text)) < len(shared))


def _shared(upper: _Rule, lower: _Rule) -> list[float]:
    return [x for x in upper.breaks if any(abs(x - other) <= _NEAR for other in lower.breaks)]


def _between(ink: Floats, top: float, bottom: float) -> Floats:
    middle = (ink[:, 1] + ink[:, 3]) / 2
    return ink[(middle > top) & (middle < bottom)]


def _clear(places: list[float], text: Floats) -> list[float]:
    """The places that no character crosses."""
    return [x for x in places if ((text[:, 2] <= x + 1) | (text[:, 0] >= x - 1)).all()]


def _verticals(table: list[_Rule], ink: Floats) -> list[Vertical]:
    """Sides and columns of a table; none where fewer than two rows have columns.

    A column edge is a place where pieces of some rule meet; under a merged cell it shows as the end of a piece.
    """
    joints = [x for rule in table for x in rule.joints]
    whole = [rule for rule in table if table and _aligned(table[0], rule)]
    found: list[Vertical] = []
    with_columns = 0
    for upper, lower in pairwise(whole):
        found += [((upper.start + lower.start) / 2, upper.y, lower.y), ((upper.end + lower.end) / 2, upper.y, lower.y)]
        rows = [upper, *(rule for rule in table if upper.y < rule.y < lower.y and rule not in whole)]
        inner = [
            (x, row.y, lower.y)
            for row in rows
            for x in _clear(_shared(row, lower), _between(ink, row.y, lower.y))
            if any(abs(x - joint) <= _NEAR for joint in joints)
        ]
        with_columns += bool(inner)
        found += inner
    return found if with_columns >= 2 else []
