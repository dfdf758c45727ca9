"""RPJMD-2025-2029.pdf: five chapters with the tables 2.1, 2.2, 3.1, 3.2, 4.1, 4.2 and 4.3."""

from __future__ import annotations

from pathlib import Path

from .kota import TAHUN_PROGRAM, TAHUN_SASARAN, Indikator, Kota, muat_narasi
from .mutasi import Data
from .pdf import TIMES, Pdf, Rupa
from .tabel import ATAS, KIRI, Tabel, rupiah

DOKUMEN = "rpjmd"
LEBAR_REBAH, LEBAR_TEGAK = 750.0, 460.0


def tulis(data: Data, tujuan: Path) -> None:
    kota = data.untuk(DOKUMEN)
    narasi = muat_narasi()["rpjmd"]
    rupa = Rupa(TIMES, "#1F3A5F", f"RPJMD {kota.pemda} Tahun {kota.periode}", "#D9E2F0", "#EEF2F8")
    pdf = Pdf(rupa, f"RPJMD {kota.pemda} Tahun {kota.periode}", kota.pemda)
    pdf.sampul(
        ["RENCANA PEMBANGUNAN JANGKA MENENGAH DAERAH", f"{kota.pemda.upper()}", f"TAHUN {kota.periode}", "", f"Lampiran {kota.perda}"]
    )
    pdf.daftar_isi()
    pdf.judul_bab("BAB I\nPENDAHULUAN")
    _bagian(pdf, kota, narasi["bab1"])
    pdf.judul_bab("BAB II\nGAMBARAN UMUM DAERAH")
    _bagian(pdf, kota, narasi["bab2"][:1])
    pdf.tabel(_kecamatan(narasi["kecamatan"]), LEBAR_TEGAK, 9)
    _bagian(pdf, kota, narasi["bab2"][1:2])
    pdf.tabel(_makro(kota, narasi["makro"]), LEBAR_TEGAK, 9)
    _bagian(pdf, kota, narasi["bab2"][2:])
    pdf.judul_bab("BAB III\nVISI, MISI, DAN PROGRAM PRIORITAS PEMBANGUNAN DAERAH")
    _bagian(pdf, kota, narasi["bab3"])
    pdf.rebah()
    pdf.tabel(tabel_31(data.untuk(DOKUMEN, "3.1")), LEBAR_REBAH, 9)
    pdf.tegak()
    pdf.subbab("3.4 Strategi dan Arah Kebijakan")
    pdf.paragraf(narasi["strategi"])
    pdf.tabel(_strategi(kota), LEBAR_TEGAK, 9)
    pdf.judul_bab("BAB IV\nPROGRAM PERANGKAT DAERAH DAN KINERJA PENYELENGGARAAN PEMERINTAHAN DAERAH")
    _bagian(pdf, kota, narasi["bab4"])
    pdf.rebah()
    pdf.tabel(tabel_41(data.untuk(DOKUMEN, "4.1")), LEBAR_REBAH, 7)
    pdf.tegak()
    pdf.subbab("4.2 Indikator Kinerja Utama Daerah")
    pdf.paragraf(narasi["iku"])
    pdf.tabel(_iku(data.untuk(DOKUMEN, "4.2")), LEBAR_TEGAK, 8)
    pdf.subbab("4.3 Indikator Kinerja Kunci")
    pdf.paragraf(narasi["ikk"])
    pdf.tabel(_ikk(data.untuk(DOKUMEN, "4.3")), LEBAR_TEGAK, 8)
    pdf.judul_bab("BAB V\nPENUTUP")
    _bagian(pdf, kota, narasi["bab5"])
    pdf.jarak(30)
    for baris in (kota.kepala_daerah.upper() + ",", "", "", "ttd.", "", kota.nama_kepala_daerah.upper()):
        pdf.baris(baris, 230)
    pdf.tulis(tujuan)


def _bagian(pdf: Pdf, kota: Kota, bagian: list[dict]) -> None:
    isi = {"pemda": kota.pemda, "provinsi": kota.provinsi, "periode": kota.periode, "visi": kota.visi}
    for satu in bagian:
        pdf.subbab(satu["judul"])
        for teks in satu["paragraf"]:
            pdf.paragraf(teks.format(**isi))
        butir = satu.get("butir", [])
        pdf.daftar([f"{m.uraian}." for m in kota.misi] if butir == "misi" else butir)


def _kecamatan(isi: dict) -> Tabel:
    tabel = Tabel(
        "Tabel 2.1 Luas Wilayah dan Kepadatan Penduduk Menurut Kecamatan Tahun 2024",
        [isi["kepala"]],
        [2.4, 1, 1, 1.4, 1.4],
        angka=frozenset(range(1, 5)),
    )
    for baris in isi["isi"]:
        tabel.tambah(*baris)
    return tabel


def _makro(kota: Kota, isi: dict) -> Tabel:
    tabel = Tabel(
        "Tabel 2.2 Perkembangan Indikator Makro Tahun 2020–2024",
        [["No", "Indikator", "Satuan", "2020", "2021", "2022", "2023", "2024"]],
        [0.5, 3.2, 1, *[0.9] * 5],
        angka=frozenset({0, *range(2, 8)}),
    )
    indeks = kota.indeks()
    for nomor, (id_, nilai) in enumerate(isi.items(), 1):
        tabel.tambah(str(nomor), indeks[id_].nama, indeks[id_].satuan, *nilai, indeks[id_].baseline)
    return tabel


