"""RPJMD and Renstra: each sasaran of the region is carried by an agency, each agency's goal carries one of the region."""

from __future__ import annotations

from collections.abc import Iterator

from ...bahasa import _
from ...model import Bukti, Dokumen, Kinerja
from ..bukti import bukti, di, peran
from ..butir import Butir, butir
from ..context import Context
from ..generik import pd_penunjang, sasaran_internal
from ..kelompok import BUKTI, serupa
from ..keyakinan import bacaan, ketiadaan
from ..masa import sezaman
from ..pasangan import tertaut
from ..pengampu import cocok, pengampu, semua_pengampu
from ..registry import Keluaran, Lewati, Parameter, Temuan, periksa
from ..template import daftar


@periksa("rpjmd_tanpa_renstra")
def rpjmd_tanpa_renstra(ctx: Context, _dengan: Parameter) -> Iterator[Keluaran]:
    """Every sasaran of the RPJMD is carried by a Renstra: cited in it, linked to it, or said in its words.

    Judged only where the Renstra of every agency that the RPJMD makes responsible (for this sasaran, or else at all) is here; a goal of
    good government that names nobody only where an agency that serves the others is among them.
    Facts: sasaran, pengampu (list), dok_atas, renstra (list).
    """
    for rpjmd in ctx.pilih("rpjmd"):
        renstra = [item for item in ctx.pilih("renstra") if ctx.pemda(item) == ctx.pemda(rpjmd) and sezaman(rpjmd, item)]
        if not renstra:
            yield Lewati(_("Tidak ada Renstra untuk {dokumen}").format(dokumen=peran(rpjmd)))
            continue
        goals = [item for one in renstra for item in butir(one, ("tujuan", "sasaran"))]
        everyone = semua_pengampu(rpjmd)
        lacking: dict[str, None] = {}
        nameless = False
        for group in serupa(butir(rpjmd, ("sasaran",))):
            if _dijabarkan(ctx, group, goals, renstra):
                continue
            named = pengampu(ctx, group)
            if not named and sasaran_internal(group[0].teks) and not any(pd_penunjang(one) for one in renstra):
                nameless = True  # what the secretariat or the inspectorate carries, whose Renstra is not here
                continue
            missing = [name for name in (named or everyone) if not cocok(name, renstra)]
            if missing or not (named or everyone):
                lacking.update(dict.fromkeys(missing))
                nameless = nameless or not missing
                continue
            near = ctx.terdekat(group[0].teks, goals, "sasaran")
            sure = bacaan(group) * min(ketiadaan(ctx, Butir(one, rpjmd.kinerja[0]), near[1] if near else None) for one in renstra)
            yield Temuan(
                bukti=(*(bukti(item) for item in group[:BUKTI]), *(_isi(one) for one in renstra if _ikut(one, named))),
                subjek=(group[0].teks,),
                jenis="rpjmd",
                fakta={
                    "sasaran": group[0].teks,
                    "pengampu": named,
                    "dok_atas": peran(rpjmd),
                    "renstra": [peran(one) for one in renstra],
                },
                keyakinan=sure,
            )
        if lacking:
            yield Lewati(_("Renstra perangkat daerah pengampu belum lengkap: {pd}").format(pd=daftar(lacking)))
        if nameless:
            yield Lewati(_("{dokumen} tidak menyebut perangkat daerah pengampu sasarannya").format(dokumen=peran(rpjmd)))


