"""What people have decided over our judgement: pairs that are the same or not, orientation and polarity of an indicator.

Decisions hold inside `memutus` only, in a context variable like the language: each check, request and worker has its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from msgspec import Struct, field

from ..model import PutusanDipakai
from .kelompok import kunci


class Entri(Struct, frozen=True):
    """One decision. apa: "pasangan", "orientasi" or "polaritas" · teks: what it is about, as written · nilai: "sama" or "beda", a class, a
    direction · alasan: why, may be empty · asal: file and line."""

    apa: str
    teks: tuple[str, ...]
    nilai: str
    alasan: str = ""
    asal: str = ""

    def sebutan(self) -> str:
        """In words for a reason: where it was decided, and why."""
        return f"ditetapkan \u201c{self.nilai}\u201d dalam {self.asal or 'konfigurasi'}" + (f": {self.alasan}" if self.alasan else "")


class Putusan(Struct):
    """Decisions by the keys of their texts, and those that were used since `memutus` began."""

    entri: dict[tuple[str, ...], Entri] = field(default_factory=dict)
    sama: dict[str, list[str]] = field(default_factory=dict)
    dipakai: set[Entri] = field(default_factory=set)

    def terpakai(self) -> tuple[PutusanDipakai, ...]:
        """What was used, in the order in which it was decided."""
        used = [entry for entry in self.entri.values() if entry in self.dipakai]
        return tuple(PutusanDipakai(apa=e.apa, teks=e.teks, nilai=e.nilai, alasan=e.alasan, asal=e.asal) for e in used)


_putusan: ContextVar[Putusan | None] = ContextVar("doccheck_putusan", default=None)


def susun(entries: tuple[Entri, ...]) -> Putusan:
    """Ready for look-up; of two decisions on the same texts the later one holds."""
    made = Putusan()
    for entry in entries:
        keys = sorted(kunci(text) for text in entry.teks)
        made.entri[entry.apa, *keys] = entry
        if entry.nilai == "sama":
            a, b = keys
            made.sama.setdefault(a, []).append(b)
            made.sama.setdefault(b, []).append(a)
    return made


@contextmanager
def memutus(entries: tuple[Entri, ...]) -> Iterator[Putusan]:
    """The decisions inside the block; `dipakai` of what it yields tells afterwards which of them were used."""
    made = susun(entries)
    token = _putusan.set(made if entries else None)
    try:
        yield made
    finally:
        _putusan.reset(token)


def ada() -> bool:
    """Whether there are decisions at all."""
    return _putusan.get() is not None


def putusan(apa: str, *keys: str) -> Entri | None:
    """The decision on the texts with these keys (see kelompok.kunci), noted as used."""
    made = _putusan.get()
    if made is None:
        return None
    entry = made.entri.get((apa, *sorted(keys)))
    if entry is not None:
        made.dipakai.add(entry)
    return entry


def diputus_sama(key: str) -> list[str]:
    """Keys of the texts that are decided to be the same as the one with this key."""
    made = _putusan.get()
    return [] if made is None else made.sama.get(key, [])
