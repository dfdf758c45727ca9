"""Perjanjian Kinerja 2026 as DOCX: statement with both parties, lampiran with sasaran, indicators, targets and money."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .docx_tulis import TENGAH, Docx
from .kota import Kota, PerangkatDaerah, muat_narasi
from .mutasi import Data
from .pk import Anggaran, Pk, lengkap, pk_eselon3, pk_kdh, pk_kepala, pk_staf, target_satuan
from .tabel import ATAS, KIRI, Tabel, rupiah

LEBAR = 16.4
TAHUN = 2026
KOLOM_SATUAN = ("diskop", "inspektorat")
"""Agencies that print the unit in a column of its own; the others glue it to the target."""


@dataclass(frozen=True)
class Orang:
    """A party as the signature block shows it; nip is empty for the mayor."""

    jabatan: str
    nama: str
    nip: str


def tulis(data: Data, kunci: str, jenjang: str, tujuan: Path) -> None:
    """kunci: agency ("" for the mayor) · jenjang: kepala, eselon3 or staf."""
    kota = data.untuk(f"pk-{jenjang}-{kunci}" if kunci else "pk-wali-kota")
    pd = kota.perangkat(kunci) if kunci else None
    if pd is None:
        semua = [pk_kdh(kota)]
    elif jenjang == "kepala":
        semua = [pk_kepala(kota, pd)]
    else:
        semua = pk_eselon3(kota, pd) if jenjang == "eselon3" else pk_staf(kota, pd)
    docx = Docx(f"Perjanjian Kinerja {TAHUN} {pd.nama if pd else kota.pemda}", "Bookman Old Style", 11)
    for nomor, pk in enumerate(semua):
        satu = orang_jabatan(pk.jabatan, pd, kota)
        dua = orang_jabatan(pk.atasan, pd, kota) if pk.atasan else None
        if nomor:
            docx.halaman_baru()
        _pernyataan(docx, satu, dua, pd, kota)
        docx.halaman_baru()
        docx.teks(f"LAMPIRAN PERJANJIAN KINERJA TAHUN {TAHUN}", TENGAH, tebal=True)
        docx.teks(satu.jabatan.upper(), TENGAH, tebal=True)
        docx.tabel(_kinerja(pk, kunci in KOLOM_SATUAN), LEBAR, 10, judul=False)
        for anggaran in pk.anggaran:
            docx.tabel(_anggaran(anggaran), LEBAR, 10, judul=False)
        _tanda_tangan(docx, satu, dua, kota)
    docx.tulis(tujuan)


def orang_jabatan(jabatan: str, pd: PerangkatDaerah | None, kota: Kota) -> Orang:
    """A made-up holder of a position, always the same."""
    if pd is None or jabatan == kota.kepala_daerah:
        return Orang(kota.kepala_daerah, kota.nama_kepala_daerah, "")
    angka = sum(ord(huruf) * (i + 3) for i, huruf in enumerate(jabatan + pd.kunci))
    depan, belakang = (muat_narasi()["pk"][kunci].split() for kunci in ("nama_depan", "nama_belakang"))
    nama = f"{depan[angka % len(depan)]} {belakang[angka // 7 % len(belakang)]}"
    nip = f"NIP. 19{70 + angka % 25}0000 20{10 + angka % 9}00 {1 + angka % 2} {angka % 1000:03d}"
    return Orang(lengkap(jabatan, pd, kota), nama, nip)


def _pernyataan(docx: Docx, satu: Orang, dua: Orang | None, pd: PerangkatDaerah | None, kota: Kota) -> None:
    teks = muat_narasi()["pk"]
    docx.teks(f"PEMERINTAH {kota.pemda.upper()}", TENGAH, tebal=True, ukuran=13)
    if pd:
        docx.teks(pd.nama.upper(), TENGAH, tebal=True, ukuran=13)
    docx.teks(f"PERJANJIAN KINERJA TAHUN {TAHUN}", TENGAH, tebal=True, ukuran=14)
    docx.teks("")
    docx.teks(teks["pembuka"].format(kami="kami" if dua else "saya"))
    _pihak(docx, satu)
    if dua is None:
        for bagian in teks["kepala_daerah"]:
            docx.teks(bagian)
    else:
        docx.teks("selanjutnya disebut pihak pertama.")
        _pihak(docx, dua)
        docx.teks("selaku atasan langsung pihak pertama, selanjutnya disebut pihak kedua.")
        docx.teks(teks["pihak_pertama"])
        docx.teks(teks["pihak_kedua"])
    _tanda_tangan(docx, satu, dua, kota)


def _pihak(docx: Docx, orang: Orang) -> None:
    docx.polos([["Nama", ":", orang.nama], ["Jabatan", ":", orang.jabatan]], [3.0, 0.6, 12.4])
    docx.teks("")


def _tanda_tangan(docx: Docx, satu: Orang, dua: Orang | None, kota: Kota) -> None:
    tanggal = f"{kota.ibu_kota}, {12 if dua else 8} Januari {TAHUN}"
    docx.teks("")
    if dua is None:
        baris = [["", tanggal], ["", f"{satu.jabatan},"], ["", "\n\n"], ["", satu.nama.upper()]]
    else:
        orang = [[dua.jabatan, satu.jabatan], ["\n\n", "\n\n"], [dua.nama, satu.nama], [dua.nip, satu.nip]]
        baris = [["", tanggal], ["Pihak Kedua,", "Pihak Pertama,"], *orang]
    docx.polos(baris, [8.2, 8.2], [TENGAH, TENGAH])


def _anggaran(anggaran: Anggaran) -> Tabel:
    kepala = ["No", anggaran.judul, "Anggaran (Rp)", "Keterangan"]
    tabel = Tabel("", [kepala], [0.9, 8.4, 4.2, 2.9], angka=frozenset({0, 3}), uang=frozenset({2}))
    for nomor, (nama, nilai) in enumerate(anggaran.baris, 1):
        tabel.tambah(str(nomor), nama, rupiah(nilai), "APBD")
    jumlah = anggaran.jumlah or sum(nilai for _, nilai in anggaran.baris)
    tabel.tambah("Jumlah", KIRI, rupiah(jumlah), "", peran="jumlah")
    return tabel


def _kinerja(pk: Pk, satuan: bool) -> Tabel:
    kolom = ["No", pk.jenis_sasaran, "Indikator Kinerja", *(["Satuan"] if satuan else []), "Target"]
    lebar = [0.9, 5.6, 5.6, *([2.0] if satuan else []), 2.3 if satuan else 4.3]
    nomor_kolom = [f"({n})" for n in range(1, len(kolom) + 1)]
    tabel = Tabel("", [kolom, nomor_kolom], lebar, angka=frozenset({0, *range(3, len(kolom))}))
    for nomor, (uraian, indikator) in enumerate(pk.sasaran, 1):
        awal = [str(nomor), uraian]
        for ukur in indikator or [None]:
            if ukur is None:
                isi = [""] * (3 if satuan else 2)
            elif satuan:
                isi = [ukur.nama, ukur.satuan, ukur.target[TAHUN]]
            else:
                isi = [ukur.nama, target_satuan(ukur.target[TAHUN], ukur.satuan)]
            tabel.tambah(*awal, *isi)
            awal = [ATAS, ATAS]
    return tabel
