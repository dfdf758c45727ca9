"""The four components of an AKIP evaluation (PermenPANRB 88/2021), and to which of them a rule belongs."""

from __future__ import annotations

from collections.abc import Iterable

from ..aturan import Rule
from ..bahasa import tandai

KOMPONEN: dict[int, str] = {
    1: tandai("Perencanaan Kinerja"),
    2: tandai("Pengukuran Kinerja"),
    3: tandai("Pelaporan Kinerja"),
    4: tandai("Evaluasi Akuntabilitas Kinerja Internal"),
}

_MASALAH = {1: 4, 2: 1, 3: 1, 4: 1, 5: 1, 6: 4, 7: 3}
"""Component of each recurring problem, for rules that name no criterion of the LKE."""

PEMBACAAN = frozenset({"EXT"})
"""Families about reading files: they say nothing on a document's quality and belong to no component."""


def kriteria_lke(rule: Rule) -> tuple[str, ...]:
    """The criteria that the rule's legal basis names ("1.b.8"), each once."""
    return tuple(dict.fromkeys(one.kriteria_lke for one in rule.dasar if one.kriteria_lke))


def komponen(rule: Rule) -> int | None:
    """1..4 from the first criterion, else from the problem that the rule serves, else planning; None for rules about reading."""
    if rule.keluarga in PEMBACAAN:
        return None
    first = next((criterion[0] for criterion in kriteria_lke(rule) if criterion[:1] in "1234"), None)
    if first:
        return int(first)
    return next((_MASALAH[number] for number in rule.masalah if number in _MASALAH), 1)


def per_komponen(rules: Iterable[Rule]) -> dict[int, tuple[Rule, ...]]:
    """The rules of each component, in the order given."""
    groups: dict[int, list[Rule]] = {number: [] for number in KOMPONEN}
    for rule in rules:
        if (number := komponen(rule)) is not None:
            groups[number].append(rule)
    return {number: tuple(group) for number, group in groups.items()}
