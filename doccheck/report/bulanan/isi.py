"""The monthly sheet of each agency: what it holds. A sheet is kept as JSON for years, so fields are only ever added."""

from __future__ import annotations

from typing import get_args

from msgspec import Struct

from ...bahasa import tandai
from ...config import BagianBulanan

NamaBagian = BagianBulanan
BAGIAN: tuple[NamaBagian, ...] = get_args(BagianBulanan)
JUDUL: dict[NamaBagian, str] = {
    "kemajuan": tandai("Kemajuan rencana aksi"),
    "anggaran": tandai("Anggaran sejalan dengan kinerja"),
    "laporan": tandai("Laporan tepat waktu"),
    "rekomendasi": tandai("Tindak lanjut rekomendasi LHE"),
    "temuan": tandai("Temuan terbuka"),
    "kelengkapan": tandai("Kelengkapan rantai dokumen"),
}
"""Headings of the parts, in their order."""


class Bagian(Struct, frozen=True, kw_only=True):
    """One part of a sheet. pembilang of penyebut gives nilai (0..100); both None where the part cannot be assessed, and `alasan` says why.

    bobot: as configured · bobot_dipakai: its share of the score in percent, 0 where it cannot be assessed, the others grown accordingly ·
    arti: what numerator and denominator count, in words · rincian: what is lacking.
    """

    nama: NamaBagian
    bobot: float
    bobot_dipakai: float = 0.0
    pembilang: float | None = None
    penyebut: float | None = None
    nilai: float | None = None
    arti: str = ""
    alasan: str = ""
    rincian: tuple[str, ...] = ()


class LembarPerangkat(Struct, frozen=True, kw_only=True):
    """The sheet of one agency. skor: 0..100, None where too little could be assessed · dinilai: the share of all configured weights that
    could be, in percent · temuan: open findings by severity, those for a person under "telaah"."""

    pd: str
    skor: float | None
    dinilai: float
    bagian: tuple[Bagian, ...]
    temuan: dict[str, int]


class LembarBulan(Struct, frozen=True, kw_only=True):
    """All sheets of a pemda for one month ("2026-05"), agencies by name, never by score. nama: what the score is called; it is the office's
    own and no AKIP value. dibuat: the day on which it was made ("2026-06-02"), where it was kept."""

    pemda: str | None
    bulan: str
    nama: str
    perangkat: tuple[LembarPerangkat, ...]
    catatan: tuple[str, ...] = ()
    dibuat: str | None = None
