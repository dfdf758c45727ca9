"""Whether two phrases say the same: decided by what is left over on each side after the alignment of their words.

Nothing left over is the same; a generic addition is a rewording; a content word replaced by one that is no synonym, another measure
or a contrast word (jalan/jembatan, SD/SMP) is something different, however many words agree.
"""

from __future__ import annotations

import math
import re

from msgspec import Struct

from ..model import Verdict
from ..simpanan.diingat import diingat
from .beda import beda
from .frasa import Frasa, Kind, parse_phrase
from .kelompok import kunci
from .makna import makna
from .penyebut import penyebut_berbeda
from .putusan import ada, putusan
from .selaras import selaraskan

REWORDED = 0.5
"""Score from which a verdict is "reworded"."""


class Comparison(Struct, frozen=True):
    """score: 0..1, higher is more surely the same · reason: in Indonesian, what differs."""

    score: float
    verdict: Verdict
    reason: str


def compare(a: str, b: str, kind: Kind = "indikator") -> Comparison:
    """Compares two goal texts ("sasaran"), indicator names or program names. Symmetric and deterministic; what a person decided
    (putusan.memutus) comes first."""
    if ada() and (decided := putusan("pasangan", kunci(a), kunci(b))):
        same = decided.nilai == "sama"
        return Comparison(1.0 if same else 0.0, "same" if same else "different", decided.sebutan())
    return _compare(a, b, kind)


@diingat(Comparison)
def _compare(a: str, b: str, kind: Kind) -> Comparison:
    if per := penyebut_berbeda(a, b):
        return Comparison(0.3, "different", f"penyebut berbeda: {per}")
    first, second = parse_phrase(a, kind), parse_phrase(b, kind)
    if first[0].huruf == second[0].huruf:
        return Comparison(1.0, "same", "teks sama")
    if kind == "program" and (official := _nomenklatur(first[0], second[0])):
        return official
    if not first[0].inti or not second[0].inti:
        return Comparison(0.0, "different", "teks kosong")
    result = max((_bandingkan(x, y, kind) for x in first for y in second), key=lambda result: result.score)
    if result.score >= REWORDED:
        return result
    return _tanpa_kurung(a, b, kind) or _buka_kurung(a, b, kind) or _satu_butir(a, b, kind) or result


_EXPLAINED = re.compile(r"\s*\((?=[^()]*\))[^()]+?[\s/,][^()]+?[\s/,][^()]+\)")
"""A bracket of three words or more: an explanation ("(tangkap dan budidaya)"), where fewer words may narrow what is measured."""


def _tanpa_kurung(a: str, b: str, kind: Kind) -> Comparison | None:
    """The comparison without the explanation in brackets that only one of the two texts has; None where it does not make them one."""
    short = _EXPLAINED.sub("", a), _EXPLAINED.sub("", b)
    if (short[0] == a) == (short[1] == b) or not all(short):
        return None
    result = _compare(*short, kind)
    if result.score < REWORDED:
        return None
    return Comparison(min(result.score, 0.85), "reworded", f"{result.reason}; keterangan dalam kurung tidak dihitung")


_BRACKET = re.compile(r"\(([^()]*\w[^()]*)\)")


def _buka_kurung(a: str, b: str, kind: Kind) -> Comparison | None:
    """The comparison with brackets opened whose words the other text prints without brackets ("pelatihan (daring/luring)" / "pelatihan
    daring dan luring"); None where there are none or it does not make the texts one."""
    opened = _dibuka(a, b), _dibuka(b, a)
    if opened == (a, b):
        return None
    result = _compare(*opened, kind)
    return result if result.score >= REWORDED else None


def _dibuka(text: str, other: str) -> str:
    printed = _squeezed(_BRACKET.sub(" ", other))
    return _BRACKET.sub(lambda match: f" {match[1]} " if _squeezed(match[1]) in printed else match[0], text)


def _squeezed(text: str) -> str:
    """Letters and digits: marks between words and words that a cell broke do not matter."""
    return "".join(re.findall(r"[a-z0-9]+", text.lower()))


_ITEM = re.compile(r"(?:^|\s)\d{1,2}[.)]\s+(?=[A-Za-z])|(?<=\(%\))\s+(?=[A-Z][a-z])")


def _satu_butir(a: str, b: str, kind: Kind) -> Comparison | None:
    """The comparison with the best of several numbered items that a cell holds ("1. Maturitas SPIP 2. Kapabilitas APIP", or parted by their
    unit: "Cakupan layanan (%) Pengurangan sampah"); None where
    neither or both texts are such a list, or where no item says the same."""
    parts = [[part for part in _ITEM.split(text) if part.strip()] for text in (a, b)]
    if (len(parts[0]) > 1) == (len(parts[1]) > 1):
        return None
    result = max((_compare(x, y, kind) for x in parts[0] for y in parts[1]), key=lambda one: one.score)
    if result.score < REWORDED:
        return None
    return Comparison(min(result.score, 0.75), "reworded", f"{result.reason}; satu dari beberapa butir dalam satu teks")


def _nomenklatur(a: Frasa, b: Frasa) -> Comparison | None:
    """Two programme names by the national nomenclature, where it decides: official names mean one programme each."""
    x, y = a.huruf.removeprefix("program"), b.huruf.removeprefix("program")
    if x == y:
        return Comparison(1.0, "same", "nama sama")
    known = makna().program_baku
    if x not in known or y not in known:
        return None
    if known[x] == known[y]:
        return Comparison(0.9, "reworded", "nama lama dan baru dari program yang sama dalam nomenklatur")
    return Comparison(0.2, "different", "dua program berbeda dalam nomenklatur")


_BEST = 0.96


def _nilai(cost: float) -> float:
    """Score of a sum of costs: falls with it down to REWORDED, then ever more slowly, so that near misses stay apart from the absurd."""
    score = _BEST - cost
    return round(score if score >= REWORDED else REWORDED * math.exp(2.8 * (score - REWORDED)) - 1e-4, 4)


def _bandingkan(a: Frasa, b: Frasa, kind: Kind) -> Comparison:
    shared = sum(weight for root, weight in a.isi.items() if root in b.isi)
    small = min(a.berat, b.berat)
    if shared < 0.2 * small and shared + 0.8 < small and a.grup.isdisjoint(b.grup):
        return Comparison(round(0.3 * shared / max(a.berat, b.berat), 4), "different", "objek berbeda")
    aligned = selaraskan(a, b)
    found = [one for one in beda(a, b, aligned, kind) if one.biaya or one.alasan]
    if not found:
        spelt = f" {' '.join(a.inti)} "
        for x, y in aligned.ejaan:
            spelt = spelt.replace(f" {x} ", f" {y} ")
        if spelt.split() == list(b.inti):
            return Comparison(0.99, "same", "hanya ejaan, singkatan, atau kata tugas")
        return Comparison(0.95, "reworded", "urutan kata berbeda")
    score = _nilai(sum(one.biaya for one in found))
    reasons = dict.fromkeys(one.alasan for one in found if one.alasan)
    return Comparison(score, "reworded" if score >= REWORDED else "different", "; ".join(reasons) or "rumusan berbeda")
