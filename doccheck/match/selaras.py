"""Alignment of two phrases: which roots answer each other, and what stays alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from .frasa import Frasa
from .makna import makna


class Selaras(Struct, frozen=True):
    """a, b: roots left alone on each side, in order · beda_a, beda_b: the roots that only one side has, before near words answered
    each other · dekat: weight of the near words · pasangan: the near words as written, for the reason · ejaan: roots that differ by
    a misspelling only, or a word and its two parts."""

    a: tuple[str, ...]
    b: tuple[str, ...]
    beda_a: tuple[str, ...]
    beda_b: tuple[str, ...]
    dekat: float
    pasangan: tuple[str, ...]
    ejaan: tuple[tuple[str, str], ...]


@lru_cache(maxsize=65536)
def _typo(a: str, b: str) -> bool:
    from rapidfuzz.distance import OSA

    return len(a) >= 5 and len(b) >= 5 and a[0] == b[0] and OSA.distance(a, b) <= (1 if min(len(a), len(b)) < 8 else 2)


def _broken(parts: Sequence[str], words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Words that one text has whole and the other in two parts, as a cell's width breaks them ("pela tihan" / "pelatihan")."""
    if len(parts) > 1 and words:
        for first, second in pairwise(tuple(parts)):
            if len(first) + len(second) >= 5 and first + second in words:
                yield f"{first} {second}", first + second


def selaraskan(a: Frasa, b: Frasa) -> Selaras:
    """Aligns two phrases: equal roots, then near words, then misspelt ones (one of the two must be unknown)."""
    left = [root for root in a.inti if root not in b.isi]
    right = [root for root in b.inti if root not in a.isi]
    only_a, only_b = tuple(left), tuple(right)
    weight, notes = 0.0, []
    spelling: list[tuple[str, str]] = []
    for x, y in (*_broken(left, right), *((x, y) for y, x in _broken(right, left))):
        if set(x.split()) <= set(left) and set(y.split()) <= set(right):  # one word may be a part of two
            left = [root for root in left if root not in x.split()]
            right = [root for root in right if root not in y.split()]
            spelling.append((x, y))
    if left and right:
        near_words = makna().dekat
        unknown = a.asing | b.asing
        for x in tuple(left):
            groups = near_words.get(x)
            if groups is None and not unknown:
                continue
            for y in right:
                near = groups is not None and (other := near_words.get(y)) is not None and not groups.isdisjoint(other)
                if near or ((x in unknown or y in unknown) and (_typo(x, y) or _typo(a.kata.get(x, x), b.kata.get(y, y)))):
                    left.remove(x)
                    right.remove(y)
                    if near:
                        weight += min(a.isi[x], b.isi[y])
                        notes.append(f"{a.kata.get(x, x)} / {b.kata.get(y, y)}")
                    else:
                        spelling.append((x, y))
                    break
    return Selaras(tuple(left), tuple(right), only_a, only_b, weight, tuple(notes), tuple(spelling))
