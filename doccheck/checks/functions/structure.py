"""What a row must have: a goal its indicator, an indicator its baseline, money its measure, a sasaran its programme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from ...bahasa import _
from ...classify import is_measure
from ...model import Baseline, Dokumen, Kinerja
from ...tempat import kunci_baris
from ..bukti import bukti, di, peran
from ..butir import Butir, butir, butir_indikator, kunci
from ..context import Context
from ..generik import penunjang, sasaran_internal
from ..jabatan import jenjang
from ..kelompok import BUKTI, per_perangkat, serupa
from ..keyakinan import bacaan
from ..nilai import terisi
from ..program import wajar
from ..registry import Keluaran, Lewati, Parameter, Temuan, periksa

_TABEL_UKURAN = ("tujuan_sasaran", "pk", "iku", "rencana_aksi")
_UKURAN = re.compile(r"(?:jumlah|persentase|indeks|rasio)\b")
"""How indicators begin: such a "kegiatan" is an indicator that stands in the wrong column."""
_TABEL_PROGRAM = ("tujuan_sasaran", "program", "cascading")


def _temuan(ctx: Context, group: list[Butir], fakta: dict[str, Any], sure: float, telaah: bool = False) -> Temuan:
    first = group[0]
    return Temuan(
        bukti=tuple(bukti(item) for item in group[:BUKTI]),
        subjek=(first.teks, first.kinerja.kode or ""),
        jenis=first.dokumen.jenis,
        perangkat_daerah=first.dokumen.perangkat_daerah,
        fakta={"uraian": first.teks, "dok": peran(first.dokumen, first.kinerja.jabatan), **fakta},
        keyakinan=sure * bacaan(group) * ctx.terbaca(first.dokumen),
        telaah=telaah,
    )


@periksa("sasaran_tanpa_indikator")
def sasaran_tanpa_indikator(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """A goal (dengan.level) has an indicator in some table of its document. Judged only in tables of goals that print indicators for
    other goals of the level; a goal that reads like a measure stands in the wrong column. Facts: uraian, dok."""
    for group in per_perangkat(ctx, _tanpa_indikator(ctx, dengan)):
        yield _temuan(ctx, group, {}, 0.9)


def _tanpa_indikator(ctx: Context, dengan: Parameter) -> Iterator[Butir]:
    for document in ctx.pilih(*dengan["dokumen"]):
        goals = [item for item in butir(document, dengan["level"]) if document.jenis == "rpjmd" or item.kinerja.lingkup == "pd"]
        measured = [item for item in goals if item.kinerja.indikator]
        tables = {item.kinerja.tabel for item in measured} & set(_TABEL_UKURAN)
        for group in serupa(goals):
            here = [item for item in group if item.kinerja.tabel in tables]
            if not here or is_measure(group[0].teks) or any(item.kinerja.indikator for item in group):
                continue
            if (near := ctx.terdekat(group[0].teks, measured, "sasaran")) and near[1].verdict != "different":
                continue
            yield from here


@periksa("tanpa_baseline")
def tanpa_baseline(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """An indicator with targets has a baseline where its table has a column for it. "NA" and "indikator baru" say why not. More than
    dengan.kelompok in one document are one finding. Facts: indikator (one, or a list), tahun (first year with a target), dok."""
    for document in ctx.pilih(*dengan["dokumen"]):
        rows = [item for item in butir_indikator(document, dengan["level"]) if wajar(item.kinerja)]
        items = [item for item in rows if any(map(terisi, item.indikator.target.values()))]
        column = {_judul(item) for item in items if item.indikator.baseline is not None}
        missing = [
            here
            for group in serupa(items)
            if (here := [item for item in group if _judul(item) in column and _kosong(item.indikator.baseline)])
            and all(_kosong(item.indikator.baseline) for item in group)
        ]
        if len(missing) > dengan["kelompok"]:
            missing = [[here[0] for here in missing]]
        for here in missing:
            planned = {year: value for year, value in here[0].indikator.target.items() if terisi(value)}
            years = sorted(year for year, value in planned.items() if value.angka != 0) or sorted(planned)
            texts = list(dict.fromkeys(item.teks for item in here))
            facts = {"indikator": texts if len(texts) > 1 else texts[0], "tahun": years[0]}
            seen = _temuan(ctx, here, facts, 0.9)
            yield replace(seen, subjek=("semua",)) if len(texts) > 1 else seen


def _judul(item: Butir) -> tuple[str, str | None]:
    """Its table. It has a column for the starting condition where some row names one, if only as a dash."""
    return item.kinerja.tabel, item.kinerja.judul_tabel


def _kosong(baseline: Baseline | None) -> bool:
    return baseline is None or (baseline.nilai.jenis == "kosong" and baseline.nilai.alasan != "na")


@periksa("anggaran_tanpa_ukuran")
def anggaran_tanpa_ukuran(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """A programme, kegiatan or subkegiatan with money in a year has an indicator with a target for it.

    Judged in tables that print indicators for other rows; the annex of a PK has none. A row beside the merged cell of an indicator has
    that one. Facts: uraian, kode, level, kurang
    ("indikator" or "target"), tahun (list), anggaran, dok.
    """
    for document in ctx.pilih(*dengan["dokumen"]):
        items = [item for item in butir(document, dengan["level"]) if item.kinerja.tabel != "pk_anggaran"]
        tables = {(item.kinerja.tabel, item.kinerja.level) for item in items if item.kinerja.indikator}
        for group in serupa(items, lambda item: item.kinerja.kode or ""):
            funded = [item for item in group if (item.kinerja.tabel, item.kinerja.level) in tables and _didanai(item.kinerja)]
            funded = [item for item in funded if wajar(item.kinerja) and not _UKURAN.match(kunci(item.teks))]
            funded = [item for item in funded if not _baris_berikut(ctx, item)]
            if not funded or any(item.kinerja.indikator_gabungan for item in group):
                continue
            measured = [item for item in group if item.kinerja.indikator]
            years = _didanai(funded[0].kinerja)
            if measured:
                years = _target_kosong(measured, years)
            if not years:
                continue
            amount = funded[0].kinerja.anggaran[years[0]].teks
            facts = {
                "kode": funded[0].kinerja.kode,
                "level": funded[0].kinerja.level,
                "kurang": "target" if measured else "indikator",
                "tahun": years,
                "anggaran": amount,
            }
            bare = not any(item.kinerja.indikator for item in items if _pada(item) == _pada(funded[0]))
            doubtful = not measured and (bare or _sekata(funded[0]))
            yield _temuan(ctx, funded, facts, 0.9 if measured else 0.85, telaah=doubtful)


def _pada(item: Butir) -> tuple[int | None, str | None, int | None]:
    """The table of a row: where none of its rows has an indicator, its column was not read, or the whole table lacks it."""
    place = item.kinerja.lokasi
    return place.halaman, place.lembar, place.tabel


def _baris_berikut(ctx: Context, item: Butir) -> bool:
    """Whether the next row has no code, but indicators: then it may be the rest of this row (its output), read as a row of its own."""
    nodes = item.dokumen.kinerja
    at = ctx.nomor(item.dokumen, item.kinerja)
    following = nodes[at + 1] if at + 1 < len(nodes) else None
    return bool(item.kinerja.kode and following and not following.kode and following.indikator and following.tabel == item.kinerja.tabel)


def _sekata(item: Butir) -> bool:
    """Whether a row without a code has a name of one word: that of a unit over its rows ("BP3 (biaya tetap)"), hardly an activity."""
    return not item.kinerja.kode and len(re.sub(r"\([^)]*\)", " ", item.teks).split()) < 2


def _didanai(node: Kinerja) -> list[str]:
    return [year for year, value in sorted(node.anggaran.items()) if value.angka and value.angka > 0]


def _target_kosong(measured: list[Butir], years: list[str]) -> list[str]:
    """The years of which a target cell is there and empty in every row of the node, while other years have targets."""
    series = [one.target for item in measured for one in item.kinerja.indikator]
    known = {year: [target[year] for target in series if year in target] for year in years}
    empty = [year for year, cells in known.items() if cells and not any(terisi(cell) for cell in cells)]
    return empty if empty and any(terisi(v) for t in series for v in t.values()) else []


@periksa("sasaran_tanpa_program")
def sasaran_tanpa_program(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """A sasaran has a programme below it, in a document that hangs programmes under sasaran. The agency's own accountability is served by
    the supporting programme, which may hang under another sasaran: where there is one, it is for a person. Programmes beside one cell that
    holds several sasaran are those of each. Facts: uraian, dok."""
    for document in ctx.pilih(*dengan["dokumen"]):
        programs = [item for item in butir(document, ("program",)) if item.kinerja.tabel in _TABEL_PROGRAM]
        goals = [item for item in butir(document, ("sasaran",)) if item.kinerja.tabel in _TABEL_PROGRAM]
        goals = [item for item in goals if document.jenis == "rpjmd" or item.kinerja.lingkup == "pd"]
        parents = [
            Butir(document, node) for item in programs for node in ctx.leluhur(document, item.kinerja) if node.level == "sasaran"
        ]
        if not goals:
            continue
        if not parents:
            yield Lewati(_("{dokumen} tidak menghubungkan program dengan sasaran").format(dokumen=peran(document)))
            continue
        tables = {one.kinerja.tabel for one in parents}
        shown = {kunci(item.teks) for item in goals if item.kinerja.tabel in tables}
        rows = {kunci_baris(item.kinerja.lokasi) for item in parents if item.kinerja.lokasi.baris is not None}
        for group in serupa(goals):
            if any(kunci_baris(item.kinerja.lokasi) in rows for item in group):
                continue
            if (near := ctx.terdekat(group[0].teks, parents, "sasaran")) and near[1].verdict != "different":
                continue
            served = sasaran_internal(group[0].teks) and any(penunjang(item.kinerja) for item in programs)
            yield _temuan(ctx, group, {}, 0.9 if kunci(group[0].teks) in shown and not served else 0.65, telaah=served)


@periksa("jenjang_terputus")
def jenjang_terputus(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """The cascade goes down to dengan.terendah: in a cascading document as a whole (or to the goals of teams there), in other
    documents for every programme whose siblings do; and the agreements of an agency go below eselon III where those of most other agencies
    do.

    Facts: uraian, level (where it ends), terendah, lingkup ("dokumen", "program" or "pk"), tahun (of agreements), pd, dok."""
    yield from _pk_terputus(ctx)
    order = ("tujuan", "sasaran", "program", "kegiatan", "subkegiatan", "aktivitas")
    lowest = order.index(dengan["terendah"])
    for document in ctx.pilih(*dengan["dokumen"]):
        nodes = [item for item in butir(document) if item.kinerja.level in order]
        if not nodes or document.jenis == "pk":
            continue
        deepest = max(nodes, key=lambda item: order.index(item.kinerja.level))
        if document.jenis == "cascading":
            if order.index(deepest.kinerja.level) < lowest and not any(_jenjang_keempat(ctx, item) for item in nodes):
                yield _temuan(ctx, [deepest], {"level": deepest.kinerja.level, "lingkup": "dokumen", **_rendah(dengan)}, 0.85)
            continue
        for group in serupa(butir(document, ("program",)), lambda item: item.kinerja.kode or ""):
            if _dijabarkan(ctx, document, group) or penunjang(group[0].kinerja) or not wajar(group[0].kinerja):
                continue
            tables = {item.kinerja.tabel for item in nodes if item.kinerja.level in ("kegiatan", "subkegiatan")}
            here = [item for item in group if item.kinerja.tabel in tables and _didanai(item.kinerja)]
            if here:
                yield _temuan(ctx, here, {"level": "program", "lingkup": "program", **_rendah(dengan)}, 0.75)


def _jenjang_keempat(ctx: Context, item: Butir) -> bool:
    """Whether a goal of a cascading is one of a team or below, whatever its level is called: by its post, or as the third of goals that
    hang below each other (head, bidang, team side by side, each with a "sasaran")."""
    node = item.kinerja
    if any(jenjang(post) in ("iv", "jf") for post in (node.jabatan, node.penanggung_jawab) if post):
        return True
    return node.level == "sasaran" and sum(one.level == "sasaran" for one in ctx.leluhur(item.dokumen, node)) >= 2


def _rendah(dengan: Parameter) -> dict[str, Any]:
    return {"terendah": dengan["terendah"], "tahun": None}


def _pk_terputus(ctx: Context) -> Iterator[Temuan]:
    years = sorted({one.tahun for one in ctx.perjanjian if one.tahun})
    for year in years:
        depth = {pd: ranks for pd in ctx.perangkat if (ranks := {one.jenjang for one in ctx.pk(pd, year)})}
        deep = [pd for pd, ranks in depth.items() if ranks & {"iv", "jf"}]
        for pd, ranks in depth.items():
            if "iii" not in ranks or ranks & {"iv", "jf", "lain"} or len(deep) < 2 or 2 * len(deep) < len(depth):
                continue
            agreements = ctx.pk(pd, year, "iii")
            document = agreements[0].dokumen
            places = {one.dokumen.berkas: one for one in agreements}
            yield Temuan(
                bukti=tuple(di(one.dokumen, one.jabatan, nama=peran(one.dokumen, one.jabatan)) for one in places.values()),
                subjek=(str(year), "pk"),
                jenis="pk",
                perangkat_daerah=document.perangkat_daerah,
                fakta={
                    "uraian": document.perangkat_daerah,
                    "level": "eselon III",
                    "terendah": "eselon IV/JF",
                    "lingkup": "pk",
                    "tahun": year,
                    "dok": peran(document),
                },
                keyakinan=0.85 * min(one.dokumen.keyakinan_jenis for one in agreements),
            )


def _dijabarkan(ctx: Context, document: Dokumen, group: list[Butir]) -> bool:
    code = (group[0].kinerja.kode or "").strip(". ")
    if code and any((node.kode or "").startswith(f"{code}.") for node in document.kinerja):
        return True
    return any(ctx.anak(document, item.kinerja) for item in group)
