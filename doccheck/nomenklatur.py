"""The official table of codes (Kepmendagri on Permendagri 90/2019) that a user has loaded: names, units and indicators by code.

It is large and changes with each edition, so it is not shipped: `doccheck nomenklatur import` puts it into the user's data folder.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from .bahasa import _
from .extract.kode import baca_kode, gabung_kode, level_kode

NAMA = "nomenklatur.json"
_KODE = re.compile(r"\bkode\b|urusan.*kode", re.I)
_URAIAN = re.compile(r"nomenklatur|uraian|nama|program\s*/\s*kegiatan", re.I)
_INDIKATOR = re.compile(r"indikator|tolok ukur", re.I)
_SATUAN = re.compile(r"^\W*satuan", re.I)
_KEPALA = 15
"""Rows from the top of a sheet among which its heading is looked for."""


class NomenklaturError(Exception):
    """A table that cannot be used; the message says what is missing."""


class Baku(Struct, frozen=True):
    """What the official table has for one code."""

    nama: str
    indikator: str | None = None
    satuan: str | None = None


def folder() -> Path:
    """DOCCHECK_DATA, else the folder for a user's data that the platform has."""
    if named := os.environ.get("DOCCHECK_DATA"):
        return Path(named)
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "doccheck"


def muat() -> dict[str, Baku]:
    """The table by code, empty where none was loaded. Raises NomenklaturError where the file is broken."""
    return _muat(folder() / NAMA)


@cache
def _muat(path: Path) -> dict[str, Baku]:
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, Baku])
    except FileNotFoundError:
        return {}
    except (OSError, msgspec.DecodeError) as error:
        raise NomenklaturError(f"{path}: {error}") from error


def simpan(tabel: dict[str, Baku]) -> Path:
    """Writes the table, in place of one that was there."""
    path = folder() / NAMA
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".baru")
    fresh.write_bytes(msgspec.json.format(msgspec.json.encode(dict(sorted(tabel.items()))), indent=1))
    fresh.replace(path)
    _muat.cache_clear()
    return path


def baca(path: Path) -> dict[str, Baku]:
    """The table in a workbook (XLSX, XLS, ODS): all sheets that have columns for the code and the name, found by synonym; the code may be
    split over several columns. Raises NomenklaturError where no sheet has them."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_path(str(path))
        sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    except (OSError, CalamineError) as error:
        raise NomenklaturError(f"{path}: {error}") from error
    found: dict[str, Baku] = {}
    for rows in sheets:
        found.update(_lembar([[_teks(cell) for cell in row] for row in rows]))
    if not found:
        raise NomenklaturError(_("{berkas}: tidak ada lembar dengan kolom kode dan nomenklatur").format(berkas=path))
    return found


def _teks(cell: object) -> str:
    """The cell on one line; a code that the workbook holds as a number (1.0) is its digits."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


def _lembar(rows: Sequence[Sequence[str]]) -> dict[str, Baku]:
    for at, row in enumerate(rows[:_KEPALA]):
        code = next((i for i, cell in enumerate(row) if _KODE.search(cell)), None)
        name = next((i for i, cell in enumerate(row) if i != code and _URAIAN.search(cell) and not _INDIKATOR.search(cell)), None)
        if code is None or name is None or name < code:
            continue
        measure = next((i for i, cell in enumerate(row) if _INDIKATOR.search(cell)), None)
        unit = next((i for i, cell in enumerate(row) if _SATUAN.search(cell)), None)
        return dict(_isi(rows[at + 1 :], code, name, measure, unit))
    return {}


def _isi(
    rows: Iterable[Sequence[str]], code: int, name: int, measure: int | None, unit: int | None
) -> Iterable[tuple[str, Baku]]:
    for row in rows:
        cells = row[code:name]
        whole = cells[0] and not any(cells[1:])
        key = baca_kode(cells[0]) if whole else gabung_kode([_dua(cell, i) for i, cell in enumerate(cells)])
        if key and level_kode(key) and len(row) > name and row[name]:
            yield key, Baku(row[name], _sel(row, measure), _sel(row, unit))


def _dua(cell: str, at: int) -> str:
    """A part of a split code with the zero that a workbook drops from numbers."""
    return cell.zfill(2) if at and cell.isdigit() and len(cell) == 1 and at != 3 else cell


def _sel(row: Sequence[str], at: int | None) -> str | None:
    return row[at] or None if at is not None and at < len(row) else None
