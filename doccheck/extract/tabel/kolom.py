"""Roles of columns: what a heading such as "TARGET DAN PAGU INDIKATIF TAHUN / 2026 / PAGU" makes of the cells below it.

Headings vary in words far more than in structure, so they are matched by synonym patterns (rules/leksikon/kolom.yaml) over
squeezed text; the path of headings from the top row down to the column decides, the lowest first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

import msgspec
from msgspec import Struct

from ...model import Level, Lingkup
from ...resources import resource
from .matriks import squeeze
from .tahun import kepala_tahun_ke, tahun_dari_header, tahun_ke

Peran = Literal[
    "no",
    "kode",
    "rujukan",
    "lain",
    "pj",
    "sumber",
    "formula",
    "indikator",
    "satuan",
    "baseline",
    "baseline_pagu",
    "target",
    "target_akhir",
    "pagu",
    "pagu_akhir",
    "realisasi",
    "realisasi_anggaran",
    "capaian",
    "periode_bulan",
    "hierarki",
    "outcome",
    "output",
    "visi",
    "strategi",
    "arah_kebijakan",
    "goal",
    "uraian",
    "jabatan",
    "jenjang",
]

_FORMULA = re.compile(r"formula|rumus|cara|metode|pe(?:r|ng)hitungan", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d")
OFFICIAL = re.compile(
    r"\b(?:bupati|wali\s?kota|gubernur|(?:kepala|ka\.?)\s*(?:dinas|badan|opd|pd|skpd|bidang|bagian|seksi|sub\s?bag\w*|sub\s?bid\w*|uptd?)|"
    r"kadis|kaban|kabid|kabag|kasi|kasubb\w+|kasubbid|sekretaris|inspektur(?: pembantu)?|irban|camat|lurah|ketua tim|"
    r"es(?:elon)?\.?\s*(?:ii|iii|iv|[2-4])|(?:administrator|pengawas|pelaksana)(?=\W*$|\s*[(/]|\s+tugas\b)|jabatan fungsional)\b.*",
    re.I,
)
"""A post, up to the end of its text. The names of classes of posts count only where nothing follows: "Pelaksana Kegiatan" is none."""
_REGION = re.compile(r"rp(jm)?d(?!.*(pd|opd)$)|ikd|(pemerintah(an)?daerah|pemda|pemkab|pemkot|kepaladaerah|kdh)$")
"""Headings of goals that are the region's, in a squeezed text."""
_WITH_YEAR = frozenset(
    {
        "target",
        "target_akhir",
        "realisasi",
        "capaian",
        "baseline",
        "baseline_pagu",
        "pagu",
        "pagu_akhir",
        "realisasi_anggaran",
        "periode_bulan",
    }
)


class Kolom(Struct, frozen=True):
    """One column: its role, the year and level it is for, and the heading as printed."""

    peran: Peran
    kepala: str
    tahun: int | None = None
    tingkat: Level | None = None
    lingkup: Lingkup = "pd"
    geser: int = 0
    """Years from the document's own, where the heading names only a distance ("Prakiraan Maju", "n+1")."""
    jabatan: str | None = None
    """The official over whose goals it stands ("Sasaran Kepala Bidang")."""


class _Pola(Struct, frozen=True, forbid_unknown_fields=True):
    peran: Peran
    pola: tuple[str, ...]
    tingkat: Level | None = None


@cache
def _raw() -> tuple[_Pola, ...]:
    return msgspec.yaml.decode(resource("rules", "leksikon", "kolom.yaml").read_bytes(), type=tuple[_Pola, ...])


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Peran, Level | None], ...]:
    return tuple((re.compile("|".join(entry.pola)), entry.peran, entry.tingkat) for entry in _raw())


