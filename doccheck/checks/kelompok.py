"""Occurrences of one text as one thing: a fault that a document repeats in three tables is one fault."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from .butir import Butir, kunci
from .context import Context

Cacat = TypeVar("Cacat")
BUKTI = 6
"""At most so many occurrences are shown as evidence of one finding."""


def serupa(butir: Iterable[Butir], tambahan: Callable[[Butir], str] | None = None) -> list[list[Butir]]:
    """Groups of equal normalised text (and equal `tambahan`), in order of first occurrence."""
    groups: dict[tuple[str, str], list[Butir]] = {}
    for item in butir:
        groups.setdefault((kunci(item.teks), tambahan(item) if tambahan else ""), []).append(item)
    return list(groups.values())


def per_perangkat(ctx: Context, butir: Iterable[Butir], ciri: Callable[[Butir], str] | None = None) -> list[list[Butir]]:
    """Equal texts of one agency over all its documents. What the region's document prints belongs to the agency that prints the
    same, where there is just one; the agency's own documents come first, the Renstra before what is derived from it."""
    urut = {"renstra": 0, "rpjmd": 2}
    found: list[list[Butir]] = []
    for group in serupa(butir, lambda item: f"{ctx.pemda(item.dokumen)}|{ciri(item) if ciri else ''}"):
        owners: dict[str | None, list[Butir]] = defaultdict(list)
        for item in group:
            owners[ctx.pd(item.dokumen)].append(item)
        if len(owners) == 2 and None in owners:
            owners = defaultdict(list, {None: group})
        found.extend(sorted(items, key=lambda item: urut.get(item.dokumen.jenis, 1)) for items in owners.values())
    return found


def bercacat(ctx: Context, butir: Iterable[Butir], cacat: Callable[[Butir], Cacat | None]) -> Iterator[list[tuple[Butir, Cacat]]]:
    """Groups as `per_perangkat` makes them, of each the occurrences that have a fault, with it; groups without a fault are left out, and
    not made in the first place: few texts have one."""
    items = list(butir)
    faults: dict[tuple[str, str, int | None], Cacat] = {}
    texts: set[str] = set()
    for item in items:
        if fault := cacat(item):
            faults[item.kunci] = fault
            texts.add(kunci(item.teks))
    if not faults:
        return
    for group in per_perangkat(ctx, [item for item in items if kunci(item.teks) in texts]):
        found = [(item, faults[item.kunci]) for item in group if item.kunci in faults]
        if found:
            yield found
