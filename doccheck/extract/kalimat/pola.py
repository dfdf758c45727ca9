"""The patterns of indicator sentences that print their own target, made of the words of rules/leksikon/kalimat_target.yaml."""

from __future__ import annotations

import re
from functools import cache

import msgspec
from msgspec import Struct

from ...resources import resource
from ..nilai.angka import POLA_ANGKA

_N = rf"(?:Rp\.?\s*)?[-–−]?{POLA_ANGKA}"
_NUMBER = rf"{_N}(?:\s*(?:[-–]|s\.?/?d\.?)\s*{_N})?"
_SPELLED_OUT = r"\s*\([a-z]{3,}(?:\s[a-z]{3,})*\)"
_SPELLED = rf"(?:{_SPELLED_OUT})?"
_UNIT = r"(?:\s*[%‰]|\s*(?:/|per)\s?1[\d.]*\s[^\W\d_][\w ]{1,30}?|\s+[^\W\d_][\w/]*(?:\s[^\W\d_][\w/]*){0,2}?)?"
_VALUE = rf"{_NUMBER}{_SPELLED}{_UNIT}{_SPELLED}"
_RANK = r"[A-Z][\w+]*(?:\s[\w+]+){0,2}?"
_ON = r"(?:pada|di|dalam|untuk|hingga|sampai(?:\s+dengan)?|s\.?/?d\.?)"
YEAR = rf"(?:{_ON}\s+(?:akhir\s+)?(?:tahun\s+(?:anggaran\s+)?)?|tahun\s+(?:anggaran\s+)?|\()(20\d\d)\)?"
_END = rf"{_ON}\s+akhir\s+(?:periode|masa|tahun)(?:\s+(?:perencanaan|renstra|rpjmd|kelima))?|{_ON}\s+akhir\s+(?:renstra|rpjmd)"
_TAIL = rf"(?:\s*,?\s*(?:(?:{YEAR.replace('(20', '(?P<tahun>20')})|(?P<akhir>{_END})))?\s*[.;]?\s*$"
_BASE_YEAR = rf"(?:\s*(?:{YEAR.replace('(20', '(?P<tahun_awal>20')}))?"


class _Leksikon(Struct, frozen=True, forbid_unknown_fields=True):
    keadaan: tuple[str, ...]
    banyak: tuple[str, ...]
    batas: tuple[str, ...]
    ubah: tuple[str, ...]
    ubah_depan: tuple[str, ...]
    ubah_benda: tuple[str, ...]
    syarat: tuple[str, ...]
    milik: tuple[str, ...]
    ukuran: dict[str, tuple[str, ...]]
    waktu: tuple[str, ...]
    orang: tuple[str, ...]


class Pola(Struct, frozen=True):
    """The patterns of the lexicon. dari, keadaan, banyak, batas, kurung: a whole sentence with its parts as groups · ukuran: the kind of
    measure that a name begins with · bukan_satuan: what an amount has before it, or spelled out beside it."""

    dari: re.Pattern[str]
    keadaan: re.Pattern[str]
    banyak: re.Pattern[str]
    batas: re.Pattern[str]
    kurung: re.Pattern[str]
    ubah_akhir: re.Pattern[str]
    ubah_depan: re.Pattern[str]
    ubah_benda: re.Pattern[str]
    syarat: re.Pattern[str]
    milik: re.Pattern[str]
    ukuran: tuple[tuple[str, re.Pattern[str]], ...]
    waktu: re.Pattern[str]
    orang: re.Pattern[str]
    bukan_satuan: re.Pattern[str]


@cache
def pola() -> Pola:
    words = msgspec.yaml.decode(resource("rules", "leksikon", "kalimat_target.yaml").read_bytes(), type=_Leksikon)
    bound = "|".join(sorted(words.batas, key=len, reverse=True))
    level, many, change = "|".join(words.keadaan), "|".join(words.banyak), "|".join(words.ubah)
    any_value = rf"(?:{_VALUE}|{_RANK})"
    to = rf"(?P<target>(?:(?:{bound})\s*)?{any_value}){_TAIL}"
    return Pola(
        dari=re.compile(
            rf"(?P<nama>.+?),?\s+dari\s+(?:semula\s+)?(?P<awal>{any_value}){_BASE_YEAR}\s*,?\s+(?:menjadi|ke|hingga|sampai)(?:\s+(?:{level}|{many}))?\s+{to}",
            re.I,
        ),
        keadaan=re.compile(rf"(?P<nama>.+?),?\s+(?:{level})\s*[:=]?\s*{to}", re.I),
        banyak=re.compile(rf"(?P<nama>.+?),?\s+(?:{many})\s*[:=]?\s*(?P<target>(?:(?:{bound})\s*)?{_VALUE}){_TAIL}", re.I),
        batas=re.compile(rf"(?P<nama>.+?),?\s+(?P<target>(?:{bound})\s*{_VALUE}){_TAIL}", re.I),
        kurung=re.compile(rf"(?P<nama>.+?)\s*\(\s*(?P<kata>target\s*[:=]?\s*)?(?P<target>{_VALUE})\s*\){_TAIL}", re.I),
        ubah_akhir=re.compile(rf"\s+(?:yang\s+)?(?:{change})\s*$", re.I),
        ubah_depan=re.compile(rf"(?:{'|'.join(words.ubah_depan)})\s+", re.I),
        ubah_benda=re.compile(rf"(?:{'|'.join(words.ubah_benda)})\s+", re.I),
        syarat=re.compile(rf"\b(?:{'|'.join(words.syarat)})\b(?P<anak>.*)$", re.I),
        milik=re.compile(rf"\b(?:{'|'.join(words.milik)})(?:\s+\w+){{0,2}}\s*$", re.I),
        ukuran=tuple((kind, re.compile(rf"(?:{'|'.join(names)})(?![^\W_])", re.I)) for kind, names in words.ukuran.items()),
        waktu=re.compile(rf"\b(?:{'|'.join(words.waktu)})\b", re.I),
        orang=re.compile(rf"\b(?:{'|'.join(words.orang)})\b", re.I),
        bukan_satuan=re.compile(rf"^(?:{bound})|{_SPELLED_OUT}", re.I),
    )
