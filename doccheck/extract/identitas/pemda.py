"""The region a document belongs to: "Kabupaten X", "Kota X", "Provinsi X"."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import compress

from ..tulisan.wilayah import JENIS, wilayah

_HEADS = {
    "pemerintahprovinsi": "provinsi", "provinsi": "provinsi", "propinsi": "provinsi", "gubernur": "provinsi",
    "kabupaten": "kabupaten", "kab": "kabupaten", "bupati": "kabupaten", "kota": "kota", "walikota": "kota", "pemkot": "kota",
    "pemkab": "kabupaten", "pemprov": "provinsi",
}  # fmt: skip


_HEAD = re.compile("|".join(sorted(_HEADS, key=len, reverse=True)))
_NO_LETTERS = dict.fromkeys(code for code in range(128) if not chr(code).isalpha())


@lru_cache(maxsize=1)
def _names() -> list[tuple[tuple[str, ...], dict[str, str], list[int]]]:
    """Per kind of region: its heads, its names without blanks and signs with their canonical form, and their lengths; longest first."""
    kinds = []
    for kind, names in wilayah().items():
        canonical = {re.sub(r"[^a-z]", "", name.lower()): f"{JENIS[kind]} {name}" for name in names}
        heads = sorted((head for head, of in _HEADS.items() if of == kind), key=len, reverse=True)
        kinds.append((tuple(heads), canonical, sorted(set(map(len, canonical)), reverse=True)))
    return kinds


def _named(packed: str, start: int) -> tuple[int, str] | None:
    """End and canonical name of the region that begins at a place of a text without blanks and signs."""
    for heads, canonical, lengths in _names():
        for head in heads:
            if packed.startswith(head, start):
                name = start + len(head)
                for length in lengths:
                    key = packed[name : name + length]
                    if key in canonical:
                        return name + len(key), canonical[key]
    return None


def _all_named(packed: str) -> list[tuple[int, int, str]]:
    found = []
    match = _HEAD.search(packed)
    while match:
        named = _named(packed, match.start())
        if named:
            found.append((match.start(), *named))
        match = _HEAD.search(packed, named[0] if named else match.start() + 1)
    return found


def letak_pemda(text: str) -> list[tuple[int, int, str]]:
    """(start, end, canonical name) of all regions that a text names, in order: "BUPATI SLEMAN" and "Kab. Sleman" -> "Kabupaten Sleman".
    Blanks and signs do not count, because "PROVINSIJ AWA TENGAH" prints as badly as that."""
    letters = text.translate(_NO_LETTERS) if text.isascii() else "".join(filter(str.isalpha, text))
    packed = letters.lower()
    if len(packed) != len(letters):  # a letter whose small form is longer ("İ"): positions would shift
        return []
    named = _all_named(packed)
    if not named:
        return []
    at = list(compress(range(len(text)), map(str.isalpha, text)))
    found = []
    for start, end, name in named:
        first, last = at[start], at[end - 1]
        whole_start = first == 0 or not text[first - 1].isalpha()
        whole_end = last + 1 == len(text) or not text[last + 1].isalpha()
        if whole_start and whole_end:
            found.append((first, last + 1, name))
    return found


_UNLISTED = re.compile(r"\b(kabupaten|kota|provinsi)\s+((?:[A-Z][\w-]*\s?){1,3})", re.I)
# fmt: off
_STOP = frozenset({
    "adalah", "badan", "bupati", "cascading", "cerdas", "dan", "dari", "dengan", "di", "dinas", "gubernur", "indikator", "ini",
    "inspektorat", "kabupaten", "ke", "kecamatan", "kelurahan", "kota", "kreatif", "lain", "lainnya", "lampiran", "laporan", "layak",
    "matriks", "merupakan", "no", "nomor", "pada", "pengukuran", "penetapan", "peraturan", "periode", "perjanjian", "pernyataan", "pohon",
    "provinsi", "rancangan", "rencana", "renja", "renstra", "rpjmd", "se", "sebagai", "sehat", "sekretariat", "seluruh", "tahun",
    "tentang", "tersebut", "untuk", "wali", "yang",
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
