"""Codes of the nomenclature and of agencies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doccheck.extract.tulisan.kode import baca_kode, gabung_kode, induk_kode, kode_pd, level_kode, pisah_kode


@pytest.mark.parametrize(
    ("text", "code", "level"),
    [
        ("1", "1", "urusan"),
        ("1 . 01", "1.01", "bidang"),
        ("2,01", "2.01", "bidang"),
        ("3:27:03", "3.27.03", "program"),
        ("4.02.02.", "4.02.02", "program"),
        ("X.XX.01", "X.XX.01", "program"),
        ("1.01.02.2.01", "1.01.02.2.01", "kegiatan"),
        ("1.01.02.2.01.0001", "1.01.02.2.01.0001", "subkegiatan"),
        ("1.01.02.2.01.15", "1.01.02.2.01.15", "subkegiatan"),
        ("7.01.0.00.0.00.06.000", "7.01.0.00.0.00.06.000", None),
    ],
)
def test_read(text: str, code: str, level: str | None) -> None:
    assert baca_kode(text) == code
    assert level_kode(code) == level


@pytest.mark.parametrize("text", ["1.1.1", "Program", "12", "2025", "1.01.02.3.01", "", "9.01"])
def test_no_code(text: str) -> None:
    assert baca_kode(text) is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2.09.02 - Penyediaan Pangan", ("2.09.02", "Penyediaan Pangan")),
        ("[1.01.02] PROGRAM PENDIDIKAN", ("1.01.02", "PROGRAM PENDIDIKAN")),
        ("2.22.3.26.0.00.01.0000 - Dinas Kebudayaan", ("2.22.3.26.0.00.01.0000", "Dinas Kebudayaan")),
        ("1.Optimalnya layanan", (None, "1.Optimalnya layanan")),
        ("5 titik", (None, "5 titik")),
        ("PROGRAM PENDIDIKAN", (None, "PROGRAM PENDIDIKAN")),
    ],
)
def test_glued(text: str, parts: tuple[str | None, str]) -> None:
    assert pisah_kode(text) == parts


def test_split_over_cells() -> None:
    assert gabung_kode(["5", "01", "01", "2,01", ""]) == "5.01.01.2.01"
    assert gabung_kode(["5", "01", "01", "2.01", "02"]) == "5.01.01.2.01.02"
    assert gabung_kode(["", ""]) is None


def test_agency_code() -> None:
    assert kode_pd("2.17.3.30.0.00.01.0000") == "2.17.3.30.0.00.01.0000"
    assert kode_pd("1.01.02.2.01.0001") is None


TWO = st.integers(0, 99).map("{:02d}".format)


@given(st.integers(1, 8), TWO, TWO, st.sampled_from("12"), TWO, st.integers(0, 9999).map("{:04d}".format))
def test_parents_lead_up_to_the_urusan(urusan: int, bidang: str, program: str, level: str, kegiatan: str, sub: str) -> None:
    code: str | None = f"{urusan}.{bidang}.{program}.{level}.{kegiatan}.{sub}"
    levels = []
    while code:
        assert baca_kode(code) == code
        levels.append(level_kode(code))
        code = induk_kode(code)
    assert levels == ["subkegiatan", "kegiatan", "program", "bidang", "urusan"]
