"""Documents and their versions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from ninja import Schema

from .dasar import Halaman, JenisIsi, Pd


class VersiIsi(Schema):
    id: int
    nomor: int
    nama: str
    byte: int
    sidik: str
    macam: str
    halaman: int
    oleh: str
    kapan: datetime
    pulihan_dari: int | None


class DikembalikanIsi(Schema):
    catatan: str
    oleh: str
    kapan: datetime


class DokumenIsi(Schema):
    """dikembalikan: what a reviewer wrote when sending it back, until a newer version comes."""

    id: int
    periode: int
    perangkat_daerah: Pd | None
    jenis: JenisIsi
    tahun: int | None
    jabatan: str
    arsip: bool
    dikembalikan: DikembalikanIsi | None
    kini: VersiIsi


class DokumenLengkap(DokumenIsi):
    versi: list[VersiIsi]


class DokumenHalaman(Halaman):
    isi: Sequence[DokumenIsi]
