"""CSV: delimiter and encoding from the content."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from doccheck.readers import csv, read

Write = Callable[[str, str | bytes], Path]

CASES: dict[str, tuple[str, list[Any]]] = {
    "comma, with quotes, breaks and commas in values": (
        'kode,nama,pagu\n1.01,"Dinas A, B",5\n1.02,"baris satu\nbaris ""dua""",6\n',
        [[["kode", "nama", "pagu"], ["1.01", "Dinas A, B", "5"], ["1.02", 'baris satu\nbaris "dua"', "6"]]],
    ),
    "semicolon, with decimal commas": (
        "Indikator;2025;2026\nIndeks A;4,43;4,47\nIndeks B;80,1;81,2\n",
        [[["Indikator", "2025", "2026"], ["Indeks A", "4,43", "4,47"], ["Indeks B", "80,1", "81,2"]]],
    ),
    "tab": ("a\tb\n1\t2,5\n", [[["a", "b"], ["1", "2,5"]]]),
    "bar": ("a|b\n1|2\n", [[["a", "b"], ["1", "2"]]]),
    "the line with which Excel names the delimiter": ("sep=;\r\na;b\r\n1;2\r\n", [[["a", "b"], ["1", "2"]]]),
    "rows of differing length are padded": ("a,b,c\n1\n1,2,3,4\n", [[["a", "b", "c", ""], ["1", "", "", ""], ["1", "2", "3", "4"]]]),
    "title above the table": ("IKU Kota Contoh;;\n;;\nNo;Indikator;Target\n1;a;2\n",
                              ["IKU Kota Contoh", [["No", "Indikator", "Target"], ["1", "a", "2"]]]),
    "one column": ("Indikator\nIndeks A\n", ["Indikator", "Indeks A"]),
    "quote that is never closed": ('a,b\n1,"x\n', [[["a", "b"], ["1", "x"]]]),
}


@pytest.mark.parametrize("name", CASES)
def test_outline(name: str, write: Write, outline: Callable[..., Any]) -> None:
    content, expected = CASES[name]
    layout = read(write("renja-2026.csv", content))
    assert outline(layout) == expected
    assert (layout.format, layout.pages[0].sheet) == ("csv", "renja-2026")


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_encoding(charset: str, write: Write, outline: Callable[..., Any]) -> None:
    assert outline(read(write("a.csv", "Indikator;Luas m²\nA–B;5\n".encode(charset)))) == [[["Indikator", "Luas m²"], ["A–B", "5"]]]


def test_text_table_that_is_named_as_a_sheet(write: Write, outline: Callable[..., Any]) -> None:
    layout = read(write("renja.xls", "Kode\tPagu\n1.01\t5\n"))
    assert (layout.format, outline(layout)) == ("csv", [[["Kode", "Pagu"], ["1.01", "5"]]])


def test_place_in_the_file(write: Write) -> None:
    grid = read(write("a.csv", "Judul;\n;\n;No;Target\n;1;2\n")).pages[0].grids[0]
    assert (grid.row0, grid.col0, grid.rows, grid.cols) == (2, 1, 2, 2)


def test_too_many_rows(write: Write, refusal: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv, "MAX_ROWS", 2)
    assert refusal(write("a.csv", "a,b\n1,2\n3,4\n"))[0] == "EXT-12"


def test_file_of_delimiters_is_empty(write: Write, refusal: Callable[..., Any]) -> None:
    assert refusal(write("a.csv", ";;;\n;;;\n")) == ("EXT-09", "")


def test_a_line_that_is_no_row_is_refused(write: Write, refusal: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv, "MAX_LINE", 1000)
    assert refusal(write("a.csv", "a,b\n1," + "x" * 1000))[0] == "EXT-12"


def test_one_row_far_wider_than_the_others_is_refused(
    write: Write, refusal: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv, "MAX_CELLS", 1000)
    assert refusal(write("a.csv", "a,b\n" * 100 + "1," * 20))[0] == "EXT-12"
