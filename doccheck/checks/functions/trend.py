"""The course of an indicator's targets: never below what is reached, one direction, no leap that looks like a slip."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from msgspec import Struct

from ...classify import orientation, polaritas
from ...extract.nilai.satuan import jenis_satuan, samakan_satuan
from ...model import Dokumen, Nilai
from ..bukti import bukti, peran
from ..butir import Butir, butir_indikator
from ..context import Context
from ..kelompok import BUKTI, bercacat
from ..keyakinan import bacaan
from ..nilai import Polaritas, arah_deret, bandingkan, berjalan, deret, satuan_tercetak, terbagi
from ..pola import ada_pola
from ..registry import Keluaran, Parameter, Temuan, periksa

LAJU = re.compile(r"\b(pertumbuhan|laju|kenaikan|peningkatan|penurunan|perubahan|inflasi|selisih|tambahan|deviasi)\b", re.I)
_AMBANG = re.compile(r"\b(?:luas|cadangan|ketersediaan|kadar|batas|stok) minim(?:um|al)\b", re.I)
Langkah = tuple[str, Nilai]


def _arah(item: Butir) -> Polaritas | None:
    return polaritas(item.teks, item.indikator.satuan)


def cacah(item: Butir) -> bool:
    """Whether targets are yearly quantities that may go up and down with the work planned (outputs, things counted)."""
    units = [satuan_tercetak(item.indikator) or value.satuan for value in item.indikator.target.values()]
    if units and all(jenis_satuan(unit) in ("cacah", "uang") for unit in units):
        return True
    return orientation(item.teks, item.indikator.satuan).label in ("output", "proses", "input")


def _strategis(document: Dokumen) -> list[Butir]:
    """The rows that plan performance at a level where targets should rise: no table of past achievements, no outputs."""
    return [item for item in butir_indikator(document) if _menaik(item)]


def _menaik(item: Butir) -> bool:
    if item.kinerja.tabel == "capaian" and item.dokumen.jenis in ("rpjmd", "renstra"):
        return False
    return item.kinerja.level in ("tujuan", "sasaran", "program") and not (
        item.kinerja.level == "program" and cacah(item) and not _bagian(item)
    )


def _bagian(item: Butir) -> bool:
    """Whether targets are shares of a whole, which do not grow and shrink with the work planned."""
    units = {satuan_tercetak(item.indikator) or value.satuan for value in item.indikator.target.values()}
    named = item.teks.lower().startswith(("persentase", "presentase", "prosentase", "cakupan"))
    return named and all(samakan_satuan(unit or "") == "%" for unit in units)


def langkah(item: Butir) -> list[Langkah]:
    """The targets of the years in which the indicator is in use and for which the document plans (not those of the period before)."""
    start, end = item.dokumen.periode or (0, 9999)
    return [step for step in berjalan(item.indikator.target) if start - 1 <= int(step[0]) <= end + 1]


def geser(a: Nilai, b: Nilai) -> bool:
    """Whether one value looks like the other with a slipped sign or swapped digits: 43,5 and 43,05; 86 and 860; 78 and 7,8."""
    if a.angka is None or b.angka is None or a.angka == b.angka or 0 in (a.angka, b.angka):
        return False
    ratio = abs(a.angka / b.angka)
    return (
        abs(ratio * 0.1 - 1) < 0.15 or abs(ratio * 10 - 1) < 0.15 or abs(ratio * 0.01 - 1) < 0.25 or abs(ratio * 100 - 1) < 0.25
    )


def pencilan(steps: list[Langkah]) -> list[int]:
    """Positions of values that are ten or a hundred times both (or their only) neighbours: slips of the decimal sign."""
    values = [value for _year, value in steps]
    last = len(values) - 1
    return [
        i
        for i, value in enumerate(values if last > 1 else ())
        if (i == 0 or geser(value, values[i - 1])) and (i == last or geser(value, values[i + 1]))
    ]


def tanpa_pencilan(steps: list[Langkah]) -> list[Langkah]:
    skip = set(pencilan(steps))
    return [step for i, step in enumerate(steps) if i not in skip]


class Cacat(Struct, frozen=True):
    """What is wrong with one course of targets. `nilai`: the values it rests on; `tahun`: the year whose value is shown; `telaah`: it is
    for a person."""

    fakta: dict[str, Any]
    nilai: list[Nilai]
    tahun: str
    keyakinan: float
    telaah: bool = False


def temuan_deret(ctx: Context, dengan: Parameter, periksa_satu: Callable[[Butir], Cacat | None]) -> Iterator[Temuan]:
    """One finding per indicator of an agency and course of its values, with all occurrences of it. Targets that are parts of the one for
    the end of the period have no course."""
    items = (item for document in ctx.pilih(*dengan["dokumen"]) for item in ctx.sekali(_strategis, document))
    items = (item for item in items if not terbagi(item.indikator))
    for group in bercacat(ctx, items, periksa_satu):
        series: dict[tuple[float | str, ...], list[tuple[Butir, Cacat]]] = {}
        for item, fault in group:
            values = tuple(value.teks if value.angka is None else value.angka for value in fault.nilai)
            series.setdefault(values, []).append((item, fault))
        for found in series.values():
            item, fault = found[0]
            yield Temuan(
                bukti=tuple(bukti(one, one.indikator.target.get(fault.tahun)) for one, _ in found[:BUKTI]),
                subjek=(item.teks,),
                jenis=item.dokumen.jenis,
                perangkat_daerah=item.dokumen.perangkat_daerah,
                fakta={"indikator": item.teks, "dok": peran(item.dokumen, item.kinerja.jabatan), **fault.fakta},
                keyakinan=fault.keyakinan * bacaan([item], fault.nilai),
                telaah=fault.telaah,
            )


@periksa("target_di_bawah_capaian")
def target_di_bawah_capaian(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """No target is worse than the baseline, or than what was reached the year before, by the indicator's polarity.

    Growth rates, stabilised indicators and those of unknown polarity are not judged, nor those whose targets themselves (in any table of
    the document) go the other way, which puts the polarity in doubt.
    Facts: indikator, polaritas, acuan (value), jenis_acuan ("kondisi awal" or "realisasi"), tahun_acuan, target (list of tahun, nilai),
    dok.
    """
    yield from temuan_deret(ctx, dengan, lambda item: _di_bawah(ctx, item))


def _di_bawah(ctx: Context, item: Butir) -> Cacat | None:
    direction = _arah(item)
    if direction not in ("naik", "turun") or LAJU.search(item.teks):
        return None
    if any(arah_deret(one.indikator.target) not in (None, direction) for one in (item, *ctx.sebutan(item))):
        return None
    worse = list(_lebih_buruk(item, direction))
    if not worse:
        return None
    label, year, base, _step = worse[0]
    steps = [step for name, y, _b, step in worse if (name, y) == (label, year)]
    facts = {
        "polaritas": direction,
        "acuan": base.teks,
        "jenis_acuan": label,
        "tahun_acuan": year,
        "target": [{"tahun": y, "nilai": value.teks} for y, value in steps],
    }
    # a floor ("luas minimum") is a limit that is kept, whatever lies above it at the beginning
    # a falling indicator whose targets do not fall may be one that should rise ("persentase kasus yang diobati")
    doubt = direction == "turun" and arah_deret(item.indikator.target) is None and len(deret(item.indikator.target)) > 1
    doubt = doubt or _meluas(item, base, steps) or _AMBANG.search(item.teks) is not None
    return Cacat(facts, [base, *(value for _, value in steps)], steps[0][0], 0.65 if doubt else 0.9, telaah=doubt)


def _meluas(item: Butir, base: Nilai, worse: list[Langkah]) -> bool:
    """Whether a full share begins anew far below and then rises each year: what it is a share of has grown, or its formula changed."""
    rising = [value.angka for _, value in langkah(item) if value.angka is not None]
    full = base.angka == 100 and samakan_satuan(satuan_tercetak(item.indikator) or base.satuan or "") == "%"
    return full and len(worse) > 2 and len(rising) > 2 and all(a < b for a, b in pairwise(rising))


def _lebih_buruk(item: Butir, direction: Polaritas) -> Iterator[tuple[str, str | None, Nilai, Langkah]]:
    steps = langkah(item)
    kept = tanpa_pencilan(steps)
    sign = -1 if direction == "naik" else 1
    base = item.indikator.baseline
    if base and _bagian(item) and (base.nilai.angka or 0) > 100:  # a slip: no share is above its whole
        base = None
    if base and not any(geser(base.nilai, value) for _, value in steps[:1]):
        year = str(base.tahun) if base.tahun else None
        for step in kept:
            beda = bandingkan(base.nilai, step[1])
            if (year is None or step[0] > year) and beda.status == "beda" and beda.arah == sign and not beda.telaah:
                yield "kondisi awal", year, base.nilai, step
    for year, reached in deret(item.indikator.realisasi):
        for step in kept:
            beda = bandingkan(reached, step[1])
            if step[0] == str(int(year) + 1) and beda.status == "beda" and beda.arah == sign and not beda.telaah:
                yield "realisasi", year, reached, step


@periksa("target_naik_turun")
def target_naik_turun(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """Targets go in one direction over the years.

    Things counted per year, outputs of every other year, growth rates, stabilised indicators and slips of the decimal sign are not
    judged here.
    Facts: indikator, deret (list of tahun, nilai), balik (list of tahun, sebelum, sesudah), dok.
    """
    yield from temuan_deret(ctx, dengan, _naik_turun)


def _naik_turun(item: Butir) -> Cacat | None:
    direction = _arah(item)
    steps = tanpa_pencilan(langkah(item))
    if direction == "tetap" or len(steps) < 3 or cacah(item) or LAJU.search(item.teks) or _berselang(steps):
        return None
    moving = [(sign, a, b) for a, b in pairwise(steps) if (sign := bandingkan(a[1], b[1]).arah)]
    if len({one[0] for one in moving}) < 2 or any(geser(a[1], b[1]) for _sign, a, b in moving):
        return None
    balance = sum(one[0] for one in moving)
    main = balance or (-1 if (direction or arah_deret(item.indikator.target)) == "turun" else 1)
    back = [(a, b) for sign, a, b in moving if sign * main < 0]
    facts = {
        "deret": [{"tahun": year, "nilai": value.teks} for year, value in steps],
        "balik": [{"tahun": b[0], "sebelum": a[1].teks, "sesudah": b[1].teks} for a, b in back],
    }
    return Cacat(facts, [value for _, value in steps], back[0][1][0], 0.9 if direction else 0.75)


def _berselang(steps: list[Langkah]) -> bool:
    """Whether one and the same value comes back after years of nought: something that is done every other year."""
    return any(value.angka == 0 for _, value in steps) and len({value.angka for _, value in steps if value.angka}) == 1


@periksa("lompatan_target")
def lompatan_target(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """No target leaps: ten or a hundred times its neighbours, or a step above dengan.kali times the median step and dengan.persen
    per cent of the value. A series that goes on at dengan.skala times its level has another scale: for a person; one that names a new way
    of measuring (dengan.kecuali, patterns) is let off.
    Facts: indikator, tahun, nilai, sebelum (value or None), tahun_sebelum, geser (a slip of the sign), dok.
    """
    yield from temuan_deret(ctx, dengan, lambda item: _melompat(item, dengan))


def _melompat(item: Butir, dengan: Parameter) -> Cacat | None:
    one = item.indikator
    if any(ada_pola(text, dengan["kecuali"], re.I) for text in (one.uraian, one.formula or "", one.sumber_data or "")):
        return None
    base = one.baseline
    steps = langkah(item)
    if base and base.nilai.angka and base.tahun and base.nilai.jenis in ("angka", "rasio") and steps and str(base.tahun) < steps[0][0]:
        steps = [(str(base.tahun), base.nilai), *steps]
    found = _lompatan(steps, float(dengan["kali"]), float(dengan["persen"]))
    if not found or found[1][0] not in item.indikator.target or LAJU.search(item.teks) or jenis_satuan(item.indikator.satuan) == "ordinal":
        return None
    before, (year, value), slip = found
    facts = {
        "tahun": year,
        "nilai": value.teks,
        "sebelum": before[1].teks if before else None,
        "tahun_sebelum": before[0] if before else None,
        "geser": slip,
    }
    rescaled = not slip and _berskala_baru(steps, year, float(dengan["skala"]))
    return Cacat(facts, [value for _, value in steps], year, 0.65 if rescaled else 0.85, telaah=rescaled)


def _berskala_baru(steps: list[Langkah], year: str, times: float) -> bool:
    """Whether all values from the year on are `times` those before it."""
    before = [abs(value.angka or 0) for name, value in steps if name < year]
    after = [abs(value.angka or 0) for name, value in steps if name >= year]
    return len(after) > 1 and bool(before) and 0 < times * max(before) <= min(after)


def _lompatan(steps: list[Langkah], kali: float, persen: float) -> tuple[Langkah | None, Langkah, bool] | None:
    for i in pencilan(steps):
        return (steps[i - 1] if i else None), steps[i], True
    if len(steps) < 4 or any(value.jenis == "ordinal" for _, value in steps):
        return None
    if any(bandingkan(a[1], b[1]).status == "tak_sebanding" for a, b in pairwise(steps)):  # 3.750 (ha) beside 3750
        return None
    jumps = [abs((b[1].angka or 0) - (a[1].angka or 0)) for a, b in pairwise(steps)]
    middle = sorted(jumps)[(len(jumps) - 1) // 2 : len(jumps) // 2 + 1]
    usual = sum(middle) / len(middle)  # the median
    for i, jump in enumerate(jumps):
        start = abs(steps[i][1].angka or 0)
        if usual > 0 and jump > kali * usual and start and jump > persen / 100 * start:
            return steps[i], steps[i + 1], False
    return None
