"""Agencies that were renamed or merged from one period to the next: which names mean one agency among these documents."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from ..model import Dokumen
from .leksikon import muat
from .pd import kunci_pd

_BIDANG = re.compile(r"^(\d)\.(\d\d)\.")
_OFFICES = frozenset(("dinas", "badan", "kantor", "satuan"))
"""First words of agencies that are reorganised. A kecamatan or a bagian shares its code with all others of its kind."""
_ALIKE = 0.5
"""Share of the words that two names must have in common where only codes speak for one agency."""
_TRANSITION = 2
"""Years that the plans of an agency and of the one that follows it may overlap."""


@lru_cache(maxsize=1)
def _groups() -> dict[str, frozenset[int]]:
    """Key of an agency -> numbers of the lines of rules/leksikon/pd_penerus.yaml that hold it."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, names in enumerate(muat("pd_penerus.yaml")):
        for name in names:
            found[kunci_pd(name)].add(number)
    return {key: frozenset(numbers) for key, numbers in found.items()}


def sebaris(a: str, b: str) -> bool:
    """Whether two keys of agencies are names that one agency had in different periods."""
    groups = _groups()
    return not groups.get(a, frozenset()).isdisjoint(groups.get(b, ()))


def penerus(documents: Sequence[Dokumen], agencies: Sequence[frozenset[str]]) -> Mapping[str, frozenset[str]]:
    """Key of each agency -> the keys that mean it among the documents of one pemda, itself among them.

    agencies: keys of the agencies whose document each is. Two names are one agency where the lexicon says so, or where the fields
    of government in their codes ("2.16") are the same or contained in one another and the names alike; never where both live at the
    same time: both have plans of one period or documents of one year, or one document names both.
    """
    owned: dict[str, list[Dokumen]] = defaultdict(list)
    for document, keys in zip(documents, agencies, strict=True):
        for key in keys:
            owned[key].append(document)
    named = [keys | _answering(document) for document, keys in zip(documents, agencies, strict=True)]
    together = {frozenset(pair) for keys in named for pair in combinations(sorted(keys & owned.keys()), 2)}
    fields = {key: frozenset().union(*map(_bidang, found)) for key, found in owned.items()}
    same = {key: {key} for key in owned}
    for a, b in combinations(sorted(owned), 2):
        if (sebaris(a, b) or _alike(a, b, fields)) and frozenset((a, b)) not in together and not _at_once(owned[a], owned[b]):
            same[a].add(b)
            same[b].add(a)
    return {key: frozenset(found) for key, found in same.items()}


def kunci_bersama(documents: Sequence[Dokumen]) -> dict[str, str]:
    """Key of each renamed agency of one pemda -> the key that all its names share. An agency that others were merged into is none of
    them and keeps its own."""
    named = [frozenset((kunci_pd(one.perangkat_daerah),)) if one.perangkat_daerah else frozenset[str]() for one in documents]
    same = penerus(documents, named)
    return {key: min(found) for key, found in same.items() if len(found) > 1 and all(same[other] == found for other in found)}


def _answering(document: Dokumen) -> set[str]:
    """The agencies that a document of the region names for its goals and indicators."""
    if document.perangkat_daerah:
        return set()
    cells = {node.penanggung_jawab for node in document.kinerja}
    cells |= {one.penanggung_jawab for node in document.kinerja for one in node.indikator}
    return {kunci_pd(cell) for cell in cells if cell}


def _bidang(document: Dokumen) -> frozenset[str]:
    """The fields of government of a document, from the code of its agency and those of its programmes."""
    own = (document.kode_pd or "").split(".")
    found = {f"{a}.{b}" for a, b in zip(own[:6:2], own[1:6:2], strict=False) if a != "0" and a.isdigit() and b.isdigit()}
    codes = (_BIDANG.match(node.kode) for node in document.kinerja if node.kode and node.level == "program")
    return frozenset(found | {f"{match[1]}.{match[2]}" for match in codes if match})


def _alike(a: str, b: str, fields: Mapping[str, frozenset[str]]) -> bool:
    (first, *left), (second, *right) = a.split() or [""], b.split() or [""]
    x, y = fields[a], fields[b]
    if not {first, second} <= _OFFICES or not x or not y or not (x <= y or y <= x):
        return False
    return len(set(left) & set(right)) >= _ALIKE * len(set(left) | set(right))


def _at_once(a: Sequence[Dokumen], b: Sequence[Dokumen]) -> bool:
    return any(x.jenis == y.jenis and x.status == y.status and _overlap(x, y) for x in a for y in b)


def _overlap(x: Dokumen, y: Dokumen) -> bool:
    if x.tahun and y.tahun:
        return x.tahun == y.tahun
    if x.periode and y.periode:
        return min(x.periode[1], y.periode[1]) - max(x.periode[0], y.periode[0]) + 1 > _TRANSITION
    return True  # unknown times: nothing says that one followed the other
