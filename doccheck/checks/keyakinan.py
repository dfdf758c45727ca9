"""How sure a finding is: the least sure reading times the sureness of the link and of the classification."""

from __future__ import annotations

from collections.abc import Iterable

from ..match import Comparison
from ..model import Nilai, Tautan
from .butir import Butir
from .context import Context

TEGAS = 0.35
"""Below this score the nearest text surely says something else."""


def bacaan(butir: Iterable[Butir], nilai: Iterable[Nilai] = ()) -> float:
    """The least sure of the nodes and values that the finding rests on."""
    return min([1.0, *(item.kinerja.keyakinan for item in butir), *(value.keyakinan for value in nilai)])


def tautan(link: Tautan | Comparison) -> float:
    """How surely two texts name the same thing: 1 for the same text, less for a reworded one."""
    score = link.skor if isinstance(link, Tautan) else link.score
    return 1.0 if link.verdict == "same" else 0.6 + 0.4 * score


def ketiadaan(ctx: Context, tempat: Butir, terdekat: Comparison | None) -> float:
    """How surely a text is absent from the document that `tempat` (any node of it) belongs to."""
    near = terdekat.score if terdekat else 0.0
    return ctx.terbaca(tempat.dokumen) * (0.95 if near < TEGAS else 0.8)
