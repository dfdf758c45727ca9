"""The posts that an agency's documents name, whether or not they have an agreement."""

from __future__ import annotations

import re
from functools import lru_cache

from ..match.pk import tanpa_plt
from ..model import Bukti
from .bukti import di
from .butir import kunci
from .context import Context
from .jabatan import RENDAH, jenjang

_UNIT = re.compile(r"(?:bidang|seksi|sub ?bagian|sub ?bidang)(?: [^\W\d_]{2,},?){1,8}", re.I)
"""One unit by its name, without a number or a second one behind a slash."""
_MENJABAT = ("plt", "plh", "pj", "kosong")
_KEPALA = re.compile(r"kepala (?:bidang|bagian|seksi|subbagian|subbidang) ")
_SINGKATAN = tuple(
    (re.compile(rf"\b{short}\b"), whole)
    for short, whole in (
        ("kabid", "kepala bidang"),
        ("kabag", "kepala bagian"),
        ("kasi", "kepala seksi"),
        (r"kasubb?ag|ka sub ?bag(?:ian)?", "kepala subbagian"),
        ("kasubb?id", "kepala subbidang"),
        ("kadis", "kepala dinas"),
        ("kaban", "kepala badan"),
        ("sekdis", "sekretaris dinas"),
        ("irban", "inspektur pembantu"),
        (r"sub ?bagian", "subbagian"),
        (r"sub ?bidang", "subbidang"),
    )
)


def disebut(ctx: Context, pd: str, tahun: int) -> dict[str, Bukti]:
    """The posts that documents in force name (cascading, columns of those in charge, superiors in agreements), each with the first place;
    also the heads of units that are named in their stead, with the unit as what is quoted. Vacant posts, and shorter names of a post that
    is named in full elsewhere, are left out."""
    found = rencana(ctx, pd, tahun)
    heads = _kepala_unit(ctx, pd, tahun)
    found |= {head: place for head, place in heads.items() if not any(sama_jabatan(head, text) for text in found)}
    for one in ctx.pk(pd, tahun):
        if one.atasan and jenjang(one.atasan) in RENDAH:
            found.setdefault(one.atasan, di(one.dokumen, one.atasan, one.kinerja[0].lokasi if one.kinerja else None))
    return {text: place for text, place in found.items() if not any(sama_jabatan(text, other) for other in found if len(other) > len(text))}


def rencana(ctx: Context, pd: str, tahun: int) -> dict[str, Bukti]:
    """The posts that the agency's plans in force name (cascading, columns of those in charge), each with the first place."""
    found: dict[str, Bukti] = {}
    for document in ctx.pilih("cascading", "renstra", "renja", "rencana_aksi", pd=pd, tahun=tahun):
        for node in document.kinerja:
            for text in (node.jabatan, node.penanggung_jawab):
                if text and "\n" not in text and _satu_jabatan(text) and not text.lower().startswith(_MENJABAT):
                    found.setdefault(text, di(document, text, node.lokasi))
    return found


def _satu_jabatan(text: str) -> bool:
    """Whether it names one post: "Kepala Bidang/Sekretaris" over a column is a rank, whose holders are named elsewhere."""
    parts = [part.strip() for part in text.split("/")]
    return jenjang(text) in ("kepala", *RENDAH) and sum(jenjang(part) in ("kepala", *RENDAH) for part in parts) < 2


def _kepala_unit(ctx: Context, pd: str, tahun: int) -> dict[str, Bukti]:
    """The heads of the units in the plans' columns of those in charge ("Bidang Angkutan" -> "Kepala Bidang Angkutan")."""
    found: dict[str, Bukti] = {}
    for document in ctx.pilih("renstra", "renja", "rencana_aksi", pd=pd, tahun=tahun):
        for node in document.kinerja:
            unit = node.penanggung_jawab or ""
            if _UNIT.fullmatch(unit):
                found.setdefault(f"Kepala {unit}", di(document, unit, node.lokasi))
    return found


def sama_jabatan(a: str, b: str) -> bool:
    """Whether two names mean one post: one may go on with the name of the agency or the region, be shortened ("Kabid"), or be that of
    whoever acts for it ("Plt."), and its unit may be called by initials or syllables ("Kabid LLAJ", "Kabid Kesmas"). An empty name is no
    post's."""
    first, second = sorted((_baku(a), _baku(b)), key=len)
    return bool(first) and (second == first or second.startswith(first + " ") or _terpendek(first, second))


def _terpendek(short: str, long: str) -> bool:
    """Whether two heads of units of one kind differ only in that one's unit is a single word made of the beginnings of the other's."""
    one, other = _KEPALA.match(short), _KEPALA.match(long)
    if one is None or other is None or one[0] != other[0]:
        return False
    word, rest = short[one.end() :].split(), [w for w in long[other.end() :].split() if w not in ("dan", "serta")]
    return len(word) == 1 and len(rest) > 1 and (word[0] == "".join(w[0] for w in rest[: len(word[0])]) or _suku(word[0], rest, 0))


def _suku(word: str, rest: list[str], used: int) -> bool:
    """Whether a word is put together from beginnings, of two letters or more, of at least two words in their order."""
    if not word or not rest:
        return not word and used > 1
    return any(word[:n] == rest[0][:n] and _suku(word[n:], rest[1:], used + 1) for n in range(2, min(len(word), len(rest[0])) + 1))


@lru_cache(maxsize=4096)
def _baku(jabatan: str) -> str:
    text = kunci(tanpa_plt(jabatan))
    for pattern, whole in _SINGKATAN:
        text = pattern.sub(whole, text)
    return text
