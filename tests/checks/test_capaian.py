"""Formulas, caps and classes of achievement."""

from __future__ import annotations

import pytest

from doccheck.checks.capaian import PERMENDAGRI, hitung, kelas, skala
from doccheck.checks.nilai import Polaritas
from doccheck.config import CapaianConfig
from doccheck.extract.nilai.baca import parse_nilai

CONFIG = CapaianConfig()


def _hitung(
    target: str, real: str, shown: str, arah: Polaritas | None, config: CapaianConfig = CONFIG, tertinggi: float = 100
) -> str | None:
    found = hitung(parse_nilai(target), parse_nilai(real), parse_nilai(shown, satuan="%"), arah, config, tertinggi)
    return None if found is None else f"{found.seharusnya:.2f} {'wajar' if found.wajar else 'lain' if found.lain else 'salah'}"


@pytest.mark.parametrize(
    ("target", "real", "shown", "arah", "expected"),
    [
        ("80", "78", "97,5", "naik", "97.50 wajar"),
        ("80", "78", "98,7", "naik", "97.50 salah"),
        ("8", "7,5", "106,25", "turun", "106.25 wajar"),
        ("80", "75", "106,67", "turun", "106.25 wajar"),
        ("8", "7,5", "93,75", "turun", "106.25 lain"),
        ("8", "7,5", "93,75", None, "93.75 wajar"),
        ("10", "25", "0", "turun", "-50.00 wajar"),
        ("80", "92", "100", "naik", "115.00 wajar"),
        ("3", "2", "67", "naik", "66.67 wajar"),
        ("2,30", "2,25", "97,82", "naik", "97.83 wajar"),
        ("0", "3", "100", "naik", None),
        ("A", "BB", "90", "naik", None),
        ("70-75", "72", "100", "naik", None),
        ("0,9", "88", "97,8", "naik", None),
    ],
)
def test_recomputed(target: str, real: str, shown: str, arah: Polaritas | None, expected: str | None) -> None:
    assert _hitung(target, real, shown, arah) == expected


def test_a_cap_that_another_row_exceeds_is_none() -> None:
    assert _hitung("80", "92", "100", "naik", tertinggi=118) == "115.00 salah"


def test_the_office_sets_formula_cap_and_tolerance() -> None:
    strict = CapaianConfig(rumus_turun="t/r", batas=(), toleransi=0.01)
    assert _hitung("80", "75", "106,25", "turun", strict) == "106.67 lain"
    assert _hitung("80", "92", "100", "naik", strict) == "115.00 salah"
    assert skala((), CapaianConfig(kategori={"Baik": 80, "Cukup": 60, "Kurang": 0}))[0].nama == "Baik"


@pytest.mark.parametrize(
    ("value", "names"),
    [(95, ["Sangat Tinggi"]), (90.5, ["Tinggi", "Sangat Tinggi"]), (90, ["Tinggi"]), (0, ["Sangat Rendah"]), (130, ["Sangat Tinggi"])],
)
def test_between_two_classes_both_are_right(value: float, names: list[str]) -> None:
    assert kelas(value, PERMENDAGRI) == names
