"""Keputusan Wali Kota on the IKU with its lampiran: the IKU of the city and those of each agency."""

from __future__ import annotations

from pathlib import Path

from .kota import Indikator, Kota
from .mutasi import Data
from .pdf import HELVETICA, Pdf, Rupa
from .tabel import ATAS, Tabel

DOKUMEN = "iku"
LEBAR_REBAH = 735.0
KEPALA = ["NO", "SASARAN STRATEGIS", "INDIKATOR KINERJA UTAMA", "SATUAN", "FORMULASI PENGHITUNGAN", "SUMBER DATA", "PENANGGUNG JAWAB"]
KOLOM = [0.4, 2.1, 2.4, 1.0, 2.9, 2.0, 1.7]


def tulis(data: Data, tujuan: Path) -> None:
    kota = data.untuk(DOKUMEN)
    rupa = Rupa(HELVETICA, "#333333", f"Indikator Kinerja Utama {kota.pemda} Tahun {kota.periode}", "#E7E6E6", "#F2F2F2")
    pdf = Pdf(rupa, f"Keputusan Wali Kota tentang Indikator Kinerja Utama Tahun {kota.periode}", kota.pemda)
    pdf.sampul(
        [
            "KEPUTUSAN WALI KOTA SEMBILANG",
            f"NOMOR {kota.keputusan_iku.split('Nomor ')[1]}",
            "TENTANG",
            f"PENETAPAN INDIKATOR KINERJA UTAMA PEMERINTAH {kota.pemda.upper()} DAN PERANGKAT DAERAH TAHUN {kota.periode}",
        ]
    )
    _keputusan(pdf, kota)
    pdf.rebah()
    pdf.judul_bab_sejalan(f"LAMPIRAN I\nINDIKATOR KINERJA UTAMA PEMERINTAH {kota.pemda.upper()}")
    tabel = Tabel(
        f"Indikator Kinerja Utama Pemerintah {kota.pemda} Tahun {kota.periode}", [KEPALA], KOLOM, nomor=True, angka=frozenset({0, 3})
    )
    _isi(tabel, [(s.uraian, s.indikator) for s in kota.sasaran], "")
    pdf.tabel(tabel, LEBAR_REBAH, 8)
    for pd in kota.pd:
        pdf.rebah()
        pdf.judul_bab_sejalan(f"LAMPIRAN II\nINDIKATOR KINERJA UTAMA {pd.nama.upper()}")
        tabel = Tabel(f"Indikator Kinerja Utama {pd.nama} Tahun {pd.periode}", [KEPALA], KOLOM, nomor=True, angka=frozenset({0, 3}))
        _isi(tabel, [(s.uraian, s.indikator) for s in pd.sasaran], pd.nama)
        pdf.tabel(tabel, LEBAR_REBAH, 8)
    pdf.tulis(tujuan)


def _isi(tabel: Tabel, sasaran: list[tuple[str, list[Indikator]]], pd: str) -> None:
    for nomor, (uraian, indikator) in enumerate(sasaran, 1):
        awal = [str(nomor), uraian]
        for ukur in indikator:
            tabel.tambah(*awal, ukur.nama, ukur.satuan, ukur.rumus, ukur.sumber, ukur.pj or pd)
            awal = [ATAS, ATAS]


def _keputusan(pdf: Pdf, kota: Kota) -> None:
    pdf.baris("WALI KOTA SEMBILANG,")
    pdf.paragraf("Menimbang:")
    pdf.daftar(
        [
            f"bahwa untuk mengukur keberhasilan RPJMD {kota.pemda} Tahun {kota.periode} perlu ditetapkan indikator kinerja utama;",
            "bahwa indikator kinerja utama digunakan dalam perencanaan, perjanjian kinerja, pengukuran, dan pelaporan kinerja;",
            "bahwa berdasarkan pertimbangan tersebut perlu menetapkan Keputusan Wali Kota tentang Indikator Kinerja Utama.",
        ],
        huruf=True,
    )
    pdf.paragraf("Mengingat:")
    pdf.daftar(
        [
            "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah;",
            "Peraturan Menteri Negara PAN Nomor PER/09/M.PAN/5/2007 tentang Pedoman Umum Penetapan Indikator Kinerja Utama;",
            f"{kota.perda} tentang Rencana Pembangunan Jangka Menengah Daerah {kota.pemda} Tahun {kota.periode}.",
        ]
    )
    pdf.baris("MEMUTUSKAN:")
    for nomor, teks in (
        (
            "KESATU",
            f"Menetapkan Indikator Kinerja Utama Pemerintah {kota.pemda} Tahun {kota.periode} sebagaimana tercantum dalam Lampiran I.",
        ),
        ("KEDUA", "Menetapkan Indikator Kinerja Utama Perangkat Daerah sebagaimana tercantum dalam Lampiran II."),
        ("KETIGA", "Indikator Kinerja Utama menjadi acuan penyusunan Perjanjian Kinerja dan Laporan Kinerja."),
        ("KEEMPAT", "Keputusan ini mulai berlaku pada tanggal ditetapkan."),
    ):
        pdf.paragraf(f"{nomor}: {teks}")
    pdf.jarak(16)
    for baris in (
        f"Ditetapkan di {kota.ibu_kota}",
        "pada tanggal 15 September 2025",
        "WALI KOTA SEMBILANG,",
        "ttd.",
        kota.nama_kepala_daerah.upper(),
    ):
        pdf.baris(baris, 230)
