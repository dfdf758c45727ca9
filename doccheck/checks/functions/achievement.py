"""Achievements that a performance report prints: computed rightly, classed rightly, there at all, and explained where they are extreme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ...bahasa import _, get_lang
from ...classify import polaritas
from ...extract.nilai.satuan import jenis_satuan
from ...model import Dokumen, Nilai
from ..bukti import bukti, peran
from ..butir import Butir, butir_indikator, kunci
from ..capaian import PERMENDAGRI, Hitungan, hitung, kelas, skala
from ..context import Context
from ..kelompok import BUKTI, serupa
from ..keyakinan import bacaan
from ..nilai import satu_satuan, terisi
from ..registry import Keluaran, Lewati, Parameter, Temuan, periksa

_LATER = re.compile(r"rilis|terbit|menunggu|publikasi|umumkan", re.I)
"""What a cell says of a figure that comes later."""


def baris_capaian(document: Dokumen) -> list[Butir]:
    """The indicators in the tables of achievement."""
    return [item for item in butir_indikator(document) if item.kinerja.tabel == "capaian" and item.teks]


def tahun_laporan(document: Dokumen, item: Butir) -> str | None:
    """The year a row reports on: the document's, else the only one for which it prints an achievement or realisation."""
    if document.tahun is not None:
        return str(document.tahun)
    years = set(item.indikator.capaian or item.indikator.realisasi) - {"akhir"}
    return years.pop() if len(years) == 1 else None


def _temuan(document: Dokumen, cases: list[tuple[Butir, Nilai]], sure: float, telaah: bool = False, **fakta: Any) -> Temuan:
    item = cases[0][0]
    return Temuan(
        bukti=tuple(bukti(one, value) for one, value in cases[:BUKTI]),
        subjek=(item.teks,),
        jenis=document.jenis,
        perangkat_daerah=document.perangkat_daerah,
        fakta={"indikator": item.teks, "dok": peran(document), **fakta},
        keyakinan=sure * bacaan([one for one, _value in cases], [value for _one, value in cases]),
        telaah=telaah,
    )


