"""Two values of one indicator: are they the same, do they differ, or can they not be compared at all?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from ..extract.nilai.satuan import jenis_satuan, samakan_satuan
from ..match import normalise
from ..model import Indikator, Nilai

Polaritas = Literal["naik", "turun", "tetap"]


class Beda(Struct, frozen=True):
    """`arah`: sign of b - a · `pembulatan`: they differ by one unit of the last of two or more decimals, as figures do
    that were rounded twice · `telaah`: kinds differ (a range against a number) or sizes do, a person must look."""

    status: Literal["sama", "beda", "tak_sebanding"]
    arah: int = 0
    pembulatan: bool = False
    telaah: bool = False


TAK_WAJAR = 20
"""Values of one indicator that differ by more than this factor (or 0 and a number) are a cell not filled in or not well read."""

SAMA = Beda("sama")
TAK_SEBANDING = Beda("tak_sebanding")


def bandingkan(a: Nilai, b: Nilai) -> Beda:
    """Compares in kind. Tolerance is half of the last digit that the coarser of both displays; 0.98 and 98 are the same share
    (percentages stored as fractions); a factor of a thousand or a million is a matter of scale and no difference."""
    if "kosong" in (a.jenis, b.jenis):
        return TAK_SEBANDING
    if a.jenis == b.jenis == "rentang":
        same = (a.bawah, a.atas) == (b.bawah, b.atas)
        return SAMA if same else Beda("beda", _tanda((b.bawah or 0) + (b.atas or 0), (a.bawah or 0) + (a.atas or 0)))
    if "rentang" in (a.jenis, b.jenis):
        return _rentang(a, b)
    if "teks" in (a.jenis, b.jenis):
        return SAMA if normalise(a.teks) == normalise(b.teks) else TAK_SEBANDING
    if (a.jenis == "ordinal") != (b.jenis == "ordinal") or a.skala != b.skala:
        return TAK_SEBANDING
    if a.penyebut and b.penyebut and a.penyebut != b.penyebut:
        return TAK_SEBANDING
    found = _angka(a, b)
    if found.status == "beda" and (a.jenis == "ketaksamaan") != (b.jenis == "ketaksamaan"):
        return Beda("beda", found.arah, found.pembulatan, telaah=True)
    return found


def _angka(a: Nilai, b: Nilai) -> Beda:
    if a.angka is None or b.angka is None:
        return TAK_SEBANDING
    digits = min(a.desimal, b.desimal)
    difference = abs(a.angka - b.angka)
    if difference <= 0.5 * 10**-digits + 1e-9:
        return SAMA
    small, large = sorted((abs(a.angka), abs(b.angka)))
    if small and small <= 1 < large <= 100 and abs(large / small - 100) < 0.5:
        return SAMA
    if small and any(abs(large / small / scale - 1) < 0.005 for scale in (1e3, 1e6, 1e9)):
        return TAK_SEBANDING
    doubtful = not small or large / small > TAK_WAJAR
    return Beda("beda", _tanda(b.angka, a.angka), pembulatan=digits >= 2 and difference <= 10**-digits + 1e-9, telaah=doubtful)


def _rentang(a: Nilai, b: Nilai) -> Beda:
    span, other = (a, b) if a.jenis == "rentang" else (b, a)
    if other.angka is None or span.bawah is None or span.atas is None or span.bawah <= other.angka <= span.atas:
        return TAK_SEBANDING
    higher = other.angka > span.atas
    return Beda("beda", 1 if higher == (other is b) else -1, telaah=True)


def _tanda(x: float, y: float) -> int:
    return (x > y) - (x < y)


def lebih_baik(arah: int, polaritas: Polaritas | None) -> bool:
    """Whether a change in this direction is an improvement; False where the polarity is unknown."""
    return (arah > 0 and polaritas == "naik") or (arah < 0 and polaritas == "turun")


def deret(target: Mapping[str, Nilai]) -> list[tuple[str, Nilai]]:
    """The single numbers of a series of yearly values, by year. Ranks of an ordinal scale are numbers, too."""
    return [
        (year, value)
        for year, value in sorted(target.items())
        if value.angka is not None and value.jenis in ("angka", "rasio", "ordinal", "ketaksamaan")
    ]


def berjalan(target: Mapping[str, Nilai]) -> list[tuple[str, Nilai]]:
    """The series without the zeros before its first and after its last other number: years in which the indicator is not in use."""
    steps = deret(target)
    if steps and steps[0][1].angka and steps[-1][1].angka:
        return steps
    used = [i for i, (_, value) in enumerate(steps) if value.angka]
    return steps[used[0] : used[-1] + 1] if used else steps


def arah_deret(target: Mapping[str, Nilai]) -> Polaritas | None:
    """Where a series of targets itself goes: "naik" or "turun" from its first to its last number, None if it does not say."""
    numbers = [value.angka for _, value in berjalan(target) if value.angka is not None]
    if len(numbers) < 2 or numbers[0] == numbers[-1]:
        return None
    return "naik" if numbers[-1] > numbers[0] else "turun"


def terbagi(indikator: Indikator) -> bool:
    """Whether the targets of the years are parts of the one for the end of the period, of which they are the sum (within their rounding):
    what is done in each year, not the state that is reached."""
    end = indikator.target_akhir
    steps = [value for _, value in deret(indikator.target) if value.angka]
    if end is None or not end.angka or len(steps) < 3 or not all(value.jenis == "angka" for value in (end, *steps)):
        return False
    digits = min(value.desimal for value in (end, *steps))
    numbers = [value.angka or 0.0 for value in steps]
    largest = max(map(abs, numbers))
    rounding = 0.5 * 10**-digits * (len(steps) + 1)
    return abs(end.angka) > 2 * largest and abs(sum(numbers) - end.angka) <= min(rounding, 0.05 * abs(end.angka)) + 1e-9


def semua_nilai(indikator: Indikator) -> list[Nilai]:
    """Every value that a document prints for an indicator, of any column and period."""
    columns = (indikator.target, indikator.realisasi, indikator.periode, indikator.realisasi_periode, indikator.capaian)
    single = (indikator.baseline and indikator.baseline.nilai, indikator.target_akhir, indikator.serapan, indikator.efisiensi)
    return [*(value for values in columns for value in values.values()), *(value for value in single if value)]


def terisi(value: Nilai | None) -> bool:
    """Whether a cell holds a value at all."""
    return value is not None and value.jenis != "kosong" and bool(value.teks.strip())


def satu_satuan(a: Indikator, x: Nilai, b: Indikator, y: Nilai) -> bool:
    """Whether the units (of the cell, else of the row, else in the name's last bracket) let value x of a and y of b be compared. A missing
    unit does; a share is compared with shares only."""
    units = _satuan(a, x), _satuan(b, y)
    if not units[0] or not units[1] or samakan_satuan(units[0]) == samakan_satuan(units[1]):
        return True
    kinds = jenis_satuan(units[0]), jenis_satuan(units[1])
    return kinds[0] == kinds[1] or (None in kinds and not {"pecahan", "ukuran"} & set(kinds))


def _satuan(indikator: Indikator, value: Nilai) -> str | None:
    return value.satuan or satuan_tercetak(indikator)


def satuan_tercetak(indikator: Indikator) -> str | None:
    """The unit of the row, else that in the last bracket of the name ("Agens hayati (ton)")."""
    return indikator.satuan or _satuan_kurung(indikator.uraian)


@lru_cache(maxsize=16384)
def _satuan_kurung(uraian: str) -> str | None:
    bracket = re.search(r"\(([^()]{1,20})\)\s*$", uraian)
    return bracket[1] if bracket and jenis_satuan(bracket[1]) else None
