"""A goal or an indicator together with the document that prints it: what check functions look at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextvars import ContextVar
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import force_setattr, replace

from ..match import normalise
from ..model import Dokumen, Indikator, Kinerja, Level


@lru_cache(maxsize=65536)
def kunci(teks: str) -> str:
    """`match.normalise`, remembered: the text by which occurrences of a goal or indicator are one."""
    return normalise(teks)


class Butir(Struct, frozen=True):
    """A goal, or one of its indicators (`nomor`: its index), with the document that prints it. `teks`: its text, which rules ask for more
    often than for anything else, set from the others."""

    dokumen: Dokumen
    kinerja: Kinerja
    nomor: int | None = None
    teks: str = ""

    def __post_init__(self) -> None:
        force_setattr(self, "teks", self.kinerja.uraian if self.nomor is None else self.kinerja.indikator[self.nomor].uraian)

    @property
    def indikator(self) -> Indikator:
        """The indicator; TypeError for a goal."""
        return self.kinerja.indikator[self.nomor]  # type: ignore[index]

    @property
    def kunci(self) -> tuple[str, str, int | None]:
        return self.dokumen.berkas, self.kinerja.id, self.nomor


_SEMUA: ContextVar[dict[tuple[int, str, tuple[Level, ...]], list[Butir]] | None] = ContextVar("doccheck_butir", default=None)


def ingat_butir() -> None:
    """From now on `butir` and `butir_indikator` keep what they make, for the current context: forty rules of a check ask for the same rows.
    The caller holds the documents as long as the context lasts."""
    _SEMUA.set({})


def _diingat(dokumen: Dokumen, apa: str, level: Sequence[Level], buat: Callable[[Dokumen], list[Butir]]) -> list[Butir]:
    """The rows at these levels, all of them being made once; a list of the caller's own."""
    kept = _SEMUA.get()
    if kept is None:
        rows = buat(dokumen)
        return [item for item in rows if item.kinerja.level in level] if level else rows
    key = id(dokumen), apa, tuple(level)
    if key not in kept:
        kept[key] = [item for item in _diingat(dokumen, apa, (), buat) if item.kinerja.level in level] if level else buat(dokumen)
    return kept[key].copy()


def butir(dokumen: Dokumen, level: Sequence[Level] = ()) -> list[Butir]:
    """The goals of a document at these levels (all, if none are named) that have a text."""
    return _diingat(dokumen, "kinerja", level, lambda one: [Butir(one, node) for node in one.kinerja if node.uraian])


def butir_hasil(dokumen: Dokumen) -> list[Butir]:
    """The outcomes and outputs (`hasil`) of programmes, kegiatan and subkegiatan, as goals of their own."""
    return [Butir(dokumen, replace(node, uraian=node.hasil)) for node in dokumen.kinerja if node.hasil]


def butir_indikator(dokumen: Dokumen, level: Sequence[Level] = ()) -> list[Butir]:
    """The indicators of a document at these levels."""
    return _diingat(dokumen, "indikator", level, _indikator)


def _indikator(dokumen: Dokumen) -> list[Butir]:
    return [Butir(dokumen, node, i) for node in dokumen.kinerja for i in range(len(node.indikator))]
