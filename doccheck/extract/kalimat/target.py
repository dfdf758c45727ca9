"""Targets that stand inside an indicator's sentence: "Persentase jalan mantap dari 70% menjadi 85% pada tahun 2026".

A number is a target only where the sentence says so by a word ("menjadi", "sebesar", "minimal", "target") or a bracket, where nothing but
a year follows it, and where it is a value of what the indicator measures: a percentage of a share, things counted of a count. Numbers that
define what is counted ("anak usia 7-12 tahun", "desa yang mengalokasikan dana sebesar 20%", "per 1.000 kelahiran hidup") stay in the
name. The words are those of rules/leksikon/kalimat_target.yaml.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec
from msgspec import Struct

from ...model import Nilai
from ..nilai.baca import parse_nilai
from ..nilai.satuan import jenis_satuan, samakan_satuan
from .pola import YEAR, pola

_YEAR_BEFORE = re.compile(rf"\s*,?\s*{YEAR}\s*$", re.I)
_GLUE = re.compile(r"(?:[\s,;:–-]+|\b(?:yaitu|adalah|ialah|dengan|semula)\s*)+$", re.I)
_LEADING = re.compile(r"^(?:(?:[a-z]{1,3}\.)?[\d.]+[.)]?|[a-z][.)]|[-–•])\s+", re.I)
_WORD = re.compile(r"[^\W\d_]{3,}")
_PREPOSITION = re.compile(r"\b(?:di|pada|yang|dan|per|setiap|dari|untuk|dengan|ke|atau|dalam|oleh)\b", re.I)
_LONGEST = 400
_SURE, _BRACKETED = 0.9, 0.8
"""How surely a value is a target that a word announces, and one in brackets."""


class KalimatTarget(Struct, frozen=True):
    """What an indicator's sentence says. nama: the sentence without its values · target, awal: as printed · tahun, tahun_awal: years that
    it names · akhir: it names the end of the plan's period · kurung: the target stands in brackets, where a unit is no column's."""

    nama: str
    target: Nilai
    awal: Nilai | None = None
    tahun: int | None = None
    tahun_awal: int | None = None
    akhir: bool = False
    kurung: bool = False


@lru_cache(maxsize=8192)
def baca_kalimat(teks: str) -> KalimatTarget | None:
    """The target that an indicator's sentence prints, with its starting value and years; None where it prints none, or where a number may
    be a part of what is measured."""
    text = " ".join(teks.split())
    if len(text) > _LONGEST or not re.search(r"\d|\b(?:menjadi|target)\b", text, re.I):
        return None
    patterns = pola()
    for kind in ("dari", "keadaan", "banyak", "batas", "kurung"):
        match = getattr(patterns, kind).fullmatch(text)
        if match and (found := _kalimat(kind, match)):
            return found
    return None


def _kalimat(kind: str, match: re.Match[str]) -> KalimatTarget | None:
    printed = match.groupdict()
    name, before = _nama(printed["nama"])
    changed = bool(pola().ubah_akhir.search(name))
    target = _nilai(printed["target"])
    base = _nilai(printed["awal"]) if printed.get("awal") else None
    if target is None or (printed.get("awal") and (base is None or base.jenis != target.jenis)):
        return None
    measured = _LEADING.sub("", name)
    if kind in ("banyak", "batas") and (changed or pola().ubah_depan.match(measured)):
        return None  # a growth ("meningkat sebesar 5%"), no level
    if kind in ("dari", "keadaan"):
        name = _keadaan(pola().ubah_akhir.sub("", name))
        measured = _LEADING.sub("", name)
    elif pola().ubah_benda.match(measured) and target.satuan != "%":
        return None
    if not _WORD.search(name) or not _cocok(kind, measured, target) or (base and not _cocok(kind, measured, base)):
        return None
    if not _di_luar_syarat(kind, measured, target, changed):
        return None
    year = printed.get("tahun") or before
    base_year = printed.get("tahun_awal")
    return KalimatTarget(
        nama=name, target=_sure(target, _BRACKETED if kind == "kurung" else _SURE), awal=base and _sure(base, _SURE),
        tahun=int(year) if year else None, tahun_awal=int(base_year) if base_year else None, akhir=bool(printed.get("akhir")),
        kurung=kind == "kurung",
    )  # fmt: skip


def _nama(text: str) -> tuple[str, str | None]:
    """(name without the words that lead over to the value, the year before them)."""
    name = _GLUE.sub("", text)
    year = _YEAR_BEFORE.search(name)
    if year:
        return _GLUE.sub("", name[: year.start()]), year[1]
    return name, None


def _keadaan(name: str) -> str:
    """The measure itself of "Meningkatnya persentase jalan mantap", where its level is the target: what changes is no growth."""
    for pattern in (pola().ubah_depan, pola().ubah_benda):
        rest = pattern.sub("", name, count=1) if pattern.match(name) else name
        if rest != name and _ukuran(rest) is not None:
            return rest[:1].upper() + rest[1:]
    return name


def _nilai(text: str) -> Nilai | None:
    """The value as understood; None for what is no value of an indicator (a year, a word, a number with words that are no unit)."""
    value = parse_nilai(text)
    if value.jenis in ("teks", "kosong") or (value.jenis == "angka" and re.fullmatch(r"(?:19|20)\d\d", text.strip())):
        return None
    if value.satuan and (_PREPOSITION.search(re.sub(r"^(?:/|per)\s?1", "", value.satuan)) or jenis_satuan(value.satuan) is None):
        return None
    if value.jenis != "ordinal" and value.satuan is None and re.search(r"[^\W\d_]{3,}", pola().bukan_satuan.sub("", text)):
        return None
    return value


def _ukuran(name: str) -> str | None:
    return next((kind for kind, pattern in pola().ukuran if pattern.match(name)), None)


def _cocok(kind: str, name: str, value: Nilai) -> bool:
    """Whether a value can be one of what the name measures."""
    unit = samakan_satuan(value.satuan) if value.satuan else None
    measure = _ukuran(name)
    if value.jenis == "ordinal":
        return measure in ("nilai", "laju")
    if unit and pola().waktu.search(unit):
        return measure == "waktu" or re.search(rf"\b{re.escape(unit)}\b", name, re.I) is not None
    if measure == "bagian":
        return unit == "%" or (unit is None and kind in ("dari", "keadaan", "banyak"))
    if measure == "cacah":
        whole = value.desimal == 0 and unit != "%" and value.jenis != "rasio"
        return whole and (unit is not None or kind in ("dari", "keadaan", "banyak"))
    if measure == "nilai":
        return jenis_satuan(unit) in (None, "pecahan", "ordinal") and (unit is not None or kind != "kurung")
    if measure in ("laju", "waktu"):
        return unit is not None or kind in ("dari", "keadaan", "banyak")
    return unit is not None and kind != "batas"


def _di_luar_syarat(kind: str, name: str, value: Nilai, changed: bool) -> bool:
    """Whether the value does not belong to a clause that says which things are counted ("desa yang mencapai UCI 90%")."""
    clause = pola().syarat.search(name)
    if clause is None:
        return True
    if kind in ("keadaan", "batas") or changed or value.jenis in ("ketaksamaan", "ordinal"):
        return False
    if pola().milik.search(clause["anak"]):
        return False
    unit = samakan_satuan(value.satuan) if value.satuan else None
    if unit == "%":
        return True
    if unit == "orang":
        return pola().orang.search(name[: clause.start()]) is not None
    before = name[: clause.start()].lower()
    return unit is not None and (unit in before or (value.satuan or "").lower() in before)


def _sure(value: Nilai, most: float) -> Nilai:
    return msgspec.structs.replace(value, keyakinan=min(value.keyakinan, most))
