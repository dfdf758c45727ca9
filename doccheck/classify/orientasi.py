"""Orientation of indicators: outcome, output, proses or input, from cues, with abstention where they do not decide.

What matters is the accusation: "not an outcome" is said with confidence only where nothing speaks for an outcome.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from ..match import normalise
from .isyarat import pencocok

Label = Literal["outcome", "output", "proses", "input", "tidak_diketahui"]
KELAS: tuple[Label, ...] = ("outcome", "output", "proses", "input")


class Orientation(Struct, frozen=True):
    """label, confidence 0..1, reason: the cues that decided, in Indonesian."""

    label: Label
    confidence: float
    reason: str


@lru_cache(maxsize=16384)
def orientation(indikator: str, satuan: str | None = None, sasaran: str | None = None) -> Orientation:
    """Orientation of an indicator's name with its unit. `sasaran` (the goal it stands under) is weak evidence and only used
    where the name alone does not decide. No cue: "tidak_diketahui"."""
    text = normalise(indikator).replace("rata rata", "rata-rata")
    cues = pencocok().cocok(text, normalise(satuan) if satuan else "")
    if not cues:
        return Orientation("tidak_diketahui", 0.0, "tidak ada isyarat dalam rumusan")
    sums = {label: sum(cue.bobot.get(label, 0.0) for cue in cues) for label in KELAS}
    best = max(KELAS, key=lambda label: sums[label])
    if sums[best] <= 0:
        return Orientation("tidak_diketahui", 0.0, "isyarat saling meniadakan")
    powers = {label: math.exp(0.8 * (value - sums[best])) for label, value in sums.items()}
    confidence = 1.0 / sum(powers.values())
    reasons = [cue.alasan for cue in cues if cue.bobot.get(best, 0.0) > 0]
    return Orientation(best, round(confidence, 3), "; ".join(dict.fromkeys(reasons)))
