"""Notes in workbooks: at the right cell, beside what is there, and nothing else touched."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from openpyxl.comments import Comment

from doccheck.anotasi.pesan import Tanda
from doccheck.anotasi.xlsx import huruf, tandai
from doccheck.readers.sheet import read_sheet

from .temuan import tanda


@pytest.fixture
def renja(tmp_path: Path) -> Path:
    """Two sheets; the table of the second begins in C3, with a merged goal, a formula with its stored result, a chart and a picture."""
    path = tmp_path / "renja.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("Sampul").write("A1", "RENCANA KERJA")
        sheet = book.add_worksheet("4.1 Rencana & Kerja")
        sheet.write_row("C3", ["Sasaran", "Indikator", "Target 2026", "Pagu"])
        sheet.merge_range("C4:C5", "Meningkatnya keselamatan ibu")
        sheet.write_row("D4", ["Angka Kematian Ibu", 95, 1_000_000])
        sheet.write_row("D5", ["Angka Kematian Bayi", 10.7, 2_000_000])
        sheet.write("D6", "Jumlah")
        sheet.write_formula("F6", "=SUM(F4:F5)", value=3_000_000)
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "='4.1 Rencana & Kerja'!$F$4:$F$5"})
        sheet.insert_chart("H3", chart)
    return path


SHEET = "4.1 Rencana & Kerja"


def _marked(path: Path, *marks: Tanda) -> Path:
    target = path.with_name("bertanda.xlsx")
    tandai(path, target, marks)
    return target


def _notes(path: Path) -> dict[tuple[str, str], str]:
    cells = [(sheet.title, cell) for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for cell in row]
    return {(title, cell.coordinate): cell.comment.text for title, cell in cells if cell.comment}


@pytest.mark.parametrize(
    ("place", "sheet", "cell"),
    [
        ({"lembar": SHEET, "tabel": 1, "baris": 4, "kutipan": "Angka Kematian Ibu", "nilai": "95,00"}, SHEET, "E4"),
        ({"lembar": SHEET, "tabel": 1, "baris": 5, "kutipan": "Angka Kematian Bayi"}, SHEET, "D5"),
        ({"lembar": SHEET, "tabel": 1, "baris": 5, "kutipan": "Meningkatnya keselamatan ibu"}, SHEET, "C4"),
        ({"lembar": SHEET, "tabel": 1, "baris": 6, "kutipan": "Jumlah", "nilai": "3.000.000"}, SHEET, "F6"),
        ({"kutipan": "Renja Dinas Kesehatan"}, "Sampul", "A1"),
        ({"lembar": "tidak ada", "tabel": 1, "baris": 2}, "Sampul", "A2"),
    ],
)
def test_the_note_stands_at_the_cell(renja: Path, place: dict[str, Any], sheet: str, cell: str) -> None:
    notes = _notes(_marked(renja, tanda(**place)))
    assert list(notes) == [(sheet, cell)]
    assert notes[sheet, cell].startswith("TGT-01 · Kritis")


def test_findings_of_one_cell_share_its_note(renja: Path) -> None:
    place = {"lembar": SHEET, "tabel": 1, "baris": 4, "kutipan": "Angka Kematian Ibu", "nilai": "95"}
    (note,) = _notes(_marked(renja, tanda(**place), tanda(keparahan="sedang", **place))).values()
    assert [line for line in note.split("\n") if line.startswith("TGT-01")] == [
        "TGT-01 · Kritis · keyakinan 97%", "TGT-01 · Sedang · keyakinan 97%",
    ]  # fmt: skip


def test_values_formulas_and_charts_stay(renja: Path) -> None:
    before = renja.read_bytes()
    target = _marked(renja, tanda(lembar=SHEET, tabel=1, baris=4, nilai="95"))
    assert renja.read_bytes() == before
    assert read_sheet(target).pages == read_sheet(renja).pages
    assert openpyxl.load_workbook(target)[SHEET]["F6"].value == "=SUM(F4:F5)"
    assert openpyxl.load_workbook(target, data_only=True)[SHEET]["F6"].value == 3_000_000
    with zipfile.ZipFile(renja) as old, zipfile.ZipFile(target) as new:
        changed = {name for name in old.namelist() if old.read(name) != new.read(name)}
        assert changed <= {"[Content_Types].xml", "xl/worksheets/sheet2.xml", "xl/worksheets/_rels/sheet2.xml.rels"}
        assert set(new.namelist()) - set(old.namelist()) == {"xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"}


def test_notes_that_are_there_stay(renja: Path) -> None:
    book = openpyxl.load_workbook(renja)
    book[SHEET]["E4"].comment = Comment("Mohon dicek", "Bappeda")
    book[SHEET]["D5"].comment = Comment("Sudah benar", "Bappeda")
    book.save(renja)
    marks = (tanda(lembar=SHEET, tabel=1, baris=4, nilai="95"), tanda(lembar=SHEET, tabel=1, baris=5, nilai="10,7"))
    target = _marked(renja, *marks)
    notes = _notes(target)
    assert list(notes) == [(SHEET, "E4"), (SHEET, "D5"), (SHEET, "E5")]
    assert notes[SHEET, "E4"].startswith("Mohon dicek")
    assert "doccheck:\nTGT-01 · Kritis" in notes[SHEET, "E4"]
    assert notes[SHEET, "D5"] == "Sudah benar"
    (vml,) = [name for name in zipfile.ZipFile(target).namelist() if name.endswith(".vml")]
    assert zipfile.ZipFile(target).read(vml).count(b"ObjectType=\"Note\"") == 3


@pytest.mark.parametrize(("col", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")])
def test_letters_of_columns(col: int, name: str) -> None:
    assert huruf(col) == name
