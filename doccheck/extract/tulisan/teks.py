"""Texts of cells: mend what narrow cells broke, drop labels and list numbers, split items."""

from __future__ import annotations

import re
from functools import lru_cache

from ...model import Level
from .kata import TERDAFTAR, TIDAK, derajat
from .kode import KODE_SASARAN
from .mend_angka import mend_number

_PLAIN = re.compile(r"[0-9.,:%()/-]*|[A-Z]?[a-z]+|[A-Z]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f]")
_HYPHEN_ESCAPE = re.compile(r"(?:_x005F)?_x(?:0002|00AD|001[EF])_", re.I)  # Word's own hyphens
_ESCAPES = re.compile(r"(?:_x005F)?_x[0-9A-F]{4}_", re.I)
_MOJIBAKE = re.compile("Â(?=[\\s\u00a0]|$)|(?<=[a-z])Â")
_FOOTNOTE = re.compile(r"(?<=[\w%)])\s*(?:\*{1,3}\)|\*{2,3}|\*)$")

_LETTERS = re.compile(r"[^\W\d_]+")
_ROMAN = frozenset(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"])
# fmt: off
_FRAGMENTS = frozenset({
    "a", "aan", "an", "annya", "anya", "as", "asi", "g", "ga", "gan", "gnya", "h", "hnya", "i", "ian", "if", "inya", "is", "isasi",
    "itas", "k", "ka", "kan", "kannya", "knya", "l", "la", "lan", "m", "ma", "n", "na", "nan", "ng", "nnya", "nya", "r", "ra",
    "ran", "s", "san", "sasi", "si", "sinya", "t", "ta", "tan", "tas", "tif", "ya",
})
# fmt: on
_ENDINGS = r" (nya|an|aan|kan|si|asi|n|ya|annya|kannya|ian|ran|gan|nan)(?![\w/-])"
_ENDING = re.compile(_ENDINGS, re.I)
_SPACED = re.compile(rf"([^\W\d_]{{3,}}){_ENDINGS}", re.I)

_PIECES = 3
"""Lines, after the first two, over which a word may go on."""
_NO_START = re.compile(r"(?:ng[^aeiou]|n[cdjkst]|m[bp]|[lr][^aeiou])[a-z]+")
"""With what no word of Indonesian begins."""
_GLUED = re.compile(r"\b([^\W\d_]?[a-z]{2,})([A-Z][a-z]{2,}|[A-Z]{2,})(?![^\W\d_])")
_CAMEL = re.compile(r"[a-z][A-Z]")
"""What every match of _GLUED holds: a quick look that spares most texts the long one, as _ENDING does before _SPACED."""


@lru_cache(maxsize=16384)
def clean(text: str) -> str:
    """Collapses blanks (also no-break and justified ones), drops soft hyphens, "Â" of a wrong decoding, "_x0002_" escapes of Office and
    a footnote mark at the end. Line breaks stay; lines are stripped and empty ones dropped."""
    if not text.isascii():
        text = _INVISIBLE.sub("", _MOJIBAKE.sub("", text)).replace("\u00a0", " ")
    if "_x" in text:
        text = _ESCAPES.sub("", _HYPHEN_ESCAPE.sub("-", text))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = "\n".join([line for part in text.split("\n") if (line := " ".join(part.split()))])
    return _FOOTNOTE.sub("", text) if text.endswith(("*", "*)")) else text


@lru_cache(maxsize=65536)
def mend(text: str) -> str:
    """One line of a cell's text: words and numbers cut by the cell's width are mended, other line breaks become a blank.

    "Transporta\\nsi udara" -> "Transportasi udara", "rata-\\nrata" -> "rata-rata", "28.500.00\\n0" -> "28.500.000".
    A word is joined only where a piece is no plausible word and the whole is (`kata.derajat`): two words stay two words.
    """
    if _PLAIN.fullmatch(text):
        return text
    text = clean(text)
    number = mend_number(text)
    if number is not None:
        return number
    if "\n" in text:
        text = _join(text.split("\n"))
    text = _SPACED.sub(_unspace, text) if _ENDING.search(text) else text
    return _GLUED.sub(_unglue, text) if _CAMEL.search(text) else text


def _join(lines: list[str]) -> str:
    done: list[str] = []
    last = lines[0]
    for at, line in enumerate(lines[1:], 1):
        joined = _hyphenated(last, line) if last.endswith("-") else _glued(last, line, lines[at + 1 :])
        if joined is None:
            done.append(last)
            last = line
        else:
            last = joined
    return " ".join([*done, last])


def _head(text: str) -> str:
    """The letters with which a text begins."""
    found = _LETTERS.match(text)
    return found[0] if found else ""


def _tail(text: str) -> str:
    """The letters with which a text ends, at most 40: looked for from the end, as most lines end in letters."""
    return _head(text[:-41:-1])[::-1]


def _glued(left: str, right: str, after: list[str]) -> str | None:
    """Two lines as one text where the break stands inside a word or after a slash; None where a blank belongs between them."""
    if (left[-1] in "/(" and not left.endswith(" /")) or right[0] in "/)":
        return left + right
    a, b = _tail(left), _head(right)
    if not a or not b:
        return None
    if (b[0].isupper() and not a.isupper()) or (b in _ROMAN and derajat(a)):
        return None
    whole, parts = derajat(a + b), min(derajat(a), derajat(b))
    if whole > parts or (derajat(a) == TIDAK and (_onward(a, b, right, after) or _is_fragment(left, a, b))):
        return left + right
    return None


def _onward(a: str, b: str, right: str, after: list[str]) -> bool:
    """Whether a word goes on over three lines or more ("Penye|lengg|araan")."""
    word, line = a + b, right
    for following in after[:_PIECES]:
        if _head(line) != line:
            return False
        word, line = word + _head(following), following
        if derajat(word) == TERDAFTAR:
            return True
    return False


def _is_fragment(left: str, a: str, b: str) -> bool:
    """Whether an unknown word that fills its line goes on with what can only be the end of a word ("Perkeretaapia|n"), or with what cannot
    be the beginning of one ("Penyele|nggaran")."""
    fills = len(a) == len(left) or left[-len(a) - 1] in " /"
    return fills and len(a) > 3 and derajat(b) == TIDAK and (b.lower() in _FRAGMENTS or bool(_NO_START.fullmatch(b)))


def _hyphenated(left: str, right: str) -> str:
    """Joins a line that ends with a hyphen: a syllable break loses it, a reduplication or compound keeps it."""
    a, b = _tail(left[:-1]), _head(right)
    if not a or not b:
        return left + (" " if left.endswith(" -") else "") + right
    if a.lower() == b.lower() or len(a) == 1:  # "rata-rata", "e-government"
        return left + right
    whole, parts = derajat(a + b), min(derajat(a), derajat(b))
    if whole > parts or (parts == TIDAK and derajat(a) == TIDAK and b[0].islower() and not b.lower().startswith(a.lower()[-4:])):
        return left[:-1] + right
    return left + right


def _unspace(match: re.Match[str]) -> str:
    a, b = match[1], match[2]
    if (b.isupper() and not a.isupper()) or derajat(b) != TIDAK or derajat(a + b) == TIDAK:
        return match[0]
    return a + b


def _unglue(match: re.Match[str]) -> str:
    """Two words that the print or the file runs together ("PengelolaanArsip", "PersentaseASN"), where both are known."""
    both = derajat(match[1]) != TIDAK and derajat(match[2]) != TIDAK
    return f"{match[1]} {match[2]}" if both else match[0]


_NUMBERS = re.compile(
    r"^(?:"
    r"\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})[.)]\s*(?=[^\W\d_]|[\"“'(])"  # 1. a. iv) also glued
    rf"|{KODE_SASARAN}\.?\s+(?=(?:Me|Ter|Ber|Opti|Jumlah\b|Nilai\b|Indeks\b|P(?:er|ro)sentase\b)\w*)"  # S1.3 Text
    r"|(?=[\d.]*,)\d{1,2}(?:[.,]\d{1,2}){2,3}[.,]?\s+(?=[A-Z])"  # 1,1.4 Text
    r"|\d{1,2}\s+(?=(?:Me|Ter|Ber)\w+(?:nya|kan)\b)"  # 2 Meningkatnya ...
    r"|\d{1,2}(?:\.[1-9]){1,3}\.?\s+(?=[A-Z])"  # 1.1. Text
    r"|(?!\d\.\d\d\.\d\d)\d{1,2}(?:\.[1-9]\d?){2,3}\.?(?:\s*:)?\s+(?=[A-Z])"  # 1.1.12 Text, but no code of the nomenclature
    r"|[-–—•·*▪➢✓o]\s+|[-–•·▪➢✓](?=[^\W\d_])"
    r")+"
)
_NAMES = {
    "misi": r"misi(?:\s+(?:pertama|kesatu|kedua|ketiga|keempat|kelima|keenam))?",
    "tujuan": r"tujuan(?:\s+(?:misi|rp(?:jm)?d))?",
    "sasaran": r"sasaran(?:\s+(?:strategis|misi|rp(?:jm)?d))?",
    "program": r"program",
    "kegiatan": r"kegiatan",
    "subkegiatan": r"sub\s*kegiatan",
    "aktivitas": r"aktivitas",
    "indikator": r"(?:indikator(?:\s+(?:kinerja|keluaran|output|outcome))?(?:\s+(?:tujuan|sasaran|program|sub\s*kegiatan|kegiatan))?"
    r"(?:\s*\((?:outcome|output|keluaran|hasil)\))?|IK[UDKSP]{1,2})",
}


@lru_cache(maxsize=16)
def _label(level: str) -> re.Pattern[str]:
    name = _NAMES.get(level, _NAMES["indikator"])
    if level != "indikator":
        name = f"(?:{name}|{_NAMES['indikator']})"
    number = r"(?:\d{1,2}(?:\.\d{1,2}){0,3}|[ivxIVX]{1,4}\b)"
    ends = rf"\s*(?:ke[-\s]*)?{number}[\s.]*[.:)–-]\s*|\s*{number}\s+(?=[A-Z])|\s*[:]\s*"
    return re.compile(rf"^{name}(?:{ends})", re.I)


@lru_cache(maxsize=65536)
def strip_label(text: str, level: Level | str = "indikator") -> str:
    """Drops list numbers, dashes and labels of the kind of text in front: "1.Optimalnya" -> "Optimalnya", "TUJUAN 1 : ..." -> "...",
    "Indikator Sasaran 3 Persentase ..." -> "Persentase ...". Names keep their first word ("Program Pengelolaan", "Sub Kegiatan ..."), and
    numbers that count something stay ("3 Plus", "1000 HPK"). `level`: a Level or "indikator"."""
    text = text.strip()
    for _ in range(3):
        shorter = _NUMBERS.sub("", text, count=1)
        shorter = _label(level).sub("", shorter, count=1).strip()
        if shorter == text or not shorter:
            break
        text = shorter
    return text


_ITEM = re.compile(r"^\s*(?:\(?\d{1,2}[.)]\s*(?=\D)|\(?[a-z][.)]\s+|[-–•·▪➢✓]\s*(?=[^\d\s]))")


def split_items(text: str) -> list[str]:
    """The items of a cell, each still with its list mark and line breaks: several only where at least two lines open with a list mark of
    one kind (number, letter, dash), or where lines end with ";". Lines before the first mark stay with it. Else the whole text alone."""
    text = clean(text)
    lines = text.split("\n")
    kinds = [_kind(line) for line in lines]
    for kind in ("angka", "huruf", "strip"):
        starts = [at for at, found in enumerate(kinds) if found == kind]
        if len(starts) > 1 and starts[0] == 0:
            ends = [*starts[1:], len(lines)]
            return ["\n".join(lines[a:b]) for a, b in zip(starts, ends, strict=True)]
    parts = [part.strip() for part in re.split(r";\s*\n|;\s+(?=[A-Z])", text)]
    if len(parts) > 1 and all(len(part) > 3 for part in parts if part):
        return [part.rstrip(";") for part in parts if part]
    return [text] if text else []


def _kind(line: str) -> str | None:
    if not _ITEM.match(line):
        return None
    first = line.lstrip(" (")[0]
    return "angka" if first.isdigit() else "huruf" if first.isalpha() else "strip"
