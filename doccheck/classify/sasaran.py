"""Orientation of goal sentences: a condition that should come about, or an activity of the office dressed up as one."""

from __future__ import annotations

import re
from functools import lru_cache

from ..match import normalise
from ..match.leksikon import muat
from ..simpanan.diingat import diingat
from .label import Orientation


@lru_cache(maxsize=1)
def _aturan() -> tuple[tuple[Orientation, tuple[re.Pattern[str], ...]], ...]:
    return tuple(
        (Orientation(entry["orientasi"], entry["keyakinan"], entry["alasan"]), tuple(re.compile(text) for text in entry["pola"]))
        for entry in muat("isyarat.yaml")["sasaran"]
    )


@diingat(Orientation)
def sasaran_orientasi(teks: str) -> Orientation:
    """Orientation of a tujuan or sasaran: "outcome" for a condition, "output" for goods or documents at hand, "proses" for an
    activity or a tautology. Sentences that tell neither are "tidak_diketahui"."""
    text = normalise(teks)
    for verdict, patterns in _aturan():
        for pattern in patterns:
            if found := pattern.search(text):
                return Orientation(verdict.label, verdict.confidence, f"{verdict.reason}: {found[0].split()[0]}")
    return Orientation("tidak_diketahui", 0.3, "kalimat tidak menunjukkan keadaan atau kegiatan")
