"""Fingerprints of findings: they survive shifts of pages and rows, renamed files and re-read tables."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from ..match import normalise


def sidik(aturan: str, perangkat_daerah: str | None, jenis: str, subjek: Iterable[str]) -> str:
    """16 hex digits of the hash over rule, agency, kind of document and the normalised texts of the subject."""
    parts = [aturan, normalise(perangkat_daerah or ""), jenis, *(normalise(text) for text in subjek)]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def bedakan(semua: Iterable[str]) -> list[str]:
    """Equal fingerprints in order get the suffix -2, -3 ..."""
    seen: Counter[str] = Counter()
    unique = []
    for satu in semua:
        seen[satu] += 1
        unique.append(satu if seen[satu] == 1 else f"{satu}-{seen[satu]}")
    return unique
