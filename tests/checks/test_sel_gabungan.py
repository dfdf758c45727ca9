"""Cells that a table merges, or prints again on its next page, are one row: no rule accuses for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from doccheck.checks import load_rules, run
from doccheck.config import AturanConfig, Config
from doccheck.extract.dokumen import baca
from doccheck.match import tautkan
from tests.extract.notasi import baca_kasus

_PK = """
jenis: pk
tahun: 2026
| No | Sasaran Strategis | Indikator Kinerja | Satuan | Target |
| 1 | Meningkatnya kelancaran lalu lintas | Indeks kepuasan pengguna jalan | indeks | 80 |
| ^ | ^ | ^ | ^ | ^ |
| ^ | ^ | Kecepatan rata-rata kendaraan | km/jam | 30 |
| 2 | Meningkatnya keselamatan | Rasio fatalitas kecelakaan | rasio | 0,2 |
"""
_RENSTRA = """
jenis: renstra
periode: 2025-2029
| Sasaran | Indikator | Satuan | Target Tahun | < |
| ^ | ^ | ^ | 2026 | 2027 |
| Meningkatnya kelancaran lalu lintas | Kecepatan rata-rata kendaraan | km/jam | 30 | 31 |
| ^ | Indeks kemacetan | indeks | 0,6 | 0,5 |
| Terwujudnya tertib parkir | Persentase titik parkir tertib | % | 70 | 75 |
====
| Sasaran | Indikator | Satuan | Target Tahun | < |
| ^ | ^ | ^ | 2026 | 2027 |
| Terwujudnya tertib parkir | Persentase parkir berlangganan | % | 40 | 45 |
"""
_GANDA = _PK.replace("| ^ | ^ | ^ | ^ | ^ |", "| ^ | ^ | Indeks kepuasan pengguna jalan | indeks | 80 |")
_TANPA = _RENSTRA.replace("| Persentase titik parkir tertib | % | 70 | 75 |", "| | | | |").split("====")[0]


def _temuan(tmp_path: Path, text: str, rule: str) -> list[str]:
    file = tmp_path / "kasus.txt"
    file.write_text(f"## kasus{text}\n=>\n", encoding="utf-8")
    (case,) = baca_kasus(file)
    documents = [baca(case.layout, case.identitas)]
    rules = [one for one in load_rules() if one.id == rule]
    found = run(documents, tautkan(documents), Config(aturan=AturanConfig(aktif=(rule,))), "id", rules)
    return [one.kondisi for one in found.findings]


@pytest.mark.parametrize(("text", "rule"), [(_PK, "PK-05"), (_RENSTRA, "IND-04"), (_PK, "IND-04")])
def test_merged_cells_are_no_second_row(tmp_path: Path, text: str, rule: str) -> None:
    assert _temuan(tmp_path, text, rule) == []


def test_what_is_printed_twice_or_lacks_its_indicator_is_found(tmp_path: Path) -> None:
    """The same tables with the fault itself, so that the test above can fail."""
    (twice,) = _temuan(tmp_path, _GANDA, "PK-05")
    assert "Indeks kepuasan pengguna jalan" in twice
    (lacking,) = _temuan(tmp_path, _TANPA, "IND-04")
    assert "Terwujudnya tertib parkir" in lacking
