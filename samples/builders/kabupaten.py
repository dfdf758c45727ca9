"""Kabupaten Watulirang: which documents there are, in which format and habit, and how each is built."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from . import lhe, lkjip, tahunan
from .kota import Kota, PerangkatDaerah, muat_narasi
from .lama import Gaya, keterkaitan, rpjmd_51, rpjmd_61, rpjmd_71, rpjmd_81, rpjmd_82, tc23, tc25, tc26, tc27, tc28
from .mutasi import Data
from .naskah import Naskah, tulis
from .pdf import HELVETICA, TIMES, Rupa

NAMA = {
    "disdik": "Dinas-Pendidikan-Pemuda-Olahraga",
    "pupr": "Dinas-PUPR",
    "pertanian": "Dinas-Pertanian",
    "dinsos": "Dinas-Sosial",
    "bkpsdm": "BKPSDM",
    "hululirang": "Kecamatan-Hulu-Lirang",
}
GAYA = {
    "disdik": Gaya(tahun="Tahun {t}", judul="Tabel {kode} {nama}"),
    "pupr": Gaya(satuan="sel", kode="lima", tahun="Tahun ke-{n} ({t})", judul="Tabel TC.{kode} {nama}", awal="Data Awal {t}", lokasi=False),
    "pertanian": Gaya(tumpuk=True, tahun="{t}", judul="Tabel {kode}\n{nama}", uang="{},-", awal="Base Line ({t})"),
    "dinsos": Gaya(satuan="kurung", hierarki=True, tahun="T{n} ({t})", nomor=False, gabung=False),
    "bkpsdm": Gaya(tahun="{t}", nomor=False, lokasi=False, awal="Kondisi Kinerja Awal ({t})"),
    "hululirang": Gaya(satuan="kurung", tahun="Tahun-{n} ({t})", uang="Rp {}", lokasi=False, gabung=False),
}
RUPA = {
    "disdik": Rupa(TIMES, "#5A2A00", "Renstra Disdikpora 2018-2023", "#FBE4D5", "#FFF2CC"),
    "pertanian": Rupa(HELVETICA, "#1E5C2E", "Rencana Strategis Dinas Pertanian", "#E2EFDA", pecah=True),
    "hululirang": Rupa(TIMES, "#444444", "Renstra Kecamatan Hulu Lirang"),
}
FORMAT = {"disdik": "pdf", "pupr": "docx", "pertanian": "pdf", "dinsos": "docx", "bkpsdm": "xlsx", "hululirang": "pdf"}
Penulis = Callable[[Data, Path], None]


def dokumen() -> dict[str, tuple[str, Penulis]]:
    """Key of each document -> (file name, its writer)."""
    hasil: dict[str, tuple[str, Penulis]] = {
        "rpjmd": ("RPJMD-2018-2023.pdf", _naskah(rpjmd)),
        "iku": ("Perbup-IKU-2018-2023.docx", _naskah(lambda data: tahunan.iku(data.untuk("iku")))),
        "pk-bupati": (
            "PK-2021-Bupati.docx",
            _naskah(lambda data: tahunan.perjanjian(data.untuk("pk-bupati"), None, True, False)),
        ),
    }
    hasil["pk2020-dinsos"] = ("PK-2020-Dinas-Sosial.docx", _naskah(_pk_lalu))
    for kunci, nama in NAMA.items():
        hasil[f"renstra-{kunci}"] = (f"Renstra-{nama}.{FORMAT[kunci]}", _naskah(partial(renstra, kunci=kunci)))
        pk = partial(tahunan.perjanjian, satuan=kunci in ("disdik", "bkpsdm"), staf=kunci == "hululirang")
        hasil[f"pk-{kunci}"] = (f"PK-2021-{nama}.{'pdf' if kunci in ('pupr', 'dinsos') else 'docx'}", _pd(f"pk-{kunci}", kunci, pk))
        hasil[f"cascading-{kunci}"] = (
            f"Cascading-2021-{nama}.{'docx' if kunci == 'dinsos' else 'xlsx'}",
            _pd(f"cascading-{kunci}", kunci, tahunan.cascading),
        )
        hasil[f"renaksi-{kunci}"] = (f"Rencana-Aksi-2021-{nama}.xlsx", _pd(f"renaksi-{kunci}", kunci, tahunan.rencana_aksi))
        akhiran = "docx" if kunci in ("disdik", "bkpsdm") else "pdf"
        hasil[f"lkjip-{kunci}"] = (f"LKjIP-2021-{nama}.{akhiran}", _pd(f"lkjip-{kunci}", kunci, lkjip.lkjip))
    for satu in Data(berkas="kabupaten-watulirang.yaml").untuk("lhe").evaluasi:
        nama = NAMA[satu.pd]
        if satu.tahun:
            hasil[f"lhe{satu.tahun}-{satu.pd}"] = (f"LHE-{satu.tahun}-{nama}.docx", _naskah(partial(_lhe, kunci=satu.pd, tahun=satu.tahun)))
            continue
        hasil[f"lhe-{satu.pd}"] = (f"LHE-2020-{nama}.{'pdf' if satu.pd == 'disdik' else 'docx'}", _naskah(partial(_lhe, kunci=satu.pd)))
        hasil[f"tl-{satu.pd}"] = (
            f"Tindak-Lanjut-LHE-2020-{nama}.{'xlsx' if satu.pd != 'dinsos' else 'docx'}",
            _naskah(partial(_tl, kunci=satu.pd)),
        )
    return hasil


def _tahun(kota: Kota, tahun: int) -> Kota:
    """The region with another year for its yearly documents."""
    kota.tahun = replace(kota.tahun, dokumen=tahun)
    return kota


def _pk_lalu(data: Data) -> Naskah:
    """The agreement of one head for the year before."""
    kota = _tahun(data.untuk("pk2020-dinsos"), 2020)
    return tahunan.perjanjian(kota, kota.perangkat("dinsos"), False, False, kepala=True)


def _naskah(buat: Callable[[Data], Naskah]) -> Penulis:
    return lambda data, tujuan: tulis(buat(data), tujuan)


def _pd(kunci_dokumen: str, kunci: str, buat: Callable[[Kota, PerangkatDaerah], Naskah]) -> Penulis:
    def satu(data: Data, tujuan: Path) -> None:
        kota = data.untuk(kunci_dokumen)
        tulis(buat(kota, kota.perangkat(kunci)), tujuan)

    return satu


def _lhe(data: Data, kunci: str, tahun: int | None = None) -> Naskah:
    kota = data.untuk(f"lhe{tahun or ''}-{kunci}")
    return lhe.lhe(kota, next(satu for satu in kota.evaluasi if satu.pd == kunci and satu.tahun == tahun))


def _tl(data: Data, kunci: str) -> Naskah:
    kota = data.untuk(f"tl-{kunci}")
    return lhe.tindak_lanjut(kota, next(satu for satu in kota.evaluasi if satu.pd == kunci))


def rpjmd(data: Data) -> Naskah:
    """Nine chapters of Permendagri 86/2017."""
    kota = data.untuk("rpjmd")
    gaya = Gaya(tahun="{n} ({t})", awal="Kondisi Awal (Tahun {t})")
    teks = {nama: satu.format(**narasi_isi(kota)) for nama, satu in muat_narasi()["daerah"].items() if not nama.startswith("renstra")}
    draf = kota.lain.get("status", "")
    naskah = Naskah(f"{draf}RPJMD {kota.pemda} Tahun {kota.periode}", kota.pemda, str(kota.tahun.sasaran[0]), ukuran=7)
    naskah.rupa = Rupa(HELVETICA, "#7A1F1F", f"RPJMD {kota.pemda} {kota.periode}", "#F2DCDB", "#F7EDED")
    naskah.sampul = [f"{draf}RENCANA PEMBANGUNAN JANGKA MENENGAH DAERAH", f"{kota.pemda.upper()}", f"TAHUN {kota.periode}", kota.perda]
    naskah.bab("BAB I\nPENDAHULUAN")
    naskah.sub("1.1 Latar Belakang")
    naskah.p(teks["latar"])
    naskah.sub("1.2 Dasar Hukum Penyusunan")
    naskah.p(teks["hukum"])
    for nomor, judul, kunci in (
        ("II", "GAMBARAN UMUM KONDISI DAERAH", "umum"),
        ("III", "GAMBARAN KEUANGAN DAERAH", "keuangan"),
        ("IV", "PERMASALAHAN DAN ISU STRATEGIS DAERAH", "isu"),
    ):
        naskah.bab(f"BAB {nomor}\n{judul}")
        naskah.p(teks[kunci])
    naskah.bab("BAB V\nVISI, MISI, TUJUAN DAN SASARAN")
    naskah.p(teks["visi"])
    naskah.butir([f"{m.uraian}." for m in kota.misi])
    naskah.rebah()
    naskah.tabel(rpjmd_51(data.untuk("rpjmd", "5.1"), gaya))
    naskah.bab("BAB VI\nSTRATEGI, ARAH KEBIJAKAN DAN PROGRAM PEMBANGUNAN DAERAH")
    naskah.p(teks["strategi"])
    naskah.tabel(rpjmd_61(data.untuk("rpjmd", "6.1")))
    naskah.bab("BAB VII\nKERANGKA PENDANAAN PEMBANGUNAN DAN PROGRAM PERANGKAT DAERAH")
    naskah.p(teks["pendanaan"])
    naskah.rebah()
    naskah.tabel(rpjmd_71(data.untuk("rpjmd", "7.1"), Gaya(tahun="Tahun-{n} ({t})", nomor=False)))
    naskah.bab("BAB VIII\nKINERJA PENYELENGGARAAN PEMERINTAHAN DAERAH")
    naskah.p(teks["indikator"])
    naskah.tabel(rpjmd_81(data.untuk("rpjmd", "8.1"), Gaya(tahun="{t}")))
    naskah.tabel(rpjmd_82(data.untuk("rpjmd", "8.2"), Gaya(tahun="{t}")))
    naskah.bab("BAB IX\nPENUTUP")
    naskah.p(teks["penutup"])
    naskah.ttd(f"{kota.kepala_daerah.upper()},", "ttd.", kota.nama_kepala_daerah.upper())
    return naskah


def narasi_isi(kota: Kota, pd: PerangkatDaerah | None = None) -> dict[str, str]:
    isi = {"pemda": kota.pemda, "provinsi": kota.provinsi, "periode": kota.periode, "visi": kota.visi}
    if pd:
        isi |= {
            "pd": pd.nama,
            "tugas": pd.tugas,
            "isu": "; ".join(pd.isu),
            "nspk": "; ".join(pd.nspk),
            "mitra": " dan ".join([lain.nama for lain in kota.pd if lain is not pd][:2]),
        }
    return isi


def renstra(data: Data, kunci: str) -> Naskah:
    """Eight chapters of Permendagri 86/2017 with the tables T-C.23 and T-C.25 to T-C.28."""
    dok = f"renstra-{kunci}"
    kota = data.untuk(dok)
    pd, gaya = kota.perangkat(kunci), GAYA[kunci]
    teks = {nama: satu.format(**narasi_isi(kota, pd)) for nama, satu in muat_narasi()["daerah"].items()}
    naskah = Naskah(
        f"Rencana Strategis {pd.nama} Tahun {pd.periode}",
        kota.pemda,
        str(kota.tahun.sasaran[0]),
        ukuran=6.8,
        rupa=RUPA.get(kunci),
        huruf="Arial",
    )
    naskah.sampul = [pd.lain.get("status", "RENCANA STRATEGIS"), f"{pd.nama.upper()}", f"{kota.pemda.upper()}", f"TAHUN {pd.periode}"]
    naskah.kaki = f"Renstra {pd.sebutan}"

    def dari(tabel: str) -> tuple[Kota, PerangkatDaerah]:
        ubah = data.untuk(dok, tabel)
        return ubah, ubah.perangkat(kunci)

    naskah.bab("BAB I\nPENDAHULUAN")
    naskah.p(teks["renstra_pendahuluan"], teks["hukum"])
    naskah.bab("BAB II\nGAMBARAN PELAYANAN PERANGKAT DAERAH")
    if kunci in ("disdik", "dinsos", "hululirang"):
        naskah.p(teks["renstra_pelayanan"])
        naskah.rebah()
        naskah.tabel(tc23(kota, pd))
    else:
        naskah.p(f"{pd.nama} didukung sarana dan pegawai yang tersebar di seluruh kecamatan.")
    naskah.bab("BAB III\nPERMASALAHAN DAN ISU-ISU STRATEGIS PERANGKAT DAERAH")
    naskah.p(teks["renstra_isu"])
    naskah.butir(pd.isu, huruf=True)
    naskah.bab("BAB IV\nTUJUAN DAN SASARAN")
    naskah.p(teks["renstra_tujuan"])
    naskah.rebah()
    naskah.tabel(tc25(*dari("T-C.25"), gaya))
    naskah.tabel(keterkaitan(*dari("4.2")))
    naskah.bab("BAB V\nSTRATEGI DAN ARAH KEBIJAKAN")
    naskah.p(teks["renstra_lintas"])
    naskah.tabel(tc26(*dari("T-C.26"), gaya))
    naskah.bab("BAB VI\nRENCANA PROGRAM DAN KEGIATAN SERTA PENDANAAN")
    naskah.p(teks["pendanaan"])
    naskah.rebah()
    naskah.tabel(tc27(*dari("T-C.27"), gaya))
    naskah.bab("BAB VII\nKINERJA PENYELENGGARAAN BIDANG URUSAN")
    naskah.p(teks["indikator"])
    if pd.lain.get("tanpa_tabel") != "T-C.28":
        naskah.tabel(tc28(*dari("T-C.28"), gaya))
    naskah.bab("BAB VIII\nPENUTUP")
    naskah.p(teks["penutup"])
    naskah.ttd(f"{kota.ibu_kota}, {kota.tahun.sasaran[0]}", pd.kepala, "", "ttd.")
    return naskah