@cache
def _any_pattern() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Two patterns, to match and to search, of which one finds what any of all patterns finds: most cells that are asked about are no
    headings. Those that hold at the beginning only need no look at every place."""
    alternatives = [part for entry in _raw() for part in entry.pola]
    first = [part for part in alternatives if part.startswith("^") and not _several(part)]
    rest = [part for part in alternatives if part not in first]
    return re.compile("|".join(first)), re.compile("|".join(rest))


def _several(pattern: str) -> bool:
    """Whether a pattern has alternatives outside its groups."""
    depth = 0
    for sign in pattern:
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            return True
    return False


@cache
def peran_kepala(text: str) -> tuple[Peran, Level | None] | None:
    """Role and level that one heading names by itself; None where it names none (a year, a group title)."""
    key = squeeze(_YEAR.sub("", text))
    if not key or len(key) > 120 or key.isdigit():
        return None
    first, rest = _any_pattern()
    if not first.match(key) and not rest.search(key):
        return None
    for pattern, peran, tingkat in _patterns():
        if pattern.search(key):
            return peran, tingkat
    return None


def is_rumus(kepala: str) -> bool:
    """Whether a heading of the role "formula" is over formulas themselves rather than over definitions or reasons."""
    return _FORMULA.search(kepala) is not None


def tahun_kepala(path: Sequence[str], mulai: int | None) -> int | None:
    """Year of a column from its headings, the lowest first: "2026", or "Tahun ke-1" counted from `mulai`, the first target year."""
    for depth in range(len(path) - 1, -1, -1):
        year = tahun_dari_header(path[depth])
        if year:
            return year
        if mulai is not None:
            ordinal = tahun_ke(path[depth], any(kepala_tahun_ke(text) for text in path[:depth]))
            if ordinal is not None:
                return mulai + ordinal - 1
    return None


def kolom_dari_kepala(path: Sequence[str], mulai: int | None) -> Kolom:
    """Role of a column from its headings, top row first. `mulai`: year of "Tahun ke-1"."""
    kepala = " / ".join(" ".join(text.split()) for text in path)
    roles = [(text, peran_kepala(text)) for text in path]
    peran: Peran = "lain"
    tingkat: Level | None = None
    for _text, role in reversed(roles):
        if role and role[0] != "uraian":
            peran, tingkat = role
            break
        if role and len(path) == 1:
            peran = "uraian"
    parents: list[tuple[Peran, Level | None]] = [role for _text, role in roles[:-1] if role]
    names = {role[0] for role in parents}
    if peran == "target" and "target_akhir" in names:
        peran = "target_akhir"
    elif peran == "pagu" and "target_akhir" in names:
        peran = "pagu_akhir"
    elif peran in ("target", "pagu") and "baseline" in names:
        peran = "baseline" if peran == "target" else "baseline_pagu"
    elif peran == "target" and names & {"realisasi"}:
        peran = "realisasi"
    elif (peran == "pagu" and names & {"realisasi", "realisasi_anggaran"}) or (
        peran in ("realisasi", "capaian") and "pagu" in names and "target" not in names
    ):
        peran = "realisasi_anggaran"
    elif peran == "indikator" and tingkat is None:
        levels = [level for role, level in parents if role == "goal" and level]
        tingkat = levels[-1] if levels else None
    if "periode_bulan" in names and peran in ("target", "realisasi", "capaian"):
        peran = "periode_bulan"
    tahun = tahun_kepala(path, mulai) if peran in _WITH_YEAR else None
    lingkup: Lingkup = "rpjmd" if _REGION.search(squeeze(path[-1])) else "pd"
    if peran not in ("goal", "indikator"):
        lingkup = "pd"
    jabatan = _jabatan(path) if peran == "goal" and tingkat != "misi" else None
    return Kolom(peran=peran, kepala=kepala, tahun=tahun, tingkat=tingkat, lingkup=lingkup, jabatan=jabatan)


def _jabatan(path: Sequence[str]) -> str | None:
    """The official whom the headings of a goal column name, "Sasaran" and the like taken off."""
    for text in path:
        found = OFFICIAL.search(" ".join(text.split()))
        if found:
            return found[0].strip()
    return None
