"""Uploads and what was recognised of their files."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from ninja import Schema

from doccheck.model import Jenis

from ...models.pilihan import KEADAAN_BERKAS
from .dasar import Id, Isian, JenisIsi, Pd, Pendek, Tahun, salah_satu


class Ocr(Schema):
    """Scanned pages and pictures of the document that is being read: so many have been read by OCR, of how many."""

    dibaca: int
    total: int


class BerkasUnggah(Schema):
    """A file of an upload and what was recognised. nama_pd: an agency that the region doesn't have yet · menjadi_versi_dari: the document
    whose new version it will be · kembar: a version with the same content · perlu_dilihat: a person should look before it is taken over ·
    ocr: how far OCR has come, null where none is at work."""

    id: int
    nama: str
    byte: int | None
    sidik: str | None
    keadaan: Annotated[str, salah_satu(KEADAAN_BERKAS)]
    pesan: str
    jenis: JenisIsi | None
    perangkat_daerah: Pd | None
    nama_pd: str
    tahun: int | None
    periode: list[int] | None
    jabatan: str
    halaman: int
    keyakinan: float
    perlu_dilihat: bool
    ocr: Ocr | None
    menjadi_versi_dari: int | None
    dokumen: int | None
    kembar: int | None


class Unggah(Schema):
    """keadaan: files are being recognised (mengenali), wait for a person or for /periksa (menunggu), or are stored (selesai)."""

    id: int
    periode: int
    perangkat_daerah: Pd | None
    oleh: str
    kapan: datetime
    otomatis: bool
    keadaan: Literal["mengenali", "menunggu", "selesai"]
    pemeriksaan: int | None
    berkas: list[BerkasUnggah]


class Perbaikan(Isian):
    """The identity as it should be; what is not named stays. perangkat_daerah null: of the region."""

    jenis: Jenis | None = None
    perangkat_daerah: Id | None = None
    tahun: Tahun | None = None
    jabatan: Pendek | None = None
