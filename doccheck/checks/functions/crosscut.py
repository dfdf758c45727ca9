"""Goals that need several agencies."""

from __future__ import annotations

from collections.abc import Iterator

from ...bahasa import _
from ...classify import tema
from ...model import Dokumen
from ..bukti import bukti, di, pada, peran
from ..butir import Butir, butir, butir_hasil, butir_indikator
from ..context import Context
from ..kelompok import BUKTI, serupa
from ..keyakinan import bacaan
from ..masa import sezaman
from ..pengampu import cocok, pengampu, semua_pengampu
from ..registry import Keluaran, Lewati, Parameter, Temuan, periksa

SEBUTAN_VISI = 0.75
"""How sure it is that a theme which only the visi names, a sentence on everything, is a priority."""


@periksa("lintas_sektor")
def lintas_sektor(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """A sasaran of the RPJMD on a cross-sector theme (dengan.tema) is carried by several agencies: more than one Renstra cites it,
    is linked to it or speaks of its theme. Judged only where most agencies that the RPJMD names are here, and at least
    dengan.minimal. Facts: sasaran, tema (list), pd_pengampu, dok_atas.
    """
    for rpjmd in ctx.pilih("rpjmd"):
        renstra = [item for item in ctx.pilih("renstra") if ctx.pemda(item) == ctx.pemda(rpjmd) and sezaman(rpjmd, item)]
        agencies = {ctx.pd(item) for item in renstra}
        missing = [name for name in semua_pengampu(rpjmd) if not cocok(name, renstra)]
        if len(agencies) < dengan["minimal"] or len(missing) > len(agencies):
            reason = _("Renstra dari {ada} perangkat daerah belum cukup untuk menilai sasaran lintas sektor")
            yield Lewati(reason.format(ada=len(agencies)))
            continue
        themes = _peta(ctx, renstra)
        for group in serupa(butir(rpjmd, ("sasaran",))):
            measures = [Butir(item.dokumen, item.kinerja, i) for item in group for i in range(len(item.kinerja.indikator))]
            about = {name for item in (*group, *measures) for name in tema(item.teks)} & set(dengan["tema"])
            if not about:
                continue
            carriers = _pendukung(ctx, group, renstra)
            for name in about:
                carriers |= themes.get(name, set())
            if len(carriers) != 1:
                continue
            sole = [one for one in renstra if ctx.pd(one) in carriers]
            yield Temuan(
                bukti=(*(bukti(item) for item in group[:BUKTI]), *(di(one, one.perangkat_daerah or "") for one in sole[:1])),
                subjek=(group[0].teks,),
                jenis="rpjmd",
                fakta={
                    "sasaran": group[0].teks,
                    "tema": sorted(about),
                    "pd_pengampu": sole[0].perangkat_daerah,
                    "dok_atas": peran(rpjmd),
                },
                keyakinan=bacaan(group) * (0.9 if not missing else 0.75),
            )


def _peta(ctx: Context, renstra: list[Dokumen]) -> dict[str, set[str | None]]:
    """Theme -> agencies in whose Renstra a goal, outcome or indicator speaks of it."""
    themes: dict[str, set[str | None]] = {}
    for one in renstra:
        texts = [item.teks for item in (*butir(one), *butir_hasil(one), *butir_indikator(one))]
        for name in {name for text in texts for name in tema(text)}:
            themes.setdefault(name, set()).add(ctx.pd(one))
    return themes


def _pendukung(ctx: Context, group: list[Butir], renstra: list[Dokumen]) -> set[str | None]:
    """Agencies whose Renstra is linked to the goal or its indicators, or cites it."""
    measures = [Butir(item.dokumen, item.kinerja, i) for item in group for i in range(len(item.kinerja.indikator))]
    linked = {ctx.pd(ctx.bawah(link).dokumen) for item in (*group, *measures) for link in ctx.tautan_dari(item, "renstra")}
    cited = {
        ctx.pd(one)
        for one in renstra
        if any(
            ctx.banding(group[0].teks, text, "sasaran").verdict != "different"
            for text in {text for node in one.kinerja for text in node.rujukan}
        )
    }
    return linked | cited


@periksa("pendukung_tanpa_kinerja")
def pendukung_tanpa_kinerja(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """Each agency that a sasaran names beside others has something in its own Renstra: a link, a citation, a goal in the same words, or its
    theme. Judged where another of the named agencies has. A goal without a theme is for a person, as support may use other words.
    Facts: sasaran, pd_pendukung, pd_lain (list), dok_atas."""
    for upper in ctx.pilih(*dengan["dokumen"]):
        renstra = [item for item in ctx.pilih("renstra") if ctx.pemda(item) == ctx.pemda(upper) and sezaman(upper, item)]
        themes = _peta(ctx, renstra)
        for group in serupa(butir(upper, ("sasaran",))):
            named = {name: found for name in pengampu(ctx, group) if (found := cocok(name, renstra))}
            if len({ctx.pd(found[0]) for found in named.values()}) < 2:
                continue
            about = set(tema(group[0].teks)) | {name for item in group for one in item.kinerja.indikator for name in tema(one.uraian)}
            carriers = _pendukung(ctx, group, renstra).union(*(themes.get(name, set()) for name in about))
            without = {name: found for name, found in named.items() if ctx.pd(found[0]) not in carriers}
            lacking = {name: found for name, found in without.items() if not _berbunyi(ctx, group[0], found)}
            if len(lacking) == len(named):
                continue
            for name, found in lacking.items():
                yield Temuan(
                    bukti=(*(bukti(item) for item in group[:BUKTI]), di(found[0], found[0].perangkat_daerah or "")),
                    subjek=(group[0].teks, name),
                    jenis=upper.jenis,
                    perangkat_daerah=found[0].perangkat_daerah,
                    fakta={
                        "sasaran": group[0].teks,
                        "pd_pendukung": found[0].perangkat_daerah,
                        "pd_lain": [other for other in named if other not in lacking],
                        "dok_atas": peran(upper),
                    },
                    keyakinan=0.8 * bacaan(group) * min(map(ctx.terbaca, found)),
                    telaah=not about,
                )


def _berbunyi(ctx: Context, goal: Butir, renstra: list[Dokumen]) -> bool:
    """Whether a goal or an outcome of these documents says what the goal says."""
    near = ctx.terdekat(goal.teks, [item for one in renstra for item in (*butir(one), *butir_hasil(one))], "sasaran")
    return near is not None and near[1].verdict != "different"


@periksa("tema_tanpa_program")
def tema_tanpa_program(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """A theme (dengan.tema) of visi, mission, goals and priorities of the RPJMD is spoken of in some Renstra. Judged where most agencies
    that the RPJMD names are here, and at least dengan.minimal. Facts: tema, teks (list), dok_atas."""
    for rpjmd in ctx.pilih("rpjmd"):
        renstra = [item for item in ctx.pilih("renstra") if ctx.pemda(item) == ctx.pemda(rpjmd) and sezaman(rpjmd, item)]
        agencies = {ctx.pd(item) for item in renstra}
        missing = [name for name in semua_pengampu(rpjmd) if not cocok(name, renstra)]
        if len(agencies) < dengan["minimal"] or len(missing) > len(agencies):
            yield Lewati(_("Renstra dari {ada} perangkat daerah belum cukup untuk menilai sasaran lintas sektor").format(ada=len(agencies)))
            continue
        themes = _peta(ctx, renstra)
        goals = [item for item in butir(rpjmd) if item.kinerja.level in ("misi", "tujuan", "sasaran") or item.kinerja.tabel == "prioritas"]
        for name in dengan["tema"]:
            about = [group[0] for group in serupa(item for item in goals if name in tema(item.teks))]
            vision = [one for one in rpjmd.visi if name in tema(one.uraian)]
            if not (about or vision) or themes.get(name):
                continue
            places = (*map(bukti, about), *(pada(rpjmd.berkas, one.uraian, one.lokasi, peran(rpjmd)) for one in vision))
            said = SEBUTAN_VISI if not about else 1.0
            yield Temuan(
                bukti=places[:BUKTI],
                subjek=(name,),
                jenis="rpjmd",
                fakta={"tema": name.replace("_", " "), "teks": [one.kutipan for one in places], "dok_atas": peran(rpjmd)},
                keyakinan=0.85 * said * bacaan(about) * min(map(ctx.terbaca, renstra)) * (1.0 if not missing else 0.85),
            )
