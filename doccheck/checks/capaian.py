"""Achievement in percent: the formulas by the direction of an indicator, caps, and classes. As domain practice has it, and as the
configuration ([capaian] of doccheck.toml) says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from ..config import CapaianConfig
from ..model import Kategori, Nilai
from .nilai import TAK_WAJAR, Polaritas

Rumus = Literal["r/t", "2t-r", "t/r"]
PERMENDAGRI = (
    Kategori(nama="Sangat Tinggi", bawah=91),
    Kategori(nama="Tinggi", bawah=76, atas=90),
    Kategori(nama="Sedang", bawah=66, atas=75),
    Kategori(nama="Rendah", bawah=51, atas=65),
    Kategori(nama="Sangat Rendah", atas=50),
)
"""Classes of realisation of Permendagri 86/2017, table T-E.1."""
BATAS_ATAS = 1000.0
"""Achievements above it are no percentages that anyone means."""
_PEMBULATAN = 1.0
"""Percentage points that rounding for print may explain at most."""


class Hitungan(Struct, frozen=True):
    """What achievement the formulas give. seharusnya: by the direction of the indicator · wajar: whether the printed value is one of those
    that the direction allows · lain: whether it is what the formula of the other direction gives."""

    seharusnya: float
    wajar: bool
    lain: bool


def rumus(target: float, realisasi: float) -> dict[Rumus, float]:
    """Each formula's result in percent; without those that divide by zero."""
    found: dict[Rumus, float] = {}
    if target:
        found = {"r/t": realisasi / target * 100, "2t-r": (2 * target - realisasi) / target * 100}
    if realisasi:
        found["t/r"] = target / realisasi * 100
    return found


def dipakai(arah: Polaritas | None, config: CapaianConfig) -> tuple[Rumus, ...]:
    """The formulas that an indicator of this direction may be computed with, the office's own first."""
    down: tuple[Rumus, ...] = ("2t-r", "t/r") if config.rumus_turun == "keduanya" else (config.rumus_turun,)
    if arah == "naik":
        return ("r/t",)
    return down if arah == "turun" else ("r/t", *down)


def hitung(
    target: Nilai, realisasi: Nilai, tercantum: Nilai, arah: Polaritas | None, config: CapaianConfig, tertinggi: float
) -> Hitungan | None:
    """Recomputes a printed achievement; None where it cannot be: no numbers, zero targets, values of different scale.

    tertinggi: the highest achievement that the document prints (the office caps at no value that another row exceeds). Tolerance is
    config.toleransi or half of the last printed digit, and what half of the last digit of target and realisation make of it.
    """
    a, b, shown = target.angka, realisasi.angka, tercantum.angka
    if a is None or b is None or shown is None or not a or "ordinal" in (target.jenis, realisasi.jenis) or target.jenis == "rentang":
        return None
    if target.penyebut != realisasi.penyebut or (b and not 1 / TAK_WAJAR < abs(b / a) < TAK_WAJAR) or abs(shown) > BATAS_ATAS:
        return None
    results = rumus(a, b)
    allowed = [name for name in dipakai(arah, config) if name in results]
    if not allowed:
        return None
    slack = max(config.toleransi, 0.5 * 10.0**-tercantum.desimal) + _pembulatan(target, realisasi)
    values = (shown, shown * 100) if abs(shown) <= 2 and tercantum.satuan != "%" else (shown,)

    def fits(name: Rumus) -> bool:
        exact = results[name]
        capped = [limit for limit in config.batas if exact > limit >= tertinggi - slack]
        capped += [0.0] if exact < 0 else []
        return any(abs(value - goal) <= slack for value in values for goal in (exact, *capped))

    met = target.jenis == "ketaksamaan" and abs(shown - 100) <= slack
    others = [name for name in results if name not in allowed]
    return Hitungan(seharusnya=results[allowed[0]], wajar=met or any(map(fits, allowed)), lain=any(map(fits, others)))


def _pembulatan(target: Nilai, realisasi: Nilai) -> float:
    """Percentage points by which figures with decimals that were rounded for print may be off. Whole numbers are taken as counts."""
    if not target.angka:
        return 0.0
    digits = [0.5 * 10.0**-value.desimal for value in (target, realisasi) if value.desimal]
    return min(_PEMBULATAN, sum(digits) / abs(target.angka) * 100) if digits else 0.0


def kelas(nilai: float, skala: Sequence[Kategori]) -> list[str]:
    """The names of the classes that a value may be given: those it lies in; between two classes (90 < x < 91) both."""
    inside = [one.nama for one in skala if _dalam(nilai, one)]
    if inside:
        return inside
    below = [one for one in skala if one.atas is not None and one.atas <= nilai]
    above = [one for one in skala if one.bawah is not None and one.bawah >= nilai]
    near = [max(below, key=lambda one: one.atas or 0.0)] if below else []
    near += [min(above, key=lambda one: one.bawah or 0.0)] if above else []
    return [one.nama for one in near]


def _dalam(nilai: float, one: Kategori) -> bool:
    low = one.bawah is None or nilai > one.bawah or (one.bawah_masuk and nilai == one.bawah)
    high = one.atas is None or nilai < one.atas or (one.atas_masuk and nilai == one.atas)
    return low and high


def skala(kategori: Sequence[Kategori], config: CapaianConfig) -> tuple[Kategori, ...]:
    """The classes to judge by: those that the document prints, else the office's own, else those of Permendagri 86/2017."""
    if kategori:
        return tuple(kategori)
    if config.kategori:
        return tuple(_berurut(config.kategori))
    return PERMENDAGRI


def _berurut(given: dict[str, float]) -> list[Kategori]:
    ordered = sorted(given.items(), key=lambda item: -item[1])
    made, above = [], None
    for name, low in ordered:
        made.append(Kategori(nama=name, bawah=low, atas=above, atas_masuk=False))
        above = low
    if made:
        made[-1] = Kategori(nama=made[-1].nama, atas=made[-1].atas, atas_masuk=False)
    return made