def tabel_31(kota: Kota) -> Tabel:
    tabel = Tabel(
        f"Tabel 3.1 Keterkaitan Visi, Misi, Tujuan, dan Sasaran RPJMD {kota.pemda} Tahun {kota.periode}",
        [
            [
                "VISI / MISI",
                "TUJUAN",
                "SASARAN",
                "INDIKATOR",
                "SATUAN",
                "BASELINE 2024",
                "TARGET TAHUN",
                *[KIRI] * 5,
                "PERANGKAT DAERAH PENGAMPU",
            ],
            [ATAS] * 6 + [str(t) for t in TAHUN_SASARAN] + [ATAS],
        ],
        [1.7, 1.5, 1.6, 2.0, 1.1, 1.2, *[0.75] * 6, 1.6],
        nomor=True,
        angka=frozenset(range(4, 12)),
    )
    tabel.tambah(f"VISI: {kota.visi}", *[KIRI] * 12, peran="program")
    for nomor, misi in enumerate(kota.misi, 1):
        awal = f"Misi {nomor}: {misi.uraian}"
        for tujuan in misi.tujuan:
            nama = tujuan.uraian
            for ukur in tujuan.indikator:
                tabel.tambah(awal, nama, "", *_ukur(ukur), "")
                awal = nama = ATAS
            for sasaran in tujuan.sasaran:
                uraian, pd = sasaran.uraian, sasaran.pd
                for ukur in sasaran.indikator:
                    tabel.tambah(awal, nama, uraian, *_ukur(ukur), pd)
                    uraian = pd = ATAS
    return tabel


def _ukur(ukur: Indikator) -> list[str]:
    return [ukur.nama, ukur.satuan, ukur.baseline, *ukur.target.values()]


def _strategi(kota: Kota) -> Tabel:
    tabel = Tabel(
        "Tabel 3.2 Strategi dan Arah Kebijakan Pembangunan Daerah",
        [["NO", "SASARAN", "STRATEGI", "ARAH KEBIJAKAN"]],
        [0.4, 2, 2.4, 2.6],
        angka=frozenset({0}),
    )
    for nomor, sasaran in enumerate(kota.sasaran, 1):
        tabel.tambah(str(nomor), sasaran.uraian, sasaran.strategi, sasaran.arah_kebijakan)
    return tabel


def tabel_41(kota: Kota) -> Tabel:
    tabel = Tabel(
        f"Tabel 4.1 Program Perangkat Daerah Disertai Target dan Pagu Indikatif {kota.pemda} Tahun 2026–2030",
        [
            [
                "BIDANG URUSAN / PROGRAM / OUTCOME",
                "INDIKATOR OUTCOME",
                "SATUAN",
                "BASELINE 2024",
                "TARGET DAN PAGU INDIKATIF TAHUN (Rp)",
                *[KIRI] * 9,
                "PERANGKAT DAERAH",
            ],
            [ATAS] * 4 + [teks for t in TAHUN_PROGRAM for teks in (str(t), KIRI)] + [ATAS],
            [ATAS] * 4 + ["Target", "Pagu"] * 5 + [ATAS],
        ],
        [2.3, 1.9, 0.9, 1.0, *[0.66, 1.4] * 5, 1.25],
        nomor=True,
        angka=frozenset({2, 3, 4, 6, 8, 10, 12}),
        uang=frozenset({5, 7, 9, 11, 13}),
    )
    for pd in kota.pd:
        tabel.tambah(f"{pd.urusan} - {pd.nama_urusan}", "", "", "", *_pagu(pd), "", peran="urusan")
        for program in pd.program:
            tabel.tambah(f"{program.id} - {program.nama}", "", "", "", *_pagu(program), pd.nama, peran="program")
            for outcome in program.outcome:
                uraian = outcome.uraian
                for ukur in outcome.indikator:
                    target = [teks for t in TAHUN_PROGRAM for teks in (ukur.target[t], "")]
                    tabel.tambah(uraian, ukur.nama, ukur.satuan, ukur.baseline, *target, "")
                    uraian = ATAS
    return tabel


def _pagu(objek: object) -> list[str]:
    return [teks for t in TAHUN_PROGRAM for teks in ("", rupiah(objek.cetak(t)))]


def _iku(kota: Kota) -> Tabel:
    tabel = Tabel(
        f"Tabel 4.2 Indikator Kinerja Utama {kota.pemda}",
        [["NO", "INDIKATOR", "SATUAN", "BASELINE 2024", "TARGET TAHUN", *[KIRI] * 5], [ATAS] * 4 + [str(t) for t in TAHUN_SASARAN]],
        [0.45, 2.5, 1.2, 1.05, *[0.75] * 6],
        nomor=True,
        angka=frozenset({0, *range(2, 10)}),
    )
    ukur = [u for t in kota.tujuan for u in [*t.indikator, *(i for s in t.sasaran for i in s.indikator)]]
    for nomor, satu in enumerate(ukur, 1):
        tabel.tambah(str(nomor), *_ukur(satu))
    return tabel


def _ikk(kota: Kota) -> Tabel:
    tabel = Tabel(
        f"Tabel 4.3 Indikator Kinerja Kunci {kota.pemda} Menurut Bidang Urusan",
        [
            ["NO", "BIDANG URUSAN / INDIKATOR", "SATUAN", "BASELINE 2024", "TARGET TAHUN", *[KIRI] * 5],
            [ATAS] * 4 + [str(t) for t in TAHUN_SASARAN],
        ],
        [0.45, 2.7, 0.9, 1.05, *[0.75] * 6],
        nomor=True,
        angka=frozenset({0, *range(2, 10)}),
    )
    for huruf, pd in zip("ABCD", kota.pd, strict=True):
        tabel.tambah(huruf, f"{pd.urusan} - {pd.nama_urusan}", *[KIRI] * 8, peran="urusan")
        for nomor, ukur in enumerate(pd.ikk, 1):
            tabel.tambah(str(nomor), *_ukur(ukur))
    return tabel
