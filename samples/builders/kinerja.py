"""What yearly reports of a region say: realisations that follow from the targets, achievement, quarters, money spent. Always the same
figures for the same data; seeded defects overrule single ones through `lain` of an indicator or an agency."""

from __future__ import annotations

import zlib

from .kota import Indikator, Kegiatan, Kota, Program, Subkegiatan
from .periksa import angka


def acak(*kunci: object) -> float:
    """A number in 0..1 that a key always gives."""
    return zlib.crc32("|".join(map(str, kunci)).encode()) % 1000 / 1000


def cetak(nilai: float, contoh: str) -> str:
    """A number in the look of another one: "1.240", "5,16"."""
    desimal = len(contoh.partition(",")[2])
    return f"{nilai:,.{desimal}f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def realisasi(kota: Kota, ukur: Indikator, tahun: int) -> str:
    """What was reached: the target and a little more, never beyond the next one."""
    if f"realisasi{tahun}" in ukur.lain:
        return ukur.lain[f"realisasi{tahun}"]
    urut = [kota.tahun.awal, *kota.tahun.sasaran]
    nilai = [angka(ukur.baseline), *(angka(ukur.target[t]) for t in kota.tahun.sasaran)]
    ke = urut.index(tahun)
    lebih = (nilai[ke] - nilai[ke - 1]) * acak(ukur.nama, tahun) * 0.3
    return cetak(nilai[ke] + lebih, ukur.target[tahun])


def capaian(ukur: Indikator, nyata: str, tahun: int) -> str:
    """Achievement in percent, with two decimals."""
    if "capaian" in ukur.lain:
        return ukur.lain["capaian"]
    target, r = angka(ukur.target[tahun]), angka(nyata)
    persen = (2 * target - r) / target * 100 if ukur.arah == "turun" else r / target * 100
    return cetak(persen, "0,00")


def kategori(ukur: Indikator, persen: str) -> str:
    """The class of an achievement (Permendagri 86/2017)."""
    if "kategori" in ukur.lain:
        return ukur.lain["kategori"]
    nilai = angka(persen)
    batas = ((91, "Sangat Tinggi"), (76, "Tinggi"), (66, "Sedang"), (51, "Rendah"))
    return next((nama for dari, nama in batas if nilai >= dari), "Sangat Rendah")


def serapan(objek: Program | Kegiatan | Subkegiatan, tahun: int) -> int:
    """Money spent, in rupiah: 93 to 98 percent."""
    return round(objek.cetak(tahun) * (0.93 + 0.05 * acak(objek.id, tahun)) / 1000) * 1000


def triwulan(kota: Kota, ukur: Indikator, tahun: int) -> list[str]:
    """Cumulative targets of four quarters. Indices and values are measured once, at the end of the year."""
    if "triwulan" in ukur.lain:
        return ukur.lain["triwulan"].split(" | ")
    if ukur.satuan in ("Indeks", "Nilai", "Rasio", "Tahun") or tahun not in ukur.target:
        return ["-", "-", "-", ukur.target[tahun]]
    akhir = angka(ukur.target[tahun])
    jumlah = ukur.satuan not in ("%", "Menit", "Ton/Ha")
    awal = 0.0 if jumlah else angka(ukur.baseline if tahun - 1 == kota.tahun.awal else ukur.target[tahun - 1])
    return [cetak(awal + (akhir - awal) * bagian, ukur.target[tahun]) for bagian in (0.2, 0.5, 0.75)] + [ukur.target[tahun]]


def realisasi_triwulan(kota: Kota, ukur: Indikator, tahun: int) -> list[str]:
    """What the quarters reached: their targets, and the year's realisation at the end."""
    if "realisasi_triwulan" in ukur.lain:
        return ukur.lain["realisasi_triwulan"].split(" | ")
    return [*triwulan(kota, ukur, tahun)[:3], realisasi(kota, ukur, tahun)]
