"""The performance report (LKjIP) of an agency: four chapters, with the analyses of Permen PANRB 53/2014 for each indicator."""

from __future__ import annotations

from .kinerja import acak, capaian, cetak, kategori, realisasi, serapan
from .kota import Indikator, Kota, PerangkatDaerah, Sasaran, muat_narasi
from .naskah import Naskah
from .periksa import angka
from .tabel import ATAS, KIRI, Tabel, rupiah

ANALISIS = ("target_realisasi", "tahun_lalu", "jangka_menengah", "nasional", "penyebab", "efisiensi", "program")


def lkjip(kota: Kota, pd: PerangkatDaerah) -> Naskah:
    """Switches in `lain` of the agency: "tanpa <analysis>" leaves one out, "tanpa_narasi" all sentences, "tanpa_anggaran" the tables
    of money, "tanpa_reviu" the statement, "tanpa_perbaikan" the plans of chapter IV, "tanggal_lkjip" the date."""
    tahun = kota.tahun.dokumen
    teks = muat_narasi()["lkjip"]
    utama = pd.program[1]
    rencana = {"bidang": utama.outcome[0].pengampu, "kegiatan": utama.kegiatan[0].nama, "indikator": pd.sasaran[0].indikator[0].nama}
    isi = {
        **rencana,
        "depan": tahun + 1,
        "pimpinan": kota.kepala_daerah,
        "jumlah": len(pd.sasaran),
        "sekretaris": pd.program[0].outcome[0].pengampu,
    }
    isi |= {"pd": pd.nama, "pemda": kota.pemda, "tahun": tahun, "tugas": pd.tugas, "periode": kota.periode, "isu": "; ".join(pd.isu)}
    naskah = Naskah(f"Laporan Kinerja {pd.nama} Tahun {tahun}", kota.pemda, str(tahun + 1), ukuran=8.5, huruf="Calibri")
    naskah.sampul = ["LAPORAN KINERJA", "INSTANSI PEMERINTAH", f"{pd.nama.upper()}", f"TAHUN {tahun}"]
    naskah.kaki = f"LKjIP {pd.nama} {tahun}"
    naskah.bab("KATA PENGANTAR")
    naskah.p(teks["pengantar"].format(**isi))
    naskah.ttd(f"{kota.ibu_kota}, {pd.lain.get('tanggal_lkjip', f'18 Februari {tahun + 1}')}", pd.kepala, "", "ttd.")
    if not pd.lain.get("tanpa_reviu"):
        naskah.bab("PERNYATAAN TELAH DIREVIU")
        naskah.p(teks["reviu"].format(**isi))
        naskah.ttd(f"{kota.ibu_kota}, 14 Februari {tahun + 1}", "Inspektur", "", "ttd.")
    naskah.bab("BAB I\nPENDAHULUAN")
    for judul, paragraf in teks["bab1"]:
        naskah.sub(judul)
        naskah.p(paragraf.format(**isi))
    naskah.bab("BAB II\nPERENCANAAN KINERJA")
    naskah.sub("2.1 Rencana Strategis")
    naskah.p(teks["bab2"].format(**isi))
    naskah.butir([t.uraian for t in pd.tujuan])
    naskah.sub(f"2.2 Perjanjian Kinerja Tahun {tahun}")
    naskah.p(teks["perjanjian"].format(**isi))
    naskah.tabel(_perjanjian(pd, tahun))
    naskah.bab("BAB III\nAKUNTABILITAS KINERJA")
    naskah.sub("3.1 Capaian Kinerja Organisasi")
    if not pd.lain.get("tanpa_narasi"):
        naskah.p(teks["bab3"].format(**isi))
    naskah.tabel(_capaian(kota, pd, tahun))
    for ke, sasaran in enumerate(pd.sasaran, 1):
        naskah.sub(f"3.1.{ke} Sasaran: {sasaran.uraian}")
        naskah.tabel(_perbandingan(kota, pd, sasaran, ke, tahun))
        for ukur in sasaran.indikator:
            naskah.p(*_analisis(kota, pd, sasaran, ukur, tahun))
    naskah.sub("3.2 Realisasi Anggaran")
    if not pd.lain.get("tanpa_anggaran"):
        naskah.p(teks["anggaran"].format(**isi))
        naskah.tabel(_anggaran(pd, tahun))
        if not pd.lain.get("tanpa efisiensi"):
            naskah.sub("3.3 Efisiensi Penggunaan Sumber Daya")
            naskah.p(teks["efisiensi"].format(**isi))
            naskah.tabel(_efisiensi(kota, pd, tahun))
    naskah.bab("BAB IV\nPENUTUP")
    naskah.p(teks["penutup"].format(**isi))
    if not pd.lain.get("tanpa_perbaikan"):
        naskah.sub("4.1 Rencana Perbaikan Kinerja")
        naskah.p("Upaya perbaikan yang akan dilakukan pada tahun berikutnya adalah sebagai berikut.")
        naskah.butir([satu.format(**isi) for satu in teks["perbaikan"]])
    return naskah


