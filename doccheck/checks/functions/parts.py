"""Targets of parts of a year against the target of the year, in the action plan and in the agreement."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Bukti, Nilai
from ..bukti import bukti, peran
from ..butir import Butir, butir_indikator
from ..context import Context
from ..keyakinan import bacaan
from ..nilai import bandingkan, satu_satuan, terisi
from ..registry import Keluaran, Parameter, Temuan, periksa
from ..waktu import dijanjikan


@periksa("target_triwulan")
def target_triwulan(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """The targets of a year's parts lead to the target of the year: their last, their sum, their highest or their mean is the year's. The
    year's target is the row's own, else that of the agreement; where both print one, they are the same.

    Parts of which only the last is filled are a yearly measure. Facts: indikator, tahun, tahunan, target (list of tahun, nilai; empty where
    it is the targets of the year that differ), janji (the agreement's target where that is the fault, else None), dok, dok_pk."""
    for document in ctx.pilih(*dengan["dokumen"]):
        for item in butir_indikator(document):
            parts = sorted(item.indikator.periode.items())
            for year in sorted({*item.indikator.target, *(part[:4] for part, _value in parts)} if item.teks else ()):
                yield from _tahun(ctx, item, year, [one for one in parts if one[0].startswith(f"{year}-")])


def _tahun(ctx: Context, item: Butir, year: str, parts: list[tuple[str, Nilai]]) -> Iterator[Temuan]:
    own = item.indikator.target.get(year)
    pd = ctx.pd(item.dokumen)
    promised = dijanjikan(ctx, item, pd, int(year)) if pd and year.isdigit() and item.dokumen.jenis == "rencana_aksi" else []
    if own is not None and terisi(own) and promised:
        pairs = [(one, value, bandingkan(value, own)) for one, value in promised if satu_satuan(one.indikator, value, item.indikator, own)]
        if pairs and all(found.status == "beda" and not found.pembulatan for _one, _value, found in pairs):
            one, value, found = pairs[0]
            yield _temuan(item, year, own, [], (one, value), found.telaah)
            return
    source = (item, own) if own is not None and own.angka is not None else next(iter(promised), None)
    if source is not None and len(parts) > 1 and not _menuju(source[1], [value for _key, value in parts]):
        yield _temuan(item, year, source[1], parts, source)


def _temuan(
    item: Butir, year: str, whole: Nilai, parts: list[tuple[str, Nilai]], source: tuple[Butir, Nilai], telaah: bool = False
) -> Temuan:
    evidence: tuple[Bukti, ...] = (bukti(*source), bukti(item, parts[-1][1] if parts else whole))
    return Temuan(
        bukti=evidence,
        subjek=(item.teks,),
        jenis=item.dokumen.jenis,
        perangkat_daerah=item.dokumen.perangkat_daerah,
        fakta={
            "indikator": item.teks,
            "tahun": year,
            "tahunan": whole.teks,
            "target": [{"tahun": part, "nilai": value.teks} for part, value in parts],
            "janji": None if parts else source[1].teks,
            "dok": peran(item.dokumen, item.kinerja.jabatan),
            "dok_pk": peran(source[0].dokumen, source[0].kinerja.jabatan),
        },
        keyakinan=0.9 * bacaan([item, source[0]], [whole, source[1], *(value for _part, value in parts)]),
        telaah=telaah,
    )


def _menuju(whole: Nilai, parts: list[Nilai]) -> bool:
    numbers = [value.angka for value in parts if value.angka is not None]
    if len(numbers) < sum(map(terisi, parts)) or not numbers or whole.angka is None:
        return True
    slack = len(numbers) * 0.5 * 10.0 ** -min(value.desimal for value in parts if value.angka is not None) + 1e-9
    ends = (numbers[-1], max(numbers), min(numbers), sum(numbers), sum(numbers) / len(numbers))
    return any(abs(end - whole.angka) <= slack for end in ends)
