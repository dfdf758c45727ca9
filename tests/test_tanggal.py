"""Printed dates as numbers, and months in the reader's language."""

from __future__ import annotations

import pytest

from doccheck.bahasa import berbahasa
from doccheck.tanggal import bulan, tanggal


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("12 Januari 2026", (2026, 1, 12)),
        ("Contoh, 3 NOPEMBER 2025", (2025, 11, 3)),
        ("Pebruari 2026", (2026, 2, 0)),
        ("12 Jan 2026", None),
        (None, None),
    ],
)
def test_a_printed_date_as_numbers(teks: str | None, hasil: tuple[int, int, int] | None) -> None:
    assert tanggal(teks) == hasil


def test_months_are_named_in_the_language_of_the_reader() -> None:
    assert [bulan(5), bulan(12)] == ["Mei", "Desember"]
    with berbahasa("en"):
        assert [bulan(5), bulan(12)] == ["May", "December"]
