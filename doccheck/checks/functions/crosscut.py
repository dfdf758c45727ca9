"""Goals that need several agencies."""

from __future__ import annotations

from collections.abc import Iterator

from ...bahasa import _
from ...classify import tema
from ..bukti import bukti, di, peran
from ..context import Butir, Context, butir, butir_hasil, butir_indikator, sezaman
from ..kelompok import BUKTI, serupa
from ..keyakinan import bacaan
from ..pengampu import cocok, semua_pengampu
from ..registry import Keluaran, Lewati, Parameter, Temuan, periksa


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
        themes: dict[str, set[str | None]] = {}
        for one in renstra:
            texts = [item.teks for item in (*butir(one), *butir_hasil(one), *butir_indikator(one))]
            for name in {name for text in texts for name in tema(text)}:
                themes.setdefault(name, set()).add(ctx.pd(one))
        for group in serupa(butir(rpjmd, ("sasaran",))):
            measures = [Butir(item.dokumen, item.kinerja, i) for item in group for i in range(len(item.kinerja.indikator))]
            about = {name for item in (*group, *measures) for name in tema(item.teks)} & set(dengan["tema"])
            if not about:
                continue
            carriers = {
                ctx.pd(ctx.bawah(link).dokumen) for item in (*group, *measures) for link in ctx.tautan_dari(item, "renstra")
            }
            carriers |= {
                ctx.pd(one)
                for one in renstra
                if any(
                    ctx.banding(group[0].teks, text, "sasaran").verdict != "different"
                    for text in {text for node in one.kinerja for text in node.rujukan}
                )
            }
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
