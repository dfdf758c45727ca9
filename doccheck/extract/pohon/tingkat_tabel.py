"""Levels that one table leaves open, told by another table of the document or by which column is filled.

A table of kegiatan and subkegiatan in one column, without codes, labels or bold, gives them all the same level. The same names stand in the
table of budgets with their codes or in another type; and in tables with a column of outputs only the kegiatan has one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from ...model import Kinerja, Level
from ..tabel.matriks import squeeze

_LEAST = 2
_LABEL = re.compile(r"^\s*(?:sub\s*)?kegiatan\b", re.I)


class Rentang(Struct, frozen=True):
    """The goals [awal, akhir) of a document that one table gave; bertingkat: its heading names kegiatan and subkegiatan in one column;
    kegiatan: it names only programs and kegiatan, whatever stands below them."""

    awal: int
    akhir: int
    bertingkat: bool
    kegiatan: bool = False


def samakan_tingkat(kinerja: Sequence[Kinerja], rentang: Sequence[Rentang]) -> list[Kinerja]:
    """The goals with those kegiatan made subkegiatan that are ones."""
    known = _known(kinerja, rentang)
    made = list(kinerja)
    for part in rentang:
        nodes = made[part.awal : part.akhir]
        if part.kegiatan:
            if _all_below(nodes, known):
                made[part.awal : part.akhir] = [replace(node, level="subkegiatan") if node.level == "kegiatan" else node for node in nodes]
            continue
        levels = [node.level for node in nodes]
        if not part.bertingkat or levels.count("kegiatan") < _LEAST or "subkegiatan" in levels:
            continue
        below = _named(nodes, known) or _without_output(nodes)
        last: str | None = None
        for at, node in enumerate(nodes, part.awal):
            if node.id in below and last is not None:
                made[at] = replace(node, level="subkegiatan", induk=last)
            else:
                last = node.id if node.level == "kegiatan" else None if node.level == "program" else last
    return made


def _name(text: str) -> str:
    """The name by which a kegiatan is found again, its label taken off."""
    return squeeze(_LABEL.sub("", text))


def _known(kinerja: Sequence[Kinerja], rentang: Sequence[Rentang]) -> dict[str, set[Level]]:
    """The levels of names in the tables that tell kegiatan and subkegiatan apart."""
    known: dict[str, set[Level]] = {}
    for part in rentang:
        nodes = kinerja[part.awal : part.akhir]
        if {"kegiatan", "subkegiatan"} <= {node.level for node in nodes}:
            for node in nodes:
                if node.level in ("kegiatan", "subkegiatan"):
                    known.setdefault(_name(node.uraian), set()).add(node.level)
    return known


def _all_below(nodes: Sequence[Kinerja], known: dict[str, set[Level]]) -> bool:
    """Whether those kegiatan that stand elsewhere too, half of them or more, are all subkegiatan there."""
    kegiatan = [node for node in nodes if node.level == "kegiatan"]
    found = [levels for node in kegiatan if (levels := known.get(_name(node.uraian)))]
    return len(found) >= _LEAST and len(found) * 2 >= len(kegiatan) and all(levels == {"subkegiatan"} for levels in found)


def _named(nodes: Sequence[Kinerja], known: dict[str, set[Level]]) -> set[str]:
    """Ids of the kegiatan that are always subkegiatan elsewhere; none where too few of the names stand elsewhere at all."""
    kegiatan = [node for node in nodes if node.level == "kegiatan"]
    found = [node for node in kegiatan if _name(node.uraian) in known]
    if len(found) * 2 < len(kegiatan):
        return set()
    return {node.id for node in found if known[_name(node.uraian)] == {"subkegiatan"}}


def _without_output(nodes: Sequence[Kinerja]) -> set[str]:
    """Ids of the kegiatan without an output below one that has one; none where the first of a program lacks it or nearly all have one."""
    kegiatan = [node for node in nodes if node.level == "kegiatan"]
    bare = {node.id for node in kegiatan if not node.hasil}
    firsts = [below for above, below in pairwise(nodes) if above.level == "program" and below.level == "kegiatan"]
    enough = len(bare) >= _LEAST and len(kegiatan) - len(bare) >= _LEAST and len(bare) >= 0.5 * (len(kegiatan) - len(bare))
    return bare if enough and firsts and not any(node.id in bare for node in firsts) else set()
