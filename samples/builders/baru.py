"""Tables of RPJMD and Renstra in the format of Inmendagri 2/2025 as a province's application exports them: code in a column of its own,
cells of a repeated goal merged, several indicators of a cell one under the other."""

from __future__ import annotations

from .kota import Indikator, Kegiatan, Kota, PerangkatDaerah, Program, Subkegiatan
from .tabel import ATAS, KIRI, Tabel, rupiah


def _tahun(kota: Kota) -> list[str]:
    return [str(t) for t in kota.tahun.sasaran]


def _ukur(ukur: Indikator, tahun: tuple[int, ...]) -> list[str]:
    return [ukur.nama, ukur.satuan, ukur.baseline, *(ukur.target[t] for t in tahun)]


def tujuan_daerah(kota: Kota) -> Tabel:
    """Visi, misi, tujuan, and sasaran of the RPJMD, without a column of the misi: its rows go over all columns."""
    tahun = kota.tahun.sasaran
    kiri = ["Tujuan", "Sasaran", "Indikator", "Satuan", f"Kondisi Awal {kota.tahun.awal}"]
    tabel = Tabel(
        f"Tabel 3.3 Tujuan dan Sasaran RPJMD {kota.pemda} Tahun {kota.periode}",
        [[*kiri, "Target Tahun", *[KIRI] * 5, "Perangkat Daerah Pengampu"], [ATAS] * 5 + _tahun(kota) + [ATAS]],
        [2, 2, 2.4, 1, 1, *[0.8] * 6, 2],
        angka=frozenset(range(4, 11)),
    )
    for misi in kota.misi:
        tabel.tambah(f"Misi: {misi.uraian}", *[KIRI] * 11, peran="program")
        for tujuan in misi.tujuan:
            nama = tujuan.uraian
            for ukur in tujuan.indikator:
                tabel.tambah(nama, "", *_ukur(ukur, tahun), "")
                nama = ATAS
            for sasaran in tujuan.sasaran:
                uraian, pd = sasaran.uraian, sasaran.pd
                for ukur in sasaran.indikator:
                    tabel.tambah(nama, uraian, *_ukur(ukur, tahun), pd)
                    uraian = pd = ATAS
    return tabel


def program_daerah(kota: Kota) -> Tabel:
    """Programs with their outcome, targets and pagu."""
    tahun = kota.tahun.program
    kiri = ["Kode", "Bidang Urusan/Program", "Outcome", "Indikator Outcome", "Satuan", f"Kondisi Awal {kota.tahun.awal}"]
    tabel = Tabel(
        f"Tabel 4.1 Program Perangkat Daerah {kota.pemda} Tahun 2026-2030",
        [
            [*kiri, "Target dan Pagu Indikatif Tahun", *[KIRI] * 9, "Perangkat Daerah"],
            [ATAS] * 6 + [teks for t in tahun for teks in (str(t), KIRI)] + [ATAS],
            [ATAS] * 6 + ["Target", "Pagu (Rp)"] * 5 + [ATAS],
        ],
        [1, 2.4, 2.2, 2.2, 0.8, 0.8, *[0.7, 1.3] * 5, 1.8],
        angka=frozenset({5, *range(6, 16, 2)}),
        uang=frozenset(range(7, 16, 2)),
    )
    for pd in kota.pd:
        tabel.tambah(pd.urusan, pd.nama_urusan, *[KIRI] * 14, KIRI, peran="urusan")
        for program in pd.program:
            kiri, nama = [program.id, program.nama], pd.nama
            uang = [rupiah(program.cetak(t)) for t in tahun]
            for outcome in program.outcome:
                uraian = outcome.uraian
                for ukur in outcome.indikator:
                    sel = [teks for t, u in zip(tahun, uang, strict=True) for teks in (ukur.target[t], u)]
                    tabel.tambah(*kiri, uraian, ukur.nama, ukur.satuan, ukur.baseline, *sel, nama)
                    kiri, uraian, nama, uang = [ATAS] * 2, ATAS, ATAS, [ATAS] * 5
    return tabel


