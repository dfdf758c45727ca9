"""What a recommendation of an evaluation asks for: the rules that can test it, the documents and objects that it names."""

from __future__ import annotations

import re
from functools import cache

import msgspec
from msgspec import Struct

from ..bahasa import get_lang
from ..match import normalise
from ..model import Jenis
from ..resources import resource

_DOKUMEN: tuple[tuple[Jenis, re.Pattern[str]], ...] = (
    ("rpjmd", re.compile(r"\brpj?md\b|\brpd\b|rencana pembangunan jangka menengah")),
    ("renstra", re.compile(r"\brenstra\b|rencana strategis")),
    ("renja", re.compile(r"\brenja\b|rencana kerja (?!dan anggaran)|\brkt\b|\bdpa\b|\brka\b")),
    ("pk", re.compile(r"\bpk\b|perjanjian kinerja")),
    ("iku", re.compile(r"\biku\b|indikator kinerja utama")),
    ("cascading", re.compile(r"cascad\w*|pohon kinerja|penjenjangan")),
    ("rencana_aksi", re.compile(r"rencana aksi|renaksi")),
    ("lkjip", re.compile(r"\blkj?ip\b|\blakip\b|laporan kinerja|laporan akuntabilitas|pelaporan kinerja")),
    ("lhe", re.compile(r"\blhe\b|laporan hasil evaluasi")),
)
_OBJECT = re.compile(
    r"\b(?:indikator|sasaran|tujuan (?:strategis|renstra|dan sasaran)|target|satuan|baseline|formula\w*|definisi operasional|program|"
    r"kegiatan|anggaran|"
    r"pagu|sop|pedoman|aplikasi|crosscutting|definisi|skp|sumber data|perbandingan|efisiensi|analisis|benchmark|triwulan\w*|"
    r"reward|punishment|tunjangan|website|laman|nomenklatur|jabatan|pejabat|dokumen)\b"
)
_QUOTED = re.compile(r"[“\"„]([^“”\"„]{6,200})[”\"]")
_COUNT = re.compile(
    r"\b(\d{1,3})\s*(?:\([a-z ]+\)\s*)?(?:indikator|sasaran|target|program|kegiatan|iku|jabatan|pejabat|dokumen|perangkat daerah)\b"
)


class Kelas(Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of recommendation. semua: patterns that must all occur · kecuali: patterns none of which may · aturan: rules that test it ·
    umum: used where no other kind fits · lemah: the rules see only a part of what is asked, so that their silence proves nothing ·
    kondisi: patterns of which a finding's condition has one, where a rule finds more than this kind asks for."""

    kelas: str
    en: str
    semua: tuple[str, ...]
    aturan: tuple[str, ...]
    umum: bool = False
    kecuali: tuple[str, ...] = ()
    lemah: bool = False
    kondisi: tuple[str, ...] = ()

    def dijawab(self, aturan: str, kondisi: str) -> bool:
        """Whether a finding of a rule, in the words of its condition, is what this kind asks to mend."""
        asked = not self.kondisi or any(re.search(pattern, kondisi, re.I) for pattern in self.kondisi)
        return aturan in self.aturan and asked

    @property
    def nama(self) -> str:
        return self.en if get_lang() == "en" else self.kelas


@cache
def leksikon() -> tuple[Kelas, ...]:
    """rules/leksikon/rekomendasi.yaml."""
    return msgspec.yaml.decode(resource("rules", "leksikon", "rekomendasi.yaml").read_bytes(), type=tuple[Kelas, ...])


def kelas(teks: str) -> tuple[Kelas, ...]:
    """The kinds that a recommendation is of; empty where no rule can test it."""
    text = " ".join(teks.lower().split())
    found = [
        one
        for one in leksikon()
        if all(re.search(pattern, text) for pattern in one.semua) and not any(re.search(pattern, text) for pattern in one.kecuali)
    ]
    return tuple([one for one in found if not one.umum] or found)


def dokumen_disebut(teks: str) -> frozenset[Jenis]:
    """The kinds of documents that a recommendation names."""
    text = teks.lower()
    return frozenset(kind for kind, pattern in _DOKUMEN if pattern.search(text))


def objek_disebut(teks: str) -> tuple[str, ...]:
    """The texts that a recommendation quotes: indicators and goals by name."""
    return tuple(dict.fromkeys(" ".join(found.split()) for found in _QUOTED.findall(teks)))


def jumlah_disebut(teks: str) -> int | None:
    """How many objects it speaks of ("7 (tujuh) indikator")."""
    found = _COUNT.search(teks.lower())
    return int(found[1]) if found else None


def terlalu_umum(teks: str) -> bool:
    """Whether a recommendation names neither a document nor an object, so that nobody can tell when it is done."""
    return not (dokumen_disebut(teks) or _OBJECT.search(teks.lower()) or objek_disebut(teks))


def sama_rekomendasi(a: str, b: str) -> bool:
    """Whether two texts are one recommendation, one perhaps shortened ("Agar ..." or not)."""
    one, other = (re.sub(r"^agar\s+", "", normalise(text)) for text in (a, b))
    if min(len(one), len(other)) < 12:
        return one == other
    from rapidfuzz.fuzz import ratio, token_set_ratio

    shorter, longer = sorted((one, other), key=len)
    return ratio(one, other) >= 88 or (len(shorter) >= 0.5 * len(longer) and token_set_ratio(one, other) >= 95)
