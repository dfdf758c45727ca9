"""From a table's cell boxes to rows, columns and spans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import NamedTuple

import numpy as np

from doccheck.model import Kotak

from .cells import distinct
from .geometry import Bools, Floats, Ints

SLIVER_COLUMN = 9.0
SLIVER_ROW = 6.0
"""Points: a column or row this narrow, in which no text has a cell of its own, comes from double or displaced rules."""


class Placed(NamedTuple):
    """A cell on the table's grid; `source` is its index in the list of boxes that was given."""

    row: int
    col: int
    rowspan: int
    colspan: int
    source: int


class Structure(NamedTuple):
    """The table's grid: number of rows, column edges (cols + 1 values) and the placed cells sorted by (row, col)."""

    rows: int
    x: tuple[float, ...]
    cells: tuple[Placed, ...]


def _edges(starts: Floats, ends: Floats, filled: Bools, sliver: float) -> tuple[Ints, Ints, list[float]]:
    """Numbers the positions of cell edges; the two edges of a sliver get one number. Returns, per cell, the numbers of its start
    and end, and per number its position."""
    positions = distinct(np.concatenate([starts, ends]))
    first, last = positions.searchsorted(starts), positions.searchsorted(ends)
    own = np.zeros(len(positions), bool)
    own[first[filled & (last == first + 1)]] = True
    kept = np.ones(len(positions), bool)
    kept[1:] = (positions[1:] - positions[:-1] >= sliver) | own[:-1]
    number = kept.cumsum() - 1
    return number[first], number[last], positions[kept].tolist()


def build(boxes: Sequence[Kotak] | Floats, filled: Sequence[bool]) -> Structure:
    """Places cells on a grid made of their own edges. filled: per cell, whether it holds text.

    Where cells overlap (rules only partly drawn), the smaller ones win and the larger keeps its free rectangle; a cell
    without free place is left out only when it is empty.
    """
    x0, y0, x1, y1 = np.array(boxes).T
    text = np.array(filled, bool)
    left, right, x = _edges(x0, x1, text, SLIVER_COLUMN)
    top, bottom, y = _edges(y0, y1, text, SLIVER_ROW)
    rows, cols = len(y) - 1, len(x) - 1
    if rows < 1 or cols < 1:
        return Structure(0, (), ())
    right, bottom = right + (text & (left == right)), bottom + (text & (top == bottom))
    order = np.lexsort((left, top))
    order = order[(left[order] < right[order]) & (top[order] < bottom[order])]
    spans = top[order], left[order], (bottom - top)[order], (right - left)[order]
    if _apart(*spans):
        fields = zip(*(span.tolist() for span in spans), order.tolist(), strict=True)
        return Structure(rows, tuple(x), tuple(map(tuple.__new__, repeat(Placed), fields)))  # as Placed(...) does, at half its price
    order = np.lexsort((x0, y0, (x1 - x0) * (y1 - y0), ~text))
    corners = zip(top[order].tolist(), left[order].tolist(), bottom[order].tolist(), right[order].tolist(), order.tolist(), strict=True)
    return Structure(rows, tuple(x), tuple(sorted(_fitted(rows, corners))))


def _apart(top: Ints, left: Ints, height: Ints, width: Ints) -> bool:
    """Whether no two cells overlap: every place is counted by the corners of the cells around it."""
    if not len(top):
        return True
    across = int((left + width).max()) + 1
    size = across * (int((top + height).max()) + 1)
    begin, end = top * across + left, (top + height) * across + left
    opened = np.bincount(begin, minlength=size) + np.bincount(end + width, minlength=size)
    closed = np.bincount(begin + width, minlength=size) + np.bincount(end, minlength=size)
    return bool((opened - closed).reshape(-1, across).cumsum(0).cumsum(1).max() <= 1)


def _fitted(rows: int, corners: Iterable[tuple[int, int, int, int, int]]) -> Iterator[Placed]:
    """The cells (top, left, bottom, right, source) that find a free place, the first ones first."""
    taken = [0] * rows  # per row, a bit for each column
    for *corner, source in corners:
        spot = _free(taken, *corner)
        if spot is not None:
            top, left, bottom, right = spot
            mask = (1 << right) - (1 << left)
            for row in range(top, bottom):
                taken[row] |= mask
            yield Placed(top, left, bottom - top, right - left, source)


def _free(taken: list[int], top: int, left: int, bottom: int, right: int) -> tuple[int, int, int, int] | None:
    """The free part (row0, col0, row1, col1) of a rectangle: all of it where nothing is taken, else what can be had from its
    first free position to the right and then down; None where nothing is free."""
    mask = (1 << right) - (1 << left)
    for row in taken[top:bottom]:
        if row & mask:
            break
    else:
        return (top, left, bottom, right) if left < right and top < bottom else None
    for row in range(top, bottom):
        free = mask & ~taken[row]
        if not free:
            continue
        first = (free & -free).bit_length() - 1
        last = first
        while last < right and free >> last & 1:
            last += 1
        part = (1 << last) - (1 << first)
        end = row + 1
        while end < bottom and not taken[end] & part:
            end += 1
        return row, first, end, last
    return None
