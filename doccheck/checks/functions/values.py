"""Targets of one indicator, compared between documents, inside one document and between agencies."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from ...bahasa import _
from ...classify import polaritas
from ...extract.nilai.satuan import samakan_satuan
from ...model import Dokumen, Keparahan, Nilai
from ...tempat import tempat
from ..bukti import bukti, nama_jenis, peran
from ..butir import Butir, butir_indikator, kunci
from ..context import Context
from ..generik import indikator_internal, pd_kewilayahan, penunjang
from ..kelompok import BUKTI, serupa
from ..keyakinan import bacaan, tautan
from ..nilai import TAK_SEBANDING, Beda, arah_deret, bandingkan, lebih_baik, satu_satuan, terisi
from ..registry import Keluaran, Lewati, Parameter, Temuan, periksa
from ..template import kutip

_JAUH = 0.6
"""Values of which one is less than this share of the other are far apart."""


class Selisih(Struct, frozen=True):
    """Two occurrences that print different values for a year ("akhir": the end of the period)."""

    tahun: str
    atas: Butir
    bawah: Butir
    nilai_atas: Nilai
    nilai_bawah: Nilai
    beda: Beda


def selisih(atas: list[Butir], bawah: Butir) -> list[Selisih]:
    """Per year of the lower indicator: the difference from the upper ones. Where one of several upper occurrences agrees, the
    documents agree (that the upper one contradicts itself is a fault of its own)."""
    found = []
    uppers = [(item, _nilai(item)) for item in atas]
    for year, value in sorted(_nilai(bawah).items()) if uppers else ():
        first: Selisih | None = None
        for item, values in uppers:
            beda = bandingkan(other, value) if (other := values.get(year)) else TAK_SEBANDING
            if not other or beda.status == "tak_sebanding" or not satu_satuan(item.indikator, other, bawah.indikator, value):
                continue
            if beda.status == "sama":
                break
            first = first or Selisih(year, item, bawah, other, value, beda)
        else:
            found += [first] if first else []
    return found


def _nilai(item: Butir) -> Mapping[str, Nilai]:
    one = item.indikator
    return {**one.target, "akhir": one.target_akhir} if one.target_akhir else one.target


def fakta_selisih(selisih: Iterable[Selisih]) -> list[dict[str, Any]]:
    """For templates: tahun, a (upper value), b (lower value) as printed."""
    return [{"tahun": one.tahun, "a": one.nilai_atas.teks, "b": one.nilai_bawah.teks} for one in selisih]


@periksa("target_antar_dokumen")
def target_antar_dokumen(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """The target of an indicator is the same in the upper (dengan.atas) and the lower kind of document (dengan.bawah).

    A better target below, or a difference that rounding explains, is only "info"; an agreement that a revised one replaces is not judged.
    A Renja that was revised in mid-year follows the money of the year, and an indicator whose name and all of whose values differ may be
    another one: for a person.
    Facts: indikator, selisih (list of tahun, a, b), lebih_tinggi, dok_atas, dok_bawah.
    """
    groups: dict[tuple[str | None, str], list[tuple[Selisih, float]]] = defaultdict(list)
    other_measure: set[tuple[str, str, int | None]] = set()
    linked = False
    replaced = {one.berkas for one in ctx.pilih("pk")} - {one.dokumen.berkas for one in ctx.perjanjian}
    for lower in ctx.pilih(dengan["bawah"]):
        if lower.berkas in replaced:
            continue
        if draft := _belum_diisi(lower):
            yield Lewati(_("Target 0 dalam {dok} tampaknya belum diisi").format(dok=peran(lower)))
        for group in serupa(butir_indikator(lower), lambda item: item.kinerja.jabatan or ""):
            uppers: dict[tuple[str, str, int | None], Butir] = {}
            sure, renamed = 1.0, True
            for item in group:
                for link in ctx.tautan_ke(item, dengan["atas"]):
                    if link.dari.nomor is None or link.verdict == "different" or not _setingkat(ctx.atas(link), item):
                        continue
                    for twin in _kembar(ctx, ctx.atas(link)):
                        uppers.setdefault(twin.kunci, twin)
                    sure, renamed = min(sure, tautan(link)), renamed and link.verdict == "reworded"
            linked = linked or bool(uppers)
            for item in group:
                if renamed and _ukuran_lain(list(uppers.values()), item):
                    other_measure.add(item.kunci)
                for one in selisih(list(uppers.values()), item):
                    if draft and one.nilai_bawah.angka == 0:
                        continue
                    groups[ctx.pd(lower), kunci(one.atas.teks)].append((one, sure))
    if not linked:
        names = {"atas": nama_jenis(dengan["atas"]), "bawah": nama_jenis(dengan["bawah"])}
        yield Lewati(_("Tidak ada indikator yang sama antara {atas} dan {bawah}").format(**names))
    for cases in groups.values():
        doubtful = all(one.bawah.kunci in other_measure for one, _sure in cases)
        yield _temuan_antar([case[0] for case in cases], min(case[1] for case in cases), doubtful)


def _ukuran_lain(atas: list[Butir], bawah: Butir) -> bool:
    """Whether no year's value is anywhere near those above: where the name changed, too, another thing may be measured."""
    values = _nilai(bawah)
    pairs = [(other.angka, value.angka) for item in atas for year, other in _nilai(item).items() if (value := values.get(year))]
    known = [(abs(a), abs(b)) for a, b in pairs if a is not None and b is not None]
    return bool(known) and all(min(pair) < _JAUH * max(pair) for pair in known)


