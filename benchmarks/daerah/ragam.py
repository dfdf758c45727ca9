"""The habits of one author, and how a document begins."""

from __future__ import annotations

import random

from builders.naskah import Naskah
from builders.tabel import ATAS

from .daerah import TAHUN, Daerah, Ukur

PROGRAM = TAHUN[1:]


class Ragam:
    """The habits of one author."""

    def __init__(self, acak: random.Random) -> None:
        self.indikator = acak.choice(["Indikator Kinerja", "Indikator", "Indikator Tujuan/Sasaran", "INDIKATOR KINERJA"])
        self.satuan = acak.choice(["Satuan", "SATUAN", "Sat."])
        self.awal = acak.choice(["Kondisi Awal (2024)", "Baseline 2024", "Data Capaian Awal Tahun 2024", "Realisasi 2024"])
        self.target = acak.choice(["Target Tahun", "Target Kinerja pada Tahun", "TARGET CAPAIAN"])
        self.tahun = acak.choice(["{t}", "Tahun {t}", "{t}"])
        self.pd = acak.choice(["Perangkat Daerah Pengampu", "PD Penanggung Jawab", "Perangkat Daerah Penanggung Jawab"])
        self.gabung = acak.random() < 0.6
        self.nomor = acak.random() < 0.5
        self.dua_kolom = acak.random() < 0.5
        self.rp = acak.choice(["{}", "Rp {}", "{},00"])
        self.uraian = acak.choice(
            ["Program/Kegiatan/Subkegiatan", "Bidang Urusan / Program / Kegiatan / Sub Kegiatan", "Nama Program, Kegiatan dan Sub Kegiatan"]
        )

    def ulang(self) -> str:
        return ATAS if self.gabung else ""

    def kepala_tahun(self) -> list[str]:
        return [self.tahun.format(t=t) for t in TAHUN]


def nilai(satu: Ukur) -> list[str]:
    return [satu.nama, satu.satuan, satu.awal, *(satu.target[t] for t in TAHUN)]


def naskah_baru(judul: str, daerah: Daerah, sampul: list[str], paragraf: list[str]) -> Naskah:
    naskah = Naskah(judul, daerah.nama, "2025", ukuran=7)
    naskah.sampul = sampul
    naskah.bab("BAB I PENDAHULUAN")
    naskah.p(*paragraf)
    return naskah
