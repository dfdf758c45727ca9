"""Yearly documents of a region: agreements, IKU, cascading, action plans, as documents free of format."""

from __future__ import annotations

from .kinerja import realisasi_triwulan, serapan, triwulan
from .kota import Indikator, Kota, PerangkatDaerah, muat_narasi
from .naskah import Naskah
from .pk import Pk, pk_eselon3, pk_kdh, pk_kepala, pk_staf, target_satuan
from .pk_docx import Orang, orang_jabatan
from .tabel import ATAS, KIRI, Tabel, rupiah


def perjanjian(kota: Kota, pd: PerangkatDaerah | None, satuan: bool, staf: bool, kepala: bool = False) -> Naskah:
    """The agreements of an agency from its head down in one document (without an agency: that of the head of the region). staf: also those
    below eselon IV · kepala: only that of the head."""
    tahun = kota.tahun.dokumen
    naskah = Naskah(f"Perjanjian Kinerja Tahun {tahun} {pd.nama if pd else kota.pemda}", kota.pemda, str(tahun), huruf="Cambria", ukuran=10)
    if pd is None:
        semua = [pk_kdh(kota)]
    elif kepala:
        semua = [pk_kepala(kota, pd)]
    else:
        bawah = pk_staf(kota, pd)
        semua = [pk_kepala(kota, pd), *pk_eselon3(kota, pd), *(bawah if staf else [pk for pk in bawah if pk.anggaran])]
    for nomor, pk in enumerate(semua):
        if nomor:
            naskah.tegak()
        _satu(naskah, pk, kota, pd, satuan)
    return naskah


def _satu(naskah: Naskah, pk: Pk, kota: Kota, pd: PerangkatDaerah | None, satuan: bool) -> None:
    tahun = kota.tahun.dokumen
    lain = (pd or kota).lain
    satu = orang_jabatan(pk.jabatan, pd, kota)
    dua = orang_jabatan(lain.get(f"atasan {pk.jabatan}", pk.atasan), pd, kota) if pk.atasan else None
    if lain.get("tanpa_atasan") == pk.jabatan:
        dua = None
    tanggal = "" if lain.get("tanpa_tanggal") else f"{kota.ibu_kota}, {lain.get('tanggal_pk', f'{14 if dua else 6} Januari {tahun}')}"
    teks = muat_narasi()["pk"]
    naskah.tengah(f"PEMERINTAH {kota.pemda.upper()}", *([pd.nama.upper()] if pd else []), f"PERJANJIAN KINERJA TAHUN {tahun}")
    naskah.p(teks["pembuka"].format(kami="kami" if dua else "saya"))
    naskah.polos([["Nama", ":", satu.nama], ["Jabatan", ":", satu.jabatan]], [3, 0.5, 13])
    if pk.atasan is None:
        naskah.p(*teks["kepala_daerah"])
    else:
        naskah.p("selanjutnya disebut PIHAK PERTAMA.")
        if dua:
            naskah.polos([["Nama", ":", dua.nama], ["Jabatan", ":", dua.jabatan]], [3, 0.5, 13])
            naskah.p("selaku atasan pihak pertama, selanjutnya disebut PIHAK KEDUA.")
        naskah.p(teks["pihak_pertama"], *([teks["pihak_kedua"]] if dua else []))
    _tanda_tangan(naskah, satu, dua, tanggal)
    naskah.tegak()
    naskah.tengah(f"LAMPIRAN PERJANJIAN KINERJA TAHUN {tahun}", satu.jabatan.upper())
    naskah.tabel(_janji(pk, tahun, satuan))
    for anggaran in pk.anggaran if not lain.get("tanpa_anggaran") else []:
        kepala = ["No", anggaran.judul, "Anggaran", "Ket."]
        tabel = Tabel("", [kepala], [0.8, 8.4, 4.2, 2.4], angka=frozenset({0, 3}), uang=frozenset({2}))
        for ke, (nama, nilai) in enumerate(anggaran.baris, 1):
            tabel.tambah(f"{ke}.", nama, f"Rp {rupiah(nilai)}", "APBD Kab." if kota.pemda.startswith("Kab") else "APBD")
        jumlah = anggaran.jumlah or sum(nilai for _, nilai in anggaran.baris)
        tabel.tambah("Jumlah", KIRI, f"Rp {rupiah(jumlah)}", "", peran="jumlah")
        naskah.tabel(tabel)
    _tanda_tangan(naskah, satu, dua, tanggal)


def _tanda_tangan(naskah: Naskah, satu: Orang, dua: Orang | None, tanggal: str) -> None:
    kiri = [dua.jabatan, "", "", dua.nama.upper(), dua.nip] if dua else [""] * 5
    kanan = [satu.jabatan, "", "", satu.nama.upper(), satu.nip]
    naskah.polos(
        [["", tanggal], ["Pihak Kedua" if dua else "", "Pihak Pertama" if dua else ""], *map(list, zip(kiri, kanan, strict=True))], [1, 1]
    )


