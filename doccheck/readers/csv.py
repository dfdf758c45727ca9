"""CSV, as spreadsheets and SIPD export it: delimiter and encoding found from the content."""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from pathlib import Path

from ..catatan import ReadError
from ..kalimat import kalimat
from ..layout import Layout, Page
from .encoding import decode
from .lines import tidy
from .matrix import Matrix, blocks

MAX_ROWS = 200_000
MAX_LINE = 2**21
"""Characters of one line: longer ones are no table, and splitting them would take gigabytes."""
MAX_CELLS = 20_000_000
"""Rows times the widest row: what a rectangle around all values holds."""
_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE_ROWS = 200


def read_csv(path: Path) -> Layout:
    """One page, its sheet named after the file; raises ReadError EXT-08 (no text), EXT-09 (no values), EXT-12 (too many rows, too
    long a line, too many cells)."""
    text = decode(path.read_bytes())
    if text is None:
        raise ReadError("EXT-08", kalimat("bernama {akhiran}, tetapi isinya data biner", akhiran=path.suffix.lower()))
    lines = text.replace("\x00", "").splitlines(keepends=True)
    if (longest := max(map(len, lines), default=0)) > MAX_LINE:
        raise ReadError("EXT-12", kalimat("satu baris sepanjang {n:.0f} juta huruf", n=longest / 1e6))
    delimiter, lines = _delimiter(lines)
    csv.field_size_limit(max(csv.field_size_limit(), 2**24))
    rows: list[list[str]] = []
    tidied = cache(tidy)  # exports of SIPD repeat program and kegiatan on every row
    try:
        for row in csv.reader(lines, delimiter=delimiter):
            rows.append([tidied(value) for value in row])
            if len(rows) > MAX_ROWS:
                raise ReadError("EXT-12", kalimat("lebih dari {n} baris", n=MAX_ROWS))
    except csv.Error as error:
        raise ReadError("EXT-08", str(error)) from error
    if (cells := len(rows) * max(map(len, rows), default=0)) > MAX_CELLS:
        raise ReadError("EXT-12", kalimat("{n:.0f} juta sel", n=cells / 1e6))
    found = blocks(Matrix(rows), "csv")
    if not found:
        raise ReadError("EXT-09")
    return Layout(str(path), "csv", (Page(found, sheet=path.stem),))


def _delimiter(lines: list[str]) -> tuple[str, list[str]]:
    """The delimiter, and the lines without Excel's "sep=;" line. The one that splits most rows into the same number of values."""
    if lines and lines[0].strip().lower().startswith("sep=") and len(lines[0].strip()) == 5:
        return lines[0].strip()[4], lines[1:]
    sample = lines[:_SAMPLE_ROWS]
    best, best_score = ",", (0, 0)
    for delimiter in _DELIMITERS:
        try:
            widths = Counter(len(row) for row in csv.reader(sample, delimiter=delimiter) if len(row) > 1)
        except csv.Error:
            continue
        width, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        if (count, width) > best_score:
            best, best_score = delimiter, (count, width)
    return best, lines
