"""A second look at the cells that should hold a figure, with an eye for digits alone."""

from __future__ import annotations

import re

from .sheet import Crop, read_crops
from .text import Line, lines_of

WHITELIST = "0123456789.,-%()<>/"
DOUBTFUL = 0.6
"""Confidence of a figure on which two readings differ is at most this."""
_CONFUSED = frozenset("OoQDlI|iSsBZzgqGbY'`´‘’\"“”:;=*~_!£€$&A?")
"""What the engine makes of digits and signs."""
_FIGURE_SHARE = 0.5
_WELL_FORMED = re.compile(r"[(<>-]{0,2}(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,4}(?:[.,]\d{1,3})?)%?\)?")
_KEPT = re.compile(r"[^0-9A-Za-z.,%()<>/-]")


def should_be_number(text: str) -> bool:
    """Whether a cell's text is a figure, or a figure misread: one line, at least half digits, the rest such as digits are
    taken for. "3 Plus", "WTP" and "2025 - 2029 Rp" are left as they are."""
    bare = text.replace(" ", "")
    if not bare or "\n" in text or len(bare) > 24:
        return False
    figures = sum(letter.isdigit() or letter in WHITELIST for letter in bare)
    others = [letter for letter in bare if not letter.isdigit() and letter not in WHITELIST]
    if not others:
        return any(letter.isdigit() for letter in bare)
    if len(bare) <= 2 and all(letter in _CONFUSED for letter in bare):
        return True
    return figures >= _FIGURE_SHARE * len(bare) and any(letter.isdigit() for letter in bare) and all(
        letter in _CONFUSED for letter in others
    )


def second_reading(crops: list[Crop], dpi: float, seconds: float) -> dict[int, Line]:
    """Per cell's number, what it says when only digits are allowed; cells that say nothing are left out. Raises OcrTimeoutError."""
    readings = {}
    for number, words in read_crops(crops, dpi, seconds, WHITELIST).items():
        lines = lines_of(words)
        if len(lines) == 1:
            readings[number] = lines[0]._replace(text=lines[0].text.replace(" ", ""))
    return readings


def better(first: Line, second: Line) -> Line:
    """The figure that two readings agree on, surer than each; else the well-formed one, else the surer one, in doubt."""
    one, other = _KEPT.sub("", first.text.replace(" ", "")), _KEPT.sub("", second.text)
    if one == other:
        return first._replace(text=first.text if first.text.replace(" ", "") == one else one,
                              confidence=max(first.confidence, second.confidence))
    rank_one = bool(_WELL_FORMED.fullmatch(one)), first.confidence
    rank_other = bool(_WELL_FORMED.fullmatch(other)), second.confidence
    chosen = second if rank_other > rank_one else first
    return first._replace(text=chosen.text, confidence=min(DOUBTFUL, chosen.confidence))