def _janji(pk: Pk, tahun: int, satuan: bool) -> Tabel:
    s = ["Satuan"] if satuan else []
    kepala = ["No.", pk.jenis_sasaran, "Indikator Kinerja", *s, f"Target {tahun}" if satuan else "Target"]
    tabel = Tabel("", [kepala], [0.8, 5.6, 5.8, *([2.0] if s else []), 2.4], nomor=not satuan, angka=frozenset({0, *range(3, 4 + len(s))}))
    for ke, (uraian, indikator) in enumerate(pk.sasaran, 1):
        kiri = [f"{ke}.", uraian]
        for ukur in indikator:
            nilai = [ukur.satuan, ukur.target[tahun]] if satuan else [target_satuan(ukur.target[tahun], ukur.satuan)]
            tabel.tambah(*kiri, ukur.nama, *nilai)
            kiri = [ATAS, ATAS]
        if not indikator:
            tabel.tambah(*kiri, "", *[""] * (1 + len(s)))
    return tabel


def iku(kota: Kota) -> Naskah:
    """The regulation on IKU with an annex for the region and one for each agency."""
    naskah = Naskah(f"Indikator Kinerja Utama {kota.pemda} Tahun {kota.periode}", kota.pemda, str(kota.tahun.sasaran[0]), ukuran=8.5)
    naskah.huruf = "Bookman Old Style"
    pembuat, nomor = kota.keputusan_iku.split(" Nomor ")
    naskah.tengah(
        kota.kepala_daerah.upper(),
        f"{pembuat.upper()} NOMOR {nomor.upper()}",
        "TENTANG",
        f"INDIKATOR KINERJA UTAMA {kota.pemda.upper()} TAHUN {kota.periode}",
    )
    naskah.p(*muat_narasi()["iku"])
    naskah.ttd(
        f"Ditetapkan di {kota.ibu_kota}",
        f"pada tanggal 17 Juni {kota.tahun.sasaran[0]}",
        f"{kota.kepala_daerah.upper()},",
        "ttd.",
        kota.nama_kepala_daerah.upper(),
    )
    naskah.rebah()
    naskah.tabel(_iku(f"A. INDIKATOR KINERJA UTAMA {kota.pemda.upper()}", [(s.uraian, s.indikator, kota.pemda) for s in kota.sasaran]))
    for ke, pd in enumerate(kota.pd):
        naskah.rebah()
        naskah.tabel(
            _iku(f"{chr(66 + ke)}. INDIKATOR KINERJA UTAMA {pd.nama.upper()}", [(s.uraian, s.indikator, pd.nama) for s in pd.sasaran])
        )
    return naskah


def _iku(judul: str, baris: list[tuple[str, list[Indikator], str]]) -> Tabel:
    kepala = ["NO", "SASARAN", "INDIKATOR KINERJA UTAMA (IKU)", "SATUAN", "FORMULASI PENGHITUNGAN", "SUMBER DATA", "PENANGGUNG JAWAB"]
    tabel = Tabel(judul, [kepala], [0.5, 2.6, 2.8, 1.1, 3.4, 2.2, 2.2], angka=frozenset({0, 3}))
    for ke, (uraian, indikator, pj) in enumerate(baris, 1):
        kiri = [str(ke), uraian]
        for ukur in indikator:
            tabel.tambah(*kiri, ukur.nama, ukur.satuan, ukur.rumus, ukur.sumber, ukur.pj or pj)
            kiri = [ATAS, ATAS]
    return tabel


