"""Values: what a cell prints, and what it means."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doccheck.extract.nilai.angka import baca_angka, desimal_majority, desimal_row
from doccheck.extract.nilai.baca import parse_nilai, parse_rupiah
from doccheck.model import Lokasi, Nilai


def shown(nilai: Nilai) -> dict[str, Any]:
    fields = {name: getattr(nilai, name) for name in ("angka", "bawah", "atas", "operator", "skala", "penyebut", "satuan", "alasan")}
    return {"jenis": nilai.jenis, **{name: value for name, value in fields.items() if value is not None}}


@pytest.mark.parametrize(
    ("teks", "meaning"),
    [
        ("1.234.567,89", {"jenis": "angka", "angka": 1234567.89}),
        ("15,214,568,742", {"jenis": "angka", "angka": 15214568742.0}),
        ("0.61", {"jenis": "angka", "angka": 0.61}),
        ("9446966806.00", {"jenis": "angka", "angka": 9446966806.0}),
        ("70.099999999999994", {"jenis": "angka", "angka": 70.1}),
        ("7.0000000000000007E-\n2", {"jenis": "angka", "angka": 0.07}),
        ("-1,5%", {"jenis": "angka", "angka": -1.5, "satuan": "%"}),
        ("85,5 %", {"jenis": "angka", "angka": 85.5, "satuan": "%"}),
        ("24dokumen", {"jenis": "angka", "angka": 24.0, "satuan": "dokumen"}),
        ("(12 Unit)", {"jenis": "angka", "angka": 12.0, "satuan": "Unit"}),
        ("(9)", {"jenis": "angka", "angka": 9.0}),
        ("(1.234.567)", {"jenis": "angka", "angka": -1234567.0}),
        ("Rp 5.000.000", {"jenis": "angka", "angka": 5000000.0, "satuan": "Rp"}),
        ("1.770.000.000,-", {"jenis": "angka", "angka": 1770000000.0}),
        ("0", {"jenis": "angka", "angka": 0.0}),
        ("80,01 (A)", {"jenis": "angka", "angka": 80.01}),
        ("Level 3\n(3,157)", {"jenis": "angka", "angka": 3.157}),
        ("Nilai A (83)", {"jenis": "angka", "angka": 83.0}),
        ("8,25% (1.000 KK)", {"jenis": "angka", "angka": 8.25, "satuan": "%"}),
        ("70-75", {"jenis": "rentang", "bawah": 70.0, "atas": 75.0}),
        ("70 – 75", {"jenis": "rentang", "bawah": 70.0, "atas": 75.0}),
        ("70 s.d. 75", {"jenis": "rentang", "bawah": 70.0, "atas": 75.0}),
        ("85% - 90%", {"jenis": "rentang", "bawah": 85.0, "atas": 90.0, "satuan": "%"}),
        ("12 (dua belas) bulan", {"jenis": "angka", "angka": 12.0, "satuan": "bulan"}),
        ("Nihil", {"jenis": "angka", "angka": 0.0}),
        ("BB / 75,5", {"jenis": "angka", "angka": 75.5}),
        ("80-60", {"jenis": "rentang", "bawah": 60.0, "atas": 80.0}),
        ("2,5 ± 1", {"jenis": "rentang", "bawah": 1.5, "atas": 3.5}),
        ("B - BB", {"jenis": "rentang", "skala": "predikat", "bawah": 4.0, "atas": 5.0}),
        ("≥80", {"jenis": "ketaksamaan", "operator": ">=", "angka": 80.0}),
        (">= 80", {"jenis": "ketaksamaan", "operator": ">=", "angka": 80.0}),
        ("> 2", {"jenis": "ketaksamaan", "operator": ">", "angka": 2.0}),
        ("maks 3", {"jenis": "ketaksamaan", "operator": "<=", "angka": 3.0}),
        ("minimal 80", {"jenis": "ketaksamaan", "operator": ">=", "angka": 80.0}),
        ("≤3 menit", {"jenis": "ketaksamaan", "operator": "<=", "angka": 3.0, "satuan": "menit"}),
        ("WTP", {"jenis": "ordinal", "skala": "opini", "angka": 4.0}),
        ("Opini WDP", {"jenis": "ordinal", "skala": "opini", "angka": 3.0}),
        ("BB", {"jenis": "ordinal", "skala": "predikat", "angka": 5.0}),
        ("Sangat Baik", {"jenis": "ordinal", "skala": "mutu", "angka": 5.0}),
        ("Tinggi", {"jenis": "ordinal", "skala": "tinggi", "angka": 4.0}),
        ("Level 3", {"jenis": "ordinal", "skala": "level", "angka": 3.0}),
        ("Level IV", {"jenis": "ordinal", "skala": "level", "angka": 4.0}),
        ("Level VII", {"jenis": "teks"}),
        ("3 Plus", {"jenis": "ordinal", "skala": "level", "angka": 3.5}),
        ("Madya", {"jenis": "ordinal", "skala": "pratama", "angka": 2.0}),
        ("88/100.000 KH", {"jenis": "rasio", "angka": 88.0, "penyebut": 100000.0, "satuan": "/100.000 KH"}),
        ("5,6 /1000 KH", {"jenis": "rasio", "angka": 5.6, "penyebut": 1000.0, "satuan": "/1000 KH"}),
        ("< 49/100.000 penduduk", {"jenis": "ketaksamaan", "operator": "<", "angka": 49.0, "penyebut": 1e5, "satuan": "/100.000 penduduk"}),
        ("1:20", {"jenis": "rasio", "angka": 1.0, "penyebut": 20.0}),
        ("", {"jenis": "kosong", "alasan": "kosong"}),
        ("–", {"jenis": "kosong", "alasan": "strip"}),
        ("N/A", {"jenis": "kosong", "alasan": "na"}),
        ("belum ada data", {"jenis": "kosong", "alasan": "na"}),
        ("#REF!", {"jenis": "kosong", "alasan": "galat"}),
        ("#REF! %", {"jenis": "kosong", "alasan": "galat"}),
        ("#DIV/0! Orang", {"jenis": "kosong", "alasan": "galat"}),
        ("31 Desember 2025", {"jenis": "teks"}),
        ("TW I", {"jenis": "teks"}),
        ("2.5.1", {"jenis": "teks"}),
        ("70\n75", {"jenis": "teks"}),
    ],
)
def test_meaning(teks: str, meaning: dict[str, Any]) -> None:
    assert shown(parse_nilai(teks)) == meaning


@pytest.mark.parametrize(
    ("teks", "satuan", "hint", "angka", "at_least", "at_most"),
    [
        ("1.234", "Orang", None, 1234.0, 0.9, 1.0),
        ("176.400", "Dokumen", "titik", 176400.0, 0.8, 1.0),
        ("3.157", "Indeks", None, 3.157, 0.9, 1.0),
        ("3,157", "Level", None, 3.157, 0.9, 1.0),
        ("1.234", None, "koma", 1234.0, 0.9, 1.0),
        ("3,157", None, "titik", 3157.0, 0.9, 1.0),
        ("1.234", None, None, 1234.0, 0.0, 0.6),  # never a silent guess
        ("0,571", None, None, 0.571, 1.0, 1.0),
    ],
)
def test_a_lone_sign_before_three_digits(teks: str, satuan: str | None, hint: Any, angka: float, at_least: float, at_most: float) -> None:
    nilai = parse_nilai(teks, satuan=satuan, desimal_hint=hint)
    assert nilai.angka == angka
    assert at_least <= nilai.keyakinan <= at_most


def test_the_unit_of_the_cell_goes_before_that_of_the_row() -> None:
    assert parse_nilai("1.234 orang", satuan="Indeks").angka == 1234


def test_text_and_place_are_kept() -> None:
    place = Lokasi(halaman=3, kolom=2)
    nilai = parse_nilai("90,0\n2", lokasi=place)
    assert (nilai.teks, nilai.angka, nilai.desimal, nilai.lokasi) == ("90,02", 90.02, 2, place)


@pytest.mark.parametrize(
    ("teks", "skala", "angka"),
    [
        ("Rp 14.848.970.000,00", 1, 14848970000.0),
        ("Rp5.294.655.000,00", 1, 5294655000.0),
        ("\tRp.    31.008.703.500", 1, 31008703500.0),
        ("1.770.000.000,-", 1, 1770000000.0),
        ("28.500.00\n0", 1, 28500000.0),
        ("(500.000)", 1, -500000.0),
        ("1458477763740", 1, 1458477763740.0),
        ("28.500", 1e6, 28500e6),
        ("1.234,5", 1e6, 1234.5e6),
        ("1,5 miliar", 1, 1.5e9),
        ("0", 1, 0.0),
        ("-", 1, None),
        ("sesuai DPA", 1, None),
    ],
)
def test_rupiah(teks: str, skala: float, angka: float | None) -> None:
    assert parse_rupiah(teks, skala).angka == angka


@pytest.mark.parametrize(
    ("texts", "sign"),
    [
        (["0.61", "90.50", "0,818", "1.234.567"], "titik"),
        (["1.234.567", "80"], "koma"),
        (["88/100.000"], None),
        (["80,5", "80.5"], None),
        ([], None),
    ],
)
def test_desimal_majority(texts: list[str], sign: str | None) -> None:
    assert desimal_majority(texts) == sign


@pytest.mark.parametrize(
    ("texts", "sign"),
    [
        (["6.581", "6.730,49", "6.896"], "koma"),
        (["6,581", "6,730.49"], "titik"),
        (["6.581", "73,5"], None),  # proves nothing of the thousands
        (["6.730,49", "6,730.49"], None),
    ],
)
def test_desimal_row_is_proved_by_a_number_with_both_signs(texts: list[str], sign: str | None) -> None:
    assert desimal_row(texts) == sign


@given(st.integers(0, 10**13), st.integers(0, 99))
def test_both_styles_of_grouped_numbers_are_read_alike(whole: int, cents: int) -> None:
    english = f"{whole:,}.{cents:02d}"
    indonesian = english.translate(str.maketrans(",.", ".,"))
    if whole > 999:
        for token in (english, indonesian):
            number = baca_angka(token)
            assert number is not None
            assert number.nilai == float(f"{whole}.{cents:02d}")
            assert number.desimal == 2
    assert parse_rupiah("Rp " + indonesian).angka == float(f"{whole}.{cents:02d}")


@given(st.text(max_size=40))
def test_any_text_is_understood_or_kept(text: str) -> None:
    nilai = parse_nilai(text)
    assert 0 <= nilai.keyakinan <= 1
    assert nilai.jenis in ("angka", "rentang", "ketaksamaan", "ordinal", "rasio", "kosong", "teks")
    parse_rupiah(text)


@given(st.floats(-1e6, 1e6, allow_nan=False), st.sampled_from(["", " %", " Dokumen", " orang"]))
def test_a_printed_decimal_comes_back(number: float, unit: str) -> None:
    printed = f"{number:.2f}".replace(".", ",")
    nilai = parse_nilai(printed + unit)
    assert nilai.angka == float(f"{number:.2f}")
    assert nilai.desimal == 2


def test_measures_of_land_and_weight_follow_the_decimal_sign_of_the_table() -> None:
    assert parse_nilai("27.400", satuan="ha", desimal_hint="koma").angka == 27400
    assert parse_nilai("1.840", satuan="ha/tahun", desimal_hint="koma").angka == 1840
    assert parse_nilai("84.250", satuan="ton", desimal_hint="titik").angka == 84.25
    assert parse_nilai("0.468", satuan="km", desimal_hint="koma").angka == 0.468
    assert parse_nilai("72.345", satuan="%", desimal_hint="koma").angka == 72.345


def test_a_sum_that_is_printed_again_is_not_read_again() -> None:
    assert parse_rupiah("Rp 1.250.000") is parse_rupiah("Rp 1.250.000")
