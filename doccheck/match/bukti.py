"""What else than words speaks for or against a link: level, agency, unit, targets, parents.

All in points on the score of `compare`; none of it can make a link between texts that say different things.
"""

from __future__ import annotations

import re

from ..model import LEVELS, Indikator, Kinerja, Level
from .frasa import normalise
from .hubungan import Pasangan
from .kelompok import ButirIndikator
from .pd import kunci_pd

_GOALS: frozenset[Level] = frozenset(("misi", "tujuan", "sasaran"))


def beda_level(pair: Pasangan, upper: Level, lower: Level, *, indikator: bool) -> float | None:
    """Cost of a link between two levels; None where such a link makes no sense.

    The sasaran of an RPJMD becomes the tujuan or sasaran of a Renstra; otherwise documents restate their own level. Indicators move more
    easily than goals: the programme indicator of an RPJMD is the sasaran indicator of an agency.
    """
    if not indikator and (upper in _GOALS) != (lower in _GOALS):
        return None
    distance = abs(LEVELS.index(upper) - LEVELS.index(lower))
    if pair.atas.jenis == "rpjmd":
        steps = {("sasaran", "tujuan"): 0.0, ("tujuan", "tujuan"): 0.02, ("sasaran", "sasaran"): 0.01, ("tujuan", "sasaran"): 0.05,
                 ("program", "program"): 0.0, ("program", "sasaran"): 0.03, ("sasaran", "program"): 0.05}
        return steps.get((upper, lower), 0.04 + 0.08 * distance)
    if upper == "misi" or lower == "misi":
        return None if upper != lower else 0.0
    if not indikator and distance and not pair.sederajat:
        return 0.3
    return (0.0, 0.06, 0.2, 0.3, 0.4, 0.4)[min(distance, 5)]


def pengampu(node: Kinerja, number: int | None) -> str | None:
    """Who answers for a goal or an indicator, as its row says."""
    return (node.indikator[number].penanggung_jawab if number is not None else None) or node.penanggung_jawab


_ALL = re.compile(r"(?:^|\b(?:seluruh|semua|setiap|tiap|\d+))\W*(?:perangkat daerah|opd|skpd|pd)\b(?!\s+\w*dinas)", re.I)


def cocok_pd(named: str | None, agency: str | None) -> bool | None:
    """Whether the agency is among those a cell names ("Dinas A, Dinas B"); None where one of the two is not known or all are meant."""
    if not named or not agency or _ALL.search(named):
        return None
    key = kunci_pd(agency)
    parts = [kunci_pd(part) for part in named.replace("\n", ",").replace(";", ",").split(",")]
    return key in parts or kunci_pd(named) == key or any(part and (part in key or key in part) for part in parts)


def _nilai(indicator: Indikator) -> dict[str, float]:
    return {year: value.angka for year, value in indicator.target.items() if value.angka is not None}


def target_sama(a: Indikator, b: Indikator) -> int | None:
    """How many common years have equal targets; None without two common years. Equal zeros say nothing."""
    x, y = _nilai(a), _nilai(b)
    years = [year for year in x if year in y and (x[year] or y[year])]
    return sum(x[year] == y[year] for year in years) if len(years) >= 2 else None


def satuan_sama(a: Indikator, b: Indikator) -> bool | None:
    """Whether both print the same unit; None where one prints none."""
    if not a.satuan or not b.satuan:
        return None
    return normalise(a.satuan) == normalise(b.satuan)


def bukti_indikator(a: ButirIndikator, b: ButirIndikator) -> float:
    """Points for and against two indicators from their units and targets."""
    points = 0.0
    units = satuan_sama(a.utama, b.utama)
    if units is not None:
        points += 0.01 if units else -0.04
    equal = target_sama(a.utama, b.utama)
    if equal is not None:
        points += 0.05 if equal >= 2 else -0.02
    return points
