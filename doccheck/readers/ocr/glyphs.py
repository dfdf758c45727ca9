"""The figures of one page vote on their digits.

Small print confuses the engine (8 with 3, 6 with 5), but not always: a page prints the same digit hundreds of times in one font.
Its pictures are sorted by likeness alone, every group takes the name that the engine gave most of its members, and what stands
against it is mended. On a page of 129 dpi, 34 pictures of 8 fell into one group, of which the engine had read 13 wrongly.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

import cv2
import numpy as np

from ..pdf.geometry import Floats
from .lines import Gray

_SHAPE = (16, 24)
"""Pixels (width, height) to which the picture of a digit is brought."""
_ALIKE = 0.85
"""Correlation from which two pictures show the same digit."""
_ENOUGH = 100
"""Digits of a page below which there is nothing to vote on."""
_KIN = 0.9, 0.96
"""Likeness of two groups from which one begins to count for the other, and from which it counts as much as its own."""
_GROUP = 5
"""Members that make a group."""
_MAJORITY = 0.5
"""Share of the votes that names a group."""
_UNLIKE = 0.8
"""Mean likeness to the groups, below which a figure was cut wrongly: it has more or fewer digits than were read."""
_FIT = 0.4
"""Digit widths by which a figure's width may differ from that of its digits."""
_MARK = 0.5
"""Width of full stop and comma in digit widths, in nearly all fonts."""
_ROUNDS = 3
_FIGURE = re.compile(r"[0-9.,]*[0-9]")


_Box = tuple[int, int, int, int]


class Figure(NamedTuple):
    """A cell or word that holds a figure: its picture (dark on white), what it was read as, and the readings with their
    confidence, which vote. code: a code, whose number of digits is as it was read."""

    raster: Gray
    text: str
    readings: tuple[tuple[str, float], ...]
    code: bool = False


class _Cut(NamedTuple):
    """Pictures of digits as unit vectors (n, pixels), in the order of the pattern's digits."""

    pattern: str
    digits: Floats


def vote(figures: dict[tuple[int, int], Figure]) -> dict[tuple[int, int], str]:
    """Per place (the key is the caller's) the figure as the page's digits have it, where that differs from what was read."""
    boxes = {number: box for number, figure in figures.items() if (box := _ink(figure.raster)) is not None}
    cuts = {
        number: _cut(figures[number].raster, boxes[number], figures[number].text)
        for number in boxes if _FIGURE.fullmatch(figures[number].text)
    }
    everything = [cut.digits for cut in cuts.values() if len(cut.digits)]
    if sum(len(digits) for digits in everything) < _ENOUGH:
        return {}
    ballots = [_ballots(cut.pattern, figures[number].readings) for number, cut in cuts.items() if len(cut.digits)]
    centres, names = _named(np.concatenate(everything), [ballot for figure in ballots for ballot in figure])
    if not names:
        return {}
    ratio = _digit_width((cut, boxes[number]) for number, cut in cuts.items() if not figures[number].code)
    mended = {}
    for number, box in boxes.items():
        text = _decided(figures[number], box, centres, names, ratio)
        if text != figures[number].text:
            mended[number] = text
    return mended


def _ink(raster: Gray) -> _Box | None:
    """Box (x0, y0, x1, y1) of the ink."""
    dark = raster < 140
    rows, columns = np.flatnonzero(dark.any(1)), np.flatnonzero(dark.any(0))
    if not len(rows) or columns[-1] - columns[0] < 3 or rows[-1] - rows[0] < 5:
        return None
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def _width(pattern: str) -> float:
    return sum(_MARK if letter in ".," else 1.0 for letter in pattern) - 0.12


def _cut(raster: Gray, box: _Box, pattern: str) -> _Cut:
    """Cuts a figure where its digits should part: digits are equally wide; near there, at the lightest column."""
    x0, y0, x1, y1 = box
    ink = 255.0 - raster[y0:y1].astype(np.float64)
    profile = ink.sum(0)
    unit = (x1 - x0) / _width(pattern)
    at, reach = x0 - 0.06 * unit, max(1, int(0.2 * unit))
    cuts = [x0]
    for letter in pattern[:-1]:
        at += unit * (_MARK if letter in ".," else 1.0)
        low, high = max(0, round(at) - reach), min(len(profile), round(at) + reach + 1)
        cost = profile[low:high] + 0.01 * profile.max() * np.abs(np.arange(low, high) - at)
        cuts.append(low + int(cost.argmin()) if high > low else x1)
    cuts.append(x1)
    digits = [_picture(ink[:, start:end]) for letter, (start, end) in zip(pattern, pairwise(cuts), strict=True) if letter not in ".,"]
    return _Cut(pattern, np.array(digits).reshape(-1, _SHAPE[0] * _SHAPE[1]))


def _picture(ink: Floats) -> Floats:
    flat = np.zeros(_SHAPE[0] * _SHAPE[1])
    if ink.shape[1] < 2 or ink.max() <= 0:
        return flat
    columns = np.flatnonzero(ink.sum(0) > 0.1 * ink.sum(0).max())
    picture = cv2.resize(ink[:, columns[0] : columns[-1] + 1], _SHAPE, interpolation=cv2.INTER_AREA).ravel()
    picture = picture - picture.mean()
    length = float(np.linalg.norm(picture))
    return picture / length if length > 0 else flat


