"""Single cells: targets that are empty, no number, or outside what can be measured."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from ...bahasa import _
from ...classify import polaritas
from ...extract.nilai.satuan import samakan_satuan
from ...model import Nilai
from ..bukti import bukti, peran
from ..butir import Butir, butir_indikator, kunci
from ..context import Context
from ..kelompok import BUKTI, bercacat
from ..keyakinan import bacaan
from ..nilai import satuan_tercetak, terisi
from ..pola import ada_pola
from ..program import wajar
from ..registry import Keluaran, Parameter, Temuan, periksa
from .trend import cacah
from .wording import dikecualikan

Sel = tuple[str, Nilai]
"""A year (or "akhir") and the cell that stands for it."""
KOSONG = Nilai(teks="", jenis="kosong", alasan="kosong")
_SERING = 0.8
"""A year is a column of a table where so large a part of its rows has a value for it."""


def _temuan(group: list[tuple[Butir, list[Sel]]], sure: float, telaah: bool = False, **fakta: Any) -> Temuan:
    """One finding on the same indicator in all tables of an agency."""
    item, cells = group[0]
    return Temuan(
        bukti=tuple(bukti(one, found[0][1]) for one, found in group[:BUKTI]),
        subjek=(item.teks,),
        jenis=item.dokumen.jenis,
        perangkat_daerah=item.dokumen.perangkat_daerah,
        fakta={
            "indikator": item.teks,
            "satuan": item.indikator.satuan,
            "target": [{"tahun": _("akhir periode") if year == "akhir" else year, "nilai": value.teks} for year, value in cells],
            "dok": peran(item.dokumen, item.kinerja.jabatan),
            **fakta,
        },
        keyakinan=sure * bacaan([item], [value for _year, value in cells]),
        telaah=telaah,
    )


def _per_sel(
    ctx: Context, dengan: Parameter, pilih: Callable[[Butir], list[Sel]]
) -> Iterator[list[tuple[Butir, list[Sel]]]]:
    """Per agency and indicator: the occurrences with faulty cells, and these cells."""
    items = (
        item
        for document in ctx.pilih(*dengan["dokumen"])
        for item in butir_indikator(document, dengan.get("level", ()))
        if wajar(item.kinerja) and item.kinerja.tabel != "capaian" and not dikecualikan(item.teks, dengan.get("kecuali", ()))
    )
    return bercacat(ctx, items, pilih)


def target(item: Butir) -> list[Sel]:
    """The yearly targets, and that of the end of the plan, in order."""
    end = item.indikator.target_akhir
    return [*sorted(item.indikator.target.items()), *([("akhir", end)] if end else [])]


@periksa("target_kosong")
def target_kosong(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """No year is without a target between years that have one, nor a year with a budget. A year counts where nearly all rows of the table
    have it. Things counted per year may be done every other year: told only where there is a budget. A dash is for a person, and so is a
    goal's indicator whose cells stay empty after its last target: it may have come to its end.

    Facts: indikator, satuan, target (list of tahun, nilai of the empty cells), pagu (budget of the first, None without), dok."""
    columns = _tahun_tabel(ctx, dengan)

    def kosong(item: Butir) -> list[Sel]:
        years = columns.get((item.dokumen.berkas, item.kinerja.tabel, item.kinerja.level), [])
        given = [year for year in years if terisi(item.indikator.target.get(year))]
        if not given or 2 * len(given) < len(years):
            return []
        empty = [year for year in years if year not in given]
        counted = item.kinerja.level not in ("misi", "tujuan", "sasaran") and cacah(item)
        goal = item.kinerja.level in ("tujuan", "sasaran")
        gaps = [
            year for year in empty
            if _pagu(item, year) or (not counted and given[0] < year < given[-1]) or (goal and _habis(item, year, given[-1]))
        ]
        return [(year, item.indikator.target.get(year) or KOSONG) for year in gaps]

    for found in _per_sel(ctx, dengan, kosong):
        group = sorted(found, key=lambda pair: not any(_pagu(pair[0], year) for year, _cell in pair[1]))
        item, cells = group[0]
        paid = [pagu for year, _cell in cells if (pagu := _pagu(item, year))]
        marked = all(cell.alasan in ("strip", "na") or _habis(item, year, year) for year, cell in cells)
        sure = 0.85 * ctx.terbaca(item.dokumen)
        yield _temuan(group, sure, marked and not paid, pagu=paid[0].teks if paid else None)


def _habis(item: Butir, year: str, last: str) -> bool:
    """Whether the row ends with empty cells from this year on, which is not before the last target."""
    rest = [value for name, value in item.indikator.target.items() if name >= year]
    blank = all(not terisi(value) and value.alasan not in ("strip", "na") for value in rest)
    return year >= last and blank and not item.indikator.target_akhir


def _pagu(item: Butir, year: str) -> Nilai | None:
    value = item.kinerja.anggaran.get(year)
    return value if value and value.angka and value.angka > 0 and len(item.kinerja.indikator) == 1 else None


def _tahun_tabel(ctx: Context, dengan: Parameter) -> dict[tuple[str, str, str], list[str]]:
    """(document, kind of table, level) -> the years that nearly all of its rows fill. Of levels with a few rows those of the whole table,
    where no more than one row of it lacks the year."""
    years: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    rows: Counter[tuple[str, str, str]] = Counter()
    whole: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    total: Counter[tuple[str, str]] = Counter()
    for document in ctx.pilih(*dengan["dokumen"]):
        for item in butir_indikator(document, dengan.get("level", ())):
            filled = [year for year, value in item.indikator.target.items() if year.isdigit() and terisi(value)]
            if len(filled) > 1:
                key = (document.berkas, item.kinerja.tabel, item.kinerja.level)
                rows[key] += 1
                years[key].update(filled)
                total[key[:2]] += 1
                whole[key[:2]].update(filled)
    made = {key: sorted(y for y, n in found.items() if n >= _SERING * rows[key]) for key, found in years.items() if rows[key] > 3}
    for small in years.keys() - made.keys():
        least = total[small[:2]] - 1
        if least > 1:
            made[small] = sorted(year for year, n in whole[small[:2]].items() if n >= least)
    return made


@periksa("target_bukan_angka")
def target_bukan_angka(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """A target is one number or a predicate of a known scale, no range and no words. Indicators that should stay within limits may have a
    range. What was not read surely says nothing. Facts: indikator, satuan, target (list of tahun, nilai), rentang, dok."""

    def kabur(item: Butir) -> list[Sel]:
        if polaritas(item.teks, item.indikator.satuan) == "tetap":
            return []
        return [(year, value) for year, value in target(item) if _rentang(value) or _kata(value, dengan)]

    for group in _per_sel(ctx, dengan, kabur):
        span = _rentang(group[0][1][0][1])
        yield _temuan(group, 0.9 if span else 0.8, rentang=span)


def _rentang(value: Nilai) -> bool:
    """A range whose ends differ: "6-6" is one value, as exports print it."""
    return value.jenis == "rentang" and value.bawah != value.atas


def _kata(value: Nilai, dengan: Parameter) -> bool:
    return value.jenis == "teks" and any(re.fullmatch(pola, kunci(value.teks)) for pola in dengan["kata"])


@periksa("target_luar_batas")
def target_luar_batas(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """No target lies outside the scale of its indicator. dengan.batas: list of {pola, satuan (normal form, any if missing), bawah, atas};
    the first whose patterns fit decides. Where one row lists several indicators, the value may be that of another: for a person.
    Facts: indikator, satuan, target (list of tahun, nilai), bawah, atas, dok."""

    def luar(item: Butir) -> list[Sel]:
        limits = _batas(item, dengan)
        if not limits:
            return []
        low, high = limits.get("bawah"), limits.get("atas")
        return [
            (year, value)
            for year, value in target(item)
            if value.jenis == "angka" and value.angka is not None and value.keyakinan > 0.8
            and ((high is not None and value.angka > high) or (low is not None and value.angka < low))
        ]

    for group in _per_sel(ctx, dengan, luar):
        limits = _batas(group[0][0], dengan) or {}
        biggest = max(abs(value.angka or 0) for _year, value in group[0][1])
        # "9.150" of a table that means 91,50: the sign was lost in printing or in reading
        slip = limits.get("atas") is not None and biggest > 9 * limits["atas"]
        slip = slip or all(_bertumpuk(item) for item, _cells in group)
        yield _temuan(group, 0.9, slip, bawah=limits.get("bawah"), atas=limits.get("atas"))


def _bertumpuk(item: Butir) -> bool:
    """Whether indicators and values of the row were taken apart from the lines of one cell each, in an order that only the lines tell."""
    place = item.indikator.lokasi
    return place.baris is not None and sum(one.lokasi == place for one in item.kinerja.indikator) > 1


def _batas(item: Butir, dengan: Parameter) -> dict[str, Any] | None:
    printed = satuan_tercetak(item.indikator)
    unit, text = samakan_satuan(printed) if printed else "", kunci(item.teks)
    for limits in dengan["batas"]:
        if unit in limits.get("satuan", (unit,)) and ada_pola(text, (limits["pola"],)):
            found: dict[str, Any] = limits
            return found
    return None
