"""doccheck-abaikan.csv: findings set aside, as a table that people keep in Excel beside their documents.

Columns, in any order: aturan, dokumen, teks, sidik, alasan, oleh, sampai; separated by commas or semicolons (as Excel with Indonesian
settings writes). See config.AbaikanConfig for what they mean.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from ..bahasa import _
from ..config import AbaikanConfig, ConfigError
from .tabel_csv import baca_tabel

NAMA = "doccheck-abaikan.csv"
KOLOM = ("aturan", "dokumen", "teks", "sidik", "alasan", "oleh", "sampai")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})$")
_DMY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$")


def cari(folder: Path) -> Path | None:
    """The file in the folder or the nearest of its parents, as doccheck.toml is looked for."""
    return next((at / NAMA for at in (folder, *folder.parents) if (at / NAMA).is_file()), None)


def baca(path: Path) -> tuple[AbaikanConfig, ...]:
    """The entries of the file, none where there is no file. Raises ConfigError with file and line."""
    return tuple(_entry(path, line, row) for line, row in baca_tabel(path, KOLOM, wajib=("alasan",)))


def _entry(path: Path, line: int, row: Mapping[str, str]) -> AbaikanConfig:
    entry = AbaikanConfig(
        alasan=row["alasan"],
        aturan=row["aturan"] or None,
        dokumen=row["dokumen"] or None,
        teks=row["teks"] or None,
        sidik=row["sidik"] or None,
        oleh=row["oleh"] or None,
        sampai=_date(path, line, row["sampai"]) if row["sampai"] else None,
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
