"""What the API takes and gives, beside the contracts of the command line (kontrak.py): a module a noun."""

from __future__ import annotations

from .daerah import BatasKirim, Daerah, PdDaftar, PeriodeDaftar, Saya
from .dasar import (
    BahasaIsi,
    Bentuk,
    BentukIsi,
    Bulan,
    Halaman,
    Id,
    JenisIsi,
    Masalah,
    Pd,
    Pendek,
    Putusan,
    PutusanIsi,
    SalahIsian,
    Tahun,
    Teks,
)
from .dokumen import DikembalikanIsi, DokumenHalaman, DokumenIsi, DokumenLengkap, VersiIsi
from .periksa import DokumenDiperiksa, Kemajuan, Minta, MintaUnduhan, Periksa, PeriksaHalaman, PeriksaLengkap, Perubahan, UnduhanIsi
from .temuan import Keputusan, KomentarBaru, KomentarIsi, TemuanHalaman, TemuanIsi, TemuanLengkap, TriaseIsi
from .unggahan import BerkasUnggah, Ocr, Perbaikan, Unggah

__all__ = [
    "BahasaIsi",
    "BatasKirim",
    "Bentuk",
    "BentukIsi",
    "BerkasUnggah",
    "Bulan",
    "Daerah",
    "DikembalikanIsi",
    "DokumenDiperiksa",
    "DokumenHalaman",
    "DokumenIsi",
    "DokumenLengkap",
    "Halaman",
    "Id",
    "JenisIsi",
    "Kemajuan",
    "Keputusan",
    "KomentarBaru",
    "KomentarIsi",
    "Masalah",
    "Minta",
    "MintaUnduhan",
    "Ocr",
    "Pd",
    "PdDaftar",
    "Pendek",
    "Perbaikan",
    "Periksa",
    "PeriksaHalaman",
    "PeriksaLengkap",
    "PeriodeDaftar",
    "Perubahan",
    "Putusan",
    "PutusanIsi",
    "SalahIsian",
    "Saya",
    "Tahun",
    "Teks",
    "TemuanHalaman",
    "TemuanIsi",
    "TemuanLengkap",
    "TriaseIsi",
    "UnduhanIsi",
    "Unggah",
    "VersiIsi",
]
