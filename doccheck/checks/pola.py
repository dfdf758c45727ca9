"""Patterns of rule files over texts: one text is looked at by several rules and stands in several tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256

from ..simpanan.diingat import diingat

_POLA: dict[str, tuple[tuple[str, ...], re.RegexFlag]] = {}
"""Lists of patterns by the mark under which their answers are remembered."""


def ada_pola(teks: str, pola: Iterable[str], bendera: re.RegexFlag = re.NOFLAG) -> bool:
    """Whether one of the patterns occurs in the text."""
    patterns = tuple(pola)
    return bool(patterns) and _ada(teks, _tanda(patterns, bendera))


@lru_cache(maxsize=4096)
def _tanda(patterns: tuple[str, ...], flags: re.RegexFlag) -> str:
    """A short name of the patterns: a memory would hold them with each text otherwise."""
    mark = sha256("\0".join((*patterns, str(int(flags)))).encode()).hexdigest()[:16]
    _POLA[mark] = patterns, flags
    return mark


@diingat(bool)
def _ada(text: str, tanda: str) -> bool:
    patterns, flags = _POLA[tanda]
    return any(re.search(one, text, flags) for one in patterns)
