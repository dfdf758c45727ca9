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
VARIANT = 0.65
"""Score from which an upper item without a link of its own is shown as another wording of what a lower item restates."""
ACCEPT = 0.5
"""Score with all evidence from which a pair may become a link."""


class Calon(Struct, frozen=True):
    """A candidate link between item `atas` and item `bawah` (indices) of `level`; `setingkat`: both have this level ·
    `nilai`: score with all evidence · `luar`: the upper row names another agency."""

    atas: int
    bawah: int
    level: Level
    setingkat: bool
    nilai: float
    banding: Comparison
    metode: str
    luar: bool = False


def bagi(candidates: Sequence[Calon]) -> list[tuple[Calon, str]]:
    """The links among the candidates, with their status ("tertaut", "ambigu", "varian"), in the order of the lower document.

    An upper item may be taken up once on each level of the lower document; an item of the same level need not beat one of another level.
    What loses to a better partner of the lower item and has no other is a variant: another table of the upper document words it otherwise.
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
    taken = {(item.atas, item.level) for item in kept}
    variants = [item for item in candidates if item.setingkat and item.nilai >= VARIANT and (item.atas, item.level) not in taken]
    tied = {id(item) for item in kept if item.nilai >= best_below[item.bawah] - TIE and item.banding.verdict != "same"}
    for item in kept:
        rivals[item.bawah] += id(item) in tied
    links = [(item, _status(item, ambiguous=id(item) in tied and rivals[item.bawah] > 1)) for item in kept]
    links += [(item, "varian") for item in variants]
    return sorted(links, key=lambda link: (link[0].bawah, -link[0].nilai, link[0].atas))


def _status(item: Calon, *, ambiguous: bool) -> str:
    if ambiguous:
        return "ambigu"
    return "luar_kewenangan" if item.luar else "tertaut"
