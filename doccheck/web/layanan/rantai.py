"""Cascade, matrix and themes of a finished check, as the HTML report shows them; kept in memory for the last few, because they are read
again and again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from doccheck.bahasa import get_lang
from doccheck.model import Report
from doccheck.report import rantai

from ..models import Pemeriksaan
from . import laporan

BAGIAN: dict[str, tuple[str, Callable[[Report], Sequence[Any]]]] = {
    "kaskade": ("pohon", rantai.pohon),
    "matriks": ("lembar", rantai.lembar),
    "tema": ("peta_tema", rantai.peta_tema),
}


@lru_cache(maxsize=12)
def _susun(laporan_: str, bagian: str, _bahasa: str) -> Sequence[Any]:
    return BAGIAN[bagian][1](laporan.baca(laporan_))


def susun(row: Pemeriksaan, bagian: str) -> dict[str, Any]:
    """The variables of the report's template of this part."""
    made = _susun(row.berkas_laporan, bagian, get_lang()) if row.berkas_laporan else ()
    return {BAGIAN[bagian][0]: made, **rantai.alat()}