def _ukur(pd: PerangkatDaerah) -> list[tuple[int, Sasaran, Indikator, bool]]:
    return [(ke, s, u, n == 0) for ke, s in enumerate(pd.sasaran, 1) for n, u in enumerate(s.indikator)]


def _perjanjian(pd: PerangkatDaerah, tahun: int) -> Tabel:
    tabel = Tabel(
        f"Tabel 2.1 Perjanjian Kinerja Tahun {tahun}",
        [["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target"]],
        [0.6, 4, 4.4, 1.6, 1.6],
        angka=frozenset({0, 3, 4}),
    )
    for ke, sasaran, ukur, awal in _ukur(pd):
        kiri = [str(ke), sasaran.uraian] if awal else [ATAS, ATAS]
        tabel.tambah(*kiri, ukur.nama, ukur.satuan, ukur.lain.get("target_lkjip", ukur.target[tahun]))
    return tabel


def _capaian(kota: Kota, pd: PerangkatDaerah, tahun: int) -> Tabel:
    kepala = ["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", f"Target {tahun}", f"Realisasi {tahun}", "Capaian (%)", "Kategori"]
    tabel = Tabel(
        f"Tabel 3.1 Capaian Kinerja Tahun {tahun}",
        [kepala],
        [0.6, 3.4, 3.6, 1.3, 1.2, 1.3, 1.3, 1.6],
        nomor=True,
        angka=frozenset({0, *range(3, 8)}),
    )
    for ke, sasaran, ukur, awal in _ukur(pd):
        kiri = [str(ke), sasaran.uraian] if awal else [ATAS, ATAS]
        nyata = realisasi(kota, ukur, tahun)
        if not nyata or not nyata[0].isdigit():
            sel = [nyata, nyata, ""]
        else:
            persen = capaian(ukur, nyata, tahun)
            sel = [nyata, persen, kategori(ukur, persen)]
        tabel.tambah(*kiri, ukur.nama, ukur.satuan, ukur.lain.get("target_lkjip", ukur.target[tahun]), *sel)
    return tabel


def _perbandingan(kota: Kota, pd: PerangkatDaerah, sasaran: Sasaran, ke: int, tahun: int) -> Tabel:
    """Realisations of three years and the target at the end of the plan; without the analyses of them, only the year itself."""
    akhir = kota.tahun.sasaran[-1]
    lalu = [] if pd.lain.get("tanpa tahun_lalu") else [tahun - 2, tahun - 1]
    depan = [] if pd.lain.get("tanpa jangka_menengah") else [f"Target Akhir Renstra ({akhir})", "Tingkat Kemajuan (%)"]
    kepala = ["Indikator Kinerja", "Satuan", *[f"Realisasi {t}" for t in (*lalu, tahun)], *depan]
    judul = f"Tabel 3.{ke + 1} Perbandingan Realisasi Sasaran {ke}"
    tabel = Tabel(judul, [kepala], [4, 1.3, *[1.4] * (len(kepala) - 2)], angka=frozenset(range(1, len(kepala))))
    for ukur in sasaran.indikator:
        nyata = [realisasi(kota, ukur, t) for t in (*lalu, tahun)]
        kemajuan = []
        if depan:
            target = angka(ukur.target[akhir])
            r = angka(nyata[-1]) if nyata[-1][:1].isdigit() else 0.0
            persen = (2 * target - r) / target * 100 if ukur.arah == "turun" else r / target * 100
            kemajuan = [ukur.target[akhir], cetak(persen, "0,00") if r else ""]
        tabel.tambah(ukur.nama, ukur.satuan, *nyata, *kemajuan)
    return tabel


