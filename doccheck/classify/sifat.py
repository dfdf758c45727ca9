"""What else the words of an indicator tell: whether it measures at all, which direction is good, which cross-sector themes it serves."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, get_args

from ..match import kunci, normalise
from ..match.leksikon import leksikon, muat
from ..match.putusan import ada, putusan
from ..simpanan.diingat import diingat

Polaritas = Literal["naik", "turun", "tetap"]


@lru_cache(maxsize=1)
def _bukan_ukuran() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in muat("isyarat.yaml")["bukan_ukuran"])


@diingat(bool)
def is_measure(indikator: str) -> bool:
    """Whether an indicator begins with something that can be measured and not with a result or activity verb
    ("Terlaksananya ...", "Penyusunan ..."). "Opini BPK", "Predikat SAKIP" and acronyms are measures."""
    text = normalise(indikator)
    if not text:
        return False
    first = text.split()[0]
    if first in leksikon().akronim:
        return True
    return not any(pattern.match(text) for pattern in _bukan_ukuran())


@lru_cache(maxsize=1)
def _aturan() -> tuple[tuple[Polaritas | None, re.Pattern[str]], ...]:
    rows = muat("polaritas.yaml")["aturan"]
    return tuple((None if arah == "tidak_tentu" else arah, re.compile(pola)) for arah, pola in rows)


def polaritas(indikator: str, satuan: str | None = None) -> Polaritas | None:
    """The good direction of an indicator; None where its words do not tell. Flippers come first: "Persentase penurunan
    kemiskinan" is better high. What a person decided (match.putusan.memutus) comes before all."""
    if ada() and (decided := putusan("polaritas", kunci(indikator))):
        return next(arah for arah in get_args(Polaritas) if arah == decided.nilai)
    return _polaritas(indikator, satuan)


@diingat(Polaritas | None)
def _polaritas(indikator: str, satuan: str | None) -> Polaritas | None:
    text = normalise(indikator)
    if satuan and normalise(satuan) == "kasus" and not text.startswith(("persentase", "penyelesaian", "penanganan", "penurunan")):
        text += " kasus"
    return next((arah for arah, pola in _aturan() if pola.search(text)), None)


@lru_cache(maxsize=1)
def _tema() -> tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]:
    return tuple((nama, tuple(re.compile(pola) for pola in daftar)) for nama, daftar in muat("tema.yaml").items())


@lru_cache(maxsize=16384)
def tema(text: str) -> tuple[str, ...]:
    """Cross-sector themes of a goal or indicator, in the order of rules/leksikon/tema.yaml."""
    teks = normalise(text)
    return tuple(nama for nama, daftar in _tema() if any(pola.search(teks) for pola in daftar))
