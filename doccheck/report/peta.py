"""Heat maps of the report: how many findings each agency has of each family of rules and of each of the seven problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ..model import Finding
from .keluarga import KELUARGA
from .labels import MASALAH
from .views import KelompokView


@dataclass(frozen=True)
class SelPeta:
    """A cell: sure findings, and those that a person must look at. `tingkat`: 0 (nothing) to 4 (as many as the fullest cell)."""

    kolom: str
    pasti: int
    telaah: int
    tingkat: int


@dataclass(frozen=True)
class BarisPeta:
    """The row of one agency (None: the region itself), by the key of its group."""

    kunci: str
    nama: str | None
    sel: tuple[SelPeta, ...]


@dataclass(frozen=True)
class Peta:
    """kolom: keys of the columns, only those in which some agency has a finding."""

    kolom: tuple[str, ...]
    baris: tuple[BarisPeta, ...]


def keluarga(aturan: str) -> str:
    """The family of a rule: the letters of its id."""
    return aturan.split("-", 1)[0]


def peta_keluarga(kelompok: Sequence[KelompokView]) -> Peta:
    """Agency x family, families in the order of the catalogue."""
    found = {keluarga(t.temuan.aturan) for k in kelompok for t in k.temuan}
    return _peta(kelompok, [*(one for one in KELUARGA if one in found), *sorted(found - set(KELUARGA))], lambda f: (keluarga(f.aturan),))


def peta_masalah(kelompok: Sequence[KelompokView]) -> Peta:
    """Agency x problem 1..7; a finding that serves two problems counts in both."""
    return _peta(kelompok, [str(nomor) for nomor in MASALAH], lambda f: map(str, f.masalah))


def _peta(kelompok: Sequence[KelompokView], kolom: Sequence[str], milik: Callable[[Finding], Iterable[str]]) -> Peta:
    counts = [
        {
            one: (
                sum(one in milik(t.temuan) and not t.temuan.telaah for t in k.temuan),
                sum(one in milik(t.temuan) and t.temuan.telaah for t in k.temuan),
            )
            for one in kolom
        }
        for k in kelompok
    ]
    fullest = max((pasti for row in counts for pasti, _telaah in row.values()), default=0)
    rows = tuple(
        BarisPeta(k.kunci, k.nama, tuple(SelPeta(one, *row[one], tingkat(row[one][0], fullest)) for one in kolom))
        for k, row in zip(kelompok, counts, strict=True)
    )
    return Peta(tuple(kolom), rows)


def tingkat(jumlah: int, terbanyak: int) -> int:
    """Shade of a cell, 0 (nothing) to 4 (as many as the fullest)."""
    return 0 if not jumlah else min(4, 1 + 4 * (jumlah - 1) // max(terbanyak, 4))
