"""Progress within a year: what an agency's action plan and its reports on it say of each indicator, and which parts of the year are over.

Nothing here looks at a clock: that a quarter is over is known from the documents (someone reports on it) or said by the caller.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from ..classify import polaritas
from ..extract.nilai.satuan import jenis_satuan, samakan_satuan
from ..model import Dokumen, Jenis, Nilai
from .butir import Butir, butir_indikator, kunci
from .context import Context
from .nilai import TAK_WAJAR, Polaritas, arah_deret, terisi

_KINDS: tuple[Jenis, ...] = ("rencana_aksi", "pk", "lkjip")
_WIDTH = {"TW": 3, "S": 6, "C": 4}


def bulan_akhir(bagian: str) -> int:
    """The last month of a part of a year: 6 for "2026-TW2" or "2026-S1", 5 for "2026-05"."""
    part = bagian.rsplit("-", 1)[-1]
    letter = part.rstrip("0123456789")
    return int(part[len(letter) :]) * _WIDTH.get(letter, 1)


class Ukuran(Struct, frozen=True):
    """One indicator of an agency in a year, over its action plan and all reports on it. butir: where it is printed · tahunan: the target of
    the year · target, realisasi: by part of the year, each with the row that prints it, in order of time · kumulatif: whether each part
    includes those before it, None where that is not known."""

    butir: tuple[Butir, ...]
    tahun: int
    tahunan: Nilai | None
    target: dict[str, Nilai]
    realisasi: dict[str, Nilai]
    asal: dict[str, Butir]
    kumulatif: bool | None

    @property
    def teks(self) -> str:
        return self.butir[0].teks

    @property
    def satuan(self) -> str | None:
        return next((one.indikator.satuan for one in self.butir if one.indikator.satuan), None)

    @property
    def sekali(self) -> bool:
        """Whether it is a grade or an index with the same target in each part of the year and no report on any: it is measured once."""
        unit = self.satuan
        graded = jenis_satuan(unit) in ("pecahan", "ordinal") and samakan_satuan(unit or "") != "%"
        return graded and len(self.target) > 1 and not self.realisasi and len({value.teks for value in self.target.values()}) == 1

    def berharap(self, bulan: int) -> list[str]:
        """The parts that end by a month and have a target (an empty or zero one asks for nothing yet, and of what is measured once a year
        only the last part does)."""
        cells = list(self.target.items())[-1 if self.sekali else 0 :]
        return [part for part, value in cells if bulan_akhir(part) <= bulan and terisi(value) and value.angka != 0]


def ukuran(ctx: Context, pd: str, tahun: int) -> list[Ukuran]:
    """The indicators in action plans and quarterly reports of an agency (also those annexed to agreements), each once."""
    groups: dict[str, list[Butir]] = {}
    for document in ctx.pilih(*_KINDS, pd=pd):
        for item in butir_indikator(document):
            if item.teks and _berkala(document, item) and _tahun(document, item) == tahun:
                groups.setdefault(kunci(item.teks), []).append(item)
    return [_ukuran(ctx, items, pd, tahun) for items in groups.values()]


def tahun_rencana(ctx: Context, pd: str) -> list[int]:
    """The years for which an agency has an action plan or a report on one."""
    rows = [(one, item) for one in ctx.pilih(*_KINDS, pd=pd) for item in butir_indikator(one)]
    return sorted({year for one, item in rows if _berkala(one, item) and (year := _tahun(one, item))})


def _berkala(document: Dokumen, item: Butir) -> bool:
    return document.jenis == "rencana_aksi" or bool(item.indikator.periode or item.indikator.realisasi_periode)


def _tahun(document: Dokumen, item: Butir) -> int | None:
    parts = [*item.indikator.periode, *item.indikator.realisasi_periode]
    named = next((int(part[:4]) for part in parts if part[:4].isdigit()), None)
    return named or document.tahun


def _ukuran(ctx: Context, items: list[Butir], pd: str, tahun: int) -> Ukuran:
    target: dict[str, Nilai] = {}
    reached: dict[str, Nilai] = {}
    source: dict[str, Butir] = {}
    for item in items:
        for part, value in item.indikator.periode.items():
            if terisi(value):
                target.setdefault(part, value)
        for part, value in item.indikator.realisasi_periode.items():
            if terisi(value) and part not in reached:
                reached[part], source[part] = value, item
    yearly = [item.indikator.target.get(str(tahun)) for item in items]
    own = [one for one in yearly if one is not None and terisi(one)]
    promised = [value for _one, value in dijanjikan(ctx, items[0], pd, tahun)]
    known = [one.indikator.kumulatif for one in items if one.indikator.kumulatif is not None]
    return Ukuran(
        butir=tuple(items),
        tahun=tahun,
        tahunan=next(iter((*own, *promised)), None),
        target=dict(sorted(target.items(), key=lambda one: bulan_akhir(one[0]))),
        realisasi=dict(sorted(reached.items(), key=lambda one: bulan_akhir(one[0]))),
        asal=source,
        kumulatif=known[0] if known else None,
    )


def dijanjikan(ctx: Context, item: Butir, pd: str, tahun: int) -> list[tuple[Butir, Nilai]]:
    """The targets that the agency's agreements of a year have for an indicator."""
    promised = [one for agreement in ctx.pk(pd, tahun) for one in agreement.indikator() if kunci(one.teks) == kunci(item.teks)]
    found = [(one, one.indikator.target.get(str(tahun))) for one in promised if one.dokumen is not item.dokumen]
    return [(one, value) for one, value in found if value is not None and terisi(value)]


