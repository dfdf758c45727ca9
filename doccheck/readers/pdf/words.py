"""Words of a page as the second engine would see them, from the first engine's characters at a thirtieth of the price."""

from __future__ import annotations

import numpy as np

from doccheck.model import Kotak

from .chars import SPACE, Chars

_GAP = 1.5
"""Points between two characters that part two words."""
_LINE = 3.0
"""Points between the feet of characters of two lines."""


def upright_words(chars: Chars) -> list[tuple[str, Kotak]]:
    """The words that stand upright, with their boxes, line by line."""
    chars = chars.take(np.flatnonzero(chars.quadrant == 0))
    if not len(chars.code):
        return []
    order = np.argsort(chars.box[:, 3], kind="stable")
    foot = chars.box[order, 3]
    line = np.empty(len(order), np.int64)
    line[order] = np.cumsum(np.diff(foot, prepend=foot[0]) > _LINE)
    order = np.lexsort((chars.box[:, 0], line))
    chars, line = chars.take(order), line[order]
    new = np.ones(len(line), bool)
    new[1:] = (line[1:] != line[:-1]) | (chars.box[1:, 0] - chars.box[:-1, 2] > _GAP)
    blank = chars.code == SPACE
    new[1:] |= blank[1:] != blank[:-1]
    first = np.flatnonzero(new)
    low, high = np.minimum.reduceat(chars.box, first), np.maximum.reduceat(chars.box, first)
    boxes = np.concatenate([low[:, :2], high[:, 2:]], 1).tolist()
    texts = ["".join(map(chr, part.tolist())) for part in np.split(chars.code, first[1:])]
    return [(text, tuple(box)) for text, box in zip(texts, boxes, strict=True) if text.strip()]
