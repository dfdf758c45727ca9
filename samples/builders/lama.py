"""Tables of RPJMD and Renstra in the format of Permendagri 86/2017: T-C.23, 25 to 28, 5.1, 6.1, 7.1, 8.1, in several local habits."""

from __future__ import annotations

from dataclasses import dataclass

from .kota import Indikator, Kegiatan, Kota, PerangkatDaerah, Program, Subkegiatan, Tujuan
from .periksa import angka
from .pk import target_satuan
from .tabel import ATAS, KIRI, Tabel, rupiah


@dataclass(frozen=True)
class Gaya:
    """How an agency writes its tables.

    satuan: "kolom", "kurung" (behind the indicator) or "sel" (in the cell of the target) · kode: in "satu" column or "lima" · tahun:
    pattern of a year's heading with {n} (1..5) and {t} · tumpuk: several indicators of a row in one cell, by line · hierarki: tujuan and
    sasaran in one column · uang: pattern of an amount · judul: pattern of a title, {kode} and {nama} · nomor: row of column numbers ·
    gabung: cells of a repeated goal merged (else empty).
    """

    satuan: str = "kolom"
    kode: str = "satu"
    tahun: str = "Tahun {t}"
    tumpuk: bool = False
    hierarki: bool = False
    uang: str = "{}"
    judul: str = "Tabel {kode} {nama}"
    nomor: bool = True
    gabung: bool = True
    awal: str = "Kondisi Awal ({t})"
    lokasi: bool = True

    @property
    def ulang(self) -> str:
        return ATAS if self.gabung else ""

    def nama(self, ukur: Indikator | None) -> list[str]:
        """Cells of the indicator and, where it has a column, of its unit."""
        if ukur is None:
            return ["", ""] if self.satuan == "kolom" else [""]
        if self.satuan == "kolom":
            return [ukur.nama, ukur.satuan]
        return [f"{ukur.nama} ({ukur.satuan})" if self.satuan == "kurung" and ukur.satuan else ukur.nama]

    def nilai(self, teks: str, ukur: Indikator) -> str:
        return target_satuan(teks, ukur.satuan) if self.satuan == "sel" else teks

    def rp(self, jumlah: int) -> str:
        return self.uang.format(rupiah(jumlah))

    def kepala_satuan(self) -> list[str]:
        return ["Satuan"] if self.satuan == "kolom" else []


def _judul(gaya: Gaya, kode: str, nama: str) -> str:
    return gaya.judul.format(kode=kode, nama=nama)


def _tahun(gaya: Gaya, tahun: tuple[int, ...]) -> list[str]:
    return [gaya.tahun.format(n=n, t=t) for n, t in enumerate(tahun, 1)]


def _ukur(gaya: Gaya, ukur: Indikator | None, tahun: tuple[int, ...], akhir: bool) -> list[str]:
    """Indicator, unit, baseline, targets and, where asked, the condition at the end."""
    if ukur is None:
        return [*gaya.nama(None), *[""] * (1 + len(tahun) + akhir)]
    nilai = [gaya.nilai(teks, ukur) for teks in (ukur.baseline, *(ukur.target[t] for t in tahun))]
    return [*gaya.nama(ukur), *nilai, *([nilai[-1]] if akhir else [])]


def _baris(gaya: Gaya, indikator: list[Indikator], tahun: tuple[int, ...], akhir: bool = True) -> list[list[str]]:
    """One row for each indicator, or one for all of them with their lines one under the other."""
    baris = [_ukur(gaya, ukur, tahun, akhir) for ukur in indikator] or [_ukur(gaya, None, tahun, akhir)]
    if not gaya.tumpuk or len(baris) == 1:
        return baris
    nomor = [[f"{n}. {baris_[0]}", *baris_[1:]] for n, baris_ in enumerate(baris, 1)]
    return [["\n".join(satu) for satu in zip(*nomor, strict=True)]]


