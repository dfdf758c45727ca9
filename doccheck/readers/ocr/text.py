"""Words into lines."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from .words import Word

WIDE_GAP = 2.5
"""Line heights: outside the tables, a gap wider than this is kept as a tab, as the reader of the text layer does."""
_NOISE = 0.3
"""A word without letter or digit that is less sure than this is a speck or a piece of a rule."""
_STROKES = re.compile(r"[|¦!_]+")
"""What pieces of rules are read as."""
_DASH = frozenset("—–")
"""What the engine puts into the wide gaps of justified lines."""
_BULLET = re.compile(r"^[eo»«#*¢°+] (?=[A-Z])")
"""What bullets are read as."""
_BELOW = frozenset("gjpqyQ,;()[]/")
"""Letters and marks that reach below the baseline."""
_DROP = 0.2
"""Share of a word's height by which they do."""
_PERCENT = re.compile(r"(?<=\d)( ?)(?:Yo|Y6|Yb|Ya|Y,|9o|0/0|o/o|\"/o|Y0)(?![\w])|(?<![^(])()(?:Yo|Y0|9o|o/o)(?![^)])")
"""What the Indonesian model makes of a percent sign after a figure, in brackets, and alone."""


class Line(NamedTuple):
    """A line of text, its box in pixels, its mean confidence, weighted by the length of the words, its baseline, and the confidence of
    the least sure of its words with digits (1.0 without)."""

    text: str
    x0: int
    y0: int
    x1: int
    y1: int
    confidence: float
    base: float
    angka: float = 1.0

    def sure(self, confidence: float) -> Line:
        """The line as a figure of this confidence."""
        return self._replace(confidence=confidence, angka=confidence)


def lines_of(words: list[Word], tabs: bool = False) -> list[Line]:
    """Lines from top to bottom. Words of one line of the engine stay together; lines beside one another become one.

    tabs: wide gaps become tabs.
    """
    pieces: dict[tuple[int, int, int], list[Word]] = {}
    for word in words:
        if not _STROKES.fullmatch(word.text) and (word.confidence >= _NOISE or any(letter.isalnum() for letter in word.text)):
            pieces.setdefault(word.line, []).append(word)
    rows: list[list[Word]] = []
    for piece in sorted(pieces.values(), key=lambda part: (_middle(part), part[0].x0)):
        beside = rows and _beside(rows[-1], piece)
        if beside:
            rows[-1].extend(piece)
        else:
            rows.append(list(piece))
    return [_line(sorted(row, key=lambda word: word.x0), tabs) for row in rows]


def _middle(words: list[Word]) -> float:
    """Height at which the tallest word stands: marks and commas lie off the middle."""
    tallest = max(words, key=lambda word: word.y1 - word.y0)
    return (tallest.y0 + tallest.y1) / 2


def _beside(row: list[Word], piece: list[Word]) -> bool:
    height = max(word.y1 - word.y0 for word in row)
    if abs(_middle(row) - _middle(piece)) > 0.5 * min(height, max(word.y1 - word.y0 for word in piece)):
        return False
    return all(word.x1 <= other.x0 + 3 or word.x0 >= other.x1 - 3 for word in piece for other in row)


def _line(words: list[Word], tabs: bool) -> Line:
    words = [word for k, word in enumerate(words) if not _made_up(words, k)] or words
    height = sorted(word.y1 - word.y0 for word in words)[len(words) // 2]
    text = words[0].text
    for before, word in pairwise(words):
        text += ("\t" if tabs and word.x0 - before.x1 > WIDE_GAP * height else " ") + word.text
    weight = sum(len(word.text) for word in words)
    return Line(
        _BULLET.sub("• ", _PERCENT.sub(lambda found: (found[1] or "") + "%", text)),
        min(word.x0 for word in words),
        min(word.y0 for word in words),
        max(word.x1 for word in words),
        max(word.y1 for word in words),
        sum(word.confidence * len(word.text) for word in words) / weight,
        _baseline(words),
        min((word.confidence for word in words if any(map(str.isdigit, word.text))), default=1.0),
    )


def _baseline(words: list[Word]) -> float:
    """Where the letters stand: the foot of the words that have nothing below the line."""
    feet = sorted(word.y1 for word in words if not _BELOW & set(word.text))
    return float(feet[len(feet) // 2]) if feet else max(word.y1 - _DROP * (word.y1 - word.y0) for word in words)


def _made_up(words: list[Word], k: int) -> bool:
    """Whether a word is a dash beside letters or at an end of its line (a range of years has figures beside it, an empty value
    is nothing but a dash)."""
    beside = words[max(0, k - 1) : k] + words[k + 1 : k + 2]
    return words[k].text in _DASH and len(words) > 1 and not all(word.text[-1].isdigit() for word in beside)