@periksa("capaian_dihitung")
def capaian_dihitung(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """The printed achievement follows from target and realisation of its row, by one of the formulas for the indicator's direction (checks.
    capaian; all of them where the direction is unknown), capped or not. What the formula of the other direction gives is for a person.

    Facts: indikator, tahun, target, realisasi, a (printed), b (computed), lain (a realisation that another table of the document prints
    and from which the achievement does follow, or None), dok."""
    for document in ctx.pilih(*dengan["dokumen"]):
        rows = baris_capaian(document)
        highest = max((v.angka for item in rows for v in item.indikator.capaian.values() if v.angka is not None), default=0.0)
        for group in serupa(rows):
            wrong = []
            for item in group:
                seen = _hitungan(ctx, item, highest)
                if seen is not None and not seen[1].wajar:
                    wrong.append((item, *seen))
            if not wrong:
                continue
            item, year, sums = wrong[0]
            one = item.indikator
            cells = [one.target[year], one.realisasi[year], one.capaian[year]]
            yield _temuan(
                document,
                [(case[0], case[0].indikator.capaian[case[1]]) for case in wrong],
                0.9 * bacaan([item], cells),
                all(case[2].lain for case in wrong),
                tahun=year,
                target=one.target[year].teks,
                realisasi=one.realisasi[year].teks,
                a=one.capaian[year].teks,
                b=dua_desimal(sums.seharusnya),
                lain=_realisasi_lain(ctx, group, item, year, highest),
            )


def dua_desimal(value: float) -> str:
    """Two decimals, with the sign of the reader's language."""
    return f"{value:.2f}".replace(".", ",") if get_lang() == "id" else f"{value:.2f}"


def _hitungan(ctx: Context, item: Butir, highest: float) -> tuple[str, Hitungan] | None:
    year = tahun_laporan(item.dokumen, item)
    one = item.indikator
    if year is None or not all(year in values for values in (one.target, one.realisasi, one.capaian)):
        return None
    target, realised, shown = one.target[year], one.realisasi[year], one.capaian[year]
    arah = polaritas(one.uraian, one.satuan)
    if arah == "tetap" or not satu_satuan(one, target, one, realised) or min(v.keyakinan for v in (target, realised, shown)) < 0.8:
        return None
    found = hitung(target, realised, shown, arah, ctx.config.capaian, highest)
    return (year, found) if found else None


def _realisasi_lain(ctx: Context, group: list[Butir], item: Butir, year: str, highest: float) -> str | None:
    one = item.indikator
    arah = polaritas(one.uraian, one.satuan)
    for other in group:
        value = other.indikator.realisasi.get(year)
        if value is None or value.angka == one.realisasi[year].angka:
            continue
        found = hitung(one.target[year], value, one.capaian[year], arah, ctx.config.capaian, highest)
        if found and found.wajar:
            return value.teks
    return None


@periksa("kategori_sesuai")
def kategori_sesuai(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """The printed class of an achievement is that of its value, by the classes that the document prints, else the office's ([capaian]),
    else those of Permendagri 86/2017 where the names are theirs. Facts: indikator, capaian, kategori, seharusnya (list), sumber, dok."""
    for document in ctx.pilih(*dengan["dokumen"]):
        scale = skala(document.kategori, ctx.config.capaian)
        names = {kunci(one.nama): one.nama for one in scale}
        source = peran(document) if document.kategori else "doccheck.toml" if ctx.config.capaian.kategori else "Permendagri 86/2017"
        for group in serupa(baris_capaian(document)):
            wrong = []
            for item in group:
                shown = _kategori(item.indikator.kategori, names)
                value = item.indikator.capaian.get(tahun_laporan(document, item) or "")
                if shown is None or value is None or value.angka is None or value.keyakinan < 0.8:
                    continue
                fitting = kelas(value.angka, scale)
                if fitting and shown not in map(kunci, fitting):
                    wrong.append((item, value, fitting))
            if wrong:
                item, value, fitting = wrong[0]
                yield _temuan(
                    document, [(one, cell) for one, cell, _names in wrong], 0.9 if scale is not PERMENDAGRI else 0.8,
                    capaian=value.teks, kategori=item.indikator.kategori, seharusnya=fitting, sumber=source,
                )  # fmt: skip


def _kategori(text: str | None, names: dict[str, str]) -> str | None:
    """The class that a cell names, by its key; None for words that are none of the scale's."""
    key = kunci(re.sub(r"\([^)]*\)", " ", text or ""))
    return key if key in names else None


@periksa("realisasi_kosong")
def realisasi_kosong(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """An indicator with a target for the year has a realisation in one of the report's tables. Told where other indicators of the report
    have one, and where the report does not say that the figure comes later. Facts: indikator, tahun, target, nilai (as printed), dok."""
    for document in ctx.pilih(*dengan["dokumen"]):
        rows = baris_capaian(document)
        year = str(document.tahun or "")
        if not any(terisi(item.indikator.realisasi.get(year)) for item in rows):
            yield Lewati(_("{dokumen}: realisasi tidak terbaca dari tabel capaian").format(dokumen=peran(document)))
            continue
        later = {kunci(one.indikator) for one in document.unsur if one.jenis == "rilis" and one.indikator}
        for group in serupa(rows):
            aimed = [item for item in group if terisi(item.indikator.target.get(year))]
            told = [v for item in group for v in (item.indikator.realisasi.get(year), item.indikator.capaian.get(year))]
            said = any(value and _LATER.search(value.teks) for value in told)
            if not aimed or any(map(terisi, told)) or said or kunci(group[0].teks) in later:
                continue
            target = aimed[0].indikator.target[year]
            empty = next((value for value in told if value is not None), None)
            sure = 0.9 * ctx.terbaca(document) if empty is not None else 0.75 * ctx.terbaca(document)
            yield _temuan(
                document, [(item, item.indikator.realisasi.get(year) or item.indikator.target[year]) for item in aimed], sure,
                tahun=year, target=target.teks, nilai=empty.teks if empty else "",
            )  # fmt: skip


@periksa("capaian_ekstrem")
def capaian_ekstrem(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """An achievement above dengan.atas or below dengan.bawah percent is explained. Counts of few things (a target up to dengan.kecil) jump
    and are let off. Facts: indikator, capaian, tinggi, dok."""
    for document in ctx.pilih(*dengan["dokumen"]):
        explained = {kunci(one.indikator): one.keadaan for one in document.analisis if one.jenis == "penyebab" and one.indikator}
        for group in serupa(baris_capaian(document)):
            if explained.get(kunci(group[0].teks)) not in ("tabel", "tidak_ada"):
                continue
            cases = []
            for item in group:
                year = tahun_laporan(document, item) or ""
                value = item.indikator.capaian.get(year)
                if value is None or value.angka is None or dengan["bawah"] <= value.angka <= dengan["atas"]:
                    continue
                if not _sedikit(item, year, dengan["kecil"]):
                    cases.append((item, value))
            if cases:
                value = cases[0][1]
                high = (value.angka or 0.0) > dengan["atas"]
                yield _temuan(document, cases, 0.8 * ctx.terbaca(document), capaian=value.teks, tinggi=high)


def _sedikit(item: Butir, year: str, limit: float) -> bool:
    target = item.indikator.target.get(year)
    share = jenis_satuan(item.indikator.satuan) == "pecahan" if item.indikator.satuan else False
    return bool(target and target.angka is not None and not share and not target.desimal and abs(target.angka) <= limit)
