"""How a sheet is parted into titles and tables: each case is a sheet and its outline."""

from __future__ import annotations

from typing import Any

import pytest

from doccheck.layout import Grid
from doccheck.readers.matrix import Matrix, Span, blocks

HEAD = ["No", "Indikator", "Target"]

CASES: dict[str, tuple[list[list[str]], list[Span], list[Any]]] = {
    "titles above the table, even with an empty row between, are paragraphs": (
        [["RENSTRA DINAS CONTOH"], ["Tabel 6.1", "", ""], [""], HEAD, ["1", "Indeks", "80"]], [],
        ["RENSTRA DINAS CONTOH", "Tabel 6.1", (3, 0, [HEAD, ["1", "Indeks", "80"]])],
    ),
    "label rows above the table are paragraphs": (
        [["Perangkat Daerah", ":", "Dinas Contoh"], ["Tahun", ": 2026", ""], ["Pemda:", "Kota Contoh", ""], HEAD, ["1", "a", "2"]], [],
        ["Perangkat Daerah : Dinas Contoh", "Tahun : 2026", "Pemda: Kota Contoh", (3, 0, [HEAD, ["1", "a", "2"]])],
    ),
    "a header of labels is no label row": (
        [["Tujuan:", "Sasaran:", "Indikator:"], ["a", "b", "c"]], [],
        [(0, 0, [["Tujuan:", "Sasaran:", "Indikator:"], ["a", "b", "c"]])],
    ),
    "banner rows inside the table stay rows": (
        [HEAD, ["ASPEK DAYA SAING", "", ""], ["1", "a", "2"], ["ASPEK UMUM", "", ""], ["1", "b", "3"]], [],
        [(0, 0, [HEAD, ["ASPEK DAYA SAING", "", ""], ["1", "a", "2"], ["ASPEK UMUM", "", ""], ["1", "b", "3"]])],
    ),
    "one empty row parts nothing": (
        [HEAD, ["1", "a", "2"], ["", "", ""], ["2", "b", "3"]], [],
        [(0, 0, [HEAD, ["1", "a", "2"], ["", "", ""], ["2", "b", "3"]])],
    ),
    "two empty rows part tables": (
        [HEAD, ["1", "a", "2"], [""], [""], ["Program", "Anggaran", ""], ["P", "5", ""]], [],
        [(0, 0, [HEAD, ["1", "a", "2"]]), (4, 0, [["Program", "Anggaran"], ["P", "5"]])],
    ),
    "rows of values after empty rows still belong to their header": (
        [HEAD, ["1", "a", "2"], [""], [""], ["2", "b", "3"]], [],
        [(0, 0, [HEAD, ["1", "a", "2"], ["", "", ""], ["", "", ""], ["2", "b", "3"]])],
    ),
    "a caption above a new header parts tables": (
        [HEAD, ["1", "a", "2"], ["Tabel 4.2 Program", "", ""], ["Program", "Anggaran", "Ket"], ["P", "5", "x"]], [],
        [(0, 0, [HEAD, ["1", "a", "2"]]), "Tabel 4.2 Program", (3, 0, [["Program", "Anggaran", "Ket"], ["P", "5", "x"]])],
    ),
    "a header that is printed again parts tables": (
        [HEAD, ["1", "a", "2"], ["Dinas Kedua", "", ""], HEAD, ["1", "b", "3"], ["", "", ""], HEAD, ["1", "c", "4"]], [],
        [(0, 0, [HEAD, ["1", "a", "2"]]), "Dinas Kedua", (3, 0, [HEAD, ["1", "b", "3"]]), (6, 0, [HEAD, ["1", "c", "4"]])],
    ),
    "notes and signatures below the table are paragraphs": (
        [HEAD, ["1", "a", "2"], ["", "a (lanjutan)", ""], [""], ["", "", "Contoh, Januari 2026"], ["", "", "Kepala Dinas"]], [],
        [(0, 0, [HEAD, ["1", "a", "2"], ["", "a (lanjutan)", ""]]), "Contoh, Januari 2026", "Kepala Dinas"],
    ),
    "merged ranges are spans; what they hide is not seen": (
        [["Indikator", "Target", "tersembunyi"], ["", "2026", "2027"], ["a", "1", "2"]],
        [(0, 0, 1, 0), (0, 1, 0, 2)],
        [(0, 0, [["Indikator", "Target", "<"], ["^", "2026", "2027"], ["a", "1", "2"]])],
    ),
    "a merged title is a title; a merged header cell begins the table": (
        [["JUDUL", "", ""], ["No", "", ""], ["", "Indikator", "Target"], ["1", "a", "2"]],
        [(0, 0, 0, 2), (1, 0, 2, 0)],
        ["JUDUL", (1, 0, [["No", "", ""], ["^", "Indikator", "Target"], ["1", "a", "2"]])],
    ),
    "a merged range ties the empty rows that it covers": (
        [HEAD, ["1", "a", "2"], ["", "", ""], ["", "", ""], ["Program", "lanjut", "x"]], [(1, 0, 3, 0)],
        [(0, 0, [HEAD, ["1", "a", "2"], ["^", "", ""], ["^", "", ""], ["Program", "lanjut", "x"]])],
    ),
    "empty columns at both sides are cut, ranges too large or overlapping are tolerated": (
        [["", "A", "B", ""], ["", "x", "", ""]], [(1, 1, 99, 1), (1, 1, 1, 2), (5, 0, 6, 0)],
        [(0, 1, [["A", "B"], ["x", "<"]])],
    ),
    "an empty range that begins outside of the grid": (
        [["", "A", "B"], ["", "", "2"]], [(1, 0, 1, 1)],
        [(0, 1, [["A", "B"], ["", "2"]])],
    ),
    "nothing": ([[""], []], [], []),
}


@pytest.mark.parametrize("name", CASES)
def test_blocks(name: str, table: Any) -> None:
    rows, spans, expected = CASES[name]
    found = blocks(Matrix([[*row] for row in rows], spans), "sheet")
    assert [(b.row0, b.col0, table(b)) if isinstance(b, Grid) else b.text for b in found] == expected
    assert [b.number for b in found if isinstance(b, Grid)] == list(range(1, 1 + sum(isinstance(b, Grid) for b in found)))
