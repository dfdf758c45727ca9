"""Rows of a logical table: for each group of columns the text that begins there, and the values of the year columns.

Rows that a page edge broke in two are put together here; rows that hold several indicators in one cell are taken apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..layout import Cell
from ..model import Lokasi
from .kepala import is_number_row, is_repeat
from .kolom import Kolom
from .matriks import Matriks, covers
from .sambung import Segmen, Tabel
from .teks import clean, mend, split_items

VALUE_ROLES = frozenset(
    {"baseline", "baseline_pagu", "target", "target_akhir", "pagu", "pagu_akhir", "realisasi", "realisasi_anggaran", "capaian"}
)
GOAL_ROLES = frozenset({"goal", "hierarki", "outcome", "output", "rujukan"})
_LIST_MARK = re.compile(r"^\s*(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,4})?\s*[.)]?\s*$", re.I)
_STARTS_NEW = re.compile(r"^\s*(?:\d{1,2}[.)]|[a-z][.)]|[-•–]|[\dXx]\s?\.\s?(?:\d\d|XX)\b)")


@dataclass
class Isi:
    """What one row has in one group of columns: the text as printed (lines apart), its place and look."""

    raw: str
    cell: Cell
    indent: int = 0
    bold: bool = False
    confidence: float = 1.0

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

    @property
    def lokasi(self) -> Lokasi:
        return self.matriks.lokasi(self.nomor)

    def tempat(self, isi: Isi) -> Lokasi:
        return self.matriks.lokasi(self.nomor, isi.cell)


@dataclass(frozen=True)
class Susunan:
    """Groups of a table's columns: the column that stands for each, in order."""

    kolom: dict[int, Kolom]

    @classmethod
    def dari(cls, tabel: Tabel) -> Susunan:
        return cls({group: tabel.kolom[index] for index, group in reversed(list(enumerate(tabel.grup)))})

    def grup(self, *peran: str) -> list[int]:
        """Groups with one of these roles, from left to right."""
        return sorted(group for group, kolom in self.kolom.items() if kolom.peran in peran)


def baris_tabel(tabel: Tabel, susunan: Susunan) -> list[Baris]:
    """The data rows of a table: no empty rows, column numbers or repeated headings; broken rows joined, stacked ones split."""
    rows: list[Baris] = []
    for segmen in tabel.segmen:
        first = segmen.awal_halaman
        for baris in _segment_rows(segmen, tabel):
            if first and rows and _is_rest(rows[-1], baris, rows, susunan):
                _join(rows[-1], baris)
            else:
                rows.append(baris)
            first = False
    return [part for baris in rows for part in _unstack(baris, susunan)]


def _segment_rows(segmen: Segmen, tabel: Tabel) -> Iterator[Baris]:
    matriks = segmen.matriks
    for row in range(segmen.first, segmen.end):
        cells = matriks.filled(row)
        if not cells or is_number_row(cells) or (tabel.kepala is not None and is_repeat(matriks, row, tabel.kepala)):
            continue
        baris = Baris(matriks, row, lebar=covers(cells, matriks.cols))
        for cell in cells:
            group = _group(cell, segmen, tabel)
            if group is not None:
                _put(baris.isi, group, cell, segmen, tabel)
        for col in range(matriks.cols):
            above = matriks.at(row, col)
            if above is not None and above.row < row and above.text.strip():
                group = _group(above, segmen, tabel)
                if group is not None and group not in baris.isi:
                    baris.covering.setdefault(group, _isi(above, 0))
        if baris.isi:
            yield baris


def _group(cell: Cell, segmen: Segmen, tabel: Tabel) -> int | None:
    """Group of the column in which a cell begins (of the first mapped column that it covers)."""
    for col in range(cell.col, min(cell.col + cell.colspan, len(segmen.kolom))):
        if segmen.kolom[col] >= 0:
            return tabel.grup[segmen.kolom[col]]
    return None


def _isi(cell: Cell, indent: int) -> Isi:
    return Isi(clean(cell.text), cell, indent, bool(cell.bold and cell.bold[0]), cell.confidence)


