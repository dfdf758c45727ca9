"""doccheck-abaikan.csv: findings set aside, as a table that people keep in Excel beside their documents.

Columns, in any order: aturan, dokumen, teks, sidik, alasan, oleh, sampai; separated by commas or semicolons (as Excel with Indonesian
settings writes). See config.AbaikanConfig for what they mean.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from .bahasa import _
from .config import AbaikanConfig, ConfigError

NAMA = "doccheck-abaikan.csv"
KOLOM = ("aturan", "dokumen", "teks", "sidik", "alasan", "oleh", "sampai")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})$")
_DMY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$")


def cari(folder: Path) -> Path | None:
    """The file in the folder or the nearest of its parents, as doccheck.toml is looked for."""
    return next((at / NAMA for at in (folder, *folder.parents) if (at / NAMA).is_file()), None)


def baca(path: Path) -> tuple[AbaikanConfig, ...]:
    """The entries of the file, none where there is no file. Raises ConfigError with file and line."""
    if not path.is_file():
        return ()
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")  # what Excel saves as "CSV" without UTF-8
    first = text.split("\n", 1)[0]
    reader = csv.reader(text.splitlines(keepends=True), delimiter=";" if first.count(";") > first.count(",") else ",")
    heading: list[str] | None = None
    entries = []
    begin = 1
    for row in reader:
        line, begin = begin, reader.line_num + 1  # line_num is the last line of a row whose cells have line breaks
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        if heading is None:
            heading = _heading(path, line, cells)
        else:
            entries.append(_entry(path, line, heading, cells))
    return tuple(entries)


def _heading(path: Path, line: int, cells: Sequence[str]) -> list[str]:
    names = [cell.casefold() for cell in cells]
    if unknown := [name for name in names if name and name not in KOLOM]:
        known = ", ".join(KOLOM)
        raise ConfigError(f"{path}:{line}: " + _("kolom {nama} tidak dikenal; kolom: {kolom}").format(nama=unknown[0], kolom=known))
    if "alasan" not in names:
        raise ConfigError(f"{path}:{line}: " + _("kolom alasan tidak ada"))
    return names


def _entry(path: Path, line: int, heading: Sequence[str], cells: Sequence[str]) -> AbaikanConfig:
    if len(cells) > len(heading) and any(cells[len(heading) :]):
        raise ConfigError(f"{path}:{line}: " + _("lebih banyak isian daripada kolom; teks bertanda koma harus diapit tanda kutip"))
    given = {name: cell for name, cell in zip(heading, cells, strict=False) if name and cell}
    entry = AbaikanConfig(
        alasan=given.get("alasan", ""),
        aturan=given.get("aturan"),
        dokumen=given.get("dokumen"),
        teks=given.get("teks"),
        sidik=given.get("sidik"),
        oleh=given.get("oleh"),
        sampai=_date(path, line, given["sampai"]) if "sampai" in given else None,
        asal=f"{path.name}:{line}",
    )
    if problem := entry.salah():
        raise ConfigError(f"{path}:{line}: {problem}")
    return entry


def _date(path: Path, line: int, text: str) -> date:
    """2026-12-31, or day before month as people here write it: 31-12-2026, 31/12/2026."""
    try:
        if found := _ISO.match(text):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _DMY.match(text):
            return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        pass
    raise ConfigError(f"{path}:{line}: " + _("sampai: {nilai} bukan tanggal (2026-12-31)").format(nilai=repr(text)))
