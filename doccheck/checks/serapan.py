"""Money spent against performance reached, where one document prints both for one goal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from ..classify import polaritas
from ..model import Dokumen, Indikator, Kinerja, Nilai
from .butir import Butir
from .nilai import TAK_WAJAR, terisi
from .waktu import bulan_akhir, persen

LEBIH = 1.02
"""Spending above this share of the budget is no spending of this budget (another year's, or not well read)."""


class Imbangan(Struct, frozen=True):
    """Spending and achievement of one goal, or of one indicator, in percent (achievement at most 100). setahun: of the whole year, else as
    far as reported · pasti: whether both are beyond doubt · asal: the cells they rest on."""

    butir: Butir
    tahun: int
    serapan: float
    capaian: float
    setahun: bool
    pasti: bool
    asal: tuple[tuple[Butir, Nilai], ...]


def imbangan(dokumen: Dokumen) -> Iterator[Imbangan]:
    """Goals of a yearly document with both shares, and indicators with a printed absorption beside their achievement."""
    if dokumen.tahun is None:
        return
    for node in dokumen.kinerja:
        if not node.uraian:
            continue
        if (spent := _serapan(node, str(dokumen.tahun))) and (found := _capaian(dokumen, node, spent[1])):
            share, part, money, sure = spent
            items = ((Butir(dokumen, node), money), *((Butir(dokumen, node, number), value) for number, value in found[1]))
            yield Imbangan(Butir(dokumen, node), dokumen.tahun, share, found[0], part is None, sure, items)
            continue
        for number, one in enumerate(node.indikator):
            reached = one.capaian.get(str(dokumen.tahun))
            if one.serapan and one.serapan.angka is not None and reached and reached.angka is not None and _wajar(one.serapan.angka):
                item = Butir(dokumen, node, number)
                cells = ((item, one.serapan), (item, reached))
                yield Imbangan(item, dokumen.tahun, _persen(one.serapan), min(100.0, _persen(reached)), True, True, cells)


def _persen(value: Nilai) -> float:
    """A share as printed: "0,97" without a sign of percent is 97."""
    number = value.angka or 0.0
    return number * 100 if number <= 1.5 and value.satuan != "%" and value.desimal else number


def _wajar(number: float) -> bool:
    return 0 <= number <= 100 * LEBIH


def _serapan(node: Kinerja, year: str) -> tuple[float, str | None, Nilai, bool] | None:
    """The share of the budget spent, the part of the year it is for (None: the whole year), the cell, and whether it can only mean this."""
    budget = node.anggaran.get(year)
    if budget is None or not budget.angka:
        return None
    whole = node.realisasi_anggaran.get(year)
    if whole is not None and whole.angka is not None:
        share = whole.angka / budget.angka * 100
        return (share, None, whole, True) if _wajar(share) else None
    found = [one for one in node.realisasi_anggaran.items() if one[0].startswith(f"{year}-") and one[1].angka is not None]
    parts = sorted(found, key=lambda one: bulan_akhir(one[0]))
    if not parts:
        return None
    numbers = [value.angka or 0.0 for _part, value in parts]
    last, added = numbers[-1] / budget.angka * 100, sum(numbers) / budget.angka * 100
    rising = numbers == sorted(numbers)
    if not rising or len(numbers) == 1:
        share, sure = added, True
    elif not _wajar(added):
        share, sure = last, True
    else:
        share, sure = added, False  # rising sums may be cumulative: the larger is taken, and a person must look
    return (share, parts[-1][0], parts[-1][1], sure) if _wajar(share) else None


def _capaian(dokumen: Dokumen, node: Kinerja, bagian: str | None) -> tuple[float, tuple[tuple[int, Nilai], ...]] | None:
    """The mean achievement of a goal's indicators against the target of the year; None where one of them has none."""
    found: list[tuple[float, int, Nilai]] = []
    for number, one in enumerate(node.indikator):
        reached = _satu(one, str(dokumen.tahun), bagian)
        if reached is None:
            return None
        found.append((min(100.0, reached[0]), number, reached[1]))
    if not found:
        return None
    return sum(share for share, _number, _value in found) / len(found), tuple((number, value) for _share, number, value in found)


def _satu(one: Indikator, year: str, bagian: str | None) -> tuple[float, Nilai] | None:
    arah = polaritas(one.uraian, one.satuan) or "naik"
    target = one.target.get(year)
    if bagian is None:
        printed = one.capaian.get(year)
        if printed is not None and printed.angka is not None:
            return _persen(printed), printed
        reached = one.realisasi.get(year)
        value = reached.angka if reached else None
        if reached is None and any(bulan_akhir(part) == 12 and terisi(cell) for part, cell in _bagian(one.realisasi_periode, year)):
            reached, value = _sampai(one, year, f"{year}-12")
    else:
        reached, value = _sampai(one, year, bagian)
    if reached is None or value is None or target is None or not target.angka or "ordinal" in (target.jenis, reached.jenis):
        return None
    if arah == "turun" and bagian is not None:
        return None  # a number of cases in the first quarter says nothing of the year
    if value and not 1 / TAK_WAJAR < abs(value / target.angka) < TAK_WAJAR:
        return None
    return persen(target.angka, value, arah), reached


def _sampai(one: Indikator, year: str, bagian: str) -> tuple[Nilai | None, float | None]:
    """What is reached by the end of a part: the last realisation, or the sum of all where parts add up."""
    values = _urut(one.realisasi_periode, year, bulan_akhir(bagian))
    if not values:
        return None, None
    numbers = [value.angka or 0.0 for value in values]
    return values[-1], sum(numbers) if one.kumulatif is False else numbers[-1]


def _urut(values: Mapping[str, Nilai], year: str, month: int) -> list[Nilai]:
    parts = [(bulan_akhir(part), value) for part, value in _bagian(values, year) if terisi(value)]
    return [value for end, value in sorted(parts, key=lambda one: one[0]) if end <= month and value.angka is not None]


def _bagian(values: Mapping[str, Nilai], year: str) -> list[tuple[str, Nilai]]:
    return [(part, value) for part, value in values.items() if part.startswith(f"{year}-")]
