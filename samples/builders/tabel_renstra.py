"""The tables of a Renstra in the form of Inmendagri 2/2025: 3.1, 4.1, 4.2, 4.3, 4.4, 4.5."""

from __future__ import annotations

from dataclasses import dataclass

from .kota import TAHUN_PROGRAM, TAHUN_SASARAN, Indikator, Kegiatan, Kota, Outcome, PerangkatDaerah, Program, Tujuan
from .mutasi import Data
from .tabel import ATAS, KIRI, Tabel, rupiah


@dataclass(frozen=True)
class Gaya:
    """How an agency lays out its tables.

    satuan: a column of its own, else in brackets behind the indicator · gabung: cells of one goal are merged, else they
    are empty with borders · nomor: a row of column numbers under the header · pagu_outcome: the outcome row repeats the
    pagu of a program with one outcome.
    """

    satuan: bool = True
    gabung: bool = True
    nomor: bool = True
    pagu_outcome: bool = True


def _nama(gaya: Gaya, indikator: Indikator) -> list[str]:
    if gaya.satuan:
        return [indikator.nama, indikator.satuan]
    return [f"{indikator.nama} ({indikator.satuan})" if indikator.satuan else indikator.nama]


def _kosong(gaya: Gaya) -> list[str]:
    return ["", ""] if gaya.satuan else [""]


def _ulang(gaya: Gaya) -> str:
    return ATAS if gaya.gabung else ""


def _rujukan(kota: Kota, pd: PerangkatDaerah, tujuan: Tujuan) -> str:
    nspk = "\n".join(f"- {butir}" for butir in pd.nspk)
    if not tujuan.rujukan:
        return f"NSPK:\n{nspk}\nSasaran RPJMD yang Relevan:\n-"
    sasaran = "\n".join(f"- {kota.uraian_sasaran(id_)}" for id_ in tujuan.rujukan)
    return f"NSPK:\n{nspk}\nSasaran RPJMD yang Relevan:\n{sasaran}"


def tabel_31(data: Data, dokumen: str, kunci: str, gaya: Gaya) -> Tabel:
    """Tujuan dan sasaran."""
    kota = data.untuk(dokumen, "3.1")
    pd = kota.perangkat(kunci)
    s = ["SATUAN"] if gaya.satuan else []
    n = 4 + len(s)
    tabel = Tabel(
        f"Tabel 3.1 Teknik Merumuskan Tujuan dan Sasaran Renstra {pd.nama} Tahun {pd.periode}",
        [
            [
                "NSPK DAN SASARAN RPJMD YANG RELEVAN",
                "TUJUAN",
                "SASARAN",
                "INDIKATOR",
                *s,
                "BASELINE 2024",
                "TARGET TAHUN",
                *[KIRI] * 5,
                "KET.",
            ],
            [ATAS] * (n + 1) + [str(t) for t in TAHUN_SASARAN] + [ATAS],
        ],
        [2.6, 1.7, 1.7, 2.2, *([1.0] if gaya.satuan else []), 0.95, *[0.82] * 6, 0.7],
        nomor=gaya.nomor,
        angka=frozenset(range(n - len(s), n + 8)),
    )
    for tujuan in pd.tujuan:
        kiri = [_rujukan(kota, pd, tujuan), tujuan.uraian]
        for indikator in tujuan.indikator or [None]:
            tabel.tambah(*kiri, "", *_ukur(gaya, indikator), "")
            kiri = [_ulang(gaya)] * 2
        for sasaran in tujuan.sasaran:
            uraian = sasaran.uraian
            for indikator in sasaran.indikator or [None]:
                tabel.tambah(*kiri, uraian, *_ukur(gaya, indikator), "")
                uraian = _ulang(gaya)
    return tabel


def _ukur(gaya: Gaya, indikator: Indikator | None) -> list[str]:
    if indikator is None:
        return [*_kosong(gaya), *[""] * 7]
    return [*_nama(gaya, indikator), indikator.baseline, *indikator.target.values()]