def tc25(kota: Kota, pd: PerangkatDaerah, gaya: Gaya) -> Tabel:
    """Tujuan dan sasaran jangka menengah."""
    tahun = kota.tahun.sasaran
    goal = ["Tujuan / Sasaran"] if gaya.hierarki else ["Tujuan", "Sasaran"]
    kiri = [*goal, "Indikator Tujuan/Sasaran", *gaya.kepala_satuan(), gaya.awal.format(t=kota.tahun.awal)]
    tengah = "Target Kinerja Tujuan/Sasaran pada Tahun ke-"
    tabel = Tabel(
        _judul(gaya, "T-C.25", f"Tujuan dan Sasaran Jangka Menengah Pelayanan {pd.nama}"),
        [["No", *kiri, tengah, *[KIRI] * 4, "Kondisi Akhir"], [ATAS] * (1 + len(kiri)) + _tahun(gaya, tahun) + [ATAS]],
        [0.5, *([3.2] if gaya.hierarki else [2.2, 2.2]), 2.6, *([1.0] if gaya.kepala_satuan() else []), 1.0, *[0.85] * 5, 0.95],
        nomor=gaya.nomor,
        angka=frozenset({0, *range(len(kiri), len(kiri) + 7)}),
    )
    for ke, tujuan in enumerate(pd.tujuan, 1):
        nomor = str(ke)
        nama = f"Tujuan {ke}: {tujuan.uraian}" if gaya.hierarki else tujuan.uraian
        for sel in _baris(gaya, tujuan.indikator, tahun):
            tabel.tambah(nomor, nama, *([] if gaya.hierarki else [""]), *sel)
            nomor = nama = gaya.ulang
        for anak, sasaran in enumerate(tujuan.sasaran, 1):
            uraian = f"Sasaran {ke}.{anak}: {sasaran.uraian}" if gaya.hierarki else sasaran.uraian
            for sel in _baris(gaya, sasaran.indikator, tahun):
                tabel.tambah(nomor if not gaya.hierarki else "", *([] if gaya.hierarki else [nama]), uraian, *sel)
                uraian = gaya.ulang
    return tabel


def keterkaitan(kota: Kota, pd: PerangkatDaerah) -> Tabel:
    """Which sasaran of the RPJMD each tujuan serves."""
    judul = f"Tabel 4.2 Keterkaitan Tujuan dan Sasaran {pd.nama} dalam Mendukung Sasaran RPJMD"
    tabel = Tabel(judul, [["No", "Sasaran RPJMD yang Didukung", "Tujuan PD", "Sasaran PD"]], [0.5, 3, 3, 3], angka=frozenset({0}))
    for ke, tujuan in enumerate(pd.tujuan, 1):
        kiri = [str(ke), "\n".join(kota.uraian_sasaran(id_) for id_ in tujuan.rujukan) or "-", tujuan.uraian]
        for sasaran in tujuan.sasaran:
            tabel.tambah(*kiri, sasaran.uraian)
            kiri = [ATAS] * 3
    return tabel


def tc26(kota: Kota, pd: PerangkatDaerah, gaya: Gaya) -> Tabel:
    """Strategi dan arah kebijakan, below rows of visi and misi over all columns."""
    nama = f"Tujuan, Sasaran, Strategi, dan Arah Kebijakan {pd.nama}"
    tabel = Tabel(_judul(gaya, "T-C.26", nama), [["Tujuan", "Sasaran", "Strategi", "Arah Kebijakan"]], [2, 2.2, 2.4, 2.4])
    tabel.tambah(f"VISI: {kota.visi}", KIRI, KIRI, KIRI, peran="program")
    arah = {s.id: (m.uraian, s.strategi, s.arah_kebijakan) for m in kota.misi for t in m.tujuan for s in t.sasaran}
    misi = ""
    for tujuan in pd.tujuan:
        induk, strategi, kebijakan = arah[tujuan.rujukan[0]] if tujuan.rujukan else (misi, pd.isu[0], pd.nspk[0])
        if induk != misi:
            tabel.tambah(f"MISI: {induk}", KIRI, KIRI, KIRI, peran="program")
            misi = induk
        kiri = tujuan.uraian
        for sasaran in tujuan.sasaran:
            tabel.tambah(kiri, sasaran.uraian, strategi, kebijakan)
            kiri = strategi = kebijakan = ATAS
    return tabel


def _kode(gaya: Gaya, kode: str) -> list[str]:
    if gaya.kode == "satu":
        return [kode]
    bagian = kode.split(".")
    potong = [bagian[0], *bagian[1:2], *bagian[2:3], *([".".join(bagian[3:5])] if len(bagian) > 3 else []), *bagian[5:6]]
    return [*potong, *[""] * (5 - len(potong))]


