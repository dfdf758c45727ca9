"""Years in column headers: "2026", "T1 (2022)", "Tahun ke-1"."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from ..tulisan.urutan import ROMAWI
from .matriks import squeeze

_YEAR = re.compile(r"(?<![\d.,/])(?:19[89]\d|20[0-6]\d)(?![\d]|[.,]\d)")
_SPLIT_YEAR = re.compile(r"(?<!\d)2 ?0 ?\d ?\d(?!\d)")
_REGULATION = re.compile(r"\b(?:nomor|no\.?|permen\w*|perda|perbup|perwal|pp|uu|inmendagri)\s*\d+\s*(?:/|tahun)\s*$", re.I)
_SERIES = re.compile(r"([^\d]*?)((?:(?:19|20)\d\d\s+)+(?:19|20)\d\d)\W*")
_ORDINAL = re.compile(
    r"\b(?:tahun|thn|th)\.?\s*(?:ke)?\s*[-–]?\s*(\d|[iv]{1,3}|pertama|kedua|ketiga|keempat|kelima|keenam)\b|\bke\s*[-–]?\s*(\d)\b|^\W*t\s*[-–]?\s*(\d)\b",
    re.I,
)
_BARE = re.compile(r"[(\[]?\s*(\d|[ivIV]{1,3})\s*[)\].]?")
_WORDS = {"pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4, "kelima": 5, "keenam": 6}
_ALONE = re.compile(r"(?:(?:tahun|thn|th|t)(?:ke)?[1-6]|tahun|thn|th|target|pagu)?(?:19|20)\d\d")
_UNDER = re.compile(r"\b(?:tahun|thn|th)\.?\s*ke\s*[-–]?\s*(?:$|\W*$|[(\n])", re.I)


def _flat(text: str) -> str:
    return " ".join(text.split())


@lru_cache(maxsize=8192)
def tahun_dari_header(text: str) -> int | None:
    """The one year that a header names ("2026", "Tahun 2026 (Rp)", "T1 (2022)", "202\\n6"). None where there is none, several different
    ("2025-2029"), or only that of a regulation ("Permendagri 86 Tahun 2017")."""
    text = _flat(text)
    found = [m for m in _YEAR.finditer(text) if not _REGULATION.search(text[: m.start()])]
    years = {int(m[0]) for m in found}
    if not years and len(text) < 24:
        years = {int(m[0].replace(" ", "")) for m in _SPLIT_YEAR.finditer(text)}
        years = {year for year in years if 1980 <= year <= 2069}
    return years.pop() if len(years) == 1 else None


@lru_cache(maxsize=8192)
def tahun_berderet(text: str) -> tuple[str, ...]:
    """The headings that one cell over several columns runs together: "Target 2025 2026 2027" -> ("Target 2025", "Target 2026",
    "Target 2027"). Nothing unless the years rise one by one with only space between them ("2025-2026" is a period)."""
    found = _SERIES.fullmatch(_flat(text))
    years = [int(year) for year in found[2].split()] if found else []
    if not found or len(found[1]) > 60 or any(b - a != 1 for a, b in pairwise(years)):
        return ()
    return tuple(f"{found[1]}{year}" for year in years)


def hanya_tahun(text: str) -> bool:
    """Whether a header is a year and hardly more: "2026", "Tahun 2026", "TARGET 2026", "T1 (2026)"."""
    return _ALONE.fullmatch(squeeze(text)) is not None


def kepala_tahun_ke(text: str) -> bool:
    """Whether a header announces ordinals of years below it ("Target Kinerja pada Tahun ke-")."""
    return bool(_UNDER.search(_flat(text)))


@lru_cache(maxsize=8192)
def tahun_ke(text: str, di_bawah_tahun_ke: bool = False) -> int | None:
    """Ordinal of the year in the period: "Tahun ke-1", "Th-1", "Tahun 1", "T1" -> 1; "Tahun 0" -> 0. A bare "1", "(2)" or "III" counts
    only under a header for which `kepala_tahun_ke` holds."""
    text = _flat(text)
    match = _ORDINAL.search(text)
    raw = next((group for group in match.groups() if group), None) if match else None
    if raw is None and di_bawah_tahun_ke and (bare := _BARE.fullmatch(text)):
        raw = bare[1]
    if raw is None:
        return None
    raw = raw.lower()
    number = int(raw) if raw.isdigit() else _WORDS.get(raw) or ROMAWI.get(raw)
    return number if number is not None and number <= 6 else None
