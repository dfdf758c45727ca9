"""Units: one key for many spellings, and units glued to values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doccheck.extract.nilai.satuan import jenis_satuan, samakan_satuan, split_satuan


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("%", "Persen"),
        ("Persentase (%)", "prosentase"),
        ("Dok.", "dokumen"),
        ("Kab/Kota", "Kabupaten / Kota"),
        ("per 1.000 KH", "/1000 KH"),
        ("Desa/ Kelurahan", "desa/kelurahan"),
        ("Jiwa", "Orang"),
    ],
)
def test_same_unit(first: str, second: str) -> None:
    assert samakan_satuan(first) == samakan_satuan(second)


@pytest.mark.parametrize(("first", "second"), [("Nilai", "Indeks"), ("Angka", "Skor"), ("Ton", "Kg"), ("Bulan", "Tahun")])
def test_different_units(first: str, second: str) -> None:
    assert samakan_satuan(first) != samakan_satuan(second)


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("12 Dokumen", ("12", "Dokumen")),
        ("24dokumen", ("24", "dokumen")),
        ("(5 Unit)", ("5", "Unit")),
        ("100%", ("100", "%")),
        ("4.086 titik", ("4.086", "titik")),
        ("22/100.000 penduduk", ("22", "/100.000 penduduk")),
        ("5.00 Kawasan Perkotaan", ("5.00", "Kawasan Perkotaan")),
        ("131 0rang", ("131", "0rang")),
        ("80,01 (A)", ("80,01 (A)", None)),
        ("Level 3", ("Level 3", None)),
        ("31 Desember 2025", ("31 Desember 2025", None)),
        ("85", ("85", None)),
    ],
)
def test_split(cell: str, parts: tuple[str, str | None]) -> None:
    assert split_satuan(cell) == parts


def test_kinds() -> None:
    assert [jenis_satuan(unit) for unit in ("Orang", "Indeks", "Juta Rp", "Predikat", "Entah", None)] == [
        "cacah", "pecahan", "uang", "ordinal", None, None,
    ]  # fmt: skip


@given(st.text(max_size=30))
def test_a_key_is_its_own_key(text: str) -> None:
    key = samakan_satuan(text)
    assert samakan_satuan(key) == key
