"""What a document as a whole must have: its tables and chapters, its adoption; and one baseline for an indicator in all documents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ...bahasa import _
from ...model import Dokumen, Nilai
from ..bukti import bukti, di, peran
from ..butir import Butir, kunci
from ..context import Context
from ..keyakinan import bacaan, tautan
from ..nilai import bandingkan, satu_satuan
from ..registry import Keluaran, Lewati, Parameter, Temuan, periksa

_ROMAWI = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}


@periksa("bagian_wajib")
def bagian_wajib(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """A document has the tables that dengan.tabel asks of its kind (or those that dengan.setara takes for them), in this file or in another
    of its agency and kind, and no gap in its numbered chapters. Always for a person: what is missing may be a picture or an
    annex. Shorter files than dengan.halaman are parts.
    Facts: kurang (list of kinds of table, or of chapters), macam ("tabel" or "bab"), dok."""
    for document in ctx.pilih(*dengan["dokumen"]):
        if document.halaman < dengan["halaman"] or ctx.terbaca(document) < 1:
            continue
        twins = [one for one in ctx.pilih(document.jenis) if ctx.pd(one) == ctx.pd(document) and ctx.pemda(one) == ctx.pemda(document)]
        kinds = {table.jenis for one in twins for table in one.tabel} | {node.tabel for one in twins for node in one.kinerja}
        missing = [kind for kind in dengan["tabel"].get(document.jenis, ()) if not kinds & {kind, *dengan["setara"].get(kind, ())}]
        for macam, names in (("tabel", missing), ("bab", _bab_hilang(document))):
            if names:
                yield Temuan(
                    bukti=(di(document, peran(document)),),
                    subjek=tuple(names),
                    jenis=document.jenis,
                    perangkat_daerah=document.perangkat_daerah,
                    fakta={"kurang": names, "macam": macam, "dok": peran(document)},
                    keyakinan=0.65,
                    telaah=True,
                )


def _bab_hilang(document: Dokumen) -> list[str]:
    """Numbers that are missing between the first and the last chapter, where at least three were found."""
    found = {_nomor(one.nomor or one.judul) for one in document.bagian if one.tingkat == 1} - {0}
    if len(found) < 3:
        return []
    names = {number: name for name, number in _ROMAWI.items()}
    return [f"BAB {names[number]}" for number in range(1, min(max(found), 10)) if number not in found]


def _nomor(text: str) -> int:
    match = re.match(r"\W*bab\s+([ivx]+|\d{1,2})\b", text, re.I)
    if not match:
        return 0
    return int(match[1]) if match[1].isdigit() else _ROMAWI.get(match[1].upper(), 0)


@periksa("belum_ditetapkan")
def belum_ditetapkan(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """A document that calls itself a draft is told, unless the adopted one is here, too. For a person: the word may be that of another
    document, and a review before adoption is of drafts. Facts: dok, status."""
    for document in ctx.pilih(*dengan["dokumen"]):
        if document.status != "rancangan":
            continue
        others = [one for one in ctx.pilih(document.jenis) if ctx.pd(one) == ctx.pd(document) and ctx.pemda(one) == ctx.pemda(document)]
        if any(one.status != "rancangan" and (one.periode, one.tahun) == (document.periode, document.tahun) for one in others):
            continue
        yield Temuan(
            bukti=(di(document, peran(document), nilai=document.status),),
            subjek=(document.jenis, str(document.periode or document.tahun or "")),
            jenis=document.jenis,
            perangkat_daerah=document.perangkat_daerah,
            fakta={"dok": peran(document), "status": document.status},
            keyakinan=0.65 * document.keyakinan_jenis,
            telaah=True,
        )


class _Awal(Struct, frozen=True):
    """Two statements on the value of one year: the upper document's baseline, and the lower one's baseline or realisation."""

    tahun: int
    atas: Nilai
    bawah: Nilai
    jenis: str
    ragu: bool = False
    """Only one of them names its year."""


@periksa("baseline_antar_dokumen")
def baseline_antar_dokumen(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """A baseline has one value in all documents, and is what the report of its year says was reached. Values of one year are compared;
    where only one of two plans of the same period names its year, or a source says that the data were revised (dengan.revisi, patterns),
    it is for a person.
    Facts: indikator, tahun, a, b, jenis ("kondisi awal", "realisasi"), dok_atas, dok_bawah."""
    compared = False
    seen: set[tuple[str | None, str]] = set()
    for link in ctx.tautan:
        if link.dari.nomor is None or link.ke.nomor is None or link.verdict != "same" or link.ke.jenis not in dengan["dokumen"]:
            continue
        upper, lower = ctx.atas(link), ctx.bawah(link)
        pair = _awal(upper, lower)
        compared = compared or pair is not None
        key = (ctx.pd(lower.dokumen), kunci(lower.teks))
        if pair is None or key in seen or _sama_di_lain(ctx, upper, pair):
            continue
        found = bandingkan(pair.atas, pair.bawah)
        if found.status != "beda" or found.pembulatan:
            continue
        seen.add(key)
        yield Temuan(
            bukti=(bukti(upper, pair.atas), bukti(lower, pair.bawah)),
            subjek=(lower.teks,),
            jenis=lower.dokumen.jenis,
            perangkat_daerah=lower.dokumen.perangkat_daerah or upper.dokumen.perangkat_daerah,
            fakta={
                "indikator": lower.teks, "tahun": pair.tahun, "a": pair.atas.teks, "b": pair.bawah.teks, "jenis": pair.jenis,
                "dok_atas": peran(upper.dokumen), "dok_bawah": peran(lower.dokumen),
            },
            keyakinan=0.9 * tautan(link) * bacaan([upper, lower], [pair.atas, pair.bawah]),
            telaah=found.telaah or pair.ragu or _direvisi(upper, dengan) or _direvisi(lower, dengan),
        )
    if not compared:
        yield Lewati(_("Tidak ada kondisi awal yang dapat dibandingkan"))


def _direvisi(item: Butir, dengan: Parameter) -> bool:
    one = item.indikator
    told = [one.sumber_data or "", one.formula or "", one.baseline.nilai.teks if one.baseline else ""]
    return any(re.search(pola, text, re.I) for text in told for pola in dengan["revisi"])


def _awal(upper: Butir, lower: Butir) -> _Awal | None:
    a, b = upper.indikator.baseline, lower.indikator.baseline
    if a is None or not satu_satuan(upper.indikator, a.nilai, lower.indikator, a.nilai):
        return None
    if b is not None and a.tahun is not None and b.tahun == a.tahun:
        return _Awal(a.tahun, a.nilai, b.nilai, "kondisi awal")
    named = [base.tahun for base in (a, b) if base is not None and base.tahun is not None]
    if b is not None and len(named) == 1 and upper.dokumen.periode and upper.dokumen.periode == lower.dokumen.periode:
        return _Awal(named[0], a.nilai, b.nilai, "kondisi awal", ragu=True)
    reached = lower.indikator.realisasi.get(str(a.tahun)) if a.tahun is not None else None
    return _Awal(named[0], a.nilai, reached, "realisasi") if reached else None


def _sama_di_lain(ctx: Context, upper: Butir, pair: _Awal) -> bool:
    """Whether the upper document prints the lower value elsewhere: that it contradicts itself is another fault."""
    bases = [one.indikator.baseline for one in ctx.sebutan(upper) if one.nomor is not None]
    return any(base is not None and bandingkan(base.nilai, pair.bawah).status == "sama" for base in bases)
