"""Which goal and which indicator of the old version became which of the new one.

Texts that are the same are a pair; of the rest those that match.compare takes for a rewording, the likeliest first; a programme also by its
code. An indicator is more likely the same where its goal is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from ..match import Butir, ButirIndikator, Comparison, Kelompok, compare
from ..match.calon import Indeks
from ..match.frasa import Kind
from ..model import Level

Item = TypeVar("Item", Butir, ButirIndikator)

Rated = tuple[float, Comparison] | None
"""How likely two items are one (None: they are not), and how their texts differ."""

GOALS: tuple[Level, ...] = ("misi", "tujuan", "sasaran")
SEGOLONGAN = 0.1
"""What the same goal adds to the likeness of two indicators."""


class Pasang(Struct, Generic[Item], frozen=True):
    """A pair, or an item that one version alone has. `banding` where the texts differ."""

    lama: Item | None
    baru: Item | None
    banding: Comparison | None = None


def kinerja(lama: Kelompok, baru: Kelompok) -> list[Pasang[Butir]]:
    """All goals of both versions, in the order of the new one, then what vanished."""

    def likeness(a: Butir, b: Butir) -> Rated:
        result = compare(a.teks, b.teks, _kind(b))
        if result.verdict == "different" and not (_kind(b) == "program" and _codes(a) & _codes(b)):
            return None
        return result.score, result

    return _pair(lama.kinerja, baru.kinerja, _Cara(_kind, _codes, likeness))


def indikator(lama: Kelompok, baru: Kelompok, goals: Sequence[Pasang[Butir]]) -> list[Pasang[ButirIndikator]]:
    """All indicators of both versions; goals: the pairs of their goals."""
    became = {node.id: number for number, pair in enumerate(goals) if pair.lama for node in pair.lama.kejadian}
    is_now = {node.id: number for number, pair in enumerate(goals) if pair.baru for node in pair.baru.kejadian}

    def likeness(a: ButirIndikator, b: ButirIndikator) -> Rated:
        result = compare(a.teks, b.teks, "indikator")
        if result.verdict == "different":
            return None
        before, after = ({known.get(node.id) for node, _ in item.kejadian} for item, known in ((a, became), (b, is_now)))
        return result.score + (SEGOLONGAN if before & after - {None} else 0.0), result

    return _pair(lama.indikator, baru.indikator, _Cara(lambda _item: "indikator", lambda _item: set(), likeness))


def _kind(item: Butir) -> Kind:
    return "sasaran" if item.level in GOALS else "program"


def _codes(item: Butir) -> set[str]:
    return {node.kode.strip(". ") for node in item.kejadian if node.kode and node.kode.count(".") >= 2}


class _Cara(Struct, Generic[Item], frozen=True):
    """How items of one sort are compared: how their texts are read, the codes they carry, how likely two are one."""

    kind: Callable[[Item], Kind]
    codes: Callable[[Item], set[str]]
    likeness: Callable[[Item, Item], Rated]


def _pair(old: Sequence[Item], new: Sequence[Item], cara: _Cara[Item]) -> list[Pasang[Item]]:
    partner: dict[int, int] = {}
    left = dict(enumerate(old))
    for same in (_whole, _text):  # the same text at its level, then at another one
        known = {same(item): number for number, item in left.items()}
        for number, item in enumerate(new):
            if number not in partner and (found := known.pop(same(item), None)) is not None:
                partner[number] = found
                del left[found]
    compared = _reworded(left, {n: item for n, item in enumerate(new) if n not in partner}, cara)
    verdicts: dict[int, Comparison] = {}
    for (number, other), (_score, verdict) in sorted(compared.items(), key=lambda entry: (-entry[1][0], entry[0])):
        if number not in partner and other in left:
            partner[number] = other
            verdicts[number] = verdict
            del left[other]
    pairs: list[Pasang[Item]] = []
    for number, item in enumerate(new):
        pairs.append(Pasang(old[partner[number]] if number in partner else None, item, verdicts.get(number)))
    pairs.extend(Pasang(item, None) for item in left.values())
    return pairs


def _whole(item: Butir | ButirIndikator) -> tuple[str, ...]:
    return item.level, item.lingkup, item.kunci


def _text(item: Butir | ButirIndikator) -> tuple[str, ...]:
    return (item.kunci,)


def _reworded(
    old: Mapping[int, Item], new: Mapping[int, Item], cara: _Cara[Item]
) -> dict[tuple[int, int], tuple[float, Comparison]]:
    """(number in new, number in old) -> likeness, for pairs of one level that share rare words, or a code."""
    found: dict[tuple[int, int], tuple[float, Comparison]] = {}
    for what in dict.fromkeys(cara.kind(item) for item in old.values()):
        before: dict[int, Item] = {number: item for number, item in old.items() if cara.kind(item) == what}
        index: Indeks[Item] = Indeks(list(before.values()), what)
        place = {id(item): number for number, item in before.items()}
        for number, item in new.items():
            if cara.kind(item) != what:
                continue
            likely: list[Item] = index.calon(item.teks)
            likely += [one for one in before.values() if cara.codes(one) & cara.codes(item)]
            for candidate in likely:
                if (candidate.level, candidate.lingkup) == (item.level, item.lingkup) and (rated := cara.likeness(candidate, item)):
                    found[number, place[id(candidate)]] = rated
    return found
