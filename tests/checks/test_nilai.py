"""Comparison of two printed values, as a table that people can read."""

from __future__ import annotations

import pytest

from doccheck.checks.nilai import arah_deret, bandingkan, lebih_baik
from doccheck.extract.nilai.baca import parse_nilai

CASES = [
    # a, b, unit, status
    ("31,5", "31,5", "%", "sama"),
    ("31,50", "31,5", "%", "sama"),
    ("31,46", "31,5", "%", "sama"),
    ("31,5", "32", "%", "sama"),
    ("31,5", "30", "%", "beda"),
    ("98", "0,98", "%", "sama"),
    ("100", "1", "%", "sama"),
    ("80", "79", "nilai", "beda"),
    ("BB", "BB", "predikat", "sama"),
    ("BB", "B", "predikat", "beda"),
    ("BB", "80,1", "nilai", "tak_sebanding"),
    ("-", "80", "%", "tak_sebanding"),
    ("70-75", "72", "%", "tak_sebanding"),
    ("70-75", "80", "%", "beda"),
    ("70-75", "70 s.d. 75", "%", "sama"),
    ("≥ 80", "80", "%", "sama"),
    ("Meningkat", "Meningkat", None, "sama"),
    ("Meningkat", "80", None, "tak_sebanding"),
    ("1.250.000", "1.250", "Rp", "tak_sebanding"),
]


@pytest.mark.parametrize(("a", "b", "satuan", "status"), CASES)
def test_values_are_compared_in_kind(a: str, b: str, satuan: str | None, status: str) -> None:
    first, second = parse_nilai(a, satuan=satuan), parse_nilai(b, satuan=satuan)
    assert bandingkan(first, second).status == status
    assert bandingkan(second, first).status == status


def test_one_unit_of_the_second_decimal_is_rounding() -> None:
    assert bandingkan(parse_nilai("0,429", satuan="rasio"), parse_nilai("0,428", satuan="rasio")).pembulatan
    assert not bandingkan(parse_nilai("43,5", satuan="%"), parse_nilai("43,4", satuan="%")).pembulatan


@pytest.mark.parametrize(
    ("arah", "polaritas", "hasil"),
    [(1, "naik", True), (-1, "naik", False), (-1, "turun", True), (1, "turun", False), (1, None, False), (1, "tetap", False)],
)
def test_better_depends_on_polarity(arah: int, polaritas: str | None, hasil: bool) -> None:
    assert lebih_baik(arah, polaritas) is hasil  # type: ignore[arg-type]


def test_the_course_of_targets_tells_the_direction() -> None:
    series = {year: parse_nilai(text, satuan="%") for year, text in (("2026", "9"), ("2027", "8"), ("2028", "-"))}
    assert arah_deret(series) == "turun"
    assert arah_deret({}) is None