def _analisis(kota: Kota, pd: PerangkatDaerah, sasaran: Sasaran, ukur: Indikator, tahun: int) -> list[str]:
    """The seven analyses of an indicator in words; each of the paragraphs has several phrasings."""
    if pd.lain.get("tanpa_narasi") or ukur.lain.get("tanpa_narasi"):
        return []
    teks = muat_narasi()["lkjip"]["analisis"]
    nyata = realisasi(kota, ukur, tahun)
    program, outcome = pd.outcome_dari(sasaran)[0]
    akhir = kota.tahun.sasaran[-1]
    isi = {
        "indikator": ukur.nama,
        "satuan": "persen" if ukur.satuan == "%" else ukur.satuan.lower(),
        "tahun": tahun,
        "lalu": tahun - 1,
        "target": ukur.target[tahun],
        "realisasi": nyata,
        "realisasi_lalu": realisasi(kota, ukur, tahun - 1),
        "akhir": akhir,
        "target_akhir": ukur.target[akhir],
        "capaian": capaian(ukur, nyata, tahun) if nyata[:1].isdigit() else "-",
        "program": program.nama.capitalize(),
        "kegiatan": program.kegiatan[-1].nama,
        "arah": "menurun" if ukur.arah == "turun" else "meningkat",
        "serapan": cetak(serapan(program, tahun) / program.cetak(tahun) * 100, "0,00"),
        "bidang": outcome.pengampu,
        "isu": pd.isu[0],
        "provinsi": kota.provinsi,
    }
    hasil = []
    for jenis in ANALISIS:
        if pd.lain.get(f"tanpa {jenis}") or ukur.lain.get(f"tanpa {jenis}"):
            continue
        pilihan = teks[jenis]
        hasil.append(pilihan[int(acak(ukur.nama, jenis) * len(pilihan))].format(**isi))
    return hasil


def _anggaran(pd: PerangkatDaerah, tahun: int) -> Tabel:
    judul = f"Tabel 3.{len(pd.sasaran) + 2} Pagu dan Realisasi Anggaran Tahun {tahun}"
    kepala = ["No", "Program/Kegiatan", "Pagu Anggaran (Rp)", "Realisasi (Rp)", "%"]
    tabel = Tabel(judul, [kepala], [0.6, 5.6, 2.4, 2.4, 1], angka=frozenset({0, 4}), uang=frozenset({2, 3}))
    pagu_semua = nyata_semua = 0
    for ke, program in enumerate(pd.program, 1):
        pagu, nyata = program.cetak(tahun), sum(serapan(k, tahun) for k in program.kegiatan)
        pagu_semua, nyata_semua = pagu_semua + pagu, nyata_semua + nyata
        cetak_pagu = pd.lain.get("pagu " + program.id.replace(".", ""), rupiah(pagu))
        tabel.tambah(str(ke), program.nama, cetak_pagu, rupiah(nyata), cetak(nyata / pagu * 100, "0,00"), peran="program")
        for kegiatan in program.kegiatan:
            r = serapan(kegiatan, tahun)
            tabel.tambah("", kegiatan.nama, rupiah(kegiatan.cetak(tahun)), rupiah(r), cetak(r / kegiatan.cetak(tahun) * 100, "0,00"))
    tabel.tambah("Jumlah", KIRI, rupiah(pagu_semua), rupiah(nyata_semua), cetak(nyata_semua / pagu_semua * 100, "0,00"), peran="jumlah")
    return tabel


def _efisiensi(kota: Kota, pd: PerangkatDaerah, tahun: int) -> Tabel:
    judul = f"Tabel 3.{len(pd.sasaran) + 3} Efisiensi Penggunaan Sumber Daya Tahun {tahun}"
    kepala = ["No", "Sasaran", "Indikator Kinerja", "Capaian Kinerja (%)", "Penyerapan Anggaran (%)", "Tingkat Efisiensi (%)"]
    tabel = Tabel(judul, [kepala], [0.6, 3.6, 3.8, 1.5, 1.5, 1.5], angka=frozenset({0, 3, 4, 5}))
    for ke, sasaran, ukur, awal in _ukur(pd):
        nyata = realisasi(kota, ukur, tahun)
        if not nyata[:1].isdigit():
            continue
        program = pd.outcome_dari(sasaran)[0][0]
        persen, pakai = (
            capaian(ukur, nyata, tahun),
            cetak(sum(serapan(k, tahun) for k in program.kegiatan) / program.cetak(tahun) * 100, "0,00"),
        )
        kiri = [str(ke), sasaran.uraian] if awal else [ATAS, ATAS]
        tabel.tambah(*kiri, ukur.nama, persen, pakai, cetak(angka(persen) - angka(pakai), "0,00"))
    return tabel
