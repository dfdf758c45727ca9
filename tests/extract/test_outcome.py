"""Outcomes in a column of their own hold for the rows below, but not for those of another goal."""

from __future__ import annotations

from pathlib import Path

import pytest

from doccheck.extract.dokumen import baca

from .notasi import baca_kasus

TEKNIK = """periode: 2025-2029
Tabel 4.1 Teknik Merumuskan Program
| Tujuan | Sasaran | Outcome | Indikator | Program |
| Kemandirian pangan | | | Indeks pangan | |
| | Panen naik | | Hasil panen per hektar | |
| | | Benih bermutu dipakai | Persentase benih bersertifikat | PROGRAM SARANA |
| | | | Persentase alat dipakai | PROGRAM PRASARANA |
| | Ternak sehat | | Angka sakit ternak | |
| | | {outcome} | Persentase ternak divaksin | PROGRAM KESEHATAN HEWAN |
"""
PRIORITAS = """periode: 2025-2029
Tabel 4.4 Program Prioritas
| No | Program Prioritas | Outcome | Kegiatan |
| 1 | PROGRAM SARANA | Benih bermutu dipakai | Pengadaan Benih |
| 2 | PROGRAM PRASARANA | | Perbaikan Jalan Tani |
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(TEKNIK.format(outcome="Ternak divaksin"), ["Benih bermutu dipakai"] * 2 + ["Ternak divaksin"], id="each its own"),
        pytest.param(TEKNIK.format(outcome=""), ["Benih bermutu dipakai"] * 2 + [None], id="ends with the sasaran"),
        pytest.param(PRIORITAS, ["Benih bermutu dipakai", None], id="right of the programmes"),
    ],
)
def test_how_far_an_outcome_holds(tmp_path: Path, text: str, expected: list[str | None]) -> None:
    path = tmp_path / "kasus.txt"
    path.write_text(f"## kasus\n{text}\n=>\n", encoding="utf-8")
    (kasus,) = baca_kasus(path)
    assert [node.hasil for node in baca(kasus.layout, kasus.identitas).kinerja if node.level == "program"] == expected
