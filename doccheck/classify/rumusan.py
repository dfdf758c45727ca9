"""What a goal sentence states: a condition, an activity, an effort, goods, or no more than its own indicator."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, get_args

from msgspec import Struct

from ..match import compare, normalise, parse_phrase
from ..match.leksikon import muat
from .sasaran import sasaran_orientasi

Rumusan = Literal["keadaan", "kegiatan", "upaya", "barang", "tautologi", "tidak_diketahui"]
RUMUSAN: tuple[Rumusan, ...] = get_args(Rumusan)
_DARI: dict[str, Rumusan] = {"outcome": "keadaan", "proses": "kegiatan", "output": "barang"}
_SAME = 0.85
"""Score from which a goal that names a measure says what its indicator says."""
_LONG = 4
"""Words from which a goal of the same words as its indicator is its repetition, though it names no measure."""


class PenilaianSasaran(Struct, frozen=True):
    """label, confidence 0..1, reason: what decided, in Indonesian · indikator: the one that a tautology repeats."""

    label: Rumusan
    confidence: float
    reason: str
    indikator: str | None = None


@lru_cache(maxsize=1)
def _pola() -> dict[str, tuple[re.Pattern[str], ...]]:
    return {name: tuple(re.compile(text) for text in texts) for name, texts in muat("isyarat.yaml")["rumusan"].items()}


def penilaian_sasaran(teks: str, indikator: Iterable[str] = ()) -> PenilaianSasaran:
    """Judges a tujuan or sasaran with the indicators that measure it. Short technical pairs ("Menurunnya risiko bencana" with "Indeks
    Risiko Bencana") are no tautology: the goal names the condition, the indicator its measure (IND-17)."""
    text = normalise(teks)
    for one in indikator:
        if _repeats(text, one):
            return PenilaianSasaran("tautologi", 0.85, f"hanya mengulang indikatornya: \u201c{one}\u201d", one)
    for name in ("tautologi", "upaya"):
        for pattern in _pola()[name]:
            if found := pattern.search(text):
                reason = "kata yang sama dua kali" if name == "tautologi" else "yang berubah adalah kegiatan perangkat daerah"
                return PenilaianSasaran(next(label for label in RUMUSAN if label == name), 0.75, f"{reason}: {found[0].strip()}")
    base = sasaran_orientasi(teks)
    return PenilaianSasaran(_DARI.get(base.label, "tidak_diketahui"), base.confidence, base.reason)


def _repeats(text: str, indikator: str) -> bool:
    _direction, _, rest = text.partition(" ")
    if not rest:
        return False
    measure = any(pattern.match(rest) for pattern in _pola()["ukuran"])
    if measure:
        return compare(rest, indikator, "indikator").score >= _SAME
    a, b = parse_phrase(text, "sasaran")[0].isi.keys(), parse_phrase(indikator, "indikator")[0].isi.keys()
    return len(a) >= _LONG and a == b
