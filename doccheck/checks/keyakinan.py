"""How sure a finding is: the least sure reading times the sureness of the link and of the classification."""

from __future__ import annotations

from collections.abc import Iterable

from ..match import Comparison
from ..model import Kinerja, Nilai, Tautan
from .butir import Butir
from .context import Context

TEGAS = 0.35
"""Below this score the nearest text surely says something else."""


def bacaan(butir: Iterable[Butir], nilai: Iterable[Nilai] = ()) -> float:
    """The least sure of what the finding rests on: of its values where it rests on values (a text or another cell beside them that OCR
    doubts does not weaken it, since links tell how surely two texts are one), else of its texts. An empty cell is nothing that was read:
    it is as sure as the page around it."""
    values = list(nilai)
    printed = bool(values) and all(value.jenis != "kosong" for value in values)
    nodes = (letak(item.kinerja) if printed else item.kinerja.keyakinan for item in butir)
    return min([1.0, *nodes, *(value.keyakinan for value in values)])


def letak(kinerja: Kinerja) -> float:
    """How surely the values of a goal and its indicators are theirs."""
    return kinerja.keyakinan if kinerja.keyakinan_letak is None else kinerja.keyakinan_letak


def tautan(link: Tautan | Comparison) -> float:
    """How surely two texts name the same thing: 1 for the same text, less for a reworded one."""
    score = link.skor if isinstance(link, Tautan) else link.score
    return 1.0 if link.verdict == "same" else 0.6 + 0.4 * score


def ketiadaan(ctx: Context, tempat: Butir, terdekat: Comparison | None) -> float:
    """How surely a text is absent from the document that `tempat` (any node of it) belongs to."""
    near = terdekat.score if terdekat else 0.0
    return ctx.terbaca(tempat.dokumen) * (0.95 if near < TEGAS else 0.8)