def tc27(kota: Kota, pd: PerangkatDaerah, gaya: Gaya) -> Tabel:
    """Rencana program, kegiatan, dan pendanaan: one row for each program, kegiatan and subkegiatan, under its sasaran."""
    tahun = kota.tahun.program
    n_kode = 1 if gaya.kode == "satu" else 5
    s = gaya.kepala_satuan()
    kiri = 3 + n_kode + 1 + len(s) + 1
    kanan = ["Unit Kerja Penanggung Jawab", *(["Lokasi"] if gaya.lokasi else [])]
    atas = ["Tujuan", "Sasaran", "Kode", *[KIRI] * (n_kode - 1), "Program/Kegiatan/Sub Kegiatan"]
    atas += ["Indikator Kinerja Program (outcome), Kegiatan dan Sub Kegiatan (output)", *s, "Data Capaian pada Tahun Awal Perencanaan"]
    nama = f"Rencana Program, Kegiatan, dan Pendanaan {pd.nama}"
    akhir = "Kondisi Kinerja pada Akhir Periode Renstra"
    tabel = Tabel(
        _judul(gaya, "T-C.27", nama),
        [
            [*atas, "Target Kinerja Program dan Kerangka Pendanaan", *[KIRI] * 11, *kanan],
            [ATAS] * kiri + [t for nama in (*_tahun(gaya, tahun), akhir) for t in (nama, KIRI)] + [ATAS] * len(kanan),
            [ATAS] * kiri + ["Target", "Rp"] * 6 + [ATAS] * len(kanan),
        ],
        [
            *[1.7, 1.7],
            *([1.5] if n_kode == 1 else [0.42, 0.46, 0.46, 0.62, 0.46]),
            2.5,
            2.2,
            *([0.9] if s else []),
            *[0.95, *[0.8, 1.45] * 5, 0.8, 1.6, 1.4],
            *([0.9] if gaya.lokasi else []),
        ],
        nomor=gaya.nomor,
        angka=frozenset({*range(2, 2 + n_kode), *range(kiri - 1 - len(s), kiri + 12)}),
        uang=frozenset(range(kiri + 1, kiri + 13, 2)),
    )

    def tambah(goal: list[str], kode: str, nama: str, objek: Program | Kegiatan | Subkegiatan, indikator: list[Indikator], pj: str) -> None:
        peran = "program" if isinstance(objek, Program) else "kegiatan" if isinstance(objek, Kegiatan) else "subkegiatan"
        sel = [*_kode(gaya, kode), nama]
        uang = [gaya.rp(objek.cetak(t)) for t in tahun]
        uang.append(gaya.rp(sum(objek.cetak(t) for t in tahun)))
        for satu in _baris(gaya, indikator, tahun):
            nilai = satu[1 + len(s) :]
            pasangan = [teks for pasang in zip(nilai[1:], uang, strict=True) for teks in pasang]
            ekor = [pj, *(["Kabupaten Watulirang"] if gaya.lokasi else [])]
            tabel.tambah(*goal, *sel, *satu[: 1 + len(s)], nilai[0], *pasangan, *ekor, peran=peran)
            goal = ["", ""]
            sel, uang = [gaya.ulang] * len(sel), [gaya.ulang] * 6

    for tujuan in pd.tujuan:
        for sasaran in tujuan.sasaran:
            goal = [tujuan.uraian, sasaran.uraian]
            for program, outcome in pd.outcome_dari(sasaran):
                utama = outcome is program.outcome[0]
                if utama and pd.lain.get("tanpa_baris") != program.id:
                    tambah(goal, program.id, program.nama, program, [u for o in program.outcome for u in o.indikator], outcome.pengampu)
                    goal = ["", ""]
                for kegiatan in program.kegiatan if utama else []:
                    tambah(goal, kegiatan.id, kegiatan.nama, kegiatan, kegiatan.indikator, kegiatan.pengampu)
                    for sub in kegiatan.sub:
                        tambah(goal, sub.id, sub.nama, sub, sub.indikator, kegiatan.pengampu)
    return tabel


def tc28(kota: Kota, pd: PerangkatDaerah, gaya: Gaya) -> Tabel:
    """Indikator kinerja yang mengacu pada tujuan dan sasaran RPJMD."""
    nama = f"Indikator Kinerja {pd.nama} yang Mengacu pada Tujuan dan Sasaran RPJMD"
    return _daftar(
        kota,
        gaya,
        _judul(gaya, "T-C.28", nama),
        [u for t in pd.tujuan for u in [*t.indikator, *(i for s in t.sasaran for i in s.indikator)]],
    )


