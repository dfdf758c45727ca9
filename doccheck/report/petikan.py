"""Rows of tables as text, for evidence in documents without pages (DOCX, XLSX, HTML): the heading and the row, with the cell that counts.

What a picture is for a PDF. The file is read once more, because a reading keeps the tree and not the tables.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from ..catatan import ReadError
from ..extract.tabel.kepala import find_header, is_number_row
from ..extract.tabel.matriks import Matriks
from ..layout import Cell
from ..model import Bukti, Finding
from .sel import pilih

PER_TEMUAN = 4
MAKS_KOLOM = 6
"""Columns shown of a wide table: that of the cell that counts, that of the quoted text, and their neighbours."""
MAKS_TEKS = 160


@dataclass(frozen=True)
class SelPetikan:
    """A cell with the columns and rows it takes in the excerpt. `bingkai`: the one that counts."""

    teks: str
    kolom: int = 1
    baris: int = 1
    bingkai: bool = False


@dataclass(frozen=True)
class Petikan:
    """The heading's rows and the row itself. `dilewati`: columns that are left out."""

    kepala: tuple[tuple[SelPetikan, ...], ...]
    baris: tuple[SelPetikan, ...]
    dilewati: int = 0

    @property
    def label(self) -> tuple[str, ...]:
        """For each cell of the row what the heading says above it, from top to bottom: for a narrow screen, where cells stand below one
        another."""
        above: dict[tuple[int, int], str] = {}
        for number, row in enumerate(self.kepala):
            col = 0
            for cell in row:
                while (number, col) in above:
                    col += 1
                above |= {(number + n, col + k): cell.teks for n in range(cell.baris) for k in range(cell.kolom)}
                col += cell.kolom
        starts = [sum(cell.kolom for cell in self.baris[:n]) for n in range(len(self.baris))]
        columns = [[above.get((number, col), "") for number in range(len(self.kepala))] for col in starts]
        return tuple(" · ".join(dict.fromkeys(text for text in column if text)) for column in columns)


def petikan(findings: Sequence[Finding], root: Path) -> dict[Bukti, Petikan]:
    """Excerpts for the evidence that names a row of a table in a file below `root` that is no PDF. What cannot be found has none."""
    from ..readers import read

    files: dict[str, dict[Bukti, None]] = {}
    for finding in findings:
        placed = [b for b in finding.bukti if b.tabel and b.baris and not b.halaman]
        for b in placed[:PER_TEMUAN]:
            files.setdefault(b.dokumen, {})[b] = None
    made: dict[Bukti, Petikan] = {}
    for berkas, wanted in files.items():
        if not (root / berkas).is_file():
            continue
        try:
            layout = read(root / berkas, ocr=False)
        except ReadError:
            continue
        tables = {(page.sheet, grid.number): Matriks(grid, page.number, page.sheet) for page in layout.pages for grid in page.grids}
        made |= _dari(tables, wanted)
    return made


def _dari(tables: Mapping[tuple[str | None, int], Matriks], wanted: Mapping[Bukti, None]) -> dict[Bukti, Petikan]:
    made = {}
    for b in wanted:
        table = tables.get((b.lembar, b.tabel or 0))
        row = (b.baris or 0) - 1 - (table.grid.row0 if table else 0)
        if table is not None and 0 <= row < table.rows and (one := _petikan(table, row, b)) is not None:
            made[b] = one
    return made


def _petikan(table: Matriks, row: int, bukti: Bukti) -> Petikan | None:
    cells = list(table.covering(row))
    named = None if bukti.kolom is None else bukti.kolom - 1 - table.grid.col0
    position = next((n for n, cell in enumerate(cells) if named is not None and cell.col <= named < cell.col + cell.colspan), None)
    chosen = pilih([cell.text for cell in cells], bukti, position)
    if chosen is None:
        return None
    framed = cells[chosen]
    heading = find_header(table, None)
    rows = range(heading.first, heading.end) if heading and heading.end <= row else range(0)
    filled = sorted({col for cell in cells for col in _span(cell, table)} if not rows else _used(table, row, rows))
    quoted = pilih([cell.text for cell in cells], replace(bukti, nilai=None, kolom=None))
    kept = _kolom(filled, framed, cells[chosen if quoted is None else quoted])
    return Petikan(
        kepala=tuple(_baris(table, one, kept, rows, None) for one in rows if table.filled(one) and not is_number_row(table.filled(one))),
        baris=_baris(table, row, kept, range(row, row + 1), framed),
        dilewati=len(filled) - len(kept),
    )


def _span(cell: Cell, table: Matriks) -> range:
    return range(cell.col, min(cell.col + cell.colspan, table.cols))


def _used(table: Matriks, row: int, rows: range) -> set[int]:
    """Columns with text in the row or at the foot of the heading."""
    cells = [*table.covering(row), *(cell for one in rows for cell in table.covering(one) if cell.row + cell.rowspan >= rows.stop)]
    return {col for cell in cells if cell.text.strip() for col in _span(cell, table)}


def _kolom(filled: Sequence[int], framed: Cell, quoted: Cell) -> tuple[int, ...]:
    """The columns nearest to the two cells that matter, half of them to each."""
    if len(filled) <= MAKS_KOLOM:
        return tuple(filled)

    def near(cell: Cell) -> list[int]:
        return sorted(filled, key=lambda col: (0 if cell.col <= col < cell.col + cell.colspan else abs(col - cell.col), -col))

    kept: dict[int, None] = {}
    for pair in zip(near(framed), near(quoted), strict=True):
        for col in pair:
            if len(kept) < MAKS_KOLOM:
                kept[col] = None
    return tuple(sorted(kept))


def _baris(table: Matriks, row: int, kept: Sequence[int], rows: range, framed: Cell | None) -> tuple[SelPetikan, ...]:
    """The cells of one row over the kept columns; a cell that began in an earlier row of the excerpt stands there."""
    shown = []
    seen: set[int] = set()
    for col in kept:
        cell = table.at(row, col)
        if cell is None:
            shown.append(SelPetikan(""))
            continue
        if id(cell) in seen or (cell.row < row and cell.row >= rows.start):
            continue
        seen.add(id(cell))
        width = sum(one in _span(cell, table) for one in kept)
        height = min(cell.row + cell.rowspan, rows.stop) - row
        text = " ".join(cell.text.split())
        text = text if len(text) <= MAKS_TEKS else text[: MAKS_TEKS - 1].rstrip() + "…"
        shown.append(SelPetikan(text, width, height, cell is framed))
    return tuple(shown)
