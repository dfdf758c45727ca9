"""Printed dates as numbers that can be compared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .model import Dokumen

BULAN = ("januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november", "desember")
Tanggal = tuple[int, int, int]
"""Year, month, day; day 0 where only the month is printed."""


def tanggal(text: str | None) -> Tanggal | None:
    """ "12 Januari 2026", "Januari 2026" as numbers; None for anything else."""
    match = re.search(r"(?:(\d{1,2})\s+)?([a-z]{3,})\s+(\d{4})", (text or "").lower())
    if not match or match[2] not in BULAN:
        return None
    return int(match[3]), BULAN.index(match[2]) + 1, int(match[1] or 0)


def sesudah_tahun(dokumen: Dokumen) -> bool:
    """Whether the change of a yearly agreement prints a date after the end of its year."""
    printed = tanggal(dokumen.tanggal)
    return dokumen.jenis == "pk" and dokumen.status == "perubahan" and bool(printed and dokumen.tahun and printed[0] > dokumen.tahun)