def _daftar(kota: Kota, gaya: Gaya, judul: str, indikator: list[Indikator]) -> Tabel:
    tahun = kota.tahun.sasaran
    s = gaya.kepala_satuan()
    kiri = 3 + len(s)
    tabel = Tabel(
        judul,
        [
            [
                "NO", "Indikator", *s, f"Kondisi Kinerja pada Awal Periode RPJMD (Tahun {kota.tahun.awal})",
                "Target Capaian Setiap Tahun", *[KIRI] * 4, "Kondisi Kinerja pada Akhir Periode RPJMD",
            ],
            [ATAS] * kiri + _tahun(gaya, tahun) + [ATAS],
        ],
        [0.5, 3.0, *([1.0] if s else []), 1.3, *[0.85] * 5, 1.3],
        nomor=gaya.nomor,
        angka=frozenset({0, *range(2, kiri + 6)}),
    )  # fmt: skip
    for nomor, ukur in enumerate(indikator, 1):
        tabel.tambah(str(nomor), *_ukur(gaya, ukur, tahun, True))
    return tabel


def tc23(kota: Kota, pd: PerangkatDaerah) -> Tabel:
    """What the plan before reached: targets, realisations and ratios of five years before the period, on the way to its baseline."""
    lalu = [kota.tahun.awal - n for n in range(4, -1, -1)]
    kepala = ["No", "Indikator Kinerja Sesuai Tugas dan Fungsi PD"]
    kelompok = ("Target Renstra PD Tahun ke-", "Realisasi Capaian Tahun ke-", "Rasio Capaian pada Tahun ke-")
    tabel = Tabel(
        f"Tabel T-C.23 Pencapaian Kinerja Pelayanan {pd.nama}",
        [
            [*kepala, *(teks for k in kelompok for teks in (k, *[KIRI] * 4))],
            [ATAS] * 2 + [str(t) for t in lalu] * 3,
        ],
        [0.5, 3, *[0.8] * 15],
        angka=frozenset({0, *range(2, 17)}),
    )  # fmt: skip
    for nomor, ukur in enumerate((u for t in pd.tujuan for u in t.indikator), 1):
        desimal = len(ukur.baseline.partition(",")[2])
        akhir, langkah = angka(ukur.baseline), abs(angka(ukur.target[kota.tahun.sasaran[0]]) - angka(ukur.baseline)) * 0.8
        tanda = -1 if ukur.arah == "turun" else 1
        nyata = [akhir - tanda * langkah * (4 - n) for n in range(5)]
        target = [x + tanda * langkah * 0.2 for x in nyata]
        rasio = [x / t * 100 for x, t in zip(nyata, target, strict=True)]
        sel = [f"{x:.{desimal}f}" for x in (*target, *nyata)] + [f"{x:.2f}" for x in rasio]
        tabel.tambah(str(nomor), f"{ukur.nama} ({ukur.satuan})", *(teks.replace(".", ",") for teks in sel))
    return tabel


def rpjmd_51(kota: Kota, gaya: Gaya) -> Tabel:
    """Keterkaitan visi, misi, tujuan, dan sasaran."""
    tahun = kota.tahun.sasaran
    kiri = ["Misi", "Tujuan", "Sasaran", "Indikator Tujuan/Sasaran", "Satuan", gaya.awal.format(t=kota.tahun.awal)]
    tabel = Tabel(
        f"Tabel 5.1 Keterkaitan Visi, Misi, Tujuan dan Sasaran Pembangunan {kota.pemda}",
        [
            [*kiri, "Target Tahun Ke-", *[KIRI] * 4, "Kondisi Akhir", "Perangkat Daerah Penanggung Jawab"],
            [ATAS] * 6 + _tahun(gaya, tahun) + [ATAS] * 2,
        ],
        [1.8, 1.7, 1.8, 2.2, 0.95, 0.95, *[0.8] * 5, 0.9, 1.8],
        nomor=True,
        angka=frozenset(range(4, 12)),
    )
    tabel.tambah(f"Visi: {kota.visi}", *[KIRI] * 12, peran="program")
    for nomor, misi in enumerate(kota.misi, 1):
        awal = f"Misi {nomor}. {misi.uraian}"
        for tujuan in misi.tujuan:
            nama = tujuan.uraian
            for sel in _baris(gaya, tujuan.indikator, tahun):
                tabel.tambah(awal, nama, "", *sel, "")
                awal = nama = ATAS
            for sasaran in tujuan.sasaran:
                uraian, pd = sasaran.uraian, sasaran.pd
                for sel in _baris(gaya, sasaran.indikator, tahun):
                    tabel.tambah(awal, nama, uraian, *sel, pd)
                    uraian = pd = ATAS
    return tabel


