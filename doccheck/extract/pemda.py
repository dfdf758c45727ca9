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


_UNLISTED = re.compile(r"\b(kabupaten|kota|provinsi)\s+((?:[A-Z][\w-]*\s?){1,3})", re.I)
# fmt: off
_STOP = frozenset({
    "adalah", "badan", "bupati", "cerdas", "dan", "dari", "dengan", "di", "dinas", "ini", "inspektorat", "kabupaten", "ke",
    "kecamatan", "kelurahan", "kota", "kreatif", "lain", "lainnya", "layak", "merupakan", "no", "nomor", "pada", "periode",
    "provinsi", "rencana", "renstra", "rpjmd", "se", "sebagai", "sehat", "sekretariat", "seluruh", "tahun", "tentang", "tersebut",
    "untuk", "wali", "yang",
})
# fmt: on


def _unlisted(text: str) -> list[str]:
    """Regions that no list knows, by their print: capitalised words after "Kabupaten", "Kota" or "Provinsi"."""
    found = []
    for match in _UNLISTED.finditer(text):
        words = []
        for word in match[2].split():
            if word.lower() in _STOP or not word[0].isupper():
                break
            words.append(word.capitalize())
        if words:
            found.append(f"{match[1].capitalize()} {' '.join(words)}")
    return found


def pilih_pemda(clues: list[tuple[str, float]]) -> str | None:
    """The region with the most weight among (text, weight); an even race is None. Names that no list knows weigh a little less."""
    votes: Counter[str] = Counter()
    for text, weight in clues:
        listed = letak_pemda(text)
        for _, _, name in listed:
            votes[name] += weight  # type: ignore[assignment]
        rest = text
        for first, last, _ in reversed(listed):
            rest = rest[:first] + ";" + rest[last:]
        for name in _unlisted(rest):
            votes[name] += 0.6 * weight  # type: ignore[assignment]
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
