"""The matrix of links: what is linked, and what stands alone on either side."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ..model import Dokumen, Tautan, Ujung
from .hubungan import pasangan
from .kelompok import kelompok, ujung

_PROMISED = ("tujuan", "sasaran", "program")
"""Levels that another document has to take up; activities are looked at inside their own document."""


class Matriks(Struct, frozen=True):
    """`tanpa_turunan`: goals and indicators of upper documents that no lower document takes up · `tanpa_induk`: those of lower
    documents that stem from no upper one. Both only name documents that have a counterpart at hand."""

    tautan: tuple[Tautan, ...]
    tanpa_turunan: tuple[Ujung, ...]
    tanpa_induk: tuple[Ujung, ...]


def matriks(dokumen: Sequence[Dokumen], tautan: Sequence[Tautan]) -> Matriks:
    """The matrix of all documents and their links, in the order of the documents."""
    upper: set[str] = set()
    lower: set[str] = set()
    for pair in pasangan(dokumen):
        if not pair.sederajat:
            upper.add(pair.atas.berkas)
            lower.add(pair.bawah.berkas)
    taken = {(end.berkas, end.id, end.nomor) for link in tautan for end in (link.dari,)}
    rooted = {(end.berkas, end.id, end.nomor) for link in tautan for end in (link.ke,)}
    without_child: list[Ujung] = []
    without_parent: list[Ujung] = []
    for document in dokumen:
        for linked, wanted, out in ((taken, document.berkas in upper, without_child), (rooted, document.berkas in lower, without_parent)):
            if wanted:
                out += _alone(document, linked)
    return Matriks(tuple(tautan), tuple(without_child), tuple(without_parent))


def _alone(document: Dokumen, linked: set[tuple[str, str, int | None]]) -> list[Ujung]:
    items = kelompok(document)
    alone = []
    for goal in items.kinerja:
        if goal.level in _PROMISED and not any((document.berkas, node.id, None) in linked for node in goal.kejadian):
            alone.append(ujung(document, goal.kejadian[0]))
    for indicator in items.indikator:
        if indicator.level in _PROMISED and not any((document.berkas, node.id, number) in linked for node, number in indicator.kejadian):
            alone.append(ujung(document, *indicator.kejadian[0]))
    return alone