def rpjmd_61(kota: Kota) -> Tabel:
    judul = "Tabel 6.1 Strategi dan Arah Kebijakan"
    tabel = Tabel(judul, [["Sasaran", "Strategi", "Arah Kebijakan"]], [2.4, 2.6, 2.8])
    for misi in kota.misi:
        tabel.tambah(f"Misi: {misi.uraian}", KIRI, KIRI, peran="program")
        for sasaran in (s for t in misi.tujuan for s in t.sasaran):
            tabel.tambah(sasaran.uraian, sasaran.strategi, sasaran.arah_kebijakan)
    return tabel


def rpjmd_71(kota: Kota, gaya: Gaya) -> Tabel:
    """Program pembangunan daerah yang disertai pagu indikatif."""
    tahun = kota.tahun.program
    akhir = "Kondisi Kinerja pada Akhir Periode RPJMD"
    kiri = ["Kode", "Bidang Urusan Pemerintahan dan Program Prioritas Pembangunan", "Indikator Kinerja Program (outcome)", "Satuan"]
    kiri.append(f"Kondisi Kinerja Awal RPJMD (Tahun {kota.tahun.awal})")
    tabel = Tabel(
        "Tabel 7.1 Program Pembangunan Daerah yang Disertai Pagu Indikatif",
        [
            [*kiri, "Capaian Kinerja Program dan Kerangka Pendanaan", *[KIRI] * 11, "Perangkat Daerah Penanggung Jawab"],
            [ATAS] * 5 + [t for nama in (*_tahun(gaya, tahun), akhir) for t in (nama, KIRI)] + [ATAS],
            [ATAS] * 5 + ["target", "Rp"] * 6 + [ATAS],
        ],
        [0.95, 2.4, 2.1, 0.85, 0.95, *[0.72, 1.5] * 5, 0.72, 1.65, 1.6],
        nomor=True,
        angka=frozenset({0, 3, 4, *range(5, 17, 2)}),
        uang=frozenset(range(6, 17, 2)),
    )
    for pd in kota.pd:
        tabel.tambah(pd.urusan, pd.nama_urusan, "", "", "", *_uang(gaya, pd, tahun), "", peran="urusan")
        for program in pd.program:
            kiri = [program.id, program.nama]
            uang, nama = _uang(gaya, program, tahun), program.pj or pd.nama
            for ukur in [u for o in program.outcome for u in o.indikator]:
                nilai = [ukur.target[t] for t in tahun]
                for n, teks in enumerate([*nilai, nilai[-1]]):
                    uang[2 * n] = teks
                tabel.tambah(*kiri, ukur.nama, ukur.satuan, ukur.baseline, *uang, nama, peran="isi")
                kiri, nama, uang = [ATAS] * 2, ATAS, [ATAS] * 12
    return tabel


def _uang(gaya: Gaya, objek: PerangkatDaerah | Program, tahun: tuple[int, ...]) -> list[str]:
    jumlah = [objek.cetak(t) for t in tahun]
    return [teks for nilai in (*jumlah, sum(jumlah)) for teks in ("", gaya.rp(nilai))]


def rpjmd_81(kota: Kota, gaya: Gaya) -> Tabel:
    ukur = [u for t in kota.tujuan for u in [*t.indikator, *(i for s in t.sasaran for i in s.indikator)]]
    return _daftar(kota, gaya, f"Tabel 8.1 Penetapan Indikator Kinerja Utama {kota.pemda}", ukur)


def rpjmd_82(kota: Kota, gaya: Gaya) -> Tabel:
    """Indikator kinerja daerah by aspect, with the agencies' key indicators."""
    judul = "Tabel 8.2 Penetapan Indikator Kinerja Daerah Terhadap Capaian Kinerja Penyelenggaraan Urusan Pemerintahan"
    tabel = _daftar(kota, gaya, judul, [])
    tabel.tambah("", "ASPEK PELAYANAN UMUM", *[KIRI] * (len(tabel.lebar) - 2), peran="program")
    nomor = 0
    for pd in kota.pd:
        if pd.ikk:
            tabel.tambah("", pd.nama_urusan.title(), *[KIRI] * (len(tabel.lebar) - 2), peran="program")
        for ukur in pd.ikk:
            nomor += 1
            tabel.tambah(str(nomor), *_ukur(gaya, ukur, kota.tahun.sasaran, True))
    return tabel


def rujukan(kota: Kota, tujuan: Tujuan) -> str:
    return "; ".join(kota.uraian_sasaran(id_) for id_ in tujuan.rujukan)
