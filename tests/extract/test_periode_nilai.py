"""Which part of a year a heading names, and whether the parts add up."""

from __future__ import annotations

import pytest

from doccheck.extract.nilai.baca import parse_nilai
from doccheck.extract.pohon.baris import Susunan
from doccheck.extract.pohon.periode_nilai import PembacaPeriode, bagian_tahun, kolom_periode
from doccheck.extract.tabel.kolom import Kolom


@pytest.mark.parametrize(
    ("kepala", "bagian"),
    [
        ("Triwulan I", "TW1"),
        ("TRIWU LAN III", "TW3"),
        ("TW-IV / Target", "TW4"),
        ("Tw ke 2", "TW2"),
        ("Target Kinerja Triwulanan / III", "TW3"),
        ("Realisasi s.d. Triwulan II", "TW2"),
        ("Semester II", "S2"),
        ("Bulan / Jan", "01"),
        ("Pebruari 2026", "02"),
        ("Bulan / 11", "11"),
        ("Target Bulan / Agt", "08"),
        ("Capaian Triwulan ini", None),
        ("Target 2026", None),
        ("Bulan / 13", None),
        ("Triwulan", None),
    ],
)
def test_bagian_tahun(kepala: str, bagian: str | None) -> None:
    assert bagian_tahun(kepala) == bagian


@pytest.mark.parametrize(
    ("kepala", "isi"),
    [
        ("Triwulan I", "target"),
        ("Triwulan I / Realisasi", "realisasi"),
        ("Realisasi Kinerja / I", "realisasi"),
        ("Triwulan I / %", "capaian"),
        ("Triwulan I / Realisasi Keuangan (Rp)", "realisasi_anggaran"),
        ("Triwulan I / Anggaran", None),
    ],
)
def test_isi(kepala: str, isi: str | None) -> None:
    found = kolom_periode(Kolom(peran="periode_bulan", kepala=kepala))
    assert (found.isi if found else None) == isi


@pytest.mark.parametrize(
    ("parts", "total", "cumulative"),
    [
        (["25", "50", "75", "100"], "100", True),
        (["3", "3", "3", "3"], "12", False),
        (["33,3", "33,3", "33,4"], "100", False),
        (["0", "0", "0", "80"], "80", None),
        (["10", "20"], "90", None),
        (["-", "80"], "80", None),
    ],
)
def test_kumulatif(parts: list[str], total: str, cumulative: bool | None) -> None:
    reader = PembacaPeriode(Susunan({0: Kolom(peran="periode_bulan", kepala="Triwulan I")}), 2026)
    values = {f"2026-TW{number}": parse_nilai(text) for number, text in enumerate(parts, 1)}
    assert reader.kumulatif(values, {"2026": parse_nilai(total)}) is cumulative
