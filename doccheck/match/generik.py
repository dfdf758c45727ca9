"""Goals and indicators that nearly every agency has for itself (its own SAKIP value, its own satisfaction index)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from .frasa import normalise
from .leksikon import muat


@lru_cache(maxsize=1)
def _pola() -> dict[str, tuple[re.Pattern[str], ...]]:
    return {key: tuple(re.compile(pattern) for pattern in patterns) for key, patterns in muat("generik.yaml").items()}


@lru_cache(maxsize=16384)
def generik(text: str, apa: Literal["sasaran", "indikator", "program"]) -> bool:
    """Whether the text is such a goal: the same words in two agencies then mean two different things."""
    lowered, spelt = text.lower(), normalise(text)
    return any(pattern.search(lowered) or pattern.search(spelt) for pattern in _pola()[apa])
