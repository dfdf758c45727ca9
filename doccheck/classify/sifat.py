"""What else the words of an indicator tell: whether it measures at all, which direction is good, which cross-sector themes it serves."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from ..match import normalise
from ..match.leksikon import leksikon, muat

Polaritas = Literal["naik", "turun", "tetap"]

# A result or activity word where a measure should stand: "Meningkatnya ...", "Terlaksananya ...", "Menyusun ...".
_VERB = re.compile(r"^(?:ter\w{3,}nya|me(?:ng|ny|n|m|r|l|w)?\w{3,}(?:nya|kan|i)|ber\w{3,}nya|adanya|optimalnya|di\w{3,}kannya|mengikuti|melakukan|menjadi|menyusun|membangun)\b")
_NOUN_OF_VERB = re.compile(r"^(?:penyusunan|pelaksanaan|penyelenggaraan|penyediaan|pembinaan|kegiatan|sosialisasi|koordinasi|pembangunan|pemeliharaan|"
                           r"pengadaan|fasilitasi|monitoring|evaluasi|pelatihan|pengawasan|perencanaan|pendampingan|penyuluhan)\b")


def is_measure(indikator: str) -> bool:
    """Whether an indicator begins with something that can be measured and not with a result or activity verb
    ("Terlaksananya ...", "Penyusunan ..."). "Opini BPK", "Predikat SAKIP" and acronyms are measures."""
    text = normalise(indikator)
    if not text:
        return False
    first = text.split()[0]
    if first in leksikon().akronim:
        return True
    return not (_VERB.match(text) or _NOUN_OF_VERB.match(text))


@lru_cache(maxsize=1)
def _aturan() -> tuple[tuple[Polaritas, re.Pattern[str]], ...]:
    return tuple((arah, re.compile(pola)) for arah, pola in muat("polaritas.yaml")["aturan"])


@lru_cache(maxsize=16384)
def polaritas(indikator: str, satuan: str | None = None) -> Polaritas | None:
    """The good direction of an indicator; None where its words do not tell. Flippers come first: "Persentase penurunan
    kemiskinan" is better high."""
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
