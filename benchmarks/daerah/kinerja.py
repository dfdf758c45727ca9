"""What is agreed and reported in a drawn region: PK, LKjIP, cascading."""

from __future__ import annotations

from builders.naskah import Naskah
from builders.periksa import angka
from builders.tabel import ATAS, KIRI, Tabel, rupiah

from .daerah import DOKUMEN, Daerah, Pd, Ukur, tulis_angka
from .ragam import Ragam


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
            target, depan = angka(u.target[DOKUMEN]), angka(u.target[DOKUMEN + 1])
            desimal = len(u.target[DOKUMEN].partition(",")[2])
            nyata = u.lain.get("realisasi", tulis_angka(target + (depan - target) * 0.2, desimal))
            capaian = ""
            if nyata[:1].isdigit():
                x = angka(nyata)
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
