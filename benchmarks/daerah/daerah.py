"""A region as drawn: agencies of several kinds, each with goals, programmes, money of its own."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from builders.periksa import angka

TAHUN = (2025, 2026, 2027, 2028, 2029, 2030)
DOKUMEN = 2026
NAMA = ("Kabupaten Lembah Sewu", "Kota Bandar Rimba", "Kabupaten Ranu Kencana", "Kota Tanjung Kaliwa")
SELALU = ("kecamatan", "setda", "inspektorat", "rsud")
LAIN = ("perikanan", "lingkungan", "dukcapil", "pariwisata")


@dataclass
class Ukur:
    nama: str
    satuan: str
    arah: str
    awal: str
    target: dict[int, str]
    lain: dict[str, str] = field(default_factory=dict)
    """What a report prints instead: realisasi, capaian, target."""


@dataclass
class Baris:
    """A programme, kegiatan or subkegiatan. pagu: what its own row prints, where that is not the sum of those below."""

    level: str
    kode: str
    nama: str
    hasil: str
    ukur: list[Ukur]
    pengampu: str = ""
    sasaran: int = 0
    anak: list[Baris] = field(default_factory=list)
    uang: dict[int, int] = field(default_factory=dict)
    pagu: dict[int, int] = field(default_factory=dict)

    def rp(self, tahun: int) -> int:
        if tahun in self.pagu:
            return self.pagu[tahun]
        return sum(satu.rp(tahun) for satu in self.anak) if self.anak else self.uang[tahun]


@dataclass
class Sasaran:
    uraian: str
    ukur: list[Ukur]


@dataclass
class Pd:
    kunci: str
    nama: str
    kepala: str
    kode: str
    daerah: tuple[str, Ukur, str, Ukur]
    tujuan: str
    ukur: list[Ukur]
    sasaran: list[Sasaran]
    program: list[Baris]
    tanggal_pk: str = "12 Januari 2026"
    tanpa_anggaran: bool = False

    def semua(self) -> list[Baris]:
        return [satu for p in self.program for satu in (p, *(x for k in p.anak for x in (k, *k.anak)))]


@dataclass
class Daerah:
    nama: str
    kepala: str
    pd: list[Pd]


def tulis_angka(nilai: float, desimal: int) -> str:
    return f"{nilai:,.{desimal}f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def _ukur(teks: str, acak: random.Random) -> Ukur:
    nama, satuan, arah, awal, langkah = (bagian.strip() for bagian in teks.split("|"))
    desimal = len(awal.partition(",")[2])
    nilai, naik = angka(awal) * acak.uniform(0.94, 1.0), angka(langkah)
    if satuan == "%":
        nilai = min(nilai, 98 - 7 * max(naik, 0))
    deret = []
    for _ in range(len(TAHUN) + 1):
        deret.append(tulis_angka(nilai, desimal))
        nilai += naik * acak.uniform(0.8, 1.15) if desimal else max(1, round(naik * acak.uniform(0.8, 1.2)))
    return Ukur(nama, satuan, arah, deret[0], dict(zip(TAHUN, deret[1:], strict=True)))


def _penunjang(urusan: str, nama: str, acak: random.Random) -> Baris:
    sub = Baris(
        "subkegiatan",
        f"{urusan}.01.2.02.0001",
        "Penyediaan Gaji dan Tunjangan ASN",
        "Tersedianya gaji dan tunjangan ASN",
        [_ukur("Jumlah Orang yang Menerima Gaji dan Tunjangan ASN | Orang/Bulan | naik | 40 | 1", acak)],
    )
    gaji = acak.randint(14, 26) * 100_000_000
    sub.uang = {t: gaji + n * 21_000_000 for n, t in enumerate(TAHUN)}
    kegiatan = Baris(
        "kegiatan",
        f"{urusan}.01.2.02",
        "Administrasi Keuangan Perangkat Daerah",
        "Terbayarnya gaji dan tunjangan pegawai",
        [_ukur(f"Jumlah laporan keuangan {nama} yang disusun | Laporan | naik | 12 | 1", acak)],
        anak=[sub],
    )
    program = Baris(
        "program",
        f"{urusan}.01",
        "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA",
        "Meningkatnya kelancaran layanan kesekretariatan",
        [_ukur(f"Indeks kepuasan pegawai {nama} atas layanan kesekretariatan | Indeks | naik | 78,00 | 1,10", acak)],
        "Sekretaris",
        1,
        [kegiatan],
    )
    return program


def _pd(kunci: str, isi: dict[str, Any], nomor: int, acak: random.Random, bersama: dict[str, Ukur]) -> Pd:
    urusan = isi["urusan"]
    tujuan, ukur_tujuan, sasaran, ukur_sasaran = isi["daerah"]
    for teks in (ukur_tujuan, ukur_sasaran):
        bersama.setdefault(teks, _ukur(teks, acak))
    program = [_penunjang(urusan, isi["nama"], acak)]
    for ke, satu in enumerate(isi["sasaran"]):
        kode, nama, hasil, ukur, pengampu = satu["program"]
        induk = Baris("program", f"{urusan}.{kode}", nama, hasil, [_ukur(ukur, acak)], pengampu, ke)
        for k, nama_k, hasil_k, ukur_k, s, nama_s, ukur_s, ribu in satu["kegiatan"]:
            sub = Baris(
                "subkegiatan", f"{induk.kode}.{k}.00{s}", nama_s, f"Terlaksananya {nama_s[0].lower()}{nama_s[1:]}", [_ukur(ukur_s, acak)]
            )
            awal = round(ribu * acak.uniform(0.8, 1.3)) * 1_000_000
            sub.uang = {t: awal + n * round(awal * acak.uniform(0.02, 0.05) / 1000) * 1000 for n, t in enumerate(TAHUN)}
            induk.anak.append(Baris("kegiatan", f"{induk.kode}.{k}", nama_k, hasil_k, [_ukur(ukur_k, acak)], anak=[sub]))
        program.append(induk)
    return Pd(
        kunci,
        isi["nama"],
        isi["kepala"],
        f"{urusan}.0.00.0.00.{nomor:02d}.0000",
        (tujuan, bersama[ukur_tujuan], sasaran, bersama[ukur_sasaran]),
        isi["tujuan"],
        [bersama[ukur_sasaran]],
        [Sasaran(s["uraian"], [_ukur(u, acak) for u in s["ukur"]]) for s in isi["sasaran"]],
        program,
    )


def gambar(benih: int) -> Daerah:
    """The region of a seed: four kinds of agencies that every region has, and two others."""
    acak = random.Random(benih)
    isi = yaml.safe_load(Path(__file__).with_name("isi.yaml").read_text(encoding="utf-8"))
    nama = NAMA[benih % len(NAMA)]
    kunci = [*SELALU, *acak.sample(LAIN, 2)]
    acak.shuffle(kunci)
    bersama: dict[str, Ukur] = {}
    pd = [_pd(satu, isi[satu], n, acak, bersama) for n, satu in enumerate(kunci, 1)]
    return Daerah(nama, ("Wali Kota" if nama.startswith("Kota") else "Bupati") + nama[nama.index(" ") :], pd)