def _put(isi: dict[int, Isi], group: int, cell: Cell, segmen: Segmen, tabel: Tabel) -> None:
    """Adds a cell to its group. A list number in a column of its own counts for nothing; code cells are joined with dots."""
    text = clean(cell.text)
    if not text:
        return
    indent = segmen.kolom[cell.col] - tabel.grup.index(group) if segmen.kolom[cell.col] >= 0 else 0
    peran = tabel.kolom[tabel.grup.index(group)].peran
    old = isi.get(group)
    if old is None:
        isi[group] = _isi(cell, indent)
    elif peran == "kode":
        old.raw = f"{old.raw}.{text}"
    elif _LIST_MARK.match(old.raw) and peran not in VALUE_ROLES:
        isi[group] = _isi(cell, indent)
    elif peran not in VALUE_ROLES:
        old.raw = f"{old.raw}\n{text}"


def _is_rest(above: Baris, baris: Baris, rows: list[Baris], susunan: Susunan) -> bool:
    """Whether the first row of a page is the rest of the last row of the page before.

    Signs: its texts go on in cells that were open there, none opens like a new item, and either a text goes on in lower case or the
    row lacks the values that rows of this table have.
    """
    texts = {g: isi for g, isi in baris.isi.items() if susunan.kolom[g].peran in GOAL_ROLES or susunan.kolom[g].peran == "indikator"}
    values = [g for g in baris.isi if susunan.kolom[g].peran in VALUE_ROLES or susunan.kolom[g].peran in ("satuan", "no")]
    if not texts:
        return False
    if any(g not in above.isi and g not in above.covering for g in texts) or any(_STARTS_NEW.match(isi.raw) for isi in texts.values()):
        return False
    if any(susunan.kolom[g].peran == "kode" for g in baris.isi):
        return False
    lower = any(re.match(r"[a-z(]", isi.raw) for isi in texts.values())
    above_values = [g for g in above.isi if susunan.kolom[g].peran in VALUE_ROLES]
    if values:
        return lower and not above_values
    usual = sum(any(susunan.kolom[g].peran in VALUE_ROLES for g in row.isi) for row in rows) >= 0.8 * len(rows)
    return lower or (usual and bool(above_values) and any(susunan.kolom[g].peran == "indikator" for g in texts))


def _join(above: Baris, rest: Baris) -> None:
    for group, isi in rest.isi.items():
        if group in above.isi:
            above.isi[group].raw = f"{above.isi[group].raw}\n{isi.raw}"
        else:
            above.isi[group] = isi


def _unstack(baris: Baris, susunan: Susunan) -> list[Baris]:
    """Takes apart a row whose indicator cell holds several indicators, paired by position with as many values in the cells beside it."""
    groups = [g for g in susunan.grup("indikator") if g in baris.isi]
    if len(groups) != 1:
        return [baris]
    group = groups[0]
    raw = baris.isi[group].raw
    if "\n" not in raw:
        return [baris]
    values = {g: isi.raw.split("\n") for g, isi in baris.isi.items() if susunan.kolom[g].peran in VALUE_ROLES or susunan.kolom[g].peran == "satuan"}
    counts = {len(lines) for lines in values.values()}
    items = split_items(raw)
    lines = raw.split("\n")
    if len(items) < 2 and len(counts - {1}) == 1 and len(lines) == max(counts) and all(_is_value(line) for part in values.values() for line in part):
        items = lines
    n = len(items)
    if n < 2 or (values and not counts <= {n, 1}) or (values and n not in counts):
        return [baris] if not (n > 1 and not values) else _parts(baris, group, items, {})
    return _parts(baris, group, items, values)


def _parts(baris: Baris, group: int, items: list[str], values: dict[int, list[str]]) -> list[Baris]:
    parts = []
    for index, item in enumerate(items):
        part = Baris(baris.matriks, baris.nomor, dict(baris.isi) if index == 0 else {}, dict(baris.covering), baris.lebar)
        part.isi[group] = Isi(item, baris.isi[group].cell, 0, baris.isi[group].bold)
        for g, lines in values.items():
            if len(lines) == len(items):
                part.isi[g] = Isi(lines[index], baris.isi[g].cell)
            elif index > 0:
                part.isi[g] = baris.isi[g]
        parts.append(part)
    return parts


def _is_value(line: str) -> bool:
    """Whether one line of a value cell can stand alone (a number, a predicate), so that it is no broken half."""
    return bool(re.search(r"\d", line) or re.fullmatch(r"[A-Z]{1,3}|[A-Za-z]{2,}(?: [A-Za-z]+){0,2}|%|-", line.strip()))
