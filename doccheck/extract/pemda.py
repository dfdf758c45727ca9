"""The region a document belongs to: "Kabupaten X", "Kota X", "Provinsi X"."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from .wilayah import JENIS, wilayah

_HEADS = {
    "pemerintahprovinsi": "provinsi", "provinsi": "provinsi", "propinsi": "provinsi", "gubernur": "provinsi",
    "kabupaten": "kabupaten", "kab": "kabupaten", "bupati": "kabupaten", "kota": "kota", "walikota": "kota", "pemkot": "kota",
    "pemkab": "kabupaten", "pemprov": "provinsi",
}  # fmt: skip


@lru_cache(maxsize=1)
def _pattern() -> tuple[re.Pattern[str], dict[tuple[str, str], str]]:
    """Matches on text without blanks and signs ("PROVINSIJ AWA BARAT" prints as badly as that); names longest first."""
    canonical: dict[tuple[str, str], str] = {}
    parts: list[str] = []
    for kind, names in wilayah().items():
        keys = {re.sub(r"[^a-z]", "", name.lower()): name for name in names}
        canonical |= {(kind, key): f"{JENIS[kind]} {name}" for key, name in keys.items()}
        heads = sorted((head for head, of in _HEADS.items() if of == kind), key=len, reverse=True)
        ordered = sorted(keys, key=len, reverse=True)
        parts.append(f"(?:{'|'.join(heads)})(?P<{kind}>{'|'.join(ordered)})")
    return re.compile("|".join(parts)), canonical


def letak_pemda(text: str) -> list[tuple[int, int, str]]:
    """(start, end, canonical name) of all regions that a text names, in order."""
    at = [position for position, char in enumerate(text) if char.isalpha()]
    packed = "".join(text[position] for position in at).lower()
    if len(packed) != len(at):  # a letter whose small form is longer ("İ"): positions would shift
        return []
    pattern, canonical = _pattern()
    found = []
    for match in pattern.finditer(packed):
        first, last = at[match.start()], at[match.end() - 1]
        whole_start = first == 0 or not text[first - 1].isalpha()
        whole_end = last + 1 == len(text) or not text[last + 1].isalpha()
        kind = match.lastgroup
        if whole_start and whole_end and kind:
            found.append((first, last + 1, canonical[kind, match[kind]]))
    return found


def pemda_dalam(text: str) -> list[str]:
    """All regions that a text names, in order: "BUPATI SLEMAN" and "Kab. Sleman" -> "Kabupaten Sleman"."""
    return [name for _, _, name in letak_pemda(text)]


def pilih_pemda(clues: list[tuple[str, float]]) -> str | None:
    """The region with the most weight among (text, weight); an even race is None."""
    votes: Counter[str] = Counter()
    for text, weight in clues:
        for name in pemda_dalam(text):
            votes[name] += weight  # type: ignore[assignment]
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
