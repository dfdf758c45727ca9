"""Where the entries of a chart stand to each other: above, beside, in one column."""

from __future__ import annotations

from collections.abc import Sequence

from .urai import Entri, is_judul

_TITLE = 60
"""Letters of the longest text that can be a post."""


def width_of(entry: Entri) -> float:
    """Width of an entry's box in points, at least one."""
    return max(entry.kotak[2] - entry.kotak[0], 1.0)


def share_of(a: Entri, b: Entri) -> float:
    """Share of b's width that a covers."""
    ax0, _ay0, ax1, _ay1 = a.kotak
    bx0, _by0, bx1, _by1 = b.kotak
    shared = (ax1 if ax1 < bx1 else bx1) - (ax0 if ax0 > bx0 else bx0)  # asked for every pair of boxes: no calls
    return shared / (bx1 - bx0 if bx1 - bx0 > 1.0 else 1.0)


def is_above(a: Entri, b: Entri) -> bool:
    """Whether a begins above b, in its column: they share more than 0.3 of the narrower one's width."""
    ax0, ay0, ax1, _ay1 = a.kotak
    bx0, by0, bx1, _by1 = b.kotak
    if ay0 >= by0 - 0.5 or ax1 <= bx0 or ax0 >= bx1:
        return False
    return min(ax1, bx1) - max(ax0, bx0) > 0.3 * min(ax1 - ax0, bx1 - bx0)


def foot(entry: Entri) -> tuple[float, float]:
    """Where an entry's box ends, for sorting: the lowest last."""
    return entry.kotak[3], entry.kotak[1]


def nearest_above(entry: Entri, before: Sequence[Entri]) -> Entri | None:
    """The entry that ends lowest above this one, in its column; `before` is sorted by where they end."""
    return next((other for other in reversed(before) if is_above(other, entry)), None)


def heads_box(entry: Entri, after: Sequence[Entri]) -> bool:
    """Whether a short text is the post of the box below: content begins right under it, in a cell just as wide."""
    if entry.paragraf or entry.nilai or entry.kode or len(entry.teks) > _TITLE or not is_judul(entry.teks):
        return False
    under = (other for other in after if other.sel != entry.sel and other.kotak[1] > entry.kotak[1] and share_of(other, entry) > 0.6)
    below = next(under, None)
    if below is None or below.grid != entry.grid or below.peran != "isi" or below.arti is None:
        return False
    near = below.kotak[1] - entry.kotak[3] <= 0.6 * (entry.kotak[3] - entry.kotak[1]) + 3.0
    return near and abs(width_of(below) - width_of(entry)) <= 0.1 * width_of(entry)


def apart(a: Entri, b: Entri) -> float:
    """Horizontal distance of two boxes' middles."""
    return abs(a.kotak[0] + a.kotak[2] - b.kotak[0] - b.kotak[2]) / 2
