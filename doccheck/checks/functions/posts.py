"""Who has promised what: posts without an agreement, and what agreements of the lower ranks must and must not hold."""

from __future__ import annotations

from collections.abc import Iterator

from ...bahasa import _
from ...classify import orientation
from ..bukti import bukti, peran
from ..butir import Butir, butir_hasil, butir_indikator, kunci
from ..context import Context
from ..generik import indikator_internal, pd_kewilayahan, penunjang
from ..jabatan import RENDAH, jenjang, sekretaris
from ..kelompok import BUKTI
from ..keyakinan import bacaan, ketiadaan
from ..pejabat import disebut, sama_jabatan
from ..perjanjian import Perjanjian
from ..program import kode_program
from ..registry import Keluaran, Lewati, Parameter, Temuan, periksa
from .positions import atasan


@periksa("jabatan_tanpa_pk")
def jabatan_tanpa_pk(ctx: Context, _dengan: Parameter) -> Iterator[Keluaran]:
    """Each post that the agency's cascading, its Renstra or its agreements (as superior) name has an agreement in the year.

    Judged for ranks of which at least one post has one; where more than half of a rank's posts have none, the set is probably incomplete,
    which is for a person, and so are the heads of units that only the unit's name stands for. Facts: jabatan (list), tahun, pd.
    """
    for pd in ctx.perangkat:
        for year in sorted({one.tahun for one in ctx.perjanjian if one.tahun and ctx.pd(one.dokumen) == pd}):
            agreements = ctx.pk(pd, year)
            ranks = {one.jenjang for one in agreements}
            if not ranks & set(RENDAH):
                yield Lewati(_("Tidak ada PK pejabat di bawah kepala perangkat daerah"))
                continue
            named = disebut(ctx, pd, year)
            signed = [*(one.jabatan for one in agreements), *(pihak.jabatan for one in agreements for pihak in one.dokumen.pihak)]
            lost = {text: place for text, place in named.items() if not any(sama_jabatan(text, other) for other in signed)}
            lost = {text: place for text, place in lost.items() if jenjang(text) in ranks & {"kepala", *RENDAH}}
            if not lost:
                continue
            printed = {text: place for text, place in named.items() if place.kutipan == text}
            thin = any(
                2 * sum(jenjang(text) == rank for text in lost if text in printed) > sum(jenjang(text) == rank for text in printed)
                for rank in {jenjang(text) for text in lost if text in printed}
            )
            for sure in (True, False):
                if posts := [text for text in lost if (text in printed) == sure]:
                    yield Temuan(
                        bukti=tuple(lost[text] for text in posts[:BUKTI]),
                        subjek=(str(year), *sorted(posts)),
                        jenis="pk",
                        perangkat_daerah=agreements[0].dokumen.perangkat_daerah,
                        fakta={"jabatan": posts, "tahun": year},
                        keyakinan=0.85 * min(ctx.terbaca(one.dokumen) for one in agreements),
                        telaah=thin or not sure,
                    )


