"""Findings over time: set aside, recorded in a baseline, new and solved."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from .temuan import Finding


class Diabaikan(Struct, frozen=True, kw_only=True):
    """A finding that an entry of the configuration sets aside: why, by whom, until which date ("2026-12-31"), and where it says so."""

    finding: Finding
    alasan: str
    oleh: str | None = None
    sampai: str | None = None
    asal: str = ""


class AbaikanUsang(Struct, frozen=True, kw_only=True):
    """An entry that sets nothing aside: it matches no finding, or its date is past. `jumlah`: findings that an expired one matches."""

    keadaan: Literal["tidak_terpakai", "kedaluwarsa"]
    aturan: str
    alasan: str
    asal: str
    sampai: str | None = None
    jumlah: int = 0


Triase = Literal["terbuka", "diterima", "dikerjakan", "ditolak"]


class Tercatat(Struct, frozen=True, kw_only=True):
    """A finding as a baseline keeps it; `pertama`: the date on which it was first recorded ("2026-11-24"). `naskah`: what its document is
    ("pk 2026 Kepala Dinas Contoh"), by which it is known under another name; None where an older baseline did not keep it."""

    sidik: str
    aturan: str
    pertama: str
    triase: Triase = "terbuka"
    catatan: str = ""
    perangkat_daerah: str | None = None
    dokumen: str = ""
    naskah: str | None = None
    kondisi: str = ""


class Riwayat(Struct, frozen=True, kw_only=True):
    """A check, on the day `hari`, against a baseline made on `tanggal`: fingerprints that are new, findings that were there before (by
    fingerprint), those that are gone, and those that nobody can tell, because their document or rule was not part of the check."""

    baseline: str
    tanggal: str
    hari: str
    baru: tuple[str, ...] = ()
    lama: dict[str, Tercatat] = field(default_factory=dict)
    selesai: tuple[Tercatat, ...] = ()
    tidak_diperiksa: tuple[Tercatat, ...] = ()
