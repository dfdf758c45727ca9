"""Values per component of SAKIP in a report of evaluation, as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...layout import Grid, Layout
from ...model import NilaiKomponen
from ..nilai.baca import parse_nilai
from ..tabel.matriks import Matriks, squeeze
from ..tabel.tahun import tahun_dari_header
from ..tulisan.teks import mend

_VALUE = re.compile(r"^(?:nilai|skor)|^(?:tahun)?20\d\d$")
_SUM = re.compile(r"^(?:jumlah|total|nilai (?:hasil|akuntabilitas|akip|akhir|sakip)|predikat|tingkat|kategori|hasil)", re.I)


def nilai_komponen(layout: Layout) -> Iterator[NilaiKomponen]:
    """Rows of the tables with the columns component, weight and value, as printed; nothing is summed or derived."""
    for page in layout.pages:
        for grid in page.grids:
            kolom = _value_columns(grid)
            if kolom is None:
                continue
            name, weight, values, start = kolom
            matriks = Matriks(grid, page.number, page.sheet)
            for row in range(start, matriks.rows):
                text = _cell(matriks, row, name) or _cell(matriks, row, 0)
                found = {key: parse_nilai(raw) for col, key in values.items() if (raw := _cell(matriks, row, col))}
                if not re.search(r"[A-Za-z]{3}", text) or not (found or _SUM.match(text)):
                    continue
                raw = _cell(matriks, row, weight)
                yield NilaiKomponen(
                    komponen=mend(text), bobot=parse_nilai(raw) if raw else None, nilai=found, lokasi=matriks.lokasi(row)
                )  # fmt: skip


def _value_columns(grid: Grid) -> tuple[int, int, dict[int, str], int] | None:
    """(column of components, of weights, value columns by year, first row of data) of a table of values; None for other tables."""
    heads = [cell for cell in grid.cells if cell.row < 3 and cell.text.strip() and len(cell.text) < 80]
    name = next((cell for cell in heads if re.match(r"(?:sub)?komponen", squeeze(cell.text))), None)
    weight = next((cell for cell in heads if squeeze(cell.text).startswith("bobot")), None)
    if name is None or weight is None or name.col == weight.col:
        return None
    end = max(cell.row + cell.rowspan for cell in (name, weight))
    values: dict[int, str] = {}
    for cell in sorted(heads, key=lambda cell: (cell.row, cell.col)):
        key = squeeze(cell.text)
        if cell.row >= end or cell.col in (name.col, weight.col) or not _VALUE.search(key):
            continue
        for col in range(cell.col, cell.col + cell.colspan):
            year = tahun_dari_header(cell.text)
            values[col] = str(year) if year else values.get(col, "")
    return (name.col, weight.col, values, end) if values else None


def _cell(matriks: Matriks, row: int, col: int) -> str:
    cell = matriks.at(row, col)
    return cell.text.strip() if cell is not None and cell.row == row else ""
