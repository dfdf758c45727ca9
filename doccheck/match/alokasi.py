"""The best assignment of the items of two documents: an item keeps a link only if neither end has a clearly better one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct

from ..model import Level
from .banding import Comparison

SLACK = 0.08
"""How much better another partner of either end must be to win alone (two indicators merged into one keep both links)."""
TIE = 0.015
"""Two uppers closer than this, neither of them the same text, make a link ambiguous."""


class Calon(Struct, frozen=True):
    """A candidate link between item `atas` and item `bawah` (indices) of `level`; `setingkat`: both have this level ·
    `nilai`: score with all evidence."""

    atas: int
    bawah: int
    level: Level
    setingkat: bool
    nilai: float
    banding: Comparison
    metode: str


def bagi(candidates: Sequence[Calon]) -> list[tuple[Calon, str]]:
    """The links among the candidates, with their status, in the order of the lower document.

    An upper item may be taken up once on each level of the lower document; an item of the same level need not beat one of another level.
    """
    best_above: dict[tuple[int, Level], float] = defaultdict(float)
    best_below: dict[int, float] = defaultdict(float)
    best_level: dict[int, float] = defaultdict(float)
    rivals: dict[int, int] = defaultdict(int)
    for item in candidates:
        above = (item.atas, item.level)
        best_above[above] = max(best_above[above], item.nilai)
        best_below[item.bawah] = max(best_below[item.bawah], item.nilai)
        if item.setingkat:
            best_level[item.bawah] = max(best_level[item.bawah], item.nilai)
    kept = [
        item
        for item in candidates
        if item.nilai >= best_above[item.atas, item.level] - SLACK
        and item.nilai >= (best_level if item.setingkat else best_below)[item.bawah] - SLACK
    ]
    for item in kept:
        rivals[item.bawah] += item.nilai >= best_below[item.bawah] - TIE
    kept.sort(key=lambda item: (item.bawah, -item.nilai, item.atas))
    return [
        (item, "ambigu" if rivals[item.bawah] > 1 and item.banding.verdict != "same" else "tertaut") for item in kept
    ]
