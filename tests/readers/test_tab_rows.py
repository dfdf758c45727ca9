"""Word documents in which people type a table with tabs: a heading and rows of its columns are a grid, other lines with tabs are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from doccheck.readers import read

from .conftest import outline

KEPALA = "No\tSasaran\tIndikator Kinerja\tTarget"
BARIS = ("1\tMeningkatnya keselamatan lalu lintas\tAngka kecelakaan\t9", "2\tMeningkatnya mutu layanan\tIndeks kepuasan\t82,5")


def _garis(tmp_path: Path, *lines: str) -> list[str | list[list[str]]]:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(tmp_path / "pk.docx"))
    return outline(read(tmp_path / "pk.docx"))


def test_a_heading_and_rows_are_a_table(tmp_path: Path) -> None:
    further = "\t\tPersentase angkutan laik jalan\t90"
    found = _garis(tmp_path, "LAMPIRAN", KEPALA, *BARIS, further, "Program\tAnggaran", "Sembilang, Januari 2026")
    assert found == [
        "LAMPIRAN",
        [[*line.split("\t")] for line in (KEPALA, *BARIS, further)],
        "Program Anggaran",
        "Sembilang, Januari 2026",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("Nama\t:\tSri Contoh", "Jabatan\t:\tKepala Dinas", "Alamat\t:\tJalan Laut"),
        ("BAB I\tPendahuluan\t1", "BAB II\tGambaran Pelayanan\t9", "BAB III\tTujuan\t20"),
        ("Pihak Kedua\tPihak Pertama", "Wali Kota\tKepala Dinas", "Budi Contoh\tSri Contoh"),
        (KEPALA, BARIS[0]),
    ],
    ids=["form", "contents", "signatures", "one row"],
)
def test_other_lines_with_tabs_stay_lines(tmp_path: Path, lines: tuple[str, ...]) -> None:
    assert _garis(tmp_path, *lines) == [line.replace("\t", " ") for line in lines]


def test_tables_are_numbered_through(tmp_path: Path) -> None:
    document = Document()
    document.add_table(1, 2).cell(0, 0).text = "sebelum"
    for line in (KEPALA, *BARIS):
        document.add_paragraph(line)
    document.add_table(1, 2).cell(0, 0).text = "sesudah"
    document.save(str(tmp_path / "pk.docx"))
    assert [grid.number for grid in read(tmp_path / "pk.docx").pages[0].grids] == [1, 2, 3]
