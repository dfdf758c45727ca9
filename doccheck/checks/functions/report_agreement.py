"""A performance report against the agreement of its year: targets and money; and the report's own shares and sums of money."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from ...bahasa import _
from ...model import Dokumen, Kinerja, Nilai
from ..bukti import bukti, di, peran
from ..butir import Butir, butir_indikator, kunci
from ..context import Context
from ..kelompok import BUKTI, serupa
from ..keyakinan import bacaan, tautan
from ..nilai import bandingkan, satu_satuan
from ..pasangan import tertaut
from ..penjumlahan import rupiah
from ..perjanjian import Perjanjian
from ..program import kode_program
from ..registry import Keluaran, Lewati, Parameter, Temuan, periksa
from .achievement import dua_desimal, tahun_laporan
from .sums import jumlah_anggaran

_TO_END = re.compile(r"jangka menengah|renstra|rp(?:jm)?d\b", re.I)
_REVISED = re.compile(r"perubahan.{0,40}(?:perjanjian|\bpk\b)|(?:perjanjian kinerja|\bpk\b).{0,20}perubahan|\bdppa\b|p-?apbd", re.I)


def _perjanjian(ctx: Context, report: Dokumen) -> list[Perjanjian]:
    """What the head of the agency (or of the region) promised for the report's year, as last revised."""
    return ctx.pk(ctx.pd(report), report.tahun, "kepala", "kdh")


def _menyebut_perubahan(report: Dokumen, agreements: list[Perjanjian]) -> bool:
    """Whether the report speaks of a revised agreement or budget, while only the first one is at hand."""
    if any(one.dokumen.status == "perubahan" for one in agreements) or report.status == "perubahan":
        return False
    texts = [one.judul for one in report.bagian] + [node.judul_tabel or "" for node in report.kinerja]
    return any(_REVISED.search(text) for text in texts)