def tabel_41(data: Data, dokumen: str, kunci: str, gaya: Gaya) -> Tabel:
    """Teknik merumuskan program/kegiatan/subkegiatan: the cascading matrix, one row a box."""
    kota = data.untuk(dokumen, "4.1")
    pd = kota.perangkat(kunci)
    tabel = Tabel(
        f"Tabel 4.1 Teknik Merumuskan Program/Kegiatan/Subkegiatan Renstra {pd.nama} Tahun {pd.periode}",
        [
            [
                "NSPK DAN SASARAN RPJMD YANG RELEVAN",
                "TUJUAN",
                "SASARAN",
                "OUTCOME",
                "OUTPUT",
                "INDIKATOR",
                "PROGRAM / KEGIATAN / SUBKEGIATAN",
                "KETERANGAN",
            ]
        ],
        [1.7, 1.25, 1.25, 1.4, 1.4, 1.9, 2.2, 0.9],
        nomor=gaya.nomor,
    )

    def isi(rujukan: str, tujuan: str, sasaran: str, outcome: str, output: str, indikator: list[Indikator], rincian: str) -> None:
        for ukur in indikator or [None]:
            nama = "" if ukur is None else f"{ukur.nama} ({ukur.satuan})"
            tabel.tambah(rujukan, tujuan, sasaran, outcome, output, nama, rincian, "")
            rujukan = tujuan = sasaran = ""
            outcome, output, rincian = (_ulang(gaya) if nilai else "" for nilai in (outcome, output, rincian))

    for tujuan in pd.tujuan:
        rujukan = "\n".join(f"- {kota.uraian_sasaran(id_)}" for id_ in tujuan.rujukan) or "-"
        isi(rujukan, tujuan.uraian, "", "", "", tujuan.indikator, "")
        for sasaran in tujuan.sasaran:
            isi("", "", sasaran.uraian, "", "", sasaran.indikator, "")
            for program, outcome in pd.outcome_dari(sasaran):
                isi("", "", "", outcome.uraian, "", outcome.indikator, f"{program.id} - {program.nama}")
                for kegiatan in program.kegiatan_dari(outcome):
                    isi("", "", "", "", kegiatan.output, kegiatan.indikator, f"{kegiatan.id} - {kegiatan.nama}")
                    for sub in kegiatan.sub:
                        isi("", "", "", "", sub.output, sub.indikator, f"{sub.id} - {sub.nama}")
    return tabel


def tabel_42(data: Data, dokumen: str, kunci: str, gaya: Gaya) -> Tabel:
    """Rencana program/kegiatan/subkegiatan dan pendanaan: a row of the code with its pagu, then its outcome or output."""
    pd = data.untuk(dokumen, "4.2").perangkat(kunci)
    s = ["SATUAN"] if gaya.satuan else []
    n = 3 + len(s)
    tabel = Tabel(
        f"Tabel 4.2 Rencana Program/Kegiatan/Subkegiatan dan Pendanaan {pd.nama} Tahun 2026–2030",
        [
            [
                "BIDANG URUSAN / PROGRAM / OUTCOME / KEGIATAN / SUBKEGIATAN / OUTPUT",
                "INDIKATOR OUTCOME / OUTPUT",
                *s,
                "BASELINE TAHUN 2024",
                "TARGET DAN PAGU INDIKATIF TAHUN",
                *[KIRI] * 9,
                "KETERANGAN",
            ],
            [ATAS] * n + [teks for t in TAHUN_PROGRAM for teks in (str(t), KIRI)] + [ATAS],
            [ATAS] * n + ["TARGET", "PAGU"] * 5 + [ATAS],
        ],
        [2.5, 2.3, *([0.8] if gaya.satuan else []), 0.85, *[0.72, 1.32] * 5, 0.9],
        nomor=gaya.nomor,
        angka=frozenset({*range(2, n), *range(n, n + 10, 2)}),
        uang=frozenset(range(n + 1, n + 10, 2)),
    )

    def pagu(objek: object, nama: str, peran: str) -> None:
        uang = [teks for t in TAHUN_PROGRAM for teks in ("", rupiah(objek.cetak(t)))]
        tabel.tambah(nama, "", *[""] * len(s), "", *uang, "", peran=peran)

    def hasil(uraian: str, indikator: list[Indikator], objek: object | None) -> None:
        for nomor, ukur in enumerate(indikator or [None]):
            target = [ukur.target[t] if ukur else "" for t in TAHUN_PROGRAM]
            if objek is None:
                uang = [""] * 5
            elif nomor == 0:
                uang = [rupiah(objek.cetak(t)) for t in TAHUN_PROGRAM]
            else:
                uang = [_ulang(gaya)] * 5
            pasangan = [teks for pasang in zip(target, uang, strict=True) for teks in pasang]
            nama = _kosong(gaya) if ukur is None else _nama(gaya, ukur)
            tabel.tambah(uraian, *nama, "" if ukur is None else ukur.baseline, *pasangan, "")
            uraian = _ulang(gaya)

    pagu(pd, f"{pd.urusan} - {pd.nama_urusan}", "urusan")
    for program in pd.program:
        pagu(program, f"{program.id} - {program.nama}", "program")
        satu = len(program.outcome) == 1 and gaya.pagu_outcome
        for outcome in program.outcome:
            hasil(outcome.uraian, outcome.indikator, program if satu else None)
        for kegiatan in program.kegiatan:
            pagu(kegiatan, f"{kegiatan.id} - {kegiatan.nama}", "kegiatan")
            hasil(kegiatan.output, kegiatan.indikator, kegiatan)
            for sub in kegiatan.sub:
                pagu(sub, f"{sub.id} - {sub.nama}", "subkegiatan")
                hasil(sub.output, sub.indikator, sub)
    return tabel