@periksa("tanpa_indikator_program")
def tanpa_indikator_program(ctx: Context, _dengan: Parameter) -> Iterator[Keluaran]:
    """An administrator promises an indicator of a programme of the agency's Renstra. The secretary, who may share the head's internal
    indicators, and agencies of an area are let off, and posts whose budget annex names programmes for which the Renstra has no indicator.
    What promises an outcome of its own may be the programme's that the Renstra lacks or that was not read: for a person.
    Facts: jabatan, tahun, indikator (list of what it promises), dok, dok_atas."""
    for one in ctx.perjanjian:
        if one.jenjang != "iii" or pd_kewilayahan(one.dokumen) or not one.indikator() or sekretaris(one.jabatan):
            continue
        plans = ctx.pilih("renstra", pd=ctx.pd(one.dokumen), tahun=one.tahun)
        programs = [item for plan in plans for item in butir_indikator(plan, ("program",))]
        if not programs:
            yield Lewati(_("Renstra {pd} dengan indikator program tidak ada").format(pd=one.dokumen.perangkat_daerah or ""))
            continue
        if _program_lain(ctx, one, programs):
            yield Lewati(_("Program dalam lampiran PK {jabatan} tidak memiliki indikator dalam Renstra").format(jabatan=one.jabatan))
            continue
        outcomes = [item for plan in plans for item in butir_hasil(plan) if item.kinerja.level == "program"]
        nearest = [ctx.terdekat(item.teks, programs, "indikator") for item in one.indikator()]
        linked = any(ctx.atas(link).kinerja.level == "program" for item in one.indikator() for link in ctx.tautan_ke(item, "renstra"))
        said = any(
            (near := ctx.terdekat(item.teks, outcomes, "sasaran")) and near[1].verdict != "different" for item in one.sasaran()
        )
        if linked or said or any(near and near[1].verdict != "different" for near in nearest):
            continue
        best = max((near for near in nearest if near), key=lambda near: near[1].score)
        yield Temuan(
            bukti=(*(bukti(item) for item in one.indikator()[:BUKTI]), bukti(best[0])),
            subjek=(one.jabatan, str(one.tahun)),
            jenis="pk",
            perangkat_daerah=one.dokumen.perangkat_daerah,
            fakta={
                "jabatan": one.jabatan,
                "tahun": one.tahun,
                "indikator": [item.teks for item in one.indikator()],
                "dok": peran(one.dokumen, one.jabatan),
                "dok_atas": peran(plans[0]),
            },
            keyakinan=ketiadaan(ctx, programs[0], best[1]) * bacaan(one.indikator()),
            telaah=any(orientation(item.teks, item.indikator.satuan).label == "outcome" for item in one.indikator()),
        )


def _program_lain(ctx: Context, one: Perjanjian, programs: list[Butir]) -> bool:
    """Whether the annex of an agreement names programmes, none of which is among those that have indicators."""
    own = [item for item in one.program() if not penunjang(item.kinerja)]
    codes = {code for item in programs if (code := kode_program(item.kinerja.kode))}
    names = [item.kinerja.uraian for item in programs if item.kinerja.uraian]
    return bool(own) and not any(
        kode_program(item.kinerja.kode) in codes or any(ctx.banding(name, item.teks, "program").verdict != "different" for name in names)
        for item in own
    )


@periksa("outcome_pada_staf")
def outcome_pada_staf(ctx: Context, _dengan: Parameter) -> Iterator[Keluaran]:
    """The lower ranks promise no indicator that RPJMD or Renstra set for a sasaran. What the direct superior promises, too, is a copy and
    another rule's; internal indicators and agencies of an area are let off. Facts: indikator, jabatan (list), dok, dok_atas."""
    found: dict[tuple[str | None, str], tuple[list[tuple[Butir, Perjanjian]], Butir]] = {}
    for one in ctx.perjanjian:
        if one.jenjang not in ("iv", "jf") or pd_kewilayahan(one.dokumen):
            continue
        plans = [*ctx.pilih("renstra", pd=ctx.pd(one.dokumen), tahun=one.tahun), *ctx.rpjmd(one.dokumen)]
        levels: dict[str, dict[str, Butir]] = {}
        for plan in plans:
            for row in butir_indikator(plan):
                levels.setdefault(kunci(row.teks), {}).setdefault(row.kinerja.level, row)
        copied = {kunci(item.teks) for upper in atasan(ctx, one) for item in upper.indikator()}
        for item in one.indikator():
            rows = levels.get(kunci(item.teks), {})
            if not rows or not set(rows) <= {"tujuan", "sasaran"} or kunci(item.teks) in copied or indikator_internal(item.teks):
                continue
            found.setdefault((ctx.pd(one.dokumen), kunci(item.teks)), ([], next(iter(rows.values()))))[0].append((item, one))
    for cases, source in found.values():
        item, one = cases[0]
        yield Temuan(
            bukti=(*(bukti(case) for case, _one in cases[:BUKTI]), bukti(source)),
            subjek=(item.teks,),
            jenis="pk",
            perangkat_daerah=one.dokumen.perangkat_daerah,
            fakta={
                "indikator": item.teks,
                "jabatan": list(dict.fromkeys(other.jabatan for _case, other in cases)),
                "dok": peran(one.dokumen, one.jabatan),
                "dok_atas": peran(source.dokumen),
            },
            keyakinan=0.9 * bacaan([item, source]),
        )