def daftar(kota: Kota, judul: str, indikator: list[Indikator], rumus: bool = False) -> Tabel:
    """IKU or IKK: a list of indicators."""
    tahun = kota.tahun.sasaran
    s = ["Definisi Operasional/Rumus"] if rumus else []
    tabel = Tabel(
        judul,
        [
            ["No", "Indikator", "Satuan", *s, f"Baseline {kota.tahun.awal}", "Target Tahun", *[KIRI] * 5],
            [ATAS] * (4 + len(s)) + _tahun(kota),
        ],
        [0.5, 3, 1, *([2.6] if s else []), 1, *[0.8] * 6],
        angka=frozenset({0, *range(3 + len(s), 10 + len(s))}),
    )
    for nomor, ukur in enumerate(indikator, 1):
        nama, satuan, *nilai = _ukur(ukur, tahun)
        tabel.tambah(str(nomor), nama, satuan, *([ukur.rumus] if s else []), *nilai)
    return tabel


def tujuan_pd(kota: Kota, pd: PerangkatDaerah) -> Tabel:
    """Tujuan and sasaran of an agency with the NSPK and the sasaran of the RPJMD that they serve."""
    tahun = kota.tahun.sasaran
    kiri = ["No", "NSPK dan Sasaran RPJMD yang Relevan", "Tujuan", "Sasaran", "Indikator", "Satuan", f"Baseline {kota.tahun.awal}"]
    tabel = Tabel(
        f"Tabel 3.1 Tujuan dan Sasaran Renstra {pd.nama} Tahun {pd.periode}",
        [[*kiri, "Target Tahun", *[KIRI] * 5, "Ket."], [ATAS] * 7 + _tahun(kota) + [ATAS]],
        [0.5, 2.6, 2, 2, 2.4, 0.9, 0.9, *[0.8] * 6, 0.6],
        angka=frozenset({0, *range(6, 13)}),
    )
    for ke, tujuan in enumerate(pd.tujuan, 1):
        acuan = [f"NSPK: {pd.nspk[(ke - 1) % len(pd.nspk)]}", *(f"Sasaran RPJMD: {kota.uraian_sasaran(id_)}" for id_ in tujuan.rujukan)]
        kiri = [str(ke), "\n".join(acuan), tujuan.uraian]
        for ukur in tujuan.indikator:
            tabel.tambah(*kiri, "", *_ukur(ukur, tahun), "")
            kiri = [ATAS] * 3
        for sasaran in tujuan.sasaran:
            uraian = sasaran.uraian
            for ukur in sasaran.indikator:
                tabel.tambah(*kiri, uraian, *_ukur(ukur, tahun), "")
                kiri, uraian = [ATAS] * 3, ATAS
            if not sasaran.indikator:
                tabel.tambah(*kiri, uraian, *[""] * 10)
                kiri = [ATAS] * 3
    return tabel


def pohon(pd: PerangkatDaerah) -> Tabel:
    """The cascading matrix: one row a box."""
    kepala = ["No", "Tujuan", "Sasaran", "Outcome", "Output", "Indikator", "Program/Kegiatan/Subkegiatan", "Keterangan"]
    tabel = Tabel(
        f"Tabel 4.1 Program, Kegiatan, dan Subkegiatan Renstra {pd.nama}",
        [kepala],
        [0.5, 1.8, 1.8, 2, 2, 2.4, 2.6, 0.8],
        angka=frozenset({0}),
    )
    nomor = 0

    def baris(*sel: str, indikator: list[Indikator], rincian: str) -> None:
        nonlocal nomor
        nomor += 1
        tabel.tambah(str(nomor), *sel, "\n".join(f"{u.nama} ({u.satuan})" for u in indikator), rincian, "")

    for tujuan in pd.tujuan:
        baris(tujuan.uraian, "", "", "", indikator=tujuan.indikator, rincian="")
        for sasaran in tujuan.sasaran:
            baris("", sasaran.uraian, "", "", indikator=sasaran.indikator, rincian="")
            for program, outcome in pd.outcome_dari(sasaran):
                baris("", "", outcome.uraian, "", indikator=outcome.indikator, rincian=f"{program.id} {program.nama}")
                for kegiatan in program.kegiatan_dari(outcome):
                    baris("", "", "", kegiatan.output, indikator=kegiatan.indikator, rincian=f"{kegiatan.id} {kegiatan.nama}")
                    for sub in kegiatan.sub:
                        baris("", "", "", sub.output, indikator=sub.indikator, rincian=f"{sub.id} {sub.nama}")
    return tabel


