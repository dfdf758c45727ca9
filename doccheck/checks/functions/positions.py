"""What fits the rank of a post: outcomes for the head, and for the staff something of their own."""

from __future__ import annotations

from collections.abc import Iterator

from ...alasan import terjemah
from ...bahasa import _
from ...classify import is_measure, orientation
from ..bukti import bukti, peran
from ..butir import Butir, butir_indikator, kunci
from ..context import Context
from ..dibaca_hasil import dibaca_hasil, mungkin_hasil
from ..generik import indikator_internal, pd_kewilayahan, pd_penunjang, unit_pelaksana
from ..istilah import BUKAN_HASIL, orientasi
from ..jabatan import RENDAH, jenjang, rumah_sakit, sekretaris
from ..kelompok import BUKTI, serupa
from ..keyakinan import bacaan
from ..klien import hasil_klien, perlu_orang
from ..pejabat import rencana, sama_jabatan
from ..perjanjian import Perjanjian
from ..registry import Keluaran, Lewati, Parameter, Temuan, periksa
from .wording import dikecualikan


@periksa("indikator_kepala")
def indikator_kepala(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """The head of an agency promises outcomes: no indicator that the Renstra has for a kegiatan or subkegiatan, none that measures
    output, process or input. What the Renstra itself prints at sasaran level is judged there; what RPJMD or IKU name is let off.

    Facts: indikator, jabatan, alasan, jenis, level (of the Renstra row it was taken from, or None), dok.
    """
    heads = [one for one in ctx.perjanjian if one.jenjang == "kepala"]
    if not heads:
        yield Lewati(_("Tidak ada PK kepala perangkat daerah"))
    items = [(item, one) for one in heads for item in one.indikator() if item.teks and is_measure(item.teks)]
    owner = {item.kunci: one for item, one in items}
    for group in serupa((item for item, _one in items), lambda item: ctx.pd(item.dokumen) or ""):
        first = group[0]
        source = ctx.pilih("renstra", pd=ctx.pd(first.dokumen))
        rows = [row for one in source for row in butir_indikator(one) if kunci(row.teks) == kunci(first.teks)]
        region = [row for one in ctx.pilih("rpjmd", "iku") for row in butir_indikator(one) if kunci(row.teks) == kunci(first.teks)]
        if any(row.kinerja.level in ("tujuan", "sasaran") for row in rows) or region:
            continue
        if dibaca_hasil(first.teks) or dikecualikan(first.teks, dengan["kecuali"]):
            continue
        low = [row for row in rows if row.kinerja.level in ("kegiatan", "subkegiatan")]
        found = orientation(first.teks, first.indikator.satuan, first.kinerja.uraian or None)
        classified = found.label in BUKAN_HASIL and found.confidence >= dengan["ambang"]
        if not low and (not classified or (pd_penunjang(first.dokumen) and indikator_internal(first.teks))):
            continue
        if not low and hasil_klien(first.dokumen, first.teks, ctx.config):
            continue
        doubt = mungkin_hasil(first.teks) or dikecualikan(first.teks, dengan["ragu"])
        yield Temuan(
            bukti=(*(bukti(item) for item in group[:BUKTI]), *(bukti(row) for row in low[:2])),
            subjek=(first.teks,),
            jenis="pk",
            perangkat_daerah=first.dokumen.perangkat_daerah,
            fakta={
                "indikator": first.teks,
                "jabatan": owner[first.kunci].jabatan,
                "jenis": orientasi(found.label) if classified else None,
                "alasan": terjemah(found.reason) if classified else None,
                "level": low[0].kinerja.level if low else None,
                "dok": peran(first.dokumen, owner[first.kunci].jabatan),
            },
            keyakinan=bacaan([first]) * (0.95 if low else found.confidence),
            telaah=not low and (doubt or perlu_orang(first.dokumen, first.teks)),
        )


@periksa("indikator_disalin")
def indikator_disalin(ctx: Context, _dengan: Parameter) -> Iterator[Keluaran]:
    """A subordinate's agreement breaks the superior's indicators down and does not copy them.

    Let off: agencies of one unit (kecamatan), and the secretary who shares an internal indicator (Nilai SAKIP), or a unit with
    its own value of it (the satisfaction of an UPT's clients). Where the agency's documents name one administrator only, head and
    bidang may answer for the same result, which is for a person.
    Facts: indikator, atasan, bawahan (list), dok_atas, dok_bawah (list).
    """
    if not any(one.jenjang in RENDAH for one in ctx.perjanjian):
        yield Lewati(_("Tidak ada PK pejabat di bawah kepala perangkat daerah"))
    seen: dict[tuple[str | None, str], tuple[Butir, list[tuple[Butir, Perjanjian]], Perjanjian]] = {}
    for lower in ctx.perjanjian:
        if lower.jenjang not in RENDAH or pd_kewilayahan(lower.dokumen):
            continue
        for upper in atasan(ctx, lower):
            above = {kunci(item.teks): item for item in upper.indikator()}
            for item in lower.indikator():
                source = above.get(kunci(item.teks))
                own = any(kind(lower.jabatan) for kind in (sekretaris, unit_pelaksana, rumah_sakit))
                shared = own and indikator_internal(item.teks)
                if source is None or shared or _milik_bawahan(ctx, item):
                    continue
                _first, copies, _upper = seen.setdefault((ctx.pd(lower.dokumen), kunci(item.teks)), (source, [], upper))
                copies.append((item, lower))
    for (_pd, _text), (source, copies, upper) in seen.items():
        places = {item.kunci: (item, one) for item, one in copies}
        yield Temuan(
            bukti=(bukti(source), *(bukti(item) for item, _one in list(places.values())[:BUKTI])),
            subjek=(source.teks,),
            jenis="pk",
            perangkat_daerah=source.dokumen.perangkat_daerah,
            fakta={
                "indikator": source.teks,
                "atasan": upper.jabatan,
                "bawahan": list(dict.fromkeys(one.jabatan for _item, one in copies)),
                "dok_atas": peran(source.dokumen, upper.jabatan),
                "dok_bawah": list(dict.fromkeys(peran(item.dokumen, one.jabatan) for item, one in copies)),
            },
            keyakinan=0.95 * bacaan([source, *(item for item, _one in copies)]),
            telaah=all(_satu_bidang(ctx, one) for _item, one in copies),
        )


def _satu_bidang(ctx: Context, lower: Perjanjian) -> bool:
    """Whether the one who copies is the only administrator, the secretary aside, of whom the agency's plans and agreements know."""
    pd = ctx.pd(lower.dokumen)
    if lower.jenjang != "iii" or pd is None or lower.tahun is None:
        return False
    known = [text for text in rencana(ctx, pd, lower.tahun) if jenjang(text) == "iii" and not sekretaris(text)]
    signed = [one.jabatan for one in ctx.pk(pd, lower.tahun, "iii") if not sekretaris(one.jabatan)]
    return bool(known) and all(sama_jabatan(text, lower.jabatan) for text in (*known, *signed))


def _milik_bawahan(ctx: Context, item: Butir) -> bool:
    """Whether the Renstra has the indicator for a kegiatan or subkegiatan: then the head took it from below, which is LVL-01."""
    renstra = ctx.pilih("renstra", pd=ctx.pd(item.dokumen))
    levels = {row.kinerja.level for one in renstra for row in butir_indikator(one) if kunci(row.teks) == kunci(item.teks)}
    return bool(levels) and levels <= {"kegiatan", "subkegiatan", "aktivitas"}


def atasan(ctx: Context, lower: Perjanjian) -> list[Perjanjian]:
    """The superior whom the agreement names, else those of the next higher rank in the agency and year."""
    peers = [one for one in ctx.pk(ctx.pd(lower.dokumen), lower.tahun) if one is not lower]
    if lower.atasan:
        named = [one for one in peers if kunci(one.jabatan) == kunci(lower.atasan)]
        if named:
            return named
    ranks = ("kepala", *RENDAH)
    for rank in reversed(ranks[: ranks.index(lower.jenjang)]):
        if higher := [one for one in peers if one.jenjang == rank]:
            return higher
    return []
