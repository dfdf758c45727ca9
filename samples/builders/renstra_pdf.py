"""The two Renstra in PDF, laid out differently: Dinas Kesehatan (serif, unshaded, column for the unit, merged cells) and
Dinas Perhubungan (sans, shaded, narrow columns that break words, unit in brackets, empty cells for the same goal)."""

from __future__ import annotations

from pathlib import Path

from .kota import muat_narasi
from .mutasi import Data
from .pdf import HELVETICA, TIMES, Pdf, Rupa
from .tabel_renstra import Gaya, tabel_31, tabel_32, tabel_33, tabel_41, tabel_42, tabel_43, tabel_44, tabel_45

LEBAR_TEGAK = 460.0


def tulis(data: Data, kunci: str, tujuan: Path) -> None:
    dokumen = f"renstra-{kunci}"
    kota = data.untuk(dokumen)
    pd = kota.perangkat(kunci)
    narasi = muat_narasi()["renstra"]
    isi = {"nama": pd.nama, "sebutan": pd.sebutan, "tugas": pd.tugas, "pemda": kota.pemda, "periode": pd.periode}
    if kunci == "dinkes":
        gaya = Gaya(satuan=True, gabung=True, pagu_outcome=False)
        rupa = Rupa(TIMES, "#14532D", f"Renstra {pd.nama} {kota.pemda} Tahun {pd.periode}", None, None, None, 40)
    else:
        gaya = Gaya(satuan=False, gabung=False)
        rupa = Rupa(
            HELVETICA, "#1D4E89", f"Rencana Strategis {pd.nama} Tahun {pd.periode}", "#D9D9D9", "#C9DAF8", "#E8F0FE", 52, pecah=True
        )
    pdf = Pdf(rupa, f"Renstra {pd.nama} {kota.pemda} Tahun {pd.periode}", kota.pemda)
    lebar = 841.9 - 2 * rupa.tepi
    pdf.sampul(["RENCANA STRATEGIS", pd.nama.upper(), f"TAHUN {pd.periode}"])
    pdf.daftar_isi()
    pdf.judul_bab("BAB I\nPENDAHULUAN")
    _bagian(pdf, narasi["bab1"], isi, pd.isu)
    pdf.judul_bab("BAB II\nGAMBARAN PELAYANAN, PERMASALAHAN, DAN ISU STRATEGIS PERANGKAT DAERAH")
    _bagian(pdf, narasi["bab2"], isi, pd.isu)
    pdf.judul_bab("BAB III\nTUJUAN, SASARAN, STRATEGI, DAN ARAH KEBIJAKAN")
    _bagian(pdf, narasi["bab3"], isi, pd.isu)
    pdf.rebah()
    pdf.tabel(tabel_31(data, dokumen, kunci, gaya), lebar, 8 if gaya.satuan else 7.5)
    pdf.tegak()
    pdf.subbab("3.2 Strategi dan Arah Kebijakan")
    pdf.paragraf(narasi["strategi"])
    pdf.tabel(tabel_32(data, dokumen, kunci, narasi), LEBAR_TEGAK, 8.5)
    pdf.tabel(tabel_33(data, dokumen, kunci), LEBAR_TEGAK, 8.5)
    pdf.judul_bab("BAB IV\nPROGRAM, KEGIATAN, SUBKEGIATAN, DAN KINERJA PENYELENGGARAAN BIDANG URUSAN")
    pdf.subbab("4.1 Program, Kegiatan, dan Subkegiatan")
    pdf.paragraf(narasi["bab4"])
    pdf.rebah()
    pdf.tabel(tabel_41(data, dokumen, kunci, gaya), lebar if gaya.satuan else lebar * 0.64, 7.5)
    pdf.rebah()
    pdf.tabel(tabel_42(data, dokumen, kunci, gaya), lebar, 6.3, 2.0)
    pdf.tegak()
    pdf.subbab("4.2 Kinerja Penyelenggaraan Bidang Urusan")
    pdf.tabel(tabel_43(data, dokumen, kunci, gaya), LEBAR_TEGAK, 8)
    pdf.tabel(tabel_44(data, dokumen, kunci, gaya), LEBAR_TEGAK, 7.5)
    pdf.tabel(tabel_45(data, dokumen, kunci, gaya), LEBAR_TEGAK, 7.5)
    pdf.judul_bab("BAB V\nPENUTUP")
    pdf.paragraf(narasi["bab5"].format(**isi))
    pdf.tulis(tujuan)


def _bagian(pdf: Pdf, bagian: list[dict], isi: dict, isu: list[str]) -> None:
    for satu in bagian:
        pdf.subbab(satu["judul"])
        for teks in satu["paragraf"]:
            pdf.paragraf(teks.format(**isi))
        if satu.get("butir") == "isu":
            pdf.daftar([f"{teks[0].upper()}{teks[1:]}." for teks in isu])