def cascading(kota: Kota, pd: PerangkatDaerah) -> Naskah:
    """The cascade of an agency as a list by level and post."""
    tahun = kota.tahun.dokumen
    naskah = Naskah(f"Cascading Kinerja {pd.nama} Tahun {tahun}", kota.pemda, str(tahun))
    naskah.tengah(f"CASCADING KINERJA {pd.nama.upper()}", f"{kota.pemda.upper()} TAHUN {tahun}")
    kepala = [
        "Level",
        "Jabatan",
        "Sasaran / Kinerja",
        "Indikator Kinerja",
        "Satuan",
        "Target",
        "Program/Kegiatan/Sub Kegiatan",
        "Crosscutting dengan PD",
    ]
    tabel = Tabel("Pohon Kinerja", [kepala], [1.4, 2.2, 3, 3, 1, 1, 3.4, 2], angka=frozenset({0, 4, 5}))

    def tambah(level: str, jabatan: str, uraian: str, indikator: list[Indikator], nama: str, mitra: str = "-") -> None:
        kiri = [level, jabatan, uraian]
        for ukur in indikator:
            tabel.tambah(*kiri, ukur.nama, ukur.satuan, ukur.target[tahun], nama, mitra)
            kiri, nama, mitra = [ATAS] * 3, ATAS, ATAS

    for tujuan in pd.tujuan:
        for sasaran in tujuan.sasaran:
            mitra = "; ".join(
                lain.nama for lain in kota.pd if lain is not pd and any(set(t.rujukan) & set(tujuan.rujukan) for t in lain.tujuan[:1])
            )
            tambah("Eselon II", pd.kepala, sasaran.uraian, sasaran.indikator, "-", mitra or "-")
            for program, outcome in pd.outcome_dari(sasaran):
                tambah("Eselon III", outcome.pengampu, outcome.uraian, outcome.indikator, program.nama)
                for kegiatan in program.kegiatan_dari(outcome):
                    tambah("Eselon IV", kegiatan.pengampu, kegiatan.output, kegiatan.indikator, kegiatan.nama)
                    for sub in kegiatan.sub:
                        tambah("Pelaksana", sub.pengampu, sub.output, sub.indikator, sub.nama)
    naskah.tabel(tabel)
    return naskah


def rencana_aksi(kota: Kota, pd: PerangkatDaerah) -> Naskah:
    """Targets and realisations by quarter of the year, first of the sasaran, then of the programs with their money."""
    tahun = kota.tahun.dokumen
    naskah = Naskah(f"Rencana Aksi Kinerja {pd.nama} Tahun {tahun}", kota.pemda, str(tahun))
    naskah.tengah(f"RENCANA AKSI DAN PENGUKURAN KINERJA TAHUN {tahun}", f"{pd.nama.upper()} {kota.pemda.upper()}")
    tw = ["TW I", "TW II", "TW III", "TW IV"]
    kepala = ["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", f"Target Tahun {tahun}", "Target Triwulan", *[KIRI] * 3]
    tabel = Tabel(
        "Tabel 1 Rencana Aksi Pencapaian Sasaran",
        [[*kepala, "Realisasi Triwulan", *[KIRI] * 3, "Penanggung Jawab"], [ATAS] * 5 + tw + tw + [ATAS]],
        [0.5, 3, 3, 1, 1, *[0.8] * 8, 2.2],
        angka=frozenset({0, *range(3, 13)}),
    )
    for ke, sasaran in enumerate(pd.sasaran, 1):
        kiri = [str(ke), sasaran.uraian]
        for ukur in sasaran.indikator:
            nilai = [*triwulan(kota, ukur, tahun), *realisasi_triwulan(kota, ukur, tahun)]
            if pd.lain.get("tanpa_realisasi"):
                nilai[4:] = [""] * 4
            tabel.tambah(*kiri, ukur.nama, ukur.satuan, ukur.target[tahun], *nilai, pd.kepala)
            kiri = [ATAS, ATAS]
    naskah.tabel(tabel)
    kepala = ["No", "Program/Kegiatan", "Indikator Kinerja", "Satuan", f"Target Tahun {tahun}", "Target Triwulan", *[KIRI] * 3]
    kanan = ["Pagu Anggaran (Rp)", "Realisasi Anggaran (Rp)", "Penanggung Jawab"]
    tabel = Tabel(
        "Tabel 2 Rencana Aksi Program dan Kegiatan",
        [[*kepala, "Realisasi Triwulan", *[KIRI] * 3, *kanan], [ATAS] * 5 + tw + tw + [ATAS] * 3],
        [0.5, 3, 3, 1, 1, *[0.8] * 8, 1.6, 1.6, 2.2],
        angka=frozenset({0, *range(3, 13)}),
        uang=frozenset({13, 14}),
    )
    for ke, program in enumerate(pd.program, 1):
        baris = [
            (str(ke), program.nama, program, [u for o in program.outcome for u in o.indikator], program.outcome[0].pengampu, "program")
        ]
        baris += [("", k.nama, k, k.indikator, k.pengampu, "isi") for k in program.kegiatan]
        for nomor, nama, objek, indikator, pj, peran in baris:
            kiri, uang = [nomor, nama], [rupiah(objek.cetak(tahun)), rupiah(serapan(objek, tahun))]
            uang[1] = pd.lain.get("serapan " + objek.id.replace(".", ""), uang[1])
            for ukur in indikator:
                nilai = [*triwulan(kota, ukur, tahun), *realisasi_triwulan(kota, ukur, tahun)]
                if pd.lain.get("tanpa_realisasi"):
                    nilai[4:] = [""] * 4
                tabel.tambah(*kiri, ukur.nama, ukur.satuan, ukur.target[tahun], *nilai, *uang, pj, peran=peran)
                kiri, uang = [ATAS, ATAS], [ATAS, ATAS]
    naskah.tabel(tabel)
    return naskah