def tabel_43(data: Data, dokumen: str, kunci: str, gaya: Gaya) -> Tabel:
    """Subkegiatan prioritas: of each program but the supporting one, the first outcome and its first kegiatan."""
    pd = data.untuk(dokumen, "4.3").perangkat(kunci)
    tabel = Tabel(
        f"Tabel 4.3 Daftar Subkegiatan Prioritas {pd.nama} dalam Mendukung Program Prioritas Pembangunan Daerah",
        [["NO", "PROGRAM PRIORITAS", "OUTCOME", "KEGIATAN / SUBKEGIATAN", "KETERANGAN"]],
        [0.4, 2.2, 2.2, 3.4, 1.2],
        nomor=gaya.nomor,
        angka=frozenset({0}),
    )
    for nomor, program in enumerate(pd.program[1:], 1):
        outcome = program.outcome[0]
        awal = [str(nomor), f"{program.id} - {program.nama}", outcome.uraian]
        for kegiatan in _utama(program, outcome):
            for kode, nama in [(kegiatan.id, kegiatan.nama), *((x.id, x.nama) for x in kegiatan.sub)]:
                tabel.tambah(*awal, f"{kode} - {nama}", "")
                awal = [_ulang(gaya)] * 3
    return tabel


def _utama(program: Program, outcome: Outcome) -> list[Kegiatan]:
    return (program.kegiatan_dari(outcome) or program.kegiatan)[:1]


def tabel_44(data: Data, dokumen: str, kunci: str, gaya: Gaya) -> Tabel:
    """Indikator kinerja utama: the indicators of the sasaran."""
    pd = data.untuk(dokumen, "4.4").perangkat(kunci)
    tabel = Tabel(
        f"Tabel 4.4 Indikator Kinerja Utama {pd.nama}",
        [
            ["NO", "INDIKATOR", "SATUAN", "BASELINE TAHUN 2024", "TARGET TAHUN", *[KIRI] * 5, "KETERANGAN"],
            [ATAS] * 4 + [str(t) for t in TAHUN_SASARAN] + [ATAS],
        ],
        [0.5, 3.0, 1.1, 1.0, *[0.8] * 6, 1.1],
        nomor=gaya.nomor,
        angka=frozenset({0, *range(2, 10)}),
    )
    nomor = 0
    for sasaran in pd.sasaran:
        for ukur in sasaran.indikator:
            nomor += 1
            tabel.tambah(str(nomor), ukur.nama, ukur.satuan, ukur.baseline, *ukur.target.values(), "")
    return tabel


def tabel_45(data: Data, dokumen: str, kunci: str, gaya: Gaya) -> Tabel:
    """Indikator kinerja kunci."""
    pd = data.untuk(dokumen, "4.5").perangkat(kunci)
    tabel = Tabel(
        f"Tabel 4.5 Indikator Kinerja Kunci {pd.nama}",
        [
            ["NO", "INDIKATOR", "SATUAN", "DEFINISI OPERASIONAL / RUMUS", "BASELINE TAHUN 2024", "TARGET TAHUN", *[KIRI] * 5],
            [ATAS] * 5 + [str(t) for t in TAHUN_SASARAN],
        ],
        [0.5, 2.6, 0.9, 2.4, 1.0, *[0.75] * 6],
        nomor=gaya.nomor,
        angka=frozenset({0, 2, *range(4, 11)}),
    )
    for nomor, ukur in enumerate(pd.ikk, 1):
        tabel.tambah(str(nomor), ukur.nama, ukur.satuan, ukur.rumus, ukur.baseline, *ukur.target.values())
    return tabel


SEMUA = {"3.1": tabel_31, "4.1": tabel_41, "4.2": tabel_42, "4.3": tabel_43, "4.4": tabel_44, "4.5": tabel_45}


def tabel_32(data: Data, dokumen: str, kunci: str, narasi: dict) -> Tabel:
    """Penahapan: one column a year."""
    pd = data.untuk(dokumen, "3.2").perangkat(kunci)
    tahap = [f"TAHAP {romawi} ({tahun})" for romawi, tahun in zip(("I", "II", "III", "IV", "V"), TAHUN_PROGRAM, strict=True)]
    tabel = Tabel(f"Tabel 3.2 Penahapan Pembangunan Renstra {pd.nama}", [tahap], [1.0] * 5)
    tabel.tambah(*narasi["pentahapan"])
    return tabel


def tabel_33(data: Data, dokumen: str, kunci: str) -> Tabel:
    """Strategi dan arah kebijakan: the policy direction of each RPJMD sasaran that the agency cites."""
    kota = data.untuk(dokumen, "3.3")
    pd = kota.perangkat(kunci)
    judul = f"Tabel 3.3 Teknik Merumuskan Arah Kebijakan Renstra {pd.nama}"
    kepala = [["NO", "OPERASIONALISASI NSPK", "ARAH KEBIJAKAN RPJMD", "ARAH KEBIJAKAN RENSTRA PD", "KET."]]
    tabel = Tabel(judul, kepala, [0.4, 2.2, 2.4, 2.6, 0.7], angka=frozenset({0}))
    arah = {s.id: s.arah_kebijakan for s in kota.sasaran}
    for nomor, id_ in enumerate((id_ for t in pd.tujuan for id_ in t.rujukan), 1):
        isu = pd.isu[(nomor - 1) % len(pd.isu)]
        tabel.tambah(str(nomor), pd.nspk[(nomor - 1) % len(pd.nspk)], arah[id_], f"Layanan terpadu untuk menjawab {isu}", "")
    return tabel
