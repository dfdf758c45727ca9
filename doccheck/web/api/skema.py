"""What the API takes and gives, beside the contracts of the command line (kontrak.py)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import ConfigDict, Field, StringConstraints

from doccheck.bahasa import LANGS, Lang
from doccheck.model import Jenis
from doccheck.report.labels import JENIS

from ..layanan.unduhan import BENTUK
from ..models.pilihan import KEADAAN_BERKAS, KEADAAN_PERIKSA, PERAN, TRIASE
from .kontrak import TemuanKontrak

Id = Annotated[int, Field(ge=1, le=2**31 - 1)]
_LAYAK = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f]*$"
Teks = Annotated[str, StringConstraints(max_length=4000, pattern=_LAYAK)]
"""Text of people: no control characters."""
Pendek = Annotated[str, StringConstraints(max_length=300, pattern=_LAYAK)]
Tahun = Annotated[int, Field(ge=2000, le=2100)]
Bulan = Annotated[str, StringConstraints(pattern=r"^20[0-9][0-9]-(0[1-9]|1[0-2])$")]
Bentuk = Literal["html", "lhe", "reviu", "kke", "asli"]
Putusan = Literal["terbuka", "diterima", "ditolak", "telaah"]


def _salah_satu(values: Iterable[str]) -> Any:
    """For text of the database that is one of these."""
    return Field(json_schema_extra={"enum": list(values)})


JenisIsi = Annotated[str, _salah_satu(JENIS)]
PutusanIsi = Annotated[str, _salah_satu(TRIASE)]
BentukIsi = Annotated[str, _salah_satu(BENTUK)]
BahasaIsi = Annotated[str, _salah_satu(LANGS)]


class _Isian(Schema):
    """What a program sends: fields that we don't know are a mistake of somebody."""

    model_config = ConfigDict(extra="forbid", strict=True)


class SalahIsian(Schema):
    lokasi: str
    pesan: str


class Masalah(Schema):
    """Problem details (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[SalahIsian] | None = None


class Pd(Schema):
    id: int
    nama: str


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
    peran: Annotated[str, _salah_satu(PERAN)]
    pemda: Pd | None
    perangkat_daerah: Pd | None
    boleh_memutuskan: bool
    token: str
    kedaluwarsa: datetime
    batas: BatasKirim


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
    keadaan: Annotated[str, _salah_satu(KEADAAN_BERKAS)]
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


class Perbaikan(_Isian):
    """The identity as it should be; what is not named stays. perangkat_daerah null: of the region."""

    jenis: Jenis | None = None
    perangkat_daerah: Id | None = None
    tahun: Tahun | None = None
    jabatan: Pendek | None = None


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


class Halaman(Schema):
    """jumlah: of all that pass the filters."""

    jumlah: int
    halaman: int
    per_halaman: int


class DokumenHalaman(Halaman):
    isi: Sequence[DokumenIsi]


class Minta(_Isian):
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
    keadaan: Annotated[str, _salah_satu(KEADAAN_PERIKSA)]
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
    keadaan: Annotated[str, _salah_satu(("terbuka", "selesai"))]
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


class Keputusan(_Isian):
    """ditolak needs a reason · rekomendasi: other words for doccheck's."""

    putusan: Putusan
    alasan: Teks = ""
    rekomendasi: Teks = ""


class KomentarBaru(_Isian):
    teks: Teks


class MintaUnduhan(_Isian):
    """html: report · lhe, reviu: Word · kke: working papers (Excel) · asli: originals with marks (ZIP)."""

    bentuk: Bentuk
    bahasa: Lang = "id"


class UnduhanIsi(Schema):
    id: int
    pemeriksaan: int
    bentuk: BentukIsi
    bahasa: BahasaIsi
    keadaan: Annotated[str, _salah_satu(("antre", "siap", "gagal"))]
    pesan: str
    nama: str
    berkas: str | None
