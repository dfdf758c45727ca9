"""Tables that people keep as CSV beside their documents, in Excel: any order of columns, commas or semicolons, any usual encoding."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..bahasa import _
from ..config import ConfigError


def baca_tabel(path: Path, kolom: Sequence[str], wajib: Sequence[str] = ()) -> Iterator[tuple[int, dict[str, str]]]:
    """(line, column -> cell, "" where it is empty or missing) of each row; nothing where there is no file.

    kolom: the columns that there may be, wajib: those that there must be. Raises ConfigError with file and line for other columns, and for
    rows with more cells than columns (a text with a comma and without quotes).
    """
    if not path.is_file():
        return
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")  # what Excel saves as "CSV" without UTF-8
    first = text.split("\n", 1)[0]
    reader = csv.reader(text.splitlines(keepends=True), delimiter=";" if first.count(";") > first.count(",") else ",")
    heading: list[str] | None = None
    begin = 1
    for row in reader:
        line, begin = begin, reader.line_num + 1  # line_num is the last line of a row whose cells have line breaks
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        if heading is None:
            heading = _heading(f"{path}:{line}: ", cells, kolom, wajib)
            continue
        if any(cells[len(heading) :]):
            raise ConfigError(f"{path}:{line}: " + _("lebih banyak isian daripada kolom; teks bertanda koma harus diapit tanda kutip"))
        yield line, dict.fromkeys(kolom, "") | {name: cell for name, cell in zip(heading, cells, strict=False) if name}


def _heading(where: str, cells: Sequence[str], kolom: Sequence[str], wajib: Sequence[str]) -> list[str]:
    names = [cell.casefold() for cell in cells]
    if unknown := [name for name in names if name and name not in kolom]:
        raise ConfigError(where + _("kolom {nama} tidak dikenal; kolom: {kolom}").format(nama=unknown[0], kolom=", ".join(kolom)))
    if missing := [name for name in wajib if name not in names]:
        raise ConfigError(where + _("kolom {nama} tidak ada").format(nama=missing[0]))
    return names
