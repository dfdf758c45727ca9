"""Candidates: which items of the upper document are worth a comparison with an item of the lower one.

An inverted index over roots; only the rarest roots of an item are looked up, so that an RPJMD and many Renstra stay cheap.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Generic, TypeVar

from .frasa import Kind, parse_phrase
from .kelompok import Butir, ButirIndikator

Item = TypeVar("Item", Butir, ButirIndikator)
_LIMIT = 10
_SHARE = 0.3
"""An item is a candidate when it shares this part of the weight of the looked-up roots."""


class Indeks(Generic[Item]):
    """Items of one document by text and by root."""

    def __init__(self, items: Sequence[Item], kind: Kind) -> None:
        self.items: Sequence[Item] = items
        self._kind = kind
        self._exact: dict[str, list[int]] = defaultdict(list)
        self._roots: dict[str, list[int]] = defaultdict(list)
        for number, item in enumerate(items):
            self._exact[item.kunci].append(number)
            for root in {root for reading in parse_phrase(item.teks, kind) for root in reading.isi}:
                self._roots[root].append(number)

    def sama(self, key: str) -> list[Item]:
        """Items with the same text."""
        return [self.items[number] for number in self._exact.get(key, ())]

    def calon(self, text: str) -> list[Item]:
        """Items that share rare roots with the text, the most promising first."""
        weights: dict[int, float] = defaultdict(float)
        total = 0.0
        for reading in parse_phrase(text, self._kind):
            total = max(total, sum(reading.isi.values()))
            shared: dict[int, float] = defaultdict(float)
            for root, weight in sorted(reading.isi.items(), key=lambda pair: (-pair[1], pair[0]))[:6]:
                for number in self._roots.get(root, ()):
                    shared[number] += weight
            for number, weight in shared.items():
                weights[number] = max(weights[number], weight)
        best = sorted((-weight, number) for number, weight in weights.items() if weight >= _SHARE * min(total, 3.0))
        return [self.items[number] for _, number in best[:_LIMIT]]
