"""The agency (perangkat daerah) a document belongs to, under one canonical name."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

import msgspec
from rapidfuzz import fuzz, process

from ...resources import resource
from .pemda import letak_pemda

_HEAD = (
    r"dinas|badan|inspektorat|sekretariat\s+daerah|sekretariat\s+(?:dprd|dewan)|satuan\s+polisi|kecamatan|kelurahan|kantor|"
    r"rumah\s+sakit\s+umum\s+daerah|rumah\s+sakit\s+daerah|rsud|rsd"
)
_START = re.compile(rf"\b(?:{_HEAD})\b", re.I)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?|[,/&(]|\S")
# fmt: off
_STOP = frozenset({
    "bab", "bupati", "dari", "dengan", "di", "dinas", "gubernur", "indikator", "inspektorat", "jalan", "jl", "jln", "kab",
    "kabupaten", "kepala", "kota", "laporan", "no", "nomor", "pada", "pemerintah", "periode", "propinsi", "prov", "provinsi",
    "rancangan", "rencana", "renja", "renstra", "sebagai", "selaku", "ta", "tahun", "telp", "tentang", "untuk", "walikota", "yang",
})
# fmt: on
_OFFICES = (
    (re.compile(r"\bsekretaris\s+(?:dprd|dewan)", re.I), "Sekretariat DPRD"),
    (re.compile(r"\bsekretaris\s+daerah\b|\bsekda\b|\bsetda\b", re.I), "Sekretariat Daerah"),
    (re.compile(r"\binspektur\b", re.I), "Inspektorat"),
    (
        re.compile(
            r"\bkepala\s+(?:bagian|sub\s*bagian)\b(?!.*\b(?:dinas|badan|inspektorat)\b)(?=.*(?:\bsetda\b|sekretariat daerah))", re.I
        ),
        "Sekretariat Daerah",
    ),
)  # fmt: skip
_CAMAT = re.compile(r"\b(camat|lurah)\s+((?:[^\W\d_]+\s?){1,3}?)(?=\s*(?:kabupaten|kab\b|kota|provinsi|tahun|[,.;]|\d|$))", re.I)
_SHORTENED = re.compile(r"\b(?:kominfo|PU|naker|perindag|dukcapil|ppa|kb|UKM|kop)\b", re.I)
"""Parts of names that are half abbreviated ("Dinas Kominfo dan Persandian"): the name in full is preferred."""
_HOSPITAL = re.compile(
    r"(?:RSUD|R(?:umah|UMAH)\s+S(?:akit|AKIT)(?:\s+U(?:mum|MUM))?\s+D(?:aerah|AERAH))\s+(?:(?:dr|Dr|DR|H|R|Prof)\.\s*)+[A-Z]\w+"
    r"(?:\s+(?!Kab|Kota|Prov|Tahun|KAB|KOTA|PROV|TAHUN)[A-Z]\w+)?"
)
"""Hospitals bear names of people with their titles; the dots would end other names."""
_TOWN = re.compile(r"kecamatan\s+kota(?=\s+(?:kabupaten|kab|tahun)\b|\s*;|\s*$)", re.I)
_NATIONAL = re.compile(
    r"badan\s+(?:pusat statistik|pemeriksa|pengawas|usaha milik|layanan umum|musyawarah|kepegawaian negara|nasional|pertanahan)|"
    r"badan\s+permusyawaratan|"
    r"dinas\s+(?:luar|dalam|instansi|terkait|teknis)|kantor\s+(?:wilayah|kementerian|pertanahan|pelayanan pajak|urusan agama)",
    re.I,
)
"""What is headed like an agency of the region and is none."""
_REGION_HEAD = re.compile(r"^\W*(?:(?:pj|plt|pjs|penjabat)\W+)?(?:gubernur|bupati|wali\s?kota|wakil)\b", re.I)
_SMALL = frozenset({"atau", "dan", "dari", "di", "ke", "pada", "serta", "untuk"})
_UPPER = frozenset({"dprd", "esdm", "kb", "pu", "rsd", "rsud", "ukm", "umkm", "upt"})


@lru_cache(maxsize=1)
def _leksikon() -> tuple[dict[str, str], re.Pattern[str]]:
    """(alias or canonical name in lower case -> canonical name, pattern of the one-word abbreviations in small letters)."""
    entries = msgspec.yaml.decode(resource("rules", "leksikon", "pd.yaml").read_bytes(), type=dict[str, tuple[str, ...]])
    names = {_key(text): name for name, aliases in entries.items() for text in (name, *aliases)}
    short = sorted((alias.lower() for aliases in entries.values() for alias in aliases if len(alias) > 3), key=len, reverse=True)
    return names, re.compile(r"\b(?:" + "|".join(map(re.escape, short)) + r")\b")


def _key(text: str) -> str:
    return re.sub(r"[^a-z ]+", " ", re.sub(r"&", " dan ", text.lower())).replace("  ", " ").strip()


def nama_baku(text: str) -> str:
    """An agency's name in title case with small "dan", as printed but with abbreviations expanded and small typos mended by the lexicon."""
    names, _ = _leksikon()
    key = _key(text)
    if key in names and _key(names[key]) != key:
        return names[key]
    if key in names:
        return _title_case(text)
    close = process.extractOne(key, names.keys(), scorer=fuzz.ratio, score_cutoff=95)
    if close and len(close[0].split()) == len(key.split()) and len(key) > 12:
        return names[close[0]]
    return _title_case(text)


