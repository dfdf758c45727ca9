"""The skew of a raster and its ruling lines.

All positions are pixels of the upright raster; `Rules.clean` is the raster without the lines, as the text engine likes it.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from ..pdf.geometry import Bools, Floats, Ints

Gray = NDArray[np.uint8]
"""A raster (height, width), 0 black to 255 white."""

MAX_SKEW = 5.0
"""Degrees. Pages lie no more askew in a feeder; what is turned further is turned by quarters."""
LEAST_SKEW = 0.05
"""Degrees: below this, turning blurs more than it mends."""
_SKEW_DPI = 75
_THICKEST = 0.045
"""Inches: darker structures that are thicker are shading, pictures or bars, not rules."""
_CONTRAST = 28
"""Grey levels by which a rule is darker than the ground around it (scans of faint copies have little)."""
_SHORTEST = 0.22
"""Inches: a straight stroke of this length is longer than any letter's."""
_FLAT = 0.07
"""Inches: how far a rule may run off its axis over its length (paper bends on the glass)."""
_PIECE = 0.07
"""Inches: the shortest piece of a broken or dashed rule."""
_GAP = 0.45
"""Inches between the pieces of one broken rule (a piece that crosses another rule does not count)."""
_BROKEN_LENGTH = 0.6
"""Inches that a broken rule is long at least."""
_BROKEN_COVER = 0.45
"""Share of a broken rule that is drawn."""
_CLEAR = 0.035
"""Inches to both sides of a broken rule's pieces that hold next to no ink: strokes of letters stand among letters."""
_CROSSED = 0.2
"""Share of that space which a rule across a piece may take."""
_TOUCH = 0.02
"""Inches to both sides of a rule in which letters that run into each other (blurred small print) show their stems."""
_TOUCHED = 0.35
"""Share of a rule's length along which such ink may stand: crossing rules and a few letters."""
_WORD = 1.2
"""Inches: strokes longer than this are no words."""
_FLUSH = 0.1
"""Inches between the ends of rules that should end together."""
_MEET = 0.04
"""Inches within which the end of a rule meets a rule across (a little less than the grid finder allows)."""
_LOOSE = 0.25
"""Inches by which a rule may stop short of the rule across that it belongs to."""


class Rules(NamedTuple):
    """horizontal: rows (y, x0, x1); vertical: rows (x, y0, y1); clean: the raster with the rules painted over."""

    horizontal: Floats
    vertical: Floats
    clean: Gray


