"""Codes and names of programmes, kegiatan and subkegiatan: their grammar, their level, whose they are, and the official table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from ...bahasa import _
from ...extract.nilai.satuan import samakan_satuan
from ...extract.tulisan.kode import induk_kode, level_kode
from ...match import compare
from ...model import Dokumen, Kinerja
from ...nomenklatur import Baku, Nomenklatur, muat
from ..bukti import bukti, peran
from ..butir import Butir, kunci
from ..context import Context
from ..generik import penunjang
from ..kelompok import BUKTI
from ..keyakinan import bacaan
from ..program import kode_program
from ..registry import Keluaran, Lewati, Parameter, Temuan, periksa

_TINGKAT = ("program", "kegiatan", "subkegiatan")


class _Salah(Struct, frozen=True):
    """What is wrong with a code: sebab is "induk", "tingkat", "tidak_dikenal", "nama", "indikator" or "satuan"; baku: what should stand."""

    sebab: str
    baku: str
    yakin: float
    ringan: bool = False


def _berkode(document: Dokumen) -> list[Butir]:
    """The rows with a code of the nomenclature that says more than the field of affairs."""
    rows = [Butir(document, node) for node in document.kinerja if node.level in _TINGKAT and node.kode and node.uraian]
    return [item for item in rows if kode_program(item.kinerja.kode)]


def _kode(node: Kinerja) -> str:
    return _rapat(node.kode or "")


@lru_cache(maxsize=16384)
def _rapat(kode: str) -> str:
    return "".join(kode.split()).strip(".").upper()


@periksa("kode_nomenklatur")
def kode_nomenklatur(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """Codes are as long as their level asks, begin with their parent's code, and, where the official table was loaded, are in it with this
    name and, of subkegiatan, with this indicator and unit. Names that differ in their spelling only are "info". Where the table lacks many
    of a document's codes (dengan.edisi: how many, what share), it is of another edition: for a person.
    Facts: uraian, kode, level, sebab ("induk", "tingkat", "tidak_dikenal", "nama", "indikator", "satuan"), baku (what should stand), dok.
    """
    table = muat()
    coded = [(document, rows) for document in ctx.pilih(*dengan["dokumen"]) if (rows := _berkode(document))]
    if not coded:
        yield Lewati(_("Tidak ada kode program, kegiatan, atau subkegiatan"))
    for document, rows in coded:
        codes = {_kode(item.kinerja) for item in rows}
        seen: set[tuple[str, str, str]] = set()
        judged = [(item, _salah(ctx, item, codes) or _tak_baku(item, table)) for item in rows]
        unknown = {_kode(item.kinerja) for item, found in judged if found and found.sebab == "tidak_dikenal"}
        edition = len(unknown) >= dengan["edisi"]["jumlah"] and len(unknown) >= dengan["edisi"]["bagian"] * len(codes)
        for item, found in judged:
            node = item.kinerja
            key = (_kode(node), kunci(node.uraian), found.sebab if found else "")
            if found is None or key in seen:
                continue
            seen.add(key)
            yield Temuan(
                bukti=(bukti(item, node.kode),),
                subjek=(_kode(node), node.uraian, found.sebab),
                jenis=document.jenis,
                perangkat_daerah=document.perangkat_daerah,
                fakta={
                    "uraian": node.uraian, "kode": node.kode, "level": node.level, "sebab": found.sebab, "baku": found.baku,
                    "dok": peran(document),
                },
                keyakinan=found.yakin * bacaan([item]),
                telaah=edition and found.sebab in ("tidak_dikenal", "nama"),
                keparahan="info" if found.ringan else None,
            )


def _salah(ctx: Context, item: Butir, codes: set[str]) -> _Salah | None:
    """Grammar: a code of another level; a code under the code of another parent, which stands nowhere in the document."""
    node, code = item.kinerja, _kode(item.kinerja)
    kind = level_kode(code)
    if kind in _TINGKAT and kind != node.level:
        return _Salah("tingkat", kind, 0.65)
    above = next((one for one in ctx.leluhur(item.dokumen, node) if one.level in _TINGKAT and kode_program(one.kode)), None)
    parent = induk_kode(code)
    if above is None or parent is None or "X" in code + _kode(above) or code.startswith(f"{_kode(above)}.") or parent in codes:
        return None
    return _Salah("induk", _kode(above), 0.8)


def _tak_baku(item: Butir, table: Nomenklatur) -> _Salah | None:
    """Against the official table, where it holds codes of this level, field of affairs and kind of region. Of several entries under
    the code one that the row agrees with is enough."""
    if not table.kode:
        return None
    node, code = item.kinerja, _kode(item.kinerja)
    official = table.cari(code)
    if official is None:
        return _Salah("tidak_dikenal", "", 0.8) if table.memuat(code) else None
    faults = [_beda_baku(node, one) for one in official.semua]
    return None if None in faults else min((one for one in faults if one), key=lambda one: (_SEBAB.index(one.sebab), not one.ringan))


_SEBAB = ("satuan", "indikator", "nama")
"""Causes, the smallest difference first."""


def _beda_baku(node: Kinerja, official: Baku) -> _Salah | None:
    near = compare(node.uraian, official.nama, "program")
    if near.verdict != "same" or _salah_ketik(node.uraian, official.nama):
        return _Salah("nama", official.nama, 0.85, near.verdict != "different")
    if node.level == "subkegiatan" and official.indikator and node.indikator:
        if all(compare(one.uraian, official.indikator, "indikator").verdict == "different" for one in node.indikator):
            return _Salah("indikator", official.indikator, 0.75)
        units = [samakan_satuan(one.satuan) for one in node.indikator if one.satuan]
        if official.satuan and units and samakan_satuan(official.satuan) not in units:
            return _Salah("satuan", official.satuan, 0.75)
    return None


def _salah_ketik(name: str, official: str) -> bool:
    """Whether a letter or two of the name are wrong; spaces, case and signs do not count."""
    from rapidfuzz.distance import Levenshtein

    a, b = (re.sub(r"[^a-z]", "", text.lower()) for text in (name, official))
    return 0 < Levenshtein.distance(a, b, score_cutoff=2) <= 2


_DAERAH = ("provinsi", "kabupaten", "kota")


@periksa("digit_wilayah")
def digit_wilayah(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """The fourth part of a code is 1 in documents of a province, 2 in those of a kabupaten or kota; dengan.daerah says which it is
    where the document does not. One finding a document; a few among many in a document of a province may be quoted from its kabupaten:
    for a person.
    Facts: kode (list), uraian (of the first), jumlah, dari, seharusnya ("1" or "2"), tingkat ("provinsi", "kabupaten/kota"), dok."""
    for document in ctx.pilih(*dengan["dokumen"]):
        region = kunci(document.pemda or "")
        if not region.startswith(_DAERAH):
            region = kunci(dengan["daerah"])
        if not region.startswith(_DAERAH):
            yield Lewati(_("Daerah {dokumen} tidak dikenali").format(dokumen=peran(document)))
            continue
        right = "1" if region.startswith("provinsi") else "2"
        rows = [item for item in _berkode(document) if len(parts := _kode(item.kinerja).split(".")) > 4 and parts[3] in ("1", "2")]
        wrong = [item for item in rows if _kode(item.kinerja).split(".")[3] != right]
        if wrong:
            yield Temuan(
                bukti=tuple(bukti(item, item.kinerja.kode) for item in wrong[:BUKTI]),
                subjek=tuple(sorted({_kode(item.kinerja) for item in wrong})[:1]),
                jenis=document.jenis,
                perangkat_daerah=document.perangkat_daerah,
                fakta={
                    "kode": list(dict.fromkeys(_kode(item.kinerja) for item in wrong)),
                    "uraian": wrong[0].teks,
                    "jumlah": len(wrong),
                    "dari": len(rows),
                    "seharusnya": right,
                    "tingkat": "provinsi" if right == "1" else "kabupaten/kota",
                    "dok": peran(document),
                },
                keyakinan=0.9 * bacaan(wrong[:1]),
                telaah=right == "1" and 2 * len(wrong) <= len(rows),
            )


@periksa("program_urusan")
def program_urusan(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """A programme belongs to a field of affairs that the agency's code names; supporting programmes belong to all. One finding a programme.
    Facts: program, kode, bidang, urusan (list of the agency's fields), pd_kode, dok."""
    for document in ctx.pilih(*dengan["dokumen"]):
        rows = [item for item in _berkode(document) if item.kinerja.level == "program" and not penunjang(item.kinerja)]
        fields = _bidang(ctx, document)
        if rows and not fields:
            yield Lewati(_("Kode perangkat daerah {dokumen} tidak tercantum").format(dokumen=peran(document)))
        groups: dict[str, list[Butir]] = {}
        for item in rows if fields else []:
            if (code := kode_program(item.kinerja.kode)) and "X" not in code and code[:4] not in fields:
                groups.setdefault(code, []).append(item)
        for code, group in groups.items():
            yield Temuan(
                bukti=tuple(bukti(item, item.kinerja.kode) for item in group[:BUKTI]),
                subjek=(code,),
                jenis=document.jenis,
                perangkat_daerah=document.perangkat_daerah,
                fakta={
                    "program": group[0].teks, "kode": code, "bidang": code[:4], "urusan": sorted(fields), "dok": peran(document),
                },
                keyakinan=0.85 * bacaan(group[:1]),
            )


def _bidang(ctx: Context, document: Dokumen) -> set[str]:
    """Fields of affairs in the codes that documents of the agency name: "2.17.3.30.0.00.01.0000" -> 2.17 and 3.30."""
    agency = ctx.pd(document)
    own = ctx.perangkat.get(agency, []) if agency else []
    codes = [one.kode_pd.split(".") for one in own if one.kode_pd]
    return {".".join(parts[i : i + 2]) for parts in codes for i in (0, 2, 4) if len(parts) > 6 and parts[i] != "0"}
