"""Reads the official table of codes from workbooks as people have them.

What a column holds is told by its cells, and by its heading where cells do not tell: the code may stand in one column, split over five or
six, glued to the name, or once for each level; names stand in one column or in one for each level.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from ..bahasa import _
from ..extract.tulisan.kode import baca_kode, gabung_kode, level_kode, pisah_kode
from . import LEVEL, Baku, NomenklaturError, baku_kode, gabung

_NOMOR = re.compile(r"^\W*(?:no|nomor)\W*(?:urut)?\W*$", re.I)
_KODE = re.compile(r"\bkode\b|\brekening\b|kodefikasi", re.I)
_URAIAN = re.compile(r"nomenklatur|uraian|\bnama\b", re.I)
_LEVEL = re.compile(r"\burusan\b|\bprogram\b|\b(?:sub\s*)?kegiatan\b", re.I)
_INDIKATOR = re.compile(r"indikator|tolok ukur", re.I)
_SATUAN = re.compile(r"\bsatuan\b", re.I)
_BUKAN_NAMA = re.compile(r"indikator|tolok ukur|\bsatuan\b|\bkinerja\b|keterangan|definisi|catatan|\bkode\b|dasar hukum", re.I)
_SUB, _BIDANG = re.compile(r"sub\W*kegiatan"), re.compile(r"bidang urusan")
_BAGIAN = re.compile(r"\d{1,4}|[12]\.\d{2}|x{1,2}", re.I)
_KODE_PENUH = re.compile(r"[1-8x](?:[\s.,:;\-–/\\]+[\dx]{1,4})+[\s.]*", re.I)
_PISAH = re.compile(r"[\s.,:;\-–/\\]+")
_HURUF = re.compile(r"[^\W\d_]{2}")
_ISI = ("program", "kegiatan", "subkegiatan")
"""Levels of which a table must have codes."""
_KEPALA = 40
"""Rows from the top of a sheet among which its heading is looked for."""
_BANYAK = 0.6
"""The part of a column's cells that must be of a kind for the column to be."""

Baris = Sequence[str]


class Lembar(Struct, frozen=True):
    """What one sheet gave. sebab: why nothing; tak_terbaca: rows (from 1) whose code could not be read, with the cell."""

    nama: str
    kode: dict[str, Baku] = {}
    sebab: str | None = None
    tak_terbaca: tuple[tuple[int, str], ...] = ()


class _Susunan(Struct, frozen=True):
    """Which columns hold what. tingkat: columns of names by level, where each level has its own · pasangan: (column of whole codes, columns
    of its name) · bagian: columns of a split code."""

    nama: tuple[int, ...]
    tingkat: dict[str, int] = {}
    pasangan: tuple[tuple[int, tuple[int, ...]], ...] = ()
    bagian: tuple[int, ...] = ()
    indikator: int | None = None
    satuan: int | None = None


