"""What must be drawn from another document: IKU from the Renstra, the report from the agreement, a programme's agency from the RPJMD."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...bahasa import _
from ...classify import is_measure
from ...model import Bukti, Dokumen
from ..bukti import bukti, di, peran
from ..butir import Butir, butir, butir_hasil, butir_indikator, kunci
from ..context import Context
from ..generik import indikator_internal, penunjang, sasaran_internal
from ..kelompok import BUKTI, serupa
from ..keyakinan import bacaan, ketiadaan
from ..masa import sezaman
from ..pasangan import tertaut
from ..pengampu import cocok, nama_pd, semua_pengampu
from ..program import kode_program
from ..registry import Keluaran, Lewati, Parameter, Temuan, periksa
from ..template import daftar, inti

PANJANG = 160
"""Characters of a sasaran: longer ones are several, read as one."""


def _hilang(ctx: Context, items: list[Butir], others: list[Butir], **fakta: Any) -> Iterator[Temuan]:
    """One finding for each indicator that has no counterpart among the others, neither by a link nor by its words."""
    for group in serupa(items):
        near = ctx.terdekat(group[0].teks, others, "indikator")
        if (near and near[1].verdict != "different") or tertaut(ctx, group, others):
            continue
        first, place = group[0], others[0]
        listed = list(dict.fromkeys(item.teks for item in others))
        yield Temuan(
            bukti=(*(bukti(item) for item in group[: BUKTI - 1]), di(place.dokumen, daftar(listed), place.kinerja.lokasi)),
            subjek=(first.teks,),
            jenis=first.dokumen.jenis,
            perangkat_daerah=first.dokumen.perangkat_daerah,
            fakta={
                "indikator": first.teks,
                "dok_ada": peran(first.dokumen, first.kinerja.jabatan),
                "dok_tanpa": peran(place.dokumen, place.kinerja.jabatan),
                **fakta,
            },
            keyakinan=bacaan(group) * ketiadaan(ctx, place, near[1] if near else None),
        )


@periksa("iku_bersumber")
def iku_bersumber(ctx: Context, _dengan: Parameter) -> Iterator[Keluaran]:
    """Every IKU of a list of its own is an indicator of a medium-term plan of the region, at any level and of any agency: lists of IKU
    often hold those of all. Where most of a list is not found, its plans are not here. Facts: indikator, dok_ada, dok_tanpa."""
    for document in ctx.pilih("iku"):
        listed = [item for item in butir_indikator(document) if item.teks and is_measure(item.teks)]
        own = [item for item in ctx.pilih("renstra", "rpjmd") if ctx.pemda(item) == ctx.pemda(document) and sezaman(item, document)]
        own.sort(key=lambda source: ctx.pd(source) != ctx.pd(document))
        known = [item for source in own for item in butir_indikator(source)]
        found = list(_hilang(ctx, listed, known)) if known and ctx.pd(own[0]) == ctx.pd(document) else []
        if not known or ctx.pd(own[0]) != ctx.pd(document) or 2 * len(found) > len(serupa(listed)):
            yield Lewati(_("{dokumen} tidak dapat dibandingkan dengan dokumen sumbernya").format(dokumen=peran(document)))
        else:
            yield from found


@periksa("lkjip_sesuai_pk")
def lkjip_sesuai_pk(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """The report of a year is on what the head promised for it. dengan.arah: "turun" (promised, not reported) or "semua" (reported, but
    not promised, in a table of achievements of sasaran, too). Facts: indikator, dok_ada, dok_tanpa, arah ("dijanjikan",
    "dilaporkan"), tahun."""
    for report in ctx.pilih("lkjip"):
        agreements = ctx.pk(ctx.pd(report), report.tahun, "kepala", "kdh")
        promised = [item for one in agreements for item in one.indikator() if item.teks]
        reported = [item for item in butir_indikator(report) if item.teks and item.kinerja.tabel != "pk_anggaran"]
        if not promised or not reported:
            yield Lewati(_("PK {tahun} untuk {dokumen} tidak ada").format(tahun=report.tahun or "", dokumen=peran(report)))
            continue
        yield from _hilang(ctx, promised, reported, arah="dijanjikan", tahun=report.tahun)
        if dengan["arah"] == "semua":
            own = [item for item in reported if item.kinerja.tabel == "capaian" and item.kinerja.level == "sasaran" and item.kinerja.uraian]
            yield from _hilang(ctx, own, promised, arah="dilaporkan", tahun=report.tahun)


@periksa("pengampu_berbeda")
def pengampu_berbeda(ctx: Context, _dengan: Parameter) -> Iterator[Keluaran]:
    """The agency that the RPJMD names for a programme is the one whose Renstra has it. Told where the Renstra of all agencies that it names
    are here, without it, while another agency's Renstra has it. Facts: uraian, pd_rpjmd (list), pd_renstra, dok_atas."""
    for rpjmd in ctx.pilih("rpjmd"):
        renstra = [item for item in ctx.pilih("renstra") if ctx.pemda(item) == ctx.pemda(rpjmd) and sezaman(rpjmd, item)]
        if len({ctx.pd(item) for item in renstra}) < 2 or not semua_pengampu(rpjmd):
            yield Lewati(_("Diperlukan Renstra dari sedikitnya dua perangkat daerah dan nama pengampu dalam RPJMD"))
            continue
        has = {item.berkas: _isi(item) for item in renstra}
        for group in serupa(butir(rpjmd, ("program",)), lambda item: kode_program(item.kinerja.kode) or ""):
            if penunjang(group[0].kinerja):
                continue
            cells = [item.kinerja.penanggung_jawab for item in group]
            cells += [one.penanggung_jawab for item in group for one in item.kinerja.indikator]
            names = list(dict.fromkeys(name for cell in cells if cell for name in nama_pd(cell)))
            named = [one for name in names for one in cocok(name, renstra)]
            keys = {kode_program(group[0].kinerja.kode), kunci(group[0].teks)} - {None}
            carriers = [one for one in renstra if keys & has[one.berkas]]
            if not named or not carriers or {ctx.pd(one) for one in named} & {ctx.pd(one) for one in carriers}:
                continue
            if any(not cocok(name, renstra) for name in names):
                continue
            yield Temuan(
                bukti=(*(bukti(item) for item in group[:2]), *(_program(one, keys) for one in carriers[:2])),
                subjek=(group[0].teks,),
                jenis="renstra",
                perangkat_daerah=carriers[0].perangkat_daerah,
                fakta={
                    "uraian": group[0].teks,
                    "pd_rpjmd": names,
                    "pd_renstra": carriers[0].perangkat_daerah,
                    "dok_atas": peran(rpjmd),
                },
                keyakinan=0.85 * bacaan(group),
            )


