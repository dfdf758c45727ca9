"""The matrix of links: what is linked, and what stands alone on either side."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from ..model import Dokumen, Jenis, Kinerja, Level, Tautan, Ujung
from .hubungan import melapor, pasangan
from .kelompok import kelompok, ujung

_TAKEN_UP: tuple[Level, ...] = ("sasaran", "program")
_DERIVED_LEVELS: tuple[Level, ...] = ("tujuan", "sasaran", "program")
"""Levels that a lower document has to take up, and levels that have to stem from an upper one; activities are looked at inside their own
document, and the tujuan of a Renstra becomes no promise of a PK."""

_SOURCES: tuple[Jenis, ...] = ("rpjmd", "renstra")
_DERIVED: tuple[Jenis, ...] = ("renstra", "iku", "renja", "pk", "lkjip")
_HEAD = re.compile(
    r"\b(?:gubernur|bupati|wali\s?kota|kepala (?:dinas|badan|satuan|kantor)|inspektur|camat|direktur|sekretaris (?:daerah|dprd|dewan))\b",
    re.I,
)


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
        if not pair.sederajat and not pair.lanjutan:
            upper.add(pair.atas.berkas)
            lower.add(pair.bawah.berkas)
    taken = {(link.dari.berkas, link.dari.id, link.dari.nomor) for link in tautan}
    rooted = {(link.ke.berkas, link.ke.id, link.ke.nomor) for link in tautan if not melapor(link.dari.jenis)}
    without_child: list[Ujung] = []
    without_parent: list[Ujung] = []
    for document in dokumen:
        if document.berkas in upper and document.jenis in _SOURCES:
            without_child += _alone(document, taken, _TAKEN_UP, indikator=True, wajib=_own)
        if document.berkas in lower and document.jenis in _DERIVED and _of_a_head(document):
            # The indicators of its own sasaran are what a Renstra adds to the RPJMD.
            without_parent += _alone(document, rooted, _DERIVED_LEVELS, indikator=document.jenis != "renstra")
    return Matriks(tuple(tautan), tuple(without_child), tuple(without_parent))


def mengutip(document: Dokumen, node: Kinerja) -> bool:
    """Whether a plan only quotes it from the RPJMD."""
    return node.lingkup == "rpjmd" and document.jenis != "rpjmd"


def _own(document: Dokumen, node: Kinerja) -> bool:
    """Whether lower documents have to take it up: not what a plan quotes, nor the key indicators of an affair (IKK), which are
    statistics of the whole field."""
    return node.tabel != "ikk" and not mengutip(document, node)


def _of_a_head(document: Dokumen) -> bool:
    """Whether a PK is a head's: those of subordinates promise activities that no document above them names."""
    return document.jenis != "pk" or not document.jabatan or bool(_HEAD.search(document.jabatan))


def _alone(
    document: Dokumen,
    linked: set[tuple[str, str, int | None]],
    levels: Sequence[Level],
    *,
    indikator: bool,
    wajib: Callable[[Dokumen, Kinerja], bool] = lambda _document, _node: True,
) -> list[Ujung]:
    """The items of these levels of which no occurrence is linked, and some occurrence has to be (wajib)."""
    items = kelompok(document)
    alone = []
    for goal in items.kinerja:
        free = not any((document.berkas, node.id, None) in linked for node in goal.kejadian)
        if free and goal.level in levels and any(wajib(document, node) for node in goal.kejadian):
            alone.append(ujung(document, goal.kejadian[0]))
    for measure in items.indikator if indikator else ():
        free = not any((document.berkas, node.id, number) in linked for node, number in measure.kejadian)
        if free and measure.level in levels and any(wajib(document, node) for node, _number in measure.kejadian):
            alone.append(ujung(document, *measure.kejadian[0]))
    return alone
