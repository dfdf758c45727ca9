"""The course of targets over the years that asks for nothing: flat, the same in every row, or going the wrong way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from ...classify import polaritas
from ...extract.nilai.satuan import samakan_satuan
from ...model import Nilai
from ..bukti import bukti, peran
from ..butir import Butir, butir_indikator, kunci
from ..context import Context
from ..generik import penunjang
from ..kelompok import BUKTI
from ..keyakinan import bacaan
from ..nilai import arah_deret, bandingkan, berjalan, satuan_tercetak
from ..program import wajar
from ..registry import Keluaran, Parameter, Temuan, periksa
from .trend import LAJU, Cacat, Langkah, cacah, langkah, tanpa_pencilan, temuan_deret
from .wording import dikecualikan


@periksa("target_datar")
def target_datar(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """Targets get better over the years. All equal is right at the end of the scale (100 %, 0 of what is bad, the highest predicate), for
    things counted per year (harm that is counted, such as deaths, is for a person), for growth rates (the same growth each year is an
    improvement), and for what dengan.kecuali (patterns) names. Facts: indikator, nilai, tahun (list), awal (baseline), dok."""

    def datar(item: Butir) -> Cacat | None:
        steps = langkah(item)
        if len(steps) < dengan["tahun"] or dikecualikan(item.teks, dengan["kecuali"]) or LAJU.search(item.teks):
            return None
        counted = cacah(item)
        if counted and (polaritas(item.teks, item.indikator.satuan) != "turun" or item.kinerja.level not in ("tujuan", "sasaran")):
            return None
        moving = any(_lain(steps[0][1], value) for _, value in steps)
        if moving or polaritas(item.teks, item.indikator.satuan) == "tetap":
            return None
        if di_ujung(item, steps[0][1], dengan["puncak"]):
            return None
        base = item.indikator.baseline
        facts = {
            "nilai": steps[0][1].teks,
            "tahun": [year for year, _ in steps],
            "awal": base.nilai.teks if base and base.nilai.angka is not None else None,
        }
        # from the baseline to the first target there may have been the whole of the improvement
        risen = base is not None and base.nilai.angka is not None and bandingkan(base.nilai, steps[0][1]).status == "beda"
        return Cacat(facts, [value for _, value in steps], steps[-1][0], 0.65 if risen or counted else 0.85)

    yield from temuan_deret(ctx, dengan, datar)


def _lain(a: Nilai, b: Nilai) -> bool:
    """Whether two targets of one row differ in any digit: what rounding hides between documents (4,6 and 4,61) is a step here."""
    if a.jenis == "ordinal" or a.angka is None or b.angka is None:
        return bandingkan(a, b).status != "sama"
    return abs(a.angka - b.angka) > 1e-9 and a.teks.strip() != b.teks.strip()


def di_ujung(item: Butir, value: Nilai, puncak: dict[str, float]) -> bool:
    """Whether a value is at the end of its scale, so that nothing better can be aimed at; puncak: highest rank per ordinal scale."""
    if value.jenis == "ordinal":
        return value.angka is None or value.angka >= puncak.get(value.skala or "", 0)
    number = value.angka
    if number in (None, 0):
        return True
    share = samakan_satuan(item.indikator.satuan or value.satuan or "") in ("%", "")
    named = item.teks.lower().startswith(("persentase", "prosentase", "presentase", "cakupan", "proporsi"))
    if named and (number == 100 or (number == 1 and share)):  # 1 is 100 per cent where percentages are stored as fractions
        return True
    base = item.indikator.baseline
    if number == 100 and base is not None and base.nilai.angka == 100:  # a ratio or score that has been full from the start
        return True
    if value.jenis == "ketaksamaan" or (number == 1 and samakan_satuan(item.indikator.satuan or "") in ("indeks", "rasio")):
        return True
    return number is not None and number >= 100 and share


@periksa("arah_target")
def arah_target(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """Targets go the good way. Judged where every step goes the other way or stands still, and where dengan.pasti (patterns per polarity)
    leaves no doubt of the good way; what dengan.struktural (patterns) names changes with economy and population: for a person.
    Growth rates, stabilised indicators and what dengan.kecuali names are not judged.
    Facts: indikator, polaritas, awal, akhir (values), tahun_awal, tahun_akhir, dok."""

    def melawan(item: Butir) -> Cacat | None:
        good = polaritas(item.teks, item.indikator.satuan)
        course = arah_deret(item.indikator.target)
        if good not in ("naik", "turun") or course in (None, good):
            return None
        sure = dikecualikan(item.teks, dengan["pasti"][good])
        if good == "naik" and cacah(item) and not (sure and _bagian(item)):
            return None
        structural = dikecualikan(item.teks, dengan["struktural"])
        if LAJU.search(item.teks) or dikecualikan(item.teks, dengan["kecuali"]) or not (sure or structural):
            return None
        steps = tanpa_pencilan(langkah(item))
        if len(steps) < 3 or not _searah(steps, course == "naik"):
            return None
        facts = {
            "polaritas": good,
            "awal": steps[0][1].teks,
            "tahun_awal": steps[0][0],
            "akhir": steps[-1][1].teks,
            "tahun_akhir": steps[-1][0],
        }
        return Cacat(facts, [steps[0][1], steps[-1][1]], steps[-1][0], 0.85 if sure else 0.65)

    yield from temuan_deret(ctx, dengan, melawan)


def _bagian(item: Butir) -> bool:
    """Whether an indicator is a share: it does not shrink because less work is planned, even where it measures an output."""
    return samakan_satuan(satuan_tercetak(item.indikator) or "") == "%"


def _searah(steps: list[Langkah], naik: bool) -> bool:
    sign = 1 if naik else -1
    moves = [bandingkan(a[1], b[1]) for a, b in pairwise(steps)]
    return all(move.arah in (0, sign) and not move.telaah for move in moves) and any(move.arah for move in moves)


@periksa("target_seragam")
def target_seragam(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """Rows of many units do not share one series of targets: dengan.bagian of the indicators of a level, at least dengan.minimal of them in
    dengan.satuan units or more, all with one series that is not of dengan.wajar (1, 12, 100). One finding a document.
    Facts: nilai (list), jumlah, dari, satuan (list), level, dok."""
    for document in ctx.pilih(*dengan["dokumen"]):
        levels: dict[str, list[tuple[Butir, tuple[float | None, ...]]]] = defaultdict(list)
        for item in butir_indikator(document, dengan["level"]):
            if wajar(item.kinerja) and len(steps := berjalan(item.indikator.target)) > 2:
                levels[item.kinerja.level].append((item, tuple(value.angka for _, value in steps)))
        for level, items in levels.items():
            series: dict[tuple[float | None, ...], list[Butir]] = defaultdict(list)
            for item, values in items:
                series[values].append(item)
            values, same = max(series.items(), key=lambda pair: len(pair[1]))
            units = sorted({samakan_satuan(item.indikator.satuan) for item in same if item.indikator.satuan})
            few = len(same) < max(dengan["minimal"], dengan["bagian"] * len(items)) or len(units) < dengan["satuan"]
            if few or set(values) & set(dengan["wajar"]):
                continue
            first = same[0]
            yield Temuan(
                bukti=tuple(bukti(item, next(iter(item.indikator.target.values()))) for item in same[:BUKTI]),
                subjek=(level, "seragam"),
                jenis=document.jenis,
                perangkat_daerah=document.perangkat_daerah,
                fakta={
                    "nilai": list(dict.fromkeys(value.teks for _, value in berjalan(first.indikator.target))),
                    "jumlah": len(same),
                    "dari": len(items),
                    "satuan": units,
                    "level": level,
                    "dok": peran(document),
                },
                keyakinan=0.85 * bacaan(same),
            )


@periksa("jumlah_target")
def jumlah_target(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """Counts of the parts make the count of the whole: where two or more children have the parent's very indicator ("Jumlah ...") in its
    unit, their targets of a year add up to the parent's. Facts: indikator, tahun, induk, hasil, rincian (number of children), dok."""
    for document in ctx.pilih(*dengan["dokumen"]):
        for item in butir_indikator(document):
            if not kunci(item.teks).startswith("jumlah ") or not item.indikator.satuan or penunjang(item.kinerja):
                continue
            parts = [
                (one.target, child)
                for child in ctx.anak(document, item.kinerja)
                for one in child.indikator
                if kunci(one.uraian) == kunci(item.teks) and samakan_satuan(one.satuan or "") == samakan_satuan(item.indikator.satuan)
            ]
            for year, whole in sorted(item.indikator.target.items()):
                given = [cell for target, _child in parts if (cell := target.get(year)) and cell.angka is not None]
                total = sum(cell.angka or 0 for cell in given)
                if len(given) < 2 or len(given) < len(parts) or whole.angka is None or abs(total - whole.angka) < 0.5:
                    continue
                yield Temuan(
                    bukti=(bukti(item, whole), *(bukti(Butir(document, child), target.get(year)) for target, child in parts[:BUKTI])),
                    subjek=(item.teks,),
                    jenis=document.jenis,
                    perangkat_daerah=document.perangkat_daerah,
                    fakta={
                        "indikator": item.teks, "tahun": year, "induk": whole.teks, "hasil": f"{total:g}", "rincian": len(parts),
                        "dok": peran(document),
                    },
                    keyakinan=0.8 * bacaan([item], [whole, *given]),
                )
                break
