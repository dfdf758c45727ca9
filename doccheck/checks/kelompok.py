"""Occurrences of one text as one thing: a fault that a document repeats in three tables is one fault."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .context import Butir, kunci

BUKTI = 6
"""At most so many occurrences are shown as evidence of one finding."""


def serupa(butir: Iterable[Butir], tambahan: Callable[[Butir], str] | None = None) -> list[list[Butir]]:
    """Groups of equal normalised text (and equal `tambahan`), in order of first occurrence."""
    groups: dict[tuple[str, str], list[Butir]] = {}
    for item in butir:
        groups.setdefault((kunci(item.teks), tambahan(item) if tambahan else ""), []).append(item)
    return list(groups.values())