def _ballots(pattern: str, readings: tuple[tuple[str, float], ...]) -> list[dict[str, float]]:
    """Per digit of the pattern, the votes of the readings that have as many digits."""
    votes: list[dict[str, float]] = [defaultdict(float) for letter in pattern if letter.isdigit()]
    for text, confidence in readings:
        digits = [letter for letter in text if letter.isdigit()]
        if len(digits) == len(votes):
            for ballot, digit in zip(votes, digits, strict=True):
                ballot[digit] += confidence
    return votes


def _named(pictures: Floats, ballots: list[dict[str, float]]) -> tuple[Floats, list[str]]:
    """Groups pictures by likeness; returns the middle of each group that has a name, and the names."""
    centres: list[Floats] = []
    members: list[list[int]] = []
    for _ in range(_ROUNDS):
        centres = [middle / max(float(np.linalg.norm(middle)), 1e-9) for middle in (pictures[group].mean(0) for group in members if group)]
        members = [[] for _ in centres]
        matrix = np.array(centres).reshape(-1, pictures.shape[1])
        for k, picture in enumerate(pictures):
            likeness = matrix @ picture
            if len(likeness) and likeness.max() >= _ALIKE:
                members[int(likeness.argmax())].append(k)
            else:
                matrix = np.vstack([matrix, picture])
                members.append([k])
    groups = [group for group in members if len(group) >= _GROUP]
    middles = np.array([pictures[group].mean(0) for group in groups]).reshape(-1, pictures.shape[1])
    middles = middles / np.maximum(np.linalg.norm(middles, axis=1, keepdims=True), 1e-9)
    votes = np.zeros((len(groups), 10))
    for k, group in enumerate(groups):
        for member in group:
            for digit, weight in ballots[member].items():
                votes[k, int(digit)] += weight
    votes = np.clip((middles @ middles.T - _KIN[0]) / (_KIN[1] - _KIN[0]), 0, 1) @ votes
    clear = votes.max(1, initial=0) > _MAJORITY * votes.sum(1)
    return middles[clear], [str(digit) for digit in votes[clear].argmax(1).tolist()]


def _digit_width(cuts: Iterable[tuple[_Cut, _Box]]) -> float:
    """Median width of a digit in heights of a figure."""
    ratios = []
    for cut, (x0, y0, x1, y1) in cuts:
        ratios.append((x1 - x0) / _width(cut.pattern) / (y1 - y0))
    return float(np.median(ratios))


def _decided(figure: Figure, box: _Box, centres: Floats, names: list[str], ratio: float) -> str:
    """The figure by the names of its digits' groups; other patterns are tried where the one that was read does not fit."""
    x0, y0, x1, y1 = box
    units = (x1 - x0) / (ratio * (y1 - y0))
    if _FIGURE.fullmatch(figure.text):
        text, likeness = _spelt(figure.raster, box, figure.text, centres, names, keep=True)
        fits = abs(_width(figure.text) - units) <= _FIT
        if figure.code:
            return text if likeness >= _UNLIKE else figure.text
        if likeness >= _UNLIKE and fits and _grouped(figure.text):
            return text
        likeness = likeness if _grouped(figure.text) and fits else 0.0
    else:
        text, likeness = figure.text, 0.0
    for pattern in _patterns(units):
        other, fit = _spelt(figure.raster, box, pattern, centres, names)
        if fit >= _UNLIKE and fit > likeness + 0.02:
            text, likeness = other, fit
    return text


def _spelt(
    raster: Gray, box: _Box, pattern: str, centres: Floats, names: list[str], keep: bool = False
) -> tuple[str, float]:
    """The pattern filled with the digits that its cuts are most like, and the mean likeness. keep: digits that are like none stay."""
    likeness = centres @ _cut(raster, box, pattern).digits.T
    best, how = likeness.argmax(0).tolist(), likeness.max(0)
    digits = iter(zip(best, how.tolist(), strict=True))
    text = ""
    for letter in pattern:
        if letter in ".,":
            text += letter
        else:
            group, like = next(digits)
            text += letter if keep and like < _ALIKE else names[group]
    return text, float(how.mean()) if len(how) else 0.0


def _grouped(text: str) -> bool:
    """Whether the marks of a figure stand where they should."""
    whole, _, _ = text.partition(",")
    return len(whole) <= 4 or bool(re.fullmatch(r"\d{1,3}(\.\d{3})+", whole))


def _patterns(units: float) -> list[str]:
    """Patterns of about this width: plain figures of up to four digits, thousands with full stops, one or two decimals."""
    found = ["0" * digits for digits in range(1, 5)]
    found += [f"{'0' * whole},{'0' * decimals}" for whole in (1, 2, 3) for decimals in (1, 2)]
    found += ["0" * lead + ".000" * groups for groups in range(1, 5) for lead in (1, 2, 3)]
    return [pattern for pattern in found if abs(_width(pattern) - units) <= _FIT]
