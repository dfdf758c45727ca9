"""The Renstra of Inspektorat Daerah in XLSX: a sheet for the cover and one for each table, numbers as numeric cells."""

from __future__ import annotations

from pathlib import Path

from .mutasi import Data
from .tabel_renstra import SEMUA, Gaya
from .xlsx_tulis import Xlsx

LEMBAR = {"3.1": "Tujuan Sasaran", "4.1": "Cascading", "4.2": "Program Pendanaan", "4.3": "Prioritas", "4.4": "IKU", "4.5": "IKK"}
LEBAR = {"3.1": 190, "4.1": 200, "4.2": 260, "4.3": 150, "4.4": 150, "4.5": 170}


def tulis(data: Data, kunci: str, tujuan: Path) -> None:
    dokumen = f"renstra-{kunci}"
    kota = data.untuk(dokumen)
    pd = kota.perangkat(kunci)
    buku = Xlsx(f"Renstra {pd.nama} Tahun {pd.periode}")
    sampul = buku.lembar("Sampul", rebah=False)
    sampul.column_dimensions["A"].width = 90
    teks = [
        f"PEMERINTAH {kota.pemda.upper()}",
        "RENCANA STRATEGIS",
        pd.nama.upper(),
        f"TAHUN {pd.periode}",
        f"Kode Perangkat Daerah: {pd.kode}",
    ]
    for baris, satu in enumerate(teks, 4):
        buku.teks(sampul, baris, satu, 1, ukuran=16 if baris < 8 else 11)
    for nomor, buat in SEMUA.items():
        tabel = buat(data, dokumen, kunci, Gaya(satuan=True, gabung=True, pagu_outcome=True))
        lembar = buku.lembar(f"Tabel {nomor} {LEMBAR[nomor]}")
        buku.teks(lembar, 1, tabel.judul, len(tabel.lebar))
        buku.teks(lembar, 2, f"{pd.nama} {kota.pemda}", len(tabel.lebar), tebal=False, ukuran=10)
        buku.tabel(lembar, tabel, 4, LEBAR[nomor])
    buku.tulis(tujuan)
