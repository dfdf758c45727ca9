"""Values on a scale of words: predicates ("A", "Sangat Baik", "Opini WTP") and levels ("Level 3")."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from ...model import Nilai
from ...resources import resource
from ..tulisan.urutan import ROMAWI

_LABEL = re.compile(r"^(?:predikat|opini|kategori|nilai|peringkat|kualifikasi|kriteria|mutu|status)\s*:?\s*", re.I)
_LEVEL = re.compile(r"(?:level|lvl|tingkat|maturitas(?: level)?)\s*[-:]?\s*(\d(?:[.,]\d+)?|[ivIV]{1,3})\s*(plus|\+)?", re.I)
_PLUS = re.compile(r"(\d)\s*(?:plus|\+)", re.I)


@lru_cache(maxsize=1)
def _skala() -> dict[str, tuple[str, float]]:
    """Predicate in lower case -> (scale, rank), from rules/leksikon/skala.yaml; the first scale that has it wins."""
    raw = resource("rules", "leksikon", "skala.yaml").read_bytes()
    found: dict[str, tuple[str, float]] = {}
    for scale, ranks in msgspec.yaml.decode(raw, type=dict[str, dict[str, float]]).items():
        for name, rank in ranks.items():
            found.setdefault(name, (scale, rank))
    return found


def _rank(text: str) -> tuple[str, float] | None:
    text = re.sub(r"\s+", " ", text).strip(" .()\"'“”").lower()
    return _skala().get(text) or _skala().get(_LABEL.sub("", text))


def baca_predikat(teks: str) -> Nilai | None:
    """A predicate or a range of two: "A", "Opini WTP", "Sangat Baik", "Level 3", "3 Plus" (half a level more), "B - BB"."""
    if teks[0].isdigit() and not _PLUS.fullmatch(teks):
        return None
    rank = _rank(teks) or _rank(re.sub(r"\s*\([^()\d]*\)$", "", teks))
    if rank:
        return Nilai(teks=teks, jenis="ordinal", skala=rank[0], angka=rank[1])
    level = _LEVEL.fullmatch(teks) or _PLUS.fullmatch(teks)
    if level:
        digit = level[1].lower()
        number = float(digit.replace(",", ".")) if digit[0].isdigit() else ROMAWI.get(digit)
        if number is None:
            return None
        plus = level.re is _PLUS or level[2] is not None
        return Nilai(teks=teks, jenis="ordinal", skala="level", angka=number + (0.5 if plus else 0.0), keyakinan=0.8 if plus else 1.0)
    ends = re.split(r"\s*(?:[-–—]|s\.?d\.?|/)\s*", teks)
    ranks = [_rank(end) for end in ends] if len(ends) == 2 else []
    if len(ranks) == 2 and ranks[0] and ranks[1] and ranks[0][0] == ranks[1][0]:
        low, high = sorted((ranks[0][1], ranks[1][1]))
        return Nilai(teks=teks, jenis="rentang", skala=ranks[0][0], bawah=low, atas=high, keyakinan=0.9)
    return None


def is_predikat(text: str) -> bool:
    """Whether a text is one predicate or level."""
    return bool(_rank(text) or _LEVEL.fullmatch(text))


def tanpa_nama_skala(text: str) -> str:
    """The text without the name of its scale in front: "Nilai A" -> "A"."""
    return _LABEL.sub("", text)
