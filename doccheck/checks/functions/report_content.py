"""What a performance report must hold: the analyses of Permen PANRB 53/2014, improvements to come, its review, its date."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from ...bahasa import _, tandai
from ...model import Analisis, Bukti, Dokumen, JenisAnalisis, Unsur
from ...tanggal import bulan, tanggal
from ..bukti import di, peran
from ..butir import kunci
from ..context import Context
from ..kelompok import BUKTI
from ..registry import Keluaran, Lewati, Parameter, Temuan, periksa
from .achievement import baris_capaian

NAMA: dict[JenisAnalisis, str] = {
    "target_realisasi": tandai("realisasi dengan target tahun ini"),
    "tahun_lalu": tandai("dengan realisasi tahun-tahun sebelumnya"),
    "jangka_menengah": tandai("dengan target jangka menengah (Renstra/RPJMD)"),
    "nasional": tandai("dengan tingkat nasional, provinsi, atau pembanding lain"),
    "penyebab": tandai("penyebab keberhasilan atau kegagalan dan solusinya"),
    "efisiensi": tandai("efisiensi penggunaan sumber daya"),
    "program": tandai("program dan kegiatan penunjang"),
}
_IMAGES = frozenset({"EXT-01", "EXT-02"})


def _temuan(document: Dokumen, subjek: tuple[str, ...], sure: float, proof: list[Bukti], telaah: bool = False, **fakta: Any) -> Temuan:
    return Temuan(
        bukti=tuple(proof[:BUKTI]) or (di(document, peran(document)),),
        subjek=subjek,
        jenis=document.jenis,
        perangkat_daerah=document.perangkat_daerah,
        fakta={"dok": peran(document), "tahun": document.tahun, **fakta},
        keyakinan=sure,
        telaah=telaah,
    )


@periksa("analisis_laporan")
def analisis_laporan(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """The report has the analyses of dengan.analisis, for each indicator that it reports on. dengan.narasi: only words count, a table alone
    does not. dengan.per_indikator: whether each indicator is asked, or the report as a whole.

    A report that lacks one altogether is the grave case; one that lacks it for some indicators, or that lacks nothing but the comparison
    with the country, is lighter. One finding a report. Facts: kurang (list of nama, indikator (list, empty: all of them), tabel: whether a
    table shows it), banyak (all indicators concerned), dok, tahun."""
    accepted = {"ada"} if dengan["narasi"] else {"ada", "tabel"}
    for document in ctx.pilih(*dengan["dokumen"]):
        if not document.analisis or not baris_capaian(document):
            yield Lewati(_("{dokumen}: tabel capaian tidak terbaca").format(dokumen=peran(document)))
            continue
        whole = [one for one in document.analisis if one.indikator is None and one.jenis in dengan["analisis"]]
        lacking: list[dict[str, Any]] = []
        for one in whole:
            each = [other for other in document.analisis if other.indikator is not None and other.jenis == one.jenis]
            without = [other for other in each if other.keadaan not in accepted]
            if one.keadaan not in accepted:
                lacking.append({"jenis": one.jenis, "indikator": [], "tabel": one.keadaan == "tabel"})
            elif dengan["per_indikator"] and without:
                names = [other.indikator for other in without] if len(without) < len(each) else []
                lacking.append({"jenis": one.jenis, "indikator": names, "tabel": all(other.keadaan == "tabel" for other in without)})
        if lacking:
            yield _kurang(ctx, document, lacking)


def _kurang(ctx: Context, document: Dokumen, lacking: list[dict[str, Any]]) -> Temuan:
    rows = {kunci(item.teks): item for item in baris_capaian(document)}
    named = list(dict.fromkeys(name for one in lacking for name in one["indikator"]))
    partly = all(one["indikator"] for one in lacking)
    shown = [rows[kunci(name)] for name in named if kunci(name) in rows]
    proof = [di(document, item.teks, item.indikator.lokasi) for item in shown or rows.values()]
    for one in lacking:
        one["nama"] = _(NAMA[one["jenis"]])
    light = partly or [one["jenis"] for one in lacking] == ["nasional"] or all(one["tabel"] for one in lacking)
    found = _temuan(
        document,
        tuple(sorted(one["jenis"] for one in lacking)),
        (0.8 if partly else 0.9) * ctx.terbaca(document),
        proof if shown else [*_bab(document), *proof],
        kurang=lacking,
        banyak=named,
    )
    return replace(found, keparahan="sedang" if light else None)


def _bab(document: Dokumen) -> list[Bukti]:
    """The heading of the chapter on achievement."""
    chapters = [one for one in document.bagian if one.tingkat == 1]
    found = next((one for one in chapters if one.nomor in ("BAB III", "BAB 3", "III") or "akuntabilitas" in one.judul.lower()), None)
    return [di(document, f"{found.nomor or ''} {found.judul}".strip(), found.lokasi)] if found else []


@periksa("unsur_laporan")
def unsur_laporan(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """The report has what dengan.unsur names (model.Unsur). What is there but names no object, post or time is for a person.
    Facts: umum, dok, tahun."""
    for document in ctx.pilih(*dengan["dokumen"]):
        for one in document.unsur:
            if one.jenis != dengan["unsur"] or one.keadaan == "ada":
                continue
            vague = one.keadaan == "umum"
            yield _temuan(document, (one.jenis,), 0.85 * ctx.terbaca(document), [_letak(document, one)], telaah=vague, umum=vague)


def _letak(document: Dokumen, one: Unsur | Analisis) -> Bukti:
    last = document.bagian[-1] if document.bagian else None
    if one.lokasi.halaman is None and last is not None:
        return di(document, f"{last.nomor or ''} {last.judul}".strip(), last.lokasi)
    return di(document, peran(document), one.lokasi)


@periksa("reviu_dan_waktu")
def reviu_dan_waktu(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """The report holds the statement that it was reviewed, and is dated in time: by the last day of month dengan.bulan_pd (agencies) or
    dengan.bulan_daerah (the region) of the next year. A statement may be a page that was scanned, and agencies' reports are often reviewed
    together: for a person. A date without a day counts as its first day.

    Facts: hal ("reviu" or "terlambat"), tanggal, batas, dok, tahun."""
    for document in ctx.pilih(*dengan["dokumen"]):
        review = next((one for one in document.unsur if one.jenis == "reviu"), None)
        if review is not None and review.keadaan == "tidak_ada":
            pictured = any(note.kode in _IMAGES for note in document.catatan)
            yield _temuan(
                document, ("reviu",), 0.6 if pictured else 0.75, [_letak(document, review)],
                telaah=pictured or document.perangkat_daerah is not None, hal="reviu", tanggal="", batas="",
            )  # fmt: skip
        signed = tanggal(document.tanggal)
        if signed is None or document.tahun is None or signed[0] <= document.tahun:
            continue
        month = int(dengan["bulan_pd"] if document.perangkat_daerah else dengan["bulan_daerah"])
        limit = (document.tahun + 1, month, monthrange(document.tahun + 1, month)[1])
        if signed > limit:
            yield _temuan(
                document, ("terlambat",), 0.85, [di(document, document.tanggal or "")], hal="terlambat", tanggal=document.tanggal,
                batas=f"{limit[2]} {bulan(month)} {limit[0]}",
            )  # fmt: skip