def baca(path: Path) -> tuple[Lembar, ...]:
    """What each sheet of a workbook (XLSX, XLS, ODS) gives. Raises NomenklaturError for what is no workbook, and where no sheet gives a
    code, with the reason of each sheet."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_path(str(path))
        sheets = [(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names]
    except (OSError, CalamineError) as error:
        message = _("{berkas}: bukan buku kerja XLSX, XLS, atau ODS yang dapat dibaca ({galat})")
        raise NomenklaturError(message.format(berkas=path, galat=error)) from error
    found = tuple(lembar(name, [[_teks(cell) for cell in row] for row in rows]) for name, rows in sheets)
    if not any(level_kode(code) in _ISI for sheet in found for code in sheet.kode):
        found = tuple(replace(sheet, sebab=sheet.sebab or _("tidak ada kode program, kegiatan, atau subkegiatan")) for sheet in found)
        reasons = "".join(f"\n  {sheet.nama}: {sheet.sebab}" for sheet in found)
        raise NomenklaturError(_("{berkas}: tidak ada lembar dengan tabel kode dan nomenklatur").format(berkas=path) + reasons)
    return found


def semua(sheets: Sequence[Lembar]) -> dict[str, Baku]:
    """The tables of all sheets as one."""
    return gabung(pair for sheet in sheets for pair in sheet.kode.items())


def _teks(cell: object) -> str:
    """The cell on one line. A part of a code that the workbook holds as a number has lost its zeros: 2.1 was "2.10"."""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else f"{cell:.2f}" if round(cell, 2) == cell else str(cell)
    return " ".join(str(cell).split())


def lembar(nama: str, rows: Sequence[Baris]) -> Lembar:
    """One sheet by its cells."""
    width = max(map(len, rows), default=0)
    rows = [[*row, *[""] * (width - len(row))] for row in rows]
    head, start = _kepala(rows)
    if not start:
        return Lembar(nama, sebab=_("tidak ada baris judul dengan kolom kode dan nomenklatur"))
    layout = _susunan(head, rows[start:])
    if not layout.nama:
        return Lembar(nama, sebab=_("tidak ada kolom nomenklatur (atau uraian, nama program dan kegiatan)"))
    if not (layout.pasangan or layout.bagian) and not any(pisah_kode(row[layout.nama[0]])[0] for row in rows[start:]):
        return Lembar(nama, sebab=_("tidak ada kolom yang berisi kode (misalnya 1.01.02.2.01)"))
    bad: list[tuple[int, str]] = []
    pairs = list(_isi(rows, start, layout, bad))
    if not pairs:
        return Lembar(nama, sebab=_("tidak ada baris yang memuat kode beserta namanya"), tak_terbaca=tuple(bad))
    if len(bad) > len(pairs):
        return Lembar(nama, sebab=_("lebih banyak baris yang kodenya tidak terbaca daripada yang terbaca"), tak_terbaca=tuple(bad))
    return Lembar(nama, gabung(pairs), None, tuple(bad))


def _kepala(rows: Sequence[Baris]) -> tuple[list[str], int]:
    """(heading of each column, number of the first row below it); (…, 0) where there is none. A heading has up to four rows."""
    for at, row in enumerate(rows[:_KEPALA]):
        named = [cell for cell in row if cell and len(cell) < 120]
        telling = any(kind.search(cell) for cell in named for kind in (_URAIAN, _KODE, _LEVEL))
        if not telling or (len(named) < 2 and not _tunggal(rows, at)):
            continue
        end = next((i for i in range(at + 1, min(at + 5, len(rows))) if _data(rows[i])), 0)
        if end:
            return [" ".join(part for part in column if part) for column in zip(*rows[at:end], strict=True)], end
    return [], 0


def _tunggal(rows: Sequence[Baris], at: int) -> bool:
    """Whether a heading of one cell stands over glued codes and names."""
    return any(pisah_kode(cell)[0] for row in rows[at + 1 : at + 5] for cell in row)


def _data(row: Baris) -> bool:
    """Whether the row is one of the table: a code, or part of one, and words; the numbers of the columns are none."""
    cells = [cell for cell in row if cell]
    coded = any(_BAGIAN.fullmatch(cell) or _kode(cell) or pisah_kode(cell)[0] for cell in cells)
    return coded and any(_HURUF.search(cell) and not _BAGIAN.fullmatch(cell) for cell in cells)


def _susunan(head: Sequence[str], rows: Sequence[Baris]) -> _Susunan:
    columns = [[row[i] for row in rows if row[i]] for i in range(len(head))]
    number = {i for i, label in enumerate(head) if _NOMOR.match(label)}
    indicator = next((i for i, label in enumerate(head) if _INDIKATOR.search(label) and not _KODE.search(label)), None)
    unit = next((i for i, label in enumerate(head) if i != indicator and _SATUAN.search(label)), None)
    names = [i for i, cells in enumerate(columns) if i not in number and _nama(head[i]) and _sebagian(cells, _HURUF.search)]
    whole = [
        i
        for i, cells in enumerate(columns)
        if i not in number and any(map(_kode, cells))
        and (_sebagian(cells, _mirip_kode) or (_KODE.search(head[i]) and i + 1 in names and _sebagian(cells, _kode)))
    ]
    parts = [i for i, cells in enumerate(columns) if i not in number and not whole and _sebagian(cells, _BAGIAN.fullmatch)]
    parts = [i for i in parts if names and i < max(names)]
    ends = [*whole[1:], len(head)]
    pairs = [(code, own) for code, end in zip(whole, ends, strict=False) if (own := tuple(i for i in names if code < i < end))]
    if len(whole) == 1 and names:
        pairs = [(whole[0], tuple(names))]
    levels = {level: i for i in names if (level := _tingkat(head[i]))}
    return _Susunan(tuple(names), levels if len(levels) > 1 else {}, tuple(pairs), tuple(parts), indicator, unit)


def _tingkat(label: str) -> str | None:
    """The level that a heading names, None where it names several or none."""
    label = _SUB.sub("subkegiatan", _BIDANG.sub("bidang", label.casefold()))
    named = [level for level in LEVEL if re.search(rf"\b{level}\b", label)]
    return named[0] if len(named) == 1 else None


def _nama(label: str) -> bool:
    return bool((_URAIAN.search(label) or _LEVEL.search(label)) and (_URAIAN.search(label) or not _BUKAN_NAMA.search(label))) and not (
        _INDIKATOR.search(label) or _SATUAN.search(label)
    )


def _sebagian(cells: Sequence[str], kind: Callable[[str], object]) -> bool:
    return bool(cells) and sum(bool(kind(cell)) for cell in cells) >= _BANYAK * len(cells)


def _mirip_kode(cell: str) -> bool:
    """Whether the cell is, or was meant as, a code of several parts."""
    return bool(_KODE_PENUH.fullmatch(cell)) and not _BAGIAN.fullmatch(cell)


def _kode(cell: str) -> str | None:
    """The code that is the whole cell, with whatever stands between its parts."""
    return baca_kode(".".join(part for part in _PISAH.split(cell) if part)) if len(cell) < 40 else None


def _isi(rows: Sequence[Baris], start: int, layout: _Susunan, bad: list[tuple[int, str]]) -> Iterator[tuple[str, Baku]]:
    """The entries; of a row without a code and name of its own, an indicator belongs to the code before. Notes in `bad` what looks like a
    code and is none."""
    last: tuple[str, str] | None = None
    above = [""] * len(layout.bagian)
    for number, row in enumerate(rows[start:], start=start + 1):
        found = list(_baris(row, layout, above, number, bad))
        measure, unit = _sel(row, layout.indikator), _sel(row, layout.satuan)
        if found:
            last = found[-1]
            for code, name in found:
                own = code == last[0]
                yield code, Baku(name, measure if own else None, unit if own else None)
        elif measure and last and not any(row[i] for i in layout.nama):
            yield last[0], Baku(last[1], measure, unit)


def _baris(row: Baris, layout: _Susunan, above: list[str], number: int, bad: list[tuple[int, str]]) -> Iterator[tuple[str, str]]:
    if layout.pasangan:
        for column, names in layout.pasangan:
            yield from _satu(_kode(row[column]), row[column], row, names, layout.tingkat, number, bad)
    elif layout.bagian:
        cells = _lengkap([row[i] for i in layout.bagian], above)
        code = gabung_kode([_dua(cell, i) for i, cell in enumerate(cells)])
        yield from _satu(code, " ".join(filter(None, cells)), row, layout.nama, layout.tingkat, number, bad)
    else:
        for column in layout.nama:
            code, name = pisah_kode(row[column])
            if code and level_kode(code):
                yield baku_kode(code), name


def _satu(
    code: str | None, cell: str, row: Baris, columns: Sequence[int], levels: Mapping[str, int], number: int, bad: list[tuple[int, str]]
) -> Iterator[tuple[str, str]]:
    """The code with its name: that in the column of its level, else each that the row has (for provinces, for kabupaten)."""
    names = [row[i] for i in columns if _HURUF.search(row[i])]
    if not names or not cell:
        return
    level = level_kode(code) if code else None
    if code and level:
        own = row[levels[level]] if level in levels and _HURUF.search(row[levels[level]]) else ""
        for name in [own] if own else names[:1] if levels else dict.fromkeys(names):
            yield baku_kode(code), name
    elif any(sign.isdigit() for sign in cell):
        bad.append((number, cell))


def _lengkap(cells: list[str], above: list[str]) -> list[str]:
    """The parts of a split code, those that a cell merged downwards leaves empty taken from the row above."""
    first = next((i for i, cell in enumerate(cells) if cell), len(cells))
    if first == len(cells):
        return cells
    made = [*above[:first], *cells[first:]]
    above[:] = made
    return made


def _dua(cell: str, at: int) -> str:
    """A part of a split code with the zero that a workbook drops from numbers."""
    return cell.zfill(2) if at and cell.isdigit() and len(cell) == 1 and at != 3 else cell


def _sel(row: Baris, at: int | None) -> str | None:
    return None if at is None or row[at] in ("", "-") else row[at]
