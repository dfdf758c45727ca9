"""The text around the tables."""

from __future__ import annotations

import cv2
import numpy as np

from .lines import Gray
from .sheet import Box, crop_ink, read_crops
from .words import Word, recognise, seconds_left

_COLUMN_OF_TEXT = 4
"""Page segmentation: one column of text of many sizes."""
_DARK = 140
_LETTERS = 0.04, 0.25
"""Inches: the height of a line of text. Lower are specks, higher are pictures and signatures."""
_MOST_LEFT = 200
"""Pieces that the first reading may leave; more of them are a picture."""
_LONG = 12
"""Words from which a piece was no piece left out, but a misread picture."""


def read_around(gray: Gray, dpi: float, deadline: float) -> list[Word]:
    """The words of a raster whose tables are painted over. Raises OcrTimeoutError.

    What the engine takes for a column of its own (the numbers of a list, far from their text) it may leave out; that is read
    piece by piece.
    """
    if not bool((gray < _DARK).any()):
        return []
    words = recognise(gray, dpi, _COLUMN_OF_TEXT, seconds_left(deadline))
    left = _left_out(gray, words, dpi)
    crops = [crop for number, box in enumerate(left) if (crop := crop_ink(gray, box, number, dpi, 1.0)) is not None]
    for number, found in read_crops(crops, dpi, seconds_left(deadline)).items():
        if len(found) < _LONG:
            words.extend(word._replace(line=(-1 - number, *word.line[1:])) for word in found)
    return words


def _left_out(gray: Gray, words: list[Word], dpi: float) -> list[Box]:
    """Boxes of ink in the size of text that no word covers."""
    ink = (gray < _DARK).astype(np.uint8)
    for word in words:
        ink[max(0, word.y0 - 3) : word.y1 + 4, max(0, word.x0 - 3) : word.x1 + 4] = 0
    joined = cv2.dilate(ink, np.ones((3, int(0.08 * dpi)), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    low, high = (share * dpi for share in _LETTERS)
    found = []
    for x, y, width, height, _area in stats[1:count].tolist():
        if low <= height <= high and width >= 0.1 * dpi:
            found.append((x, max(0, y - 4), x + width, y + height + 4))
    return found if len(found) <= _MOST_LEFT else []
