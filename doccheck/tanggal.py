"""Printed dates as numbers that can be compared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .bahasa import _, tandai

if TYPE_CHECKING:
    from .model import Dokumen

_LAMA = {"nopember": "november", "pebruari": "februari"}
_NAMA = (
    tandai("Januari"), tandai("Februari"), tandai("Maret"), tandai("April"), tandai("Mei"), tandai("Juni"), tandai("Juli"),
    tandai("Agustus"), tandai("September"), tandai("Oktober"), tandai("November"), tandai("Desember"),
)  # fmt: skip
BULAN = tuple(name.lower() for name in _NAMA)
Tanggal = tuple[int, int, int]
"""Year, month, day; day 0 where only the month is printed."""


def tanggal(text: str | None) -> Tanggal | None:
    """ "12 Januari 2026", "Januari 2026" as numbers; None for anything else."""
    match = re.search(r"(?:(\d{1,2})\s+)?([a-z]{3,})\s+(\d{4})", (text or "").lower())
    name = _LAMA.get(match[2], match[2]) if match else ""
    if not match or name not in BULAN:
        return None
    return int(match[3]), BULAN.index(name) + 1, int(match[1] or 0)


def bulan(nomor: int) -> str:
    """The name of a month 1..12 in the reader's language."""
    return _(_NAMA[nomor - 1])


def sesudah_tahun(dokumen: Dokumen) -> bool:
    """Whether the change of a yearly agreement prints a date after the end of its year."""
    printed = tanggal(dokumen.tanggal)
    return dokumen.jenis == "pk" and dokumen.status == "perubahan" and bool(printed and dokumen.tahun and printed[0] > dokumen.tahun)
