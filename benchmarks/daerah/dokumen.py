"""The documents of a drawn region: wording, order of columns, what is merged and the file's format are drawn, too."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from pathlib import Path

from .daerah import DOKUMEN, TAHUN, Daerah, Pd, Ukur, baca_angka, tulis_angka

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "samples"))

from builders.naskah import Naskah
from builders.tabel import ATAS, KIRI, Tabel, rupiah

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


def _nilai(satu: Ukur) -> list[str]:
    return [satu.nama, satu.satuan, satu.awal, *(satu.target[t] for t in TAHUN)]


def _naskah(judul: str, daerah: Daerah, sampul: list[str], paragraf: list[str]) -> Naskah:
    naskah = Naskah(judul, daerah.nama, "2025", ukuran=7)
    naskah.sampul = sampul
    naskah.bab("BAB I PENDAHULUAN")
    naskah.p(*paragraf)
    return naskah


def rpjmd(daerah: Daerah, r: Ragam) -> Naskah:
    judul = f"RENCANA PEMBANGUNAN JANGKA MENENGAH DAERAH {daerah.nama.upper()} TAHUN 2025-2029"
    naskah = _naskah(
        f"RPJMD {daerah.nama}",
        daerah,
        [judul],
        [
            f"RPJMD {daerah.nama} Tahun 2025-2029 disusun sebagai penjabaran visi, misi, dan program kepala daerah.",
            "Perangkat daerah berkolaborasi lintas sektor (crosscutting) dalam pencapaian sasaran daerah.",
        ],
    )
    naskah.bab("BAB II VISI, MISI, TUJUAN DAN SASARAN")
    naskah.rebah()
    kepala = ["Tujuan", "Sasaran", r.indikator, r.satuan, r.awal, r.target, *[KIRI] * 5, r.pd]
    tabel = Tabel(
        "Tabel 2.1 Tujuan dan Sasaran Pembangunan Daerah",
        [kepala, [ATAS] * 5 + r.kepala_tahun() + [ATAS]],
        [2, 2, 2.4, 0.9, 1, *[0.8] * 6, 1.8],
        angka=frozenset(range(3, 11)),
    )
    for tujuan in dict.fromkeys(pd.daerah[0] for pd in daerah.pd):
        nama = tujuan
        sasaran: dict[str, tuple[Ukur, list[str]]] = {}
        for pd in daerah.pd:
            if pd.daerah[0] == tujuan:
                if nama == tujuan:
                    tabel.tambah(tujuan, "", *_nilai(pd.daerah[1]), "")
                    nama = r.ulang()
                sasaran.setdefault(pd.daerah[2], (pd.daerah[3], []))[1].append(pd.nama)
        for uraian, (ukur, pengampu) in sasaran.items():
            tabel.tambah(nama, uraian, *_nilai(ukur), "; ".join(pengampu))
    naskah.tabel(tabel)
    naskah.bab("BAB III PROGRAM PERANGKAT DAERAH")
    naskah.rebah()
    naskah.tabel(_program("Tabel 3.1 Program Perangkat Daerah dan Pagu Indikatif", daerah.pd, r, daerah=True))
    naskah.bab("BAB IV PENUTUP")
    naskah.p("RPJMD ini menjadi pedoman penyusunan Renstra Perangkat Daerah.")
    return naskah


def _program(judul: str, semua: list[Pd], r: Ragam, daerah: bool = False) -> Tabel:
    kiri = ["Kode", r.uraian, "Outcome/Output", "Indikator Outcome/Output", r.satuan, r.awal]
    ekor = [r.pd] if daerah else []
    tabel = Tabel(
        judul,
        [
            [*kiri, "Target dan Pagu Indikatif Tahun", *[KIRI] * 9, *ekor],
            [ATAS] * 6 + [x for t in PROGRAM for x in (str(t), KIRI)] + [ATAS] * len(ekor),
            [ATAS] * 6 + ["Target", "Pagu (Rp)"] * 5 + [ATAS] * len(ekor),
        ],
        [1.3, 2.2, 2, 2.2, 0.8, 0.8, *[0.7, 1.3] * 5, *([1.6] if daerah else [])],
        nomor=r.nomor,
        angka=frozenset({4, 5, *range(6, 16, 2)}),
        uang=frozenset(range(7, 16, 2)),
    )
    for pd in semua:
        for satu in pd.program if daerah else pd.semua():
            uang = [r.rp.format(rupiah(satu.rp(t))) for t in PROGRAM]
            kiri, pengampu = [satu.kode, satu.nama, satu.hasil], [pd.nama] if daerah else []
            for ukur in satu.ukur:
                sel = [x for t, rp in zip(PROGRAM, uang, strict=True) for x in (ukur.target[t], rp)]
                tabel.tambah(
                    *kiri, ukur.nama, ukur.satuan, ukur.awal, *sel, *pengampu, peran="program" if satu.level == "program" else "isi"
                )
                kiri, uang, pengampu = [r.ulang()] * 3, [r.ulang()] * 5, [r.ulang()] * len(pengampu)
    return tabel


def renstra(daerah: Daerah, pd: Pd, r: Ragam) -> Naskah:
    naskah = _naskah(
        f"Renstra {pd.nama}",
        daerah,
        [f"RENCANA STRATEGIS {pd.nama.upper()} {daerah.nama.upper()} TAHUN 2025-2029"],
        [
            f"Renstra {pd.nama} memuat tujuan, sasaran, program, dan kegiatan yang berpedoman pada RPJMD.",
            "Pencapaian sasaran memerlukan crosscutting dengan perangkat daerah lain yang mendukung sasaran daerah yang sama.",
        ],
    )
    naskah.bab("BAB II TUJUAN DAN SASARAN")
    naskah.rebah()
    rujuk = f"Sasaran RPJMD: {pd.daerah[2]}"
    if r.dua_kolom:
        kepala = ["Sasaran RPJMD yang Relevan", "Tujuan", "Sasaran", r.indikator, r.satuan, r.awal, r.target, *[KIRI] * 5]
        tabel = Tabel(
            f"Tabel 3.1 Tujuan dan Sasaran {pd.nama}",
            [kepala, [ATAS] * 6 + r.kepala_tahun()],
            [2, 1.9, 1.9, 2.3, 0.9, 1, *[0.8] * 6],
            nomor=r.nomor,
            angka=frozenset(range(4, 12)),
        )
        kiri = [rujuk, pd.tujuan]
        for ukur in pd.ukur:
            tabel.tambah(*kiri, "", *_nilai(ukur))
            kiri = [r.ulang()] * 2
        for sasaran in pd.sasaran:
            nama = sasaran.uraian
            for ukur in sasaran.ukur:
                tabel.tambah(*kiri, nama, *_nilai(ukur))
                nama = r.ulang()
    else:
        kepala = ["No", "Tujuan/Sasaran", r.indikator, r.satuan, r.awal, r.target, *[KIRI] * 5]
        tabel = Tabel(
            f"Tabel T-C.25 Tujuan dan Sasaran Jangka Menengah {pd.nama}",
            [kepala, [ATAS] * 5 + r.kepala_tahun()],
            [0.5, 3, 2.8, 0.9, 1, *[0.8] * 6],
            angka=frozenset({0, *range(3, 11)}),
        )
        naskah.p(f"Tujuan {pd.nama} mendukung sasaran RPJMD {pd.daerah[2]}.")
        nomor, nama = "1", f"Tujuan: {pd.tujuan}"
        for ukur in pd.ukur:
            tabel.tambah(nomor, nama, *_nilai(ukur))
            nomor = nama = r.ulang()
        for ke, sasaran in enumerate(pd.sasaran, 1):
            nomor, nama = f"1.{ke}", f"Sasaran: {sasaran.uraian}"
            for ukur in sasaran.ukur:
                tabel.tambah(nomor, nama, *_nilai(ukur))
                nomor = nama = r.ulang()
    naskah.tabel(tabel)
    naskah.bab("BAB III PROGRAM, KEGIATAN, SUBKEGIATAN DAN PENDANAAN")
    naskah.rebah()
    naskah.tabel(_pohon(pd))
    naskah.tabel(_program(f"Tabel 4.2 Rencana Program, Kegiatan, Subkegiatan dan Pendanaan {pd.nama}", [pd], r))
    naskah.bab("BAB IV PENUTUP")
    naskah.p("Renstra ini menjadi acuan Renja tahunan.")
    return naskah


def _pohon(pd: Pd) -> Tabel:
    kepala = [["Tujuan", "Sasaran", "Outcome", "Output", "Indikator", "Program/Kegiatan/Subkegiatan"]]
    tabel = Tabel(f"Tabel 4.1 Perumusan Program, Kegiatan dan Subkegiatan {pd.nama}", kepala, [2, 2, 2, 2, 2.6, 3])

    def ukur(semua: list[Ukur]) -> str:
        return "\n".join(f"{u.nama} ({u.satuan})" for u in semua)

    tabel.tambah(pd.tujuan, "", "", "", ukur(pd.ukur), "")
    for ke, sasaran in enumerate(pd.sasaran):
        tabel.tambah("", sasaran.uraian, "", "", ukur(sasaran.ukur), "")
        for program in (p for p in pd.program if p.sasaran == ke):
            tabel.tambah("", "", program.hasil, "", ukur(program.ukur), f"{program.kode} {program.nama}")
            for bawah in (x for k in program.anak for x in (k, *k.anak)):
                tabel.tambah("", "", "", bawah.hasil, ukur(bawah.ukur), f"{bawah.kode} {bawah.nama}")
    return tabel


def renja(daerah: Daerah, pd: Pd, r: Ragam) -> Naskah:
    naskah = Naskah(f"Renja {pd.nama}", daerah.nama, "2026")
    naskah.tengah(f"RENCANA KERJA {pd.nama.upper()} {daerah.nama.upper()} TAHUN {DOKUMEN}")
    naskah.rebah()
    kepala = ["Kode", r.uraian, "Indikator Kinerja Program/Kegiatan", r.satuan, f"Target {DOKUMEN}", f"Pagu Indikatif {DOKUMEN} (Rp)"]
    tabel = Tabel(
        f"Tabel 3.1 Rencana Program dan Kegiatan {pd.nama} Tahun {DOKUMEN}",
        [kepala],
        [1.4, 3, 3, 1, 1.1, 1.7],
        angka=frozenset({3, 4}),
        uang=frozenset({5}),
    )
    tabel.tambah(pd.kode, pd.nama, "", "", "", "", peran="urusan")
    for satu in pd.semua():
        for ukur in satu.ukur[:1]:
            tabel.tambah(
                satu.kode,
                satu.nama,
                ukur.nama,
                ukur.satuan,
                ukur.target[DOKUMEN],
                rupiah(satu.rp(DOKUMEN)),
                peran="program" if satu.level == "program" else "isi",
            )
    naskah.tabel(tabel)
    return naskah


def pk(daerah: Daerah, pd: Pd, r: Ragam) -> Naskah:
    """The head's agreement and those of the heads of bidang, with one way of writing targets."""
    naskah = Naskah(f"Perjanjian Kinerja {pd.nama}", daerah.nama, str(DOKUMEN), huruf="Cambria", ukuran=10)
    bawah = [(p.pengampu, p) for p in pd.program]
    for nomor, (jabatan, program) in enumerate([(pd.kepala, None), *bawah]):
        if nomor:
            naskah.tegak()
        panjang = (
            jabatan
            if pd.nama in jabatan or jabatan.startswith(("Camat", "Sekretaris Daerah", "Inspektur Daerah"))
            else f"{jabatan} {pd.nama}"
        )
        naskah.tengah(f"PERJANJIAN KINERJA TAHUN {DOKUMEN}", pd.nama.upper())
        naskah.p(
            "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, "
            "transparan, dan akuntabel, kami yang bertanda tangan di bawah ini:"
        )
        naskah.polos([["Nama", ":", f"PEJABAT {nomor + 1}"], ["Jabatan", ":", f"{panjang} {daerah.nama}"]], [3, 0.5, 12])
        naskah.p("selanjutnya disebut PIHAK PERTAMA.")
        naskah.polos(
            [["Nama", ":", "PEJABAT ATASAN"], ["Jabatan", ":", daerah.kepala if program is None else f"{pd.kepala} {daerah.nama}"]],
            [3, 0.5, 12],
        )
        naskah.p(
            "selaku atasan pihak pertama, selanjutnya disebut PIHAK KEDUA.",
            "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya.",
        )
        naskah.polos([["", f"Ibu Kota, {pd.tanggal_pk}"], ["Pihak Kedua", "Pihak Pertama"]], [1, 1])
        naskah.tegak()
        naskah.tengah(f"LAMPIRAN PERJANJIAN KINERJA TAHUN {DOKUMEN}", panjang.upper())
        isi = [(s.uraian, s.ukur) for s in pd.sasaran] if program is None else [(program.hasil, program.ukur)]
        s = [r.satuan] if r.dua_kolom else []
        tabel = Tabel(
            "",
            [["No", "Sasaran Strategis" if program is None else "Sasaran Program", "Indikator Kinerja", *s, "Target"]],
            [0.7, 5, 5, *([1.8] if s else []), 2.2],
        )
        for ke, (uraian, semua) in enumerate(isi, 1):
            kiri = [str(ke), uraian]
            for ukur in semua:
                gabung = ukur.target[DOKUMEN] + (
                    "%" if ukur.satuan == "%" else f" {ukur.satuan}" if ukur.satuan not in ("Indeks", "Nilai") else ""
                )
                tabel.tambah(*kiri, ukur.nama, *([ukur.satuan, ukur.target[DOKUMEN]] if s else [gabung]))
                kiri = [ATAS, ATAS]
        naskah.tabel(tabel)
        if not pd.tanpa_anggaran:
            uang = Tabel(
                "",
                [["No", "Program" if program is None else "Kegiatan", "Anggaran (Rp)", "Keterangan"]],
                [0.7, 8, 3.4, 2],
                uang=frozenset({2}),
            )
            baris = pd.program if program is None else program.anak
            for ke, satu in enumerate(baris, 1):
                uang.tambah(str(ke), satu.nama, rupiah(satu.rp(DOKUMEN)), "APBD")
            uang.tambah("Jumlah", KIRI, rupiah(sum(x.rp(DOKUMEN) for x in baris)), "", peran="jumlah")
            naskah.tabel(uang)
    return naskah


