"""A text for comparison: without what only stands around it, spelt right, in usual terms."""

from __future__ import annotations

import re

from ..simpanan.diingat import diingat
from .kata import dikenal, pecah, stop
from .leksikon import leksikon
from .makna import makna
from .penyebut import tanpa_penyebut

_LABEL = re.compile(
    r"^\s*(?:(?:indikator\s+)?(?:misi|tujuan|sasaran|program|kegiatan|sub ?kegiatan|outcome|output)\s*"
    r"(?:strategis|rpjmd|renstra|pd|\(?(?:outcome|output)\)?)?\s*(?:\d+(?:\.\d+)*)?\s*:\s*"
    r"|\d+(?:\.\d+){2,}(?:\s+\d+)?\s*[-–]?\s+|\d{1,2}(?:\.\d{1,2})*[.)]\s+|[st]\.?\s?\d{1,2}(?:\.\d{1,2})*\.?\s+"
    r"|\d{1,2}(?:[.,]\d{1,2})*\s+(?=meningkat|terwujud|menurun|tersedia|terpenuh|p[re]+sen|prosen|jumlah|indeks|nilai|tingkat|cakupan|program)"
    r"|[a-z][.)]\s+|[ivx]{1,4}[.)]\s+|[-•–*]\s*)+",
    re.I,
)
"""What stands before a text and is none of it: "Sasaran 1:", "S.2", "1.06.01.2.06.0001 -", "a.", a bullet."""
_LAST_BRACKET = re.compile(r"\(([^()]*)\)[ .*%]*$")
_DEBRIS = re.compile(r"_(?:x[0-9a-f]{4}_)+|[\u00ad\u200b\ufeff*]", re.I)
_RANGE = re.compile(r"\b(\d+)\s*(?:-|–|s\.?\s?d\.?|sampai(?: dengan)?)\s*(\d+)\b")
_SPLIT_ACRONYM = re.compile(r"\b([a-z])\s?/\s?([a-z])\b")


def bersih(text: str) -> str:
    """Lower case without labels ("Sasaran 1:", "a."), debris of conversion, units in a last bracket and marks."""
    text = _LABEL.sub("", _DEBRIS.sub("", text)).lower()
    text = text.replace("&", " dan ").replace("\n", " ")
    match = _LAST_BRACKET.search(text)
    if match and _only_unit(match[1]):
        text = text[: match.start()]
    return " ".join(_OWN_ACRONYM.sub(_unless_explained, text).split()).strip(" .,;:*")


_OWN_ACRONYM = re.compile(r"\(\s*([a-z]{2,8})\s*\)")


def _unless_explained(match: re.Match[str]) -> str:
    """Nothing for a bracket with the initials of the words before it ("Pemenuhan Hak Anak (PHA)"), else the bracket."""
    words = re.findall(r"[a-z]+", match.string[: match.start()])
    size = len(match[1])
    for initials in ("".join(word[0] for word in words), "".join(word[0] for word in words if not stop(word))):
        if initials[-size:] == match[1]:
            return " "
    return match[0]


_ANY_BRACKET = re.compile(r"\(([^()]*)\)")


def _unless_foreign(match: re.Match[str]) -> str:
    """Nothing for a bracket that repeats in foreign words or letters what stands before it ("Angka ketergantungan (dependency ratio)")."""
    words = re.findall(r"[a-z]+|\d+", _SPLIT_ACRONYM.sub(r"\1\2", match[1].lower()))
    lex = leksikon()
    told = any(word.isdigit() or word in lex.akronim or word in lex.ejaan or (dikenal(word) and word not in _ENGLISH) for word in words)
    return match[0] if told or not words or not match.string[: match.start()].strip() else " "


_ENGLISH = frozenset(("ratio", "rate", "of", "index", "total", "in", "the", "and"))


def lazim(text: str, spelt: str) -> str:
    """The normalised text in usual terms: without foreign brackets, foreign terms and age classes by their Indonesian names."""
    usual = _ANY_BRACKET.sub(_unless_foreign, text).lower()
    usual = tanpa_penyebut(usual)
    if leksikon().ada_istilah.search(usual):
        for pattern, right in leksikon().istilah:
            usual = pattern.sub(f" {right} ", usual)
    return spelt if usual == text.lower() else normalise(usual)


def satuan_dalam(text: str) -> str | None:
    """The unit that a text prints in its last bracket, "%" for all ways to write per cent."""
    match = _LAST_BRACKET.search(text.lower())
    if not match or not match[1].strip() or not _only_unit(match[1]):
        return None
    words = re.findall(r"[a-z]+\d?|%", match[1]) or ["per"]
    return "%" if words[0] in ("%", "persen", "persentase", "prosentase") else words[-1]


def _only_unit(content: str) -> bool:
    """Whether a bracket holds a unit or a denominator ("per 1.000 KH") alone."""
    if content.lstrip().startswith(("per ", "/")):
        return True
    words = re.findall(r"[a-z]+\d?|%", content)
    return (bool(words) and all(word in makna().satuan for word in words)) or not content.strip()


@diingat(str)
def normalise(text: str) -> str:
    """The text for exact comparison: lower case, spelt right ("prosentase", "di susun", "meningkat nya"), without labels,
    without a unit in the last bracket and without punctuation. Acronyms stay as written."""
    return " ".join(pecah(_RANGE.sub(r"\1-\2", _SPLIT_ACRONYM.sub(r"\1\2", bersih(text)))))
