"""Provinsi Nusa Mutiara: which documents there are and how each is built; HTML and XLSX only."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from . import baru, tahunan
from .kabupaten import Penulis, narasi_isi
from .kota import Kota, PerangkatDaerah, muat_narasi
from .mutasi import Data
from .naskah import Naskah, tulis
from .tabel import ATAS, Tabel

NAMA = {"dkp": "Dinas-Kelautan-Perikanan", "dishut": "Dinas-Kehutanan", "naker": "Dinas-Tenaga-Kerja-Transmigrasi", "bappeda": "Bappeda"}


def dokumen() -> dict[str, tuple[str, Penulis]]:
    """Key of each document -> (file name, its writer)."""
    hasil: dict[str, tuple[str, Penulis]] = {
        "rpjmd": ("RPJMD-2025-2029.html", _kota("rpjmd", rpjmd)),
        "iku": ("IKU-2025-2029.xlsx", _kota("iku", tahunan.iku)),
        "pk-gubernur": ("PK-2026-Gubernur.html", _kota("pk-gubernur", lambda kota: tahunan.perjanjian(kota, None, False, False))),
    }
    for kunci, nama in NAMA.items():
        hasil[f"renstra-{kunci}"] = (f"Renstra-{nama}.{'xlsx' if kunci == 'naker' else 'html'}", partial(_renstra, kunci=kunci))
        hasil[f"renja-{kunci}"] = (f"Renja-2026-{nama}.{'html' if kunci == 'dishut' else 'xlsx'}", _pd(f"renja-{kunci}", kunci, renja))
        hasil[f"pk-{kunci}"] = (
            f"PK-2026-{nama}.html",
            _pd(f"pk-{kunci}", kunci, partial(tahunan.perjanjian, satuan=kunci == "dkp", staf=True)),
        )
        hasil[f"cascading-{kunci}"] = (
            f"Cascading-{nama}.{'html' if kunci == 'bappeda' else 'xlsx'}",
            _pd(f"cascading-{kunci}", kunci, cascading),
        )
    return hasil


def _kota(dok: str, buat: Callable[[Kota], Naskah]) -> Penulis:
    return lambda data, tujuan: tulis(buat(data.untuk(dok)), tujuan)


def _pd(dok: str, kunci: str, buat: Callable[[Kota, PerangkatDaerah], Naskah]) -> Penulis:
    def satu(data: Data, tujuan: Path) -> None:
        kota = data.untuk(dok)
        tulis(buat(kota, kota.perangkat(kunci)), tujuan)

    return satu


def rpjmd(kota: Kota) -> Naskah:
    """Five chapters of Inmendagri 2/2025."""
    teks = {nama: satu.format(**narasi_isi(kota)) for nama, satu in muat_narasi()["daerah"].items() if not nama.startswith("renstra")}
    naskah = Naskah(f"RPJMD {kota.pemda} Tahun {kota.periode}", kota.pemda, "2025")
    naskah.sampul = [
        f"{kota.lain.get('status', '')}RENCANA PEMBANGUNAN JANGKA MENENGAH DAERAH {kota.pemda.upper()} TAHUN {kota.periode}",
        kota.perda,
    ]
    naskah.bab("BAB I PENDAHULUAN")
    naskah.p(teks["latar"], teks["hukum"])
    naskah.bab("BAB II GAMBARAN UMUM DAERAH")
    naskah.p(teks["umum"], teks["keuangan"])
    naskah.bab("BAB III VISI, MISI, DAN PROGRAM PRIORITAS PEMBANGUNAN DAERAH")
    naskah.p(teks["visi"])
    naskah.butir([m.uraian for m in kota.misi])
    naskah.tabel(baru.tujuan_daerah(kota))
    naskah.p(teks["strategi"])
    tabel = Tabel("Tabel 3.4 Strategi dan Arah Kebijakan", [["No", "Sasaran", "Strategi", "Arah Kebijakan"]], [0.5, 2, 2, 2])
    for ke, sasaran in enumerate(kota.sasaran, 1):
        tabel.tambah(str(ke), sasaran.uraian, sasaran.strategi, sasaran.arah_kebijakan)
    naskah.tabel(tabel)
    naskah.bab("BAB IV PROGRAM PERANGKAT DAERAH DAN KINERJA PENYELENGGARAAN PEMERINTAHAN DAERAH")
    naskah.p(teks["pendanaan"])
    naskah.tabel(baru.program_daerah(kota))
    ukur = [u for t in kota.tujuan for u in [*t.indikator, *(i for s in t.sasaran for i in s.indikator)]]
    naskah.tabel(baru.daftar(kota, f"Tabel 4.2 Indikator Kinerja Utama {kota.pemda}", ukur))
    naskah.tabel(baru.daftar(kota, f"Tabel 4.3 Indikator Kinerja Kunci {kota.pemda}", [u for pd in kota.pd for u in pd.ikk]))
    naskah.bab("BAB V PENUTUP")
    naskah.p(teks["penutup"])
    return naskah


def _renstra(data: Data, tujuan: Path, kunci: str) -> None:
    dok = f"renstra-{kunci}"
    kota = data.untuk(dok)
    pd = kota.perangkat(kunci)

    def dari(tabel: str) -> tuple[Kota, PerangkatDaerah]:
        ubah = data.untuk(dok, tabel)
        return ubah, ubah.perangkat(kunci)

    teks = {nama: satu.format(**narasi_isi(kota, pd)) for nama, satu in muat_narasi()["daerah"].items()}
    naskah = Naskah(f"Renstra {pd.nama} Tahun {pd.periode}", kota.pemda, "2025", angka=kunci != "naker" or not pd.lain.get("teks"))
    naskah.sampul = [
        f"{pd.lain.get('status', 'RENCANA STRATEGIS')} {pd.nama.upper()} {kota.pemda.upper()} TAHUN {pd.periode}",
        f"{pd.kode} - {pd.nama}",
    ]
    naskah.bab("BAB I PENDAHULUAN")
    naskah.p(teks["renstra_pendahuluan"])
    naskah.bab("BAB II GAMBARAN PELAYANAN, PERMASALAHAN DAN ISU STRATEGIS PERANGKAT DAERAH")
    naskah.p(teks["renstra_isu"])
    naskah.bab("BAB III TUJUAN, SASARAN, STRATEGI DAN ARAH KEBIJAKAN")
    naskah.p(teks["renstra_tujuan"], teks["renstra_lintas"])
    naskah.tabel(baru.tujuan_pd(*dari("3.1")))
    naskah.bab("BAB IV PROGRAM, KEGIATAN, SUBKEGIATAN, DAN KINERJA PENYELENGGARAAN BIDANG URUSAN")
    naskah.tabel(baru.pohon(dari("4.1")[1]))
    naskah.tabel(baru.pendanaan(*dari("4.2")))
    ubah, satu = dari("4.4")
    naskah.tabel(baru.daftar(ubah, f"Tabel 4.4 Indikator Kinerja Utama {pd.nama}", [u for s in satu.sasaran for u in s.indikator]))
    naskah.tabel(baru.daftar(ubah, f"Tabel 4.5 Indikator Kinerja Kunci {pd.nama}", satu.ikk, rumus=True))
    naskah.bab("BAB V PENUTUP")
    naskah.p(teks["penutup"])
    tulis(naskah, tujuan)


def renja(kota: Kota, pd: PerangkatDaerah) -> Naskah:
    tahun = kota.tahun.dokumen
    judul = f"{pd.lain.get('status', 'RENCANA KERJA')} {pd.nama.upper()} {kota.pemda.upper()} TAHUN {tahun}"
    naskah = Naskah(f"Renja {pd.nama} Tahun {tahun}", kota.pemda, str(tahun))
    naskah.tengah(judul)
    naskah.p("Rencana kerja disusun bersama perangkat daerah lain yang mendukung sasaran yang sama (crosscutting).")
    naskah.tabel(baru.renja(kota, pd))
    return naskah


def cascading(kota: Kota, pd: PerangkatDaerah) -> Naskah:
    """Side by side: what the head, the heads of bidang and the teams promise."""
    naskah = Naskah(f"Pohon Kinerja {pd.nama}", kota.pemda, "2025")
    naskah.tengah(f"CASCADING KINERJA {pd.nama.upper()}", f"{kota.pemda.upper()} TAHUN {pd.periode}")
    kepala = [
        "Sasaran Kepala Perangkat Daerah",
        "Indikator Sasaran",
        "Sasaran Program",
        "Indikator Program",
        "Penanggung Jawab",
        "Sasaran Kegiatan",
        "Indikator Kegiatan",
        "Crosscutting dengan PD",
    ]
    tabel = Tabel("Pohon Kinerja", [kepala], [2.4, 2.4, 2.4, 2.4, 2, 2.4, 2.4, 2])
    for tujuan in pd.tujuan:
        mitra = "; ".join(
            lain.nama for lain in kota.pd if lain is not pd and any(set(t.rujukan) & set(tujuan.rujukan) for t in lain.tujuan)
        )
        for sasaran in tujuan.sasaran:
            kiri = [sasaran.uraian, "\n".join(u.nama for u in sasaran.indikator)]
            kanan = mitra or "-"
            for program, outcome in pd.outcome_dari(sasaran):
                tengah = [outcome.uraian, "\n".join(u.nama for u in outcome.indikator), outcome.pengampu]
                for kegiatan in program.kegiatan_dari(outcome):
                    tabel.tambah(*kiri, *tengah, kegiatan.output, "\n".join(u.nama for u in kegiatan.indikator), kanan)
                    kiri, tengah, kanan = [ATAS] * 2, [ATAS] * 3, ATAS
    naskah.tabel(tabel)
    return naskah
