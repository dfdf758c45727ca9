"""What else than words speaks for or against a link: level, agency, unit, targets, parents.

All in points on the score of `compare`; none of it can make a link between texts that say different things.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import LEVELS, Indikator, Kinerja, Level
from .banding import Comparison
from .generik import nilai_sendiri
from .hubungan import Pasangan
from .kelompok import ButirIndikator
from .normal import normalise
from .pd import kunci_pd, perangkat_daerah
from .penerus import sebaris

GOALS: frozenset[Level] = frozenset(("misi", "tujuan", "sasaran"))


def beda_level(pair: Pasangan, upper: Level, lower: Level, *, indikator: bool) -> float | None:
    """Cost of a link between two levels; None where such a link makes no sense.

    The sasaran of an RPJMD becomes the tujuan or sasaran of a Renstra; otherwise documents restate their own level. Indicators move more
    easily than goals: the programme indicator of an RPJMD is the sasaran indicator of an agency.
    """
    if not indikator and (upper in GOALS) != (lower in GOALS):
        return None
    distance = abs(LEVELS.index(upper) - LEVELS.index(lower))
    if not indikator and distance and upper not in GOALS:
        return None
    if pair.atas.jenis == "rpjmd":
        steps = {
            ("sasaran", "tujuan"): 0.0,
            ("tujuan", "tujuan"): 0.02,
            ("sasaran", "sasaran"): 0.01,
            ("tujuan", "sasaran"): 0.05,
            ("program", "program"): 0.0,
            ("program", "sasaran"): 0.03,
            ("sasaran", "program"): 0.05,
        }
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
    """Whether the agency is among those a cell names ("Dinas A, Dinas B"); None where one of the two is not known, all are meant, or the
    cell uses a name that such an agency had in another period."""
    if not named or not agency or _ALL.search(named):
        return None
    parts = [part for part in re.split(r"[,;\n]", named) if perangkat_daerah(part)] or [named] * perangkat_daerah(named)
    if not parts:
        return None
    key = kunci_pd(agency)
    words = set(key.split())
    keys = [kunci_pd(named), *(kunci_pd(part) for part in parts)]
    if key in keys or any(words <= set(one.split()) or set(one.split()) <= words for one in keys[1:]):
        return True
    return None if any(sebaris(key, one) for one in keys) else False


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


_DOUBTFUL = 0.25
"""Score of texts from which equal targets make up for the words."""
_EQUAL = 3
"""Common years with the same target from which two indicators of doubtful wording are one."""


def dengan_target(result: Comparison, upper: ButirIndikator, lower: ButirIndikator) -> Comparison:
    """Takes a doubtful pair for reworded where its targets agree year by year and change over the years (100 every year proves nothing)."""
    if result.verdict != "different" or result.score < _DOUBTFUL or result.reason.startswith(("objek", "bidang")):
        return result
    equal = target_sama(upper.utama, lower.utama)
    moving = len({value.angka for value in lower.utama.target.values()}) > 1
    if equal is None or equal < _EQUAL or not moving:
        return result
    return Comparison(0.6, "reworded", f"{result.reason}; target sama pada {equal} tahun")


def milik_lain(pair: Pasangan, upper: ButirIndikator, lower: ButirIndikator) -> bool:
    """Whether the region's value meets an agency's own: "Nilai SAKIP" of the RPJMD is not that of a Renstra, unless the RPJMD names
    this agency for it or their targets agree."""
    agency = pair.pd_bawah or pengampu(*lower.kejadian[0])
    if pair.atas.jenis != "rpjmd" or lower.lingkup == "rpjmd" or not agency or not nilai_sendiri(lower.teks):
        return False
    if perangkat_daerah(lower.teks) and not perangkat_daerah(upper.teks):
        return True
    if any(cocok_pd(pengampu(*place), agency) for place in upper.kejadian):
        return False
    return (target_sama(upper.utama, lower.utama) or 0) < 2


def pd_lain(pair: Pasangan, above: Sequence[tuple[Kinerja, int | None]], below: Sequence[tuple[Kinerja, int | None]]) -> bool:
    """Whether both documents name agencies for the two items, and none of them is the same."""
    if pair.sederajat:
        return False
    agencies = {pair.pd_bawah} if pair.pd_bawah else {pengampu(*place) for place in below}
    named = {pair.pd_atas} if pair.pd_atas else {pengampu(*place) for place in above}
    known = [cocok_pd(name, agency) for name in named for agency in agencies]
    return False in known and True not in known
