"""Is this a plausible Indonesian word? A word list of the field plus light morphology, to mend words that narrow cells cut.

The list (rules/leksikon/kata.txt, and the names of regions) holds roots and common forms; affixes (me-, pe-, ke- ... -kan, -an, -nya)
are taken off by rule, because no list holds every form of a language that derives this freely.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ...resources import resource
from .wilayah import wilayah

TIDAK, TURUNAN, TERDAFTAR = 0, 1, 2
"""Degrees: unknown, a derivation of a listed root, listed itself."""

_SUFFIXES = ("", "nya", "kannya", "annya", "inya", "kan", "an", "i", "lah", "pun")
_PREFIXES = (
    ("memper", ("",)), ("diper", ("",)), ("keter", ("",)), ("keber", ("",)), ("pember", ("",)), ("pemer", ("",)), ("penge", ("",)),
    ("menge", ("",)), ("meng", ("", "k")), ("meny", ("s",)), ("mem", ("", "p")), ("men", ("", "t")), ("me", ("",)),
    ("peng", ("", "k")), ("peny", ("s",)), ("pem", ("", "p")), ("pen", ("", "t")), ("per", ("",)), ("pel", ("",)), ("pe", ("",)),
    ("ber", ("",)), ("be", ("",)), ("ter", ("",)), ("di", ("",)), ("ke", ("",)), ("se", ("",)),
)  # fmt: skip
_ANY_PREFIX = tuple(prefix for prefix, _ in _PREFIXES)


@lru_cache(maxsize=1)
def _daftar() -> frozenset[str]:
    text = resource("rules", "leksikon", "kata.txt").read_text(encoding="utf-8")
    words = set(re.sub(r"#.*", "", text).lower().split())
    for names in wilayah().values():
        words.update(" ".join(names).lower().split())
    return frozenset(words)


@lru_cache(maxsize=65536)
def derajat(word: str) -> int:
    """TERDAFTAR, TURUNAN or TIDAK for one word without blanks or hyphens; case does not count."""
    word = word.lower()
    known = _daftar()
    if word in known:
        return TERDAFTAR
    if len(word) < 5:
        return TIDAK
    for suffix in _SUFFIXES:
        if suffix and not word.endswith(suffix):
            continue
        stem = word[: len(word) - len(suffix)]
        if suffix and len(stem) > 3 and stem in known:
            return TURUNAN
        if not stem.startswith(_ANY_PREFIX):
            continue
        for prefix, restored in _PREFIXES:
            if stem.startswith(prefix):
                root = stem[len(prefix) :]
                if len(root) > 2 and any(first + root in known for first in restored):
                    return TURUNAN
    return TIDAK
