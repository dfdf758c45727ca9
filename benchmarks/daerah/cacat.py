"""Defects of many kinds, each a change of one agency's data in some of its documents, and the rule that must find it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from builders.periksa import angka

from .daerah import DOKUMEN, TAHUN, Baris, Daerah, Pd, Ukur, tulis_angka


@dataclass(frozen=True)
class Cacat:
    """dokumen: kinds of documents that are changed ("rpjmd" holds all agencies) · kutipan: what the finding must say."""

    aturan: str
    pd: str
    dokumen: tuple[str, ...]
    kutipan: str
    ubah: Callable[[Daerah, Pd], None]
    objek: tuple[str, ...] = ()
    """Texts of what stands around the defect, by which a consequence of it is known."""

    def kena(self, kunci: str) -> bool:
        jenis, _, pd = kunci.partition("-")
        return jenis in self.dokumen and pd in ("", self.pd)


SEMUA = ("rpjmd", "renstra", "renja", "pk", "lkjip", "cascading")
PD = SEMUA[1:]


def _geser(teks: str, bagian: float) -> str:
    return tulis_angka(angka(teks) * bagian, len(teks.partition(",")[2]))


def _sasaran(pd: Pd, ke: int) -> Ukur:
    return pd.sasaran[ke].ukur[0]


def _atur(tempat: Callable[[Pd], Ukur], **nilai: object) -> Callable[[Daerah, Pd], None]:
    def ubah(_daerah: Daerah, pd: Pd) -> None:
        ukur = tempat(pd)
        for nama, isi in nilai.items():
            setattr(ukur, nama, isi)

    return ubah


def _target(tempat: Callable[[Pd], Ukur], tahun: int, isi: Callable[[str], str]) -> Callable[[Daerah, Pd], None]:
    def ubah(_daerah: Daerah, pd: Pd) -> None:
        ukur = tempat(pd)
        ukur.target[tahun] = isi(ukur.target[tahun])

    return ubah


def _kali(bagian: float) -> Callable[[str], str]:
    return lambda teks: _geser(teks, bagian)


def _lain(tempat: Callable[[Pd], Ukur], nama: str, isi: Callable[[Ukur], str]) -> Callable[[Daerah, Pd], None]:
    def ubah(_daerah: Daerah, pd: Pd) -> None:
        ukur = tempat(pd)
        ukur.lain[nama] = isi(ukur)

    return ubah


def _baris(tempat: Callable[[Pd], Baris], ubah_baris: Callable[[Baris], None]) -> Callable[[Daerah, Pd], None]:
    return lambda _daerah, pd: ubah_baris(tempat(pd))


def _deret(ukur: Ukur, nilai: list[str]) -> None:
    ukur.awal, ukur.target = nilai[0], dict(zip(TAHUN, nilai[1:], strict=True))


def semua(pd: Pd, ke: int) -> list[Cacat]:
    """All defects that can be seeded at the ke-th sasaran of an agency and the programme below it."""
    p = lambda satu: satu.program[1 + ke]  # noqa: E731
    k = lambda satu: p(satu).anak[0]  # noqa: E731
    s = lambda satu: k(satu).anak[0]  # noqa: E731
    goal = lambda satu: _sasaran(satu, ke)  # noqa: E731
    hasil = lambda satu: p(satu).ukur[0]  # noqa: E731
    ukur, program, kegiatan, sub = goal(pd), p(pd), k(pd), s(pd)
    nama = ukur.nama

    objek = (
        nama,
        pd.sasaran[ke].uraian,
        program.nama,
        program.hasil,
        hasil(pd).nama,
        kegiatan.nama,
        kegiatan.ukur[0].nama,
        sub.nama,
        sub.ukur[0].nama,
        program.pengampu,
    )

    def c(aturan: str, dokumen: tuple[str, ...], kutipan: str, ubah: Callable[[Daerah, Pd], None]) -> Cacat:
        return Cacat(aturan, pd.kunci, dokumen, kutipan, ubah, objek)

    def stagnan(_daerah: Daerah, satu: Pd) -> None:
        _deret(hasil(satu), [hasil(satu).awal] * 7)

    def salin(_daerah: Daerah, satu: Pd) -> None:
        p(satu).ukur, p(satu).hasil = [goal(satu)], satu.sasaran[ke].uraian

    def kode(awal: str, baru: str) -> Callable[[Daerah, Pd], None]:
        def ubah(_daerah: Daerah, satu: Pd) -> None:
            for baris in (k(satu), s(satu)):
                baris.kode = baris.kode.replace(awal, baru)

        return ubah

    def buang_program(_daerah: Daerah, satu: Pd) -> None:
        del satu.program[1 + ke]

    def ganti_goal(baru: str) -> Callable[[Daerah, Pd], None]:
        return lambda _daerah, satu: setattr(satu.sasaran[ke], "uraian", baru)

    balik = [_geser(ukur.awal, 1 + (0.03 * n if ukur.arah == "turun" else -0.03 * n)) for n in range(7)]
    jumlah = f"Jumlah dokumen laporan {pd.nama} yang disusun"
    upaya = "Peningkatan " + pd.sasaran[ke].uraian.split(" ", 1)[1]
    return [
        c("TGT-01", ("pk",), nama, _target(goal, DOKUMEN, _kali(0.93))),
        c("TGT-02", ("renstra",), pd.ukur[0].nama, _target(lambda satu: satu.ukur[0], 2028, _kali(0.97))),
        c("TGT-04", ("renja",), sub.ukur[0].nama, _target(lambda satu: s(satu).ukur[0], DOKUMEN, _kali(0.6))),
        c("TGT-06", ("renstra",), pd.ukur[0].nama, lambda _d, satu: setattr(satu.ukur[0], "awal", _geser(satu.ukur[0].awal, 0.985))),
        c("TGT-09", SEMUA, hasil(pd).nama, stagnan),
        c("TGT-11", ("renstra", "cascading", "pk", "lkjip"), nama, lambda _d, satu: _deret(goal(satu), balik)),
        c("TGT-13", ("renstra",), nama, _target(goal, 2029, lambda _teks: "")),
        c("TGT-14", ("renstra",), nama, _target(goal, 2030, lambda _teks: "Meningkat")),
        c("TGT-17", ("renstra",), sub.ukur[0].nama, _atur(lambda satu: s(satu).ukur[0], satuan="")),
        c(
            "TGT-18",
            SEMUA,
            "Persentase warga terlayani " + pd.nama,
            _atur(hasil, nama="Persentase warga terlayani " + pd.nama, satuan="Orang"),
        ),
        c("ANG-01", ("renstra",), program.nama, _baris(p, lambda b: b.pagu.update({2028: b.rp(2028) + 75_000_000}))),
        c("ANG-02", ("renja",), program.nama, _baris(s, lambda b: b.uang.update({DOKUMEN: round(b.uang[DOKUMEN] * 1.4)}))),
        c("ANG-03", ("rpjmd",), program.nama, _baris(p, lambda b: b.pagu.update({2029: round(b.rp(2029) * 1.25)}))),
        c(
            "SEL-07",
            ("pk",),
            f"Tingkat kepercayaan publik terhadap {pd.nama}",
            _atur(goal, nama=f"Tingkat kepercayaan publik terhadap {pd.nama}", satuan="%"),
        ),
        c("TGT-16", ("pk",), nama, _atur(goal, satuan="Laporan" if ukur.satuan != "Laporan" else "Orang")),
        c("CAS-01", ("renstra",), pd.sasaran[ke].uraian, buang_program),
        c(
            "SEL-12",
            ("rpjmd",),
            "PROGRAM PENINGKATAN KERJA SAMA ANTARDAERAH",
            _baris(p, lambda b: (setattr(b, "nama", "PROGRAM PENINGKATAN KERJA SAMA ANTARDAERAH"), setattr(b, "kode", b.kode[:-2] + "19"))),
        ),
        c("IND-02", PD, jumlah, _atur(goal, nama=jumlah, satuan="Dokumen")),
        c(
            "IND-06",
            SEMUA,
            f"{hasil(pd).nama} dan persentase pengaduan yang selesai",
            _atur(hasil, nama=f"{hasil(pd).nama} dan persentase pengaduan yang selesai"),
        ),
        c("IND-11", PD, upaya, ganti_goal(upaya)),
        c(
            "IND-14",
            ("renstra",),
            "Prosentase",
            _atur(
                hasil,
                nama="Prosentase" + hasil(pd).nama[10:] if hasil(pd).nama.startswith("Persentase") else "Prosentase " + hasil(pd).nama,
            ),
        ),
        c("IND-17", PD, "Meningkatnya " + nama, ganti_goal("Meningkatnya " + nama)),
        c("LVL-02", ("pk",), nama, salin),
        c(
            "NOM-01",
            ("renstra",),
            sub.nama,
            _baris(s, lambda b: setattr(b, "kode", b.kode.replace(kegiatan.kode, kegiatan.kode[:-1] + "9"))),
        ),
        c("NOM-02", ("renstra",), kegiatan.nama, kode(program.kode + ".2.", program.kode + ".1.")),
        c("PK-01", ("pk",), "April 2026", lambda _d, satu: setattr(satu, "tanggal_pk", "17 April 2026")),
        c("PK-03", ("pk",), pd.kepala, lambda _d, satu: setattr(satu, "tanpa_anggaran", True)),
        c("LKJ-04", ("lkjip",), nama, _lain(goal, "capaian", lambda _u: "118,35")),
        c("LKJ-06", ("lkjip",), nama, _lain(goal, "realisasi", lambda _u: "n/a")),
        c("LKJ-11", ("lkjip",), nama, _lain(goal, "target", lambda u: _geser(u.target[DOKUMEN], 0.9))),
    ]


def pilih(daerah: Daerah, acak: random.Random, banyak: int, terpakai: dict[str, int]) -> list[Cacat]:
    """One defect at each of so many sasaran, of kinds that were used least so far. Defects at one agency are of different kinds."""
    tempat = [(pd, ke) for pd in daerah.pd for ke in range(len(pd.sasaran))]
    acak.shuffle(tempat)
    hasil: list[Cacat] = []
    for pd, ke in tempat[:banyak]:
        lain = {satu.aturan for satu in hasil if satu.pd == pd.kunci}
        calon = [satu for satu in semua(pd, ke) if satu.aturan not in lain and _sah(satu, pd, ke)]
        calon.sort(key=lambda satu: (terpakai.get(satu.aturan, 0), acak.random()))
        hasil.append(calon[0])
        terpakai[calon[0].aturan] = terpakai.get(calon[0].aturan, 0) + 1
    return hasil


def _sah(satu: Cacat, pd: Pd, ke: int) -> bool:
    """Whether a defect is one at this place: a count is no percentage, a good figure under a limit must stay possible."""
    ukur = pd.sasaran[ke].ukur[0]
    if satu.aturan == "IND-06":
        return pd.program[1 + ke].ukur[0].satuan == "%"
    if satu.aturan == "TGT-16":
        return ukur.satuan == "%"
    if satu.aturan == "TGT-09":
        return pd.program[1 + ke].ukur[0].satuan != "Menit"  # a standard of service may stay, says the rule
    if satu.aturan == "LVL-02":
        return pd.kunci != "kecamatan"  # an agency of one unit, which the rule lets off
    if satu.aturan == "CAS-01":
        return ke == 0  # the other sasaran keeps the supporting programme
    if satu.aturan in ("IND-17", "TGT-14"):
        return ukur.arah == "naik"
    if satu.aturan == "TGT-11":
        return ukur.satuan != "Nilai"
    return True
