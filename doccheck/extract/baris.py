"""Rows of a logical table: for each group of columns the text that begins there, and the values of the year columns.

Rows that a page edge broke in two are put together here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from msgspec import structs

from ..layout import Cell
from ..model import Lokasi
from .kepala import is_number_row, is_repeat
from .kode import pisah_kode
from .kolom import Kolom
from .label import level_label
from .matriks import Matriks, covers
from .sambung import Segmen, Tabel
from .teks import clean, mend

VALUE_ROLES = frozenset(
    {"baseline", "baseline_pagu", "target", "target_akhir", "pagu", "pagu_akhir", "realisasi", "realisasi_anggaran", "capaian"}
)
GOAL_ROLES = frozenset({"goal", "hierarki", "outcome", "output", "rujukan"})
_LIST_MARK = re.compile(r"^\s*(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,4})?\s*[.)]?\s*$", re.I)
LIST_START = re.compile(r"^\s*(?:\d{1,2}(?:\.\d{1,2})*[.)\s]|[a-z][.)]|[-•–]|[\dXx]\s?\.\s?(?:\d\d|XX)\b)")
"""A list mark, number or code that opens a new item."""
_SHORTEST = 3


@dataclass
class Isi:
    """What one row has in one group of columns: the text as printed (lines apart), its place and look."""

    raw: str
    cell: Cell
    indent: int = 0
    bold: bool = False
    confidence: float = 1.0
    bernomor: bool = False
    """A list number stands in a column of its own before it."""

    @property
    def text(self) -> str:
        return mend(self.raw)


@dataclass
class Baris:
    """One row. `isi`: group -> content that begins in this row (only filled ones); `covering`: group -> content of a cell that
    began in a row above and reaches this one (merged money, a goal over several indicators)."""

    matriks: Matriks
    nomor: int
    isi: dict[int, Isi] = field(default_factory=dict)
    covering: dict[int, Isi] = field(default_factory=dict)
    lebar: float = 0.0
    """Share of the table's width that the row's filled cells span."""
    kosong: dict[int, Cell] = field(default_factory=dict)
    """Empty cells of value columns that cover this row."""
    lanjutan: dict[int, Isi] = field(default_factory=dict)
    """Rest, from the next page, of a cell that covers this row."""
    awal: bool = False
    """First row of a page on which the table goes on."""
    pita: tuple[str, ...] = ()
    """Lines of a band above this row that has no cells of its own."""
    ragu: bool = False
    """It may be the rest of the row before, which a page edge broke, but was not joined to it."""

    @property
    def lokasi(self) -> Lokasi:
        return self.matriks.lokasi(self.nomor)

    def tempat(self, isi: Isi) -> Lokasi:
        return self.matriks.lokasi(self.nomor, isi.cell)


@dataclass(frozen=True)
class Susunan:
    """Groups of a table's columns: the column that stands for each, in order."""

    kolom: dict[int, Kolom]
    _grup: dict[tuple[str, ...], list[int]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def dari(cls, tabel: Tabel) -> Susunan:
        return cls({group: tabel.kolom[index] for index, group in reversed(list(enumerate(tabel.grup)))})

    def grup(self, *peran: str) -> list[int]:
        """Groups with one of these roles, from left to right."""
        if peran not in self._grup:  # asked for every row
            self._grup[peran] = sorted(group for group, kolom in self.kolom.items() if kolom.peran in peran)
        return list(self._grup[peran])


def baris_tabel(tabel: Tabel, susunan: Susunan) -> list[Baris]:
    """The data rows of a table: no empty rows, column numbers or repeated headings; broken rows joined."""
    rows: list[Baris] = []
    for segmen in tabel.segmen:
        first = segmen.awal_halaman
        pita = segmen.pita
        open_money = _open_cells(rows[-1], susunan) if first and rows else {}
        for baris in _segment_rows(segmen, tabel):
            baris.pita, pita = pita, ()
            baris.awal = first
            _carry(open_money, baris, susunan)
            if first and rows and _is_rest(rows[-1], baris, rows, susunan):
                _join(rows[-1], baris)
            else:
                baris.ragu = first and bool(rows) and _may_be_rest(baris, susunan)
                rows.append(baris)
            first = False
    return rows


def _open_cells(last: Baris, susunan: Susunan) -> dict[int, Isi]:
    """Money in the last row of a page, which a merged cell may carry over the page edge (measured: not printed again)."""
    return {g: isi for g in susunan.grup("pagu") if (isi := last.isi.get(g) or last.covering.get(g))}


def _carry(open_money: dict[int, Isi], baris: Baris, susunan: Susunan) -> None:
    """Lets merged money reach the rows of the next page, until a goal begins or the column has a cell of its own."""
    if any(susunan.kolom[g].peran in ("goal", "hierarki", "kode") for g in baris.isi):
        open_money.clear()
    for group in list(open_money):
        if group in baris.isi:
            del open_money[group]
        else:
            cell = baris.kosong.get(group)
            if cell is None or (cell.row == baris.nomor and not baris.awal):
                del open_money[group]
            else:
                baris.covering.setdefault(group, open_money[group])


def _segment_rows(segmen: Segmen, tabel: Tabel) -> Iterator[Baris]:
    matriks = segmen.matriks
    mapped = _mapped(segmen, tabel)
    for row in range(segmen.first, segmen.end):
        cells = _without_numbers(matriks.filled(row))
        if not cells or is_number_row(cells) or (tabel.kepala is not None and is_repeat(matriks, row, tabel.kepala)):
            continue
        baris = Baris(matriks, row, lebar=covers(cells, matriks.cols))
        for cell in cells:
            group = _group(cell, mapped)
            if group is not None:
                _put(baris.isi, group, cell, segmen, tabel)
        for cover in matriks.covering(row):
            group = _group(cover, mapped)
            if group is None or group in baris.isi:
                continue
            if not cover.text.strip():
                baris.kosong[group] = cover
            elif cover.row < row:
                baris.covering.setdefault(group, _isi(cover, 0))
        if baris.isi:
            yield baris


def _without_numbers(cells: list[Cell]) -> list[Cell]:
    """The cells of a row without column numbers in front: the rest of a broken row below "(01) (02) ..." that no rule parts from it."""
    if not any("\n" in cell.text for cell in cells):
        return cells
    first = [structs.replace(cell, text=cell.text.split("\n", 1)[0]) for cell in cells]
    if not is_number_row(first):
        return cells
    return [
        structs.replace(cell, text=cell.text.split("\n", 1)[1], bold=cell.bold[1:], y=cell.y[1:]) for cell in cells if "\n" in cell.text
    ]


def _mapped(segmen: Segmen, tabel: Tabel) -> list[tuple[int, int]]:
    """Per column of a segment, the first column from there on that the table has, and its group."""
    mapped: list[tuple[int, int]] = []
    nearest = (len(segmen.kolom), -1)
    for col in range(len(segmen.kolom) - 1, -1, -1):
        if segmen.kolom[col] >= 0:
            nearest = col, tabel.grup[segmen.kolom[col]]
        mapped.append(nearest)
    return mapped[::-1]


def _group(cell: Cell, mapped: list[tuple[int, int]]) -> int | None:
    """Group of the column in which a cell begins (of the first mapped column that it covers)."""
    col, group = mapped[cell.col] if cell.col < len(mapped) else (len(mapped), -1)
    return group if col < min(cell.col + cell.colspan, len(mapped)) else None


def _isi(cell: Cell, indent: int) -> Isi:
    return Isi(clean(cell.text), cell, indent, bool(cell.bold and cell.bold[0]), cell.confidence)


def _put(isi: dict[int, Isi], group: int, cell: Cell, segmen: Segmen, tabel: Tabel) -> None:
    """Adds a cell to its group. A list number in a column of its own counts for nothing; code cells are joined with dots."""
    text = clean(cell.text)
    if not text:
        return
    first = tabel.grup.index(group)
    indent = segmen.kolom[cell.col] - first if segmen.kolom[cell.col] >= 0 else 0
    peran = tabel.kolom[first].peran
    old = isi.get(group)
    if old is None:
        isi[group] = Isi(text, cell, indent, bool(cell.bold and cell.bold[0]), cell.confidence)
    elif peran == "kode":
        old.raw = f"{old.raw}.{text}"
    elif _LIST_MARK.match(old.raw) and peran not in VALUE_ROLES:
        isi[group] = _isi(cell, indent)
        isi[group].bernomor = True
    elif peran not in VALUE_ROLES:
        old.raw = f"{old.raw}\n{text}"


def _is_rest(above: Baris, baris: Baris, rows: list[Baris], susunan: Susunan) -> bool:
    """Whether the first row of a page is the rest of the last row of the page before.

    Signs: its texts go on in cells that were open there, none opens like a new item, and a text goes on in lower case, or lacks the code
    that all goals of this table have, or the row lacks the values that rows of this table have.
    """
    peran = {g: susunan.kolom[g].peran for g in baris.isi}
    texts = {g: isi for g, isi in baris.isi.items() if peran[g] in GOAL_ROLES or peran[g] == "indikator"}
    values = [g for g in baris.isi if peran[g] in VALUE_ROLES or peran[g] in ("satuan", "no")]
    if not texts or "kode" in peran.values() or any(LIST_START.match(isi.raw) or level_label(isi.raw) for isi in texts.values()):
        return False
    if any(g not in above.isi and g not in above.covering for g in texts):
        return False
    lower = any(re.match(r"[a-z(]", isi.raw) for isi in texts.values())
    above_values = [g for g in above.isi if susunan.kolom[g].peran in VALUE_ROLES]
    if values:
        return lower and not above_values
    codes = [pisah_kode(row.isi[g].raw)[0] is not None for row in rows for g in susunan.grup("hierarki") if g in row.isi]
    coded = len(codes) >= 4 and sum(codes) >= 0.9 * len(codes)
    usual = sum(any(susunan.kolom[g].peran in VALUE_ROLES for g in row.isi) for row in rows) >= 0.8 * len(rows)
    return lower or (coded and "hierarki" in peran.values()) or (usual and bool(above_values))


def _may_be_rest(baris: Baris, susunan: Susunan) -> bool:
    """Whether a row that was not joined to the one before begins in mid-sentence."""
    texts = [isi for g, isi in baris.isi.items() if susunan.kolom[g].peran in GOAL_ROLES or susunan.kolom[g].peran == "indikator"]
    return any(re.match(r"[a-z]", isi.raw) and not LIST_START.match(isi.raw) and len(isi.raw) > _SHORTEST for isi in texts)


def _join(above: Baris, rest: Baris) -> None:
    for group, isi in rest.isi.items():
        if group in above.isi:
            above.isi[group].raw = f"{above.isi[group].raw}\n{isi.raw}"
        elif group in above.covering:
            above.lanjutan[group] = isi
        else:
            above.isi[group] = isi
