"""Renstra and the head's PK must promise the same: nothing dropped on the way down, nothing from nowhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from ..bukti import bukti, peran
from ..butir import Butir, butir, butir_hasil, butir_indikator, kunci
from ..context import Context, Kind
from ..generik import sasaran_internal
from ..jabatan import RENDAH, sekretariat
from ..kelompok import BUKTI, serupa
from ..keyakinan import bacaan, ketiadaan
from ..pasangan import Pasangan, aktif, isi_pk, pasangan, tertaut
from ..registry import Keluaran, Lewati, Parameter, Temuan, periksa


class _Hilang(Struct, frozen=True):
    pair: Pasangan
    group: list[Butir]
    keyakinan: float
    telaah: bool = False


@periksa("sasaran_renstra_pk")
def sasaran_renstra_pk(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """Sasaran of the Renstra and sasaran of the head's PK are the same set.

    dengan.arah: "turun" (Renstra sasaran with a target in the year, absent from the PK) or "naik" (PK sasaran absent from the
    Renstra). An internal sasaran that a subordinate promises is not absent, nor one of the secretariat's that the head of a bagian
    promises. For a person: what a change of the agreement lacks (it may have been dropped openly), what the secretary lacks while the
    agreements below are not here, and an addition that says itself that it was ordered (dengan.penugasan).
    Facts: sasaran, tahun (list), jabatan, dok_atas, dok_bawah.
    """
    down = dengan["arah"] == "turun"
    absent: list[_Hilang] = []
    for pair in pasangan(ctx):
        if isinstance(pair, Lewati):
            yield pair
        elif down:
            goals = [group for group in serupa(pair.sasaran()) if any(aktif(item, pair.tahun) for item in group)]
            agency = ctx.pd(pair.pk.dokumen)
            below = [item for one in ctx.pk(agency, pair.pk.tahun, *RENDAH) for item in one.sasaran()]
            secretary = sekretariat(pair.pk.jabatan)
            doubtful = pair.pk.dokumen.status == "perubahan" or (secretary and not below)
            for case in _hilang(ctx, pair, goals, pair.pk.sasaran(), "sasaran"):
                if not ((secretary or sasaran_internal(case.group[0].teks)) and _ada(ctx, case.group[0], below, "sasaran")):
                    absent.append(replace(case, telaah=doubtful))
        else:
            known = [item for source in pair.sumber for item in (*butir(source), *butir_hasil(source))]
            for case in _hilang(ctx, pair, serupa(pair.pk.sasaran()), known, "sasaran"):
                ordered = any(re.search(pola, item.teks, re.I) for item in case.group for pola in dengan["penugasan"])
                absent.append(replace(case, telaah=ordered))
    yield from _temuan(ctx, absent, "sasaran", down)


@periksa("indikator_renstra_pk")
def indikator_renstra_pk(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """Under a sasaran that Renstra and PK share, both have the same indicators.

    dengan.arah: "turun" (Renstra indicator dropped from the PK; one outside a list of IKU that the agency has set is let off) or
    "naik" (PK indicator absent from the whole Renstra). Facts: indikator, sasaran, tahun (list), jabatan, dok_atas, dok_bawah.
    """
    down = dengan["arah"] == "turun"
    absent: list[_Hilang] = []
    for pair in pasangan(ctx):
        if isinstance(pair, Lewati):
            yield pair
            continue
        measures = pair.pk.indikator()
        if down and measures:
            promised = pair.pk.sasaran()
            kept = [item for item in pair.indikator() if aktif(item, pair.tahun) and _seinduk(ctx, item, promised)]
            listed = pair.iku(ctx)
            kept = [item for item in kept if not listed or _ada(ctx, item, listed, "indikator")]
            absent.extend(_hilang(ctx, pair, serupa(kept), measures, "indikator"))
        elif not down:
            sourced = [item for item in measures if _seinduk(ctx, item, pair.sasaran())]
            known = [item for source in pair.sumber for item in butir_indikator(source)]
            absent.extend(_hilang(ctx, pair, serupa(sourced), known, "indikator"))
    yield from _temuan(ctx, absent, "indikator", down)


def _hilang(
    ctx: Context, pair: Pasangan, groups: Iterable[list[Butir]], others: list[Butir], kind: Kind
) -> Iterator[_Hilang]:
    """The groups that have no counterpart, neither by a link nor by their words."""
    for group in groups:
        near = ctx.terdekat(group[0].teks, others, kind)
        if not others or (near and near[1].verdict != "different") or tertaut(ctx, group, others):
            continue
        sure = bacaan(group) * ketiadaan(ctx, others[0], near[1] if near else None)
        yield _Hilang(pair, group, sure)


def _ada(ctx: Context, item: Butir, lain: list[Butir], kind: Kind) -> bool:
    near = ctx.terdekat(item.teks, lain, kind)
    return near is not None and near[1].verdict != "different"


def _seinduk(ctx: Context, measure: Butir, goals: list[Butir]) -> bool:
    """Whether the goal of an indicator is one of these goals."""
    goal = Butir(measure.dokumen, measure.kinerja)
    return bool(goal.teks) and (_ada(ctx, goal, goals, "sasaran") or tertaut(ctx, [goal], goals))


def _temuan(ctx: Context, absent: list[_Hilang], kind: str, down: bool) -> Iterator[Temuan]:
    """One finding per agency and text, over all years."""
    cases: dict[tuple[str | None, str], list[_Hilang]] = defaultdict(list)
    for case in absent:
        cases[ctx.pd(case.pair.pk.dokumen), kunci(case.group[0].teks)].append(case)
    for same in cases.values():
        pair, first = same[0].pair, same[0].group[0]
        shown = same[0].group if down else [item for case in same for item in case.group]
        instead = [isi_pk(case.pair.pk, kind == "indikator") for case in same] if down else []
        yield Temuan(
            bukti=(*(bukti(item) for item in shown[:BUKTI]), *instead),
            subjek=(first.teks,),
            jenis=pair.sumber[0].jenis if down else "pk",
            perangkat_daerah=pair.pk.dokumen.perangkat_daerah,
            fakta={
                kind: first.teks,
                "sasaran": first.kinerja.uraian,
                "tahun": sorted({case.pair.tahun for case in same}),
                "jabatan": pair.pk.jabatan,
                "dok_atas": peran(pair.sumber[0]),
                "dok_bawah": peran(pair.pk.dokumen, pair.pk.jabatan),
            },
            keyakinan=min(case.keyakinan for case in same),
            telaah=all(case.telaah for case in same),
        )
