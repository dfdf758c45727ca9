"""Known false positives that an example cannot show, because they lie in how a table is drawn."""

from __future__ import annotations

from pathlib import Path

from doccheck.checks import load_rules, run
from doccheck.config import Config
from doccheck.extract.dokumen import baca

from ..extract.notasi import baca_kasus

_GABUNGAN = """## sel gabungan
jenis: renja
tahun: 2026
Tabel 4.1 Rencana Program, Kegiatan, dan Subkegiatan
| Kode | Program/Kegiatan/Sub Kegiatan | Indikator | Target 2026 | Pagu Indikatif 2026 (Rp) |
| 2.22.03 | Program Pengembangan Kesenian Tradisional | Persentase sanggar aktif (%) | 70 | 100.000.000 |
| 2.22.03.2.01 | Pembinaan Kesenian | Jumlah sanggar yang dibina (sanggar) | 12 | 100.000.000 |
| 2.22.03.2.01.0001 | Pembinaan sanggar tari | Jumlah pelaku seni yang dibina (orang) | 40 | 40.000.000 |
| 2.22.03.2.01.0002 | Pembinaan sanggar musik | {kedua} | {target} | 60.000.000 |

=>
"""


def _temuan(folder: Path, kedua: str, target: str) -> list[str]:
    path = folder / "tabel.txt"
    path.write_text(_GABUNGAN.format(kedua=kedua, target=target), encoding="utf-8")
    (case,) = baca_kasus(path)
    (rule,) = (one for one in load_rules() if one.id == "ANG-04")
    return [one.kondisi for one in run([baca(case.layout, case.identitas)], [], Config(), rules=[rule]).findings]


def test_an_indicator_in_a_merged_cell_is_that_of_every_row_beside_it(tmp_path: Path) -> None:
    """The same table accuses the row whose own cell is empty."""
    assert _temuan(tmp_path, "^", "^") == []
    (told,) = _temuan(tmp_path, "", "")
    assert "Pembinaan sanggar musik" in told
    assert "tidak memiliki indikator" in told