def skew(gray: Gray, dpi: float) -> float:
    """Degrees by which the raster must be turned counter-clockwise so that its lines and text run level; 0.0 where no
    angle is clearly better."""
    factor = min(1.0, _SKEW_DPI / dpi)
    small = cv2.resize(gray, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    ink = cv2.morphologyEx(small, cv2.MORPH_BLACKHAT, np.ones((9, 9), np.uint8)).astype(np.float32)
    if float(ink.sum()) == 0.0:
        return 0.0
    level = _sharpness(ink, 0.0)
    coarse = max(np.arange(-MAX_SKEW, MAX_SKEW + 0.01, 0.5), key=lambda angle: _sharpness(ink, float(angle)))
    fine = max(np.arange(coarse - 0.5, coarse + 0.51, 0.05), key=lambda angle: _sharpness(ink, float(angle)))
    angle = round(float(fine), 2)
    return angle if abs(angle) >= LEAST_SKEW and _sharpness(ink, angle) > 1.02 * level else 0.0


def _sharpness(ink: NDArray[np.float32], angle: float) -> float:
    """How sharply the rows of the turned raster part into ink and ground."""
    profile = turned(ink, angle, 0).sum(1)
    return float(np.square(np.diff(profile)).sum())


def turned(raster: Any, angle: float, ground: int = 255) -> Any:
    """The raster turned counter-clockwise about its middle, at its size."""
    if angle == 0.0:
        return raster
    height, width = raster.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return cv2.warpAffine(raster, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=ground)


def find_rules(gray: Gray, dpi: float) -> Rules:
    """Finds the rules of an upright raster: whole ones as long straight strokes, broken and dashed ones as pieces in a row."""
    size = _odd(_THICKEST * dpi)
    ground = cv2.morphologyEx(gray, cv2.MORPH_CLOSE, np.ones((size, size), np.uint8))
    ink = (cv2.subtract(ground, gray) > _CONTRAST).astype(np.uint8)
    across, mask_across = _axis(ink, dpi)
    down, mask_down = _axis(np.ascontiguousarray(ink.T), dpi)
    across, down = _reaching(across, down, dpi), _reaching(down, across, dpi)
    across, down = _flush(across, down, dpi), _flush(down, across, dpi)
    mask = cv2.dilate(mask_across | mask_down.T, np.ones((3, 3), np.uint8))
    clean = np.where(mask > 0, ground, gray)
    return Rules(across, down, clean)


def _odd(pixels: float) -> int:
    return int(pixels) // 2 * 2 + 1


def _axis(ink: Any, dpi: float) -> tuple[Floats, Gray]:
    """The horizontal rules of an ink mask, as rows (y, x0, x1), and the mask of their pixels."""
    straight: Any = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, int(_SHORTEST * dpi)), np.uint8))
    strokes, whole = _strokes(straight, ink, dpi)
    pieces: Any = cv2.morphologyEx(ink & (1 - straight), cv2.MORPH_OPEN, np.ones((1, int(_PIECE * dpi)), np.uint8))
    broken = _linked(np.concatenate([strokes, _isolated(pieces, ink, dpi)]), len(strokes), dpi)
    for y, x0, x1 in broken.astype(int).tolist():
        whole[max(0, y - 3) : y + 4, x0:x1] |= ink[max(0, y - 3) : y + 4, x0:x1]
    return np.concatenate([strokes, broken]), whole


def _strokes(mask: Gray, ink: Gray, dpi: float) -> tuple[Floats, Gray]:
    """Connected straight strokes as rows (y, x0, x1), and their mask. A stroke that bends too far is cut into level parts; one
    that letters stand on is part of them."""
    joined = cv2.dilate(mask, np.ones((3, 3), np.uint8))
    count, labels, stats, centres = cv2.connectedComponentsWithStats(joined, connectivity=8)
    found: list[tuple[float, float, float]] = []
    kept = np.zeros(count, np.uint8)
    for k in range(1, count):
        x, y, width, height = (int(v) for v in stats[k, :4])
        if height > _FLAT * dpi:
            parts = _level_parts(labels[y : y + height, x : x + width] == k, x, y, dpi)
        elif width < _WORD * dpi and _among_letters(ink, x, y, width, height, dpi):
            parts = []
        else:
            parts = [(float(centres[k, 1]), x + 1.0, x + width - 1.0)]
        kept[k] = bool(parts)
        found.extend(parts)
    return np.array(found, float).reshape(-1, 3), mask & kept[labels]


def _among_letters(ink: Gray, x: int, y: int, width: int, height: int, dpi: float) -> bool:
    """Whether ink stands on or hangs from much of a stroke."""
    reach = max(2, int(_TOUCH * dpi))
    above, below = ink[max(0, y - reach) : y, x : x + width], ink[y + height : y + height + reach, x : x + width]
    return max(float(side.any(0).mean()) if side.size else 0.0 for side in (above, below)) > _TOUCHED


def _level_parts(stroke: Bools, x: int, y: int, dpi: float) -> list[tuple[float, float, float]]:
    """Several rules that touch, or one that runs askew: per row band, the runs it holds."""
    parts = []
    step = max(2, int(0.02 * dpi))
    for top in range(0, stroke.shape[0], step):
        columns = np.flatnonzero(stroke[top : top + step].any(0))
        for run in np.split(columns, np.flatnonzero(np.diff(columns) > 3) + 1):
            if len(run) >= _SHORTEST * dpi:
                parts.append((y + top + step / 2, float(x + run[0]), float(x + run[-1])))
    return parts


