"""Units: a canonical key for comparing, the kind of number they go with, and units glued to values."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

import msgspec

from ...resources import resource
from ...simpanan.diingat import diingat
from ..tulisan.urutan import BULAN

JenisSatuan = Literal["cacah", "pecahan", "ukuran", "uang", "ordinal"]
"""cacah: things counted, whole numbers · pecahan: percent, index, ratio, usually decimals · ukuran: weights, lengths, areas, which go from
fractions to many thousands · uang: money · ordinal: predicates, levels."""


class SatuanLeksikon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of rules/leksikon/satuan.yaml: `alias` are other spellings."""

    jenis: JenisSatuan
    alias: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def _leksikon() -> tuple[dict[str, str], dict[str, SatuanLeksikon]]:
    raw = resource("rules", "leksikon", "satuan.yaml").read_bytes()
    entries = msgspec.yaml.decode(raw, type=dict[str, SatuanLeksikon])
    names = {name: key for key, entry in entries.items() for name in (key, *entry.alias)}
    return names, entries


@diingat(str)
def samakan_satuan(satuan: str) -> str:
    """Key under which spellings of one unit are equal: "Persentase (%)", "persen" -> "%", "Dok." -> "dokumen". A unit that the lexicon does
    not know keeps its own text in lower case."""
    text = re.sub(r"\s+", " ", satuan).strip(" .()*").lower()
    text = re.sub(r"\s*/\s*", "/", text)
    names, _ = _leksikon()
    if text in names:
        return names[text]
    bare = re.sub(r"\s*\([^()]*\)?\s*$", "", text)
    if bare in names:
        return names[bare]
    per = re.fullmatch(r"(?:per|/)?\s*(10{0,2}(?:[.,]?000)+)\s*(.*)", text)
    if per:
        return f"/{re.sub(r'[.,]', '', per[1])} {names.get(per[2], per[2])}".strip()
    return text


@diingat(JenisSatuan | None)
def jenis_satuan(satuan: str | None) -> JenisSatuan | None:
    """The kind of number that a unit goes with, or None where the lexicon does not know it."""
    if not satuan:
        return None
    _, entries = _leksikon()
    key = samakan_satuan(satuan)
    if key in entries:
        return entries[key].jenis
    if key.startswith("/"):
        return "pecahan"
    first = samakan_satuan(re.split(r"[ /]", key, maxsplit=1)[0])
    return entries[first].jenis if first in entries else None


_NUMBER = r"[-–−+]?\s?\d+(?:[.,]\d+)*"
_PER = re.compile(
    rf"\s*(?P<nilai>[<>≤≥]?=?\s*{_NUMBER})\s*(?P<satuan>(?:/|per)\s*1(?:0{{0,2}}(?:[.,]?0{{3}})+|0{{2}})(?:\s*[^\W\d_].*)?)\s*", re.I
)
_UNIT = r"(?:%|‰|0(?=[a-z]))?\s*(?:[^\W\d_][^\d(]*(?:\([^()\d]*\))?)?"
_VALUE = re.compile(
    rf"\s*(?P<open>\()?\s*(?P<nilai>(?:Rp\.?\s*)?(?:(?:[<>≤≥]=?|=[<>])\s*)?{_NUMBER}(?:\s*(?:[-–:]|s\.?/?d\.?|±)\s*{_NUMBER})?)"
    rf"\s*(?P<satuan>{_UNIT})\s*\)?\s*",
    re.I,
)
_MONTHS = re.compile(rf"\b(?:{BULAN})\b", re.I)


@lru_cache(maxsize=16384)
def split_satuan(teks: str) -> tuple[str, str | None]:
    """(value, unit) of a cell that prints both: "12 Dokumen" -> ("12", "Dokumen"), "(5 Unit)" -> ("5", "Unit"), "100%" -> ("100", "%"),
    "22/100.000 penduduk" -> ("22", "/100.000 penduduk"). Without a unit: (text, None). Predicates ("A", "Level 3") are no units."""
    text = teks.strip()
    per = _PER.fullmatch(text)
    if per and (len(per["satuan"]) > 4 or re.search(r"[^\W\d_]", per["satuan"])):
        return per["nilai"].strip(), re.sub(r"^/\s+", "/", per["satuan"]).strip()
    value = _VALUE.fullmatch(text)
    unit = value["satuan"].strip(" ,-.)") if value else ""
    if not value or not unit or _MONTHS.search(unit) or (len(unit) == 1 and unit.isalpha() and unit.lower() not in "m") or len(unit) > 50:
        return teks, None
    if value["open"] and not text.endswith(")"):
        return teks, None
    if unit.count("(") > unit.count(")"):
        unit += ")"
    return value["nilai"].strip(), unit
