"""What a goal sentence states: a condition, an activity, an effort, goods, or no more than its own indicator."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, get_args

from msgspec import Struct

from ..match import compare, normalise, parse_phrase
from ..match.frasa import Frasa
from ..match.leksikon import muat
from ..simpanan.diingat import diingat
from .sasaran import sasaran_orientasi

Rumusan = Literal["keadaan", "kegiatan", "upaya", "barang", "tautologi", "tidak_diketahui"]
RUMUSAN: tuple[Rumusan, ...] = get_args(Rumusan)
_DARI: dict[str, Rumusan] = {"outcome": "keadaan", "proses": "kegiatan", "output": "barang"}
_SAME = 0.85
"""Score from which a goal that names a measure says what its indicator says."""
_TELLING = 0.25
"""Weight from which a word tells what a phrase is about."""
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
        if mengulang(text, one):
            return PenilaianSasaran("tautologi", 0.85, f"hanya mengulang indikatornya: \u201c{one}\u201d", one)
    for name in ("tautologi", "upaya"):
        for pattern in _pola()[name]:
            if found := pattern.search(text):
                reason = "kata yang sama dua kali" if name == "tautologi" else "yang berubah adalah kegiatan perangkat daerah"
                return PenilaianSasaran(next(label for label in RUMUSAN if label == name), 0.75, f"{reason}: {found[0].strip()}")
    base = sasaran_orientasi(teks)
    return PenilaianSasaran(_DARI.get(base.label, "tidak_diketahui"), base.confidence, base.reason)


def mengulang(teks: str, indikator: str) -> bool:
    """Whether a goal says no more than its indicator: it names a measure of the same thing ("Meningkatnya nilai SAKIP"), or is long and has
    the same words."""
    text = normalise(teks)
    _direction, _, rest = text.partition(" ")
    if not rest:
        return False
    goal, named, measure = (parse_phrase(*one)[0] for one in ((text, "sasaran"), (rest, "indikator"), (indikator, "indikator")))
    if _ukuran(rest):
        a, b = _meant(named), _meant(measure)
        return bool(a and b) and (a == b or compare(rest, indikator, "indikator").score >= _SAME)
    return len(_meant(goal)) >= _LONG and measure.isi.keys() in (goal.isi.keys(), named.isi.keys())


@diingat(bool)
def _ukuran(text: str) -> bool:
    """Whether a text begins with a measure."""
    return any(pattern.match(text) for pattern in _pola()["ukuran"])


def _meant(phrase: Frasa) -> frozenset[str]:
    """What a phrase is about, without words of every text ("daerah", "kinerja")."""
    return frozenset(root for root, weight in phrase.isi.items() if weight >= _TELLING)
