"""How tables were read: what each column was taken for, and how surely."""

from __future__ import annotations

from msgspec import Struct

from .dasar import Kotak, Level, Lokasi
from .kinerja import JenisTabel


class KolomTerbaca(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one column of a table on one page was taken for: its edges in points, its role (extract.kolom), year and level."""

    x0: float
    x1: float
    peran: str
    tahun: int | None = None
    tingkat: Level | None = None


class SelRagu(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A cell that OCR read with little confidence (0..1)."""

    kotak: Kotak
    keyakinan: float


class BagianTabel(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The part of a logical table on one page: the box of its data rows, its columns, the row of the grid, from 1, at which the
    data begin, and the cells among them that OCR read with little confidence."""

    halaman: int
    tabel: int
    kotak: Kotak
    kolom: tuple[KolomTerbaca, ...]
    awal: int = 1
    ragu: tuple[SelRagu, ...] = ()


class TabelTerbaca(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was read from one logical table (over all its pages), and how surely (0..1, with the reasons). `bagian`: its pages (PDF)."""

    jenis: JenisTabel
    lokasi: Lokasi
    judul: str | None = None
    baris: int = 0
    indikator: int = 0
    keyakinan: float = 1.0
    alasan: tuple[str, ...] = ()
    bagian: tuple[BagianTabel, ...] = ()