def _isolated(pieces: Gray, ink: Gray, dpi: float) -> Floats:
    """The thin pieces above and below which next to no ink stands, as rows (y, x0, x1)."""
    clear, core = max(3, int(_CLEAR * dpi)), max(1, int(0.008 * dpi))
    count, _, stats, centres = cv2.connectedComponentsWithStats(pieces, connectivity=8)
    found = []
    for k in (np.flatnonzero(stats[1:count, cv2.CC_STAT_HEIGHT] <= max(4, 0.02 * dpi)) + 1).tolist():
        x, y, width, height = (int(v) for v in stats[k, :4])
        above = ink[max(0, y - clear) : max(0, y - core), x : x + width]
        below = ink[y + height + core : y + height + clear, x : x + width]
        if above.sum() + below.sum() <= _CROSSED * width * clear:
            found.append((float(centres[k, 1]), float(x), float(x + width)))
    return np.array(found, float).reshape(-1, 3)


def _linked(strokes: Floats, whole: int, dpi: float) -> Floats:
    """Broken rules: pieces at one level with small gaps, which together draw enough of their length. The first `whole` strokes
    are whole; rules of these alone are not given again."""
    if not len(strokes):
        return strokes
    gap, level = _GAP * dpi, max(2.0, 0.015 * dpi)
    order = np.argsort(strokes[:, 0], kind="stable")
    bands: Ints = np.zeros(len(order), np.int64)
    bands[1:] = np.cumsum(np.diff(strokes[order, 0]) > level)
    found: list[tuple[float, float, float]] = []
    for band in range(int(bands[-1]) + 1):
        members = order[bands == band]
        members = members[np.argsort(strokes[members, 1], kind="stable")]
        reach = np.maximum.accumulate(strokes[members, 2])
        for group in np.split(members, np.flatnonzero(strokes[members[1:], 1] - reach[:-1] > gap) + 1):
            start, end = float(strokes[group, 1].min()), float(strokes[group, 2].max())
            drawn = float((strokes[group, 2] - strokes[group, 1]).sum())
            if (group >= whole).any() and len(group) > 2 and end - start >= _BROKEN_LENGTH * dpi and drawn >= _BROKEN_COVER * (end - start):
                found.append((float(np.median(strokes[group, 0])), start, end))
    return np.array(found, float).reshape(-1, 3)


def _reaching(rules: Floats, across: Floats, dpi: float) -> Floats:
    """The rules, those with a loose end drawn out to the next rule across (which may itself stop a little short of the corner).
    An end that meets a rule across stays."""
    touch, loose = _MEET * dpi, _LOOSE * dpi
    drawn = rules.copy()
    for k, (position, start, end) in enumerate(rules.tolist()):
        near = across[(across[:, 1] <= position + loose) & (across[:, 2] >= position - loose), 0]
        before, after = start - near, near - end
        if not _crossing(across, position, touch, start, touch) and ((before > 0) & (before <= loose)).any():
            drawn[k, 1] = start - before[before > 0].min()
        if not _crossing(across, position, touch, end, touch) and ((after > 0) & (after <= loose)).any():
            drawn[k, 2] = end + after[after > 0].min()
    return drawn


def _flush(rules: Floats, across: Floats, dpi: float) -> Floats:
    """The rules, those of their loose ends that nearly stand together put at one place, so that the grid finder closes an open side."""
    even, touch = rules.copy(), _MEET * dpi
    for column in (1, 2):
        loose = np.array([not _crossing(across, position, touch, ends[column - 1], touch) for position, *ends in rules.tolist()], bool)
        order = np.argsort(rules[:, column], kind="stable")
        for group in np.split(order, np.flatnonzero(np.diff(rules[order, column]) > _FLUSH * dpi) + 1):
            group = group[loose[group]]
            if len(group):
                even[group, column] = float(np.median(rules[group, column]))
    return even


def _crossing(across: Floats, position: float, reach: float, end: float, touch: float) -> bool:
    """Whether a rule across stands at the end of a rule at this position."""
    there = (across[:, 1] <= position + reach) & (across[:, 2] >= position - reach)
    return bool((np.abs(across[there, 0] - end) <= touch).any())
