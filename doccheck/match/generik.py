"""Goals and indicators that every agency has for itself: its own SAKIP value, its own satisfaction index, its own office."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from .leksikon import muat
from .normal import normalise


@lru_cache(maxsize=1)
def _pola() -> dict[str, tuple[re.Pattern[str], ...]]:
    return {key: tuple(re.compile(pattern) for pattern in patterns) for key, patterns in muat("tingkat.yaml")["milik_sendiri"].items()}


@lru_cache(maxsize=16384)
def milik_sendiri(text: str, apa: Literal["sasaran", "indikator"]) -> bool:
    """Whether the same words in two agencies mean two different things."""
    spelt = normalise(text)
    return any(pattern.search(spelt) for pattern in _pola()[apa]) or (apa == "indikator" and nilai_sendiri(text))


@lru_cache(maxsize=16384)
def nilai_sendiri(text: str) -> bool:
    """Whether the region and each of its agencies have a value of this measure (SAKIP, satisfaction), and the words do not tell that it
    is the region's ("Nilai AKIP Pemkab")."""
    spelt = normalise(text)
    if any(pattern.search(spelt) for pattern in _pola()["nilai_daerah"]):
        return False
    return any(pattern.search(spelt) for pattern in _pola()["nilai"])
