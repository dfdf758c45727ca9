"""A goal or an indicator together with the document that prints it: what check functions look at."""

from __future__ import annotations

from collections.abc import Sequence
from contextvars import ContextVar
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from ..match import normalise
from ..model import Dokumen, Indikator, Kinerja, Level


@lru_cache(maxsize=65536)
def kunci(teks: str) -> str:
    """`match.normalise`, remembered: the text by which occurrences of a goal or indicator are one."""
    return normalise(teks)


class Butir(Struct, frozen=True):
    """A goal, or one of its indicators (`nomor`: its index), with the document that prints it."""

    dokumen: Dokumen
    kinerja: Kinerja
    nomor: int | None = None

    @property
    def indikator(self) -> Indikator:
        """The indicator; TypeError for a goal."""
        if self.nomor is None:
            raise TypeError("a goal, not an indicator")
        return self.kinerja.indikator[self.nomor]

    @property
    def teks(self) -> str:
        return self.kinerja.uraian if self.nomor is None else self.kinerja.indikator[self.nomor].uraian

    @property
    def kunci(self) -> tuple[str, str, int | None]:
        return self.dokumen.berkas, self.kinerja.id, self.nomor


def butir(dokumen: Dokumen, level: Sequence[Level] = ()) -> list[Butir]:
    """The goals of a document at these levels (all, if none are named) that have a text."""
    return [Butir(dokumen, node) for node in dokumen.kinerja if node.uraian and (not level or node.level in level)]


def butir_hasil(dokumen: Dokumen) -> list[Butir]:
    """The outcomes and outputs (`hasil`) of programmes, kegiatan and subkegiatan, as goals of their own."""
    return [Butir(dokumen, replace(node, uraian=node.hasil)) for node in dokumen.kinerja if node.hasil]


_SEMUA: ContextVar[dict[int, list[Butir]] | None] = ContextVar("doccheck_butir", default=None)


def ingat_indikator() -> None:
    """From now on `butir_indikator` keeps what it makes, for the current context: forty rules of a check ask for the same rows. The
    caller holds the documents as long as the context lasts."""
    _SEMUA.set({})


def butir_indikator(dokumen: Dokumen, level: Sequence[Level] = ()) -> list[Butir]:
    """The indicators of a document at these levels."""
    kept = _SEMUA.get()
    rows = kept.get(id(dokumen)) if kept is not None else None
    if rows is None:
        rows = [Butir(dokumen, node, i) for node in dokumen.kinerja for i in range(len(node.indikator))]
        if kept is not None:
            kept[id(dokumen)] = rows
    return [item for item in rows if item.kinerja.level in level] if level else rows.copy()
