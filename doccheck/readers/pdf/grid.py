"""From edges to cells to tables, geometry alone.

Cells are found as pdfplumber's "lines" strategy finds them (the oracle of the tests): edges are snapped and joined, their
crossings computed, and every crossing is the top left corner of the smallest rectangle whose sides are all drawn.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from doccheck.model import Kotak

from .geometry import Bools, Floats, Ints
from .rulings import Edges

TOLERANCE = 3.0
"""Points: edges nearer than this are one edge, ends nearer than this touch (pdfplumber's default)."""

_AT_ONCE = 200
"""Pairs of lines compared with all rules at once: drawings have thousands of both."""

Lines = tuple[Floats, Floats, Floats]
"""Positions, starts and ends of parallel lines."""


def _snap(positions: Floats, starts: Floats, ends: Floats) -> Lines:
    """Puts lines whose positions chain within the tolerance on their mean, and joins pieces that touch (dashed rules)."""
    order = positions.argsort(kind="stable")
    positions, starts, ends = positions[order], starts[order], ends[order]
    apart = np.zeros(len(positions), bool)
    apart[1:] = positions[1:] - positions[:-1] > TOLERANCE
    group = apart.cumsum()
    mean = np.bincount(group, positions) / np.bincount(group)
    order = np.lexsort((starts, group))
    group, starts, ends = group[order], starts[order], ends[order]
    offset = group * 1e6  # keeps the running maximum of one group below the next group's
    reach = np.maximum.accumulate(ends + offset) - offset
    new = np.ones(len(group), bool)
    new[1:] = (group[1:] != group[:-1]) | (starts[1:] > reach[:-1] + TOLERANCE)
    first = new.nonzero()[0]
    ended = np.empty(len(first))
    ended[:-1], ended[-1] = reach[first[1:] - 1], reach[-1]
    return mean[group[first]], starts[first], ended


def _closing(lines: Lines, across: Lines, outer: bool) -> list[tuple[float, float, float]]:
    """Missing lines across (at, from, to): where three or more parallel rules end together and no rule closes them.

    Only between neighbours that some other rule links, so that tables which stand aligned are not joined. outer: also the
    outer columns that no rule crosses.
    """
    position, start, end = lines
    ends = np.concatenate([start, end])
    order = ends.argsort(kind="stable")
    ends, owner = ends[order], order % len(position)
    apart = np.ones(len(ends) + 1, bool)
    apart[1:-1] = ends[1:] - ends[:-1] > TOLERANCE
    bounds = apart.nonzero()[0]
    added: list[tuple[float, float, float]] = []
    for first, last in _open_ends(lines, across, ends, bounds):
        at = float(np.add.reduce(ends[first:last])) / (last - first)
        ending = np.zeros(len(position), bool)
        ending[owner[first:last]] = True
        near = ((start <= at + TOLERANCE) & (end >= at - TOLERANCE)).nonzero()[0]
        one, other = near[:-1], near[1:]
        apart = ending[one] & ending[other] & (position[other] - position[one] > TOLERANCE)
        one, other = one[apart], other[apart]
        if np.count_nonzero(ending) < 3 or not len(one):
            continue
        linked = _linked(lines, across, one, other)
        if outer and linked.any() and not linked.all():
            pairs = list(zip(one.tolist(), other.tolist(), strict=True))
            linked = np.array(_spread(pairs, linked.tolist(), lines, across))
        low, high = position[one[linked]], position[other[linked]]
        closed = _covered(across, at, low, high)
        added.extend((at, y0, y1) for y0, y1 in zip(low[~closed].tolist(), high[~closed].tolist(), strict=True))
    return added


def _open_ends(lines: Lines, across: Lines, ends: Floats, bounds: Ints) -> list[tuple[int, int]]:
    """The groups of three or more ends that no single rule across closes. ends: sorted; bounds: of their groups."""
    position, start, end = lines
    first, last = bounds[:-1], bounds[1:]
    at = np.add.reduceat(ends, first) / (last - first)
    near = (start <= at[:, None] + TOLERANCE) & (end >= at[:, None] - TOLERANCE)
    low, high = position[near.argmax(1)], position[near.shape[1] - 1 - near[:, ::-1].argmax(1)]
    closed = (
        (np.abs(across[0] - at[:, None]) <= TOLERANCE)
        & (across[1] <= low[:, None] + TOLERANCE)
        & (across[2] >= high[:, None] - TOLERANCE)
    )
    open_ = (last - first >= 3) & ~(closed.any(1) & (near.sum(1) > 1))
    return list(zip(first[open_].tolist(), last[open_].tolist(), strict=True))


def _covered(across: Lines, at: float, low: Floats, high: Floats) -> Bools:
    """Per stretch from low to high, whether one rule across runs over it at that place."""
    here = np.abs(across[0] - at) <= TOLERANCE
    start, end = across[1][here], across[2][here]
    over: Bools = (start <= low[:, None] + TOLERANCE) & (end >= high[:, None] - TOLERANCE)
    return np.asarray(over.any(1))


def _linked(lines: Lines, across: Lines, one: Ints, other: Ints) -> Bools:
    """Per pair of neighbouring parallel lines (of which `one` comes first), whether some rule across links them within the stretch that
    they share."""
    position, start, end = lines
    linked = np.zeros(len(one), bool)
    for k in range(0, len(one), _AT_ONCE):
        left, right = one[k : k + _AT_ONCE, None], other[k : k + _AT_ONCE, None]
        from_, to = np.maximum(start[left], start[right]), np.minimum(end[left], end[right])
        between: Bools = (across[1] <= position[left] + TOLERANCE) & (across[2] >= position[right] - TOLERANCE)
        between &= (across[0] >= from_ - TOLERANCE) & (across[0] <= to + TOLERANCE)
        linked[k : k + _AT_ONCE] = between.any(1)
    return linked


def _spread(pairs: list[tuple[int, int]], linked: list[bool], lines: Lines, across: Lines) -> list[bool]:
    """Takes in the outer columns of a table that no rule crosses (goals merged over a whole page): next to a linked pair, as long as that,
    and ended by a line that no rule across touches; the edge of another table has rules of its own."""
    taken = list(linked)
    for order in (range(len(pairs)), range(len(pairs) - 1, -1, -1)):
        for k in order:
            for near in (k - 1, k + 1):
                if taken[k] or not 0 <= near < len(pairs) or not taken[near]:
                    continue
                one, other = pairs[k]
                if other == pairs[near][0] or one == pairs[near][1]:
                    outer, inner = (one, other) if other == pairs[near][0] else (other, one)
                    taken[k] = _alike(lines, outer, inner) and not _touched(lines, across, outer)
    return taken


def _alike(lines: Lines, one: int, other: int) -> bool:
    """Whether two parallel lines begin and end together."""
    return bool(abs(lines[1][one] - lines[1][other]) <= TOLERANCE and abs(lines[2][one] - lines[2][other]) <= TOLERANCE)


def _touched(lines: Lines, across: Lines, one: int) -> bool:
    position, start, end = lines[0][one], lines[1][one], lines[2][one]
    meets = (across[1] <= position + TOLERANCE) & (across[2] >= position - TOLERANCE)
    return bool((meets & (across[0] >= start - TOLERANCE) & (across[0] <= end + TOLERANCE)).any())


def _crossing(lines: Lines, others: Lines) -> Bools:
    """Matrix (lines, others): whether a line of one direction meets one of the other."""
    position, start, end = lines
    other, other_start, other_end = others
    meets: Bools = (
        (start[:, None] <= other + TOLERANCE)
        & (end[:, None] >= other - TOLERANCE)
        & (position[:, None] >= other_start - TOLERANCE)
        & (position[:, None] <= other_end + TOLERANCE)
    )
    return meets


def _long(lines: Lines) -> Lines:
    keep = lines[2] - lines[1] >= TOLERANCE
    return lines[0][keep], lines[1][keep], lines[2][keep]


def find_cells(edges: Edges) -> list[Kotak]:
    """The cells of a page as boxes, by column and then by row.

    Tables are closed where a page ends them without a rule below (or begins them without one above), and where the rules
    of all rows end together without a rule at the side.
    """
    if len(edges.vertical) < 1 or len(edges.horizontal) < 1:
        return []
    vertical, horizontal = _snap(*edges.vertical.T), _snap(*edges.horizontal.T)
    below, beside = _closing(vertical, horizontal, True), _closing(horizontal, vertical, False)
    if below:
        horizontal = _snap(*np.concatenate([edges.horizontal, np.array(below)]).T)
    if beside:
        vertical = _snap(*np.concatenate([edges.vertical, np.array(beside)]).T)
    horizontal, vertical = _long(horizontal), _long(vertical)
    upright, flat = np.nonzero(_crossing(vertical, horizontal))
    if len(upright) < 4:
        return []
    xs, column = _numbered(vertical[0])
    ys, row = _numbered(horizontal[0])
    vertical_at = np.full((len(xs), len(ys)), -1)
    horizontal_at = np.full((len(xs), len(ys)), -1)
    vertical_at[column[upright], row[flat]] = upright
    horizontal_at[column[upright], row[flat]] = flat
    return _smallest(xs, ys, vertical_at, horizontal_at)


def _numbered(positions: Floats) -> tuple[Floats, Ints]:
    """The different values of sorted positions, and per position the number of its value."""
    new = np.ones(len(positions), bool)
    new[1:] = positions[1:] != positions[:-1]
    return positions[new], new.cumsum() - 1


def _smallest(xs: Floats, ys: Floats, vertical_at: Ints, horizontal_at: Ints) -> list[Kotak]:
    """The smallest closed rectangle below and right of every crossing. `*_at[i, j]`: the line through crossing i, j or -1."""
    right, below = _following(horizontal_at), _following(vertical_at.T).T
    left, top = np.nonzero((right >= 0) & (below >= 0))
    right, below = right[left, top], below[left, top]
    closed = (horizontal_at[right, below] == horizontal_at[left, below]) & (vertical_at[right, below] == vertical_at[right, top])
    for n in (~closed).nonzero()[0].tolist():
        found = _enclosing(int(left[n]), int(top[n]), vertical_at, horizontal_at)
        if found:
            right[n], below[n], closed[n] = *found, True
    return list(zip(*(side[closed].tolist() for side in (xs[left], ys[top], xs[right], ys[below])), strict=True))


def _following(line_at: Ints) -> Ints:
    """Per crossing, the next one along the first axis that lies on the same line, or -1."""
    following = np.full(line_at.shape, -1)
    place, side = np.nonzero(line_at >= 0)
    order = line_at[place, side].argsort(kind="stable")
    place, side = place[order], side[order]
    line = line_at[place, side]
    same = line[1:] == line[:-1]
    following[place[:-1][same], side[:-1][same]] = place[1:][same]
    return following


def _enclosing(left: int, top: int, vertical_at: Ints, horizontal_at: Ints) -> tuple[int, int] | None:
    """Right and lower side of the smallest closed rectangle from a crossing whose nearest neighbours close none."""
    rights = left + 1 + (horizontal_at[left + 1 :, top] == horizontal_at[left, top]).nonzero()[0]
    belows = top + 1 + (vertical_at[left, top + 1 :] == vertical_at[left, top]).nonzero()[0]
    flat = horizontal_at[rights[None, :], belows[:, None]] == horizontal_at[left, belows][:, None]
    upright = vertical_at[rights[None, :], belows[:, None]] == vertical_at[rights, top]
    found = np.argwhere(flat & upright)
    return (int(rights[found[0, 1]]), int(belows[found[0, 0]])) if len(found) else None


def group_tables(cells: list[Kotak]) -> list[list[Kotak]]:
    """Cells that share corners form a table. Tables from top to bottom, then left to right."""
    parent = list(range(len(cells)))

    def root(k: int) -> int:
        while parent[k] != k:
            parent[k] = parent[parent[k]]
            k = parent[k]
        return k

    owner: dict[tuple[float, float], int] = {}
    claim = owner.setdefault
    table: list[int] = []
    for k, (x0, y0, x1, y1) in enumerate(cells):
        own = claim((x0, y0), k)  # goes to the corners that are new, so that few tables must be joined
        table.append(own)
        for corner in ((x0, y1), (x1, y0), (x1, y1)):
            other = claim(corner, own)
            if other != own and parent[other] != parent[own]:
                parent[root(other)] = root(own)
    roots = list(map(root, table))
    if len(set(roots)) == 1:
        return [cells]
    groups: dict[int, list[Kotak]] = defaultdict(list)
    for k, cell in zip(roots, cells, strict=True):
        groups[k].append(cell)
    return sorted(groups.values(), key=lambda group: min((cell[1], cell[0]) for cell in group))
