"""Which cell a character belongs to."""

from __future__ import annotations

import numpy as np

from doccheck.model import Kotak

from .chars import Chars
from .geometry import Bools, Floats, Ints


class Tiles:
    """The tiles into which the edges of cells divide a page; every tile knows its cell, so that all characters are placed
    at once. Where cells overlap, the smallest one owns the tile. corners: the cells' boxes (n, 4)."""

    def __init__(self, cells: list[Kotak]) -> None:
        self.corners = corners = np.array(cells).reshape(-1, 4)
        self._x, self._y = distinct(corners[:, ::2]), distinct(corners[:, 1::2])
        self._owner = np.full((len(self._x) + 1, len(self._y) + 1), -1, np.int64)
        columns = np.searchsorted(self._x, corners[:, ::2]) + 1
        rows = np.searchsorted(self._y, corners[:, 1::2]) + 1
        area = (corners[:, 2] - corners[:, 0]) * (corners[:, 3] - corners[:, 1])
        order = np.argsort(-area, kind="stable")
        single = (columns[:, 1] - columns[:, 0] == 1) & (rows[:, 1] - rows[:, 0] == 1)  # nothing is smaller: all at once, last
        order = order[~single[order]]
        places = zip(order.tolist(), columns[order].tolist(), rows[order].tolist(), strict=True)
        for k, (left, right), (top, bottom) in places:
            self._owner[left:right, top:bottom] = k
        self._owner[columns[single, 0], rows[single, 0]] = single.nonzero()[0]

    def at(self, x: Floats, y: Floats) -> Ints:
        """The cells around points, -1 outside all of them."""
        owner: Ints = self._owner[np.searchsorted(self._x, x, "right"), np.searchsorted(self._y, y, "right")]
        return owner

    def around(self, box: Floats) -> Ints:
        """The cells around the centres of boxes (n, 4)."""
        return self.at((box[:, 0] + box[:, 2]) / 2, (box[:, 1] + box[:, 3]) / 2)


def distinct(values: Floats) -> Floats:
    """The different values in ascending order, as np.unique gives them at several times the price."""
    values = np.sort(values, axis=None)
    new = np.ones(len(values), bool)
    new[1:] = values[1:] != values[:-1]
    return values[new]


def assign(cells: list[Kotak], box: Floats) -> Ints:
    """Per box (n, 4): the index of the smallest cell around its centre, or -1."""
    return Tiles(cells).around(box)


def whole_runs(chars: Chars, owner: Ints) -> Ints:
    """Owners after putting together the texts whose words a rule crosses.

    Spreadsheets let a text run over empty cells beside it, with their rules drawn across it. It belongs to the cell where
    it begins, unless that one has text of its own and holds the smaller part (a word too wide for its centred cell).
    """
    letter = _is_letter(chars.code) & (owner >= 0)
    border = ((owner[:-1] != owner[1:]) & letter[:-1] & letter[1:] & (chars.quadrant[:-1] == 0)).nonzero()[0]
    left, right = chars.box[border], chars.box[border + 1]
    height = left[:, 3] - left[:, 1]
    gap = right[:, 0] - left[:, 2]
    touching = (np.abs(left[:, 3] - right[:, 3]) < 1) & (gap > -0.3 * height) & (gap < _WORD * height)
    if not touching.any():
        return owner
    crossed = np.zeros(len(owner), bool)
    crossed[border[touching]] = True
    result = owner.copy()
    runs = np.diff(np.concatenate([[False], _same_run(chars), [False]]).astype(np.int8)).nonzero()[0]
    for first, last in zip(runs[::2].tolist(), runs[1::2].tolist(), strict=True):
        if not crossed[first:last].any():
            continue
        span = slice(first, last + 1)
        begin = int(owner[first])
        held = int((owner[span] == begin).sum())
        alone = int((owner == begin).sum()) == held
        inside = owner[span][owner[span] >= 0]
        result[span] = begin if alone or 2 * held >= len(inside) else np.bincount(inside).argmax()
    return result


_WORD = 0.08
"""Share of the height: characters nearer than this belong to one word."""
_SPACE = 0.5
"""Share of the height: words nearer than this belong to one run."""


def _is_letter(code: Ints) -> Bools:
    folded = code | 0x20
    letter: Bools = ((folded >= ord("a")) & (folded <= ord("z"))) | (code >= 0xC0)
    return letter


def _same_run(chars: Chars) -> Bools:
    """Per neighbouring pair in the order of the file: whether it continues one line of text without a wide gap."""
    left, right = chars.box[:-1], chars.box[1:]
    gap = right[:, 0] - left[:, 2]
    height = left[:, 3] - left[:, 1]
    same: Bools = (np.abs(left[:, 3] - right[:, 3]) < 1) & (gap > -0.3 * height) & (gap < _SPACE * height)
    return same