def pendanaan(kota: Kota, pd: PerangkatDaerah) -> Tabel:
    """Rencana program/kegiatan/subkegiatan dan pendanaan: code, name and outcome or output in columns of their own."""
    tahun = kota.tahun.program
    kiri = [
        "Kode",
        "Bidang Urusan/Program/Kegiatan/Subkegiatan",
        "Outcome/Output",
        "Indikator Outcome/Output",
        "Satuan",
        f"Baseline {kota.tahun.awal}",
    ]
    tabel = Tabel(
        f"Tabel 4.2 Rencana Program/Kegiatan/Subkegiatan dan Pendanaan {pd.nama} Tahun 2026-2030",
        [
            [*kiri, "Target dan Pagu Indikatif Tahun", *[KIRI] * 9, "Ket."],
            [ATAS] * 6 + [teks for t in tahun for teks in (str(t), KIRI)] + [ATAS],
            [ATAS] * 6 + ["Target", "Pagu"] * 5 + [ATAS],
        ],
        [1.3, 2.6, 2.2, 2.2, 0.8, 0.8, *[0.7, 1.3] * 5, 0.6],
        angka=frozenset({5, *range(6, 16, 2)}),
        uang=frozenset(range(7, 16, 2)),
    )

    def isi(objek: Program | Kegiatan | Subkegiatan, hasil: list[tuple[str, list[Indikator]]]) -> None:
        kiri, uang = [objek.id, objek.nama], [rupiah(objek.cetak(t)) for t in tahun]
        peran = "program" if isinstance(objek, Program) else "isi"
        for uraian, indikator in hasil:
            for ukur in indikator or [None]:
                nilai = (
                    ["", "", "", *[""] * 5] if ukur is None else [ukur.nama, ukur.satuan, ukur.baseline, *(ukur.target[t] for t in tahun)]
                )
                sel = [teks for n, u in zip(nilai[3:], uang, strict=True) for teks in (n, u)]
                tabel.tambah(*kiri, uraian, *nilai[:3], *sel, "", peran=peran)
                kiri, uraian, uang = [ATAS] * 2, ATAS, [ATAS] * 5

    tabel.tambah(pd.urusan, pd.nama_urusan, *[KIRI] * 14, KIRI, peran="urusan")
    for program in pd.program:
        isi(program, [(o.uraian, o.indikator) for o in program.outcome])
        for kegiatan in program.kegiatan:
            isi(kegiatan, [(kegiatan.output, kegiatan.indikator)])
            for sub in kegiatan.sub:
                isi(sub, [(sub.output, sub.indikator)])
    return tabel


def renja(kota: Kota, pd: PerangkatDaerah) -> Tabel:
    """The plan of the year with its forecast."""
    tahun = kota.tahun.dokumen
    kiri = ["Kode", "Urusan/Bidang Urusan/Program/Kegiatan/Subkegiatan", "Indikator Kinerja", "Satuan"]
    capaian = ["Target Capaian Kinerja", "Kebutuhan Dana/Pagu Indikatif"]
    tabel = Tabel(
        f"Tabel T-C.33 Rumusan Rencana Program dan Kegiatan {pd.nama} Tahun {tahun} dan Prakiraan Maju Tahun {tahun + 1}",
        [
            [*kiri, f"Rencana Tahun {tahun}", *[KIRI] * 3, "Catatan Penting", f"Prakiraan Maju Rencana Tahun {tahun + 1}", KIRI],
            [ATAS] * 4 + ["Lokasi", *capaian, "Sumber Dana", ATAS, *capaian],
        ],
        [1.3, 3, 2.6, 0.9, 1.2, 1, 1.6, 0.9, 1, 1, 1.6],
        angka=frozenset({5, 9}),
        uang=frozenset({6, 10}),
    )  # fmt: skip
    tabel.tambah(pd.kode, pd.nama, *[""] * 9, peran="urusan")
    for program in pd.program:
        objek: list[tuple[Program | Kegiatan | Subkegiatan, list[Indikator]]] = [
            (program, [u for o in program.outcome for u in o.indikator])
        ]
        for kegiatan in program.kegiatan:
            objek += [(kegiatan, kegiatan.indikator), *((sub, sub.indikator) for sub in kegiatan.sub)]
        for satu, indikator in objek:
            kiri, uang = [satu.id, satu.nama], [rupiah(satu.cetak(tahun)), rupiah(satu.cetak(tahun + 1))]
            for ukur in indikator:
                tabel.tambah(
                    *kiri,
                    ukur.nama,
                    ukur.satuan,
                    kota.ibu_kota,
                    ukur.target[tahun],
                    uang[0],
                    "APBD",
                    "",
                    ukur.target[tahun + 1],
                    uang[1],
                    peran="program" if satu is program else "isi",
                )
                kiri, uang = [ATAS] * 2, [ATAS] * 2
    return tabel
