"""Every case of tests/extract/tabel: a small made-up table, and the tree that must be read from it (notation: notasi.py)."""

from __future__ import annotations

from pathlib import Path

import pytest

from doccheck.extract import baca

from .notasi import Kasus, baca_kasus, pohon

FILES = sorted(Path(__file__).with_name("tabel").glob("*.txt"))
CASES = [(f"{path.stem}: {case.nama}", case) for path in FILES for case in baca_kasus(path)]


@pytest.mark.parametrize("case", [case for _name, case in CASES], ids=[name for name, _case in CASES])
def test_tabel(case: Kasus) -> None:
    assert pohon(baca(case.layout, case.identitas)) == case.harapan