def _isi(renstra: Dokumen) -> set[str | None]:
    own = butir(renstra, ("program",))
    return {kode_program(item.kinerja.kode) for item in own} | {kunci(item.teks) for item in own}


def _program(renstra: Dokumen, keys: set[str | None]) -> Bukti:
    item = next(one for one in butir(renstra, ("program",)) if {kode_program(one.kinerja.kode), kunci(one.teks)} & keys)
    return bukti(item)


@periksa("indikator_salah_tempat")
def indikator_salah_tempat(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """An indicator measures what its sasaran says. Told, for a person to judge, where it shares no word with its sasaran, while another
    indicator of the sasaran does, and where another sasaran of the document shares dengan.kata roots or more with it.
    Facts: indikator, sasaran, lain (the sasaran that fits), dok."""
    for document in ctx.pilih(*dengan["dokumen"]):
        goals = [item for item in butir(document, ("sasaran",)) if item.kinerja.lingkup == "pd"]
        goals = [item for item in goals if item.kinerja.tabel in ("tujuan_sasaran", "pk") and len(item.teks) < PANJANG]
        roots = {kunci(item.teks): inti(item.teks) for item in goals}
        texts = {kunci(item.teks): item.teks for item in (*goals, *butir_hasil(document))}
        for goal in goals:
            node, own = goal.kinerja, roots[kunci(goal.teks)]
            measures = [(Butir(document, node, i), inti(one.uraian)) for i, one in enumerate(node.indikator)]
            if len(measures) < 2 or not any(own & words for _item, words in measures) or sasaran_internal(goal.teks):
                continue
            for item, words in measures:
                better = max(roots, key=lambda key: len(roots[key] & words), default=None)
                if own & words or not better or len(roots[better] & words) < dengan["kata"] or indikator_internal(item.teks):
                    continue
                yield Temuan(
                    bukti=(bukti(item), bukti(goal)),
                    subjek=(item.teks,),
                    jenis=document.jenis,
                    perangkat_daerah=document.perangkat_daerah,
                    fakta={"indikator": item.teks, "sasaran": goal.teks, "lain": texts[better], "dok": peran(document, node.jabatan)},
                    keyakinan=0.65 * bacaan([item]),
                    telaah=True,
                )
