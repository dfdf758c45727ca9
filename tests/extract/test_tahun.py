"""Years in headers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doccheck.extract.tabel.tahun import kepala_tahun_ke, tahun_berderet, tahun_dari_header, tahun_ke


@pytest.mark.parametrize(
    ("header", "year"),
    [
        ("2026", 2026),
        ("Tahun 2026", 2026),
        ("T1 (2022)", 2022),
        ("TARGET 2025", 2025),
        ("202\n6", 2026),
        ("2026.0", 2026),
        ("2025-2029", None),
        ("Permendagri 86 Tahun 2017", None),
        ("Tahun ke-1", None),
        ("Target 2.025", None),
    ],
)
def test_year(header: str, year: int | None) -> None:
    assert tahun_dari_header(header) == year


@pytest.mark.parametrize(
    ("header", "plain", "under"),
    [
        ("Tahun ke-1", 1, 1),
        ("Tahun ke- 3", 3, 3),
        ("Th-1", 1, 1),
        ("Tahun 1", 1, 1),
        ("T1", 1, 1),
        ("Tahun 0", 0, 0),
        ("III", None, 3),
        ("(2)", None, 2),
        ("Tahun 2025", None, None),
        ("T-C.25", None, None),
        ("Target", None, None),
    ],
)
def test_ordinal(header: str, plain: int | None, under: int | None) -> None:
    assert tahun_ke(header) == plain
    assert tahun_ke(header, True) == under


def test_header_over_ordinals() -> None:
    assert kepala_tahun_ke("Target Kinerja Sasaran pada Tahun ke-")
    assert not kepala_tahun_ke("Target Tahun")


@given(st.integers(1990, 2060), st.sampled_from(["{}", "Tahun {}", "Target {}", "{} (Rp)", "T.A. {}"]))
def test_every_year_is_found(year: int, header: str) -> None:
    assert tahun_dari_header(header.format(year)) == year


@pytest.mark.parametrize(
    ("header", "each"),
    [
        ("2025 2026 2027", ("2025", "2026", "2027")),
        ("Target Tahun 2025\n2026", ("Target Tahun 2025", "Target Tahun 2026")),
        ("2025-2026", ()),
        ("2025 2027", ()),
        ("2027 2026", ()),
        ("2025", ()),
        ("Perda Nomor 3 Tahun 2025 2026", ()),
    ],
)
def test_years_run_together(header: str, each: tuple[str, ...]) -> None:
    assert tahun_berderet(header) == each