def lkjip(daerah: Daerah, pd: Pd, r: Ragam) -> Naskah:
    """A short report on the year of the agreements."""
    naskah = Naskah(f"Laporan Kinerja {pd.nama}", daerah.nama, str(DOKUMEN + 1), ukuran=8.5, huruf="Calibri")
    naskah.sampul = [f"LAPORAN KINERJA INSTANSI PEMERINTAH {pd.nama.upper()} TAHUN {DOKUMEN}"]
    naskah.bab("KATA PENGANTAR")
    naskah.p(f"Laporan Kinerja {pd.nama} Tahun {DOKUMEN} disusun sebagai pertanggungjawaban pelaksanaan Perjanjian Kinerja.")
    naskah.ttd(f"Ibu Kota, 20 Februari {DOKUMEN + 1}", pd.kepala)
    naskah.bab("PERNYATAAN TELAH DIREVIU")
    naskah.p(
        f"Kami telah mereviu Laporan Kinerja {pd.nama} sesuai pedoman reviu. "
        f"Tidak terdapat perbedaan dalam meyakini keandalan informasi kinerja."
    )
    naskah.bab("BAB I PENDAHULUAN")
    naskah.p("Bab ini memuat gambaran umum, tugas dan fungsi, serta isu strategis.")
    naskah.bab("BAB II PERENCANAAN KINERJA")
    naskah.p(
        f"Sasaran dan target tahun {DOKUMEN} ditetapkan dalam Perjanjian Kinerja. "
        f"Rekomendasi hasil evaluasi AKIP tahun sebelumnya telah ditindaklanjuti."
    )
    naskah.bab("BAB III AKUNTABILITAS KINERJA")
    kepala = ["No", "Sasaran", "Indikator Kinerja", r.satuan, f"Target {DOKUMEN}", f"Realisasi {DOKUMEN}", "Capaian (%)"]
    tabel = Tabel(f"Tabel 3.1 Capaian Kinerja Tahun {DOKUMEN}", [kepala], [0.6, 3.6, 3.8, 1.2, 1.3, 1.4, 1.3])
    analisis = []
    for ke, sasaran in enumerate(pd.sasaran, 1):
        kiri = [str(ke), sasaran.uraian]
        for u in sasaran.ukur:
            target, depan = baca_angka(u.target[DOKUMEN]), baca_angka(u.target[DOKUMEN + 1])
            desimal = len(u.target[DOKUMEN].partition(",")[2])
            nyata = u.lain.get("realisasi", tulis_angka(target + (depan - target) * 0.2, desimal))
            capaian = ""
            if nyata[:1].isdigit():
                x = baca_angka(nyata)
                capaian = tulis_angka((2 * target - x) / target * 100 if u.arah == "turun" else x / target * 100, 2)
            tabel.tambah(*kiri, u.nama, u.satuan, u.lain.get("target", u.target[DOKUMEN]), nyata, u.lain.get("capaian", capaian))
            kiri = [ATAS, ATAS]
            analisis += [
                f"Realisasi {u.nama} tahun {DOKUMEN} sebesar {nyata} dari target "
                f"{u.target[DOKUMEN]}. Dibandingkan realisasi tahun {DOKUMEN - 1}, "
                f"capaian {u.nama} membaik.",
                f"Terhadap target akhir Renstra tahun 2030 sebesar {u.target[2030]}, "
                f"{u.nama} telah bergerak sesuai rencana. Rata-rata nasional dan "
                f"provinsi untuk {u.nama} berada pada kisaran yang sama.",
                f"Keberhasilan {u.nama} disebabkan oleh kerja sama lintas bidang; "
                f"hambatannya keterbatasan petugas, dengan solusi penjadwalan ulang. "
                f"Program yang menunjang pencapaian {u.nama} adalah "
                f"{pd.program[1].nama.title()}. Efisiensi penggunaan anggaran untuk {u.nama} "
                f"terjaga karena penyerapan lebih rendah dari capaian.",
            ]
    naskah.tabel(tabel)
    naskah.p(*analisis)
    naskah.sub("Realisasi Anggaran")
    uang = Tabel(
        "Tabel 3.2 Realisasi Anggaran",
        [["No", "Program", "Pagu (Rp)", "Realisasi (Rp)", "%"]],
        [0.6, 6, 2.6, 2.6, 1.1],
        uang=frozenset({2, 3}),
    )
    for ke, p in enumerate(pd.program, 1):
        pagu = p.rp(DOKUMEN)
        nyata = round(pagu * 0.96 / 1000) * 1000
        uang.tambah(str(ke), p.nama, rupiah(pagu), rupiah(nyata), tulis_angka(nyata / pagu * 100, 2))
    naskah.tabel(uang)
    naskah.bab("BAB IV PENUTUP")
    naskah.sub("Rencana Perbaikan Kinerja")
    naskah.p(
        f"Upaya perbaikan kinerja tahun {DOKUMEN + 1}: {pd.program[1].pengampu} "
        f"menambah jadwal pemantauan {pd.sasaran[0].ukur[0].nama} pada triwulan I."
    )
    return naskah


