"""The plans of a drawn region: RPJMD, Renstra, Renja."""

from __future__ import annotations

from builders.naskah import Naskah
from builders.tabel import ATAS, KIRI, Tabel, rupiah

from .daerah import DOKUMEN, Daerah, Pd, Ukur
from .ragam import PROGRAM, Ragam, naskah_baru, nilai


def rpjmd(daerah: Daerah, r: Ragam) -> Naskah:
    judul = f"RENCANA PEMBANGUNAN JANGKA MENENGAH DAERAH {daerah.nama.upper()} TAHUN 2025-2029"
    naskah = naskah_baru(
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
                    tabel.tambah(tujuan, "", *nilai(pd.daerah[1]), "")
                    nama = r.ulang()
                sasaran.setdefault(pd.daerah[2], (pd.daerah[3], []))[1].append(pd.nama)
        for uraian, (ukur, pengampu) in sasaran.items():
            tabel.tambah(nama, uraian, *nilai(ukur), "; ".join(pengampu))
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
    naskah = naskah_baru(
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
            tabel.tambah(*kiri, "", *nilai(ukur))
            kiri = [r.ulang()] * 2
        for sasaran in pd.sasaran:
            nama = sasaran.uraian
            for ukur in sasaran.ukur:
                tabel.tambah(*kiri, nama, *nilai(ukur))
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
            tabel.tambah(nomor, nama, *nilai(ukur))
            nomor = nama = r.ulang()
        for ke, sasaran in enumerate(pd.sasaran, 1):
            nomor, nama = f"1.{ke}", f"Sasaran: {sasaran.uraian}"
            for ukur in sasaran.ukur:
                tabel.tambah(nomor, nama, *nilai(ukur))
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
