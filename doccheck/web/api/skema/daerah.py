"""Regions, agencies, and who the token is."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from ninja import Schema

from ...models.pilihan import PERAN
from .dasar import Pd, salah_satu


class PdDaftar(Pd):
    aktif: bool


class PeriodeDaftar(Schema):
    id: int
    awal: int
    akhir: int


class Daerah(Schema):
    id: int
    nama: str
    periode: list[PeriodeDaftar]
    perangkat_daerah: list[PdDaftar]


class BatasKirim(Schema):
    """Limits of uploads, and requests a minute."""

    berkas_mb: int
    unggah_mb: int
    unggah_berkas: int
    permintaan_menit: int


class Saya(Schema):
    username: str
    nama: str
    peran: Annotated[str, salah_satu(PERAN)]
    pemda: Pd | None
    perangkat_daerah: Pd | None
    boleh_memutuskan: bool
    token: str
    kedaluwarsa: datetime
    batas: BatasKirim
