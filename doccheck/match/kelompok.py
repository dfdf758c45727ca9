"""Goals and indicators of one document as distinct texts: what several tables repeat is one item with several occurrences."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from ..model import Dokumen, Indikator, JenisTabel, Kinerja, Level, Ujung
from .normal import normalise

_TABLES: tuple[JenisTabel, ...] = (
    "tujuan_sasaran",
    "pk",
    "program",
    "iku",
    "renja",
    "capaian",
    "rencana_aksi",
    "pk_anggaran",
    "ikk",
    "cascading",
    "prioritas",
    "lainnya",
)
"""Where an item is read best, from the table made for it to the ones that only mention it."""


class Butir(Struct, frozen=True):
    """A goal: its level, text and key (letters and digits of the normalised text), and its occurrences, the best one first."""

    level: Level
    lingkup: str
    teks: str
    kunci: str
    kejadian: tuple[Kinerja, ...]


class ButirIndikator(Struct, frozen=True):
    """An indicator of goals of one level, with its occurrences (node, index of the indicator in it), the best one first."""

    level: Level
    lingkup: str
    teks: str
    kunci: str
    kejadian: tuple[tuple[Kinerja, int], ...]

    @property
    def utama(self) -> Indikator:
        """The indicator as its best occurrence prints it."""
        node, number = self.kejadian[0]
        return node.indikator[number]


class Kelompok(Struct, frozen=True):
    """All items of a document in the order of the document; `induk`: node id -> key of its goal's item (level, lingkup, kunci)."""

    kinerja: tuple[Butir, ...]
    indikator: tuple[ButirIndikator, ...]


@lru_cache(maxsize=65536)
def kunci(text: str) -> str:
    """Letters and digits of the normalised text: spelling, spacing and punctuation never tell two texts apart."""
    return "".join(normalise(text).split())


def _rank(node: Kinerja) -> tuple[int, float]:
    return _TABLES.index(node.tabel), -node.keyakinan


def kelompok(dokumen: Dokumen, nodes: Iterable[Kinerja] | None = None) -> Kelompok:
    """Groups the nodes of a document (or those given) by level, scope and text."""
    goals: dict[tuple[Level, str, str], list[Kinerja]] = {}
    indicators: dict[tuple[Level, str, str], list[tuple[Kinerja, int]]] = {}
    for node in dokumen.kinerja if nodes is None else nodes:
        if node.uraian:
            goals.setdefault((node.level, node.lingkup, kunci(node.uraian)), []).append(node)
        for number, indicator in enumerate(node.indikator):
            if indicator.uraian:
                indicators.setdefault((node.level, node.lingkup, kunci(indicator.uraian)), []).append((node, number))
    items = []
    for (level, scope, key), found in goals.items():
        found.sort(key=_rank)
        items.append(Butir(level, scope, found[0].uraian, key, tuple(found)))
    measured = []
    for (level, scope, key), pairs in indicators.items():
        pairs.sort(key=lambda pair: (_rank(pair[0]), -len(pair[0].indikator[pair[1]].target)))
        measured.append(ButirIndikator(level, scope, pairs[0][0].indikator[pairs[0][1]].uraian, key, tuple(pairs)))
    return Kelompok(tuple(items), tuple(measured))


def ujung(dokumen: Dokumen, node: Kinerja, nomor: int | None = None) -> Ujung:
    """The end of a link at a node, or at one of its indicators."""
    return Ujung(
        berkas=dokumen.berkas,
        jenis=dokumen.jenis,
        level=node.level,
        uraian=node.uraian,
        indikator=None if nomor is None else node.indikator[nomor].uraian,
        id=node.id,
        nomor=nomor,
    )
