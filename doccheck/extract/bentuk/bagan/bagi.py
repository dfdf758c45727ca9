"""Which lines of a box belong to which of its marks.

Charts drawn in a spreadsheet centre the code on the height of its text, so that a code stands between the lines of its own item, and the
distance between two items is that between two lines. The lines are therefore shared out over the marks at once: each mark gets the
run of lines whose middle (or, where marks stand at the top, whose first line) lies nearest to it, and an item begins as a sentence does.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ...tulisan.ukuran import is_indikator
from .kotak import Baris
from .tulisan import Label, is_nilai, is_sasaran

_FAR = 1.7
"""Line distances (of the box's usual one) from which two lines hardly belong together."""
_NEVER = 1e9
_EMPTY = 3.0
"""What a mark without any line costs, in line distances."""
_LONGEST = 24
"""Most lines of one item."""


@dataclass
class Tanda:
    """A mark. baris: the line of text that stands on its own baseline (index), None where it stands alone."""

    kode: str | None
    y: float
    baris: int | None = None
    label: Label | None = None


def share_out(lines: list[Baris], marks: list[Tanda]) -> list[tuple[Tanda | None, int, int]]:
    """Runs of lines [a, b), each with its mark (None: without one). lines: from top to bottom, without the marks that stand alone."""
    pitch = pitch_of(lines)
    prices = _Harga.dari(lines, pitch)
    best: tuple[float, list[tuple[Tanda | None, int, int]]] = (_NEVER, [])
    for centred in (True, False) if any(mark.label is None for mark in marks) else (True,):  # labels are judged alike both times
        cost, runs = _shares(lines, marks, prices, centred)
        if cost < best[0]:
            best = (cost, runs)
    return best[1]


def pitch_of(lines: list[Baris]) -> float:
    """The distance of two lines of one item: a lower quartile, as items stand further apart. Values may stand in a column of their own."""
    texts = [line for line in lines if not is_nilai(line.teks)]
    steps = [b.y - a.y for a, b in pairwise(texts if len(texts) > 1 else lines) if b.y - a.y > 1.0]
    return max(sorted(steps)[len(steps) // 4], 1.0) if steps else 1.0


class _Harga(NamedTuple):
    """What it costs that lines go on (running sum), open an item, or have no mark; and their distance."""

    inner: list[float]
    opening: list[float]
    loose: list[float]
    pitch: float

    @classmethod
    def dari(cls, lines: list[Baris], pitch: float) -> _Harga:
        """The costs of the lines of one box. pitch: distance of two lines of an item, in points."""
        places = range(len(lines))
        return cls(_inner(lines, pitch), [_opening(lines, at, pitch) for at in places], [_loose(lines, at, pitch) for at in places], pitch)


def _shares(lines: list[Baris], marks: list[Tanda], prices: _Harga, centred: bool) -> tuple[float, list[tuple[Tanda | None, int, int]]]:
    """The cheapest way to share all lines out over all marks in their order (dynamic programming over lines and marks)."""
    inner, opening, loose, pitch = prices
    n, k = len(lines), len(marks)
    near = [[_is_near(mark, line.y, pitch) for mark in marks] for line in lines]
    reached: list[list[int]] = []  # per line, the numbers of marks that can be used up above it
    owner = {mark.baris: at for at, mark in enumerate(marks) if mark.baris is not None}
    cost = [[_NEVER] * (k + 1) for _ in range(n + 1)]
    back: list[list[tuple[int, int]]] = [[(0, 0)] * (k + 1) for _ in range(n + 1)]
    cost[0][0] = 0.0
    for i in range(n + 1):
        tied: set[int] = set()
        here, came = cost[i], back[i]
        for a in range(i - 1, max(i - _LONGEST - 1, -1), -1):
            if a in owner:
                tied.add(owner[a])
            if len(tied) > 1:
                break
            base = inner[i] - inner[a + 1] + opening[a]
            before = cost[a]
            if tied:  # the run has the line of one mark
                (j,) = tied
                total = before[j] + (base + _off(lines, a, i, marks[j], centred, pitch))
                if total < here[j + 1]:
                    here[j + 1], came[j + 1] = total, (a, j)
                continue
            for j in reached[a]:
                total = before[j] + (base + loose[a])
                if total < here[j]:
                    here[j], came[j] = total, (a, j)
            for j in reached[a]:
                if j < k and near[a][j]:
                    total = before[j] + (base + _off(lines, a, i, marks[j], centred, pitch))
                    if total < here[j + 1]:
                        here[j + 1], came[j + 1] = total, (a, j)
        for j in range(1, k + 1):
            total = here[j - 1] + (_EMPTY if marks[j - 1].baris is None else _NEVER)
            if total < here[j]:
                here[j], came[j] = total, (i, j - 1)
        reached.append([j for j in range(k + 1) if here[j] < _NEVER])
    return cost[n][k], _trace(back, marks, n, k)


def _is_near(mark: Tanda, y: float, pitch: float) -> bool:
    """Whether a mark stands alone, not too far from a run that begins there."""
    return mark.baris is None and abs(mark.y - y) < _LONGEST * pitch


def _trace(back: list[list[tuple[int, int]]], marks: list[Tanda], i: int, j: int) -> list[tuple[Tanda | None, int, int]]:
    runs: list[tuple[Tanda | None, int, int]] = []
    while i or j:
        a, b = back[i][j]
        if a < i:
            runs.append((marks[b] if b < j else None, a, i))
        if (a, b) == (i, j):
            break
        i, j = a, b
    return runs[::-1]


def _inner(lines: list[Baris], pitch: float) -> list[float]:
    """Running sum of what gaps and beginnings of sentences inside a run cost: inner[i] counts those of line i - 1 and all above."""
    total, sums = 0.0, [0.0]
    for at, line in enumerate(lines):
        gap = (line.y - lines[at - 1].y) / pitch if at else 0.0
        total += 0.7 + (gap - _FAR) if gap > _FAR else 0.0
        before = lines[at - 1] if at else None
        alone = before is None or not before.teks or (is_nilai(before.teks) and side_by_side(before, line, pitch))
        if not alone and line.teks[:1].isupper() and (is_sasaran(line.teks) or is_indikator(line.teks, pasti=True)):
            total += 0.8
        sums.append(total)
    return sums


def _opening(lines: list[Baris], a: int, pitch: float) -> float:
    """What it costs that an item begins with line a: sentences begin with a capital letter, not with a value."""
    text = lines[a].teks
    if a + 1 < len(lines) and is_nilai(text) and side_by_side(lines[a], lines[a + 1], pitch):
        text = lines[a + 1].teks
    if not text:
        return 0.0
    cost = 0.0
    if a and (text[0].islower() or text[0] in "(/)" or is_nilai(text)):
        cost += 1.5
    if is_indikator(text) or is_sasaran(text):
        cost -= 0.4 if text[0].isupper() else 0.0
    return cost


def side_by_side(a: Baris, b: Baris, pitch: float) -> bool:
    """Whether two lines stand too close to be lines of one text: one is in a column beside the other."""
    return abs(b.y - a.y) < 0.75 * pitch


def _loose(lines: list[Baris], a: int, pitch: float) -> float:
    """What it costs that a run has no mark: little where it stands apart or speaks as a goal does."""
    text = lines[a].teks
    apart = a == 0 or (lines[a].y - lines[a - 1].y) / pitch > _FAR
    if not text[:1].isupper():
        return 2.0
    return 0.5 if is_sasaran(text) else 0.9 if apart else 1.4


def _off(lines: list[Baris], a: int, i: int, mark: Tanda, centred: bool, pitch: float) -> float:
    """How far (in line distances) a mark stands from where it should beside the run [a, i): from its middle, or from its first line."""
    first, last = lines[a].y, lines[i - 1].y
    centre, top = abs((first + last) / 2 - mark.y) / pitch, abs(first - mark.y) / pitch
    if mark.label is not None:
        return min(centre, top)
    if not centred:
        return top
    begins = mark.baris is not None and mark.baris != a and lines[mark.baris].teks[:1].isupper()
    return centre + (0.5 if begins else 0.0)
