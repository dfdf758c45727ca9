"""Sheets: XLSX made with openpyxl, ODS written by hand, XLS as a small made-up file beside the tests."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from doccheck.readers import read, sheet
from doccheck.readers.sheet import number_text

DATA = Path(__file__).parent / "data"


def workbook(*rows: list[Any]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return book


def saved(book: openpyxl.Workbook, folder: Path, name: str = "a.xlsx") -> Path:
    book.save(folder / name)
    return folder / name


def test_title_header_and_merged_ranges(tmp_path: Path, outline: Callable[..., Any]) -> None:
    book = workbook(
        ["INDIKATOR KINERJA UTAMA"], [], ["Sasaran", "Indikator", "Target", None], [None, None, 2026, 2027],
        ["Meningkatnya layanan", "Indeks A", 80.1, 81], [None, "Indeks B", "≥ 3", None],
    )
    for merged in ("A1:D1", "A3:A4", "B3:B4", "C3:D3", "A5:A6"):
        book.active.merge_cells(merged)
    layout = read(saved(book, tmp_path))
    assert outline(layout) == [
        "INDIKATOR KINERJA UTAMA",
        [["Sasaran", "Indikator", "Target", "<"],
         ["^", "^", "2026", "2027"],
         ["Meningkatnya layanan", "Indeks A", "80.1", "81"],
         ["^", "Indeks B", "≥ 3", ""]],
    ]
    assert (layout.format, layout.pages[0].sheet) == ("xlsx", "Sheet")
    grid = layout.pages[0].grids[0]
    assert (grid.row0, grid.col0, grid.source) == (2, 0, "sheet")


def test_values_as_people_see_them(tmp_path: Path, outline: Callable[..., Any]) -> None:
    book = workbook(["No", "Nilai"])
    shown = [
        (70.099999999999994, "General", "70.1"), (4.125, "General", "4,125"), (1e15, "General", "1000000000000000"),
        (0.815, "0.00%", "81.5%"), (1, "0%", "100%"), (0.07, '0.00"%"', "0.07"), ("81,5 %", "0%", "81,5 %"),
        (datetime.date(2025, 3, 1), "dd/mm/yyyy", "01-03-2025"),
            (datetime.datetime(2025, 3, 1, 8, 30), "dd/mm/yyyy hh:mm", "01-03-2025 08:30"),
        (datetime.time(8, 30), "hh:mm", "08:30"), (True, "General", "TRUE"), ("#REF!", "General", "#REF!"),
        ("baris satu\r\nbaris dua ", "General", "baris satu\nbaris dua"), ("0085", "@", "0085"),
    ]
    for number, (value, number_format, _) in enumerate(shown, 1):
        book.active.append([number, value])
        book.active.cell(number + 1, 2).number_format = number_format
    assert outline(read(saved(book, tmp_path)))[0][1:] == [[str(at), text] for at, (_, _, text) in enumerate(shown, 1)]


@pytest.mark.parametrize(("value", "text"), [
    (3.0, "3"), (-0.0, "0"), (0.1 + 0.2, "0.3"), (1234.125, "1234.125"), (12.345, "12,345"), (-2.125, "-2,125"), (0.125, "0.125"),
    (1764758094125.4, "1764758094125.4"), (0.00001, "0.00001"), (1e22, "10000000000000000000000"),
])
def test_number_text(value: float, text: str) -> None:
    assert number_text(value) == text


def test_sheets_are_pages_and_hidden_ones_are_skipped(tmp_path: Path) -> None:
    book = workbook(["a", "b"], ["1", "2"])
    book.create_sheet("Rahasia")["A1"] = "tersembunyi"
    book["Rahasia"].sheet_state = "hidden"
    book.create_sheet("Bab IV")["C5"] = "isi"
    layout = read(saved(book, tmp_path))
    assert [page.sheet for page in layout.pages] == ["Sheet", "Bab IV"]
    assert not layout.notes


def test_place_of_a_table_in_its_sheet(tmp_path: Path, table: Callable[..., Any]) -> None:
    book = openpyxl.Workbook()
    for place, text in {"C4": "Program", "D4": "Anggaran", "C5": "P1", "D5": 5}.items():
        book.active[place] = text
    grid = read(saved(book, tmp_path)).pages[0].grids[0]
    assert (grid.row0, grid.col0, table(grid)) == (3, 2, [["Program", "Anggaran"], ["P1", "5"]])


def test_formulas_that_were_never_calculated_are_noted(tmp_path: Path) -> None:
    note, = read(saved(workbook(["Jumlah", "Target"], ["x", "=1+1"], ["y", "=2+2"]), tmp_path)).notes
    assert (note.kode, note.lokasi.lembar, note.lokasi.baris, note.lokasi.kolom) == ("EXT-06", "Sheet", 2, 2)
    assert "2 rumus" in note.pesan


def test_boxes_drawn_on_a_sheet_are_noted(tmp_path: Path) -> None:
    book = workbook(["Pohon Kinerja", None], ["a", "b"])
    with zipfile.ZipFile(saved(book, tmp_path)) as old, zipfile.ZipFile(tmp_path / "b.xlsx", "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        new.writestr("xl/worksheets/_rels/sheet1.xml.rels", '<Relationships><Relationship Id="d" Target="../drawings/drawing1.xml"/>'
                     "</Relationships>")
        new.writestr("xl/drawings/drawing1.xml", "<xdr:sp><a:t>Sasaran</a:t></xdr:sp>" * 6 + "<xdr:sp></xdr:sp><xdr:pic/>")
    note, = read(tmp_path / "b.xlsx").notes
    assert (note.kode, note.lokasi.lembar) == ("EXT-02", "Sheet")
    assert "6 kotak" in note.pesan


def test_too_many_rows_are_cut_with_a_note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "MAX_ROWS", 3)
    layout = read(saved(workbook(*([f"a{row}", f"b{row}"] for row in range(9))), tmp_path))
    assert layout.pages[0].grids[0].rows == 3
    assert [(note.kode, note.lokasi.lembar) for note in layout.notes] == [("EXT-12", "Sheet")]


def test_workbook_without_values_is_empty(tmp_path: Path, refusal: Callable[..., Any]) -> None:
    assert refusal(saved(openpyxl.Workbook(), tmp_path)) == ("EXT-09", "")


def test_xls(outline: Callable[..., Any]) -> None:
    layout = read(DATA / "iku.xls")
    assert outline(layout) == [
        "Indikator Kinerja Utama",
        [["No", "Indikator", "2025", "2026", "2027"],
         ["1", "Indeks Layanan", "80.1", "81", "82.25"],
         ["^", "Cakupan", "81.5%", "25%", "100%"],
         ["2", "Nilai Kepatuhan", "BB", "#REF!", ""]],
    ]
    assert [page.sheet for page in layout.pages] == ["IKU"]


def test_ods(tmp_path: Path, outline: Callable[..., Any]) -> None:
    office = "urn:oasis:names:tc:opendocument:xmlns"
    cells = (
        '<table:table-row><table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>Indikator</text:p>'
        '</table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="string"><text:p>Target</text:p>'
        "</table:table-cell></table:table-row>"
        '<table:table-row><table:table-cell office:value-type="string"><text:p>Indeks</text:p><text:p>Layanan</text:p></table:table-cell>'
        '<table:table-cell office:value-type="string"><text:p>%</text:p></table:table-cell>'
        '<table:table-cell office:value-type="float" office:value="80.1"><text:p>80,1</text:p></table:table-cell></table:table-row>'
        '<table:table-row><table:table-cell table:number-rows-spanned="2" office:value-type="string"><text:p>Nilai</text:p>'
        '</table:table-cell><table:table-cell/><table:table-cell office:value-type="percentage" office:value="0.815"/></table:table-row>'
        '<table:table-row><table:covered-table-cell/><table:table-cell/><table:table-cell office:value-type="string" '
        'calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell></table:table-row>'
    )
    content = (
        f'<office:document-content xmlns:office="{office}:office:1.0" xmlns:table="{office}:table:1.0" xmlns:text="{office}:text:1.0" '
        'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
        f'<office:body><office:spreadsheet><table:table table:name="IKU">{cells}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    with zipfile.ZipFile(tmp_path / "a.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    layout = read(tmp_path / "a.ods")
    assert layout.pages[0].sheet == "IKU"
    assert outline(layout) == [[["Indikator", "<", "Target"], ["Indeks\nLayanan", "%", "80.1"], ["Nilai", "", "81.5%"], ["^", "", "#REF!"]]]


def test_a_sheet_of_a_few_cells_far_apart_is_left_out_with_a_note(tmp_path: Path) -> None:
    book = workbook(["Indikator", "Target"], ["Indeks layanan", 81])
    far = book.create_sheet("Jauh")
    far["A1"], far["ALL20000"] = "awal", "akhir"
    found = read(saved(book, tmp_path))
    assert [page.sheet for page in found.pages if page.blocks] == ["Sheet"]
    assert [(note.kode, note.lokasi.lembar) for note in found.notes] == [("EXT-12", "Jauh")]


def test_cells_that_are_only_coloured_do_not_make_a_sheet_large(tmp_path: Path) -> None:
    book = workbook(["Indikator", "Target"], ["Indeks layanan", 81])
    book.active["XFD30000"].fill = openpyxl.styles.PatternFill("solid", fgColor="FFFF00")
    found = read(saved(book, tmp_path))
    assert found.notes == ()
    assert found.pages[0].grids[0].rows == 2


@pytest.mark.parametrize("cell", ["ZZZZ99999999", "A99999999", "AAAA2"])
def test_a_cell_that_no_sheet_can_have_costs_its_sheet_and_no_memory(tmp_path: Path, cell: str) -> None:
    book = workbook(["Indikator", "Target"], ["Indeks layanan", 81], ["Nilai", 70])
    book.create_sheet("Lain").append(["Indikator", "Target"])
    path = saved(book, tmp_path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(b'r="B2"', b'r="%b"' % cell.encode())
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    found = read(path)
    assert [(note.kode, note.lokasi.lembar) for note in found.notes] == [("EXT-12", "Sheet")]
    assert [page.sheet for page in found.pages] == ["Lain"]
