"""Findings, decisions and comments."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from ninja import Schema

from ..kontrak import TemuanKontrak
from .dasar import Halaman, Isian, Pd, Putusan, PutusanIsi, Teks, salah_satu


class TriaseIsi(Schema):
    putusan: PutusanIsi
    alasan: str
    rekomendasi: str
    oleh: str
    kapan: datetime


class KomentarIsi(Schema):
    teks: str
    oleh: str
    kapan: datetime


class TemuanIsi(Schema):
    """temuan: as `doccheck check --format json` writes it, with the decision in force · baru: not there in the check before."""

    id: int
    keadaan: Annotated[str, salah_satu(("terbuka", "selesai"))]
    baru: bool
    perangkat_daerah: Pd | None
    triase: TriaseIsi | None
    temuan: TemuanKontrak


class TemuanLengkap(TemuanIsi):
    """riwayat: all decisions, oldest first · gambar: for each piece of evidence the address of its picture, null where it has none."""

    riwayat: list[TriaseIsi]
    komentar: list[KomentarIsi]
    gambar: list[str | None]


class TemuanHalaman(Halaman):
    isi: list[TemuanIsi]


class Keputusan(Isian):
    """ditolak needs a reason · rekomendasi: other words for doccheck's."""

    putusan: Putusan
    alasan: Teks = ""
    rekomendasi: Teks = ""


class KomentarBaru(Isian):
    teks: Teks
