"""What a clean sample document must be read as: rows made from the data file, and the same rows made from what was extracted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from builders.kota import Indikator, Kota, PerangkatDaerah
from builders.periksa import angka
from builders.pk import Pk

from doccheck.model import Dokumen, Kinerja, Nilai

Baris = tuple[str, ...]
"""level, goal, code, indicator, unit, baseline, targets of the years, money of the years; "" where the table has none."""


def polos(teks: str | None) -> str:
    """Letters and digits only: where a narrow cell breaks a word is no difference."""
    return re.sub(r"[^a-z0-9%]+", "", (teks or "").lower())


def _angka(teks: str) -> str:
    return f"{angka(teks):g}" if re.fullmatch(r"[\d.,]+", teks) else polos(teks)


def _nilai(nilai: Nilai | None) -> str:
    if nilai is None or nilai.jenis == "kosong":
        return ""
    return f"{nilai.angka:g}" if nilai.angka is not None else polos(nilai.teks)


def _deret(target: dict[str, Nilai], tahun: Iterable[int]) -> str:
    return " ".join(_nilai(target.get(str(t))) for t in tahun)


def dibaca(dokumen: Dokumen, tabel: tuple[str, ...], tahun: tuple[int, ...], isi: frozenset[str]) -> Counter[Baris]:
    """Rows of the tables of a kind. isi: which columns count: kode, baseline, uang, satuan."""
    hasil: Counter[Baris] = Counter()
    for node in dokumen.kinerja:
        if node.tabel not in tabel or (node.lingkup == "rpjmd" and dokumen.jenis != "rpjmd"):
            continue
        kiri = (
            node.level,
            polos(node.hasil or node.uraian) if "hasil" in isi else polos(node.uraian),
            _kode(node) if "kode" in isi else "",
        )
        uang = _deret(node.anggaran, tahun) if "uang" in isi else ""
        for satu in node.indikator:
            awal = _nilai(satu.baseline.nilai) if satu.baseline and "baseline" in isi else ""
            satuan = polos(satu.satuan) if "satuan" in isi else ""
            nama = re.sub(r"\s*\([^()]*\)\s*$", "", satu.uraian) if "kurung" in isi else satu.uraian
            hasil[(*kiri, polos(nama), satuan, awal, _deret(satu.target, tahun), uang)] += 1
        if not node.indikator and uang.strip():
            hasil[(*kiri, "", "", "", "", uang)] += 1
    return hasil


def _kode(node: Kinerja) -> str:
    return (node.kode or "").strip(". ")


def _baris(level: str, uraian: str, kode: str, ukur: Indikator, tahun: tuple[int, ...], uang: str, isi: frozenset[str]) -> Baris:
    kiri = (level, polos(uraian), kode if "kode" in isi else "", polos(ukur.nama), polos(ukur.satuan) if "satuan" in isi else "")
    nilai = " ".join(_angka(ukur.target.get(t, "")) for t in tahun)
    return (*kiri, _angka(ukur.baseline) if "baseline" in isi else "", nilai, uang if "uang" in isi else "")


def goal_pd(pd: PerangkatDaerah, tahun: tuple[int, ...], isi: frozenset[str], tujuan: bool = True) -> Counter[Baris]:
    """Tujuan and sasaran of an agency."""
    hasil: Counter[Baris] = Counter()
    for satu in pd.tujuan:
        for ukur in satu.indikator if tujuan else []:
            hasil[_baris("tujuan", satu.uraian, "", ukur, tahun, "", isi)] += 1
        for sasaran in satu.sasaran:
            for ukur in sasaran.indikator:
                hasil[_baris("sasaran", sasaran.uraian, "", ukur, tahun, "", isi)] += 1
    return hasil


def goal_daerah(kota: Kota, tahun: tuple[int, ...], isi: frozenset[str], tujuan: bool = True) -> Counter[Baris]:
    """Tujuan and sasaran of the region."""
    hasil: Counter[Baris] = Counter()
    for satu in kota.tujuan:
        for ukur in satu.indikator if tujuan else []:
            hasil[_baris("tujuan", satu.uraian, "", ukur, tahun, "", isi)] += 1
        for sasaran in satu.sasaran:
            for ukur in sasaran.indikator:
                hasil[_baris("sasaran", sasaran.uraian, "", ukur, tahun, "", isi)] += 1
    return hasil


def program(pds: Iterable[PerangkatDaerah], tahun: tuple[int, ...], isi: frozenset[str], bawah: bool = True) -> Counter[Baris]:
    """Programs (bawah: and kegiatan and subkegiatan) with codes and money, which stands beside the first outcome of a program only."""
    hasil: Counter[Baris] = Counter()
    for objek, level, indikator, uraian in (baris for pd in pds for baris in _program(pd, "hasil" in isi, bawah)):
        lanjut = level == "program" and "hasil" in isi and uraian != objek.outcome[0].uraian
        uang = " ".join("" if lanjut else f"{objek.cetak(t):g}" for t in tahun)
        for ukur in indikator:
            hasil[_baris(level, uraian, objek.id, ukur, tahun, uang, isi)] += 1
    return hasil


def _program(pd: PerangkatDaerah, hasil: bool, bawah: bool) -> Iterator[tuple]:
    for satu in pd.program:
        if hasil:
            for outcome in satu.outcome:
                yield satu, "program", outcome.indikator, outcome.uraian
        else:
            yield satu, "program", [u for o in satu.outcome for u in o.indikator], satu.nama
        for kegiatan in satu.kegiatan if bawah else []:
            yield kegiatan, "kegiatan", kegiatan.indikator, kegiatan.output if hasil else kegiatan.nama
            for sub in kegiatan.sub:
                yield sub, "subkegiatan", sub.indikator, sub.output if hasil else sub.nama


def janji(semua: Iterable[Pk], tahun: int) -> Counter[Baris]:
    """What agreements promise for a year."""
    hasil: Counter[Baris] = Counter()
    for uraian, indikator in (sasaran for satu in semua for sasaran in satu.sasaran):
        for ukur in indikator:
            hasil[_baris("sasaran", uraian, "", ukur, (tahun,), "", frozenset())] += 1
    return hasil


def jenjang(pd: PerangkatDaerah, tahun: int, isi: frozenset[str]) -> Counter[Baris]:
    """Sasaran, outcomes and outputs of an agency as a list of posts by level prints them: all of them are goals of some post."""
    hasil = goal_pd(pd, (tahun,), isi, tujuan=False)
    for _objek, _level, indikator, uraian in _program(pd, True, True):
        for ukur in indikator:
            hasil[_baris("sasaran", uraian, "", ukur, (tahun,), "", isi)] += 1
    return hasil


def rencana(pd: PerangkatDaerah, tahun: int, isi: frozenset[str]) -> Counter[Baris]:
    """Sasaran, programs and kegiatan of an action plan."""
    hasil = goal_pd(pd, (tahun,), isi, tujuan=False)
    for _objek, level, indikator, uraian in _program(pd, False, True):
        for ukur in indikator if level != "subkegiatan" else ():
            hasil[_baris(level, uraian, "", ukur, (tahun,), "", isi)] += 1
    return hasil
