"""Checks, how far they are, and files made of them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from ninja import Schema

from doccheck.bahasa import Lang

from ...models.pilihan import KEADAAN_PERIKSA
from .dasar import BahasaIsi, Bentuk, BentukIsi, Halaman, Id, Isian, Pd, salah_satu
from .unggahan import Ocr


class Minta(Isian):
    """A check of an agency (with the region's documents), or without one of the whole region."""

    periode: Id
    perangkat_daerah: Id | None = None


class Kemajuan(Schema):
    """dibaca, total: documents · kini: the one that is being read, or was read last."""

    dibaca: int
    total: int
    kini: str
    ocr: Ocr | None


class Perubahan(Schema):
    """Against the check before."""

    baru: int
    tetap: int
    selesai: int


class Periksa(Schema):
    """perangkat_daerah null: of the whole region · temuan: how many of each severity, null until it is done · perlu_telaah: findings that a
    person has to look at, not counted in `temuan`."""

    id: int
    periode: int
    perangkat_daerah: Pd | None
    keadaan: Annotated[str, salah_satu(KEADAAN_PERIKSA)]
    kemajuan: Kemajuan
    pesan: str
    dibuat: datetime
    mulai: datetime | None
    tuntas: datetime | None
    temuan: dict[str, int] | None
    perlu_telaah: int | None
    tak_terbaca: list[str]
    perubahan: Perubahan | None


class DokumenDiperiksa(Schema):
    """A version that the check reads. nama: in its findings."""

    nama: str
    dokumen: int
    versi: int
    dibaca: bool


class PeriksaLengkap(Periksa):
    dokumen: list[DokumenDiperiksa]


class PeriksaHalaman(Halaman):
    isi: list[Periksa]


class MintaUnduhan(Isian):
    """html: report · lhe, reviu: Word · kke: working papers (Excel) · asli: originals with marks (ZIP)."""

    bentuk: Bentuk
    bahasa: Lang = "id"


class UnduhanIsi(Schema):
    id: int
    pemeriksaan: int
    bentuk: BentukIsi
    bahasa: BahasaIsi
    keadaan: Annotated[str, salah_satu(("antre", "siap", "gagal"))]
    pesan: str
    nama: str
    berkas: str | None