def bulan_lewat(ctx: Context, pd: str, tahun: int) -> int:
    """The last month of which the documents show that it is over, 0 where they don't: a part on which this or another agency of the region
    reports, or the whole year where a report on it, or an agreement of a later year, is here."""
    region = ctx.pemda(ctx.perangkat[pd][0])
    months = [0]
    for document in ctx.dokumen:
        if ctx.pemda(document) != region:
            continue
        if document.tahun and (document.tahun > tahun if document.jenis == "pk" else document.jenis == "lkjip" and document.tahun >= tahun):
            return 12
        for item in butir_indikator(document):
            parts = item.indikator.realisasi_periode
            months += [bulan_akhir(part) for part, value in parts.items() if part.startswith(f"{tahun}-") and terisi(value)]
    return max(months)


class Kemajuan(Struct, frozen=True):
    """How far an indicator is at the last part of the year on which it is reported. persen: of what was to be reached by then · arah: its
    good direction · pasti: whether target, direction and scale are beyond doubt."""

    ukuran: Ukuran
    bagian: str
    target: Nilai
    realisasi: Nilai
    persen: float
    arah: Polaritas
    pasti: bool


def kemajuan(one: Ukuran, bulan: int = 12) -> Kemajuan | None:
    """Progress at the last part that ends by the month and has both a target and a realisation; None where there is none that can be
    compared. Parts that add up are added up."""
    both = [part for part in one.realisasi if part in one.target and bulan_akhir(part) <= bulan]
    if not both:
        return None
    last = both[-1]
    target, reached = one.target[last], one.realisasi[last]
    aim, got = _jumlah(one, one.target, both), _jumlah(one, one.realisasi, both)
    arah = polaritas(one.teks, one.satuan) or arah_deret(one.target)
    if aim is None or got is None or target.jenis == "rentang" or target.penyebut != reached.penyebut:
        return None
    sure = arah is not None
    share = reached.satuan == "%" and jenis_satuan(one.satuan) not in (None, "pecahan") and target.satuan != "%"
    if share:
        percent, sure = got, False
    elif "ordinal" in (target.jenis, reached.jenis):
        if target.skala != reached.skala:
            return None
        percent = 100.0 if got >= aim else got / aim * 100
    elif not aim:
        percent = 100.0 if got <= 0 or arah != "turun" else 0.0
    else:
        percent = persen(aim, got, arah or "naik")
        sure = sure and (not got or 1 / TAK_WAJAR < abs(got / aim) < TAK_WAJAR)
    return Kemajuan(one, last, target, reached, percent, arah or "naik", sure)


def persen(target: float, realisasi: float, arah: Polaritas) -> float:
    """Achievement in percent: realisation by target, where less is better (2 x target - realisation) by target, never below 0."""
    reached = (2 * target - realisasi) / target if arah == "turun" else realisasi / target
    return max(0.0, reached * 100)


def _jumlah(one: Ukuran, values: Mapping[str, Nilai], parts: Iterable[str]) -> float | None:
    numbers = [values[part].angka for part in parts]
    if one.kumulatif is False and jenis_satuan(one.satuan) != "pecahan":
        known = [number for number in numbers if number is not None]
        return sum(known) if len(known) == len(numbers) else None
    return numbers[-1]
