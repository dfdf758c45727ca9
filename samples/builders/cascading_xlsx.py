"""The cascading matrix of one agency: from the sasaran of its head down to the staff, with the crosscutting beside it."""

from __future__ import annotations

from pathlib import Path

from .kota import Indikator, Kota, PerangkatDaerah
from .mutasi import Data
from .tabel import ATAS, Tabel
from .xlsx_tulis import Xlsx

TAHUN = 2026


def tulis(data: Data, kunci: str, tujuan: Path) -> None:
    kota = data.untuk(f"cascading-{kunci}")
    pd = kota.perangkat(kunci)
    buku = Xlsx(f"Cascading Kinerja {pd.nama}")
    for nama, tabel in (("Cascading", _matriks(pd)), ("Crosscutting", _lintas(kota, pd))):
        lembar = buku.lembar(nama)
        buku.teks(
            lembar,
            1,
            f"CASCADING KINERJA {pd.nama.upper()}" if nama == "Cascading" else "CROSSCUTTING KINERJA",
            len(tabel.lebar),
            ukuran=13,
        )
        buku.teks(lembar, 2, f"{kota.pemda.upper()} TAHUN {TAHUN}", len(tabel.lebar))
        buku.tabel(lembar, tabel, 4, 190, angka=False)
    buku.tulis(tujuan)


def _matriks(pd: PerangkatDaerah) -> Tabel:
    tabel = Tabel(
        f"Matriks Cascading Kinerja {pd.nama}",
        [
            [
                "NO",
                "LEVEL",
                "JABATAN",
                "SASARAN / KINERJA",
                "INDIKATOR KINERJA",
                "SATUAN",
                f"TARGET {TAHUN}",
                "PROGRAM / KEGIATAN / SUBKEGIATAN",
            ]
        ],
        [0.4, 1.3, 2.0, 3.0, 3.4, 1.0, 0.9, 3.4],
        nomor=True,
        angka=frozenset({0, 5, 6}),
    )
    nomor = 0

    def baris(level: str, jabatan: str, uraian: str, indikator: list[Indikator], rincian: str, peran: str = "isi") -> None:
        nonlocal nomor
        nomor += 1
        awal = [str(nomor), level, jabatan, uraian]
        for ukur in indikator or [None]:
            isi = ["", "", ""] if ukur is None else [ukur.nama, ukur.satuan, ukur.target[TAHUN]]
            tabel.tambah(*awal, *isi, rincian, peran=peran)
            awal, rincian = [ATAS] * 4, ATAS
        return

    for sasaran in pd.sasaran:
        baris("2 - Sasaran PD", pd.kepala, sasaran.uraian, sasaran.indikator, "", "program")
        for program, outcome in pd.outcome_dari(sasaran):
            baris("3 - Program", outcome.pengampu, outcome.uraian, outcome.indikator, f"{program.id} {program.nama}")
            for kegiatan in program.kegiatan_dari(outcome):
                baris("4 - Kegiatan", kegiatan.pengampu, kegiatan.output, kegiatan.indikator, f"{kegiatan.id} {kegiatan.nama}")
                for sub in kegiatan.sub:
                    baris("5 - Subkegiatan", sub.pengampu, sub.output, sub.indikator, f"{sub.id} {sub.nama}")
    return tabel


def _lintas(kota: Kota, pd: PerangkatDaerah) -> Tabel:
    tabel = Tabel(
        "Crosscutting Kinerja",
        [["NO", "SASARAN RPJMD", "SASARAN PERANGKAT DAERAH", "PERANGKAT DAERAH PENDUKUNG", "BENTUK DUKUNGAN"]],
        [0.4, 2.6, 2.6, 2.4, 3.4],
        nomor=True,
        angka=frozenset({0}),
    )
    nomor = 0
    for tujuan in pd.tujuan:
        for id_ in tujuan.rujukan:
            lain = [p.nama for p in kota.pd if p is not pd and any(id_ in t.rujukan for t in p.tujuan)]
            if lain:
                nomor += 1
                tabel.tambah(
                    str(nomor),
                    kota.uraian_sasaran(id_),
                    "\n".join(s.uraian for s in tujuan.sasaran),
                    "\n".join(lain),
                    "Pertukaran data layanan dan tindak lanjut pengaduan masyarakat secara bersama",
                )
    return tabel
