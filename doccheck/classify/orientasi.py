"""Orientation of indicators: outcome, output, proses or input, from cues, with abstention where they do not decide.

What matters is the accusation: "not an outcome" is said with confidence only where nothing speaks for an outcome.
"""

from __future__ import annotations

import math

from ..match import kunci, normalise
from ..match.putusan import ada, putusan
from ..simpanan.diingat import diingat
from .isyarat import cocok
from .label import KELAS, Orientation
from .sasaran import sasaran_orientasi


def orientation(indikator: str, satuan: str | None = None, sasaran: str | None = None) -> Orientation:
    """Orientation of an indicator's name with its unit. `sasaran` (the goal it stands under) decides only a draw between two
    classes: a goal that names a condition speaks for an outcome. No cue: "tidak_diketahui". What a person decided
    (match.putusan.memutus) comes first."""
    if ada() and (decided := putusan("orientasi", kunci(indikator))):
        return Orientation(next(label for label in KELAS if label == decided.nilai), 1.0, decided.sebutan())
    return _orientation(indikator, satuan, sasaran)


@diingat(Orientation)
def _orientation(indikator: str, satuan: str | None, sasaran: str | None) -> Orientation:
    text = normalise(indikator).replace("rata rata", "rata-rata")
    cues = cocok(text, normalise(satuan) if satuan else "")
    if not cues:
        return Orientation("tidak_diketahui", 0.0, "tidak ada isyarat dalam rumusan")
    sums = {label: sum(cue.bobot.get(label, 0.0) for cue in cues) for label in KELAS}
    first, second = sorted(sums.values(), reverse=True)[:2]
    if sasaran and first - second < 1 and sasaran_orientasi(sasaran).label == "outcome":
        sums["outcome"] += 0.5
    best = max(KELAS, key=lambda label: sums[label])
    if sums[best] <= 0:
        return Orientation("tidak_diketahui", 0.0, "isyarat saling meniadakan")
    powers = {label: math.exp(0.8 * (value - sums[best])) for label, value in sums.items()}
    confidence = 1.0 / sum(powers.values())
    reasons = [cue.alasan for cue in cues if cue.bobot.get(best, 0.0) > 0]
    return Orientation(best, round(confidence, 3), "; ".join(dict.fromkeys(reasons)))
