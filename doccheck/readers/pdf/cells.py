"""Which cell a character stands in."""

from __future__ import annotations

import numpy as np

from doccheck.model import Kotak

from .geometry import Floats, Ints


def assign(cells: list[Kotak], box: Floats) -> Ints:
    """Per character box (n, 4): the index of the smallest cell around its centre, or -1.

    The cells' edges divide the page into tiles; every tile knows its cell, so that all characters are placed at once.
    """
    if not cells or not len(box):
        return np.full(len(box), -1, np.int64)
    corners = np.array(cells)
    xs, ys = np.unique(corners[:, [0, 2]]), np.unique(corners[:, [1, 3]])
    tiles = np.full((len(xs) + 1, len(ys) + 1), -1, np.int64)
    left, right = np.searchsorted(xs, corners[:, 0]) + 1, np.searchsorted(xs, corners[:, 2]) + 1
    top, bottom = np.searchsorted(ys, corners[:, 1]) + 1, np.searchsorted(ys, corners[:, 3]) + 1
    area = (corners[:, 2] - corners[:, 0]) * (corners[:, 3] - corners[:, 1])
    for k in np.argsort(-area, kind="stable").tolist():
        tiles[left[k] : right[k], top[k] : bottom[k]] = k
    center_x, center_y = (box[:, 0] + box[:, 2]) / 2, (box[:, 1] + box[:, 3]) / 2
    placed: Ints = tiles[np.searchsorted(xs, center_x, "right"), np.searchsorted(ys, center_y, "right")]
    return placed
