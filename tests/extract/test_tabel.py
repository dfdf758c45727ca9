"""Every case of tests/extract/tabel: a small made-up table, and the tree that must be read from it (notation: notasi.py)."""

from __future__ import annotations

from pathlib import Path

import pytest

from doccheck.extract.dokumen import baca
from doccheck.extract.identitas import Identitas

from .buat import lembar
from .notasi import Kasus, baca_kasus, pohon

FILES = sorted(Path(__file__).with_name("tabel").glob("*.txt"))
CASES = [(f"{path.stem}: {case.nama}", case) for path in FILES for case in baca_kasus(path)]


@pytest.mark.parametrize("case", [case for _name, case in CASES], ids=[name for name, _case in CASES])
def test_tabel(case: Kasus) -> None:
    assert pohon(baca(case.layout, case.identitas)) == case.harapan


_DAFTAR = """
periode: 2025-2029
{kalimat}
| No | Indikator | Satuan | Target Tahun | < |
| ^ | ^ | ^ | 2025 | 2026 |
| 1 | Persentase warga yang memperoleh layanan informasi rawan bencana | % | 100 | 100 |
"""


@pytest.mark.parametrize(
    ("kalimat", "jenis"),
    [
        ("Sesuai pelaporan penyelenggaraan pemerintahan daerah ditetapkan IKK urusan bencana.", "ikk"),
        ("Indikator Kinerja Utama dan Indikator Kinerja Kunci disajikan berikut.", "iku"),
        ("Indikator perangkat daerah disajikan berikut.", "iku"),
    ],
)
def test_a_list_without_caption_is_what_the_text_above_it_says(tmp_path: Path, kalimat: str, jenis: str) -> None:
    file = tmp_path / "daftar.txt"
    file.write_text(f"## daftar{_DAFTAR.format(kalimat=kalimat)}\n=>\n", encoding="utf-8")
    (case,) = baca_kasus(file)
    assert {node.tabel for node in baca(case.layout, case.identitas).kinerja} == {jenis}


_TANDA = """
jenis: rpjmd
periode: 2025-2029
| Indikator | Satuan | Kondisi Awal 2024 | 2025 | 2026 | 2027 |
| Jumlah produksi perikanan tangkap (ton) | Angka | 6.446 | 6.581 | 6.730,49 | 6.896 |
| Indeks Kualitas Lingkungan | Angka | 70.12 | 71.25 | 72.5 | 73.125 |
"""


def test_a_number_with_both_signs_tells_what_the_dots_beside_it_are(tmp_path: Path) -> None:
    """Whatever the unit is, and whatever the other rows use."""
    file = tmp_path / "tanda.txt"
    file.write_text(f"## tanda{_TANDA}\n=>\n", encoding="utf-8")
    (case,) = baca_kasus(file)
    rows = [one for node in baca(case.layout, case.identitas).kinerja for one in node.indikator]
    assert [[value.angka for value in one.target.values()] for one in rows] == [[6581, 6730.49, 6896], [71.25, 72.5, 73.125]]


def test_the_sum_below_an_export_is_read_where_each_goal_has_money_once() -> None:
    head = ["nama_program", "nama_giat", "kode_sub_giat", "nama_sub_giat", "pagu"]
    rows = [["Program LLAJ", "Terminal", f"2.15.02.1.03.000{at}", f"Pembangunan {at}", f"{at}000000"] for at in (1, 2)]
    who = Identitas(jenis="renja", tahun=2026, perangkat_daerah="Dinas Contoh")
    (total,) = baca(lembar([head, *rows, ["TOTAL", "", "", "", "3500000"]]), who).total
    assert (total.nilai["2026"].angka, len(total.rincian)) == (3500000, 2)
    assert baca(lembar([head, *rows, rows[0], ["TOTAL", "", "", "", "4000000"]]), who).total == ()
