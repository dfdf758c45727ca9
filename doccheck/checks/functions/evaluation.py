"""Quality of internal evaluations: recommendations that nobody can act on, values all alike, reports that are copies of one another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from ...bahasa import _
from ...model import Dokumen, NilaiKomponen
from ..bukti import di, peran
from ..butir import kunci
from ..context import Context
from ..registry import Keluaran, Lewati, Parameter, Temuan, periksa
from ..rekomendasi import terlalu_umum

_SUM = re.compile(r"^(?:jumlah|total|nilai|predikat|tingkat|kategori|hasil)\b", re.I)


def _tidak_terbaca(ctx: Context) -> Lewati | None:
    if any(document.rekomendasi for document in ctx.pilih("lhe")):
        return None
    return Lewati(_("Tidak ada rekomendasi LHE yang terbaca"))


@periksa("rekomendasi_spesifik")
def rekomendasi_spesifik(ctx: Context, _dengan: Parameter) -> Iterator[Keluaran]:
    """A recommendation to an agency names a document or an object, so that its being done can be told. Reports to the head of the region
    are on a higher level and are let off. One finding a report. Facts: daftar (list of nomor, teks), jumlah (of all), dok."""
    if skip := _tidak_terbaca(ctx):
        yield skip
    for document in ctx.pilih("lhe"):
        own = [item for item in document.rekomendasi if not item.matriks]
        vague = [item for item in own if terlalu_umum(item.teks)]
        if document.perangkat_daerah is None or not vague:
            continue
        yield Temuan(
            bukti=tuple(di(document, item.teks, item.lokasi) for item in vague[:6]),
            subjek=("umum", str(document.tahun or "")),
            jenis="lhe",
            perangkat_daerah=document.perangkat_daerah,
            fakta={
                "daftar": [{"nomor": item.nomor or "", "teks": item.teks} for item in vague], "jumlah": len(own), "dok": peran(document),
            },
            keyakinan=0.8,
        )  # fmt: skip


@periksa("evaluasi_mendalam")
def evaluasi_mendalam(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """Evaluations go into depth: the components of one are not all valued alike, and the recommendations of two (agencies, or years of one)
    are not the same by more than dengan.mirip percent. Only recommendations are compared: the rest of such reports is a common form, and
    names of agencies are left out. Facts: hal ("nilai" or "salinan"), nilai, jumlah, mirip, dok, dok_lain (list)."""
    from rapidfuzz.fuzz import ratio

    if skip := _tidak_terbaca(ctx):
        yield skip
    for document in ctx.pilih("lhe"):
        yield from _seragam(document, dengan)
    copies: dict[str, list[tuple[Dokumen, float]]] = defaultdict(list)
    first: dict[str, Dokumen] = {}
    done: set[str] = set()
    for a, b in combinations(ctx.pilih("lhe"), 2):
        texts = _isi(a), _isi(b)
        if min(len(_butir(a)), len(_butir(b))) < dengan["sedikitnya"] or b.berkas in done or _satu_laporan(ctx, a, b):
            continue
        alike = ratio(*texts)
        if alike > dengan["mirip"]:
            first[a.berkas] = a
            done.add(b.berkas)
            copies[a.berkas].append((b, alike))
    for name, others in copies.items():
        document = first[name]
        firsts = [(one, one.rekomendasi[0]) for one in (document, *(one for one, _alike in others[:5]))]
        yield Temuan(
            bukti=tuple(di(one, item.teks, item.lokasi) for one, item in firsts),
            subjek=("salinan", str(document.tahun or "")),
            jenis="lhe",
            perangkat_daerah=document.perangkat_daerah,
            fakta={
                "hal": "salinan", "nilai": "", "jumlah": len(others) + 1, "mirip": f"{min(alike for _one, alike in others):.0f}",
                "dok": peran(document), "dok_lain": [peran(one) for one, _alike in others],
            },
            keyakinan=0.85,
        )  # fmt: skip


def _satu_laporan(ctx: Context, a: Dokumen, b: Dokumen) -> bool:
    """Whether two files are one report (a copy in another format, a draft): of the same agency and year."""
    return ctx.pd(a) == ctx.pd(b) and a.tahun == b.tahun


def _butir(document: Dokumen) -> list[str]:
    return [item.teks for item in document.rekomendasi if not item.matriks]


def _isi(document: Dokumen) -> str:
    text = " ".join(_butir(document))
    for name in (document.perangkat_daerah, document.pemda):
        if name:
            text = re.sub(re.escape(name), " ", text, flags=re.I)
    return kunci(re.sub(r"\b20\d\d\b", " ", text))


def _seragam(document: Dokumen, dengan: Parameter) -> Iterator[Temuan]:
    rows = [row for row in document.komponen if not _SUM.match(row.komponen.strip())]
    shares = [share for row in rows if (share := _bagian(row)) is not None]
    if len(shares) < dengan["komponen"] or len(shares) < len(rows) or max(shares) - min(shares) > 0.005:
        return
    value = next(iter(rows[0].nilai.values()))
    yield Temuan(
        bukti=tuple(di(document, row.komponen, row.lokasi, nilai=next(iter(row.nilai.values()))) for row in rows[:6]),
        subjek=("nilai seragam", str(document.tahun or "")),
        jenis="lhe",
        perangkat_daerah=document.perangkat_daerah,
        fakta={"hal": "nilai", "nilai": value.teks, "jumlah": len(rows), "mirip": "", "dok": peran(document), "dok_lain": []},
        keyakinan=0.85,
    )


def _bagian(row: NilaiKomponen) -> float | None:
    """Share of its weight that a component reached in the latest year; the value itself where no weight is printed."""
    if not row.nilai:
        return None
    value = row.nilai[max(row.nilai)]
    if value.angka is None:
        return None
    if row.bobot is not None and row.bobot.angka and value.jenis != "ordinal" and value.angka <= row.bobot.angka:
        return value.angka / row.bobot.angka
    return value.angka / 100
