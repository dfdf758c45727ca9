"""Renja 2026 of one agency: the sheet of sasaran targets and Tabel 4.1 with its 17 columns."""

from __future__ import annotations

from pathlib import Path

from .kota import Indikator, Kota, PerangkatDaerah
from .mutasi import Data
from .pk import target_satuan
from .tabel import ATAS, KIRI, Tabel, rupiah
from .xlsx_tulis import Xlsx

TAHUN = 2026


def tulis(data: Data, kunci: str, tujuan: Path) -> None:
    kota = data.untuk(f"renja-{kunci}")
    pd = kota.perangkat(kunci)
    buku = Xlsx(f"Renja {pd.nama} Tahun {TAHUN}")
    for nama, tabel, lebar in (("3.1 Tujuan dan Sasaran", _sasaran(pd), 150), ("4.1 Rencana Kerja", _rencana(kota, pd), 300)):
        lembar = buku.lembar(nama)
        kolom = len(tabel.lebar)
        buku.teks(lembar, 1, f"RENCANA KERJA (RENJA) TAHUN {TAHUN}", kolom, ukuran=13)
        buku.teks(lembar, 2, f"{pd.nama.upper()} {kota.pemda.upper()}", kolom)
        buku.teks(lembar, 3, f"{pd.kode} - {pd.nama}", kolom, tebal=False, ukuran=10)
        buku.teks(lembar, 4, tabel.judul, kolom)
        buku.tabel(lembar, tabel, 6, lebar)
    buku.tulis(tujuan)


def _sasaran(pd: PerangkatDaerah) -> Tabel:
    tabel = Tabel(
        f"Tabel 3.1 Tujuan dan Sasaran Renja {pd.nama} Tahun {TAHUN}",
        [["NO", "TUJUAN", "SASARAN", "INDIKATOR SASARAN", "SATUAN", f"TARGET {TAHUN}"]],
        [0.4, 2.4, 2.4, 3, 1, 1],
        nomor=True,
        angka=frozenset({0, 4, 5}),
    )
    nomor = 0
    for tujuan in pd.tujuan:
        nama = tujuan.uraian
        for sasaran in tujuan.sasaran:
            uraian = sasaran.uraian
            for ukur in sasaran.indikator:
                nomor += 1
                tabel.tambah(str(nomor), nama, uraian, ukur.nama, ukur.satuan, ukur.target[TAHUN])
                nama = uraian = ATAS
            if not sasaran.indikator:
                nomor += 1
                tabel.tambah(str(nomor), nama, uraian, "", "", "")
                nama = ATAS
    return tabel


def _rencana(kota: Kota, pd: PerangkatDaerah) -> Tabel:
    tabel = Tabel(
        f"Tabel 4.1 Rencana Program, Kegiatan, dan Subkegiatan {pd.nama} Tahun {TAHUN} dan Prakiraan Maju Tahun {TAHUN + 1}",
        [
            [
                "NO",
                "KODE",
                "URUSAN / BIDANG URUSAN / PROGRAM / OUTCOME / KEGIATAN / SUBKEGIATAN / OUTPUT",
                "INDIKATOR",
                "TARGET AKHIR RENSTRA",
                f"REALISASI TAHUN {TAHUN - 2}",
                f"PRAKIRAAN CAPAIAN TAHUN {TAHUN - 1}",
                "CAPAIAN KINERJA DAN KERANGKA PENDANAAN",
                *[KIRI] * 5,
                "KELOMPOK SASARAN",
                f"PRAKIRAAN MAJU TAHUN {TAHUN + 1}",
                KIRI,
                "PD PENANGGUNG JAWAB",
            ],
            [ATAS] * 7
            + [
                f"TARGET {TAHUN}",
                f"PAGU INDIKATIF {TAHUN} (Rp)",
                "LOKASI",
                "SUMBER DANA",
                "PRIORITAS NASIONAL",
                "PRIORITAS DAERAH",
                ATAS,
                f"TARGET {TAHUN + 1}",
                f"PAGU {TAHUN + 1} (Rp)",
                ATAS,
            ],
        ],
        [0.4, 1.6, 3.2, 3.2, 1.1, 1.1, 1.1, 1.1, 1.6, 1.2, 1.0, 1.1, 1.2, 1.5, 1.1, 1.6, 1.6],
        nomor=True,
        angka=frozenset({0, 4, 5, 6, 7, 14}),
        uang=frozenset({8, 15}),
    )
    nomor = 0

    def kepala(kode: str, nama: str, objek: object, peran: str) -> None:
        nonlocal nomor
        nomor += 1
        tabel.tambah(
            str(nomor), kode, nama, *[""] * 5, rupiah(objek.cetak(TAHUN)), *[""] * 6, rupiah(objek.cetak(TAHUN + 1)), pd.nama, peran=peran
        )

    def hasil(uraian: str, indikator: list[Indikator], penerima: str) -> None:
        for ukur in indikator or [None]:
            if ukur is None:
                tabel.tambah("", "", uraian, *[""] * 14)
                continue
            angka = [ukur.target[max(ukur.target)], ukur.baseline, tengah(ukur.baseline, ukur.target[TAHUN]), ukur.target[TAHUN]]
            angka = [target_satuan(teks, ukur.satuan) for teks in angka]
            tabel.tambah(
                "",
                "",
                uraian,
                ukur.nama,
                *angka,
                "",
                kota.pemda,
                "APBD",
                "",
                "Ya",
                penerima,
                target_satuan(ukur.target[TAHUN + 1], ukur.satuan),
                "",
                "",
            )
            uraian = ATAS

    kepala(pd.urusan, pd.nama_urusan, pd, "urusan")
    for program in pd.program:
        kepala(program.id, program.nama, program, "program")
        for outcome in program.outcome:
            hasil(outcome.uraian, outcome.indikator, "Masyarakat")
        for kegiatan in program.kegiatan:
            kepala(kegiatan.id, kegiatan.nama, kegiatan, "kegiatan")
            hasil(kegiatan.output, kegiatan.indikator, "Masyarakat")
            for sub in kegiatan.sub:
                kepala(sub.id, sub.nama, sub, "subkegiatan")
                hasil(sub.output, sub.indikator, "Masyarakat")
    return tabel


def tengah(awal: str, akhir: str) -> str:
    """The expected value of 2025: halfway between two printed values, with the decimals they have."""
    desimal = len(awal.split(",")[1]) if "," in awal else 0
    nilai = [float(teks.replace(".", "").replace(",", ".")) for teks in (awal, akhir)]
    teks = f"{sum(nilai) / 2:,.{desimal}f}"
    return teks.translate(str.maketrans(",.", ".,"))
