"""Filters of the rules' texts."""

from __future__ import annotations

import pytest

from doccheck.checks.template import render


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("176300000", "176.300.000"),
        ("176.300.000", "176.300.000"),
        ("Rp 176.300.000,00", "Rp 176.300.000,00"),
        ("1250,5", "1250,5"),
        ("2026", "2026"),
        ("-", "-"),
    ],
)
def test_money_without_separators_gets_them_and_other_texts_stay_as_printed(printed: str, shown: str) -> None:
    assert render("{{ anggaran | ribuan }}", {"anggaran": printed}) == shown