def cascading(daerah: Daerah, pd: Pd, r: Ragam) -> Naskah:
    naskah = Naskah(f"Cascading {pd.nama}", daerah.nama, str(DOKUMEN))
    naskah.tengah(f"CASCADING KINERJA {pd.nama.upper()} {daerah.nama.upper()} TAHUN {DOKUMEN}")
    kepala = [["Jenjang", "Jabatan", "Sasaran", "Indikator Kinerja", r.satuan, f"Target {DOKUMEN}", "Crosscutting"]]
    tabel = Tabel("Pohon Kinerja", kepala, [1.3, 2.4, 3.4, 3.4, 1, 1.2, 2], angka=frozenset({4, 5}))

    def tambah(jenjang: str, jabatan: str, uraian: str, semua: list[Ukur], mitra: str = "-") -> None:
        kiri = [jenjang, jabatan, uraian]
        for u in semua:
            tabel.tambah(*kiri, u.nama, u.satuan, u.target[DOKUMEN], mitra)
            kiri = [ATAS] * 3

    for ke, sasaran in enumerate(pd.sasaran):
        tambah("Pimpinan Tinggi", pd.kepala, sasaran.uraian, sasaran.ukur, "Bappeda")
        for p in (p for p in pd.program if p.sasaran == ke):
            tambah("Administrator", p.pengampu, p.hasil, p.ukur)
            for k in p.anak:
                tambah("Pengawas", f"Ketua Tim {k.nama}", k.hasil, k.ukur)
    naskah.tabel(tabel)
    return naskah


PENULIS: dict[str, Callable[[Daerah, Pd, Ragam], Naskah]] = {
    "renstra": renstra,
    "renja": renja,
    "pk": pk,
    "lkjip": lkjip,
    "cascading": cascading,
}
FORMAT = {
    "rpjmd": (".pdf", ".docx", ".xlsx"),
    "renstra": (".pdf", ".docx", ".xlsx", ".html"),
    "renja": (".xlsx", ".docx", ".html"),
    "pk": (".docx", ".pdf"),
    "lkjip": (".docx", ".pdf"),
    "cascading": (".xlsx", ".docx"),
}


def berkas(daerah: Daerah, benih: int) -> dict[str, tuple[str, Ragam]]:
    """Key of each document ("rpjmd", "pk-rsud") -> its file name and its author's habits."""
    acak = random.Random(benih * 7919)
    hasil = {"rpjmd": (f"RPJMD{acak.choice(FORMAT['rpjmd'])}", Ragam(acak))}
    for pd in daerah.pd:
        for jenis in PENULIS:
            hasil[f"{jenis}-{pd.kunci}"] = (f"{jenis}-{pd.kunci}{acak.choice(FORMAT[jenis])}", Ragam(acak))
    return hasil
