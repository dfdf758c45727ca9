"""What is extracted from the clean documents of the regions is the tree of their data file: each goal with its code, indicator, unit,
baseline, targets of all years and money, no row more and none less."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from .cacat import SAMPLES
from .test_wilayah import report

sys.path.insert(0, str(SAMPLES))

from builders.kabupaten import GAYA
from builders.kota import Kota, PerangkatDaerah, muat_kota
from builders.pk import pk_eselon3, pk_kdh, pk_kepala, pk_staf
from builders.wilayah import BERSIH, KABUPATEN, PROVINSI, SEMUA, Wilayah

from .pohon import Baris, dibaca, goal_daerah, goal_pd, janji, jenjang, program, rencana

Harapan = tuple[str, tuple[int, ...], frozenset[str], Counter[Baris]]
"""Kind of the tables, years, columns that count, rows."""
SATUAN = frozenset({"satuan"})


def harapan(wilayah: Wilayah, kunci: str, kota: Kota) -> Iterator[Harapan]:
    """What the tables of a document must be read as; nothing for reports, which print no part of the tree."""
    sasaran, tahun = kota.tahun.sasaran, kota.tahun.dokumen
    jenis, _, nama = kunci.partition("-")
    pd = next((satu for satu in kota.pd if satu.kunci == nama), None)
    if jenis == "rpjmd":
        yield "tujuan_sasaran", sasaran, SATUAN | {"baseline"}, goal_daerah(kota, sasaran, SATUAN | {"baseline"})
        isi = SATUAN | {"baseline", "kode", "uang", *_hasil(wilayah)}
        yield "program", kota.tahun.program, isi, program(kota.pd, kota.tahun.program, isi, bawah=False)
    elif jenis == "iku":
        yield "iku", (), SATUAN, sum((goal_pd(satu, (), SATUAN, False) for satu in kota.pd), goal_daerah(kota, (), SATUAN, False))
    elif jenis == "pk" and (pd or "-" in kunci):
        yield "pk", (tahun,), frozenset(), _janji(wilayah, kota, pd)
    elif pd is not None:
        yield from _pd(wilayah, jenis, kota, pd)


def _pd(wilayah: Wilayah, jenis: str, kota: Kota, pd: PerangkatDaerah) -> Iterator[Harapan]:
    tahun = kota.tahun.dokumen
    if jenis == "renstra":
        # units that stand in brackets behind the name, or in the cell of a target, are no column of their own
        lepas = wilayah is KABUPATEN and GAYA[pd.kunci].satuan in ("kurung", "sel")
        isi = frozenset({"baseline", "kurung"}) if lepas else SATUAN | {"baseline"}
        yield "tujuan_sasaran", kota.tahun.sasaran, isi, goal_pd(pd, kota.tahun.sasaran, isi)
        isi |= {"kode", "uang", *_hasil(wilayah)}
        yield "program", kota.tahun.program, isi, program([pd], kota.tahun.program, isi)
    elif jenis == "renja":
        isi = SATUAN | {"kode", "uang"}
        yield "renja", (tahun, tahun + 1), isi, program([pd], (tahun, tahun + 1), isi)
    elif jenis == "renaksi":
        yield "rencana_aksi", (tahun,), SATUAN, rencana(pd, tahun, SATUAN)
    elif jenis == "cascading" and wilayah is KABUPATEN:
        yield "cascading", (tahun,), SATUAN, jenjang(pd, tahun, SATUAN)


def _hasil(wilayah: Wilayah) -> set[str]:
    return {"hasil"} if wilayah is PROVINSI else set()


def _janji(wilayah: Wilayah, kota: Kota, pd: PerangkatDaerah | None) -> Counter[Baris]:
    if pd is None:
        return janji([pk_kdh(kota)], kota.tahun.dokumen)
    bawah = pk_staf(kota, pd)
    if wilayah is KABUPATEN and pd.kunci != "hululirang":
        bawah = [pk for pk in bawah if pk.anggaran]
    return janji([pk_kepala(kota, pd), *pk_eselon3(kota, pd), *bawah], kota.tahun.dokumen)


CASES = [
    (wilayah, nama, tabel, tahun, isi, rows)
    for wilayah in SEMUA
    for kunci, (nama, _) in wilayah.dokumen().items()
    for tabel, tahun, isi, rows in harapan(wilayah, kunci, muat_kota(wilayah.data))
]


@pytest.mark.parametrize(("wilayah", "nama", "tabel", "tahun", "isi", "rows"), CASES, ids=[f"{c[0].folder}-{c[1]}-{c[2]}" for c in CASES])
def test_document_is_read_as_its_data(
    wilayah: Wilayah, nama: str, tabel: str, tahun: tuple[int, ...], isi: frozenset[str], rows: Counter[Baris]
) -> None:
    document = next(one for one in report(wilayah.folder, BERSIH).documents if Path(one.berkas).name == nama)
    found = dibaca(document, (tabel,), tahun, isi)
    assert (found - rows, rows - found) == (Counter(), Counter())


def test_nearly_every_kind_of_document_is_held_against_its_data() -> None:
    assert len({nama for _wilayah, nama, *_rest in CASES}) >= 36
    assert sum(sum(rows.values()) for *_rest, rows in CASES) >= 700