@periksa("target_laporan")
def target_laporan(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """The target by which a report measures an indicator is that of the agreement in force for its year. Tables that compare with the end
    of the plan have other targets; where one table of achievement agrees, the documents do. A report that speaks of a revised agreement
    that is not here is for a person. Facts: indikator, tahun, a (agreement), b (report), dok_atas, dok_bawah."""
    for report in ctx.pilih(*dengan["dokumen"]):
        agreements = _perjanjian(ctx, report)
        promised = [item for one in agreements for item in one.indikator() if item.teks]
        rows = [item for item in butir_indikator(report) if item.teks and not _TO_END.search(item.kinerja.judul_tabel or "")]
        if not promised or not rows:
            yield Lewati(_("PK {tahun} untuk {dokumen} tidak ada").format(tahun=report.tahun or "", dokumen=peran(report)))
            continue
        doubtful = _menyebut_perubahan(report, agreements)
        for group in serupa(promised):
            if (case := _beda(ctx, report, group, rows)) is not None:
                upper, lower, a, b, sure, telaah = case
                yield Temuan(
                    bukti=(bukti(upper, a), *(bukti(item, value) for item, value in lower[:BUKTI])),
                    subjek=(upper.teks,),
                    jenis=report.jenis,
                    perangkat_daerah=report.perangkat_daerah,
                    fakta={
                        "indikator": upper.teks, "tahun": report.tahun, "a": a.teks, "b": b.teks,
                        "dok_atas": peran(upper.dokumen, upper.kinerja.jabatan), "dok_bawah": peran(report),
                    },
                    keyakinan=sure * bacaan([upper, *(item for item, _value in lower)], [a, *(value for _item, value in lower)]),
                    telaah=telaah or doubtful,
                )  # fmt: skip


_Kasus = tuple[Butir, list[tuple[Butir, Nilai]], Nilai, Nilai, float, bool]


def _beda(ctx: Context, report: Dokumen, group: list[Butir], rows: list[Butir]) -> _Kasus | None:
    upper = group[0]
    near = ctx.terdekat(upper.teks, rows, "indikator")
    if near is None or near[1].verdict == "different":
        if not tertaut(ctx, group, rows):
            return None
        key = kunci(upper.teks)
        same = [item for item in rows if any(kunci(link.dari.indikator or "") == key for link in ctx.tautan_ke(item, "pk"))]
        sure = 0.8
    else:
        same = [item for item in rows if kunci(item.teks) == kunci(near[0].teks)]
        sure = tautan(near[1])
    own = [item for item in same if item.kinerja.tabel == "capaian"] or same
    found: list[tuple[Butir, Nilai]] = []
    telaah = False
    for item in own:
        year = tahun_laporan(report, item) or ""
        value = item.indikator.target.get(year)
        uppers = [(one, cell) for one in group if (cell := one.indikator.target.get(year))]
        if value is None or not uppers or not all(satu_satuan(one.indikator, cell, item.indikator, value) for one, cell in uppers):
            continue
        compared = [bandingkan(cell, value) for _one, cell in uppers]
        if any(beda.status == "sama" for beda in compared):
            return None
        if all(beda.status == "beda" and not beda.pembulatan for beda in compared):
            found.append((item, value))
            telaah = telaah or any(beda.telaah for beda in compared)
    if not found:
        return None
    year = tahun_laporan(report, found[0][0]) or ""
    return upper, found, upper.indikator.target[year], found[0][1], 0.95 * sure, telaah


@periksa("anggaran_laporan")
def anggaran_laporan(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """The money of a report: printed shares are what was spent of the budget (within dengan.toleransi points or half of the last digit),
    a programme's budget and spending are the sums of their parts, and its budget is that of the agreement's annex.

    Facts: hal ("serapan", "jumlah", "realisasi", "pagu"), uraian, banyak (list of uraian, a, b), dok, dok_atas."""
    yield from _jumlah(ctx, dengan)
    for report in ctx.pilih(*dengan["dokumen"]):
        yield from _serapan(report, dengan["toleransi"])
        yield from _realisasi(ctx, report, dengan["rupiah"])
        yield from _pagu(ctx, report)


_Uang = tuple[Kinerja, Nilai, str, str]


def _temuan(report: Dokumen, hal: str, cases: list[_Uang], sure: float, telaah: bool = False, **fakta: Any) -> Temuan:
    """cases: node, the printed value in question, and both values for the message."""
    return Temuan(
        bukti=tuple(di(report, node.uraian, node.lokasi, nilai=value) for node, value, _a, _b in cases[:BUKTI]),
        subjek=(hal, cases[0][0].uraian),
        jenis=report.jenis,
        perangkat_daerah=report.perangkat_daerah,
        fakta={
            "hal": hal, "uraian": cases[0][0].uraian, "banyak": [{"uraian": node.uraian, "a": a, "b": b} for node, _v, a, b in cases],
            "dok": peran(report), "dok_atas": "", **fakta,
        },
        keyakinan=sure * min([node.keyakinan for node, *_rest in cases] + [value.keyakinan for _n, value, *_rest in cases]),
        telaah=telaah,
    )  # fmt: skip


def _serapan(report: Dokumen, toleransi: float) -> Iterator[Temuan]:
    """A table in which most shares are off computes something else (shares of the whole, physical progress): nothing is told of it."""
    tables: dict[str, list[_Uang]] = {}
    counted: dict[str, int] = {}
    for node in report.kinerja:
        for year, spent in node.realisasi_anggaran.items():
            budget = node.anggaran.get(year)
            if budget is None or node.serapan is None or None in (budget.angka, spent.angka, node.serapan.angka):
                continue
            if not budget.angka or budget.angka < 1000 or (spent.angka or 0.0) < 1000:
                continue  # no rupiah
            exact = (spent.angka or 0.0) / budget.angka * 100
            printed = node.serapan.angka or 0.0
            key = node.judul_tabel or ""
            counted[key] = counted.get(key, 0) + 1
            slack = max(toleransi, 0.5 * 10.0**-node.serapan.desimal)
            if all(abs(value - exact) > slack for value in (printed, printed * 100)):
                tables.setdefault(key, []).append((node, node.serapan, node.serapan.teks, dua_desimal(exact)))
    for key, cases in tables.items():
        if 2 * len(cases) <= counted[key] or counted[key] < 4:
            yield _temuan(report, "serapan", cases, 0.9)


def _jumlah(ctx: Context, dengan: Parameter) -> Iterator[Temuan]:
    for found in jumlah_anggaran(ctx, {"dokumen": dengan["dokumen"], "toleransi": dengan["rupiah"]}):
        if isinstance(found, Temuan) and not found.telaah:  # without codes, parts are often not all read
            facts = found.fakta
            listed = [{"uraian": facts["uraian"], "a": one["tercantum"], "b": one["hasil"]} for one in facts["selisih"]]
            yield replace(found, fakta={"hal": "jumlah", "uraian": facts["uraian"], "banyak": listed, "dok": facts["dok"], "dok_atas": ""})


def _realisasi(ctx: Context, report: Dokumen, slack: float) -> Iterator[Temuan]:
    """Told only where the budgets of the same parts add up, so that they were all read."""
    for node in report.kinerja:
        children = ctx.anak(report, node)
        for year, spent in node.realisasi_anggaran.items():
            parts = [child.realisasi_anggaran.get(year) for child in children]
            budgets = [child.anggaran.get(year) for child in children]
            own = node.anggaran.get(year)
            if len(children) < 2 or any(part is None or part.angka is None for part in (*parts, *budgets, own, spent)):
                continue
            total, whole = (sum(part.angka or 0.0 for part in cells if part) for cells in (parts, budgets))
            if own and abs((own.angka or 0.0) - whole) <= slack < abs((spent.angka or 0.0) - total):
                yield _temuan(report, "realisasi", [(node, spent, spent.teks, rupiah(total))], 0.9)


def _pagu(ctx: Context, report: Dokumen) -> Iterator[Temuan]:
    agreements = _perjanjian(ctx, report)
    promised = {(kode_program(item.kinerja.kode) or kunci(item.teks)): item for one in agreements for item in one.program()}
    by_name = {kunci(item.teks): item for item in promised.values()}
    cases: dict[str, _Uang] = {}
    agreed: set[str] = set()
    upper: Butir | None = None
    for node in report.kinerja:
        item = promised.get(kode_program(node.kode) or "") or by_name.get(kunci(node.uraian))
        if node.level != "program" or item is None or not node.realisasi_anggaran:
            continue
        for year, budget in node.anggaran.items():
            value = item.kinerja.anggaran.get(year)
            if value is None or value.angka is None or budget.angka is None:
                continue
            key = kunci(item.teks)
            if abs(value.angka - budget.angka) <= 1 or bandingkan(value, budget).status != "beda":
                agreed.add(key)
            else:
                cases.setdefault(key, (node, budget, budget.teks, value.teks))
                upper = upper or item
    wrong = [case for key, case in cases.items() if key not in agreed]
    if wrong and upper is not None:
        first = next(one for one in agreements)
        unrevised = first.dokumen.status != "perubahan"  # a report tells the budget as last changed
        found = _temuan(report, "pagu", wrong, 0.85, unrevised, dok_atas=peran(first.dokumen, first.jabatan))
        yield replace(found, bukti=(bukti(upper, next(iter(upper.kinerja.anggaran.values()))), *found.bukti)[:BUKTI])
