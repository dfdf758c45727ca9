"""Patterns of rule files over texts: one text is looked at by several rules and stands in several tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache


def ada_pola(teks: str, pola: Iterable[str], bendera: re.RegexFlag = re.NOFLAG) -> bool:
    """Whether one of the patterns occurs in the text."""
    patterns = tuple(pola)
    return bool(patterns) and _ada(teks, patterns, bendera)


@lru_cache(maxsize=16384)
def _ada(text: str, patterns: tuple[str, ...], flags: re.RegexFlag) -> bool:
    return any(re.search(one, text, flags) for one in patterns)