@periksa("renstra_tanpa_rpjmd")
def renstra_tanpa_rpjmd(ctx: Context, _dengan: Parameter) -> Iterator[Keluaran]:
    """Every tujuan and sasaran of a Renstra has a parent in the RPJMD, itself or through the goal above or below it.

    An internal goal (accountability) is let off. A Renstra without a column of RPJMD goals, few of whose goals say what the
    RPJMD says, is not judged. Facts: sasaran, level, rujukan (cited text or None), dok_atas, dok_bawah.
    """
    if not ctx.pilih("rpjmd"):
        yield Lewati(_("RPJMD tidak ada"))
        return
    for renstra in ctx.pilih("renstra"):
        upper = [item for one in ctx.rpjmd(renstra) for item in butir(one, ("tujuan", "sasaran"))]
        if not upper:
            yield Lewati(_("RPJMD untuk {dokumen} tidak ada").format(dokumen=peran(renstra)))
            continue
        own = [item for item in butir(renstra, ("tujuan", "sasaran")) if item.kinerja.lingkup == "pd"]
        groups = serupa(own)
        joined = {group[0].kunci: any(_berinduk(ctx, item, upper) for item in group) for group in groups}
        related = {item.kunci for group in groups if joined[group[0].kunci] for item in group}
        orphans = [
            group
            for group in groups
            if not joined[group[0].kunci]
            and not sasaran_internal(group[0].teks)
            and not any(_kerabat(ctx, item, related) for item in group)
        ]
        cites = any(item.kinerja.rujukan for item in own)
        if orphans and not cites and 2 * len(related) < len(own):
            yield Lewati(_("{dokumen} tidak memuat kolom sasaran RPJMD yang relevan").format(dokumen=peran(renstra)))
            continue
        lost = {item.kunci for group in orphans for item in group}
        for group in orphans:
            above = [node.id for item in group for node in ctx.leluhur(renstra, item.kinerja)]
            if any((renstra.berkas, id, None) in lost for id in above):
                continue
            cited = next((text for item in group for text in item.kinerja.rujukan), None)
            near = ctx.terdekat(group[0].teks, upper, "sasaran")
            sure = bacaan(group) * ketiadaan(ctx, upper[0], near[1] if near else None)
            yield Temuan(
                bukti=(*(bukti(item) for item in group[:BUKTI]), _isi(upper[0].dokumen)),
                subjek=(group[0].teks,),
                jenis="renstra",
                perangkat_daerah=renstra.perangkat_daerah,
                fakta={
                    "sasaran": group[0].teks,
                    "level": group[0].kinerja.level,
                    "rujukan": cited,
                    "dok_atas": peran(upper[0].dokumen),
                    "dok_bawah": peran(renstra),
                },
                keyakinan=sure * (1.0 if cites else 0.8),
            )


def _dijabarkan(ctx: Context, group: list[Butir], goals: list[Butir], renstra: list[Dokumen]) -> bool:
    text = group[0].teks
    cited = {text for one in renstra for node in one.kinerja for text in node.rujukan}
    if any(ctx.banding(text, other, "sasaran").verdict != "different" for other in cited):
        return True
    measures = [Butir(item.dokumen, item.kinerja, i) for item in group for i in range(len(item.kinerja.indikator))]
    if any(ctx.tautan_dari(item, "renstra") for item in (*group, *measures)):
        return True
    near = ctx.terdekat(text, goals, "sasaran")
    return near is not None and near[1].verdict != "different"


def _berinduk(ctx: Context, item: Butir, upper: list[Butir]) -> bool:
    """Whether the goal itself, its citation or one of its indicators meets the RPJMD."""
    measures = [Butir(item.dokumen, item.kinerja, i) for i in range(len(item.kinerja.indikator))]
    if any(ctx.tautan_ke(one, "rpjmd") for one in (item, *measures)) or tertaut(ctx, [item], upper):
        return True
    for text in (*item.kinerja.rujukan, item.teks):
        near = ctx.terdekat(text, upper, "sasaran")
        if near and near[1].verdict != "different":
            return True
    return False


def _kerabat(ctx: Context, item: Butir, related: set[tuple[str, str, int | None]]) -> bool:
    nodes: list[Kinerja] = [*ctx.leluhur(item.dokumen, item.kinerja), *ctx.keturunan(item.dokumen, item.kinerja)]
    return any((item.dokumen.berkas, node.id, None) in related for node in nodes)


def _ikut(renstra: Dokumen, named: list[str]) -> bool:
    return not named or any(cocok(name, [renstra]) for name in named)


def _isi(dokumen: Dokumen) -> Bukti:
    goals = butir(dokumen, ("sasaran",)) or butir(dokumen, ("tujuan",))
    texts = list(dict.fromkeys(item.teks for item in goals))
    return di(dokumen, daftar(texts), goals[0].kinerja.lokasi if goals else None)
