"""The cells of a page stacked into few tall rasters, so that one call of the engine reads all of them, each for itself.

Read as they stand on the page, lines of neighbouring cells run together and single digits are lost: on small print, reading
the page as scattered text finds one in twenty of them, the stack nearly all.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Any, NamedTuple

import cv2
import numpy as np

from .lines import Gray
from .words import Word, recognise

Box = tuple[int, int, int, int]
"""Pixels (x0, y0, x1, y1)."""

_BLOCK_OF_LINES = 6
"""Page segmentation: one block of lines of one size."""
_TALLEST = 16000
"""Pixels: the engine refuses rasters of more than 32,767 and slows down long before."""
_MARGIN = 40
_CONTRAST = 60
"""Grey levels by which ink differs from the ground of its cell."""
_FAINTEST = 25
"""The same for the edge of the ink, which is kept around it."""
_SPECK = 0.0001
"""Square inches: a cell whose largest blot is smaller is empty. A full stop of small print is larger."""


class Crop(NamedTuple):
    """The ink of one cell, dark on white. number: which cell; x, y: its corner on the page; scale: pixels a pixel of the page."""

    number: int
    x: int
    y: int
    scale: float
    raster: Gray


def crop_ink(gray: Gray, box: Box, number: int, dpi: float, scale: float) -> Crop | None:
    """What is printed in a cell, its ground made white and its ink black, white on dark turned round; None where it is empty."""
    x0, y0, x1, y1 = box
    inside = gray[max(0, y0) : max(0, y1), max(0, x0) : max(0, x1)]
    if min(inside.shape) < 4:
        return None
    ground = float(np.median(inside))
    if ground < 128:
        inside, ground = 255 - inside, 255 - ground
    ink = (inside < ground - _CONTRAST).astype(np.uint8)
    count, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    blots = stats[1:count]
    blots = blots[blots[:, cv2.CC_STAT_AREA] >= _SPECK * dpi * dpi]
    if not len(blots):
        return None
    reach = int(0.015 * dpi)
    left, top = max(0, int(blots[:, 0].min()) - reach), max(0, int(blots[:, 1].min()) - reach)
    right, bottom = int((blots[:, 0] + blots[:, 2]).max()) + reach, int((blots[:, 1] + blots[:, 3]).max()) + reach
    cut = inside[top:bottom, left:right].astype(np.float32)
    darkest = float(cut.min())
    white = (np.clip((cut - darkest) / (ground - _FAINTEST / 2 - darkest), 0, 1) * 255).astype(np.uint8)
    if scale != 1.0:
        white = cv2.resize(white, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
    return Crop(number, max(0, x0) + left, max(0, y0) + top, scale, white)


def cut_word(crop: Crop, word: Word) -> Gray:
    """The part of a crop in which a word of it (with its box on the page) stands."""
    x0, x1 = (round((x - crop.x) * crop.scale) for x in (word.x0, word.x1))
    y0, y1 = (round((y - crop.y) * crop.scale) for y in (word.y0, word.y1))
    return crop.raster[max(0, y0) : max(0, y1), max(0, x0) : max(0, x1)]


def letter_height(gray: Gray, boxes: list[Box], dpi: float) -> float:
    """Median height in pixels of the blots in the boxes that may be letters; 0.0 where there are none."""
    heights: list[int] = []
    for x0, y0, x1, y1 in boxes:
        inside = gray[max(0, y0) : y1, max(0, x0) : x1]
        if min(inside.shape) < 4:
            continue
        ink = (np.abs(inside.astype(np.int16) - int(np.median(inside))) > _CONTRAST).astype(np.uint8)
        count, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
        tall = stats[1:count, cv2.CC_STAT_HEIGHT]
        heights += tall[(tall > 0.02 * dpi) & (tall < 0.25 * dpi)].tolist()
    return float(np.median(heights)) if heights else 0.0


def read_crops(crops: list[Crop], dpi: float, seconds: float, whitelist: str = "") -> dict[int, list[Word]]:
    """Per cell's number the words found in it, their boxes in pixels of the page. Raises OcrTimeoutError."""
    found: dict[int, list[Word]] = {crop.number: [] for crop in crops}
    for part in _parts(crops):
        raster, tops = _stack(part)
        for word in recognise(raster, dpi * part[0].scale, _BLOCK_OF_LINES, seconds, whitelist):
            at = max(0, bisect_right(tops, (word.y0 + word.y1) / 2) - 1)
            found[part[at].number].append(_on_page(word, part[at], tops[at]))
    return found


def _gap(crop: Crop) -> int:
    return int(28 * max(1.0, crop.scale))


def _parts(crops: list[Crop]) -> list[list[Crop]]:
    parts: list[list[Crop]] = []
    height = _TALLEST
    for crop in crops:
        need = crop.raster.shape[0] + _gap(crop)
        if height + need > _TALLEST:
            parts.append([])
            height = 2 * _MARGIN
        parts[-1].append(crop)
        height += need
    return parts


def _stack(crops: list[Crop]) -> tuple[Gray, list[float]]:
    """The crops one below the other, and where the band of each begins (half the gap above it)."""
    width = max(crop.raster.shape[1] for crop in crops) + 2 * _MARGIN
    height = sum(crop.raster.shape[0] + _gap(crop) for crop in crops) + 2 * _MARGIN
    raster: Any = np.full((height, width), 255, np.uint8)
    y, tops = _MARGIN, []
    for crop in crops:
        rows, columns = crop.raster.shape
        raster[y : y + rows, _MARGIN : _MARGIN + columns] = crop.raster
        tops.append(y - _gap(crop) / 2)
        y += rows + _gap(crop)
    return raster, tops


def _on_page(word: Word, crop: Crop, top: float) -> Word:
    y = top + _gap(crop) / 2

    def across(value: int) -> int:
        return round((value - _MARGIN) / crop.scale) + crop.x

    def down(value: int) -> int:
        return round((value - y) / crop.scale) + crop.y

    return word._replace(x0=across(word.x0), y0=down(word.y0), x1=across(word.x1), y1=down(word.y1))