def _belum_diisi(document: Dokumen) -> bool:
    """Whether most targets of a document are nought: a draft that is not filled in."""
    values = [value for item in butir_indikator(document) for value in item.indikator.target.values() if value.jenis != "kosong"]
    return len(values) > 2 and 2 * sum(value.angka == 0 for value in values) > len(values)


def _temuan_antar(cases: list[Selisih], sure: float, doubtful: bool) -> Temuan:
    first = cases[0]
    direction = arah_deret(first.atas.indikator.target) or polaritas(first.atas.teks, first.atas.indikator.satuan)
    grave = [one for one in cases if not one.beda.pembulatan and not lebih_baik(one.beda.arah, direction)]
    severity: Keparahan | None = None if grave else "info"
    shown = grave or cases
    unique = {(one.tahun, one.nilai_atas.teks, one.nilai_bawah.teks): one for one in shown}
    places = {one.bawah.kunci: one for one in shown}
    ends = [end for one in shown for end in (one.atas, one.bawah)]
    return Temuan(
        bukti=(
            bukti(shown[0].atas, shown[0].nilai_atas),
            *(bukti(one.bawah, one.nilai_bawah) for one in list(places.values())[:BUKTI]),
        ),
        subjek=(first.atas.teks,),
        jenis=first.bawah.dokumen.jenis,
        perangkat_daerah=first.bawah.dokumen.perangkat_daerah,
        fakta={
            "indikator": first.atas.teks,
            "selisih": fakta_selisih(unique.values()),
            "lebih_tinggi": not grave,
            "dok_atas": peran(first.atas.dokumen),
            "dok_bawah": peran(shown[0].bawah.dokumen, shown[0].bawah.kinerja.jabatan),
        },
        keyakinan=sure * bacaan(ends, [v for one in shown for v in (one.nilai_atas, one.nilai_bawah)]),
        keparahan=severity,
        telaah=doubtful or all(one.beda.telaah or _bergeser(one.bawah.dokumen) for one in shown),
    )


def _bergeser(document: Dokumen) -> bool:
    return document.jenis == "renja" and document.status == "perubahan"


def _setingkat(atas: Butir, bawah: Butir) -> bool:
    """An indicator of the agency itself (Nilai SAKIP) is another thing at the level of the region, unless the starting condition or most
    years say that it is the region's own."""
    if atas.dokumen.jenis != "rpjmd" or not indikator_internal(atas.teks):
        return True
    if atas.kinerja.level == bawah.kinerja.level == "program":
        return True
    starts = [one.baseline.nilai.angka or 0.0 for one in (atas.indikator, bawah.indikator) if one.baseline is not None]
    if len(starts) == 2 and starts[0] == starts[1] and starts[0] % 1:  # a round number may be both's
        return True
    a, b = atas.indikator.target, bawah.indikator.target
    years = [year for year in a.keys() & b.keys() if terisi(a[year]) and terisi(b[year])]
    return len(years) >= 4 and sum(a[year].angka == b[year].angka is not None for year in years) > len(years) / 2


def _kembar(ctx: Context, item: Butir) -> list[Butir]:
    """The occurrence itself first, then others of its text in the same document."""
    others = [one for one in ctx.sebutan(item) if one.kunci != item.kunci]
    return [item, *(one for one in others if _kelas(one) == _kelas(item))]


def _kelas(item: Butir) -> str:
    """What tells equal indicators of one document apart: the agency in charge, and at the lower levels the goal itself."""
    owner = item.kinerja.penanggung_jawab or item.indikator.penanggung_jawab or ""
    unit = samakan_satuan(item.indikator.satuan) if item.indikator.satuan else ""
    low = item.kinerja.level in ("kegiatan", "subkegiatan", "aktivitas")
    place = kunci(item.kinerja.uraian) if low else ""
    return "|".join((kunci(owner) if item.dokumen.jenis == "rpjmd" else "", unit if low else "", place))


