"""Rows of a logical table: for each group of columns the text that begins there, and the values of the year columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from msgspec import structs

from ...layout import Cell
from ...model import Lokasi
from ..tabel.kepala import is_number_row, is_repeat
from ..tabel.kolom import Kolom
from ..tabel.matriks import Matriks, covers
from ..tabel.sambung import Segmen, Tabel
from ..tulisan.kode import KODE_SASARAN
from ..tulisan.teks import clean, mend

VALUE_ROLES = frozenset(
    {"baseline", "baseline_pagu", "target", "target_akhir", "pagu", "pagu_akhir", "realisasi", "realisasi_anggaran", "capaian"}
)
GOAL_ROLES = frozenset({"goal", "hierarki", "outcome", "output", "rujukan"})
_LIST_MARK = re.compile(r"^\s*(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,4})?\s*[.)]?\s*$", re.I)
_CODE_MARK = re.compile(rf"{KODE_SASARAN}\.?")
"""Codes of goals and indicators in a column of their own ("T.1", "S.1.2")."""
SAME_LINE = 4.0
"""Points between the baselines of one line in two columns (values in italics or another size stand a little off)."""
LIST_START = re.compile(r"^\s*(?:\d{1,2}(?:\.\d{1,2})*[.)\s]|[a-z][.)]|[-•–]|[\dXx]\s?\.\s?(?:\d\d|XX)\b)")
"""A list mark, number or code that opens a new item."""


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
        """The text on one line, mended."""
        return mend(self.raw)

    @property
    def angka(self) -> float:
        """How surely its digits were read: those of its own lines, where OCR told them apart; of a text without digits, its words."""
        lines = self.cell.text.split("\n")
        if len(lines) != len(self.cell.angka) or not re.search(r"\d", self.raw):
            return self.confidence
        rows = [(line.strip(), sure) for line, sure in zip(lines, self.cell.angka, strict=True)]
        printed = {line.strip() for line in self.raw.split("\n")}
        own = [sure for line, sure in rows if line in printed] or [sure for line, sure in rows if line and line in self.raw]
        return min(own or self.cell.angka)


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
        """Place of the row."""
        return self.matriks.lokasi(self.nomor)

    def tempat(self, isi: Isi) -> Lokasi:
        """Place of one of its cells."""
        return self.matriks.lokasi(self.nomor, isi.cell)


@dataclass(frozen=True)
class Susunan:
    """Groups of a table's columns: the column that stands for each, in order."""

    kolom: dict[int, Kolom]
    _grup: dict[tuple[str, ...], list[int]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def dari(cls, tabel: Tabel) -> Susunan:
        """The groups of a table; of several columns in a group the first stands for it."""
        return cls({group: tabel.kolom[index] for index, group in reversed(list(enumerate(tabel.grup)))})

    def grup(self, *peran: str) -> list[int]:
        """Groups with one of these roles, from left to right."""
        if peran not in self._grup:  # asked for every row
            self._grup[peran] = sorted(group for group, kolom in self.kolom.items() if kolom.peran in peran)
        return list(self._grup[peran])


def segment_rows(segmen: Segmen, tabel: Tabel) -> Iterator[Baris]:
    """The data rows of one segment: no empty rows, column numbers or repeated headings."""
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
        for group in [g for g, isi in baris.isi.items() if _CODE_MARK.match(isi.raw) and not tabel.kolom[tabel.grup.index(g)].kepala]:
            beside = min((g for g in baris.isi if g > group), default=group)
            if beside != group and all(map(_CODE_MARK.fullmatch, baris.isi[group].raw.split("\n"))):
                baris.isi[beside].raw = _with_codes(baris.isi.pop(group), baris.isi[beside])  # their column has no heading of its own
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
        structs.replace(cell, text=cell.text.split("\n", 1)[1], bold=cell.bold[1:], y=cell.y[1:], angka=cell.angka[1:])
        for cell in cells
        if "\n" in cell.text
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
    elif peran not in VALUE_ROLES and _CODE_MARK.match(old.raw) and all(map(_CODE_MARK.fullmatch, old.raw.split("\n"))):
        isi[group] = _isi(cell, indent)
        isi[group].raw = _with_codes(old, isi[group])
    elif _LIST_MARK.match(old.raw) and peran not in VALUE_ROLES:
        isi[group] = _isi(cell, indent)
        isi[group].bernomor = True
    elif peran not in VALUE_ROLES:
        old.raw = f"{old.raw}\n{text}"


def _with_codes(codes: Isi, texts: Isi) -> str:
    """The lines of a cell, each code of the column before it in front of the line beside which it stands."""
    lines, marks = texts.raw.split("\n"), codes.raw.split("\n")
    if len(marks) == 1:
        return f"{marks[0]} {texts.raw}"
    heights, places = _heights(texts.cell), _heights(codes.cell)
    if len(lines) != len(heights) or len(marks) != len(places):
        return texts.raw
    beside = [next((mark for mark, at in zip(marks, places, strict=True) if abs(at - y) <= SAME_LINE), "") for y in heights]
    return "\n".join(f"{mark} {line}".strip() for mark, line in zip(beside, lines, strict=True))


def _heights(cell: Cell) -> list[float]:
    """The baselines of a cell's lines, without empty ones."""
    return [y for text, y in zip(cell.text.split("\n"), cell.y, strict=False) if text.strip()]
