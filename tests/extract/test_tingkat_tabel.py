"""Kegiatan and subkegiatan in one column without codes: told by the table of budgets, or by who has an output."""

from __future__ import annotations

from pathlib import Path

import pytest

from doccheck.extract.dokumen import baca

from .notasi import baca_kasus, pohon

TEKNIK = """periode: 2025-2029
Tabel 4.1 Program, Kegiatan, dan Subkegiatan
| Outcome | Output | Indikator | Program/Kegiatan/Subkegiatan |
| Aparatur cakap | | Indeks kecakapan | PROGRAM KEPEGAWAIAN |
| | {output} | Persentase jabatan terisi | Pengadaan Pegawai |
| | | Jumlah dokumen formasi | Penyusunan Formasi |
| | | Jumlah peserta | Koordinasi Seleksi |
| | {output} | Persentase mutasi tepat waktu | Mutasi dan Promosi |
| | | Jumlah pegawai pindah | Pengelolaan Mutasi |
"""
BIAYA = """
Tabel 4.2 Pendanaan
| Program/Kegiatan/Subkegiatan | Indikator | Target 2026 | Pagu 2026 |
| 5.03.02 PROGRAM KEPEGAWAIAN | Indeks kecakapan | 70 | 9.000.000 |
| 5.03.02.2.01 Pengadaan Pegawai | Persentase jabatan terisi | 80 | 5.000.000 |
| 5.03.02.2.01.0001 Penyusunan Formasi | Jumlah dokumen formasi | 1 | 2.000.000 |
| 5.03.02.2.01.0002 Koordinasi Seleksi | Jumlah peserta | 90 | 3.000.000 |
| 5.03.02.2.02 Mutasi dan Promosi | Persentase mutasi tepat waktu | 75 | 4.000.000 |
| 5.03.02.2.02.0001 Pengelolaan Mutasi | Jumlah pegawai pindah | 40 | 4.000.000 |
"""
KEGIATAN = """periode: 2025-2029
Tabel 4.1 Matriks Program dan Kegiatan
| Program dan Kegiatan | Indikator | Target 2025 | Rp 2025 |
| **PROGRAM KEPEGAWAIAN** | Indeks kecakapan | 70 | 9.000.000 |
| Penyusunan Formasi | Jumlah dokumen formasi | 1 | 2.000.000 |
| Koordinasi Seleksi | Jumlah peserta | 90 | 3.000.000 |
| Pengelolaan Mutasi Aparatur | Jumlah pegawai pindah | 40 | 4.000.000 |
"""
BERTINGKAT = ["program", "  kegiatan", "    subkegiatan", "    subkegiatan", "  kegiatan", "    subkegiatan"]
DATAR = ["program", *["  kegiatan"] * 5]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(TEKNIK.format(output="") + BIAYA, BERTINGKAT, id="names with codes in another table"),
        pytest.param(TEKNIK.format(output="Terlaksananya layanan"), BERTINGKAT, id="only kegiatan have an output"),
        pytest.param(TEKNIK.format(output=""), DATAR, id="nothing tells"),
        pytest.param(KEGIATAN + BIAYA, ["program", *["  subkegiatan"] * 3, "program", "  kegiatan"], id="called kegiatan, coded elsewhere"),
        pytest.param(KEGIATAN, ["program", *["  kegiatan"] * 3], id="called kegiatan"),
    ],
)
def test_levels(tmp_path: Path, text: str, expected: list[str]) -> None:
    path = tmp_path / "kasus.txt"
    path.write_text(f"## kasus\n{text}\n=>\n", encoding="utf-8")
    (kasus,) = baca_kasus(path)
    lines = [line for line in pohon(baca(kasus.layout, kasus.identitas)).split("\n") if not line.lstrip().startswith("-")]
    levels = [line[: len(line) - len(line.lstrip())] + line.split()[0].rstrip(":") for line in lines]
    assert levels[:6] == expected