@periksa("target_dalam_dokumen")
def target_dalam_dokumen(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """One indicator has one target per year in all tables of a document. Two rows of one table may mean two populations: for a person;
    what each agency has for itself is no contradiction in a document of the region, nor what each unit of an agency has (one kegiatan
    printed again with other money).

    Facts: indikator, selisih (list of tahun, a, b), tabel_a, tabel_b (title and place), satu_tabel, dok.
    """
    for document in ctx.pilih(*dengan["dokumen"]):
        planned = [item for item in butir_indikator(document) if item.kinerja.tabel != "capaian" and _bernama(item)]
        if document.jenis == "rpjmd":
            planned = [item for item in planned if not indikator_internal(item.teks)]
        for group in serupa(planned, _kelas):
            if len(group) < 2:
                continue
            pairs = ([other for other in group[:i] if not _unit_lain(other, item)] for i, item in enumerate(group))
            cases = [one for others, item in zip(pairs, group, strict=True) for one in selisih(others, item)]
            cases = [one for one in cases if not one.beda.telaah]
            if not cases:
                continue
            first = cases[0]
            years = {one.tahun: one for one in reversed(cases)}
            shown = [years[year] for year in sorted(years)]
            ends = [end for one in shown for end in ((one.atas, one.nilai_atas), (one.bawah, one.nilai_bawah))]
            places = {item.kunci: (item, value) for item, value in ends}
            same_table = first.atas.kinerja.tabel == first.bawah.kinerja.tabel and first.atas.kinerja.level == first.bawah.kinerja.level
            yield Temuan(
                telaah=same_table,
                bukti=tuple(bukti(item, value) for item, value in list(places.values())[:BUKTI]),
                subjek=(first.atas.teks, _kelas(first.atas)),
                jenis=document.jenis,
                perangkat_daerah=document.perangkat_daerah,
                fakta={
                    "indikator": first.atas.teks,
                    "selisih": fakta_selisih(shown),
                    "tabel_a": _letak(first.atas),
                    "tabel_b": _letak(first.bawah),
                    "satu_tabel": _pada(first.atas) == _pada(first.bawah),
                    "dok": peran(document),
                },
                keyakinan=0.95 * bacaan([first.atas, first.bawah], [v for one in shown for v in (one.nilai_atas, one.nilai_bawah)]),
                keparahan="info" if all(one.beda.pembulatan for one in shown) else None,
            )


def _unit_lain(a: Butir, b: Butir) -> bool:
    """Whether two rows are one kegiatan (by its code, in tables of one kind) of two units: with other money in each year."""
    one, other = a.kinerja, b.kinerja
    if not one.kode or one.kode != other.kode or one.tabel != other.tabel:
        return False
    years = [year for year in one.anggaran if year in other.anggaran]
    return bool(years) and all(one.anggaran[year].angka != other.anggaran[year].angka for year in years)


_KURUNG = re.compile(r"\([^)]*\)")


def _bernama(item: Butir) -> bool:
    """Whether the name tells what is measured: one word alone is a part of another indicator ("Karet", "Kopi" below several of
    them), if it is no abbreviation (IPM)."""
    text = _KURUNG.sub("", item.teks).strip()
    return len(text.split()) > 1 or text.isupper()


def _letak(item: Butir) -> str:
    """The row as a reader finds it: the title of its table and its place."""
    place = tempat(item.indikator.lokasi) or tempat(item.kinerja.lokasi)
    title = item.kinerja.judul_tabel
    return f"{kutip(title)} ({place})" if title and place else kutip(title) if title else place


def _pada(item: Butir) -> tuple[str | None, int | None, str | None, int | None]:
    place = item.kinerja.lokasi
    return item.kinerja.judul_tabel, place.halaman, place.lembar, place.tabel


@periksa("target_antar_perangkat")
def target_antar_perangkat(ctx: Context, _dengan: Parameter) -> Iterator[Keluaran]:
    """An indicator that several agencies share has the same targets in each Renstra.

    Internal indicators, supporting programmes and agencies of areas (kecamatan) each have their own values and are let off.
    Facts: indikator, selisih (list of tahun, a, b), pd_a, pd_b.
    """
    documents = [item for item in ctx.pilih("renstra") if not pd_kewilayahan(item)]
    if len({ctx.pd(item) for item in documents}) < 2:
        yield Lewati(_("Diperlukan Renstra dari sedikitnya dua perangkat daerah"))
        return
    shared = [
        item
        for one in documents
        for item in butir_indikator(one, ("tujuan", "sasaran", "program"))
        if item.kinerja.lingkup == "pd" and not indikator_internal(item.teks) and not penunjang(item.kinerja)
    ]
    for group in serupa(shared, lambda item: ctx.pemda(item.dokumen)):
        agencies = {ctx.pd(item.dokumen): [one for one in group if ctx.pd(one.dokumen) == ctx.pd(item.dokumen)] for item in group}
        first, *rest = agencies.values()
        cases = [one for items in rest for item in items for one in selisih(first, item) if not one.beda.pembulatan]
        if not cases:
            continue
        shown = list({one.tahun: one for one in reversed(cases)}.values())[::-1]
        one = shown[0]
        yield Temuan(
            bukti=(bukti(one.atas, one.nilai_atas), *(bukti(case.bawah, case.nilai_bawah) for case in shown[:1])),
            subjek=(one.atas.teks,),
            jenis="renstra",
            fakta={
                "indikator": one.atas.teks,
                "selisih": fakta_selisih(shown),
                "pd_a": one.atas.dokumen.perangkat_daerah,
                "pd_b": one.bawah.dokumen.perangkat_daerah,
            },
            keyakinan=0.85 * bacaan([one.atas, one.bawah], [one.nilai_atas, one.nilai_bawah]),
            telaah=all(case.beda.telaah for case in shown),
        )
