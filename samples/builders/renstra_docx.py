"""The Renstra of Dinas Koperasi, Usaha Kecil dan Menengah in DOCX."""

from __future__ import annotations

from pathlib import Path

from .docx_tulis import TENGAH, Docx
from .kota import muat_narasi
from .mutasi import Data
from .tabel_renstra import Gaya, tabel_31, tabel_32, tabel_33, tabel_41, tabel_42, tabel_43, tabel_44, tabel_45

LEBAR_REBAH, LEBAR_TEGAK = 26.5, 16.6


def tulis(data: Data, kunci: str, tujuan: Path) -> None:
    dokumen = f"renstra-{kunci}"
    kota = data.untuk(dokumen)
    pd = kota.perangkat(kunci)
    narasi = muat_narasi()["renstra"]
    isi = {"nama": pd.nama, "sebutan": pd.sebutan, "tugas": pd.tugas, "pemda": kota.pemda, "periode": pd.periode}
    gaya = Gaya(satuan=True, gabung=True, pagu_outcome=True)
    docx = Docx(f"Renstra {pd.nama} Tahun {pd.periode}", "Cambria", 11)
    for _ in range(5):
        docx.teks("", TENGAH)
    docx.teks(f"PEMERINTAH {kota.pemda.upper()}", TENGAH, tebal=True, ukuran=16)
    docx.teks("RENCANA STRATEGIS", TENGAH, tebal=True, ukuran=24)
    docx.teks(pd.nama.upper(), TENGAH, tebal=True, ukuran=18)
    docx.teks(f"TAHUN {pd.periode}", TENGAH, tebal=True, ukuran=18)
    docx.halaman_baru()
    docx.judul("BAB I PENDAHULUAN", 1)
    _bagian(docx, narasi["bab1"], isi, pd.isu)
    docx.judul("BAB II GAMBARAN PELAYANAN, PERMASALAHAN, DAN ISU STRATEGIS PERANGKAT DAERAH", 1)
    _bagian(docx, narasi["bab2"], isi, pd.isu)
    docx.judul("BAB III TUJUAN, SASARAN, STRATEGI, DAN ARAH KEBIJAKAN", 1)
    _bagian(docx, narasi["bab3"], isi, pd.isu)
    docx.bagian(tegak=False)
    docx.tabel(tabel_31(data, dokumen, kunci, gaya), LEBAR_REBAH, 8, "E2EFDA")
    docx.judul("3.2 Strategi dan Arah Kebijakan", 2)
    docx.teks(narasi["strategi"])
    docx.tabel(tabel_32(data, dokumen, kunci, narasi), LEBAR_REBAH, 8, "E2EFDA")
    docx.tabel(tabel_33(data, dokumen, kunci), LEBAR_REBAH, 8, "E2EFDA")
    docx.judul("BAB IV PROGRAM, KEGIATAN, SUBKEGIATAN, DAN KINERJA PENYELENGGARAAN BIDANG URUSAN", 1)
    docx.judul("4.1 Program, Kegiatan, dan Subkegiatan", 2)
    docx.teks(narasi["bab4"])
    docx.tabel(tabel_41(data, dokumen, kunci, gaya), LEBAR_REBAH, 8, "E2EFDA")
    docx.tabel(tabel_42(data, dokumen, kunci, gaya), LEBAR_REBAH, 6.5, "E2EFDA")
    docx.bagian(tegak=True)
    docx.judul("4.2 Kinerja Penyelenggaraan Bidang Urusan", 2)
    for buat in (tabel_43, tabel_44, tabel_45):
        docx.tabel(buat(data, dokumen, kunci, gaya), LEBAR_TEGAK, 8, "E2EFDA")
    docx.judul("BAB V PENUTUP", 1)
    docx.teks(narasi["bab5"].format(**isi))
    docx.kaki(f"Renstra {pd.sebutan} {pd.periode}")
    docx.tulis(tujuan)


def _bagian(docx: Docx, bagian: list[dict], isi: dict, isu: list[str]) -> None:
    for satu in bagian:
        docx.judul(satu["judul"], 2)
        for teks in satu["paragraf"]:
            docx.teks(teks.format(**isi))
        if satu.get("butir") == "isu":
            for teks in isu:
                docx.butir(f"{teks[0].upper()}{teks[1:]}.")
