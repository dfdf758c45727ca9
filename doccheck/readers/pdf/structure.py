"""From a table's cell boxes to rows, columns and spans."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from doccheck.model import Kotak

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


def _edges(starts: Sequence[float], ends: Sequence[float], filled: Sequence[bool], sliver: float) -> tuple[dict[float, int], list[float]]:
    """Numbers the positions of cell edges; the two edges of a sliver get one number. Returns {position: number} and, per
    number, its position."""
    positions = sorted({*starts, *ends})
    after = dict(pairwise(positions))
    own = {start for start, end, text in zip(starts, ends, filled, strict=True) if text and after.get(start) == end}
    numbers: dict[float, int] = {}
    kept: list[float] = []
    for k, position in enumerate(positions):
        before = positions[k - 1] if k else None
        if before is not None and position - before < sliver and before not in own:
            numbers[position] = len(kept) - 1
        else:
            numbers[position] = len(kept)
            kept.append(position)
    return numbers, kept


def build(boxes: Sequence[Kotak], filled: Sequence[bool]) -> Structure:
    """Places cells on a grid made of their own edges. filled: per cell, whether it holds text.

    Where cells overlap (rules only partly drawn), the smaller ones win and the larger keeps its free rectangle; a cell
    without free place is left out only when it is empty.
    """
    columns, x = _edges([b[0] for b in boxes], [b[2] for b in boxes], filled, SLIVER_COLUMN)
    lines, y = _edges([b[1] for b in boxes], [b[3] for b in boxes], filled, SLIVER_ROW)
    rows, cols = len(y) - 1, len(x) - 1
    if rows < 1 or cols < 1:
        return Structure(0, (), ())
    taken = [0] * rows  # per row, a bit for each column
    placed = []
    x0s, y0s, x1s, y1s = np.array(boxes).T
    order = np.lexsort((x0s, y0s, (x1s - x0s) * (y1s - y0s), ~np.array(filled, bool)))
    for k in order.tolist():
        x0, y0, x1, y1 = boxes[k]
        left, right, top, bottom = columns[x0], columns[x1], lines[y0], lines[y1]
        if left == right and filled[k]:
            right = left + 1
        if top == bottom and filled[k]:
            bottom = top + 1
        spot = _free(taken, top, left, bottom, right)
        if spot is None:
            continue
        top, left, bottom, right = spot
        mask = (1 << right) - (1 << left)
        for row in range(top, bottom):
            taken[row] |= mask
        placed.append(Placed(top, left, bottom - top, right - left, k))
    return Structure(rows, tuple(x), tuple(sorted(placed)))


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