def _title_case(text: str) -> str:
    words = re.sub(r"\s+", " ", text.replace("&", " dan ")).strip(" ,.-").split(" ")
    return " ".join(
        word.lower() if at and word.lower() in _SMALL else word.upper() if word.lower() in _UPPER else _capital(word)
        for at, word in enumerate(words)
    )


def _capital(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))


def pd_dalam(text: str) -> list[str]:
    """Canonical names of all agencies that a text names, in order of their printing; full names before abbreviations."""
    found = []
    for first, _, _ in reversed(letak_pemda(text)):
        text = text[:first] + "; " + text[first:]  # a region ends the name, however badly its blanks are printed
    for start in _START.finditer(text):
        name = _extent(text, start.start(), start.end())
        if name:
            found.append(nama_baku(name))
    if not found:
        names, short = _leksikon()
        found = [names[_key(match[0])] for match in short.finditer(text.lower())]
    return found


def _extent(text: str, start: int, end: int) -> str | None:
    """The printed name: words up to a region, a year, a sign or (in ordinary case) a word in small letters."""
    head = text[start:end]
    loud = head.isupper()
    if _NATIONAL.match(text, start):
        return None
    last = end
    simple = re.fullmatch(r"inspektorat|sekretariat\s+(?:daerah|dprd|dewan)", head, re.I)
    if head[0].islower() or (simple and re.match(r"\s+daerah\b", text[end:], re.I) is None):
        return None if head[0].islower() else head
    hospital = _HOSPITAL.match(text, start)
    if hospital:
        return hospital[0]
    if (town := _TOWN.match(text, start)) is not None:
        return town[0]
    pending = end
    for word in _WORD.finditer(text, end):
        token = word[0]
        lower = token.lower()
        if token in ",&/":
            pending = word.end()
            continue
        if not token[0].isalpha() or lower in _STOP or (lower == "badan" and text[last : word.start()].strip()):
            break
        if lower in _SMALL and lower in ("dan", "serta"):
            pending = word.end()
            continue
        if not loud and not token[0].isupper():
            break
        if loud and token.islower():
            break
        last = word.end()
        if word.start() - pending > 40:
            break
    name = re.sub(r"\s+", " ", text[start:last]).strip(" ,&/")
    return name if simple or (len(name.split()) > 1 and len(name) < 130) else None


def pd_dari_jabatan(jabatan: str) -> str | None:
    """The agency that an official heads or works in: "KEPALA DINAS KESEHATAN PROVINSI NUSA MUTIARA" -> "Dinas Kesehatan", "Camat X" ->
    "Kecamatan X"; None for heads of the region and for posts that name no agency."""
    if _REGION_HEAD.match(jabatan):
        return None
    named = pd_dalam(jabatan)
    if named:
        return named[-1]
    camat = _CAMAT.search(jabatan)
    if camat:
        head = "Kecamatan" if camat[1].lower() == "camat" else "Kelurahan"
        return nama_baku(f"{head} {camat[2]}")
    return next((name for pattern, name in _OFFICES if pattern.search(jabatan)), None)


def kepala_daerah(jabatan: str) -> bool:
    """Whether a post is the head of the region (or the deputy), whose documents belong to no agency."""
    return bool(_REGION_HEAD.match(jabatan))


def pilih_pd(clues: list[tuple[str, float]], tanpa: str | None = None) -> str | None:
    """The agency with the most weight among (text, weight), but for the one named `tanpa`."""
    votes = suara_pd(clues, tanpa)
    return max(votes.values(), key=lambda forms: forms.total()).most_common(1)[0][0] if votes else None


def suara_pd(clues: list[tuple[str, float]], tanpa: str | None = None) -> dict[str, Counter[str]]:
    """The weight of each agency among (text, weight), by the spellings of its name. Within one text the first agency counts full, others a
    quarter: a title names its owner first."""
    votes: dict[str, Counter[str]] = {}
    for text, weight in clues:
        for at, name in enumerate(one for one in dict.fromkeys(pd_dalam(text)) if one != tanpa):
            share = weight if at == 0 else weight / 4
            if (name.startswith(("Kecamatan", "Kelurahan")) and weight < 1) or _SHORTENED.search(name):
                share /= 4
            votes.setdefault(_key(name), Counter())[name] += share  # type: ignore[assignment]
    return votes
