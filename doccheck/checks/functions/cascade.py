"""The cascade as a tree: every branch grows from a programme, no two programmes promise the same, no chain without branches."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from msgspec.structs import replace

from ...bahasa import _
from ...classify import orientation
from ...model import Dokumen, Keparahan, Kinerja
from ...tempat import satu_baris
from ..bukti import bukti, di, peran
from ..butir import Butir, butir, butir_indikator, kunci
from ..context import Context
from ..generik import indikator_internal, penunjang
from ..istilah import BUKAN_HASIL, orientasi
from ..jabatan import jenjang
from ..kelompok import BUKTI, serupa
from ..keyakinan import bacaan, ketiadaan
from ..masa import sezaman
from ..program import kode_program, wajar
from ..registry import Keluaran, Lewati, Parameter, Temuan, periksa
from ..template import daftar
from .wording import dikecualikan


def _temuan(
    group: list[Butir], subjek: tuple[str, ...], fakta: Mapping[str, object], sure: float, keparahan: Keparahan | None = None
) -> Temuan:
    first = group[0]
    return Temuan(
        bukti=tuple(bukti(item) for item in group[:BUKTI]),
        subjek=subjek,
        jenis=first.dokumen.jenis,
        perangkat_daerah=first.dokumen.perangkat_daerah,
        fakta={"dok": peran(first.dokumen, first.kinerja.jabatan), **fakta},
        keyakinan=sure * bacaan(group),
        keparahan=keparahan,
    )


@periksa("kode_tanpa_induk")
def kode_tanpa_induk(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """The programme that the code of a kegiatan or subkegiatan names stands in the same document.

    Judged where at most dengan.bagian of the coded rows are orphans (a partial export has more). One finding for each missing programme.
    Facts: program (code), kode (first row's), uraian, jumlah, dok.
    """
    for document in ctx.pilih(*dengan["dokumen"]):
        known = {code for item in butir(document, ("program",)) if (code := kode_program(item.kinerja.kode))}
        rows = [item for item in butir(document, ("kegiatan", "subkegiatan")) if kode_program(item.kinerja.kode)]
        lost = [item for item in rows if not _dikenal(kode_program(item.kinerja.kode) or "", known)]
        if not known or not lost:
            continue
        if len(lost) > dengan["bagian"] * len(rows):
            yield Lewati(_("{dokumen} tidak memuat semua program induk kegiatannya").format(dokumen=peran(document)))
            continue
        groups: dict[str, list[Butir]] = defaultdict(list)
        for item in lost:
            groups[kode_program(item.kinerja.kode) or ""].append(item)
        for code, group in groups.items():
            facts = {"program": code, "kode": group[0].kinerja.kode, "uraian": group[0].teks, "jumlah": len(serupa(group))}
            yield _temuan(group, (code,), facts, 0.8 * ctx.terbaca(document))


def _dikenal(code: str, known: Collection[str]) -> bool:
    """X stands for any digit: affairs of all agencies."""
    return code in known or any("X" in one + code and (_pola(one).fullmatch(code) or _pola(code).fullmatch(one)) for one in known)


@lru_cache(maxsize=4096)
def _pola(code: str) -> re.Pattern[str]:
    return re.compile(code.replace(".", r"\.").replace("X", r"[\dX]"))


@periksa("hasil_kembar")
def hasil_kembar(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """Two programmes have two outcomes. Supporting programmes are let off; the same outcome with other indicators, shared on purpose
    perhaps, is lighter. Facts: hasil, program (list), indikator_sama, dok."""
    for document in ctx.pilih(*dengan["dokumen"]):
        rows = [
            Butir(document, node) for node in document.kinerja
            if node.level == "program" and node.hasil and node.uraian and wajar(node) and not penunjang(node)
        ]
        groups: dict[str, list[Butir]] = defaultdict(list)
        for item in rows:
            groups[kunci(item.kinerja.hasil or "")].append(item)
        for text, group in groups.items():
            names = {kode_program(item.kinerja.kode) or kunci(item.teks): item for item in reversed(group)}
            if len(names) < 2 or len({kunci(item.teks) for item in names.values()}) < 2:
                continue
            shown = list(names.values())[::-1]
            measures = [{kunci(one.uraian) for one in item.kinerja.indikator} for item in shown]
            same = bool(set.intersection(*measures))
            facts = {"hasil": shown[0].kinerja.hasil, "program": [item.teks for item in shown], "indikator_sama": same}
            yield _temuan(shown, (text,), facts, 0.9 * ctx.terbaca(document), None if same else "rendah")


@periksa("rantai_tunggal")
def rantai_tunggal(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """A cascade branches: no chain of dengan.panjang levels, each with one child that says nearly the same. Supporting programmes are let
    off; the one programme of a specialised agency may repeat its goal, which is for a person.
    Facts: uraian, rantai (list of texts), dok."""
    for document in ctx.pilih(*dengan["dokumen"]):
        seen: set[str] = set()
        for node in document.kinerja:
            if node.tabel != "cascading" or node.id in seen or penunjang(node):
                continue
            chain = _rantai(ctx, document, node)
            if len(chain) >= dengan["panjang"]:
                seen |= {one.id for one in chain}
                texts = [one.hasil or one.uraian for one in chain]
                found = _temuan([Butir(document, one) for one in chain], (texts[0],), {"uraian": texts[0], "rantai": texts}, 0.85)
                yield replace(found, telaah=_satu_program(ctx, document))


def _satu_program(ctx: Context, document: Dokumen) -> bool:
    """Whether all plans of the agency know one programme besides that of its own administration."""
    plans = ctx.pilih("cascading", "renstra", "renja", pd=ctx.pd(document)) if ctx.pd(document) else [document]
    nodes = [node for one in plans for node in one.kinerja if node.level == "program" and node.uraian and not penunjang(node)]
    return len({kode_program(node.kode) or kunci(node.uraian) for node in nodes}) == 1


def _rantai(ctx: Context, document: Dokumen, node: Kinerja) -> list[Kinerja]:
    chain = [node]
    while len(children := [one for one in ctx.anak(document, chain[-1]) if not _sebaris(one, chain[-1])]) == 1:
        upper, lower = (one.hasil or one.uraian for one in (chain[-1], children[0]))
        if not upper or not lower or children[0] in chain or ctx.banding(upper, lower, "sasaran").verdict == "different":
            break
        chain.append(children[0])
    return chain


def _sebaris(anak: Kinerja, induk: Kinerja) -> bool:
    """Whether a programme (kegiatan, subkegiatan) stands beside its goal as that which pays for it, and is no level of its own."""
    return satu_baris(anak.lokasi, induk.lokasi) and anak.lokasi.baris is not None and not anak.indikator


@periksa("jenis_terbalik")
def jenis_terbalik(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """What stands above is the result of what stands below: no goal that is measured by output alone above one that is measured by outcome.

    Judged in tables of a tree, by surely classified indicators (dengan.ambang) of goals that are not the agency's own administration; what
    dengan.kecuali (patterns) names is a result whatever its words.
    Facts: uraian, indikator, jenis, anak (text), indikator_anak, dok.
    """
    for document in ctx.pilih(*dengan["dokumen"]):
        found: dict[str, Temuan] = {}
        for node in document.kinerja:
            if node.tabel not in dengan["tabel"] or not node.uraian or not node.indikator or penunjang(node):
                continue
            kinds = [_jenis(node, i, dengan["ambang"]) for i in range(len(node.indikator))]
            texts = [one.uraian for one in node.indikator]
            if not all(kind in BUKAN_HASIL for kind in kinds) or indikator_internal(texts[0]):
                continue
            if any(dikecualikan(text, dengan["kecuali"]) for text in texts):
                continue
            for child in ctx.anak(document, node):
                high = [i for i in range(len(child.indikator)) if _jenis(child, i, dengan["ambang"]) == "outcome"]
                if not high or kunci(child.uraian) == kunci(node.uraian):
                    continue
                upper, lower = Butir(document, node, 0), Butir(document, child, high[0])
                if indikator_internal(lower.teks) or kunci(upper.teks) == kunci(lower.teks):
                    continue
                facts = {
                    "uraian": node.uraian, "indikator": upper.teks, "jenis": orientasi(kinds[0] or ""),
                    "anak": child.uraian, "indikator_anak": lower.teks,
                }
                found.setdefault(kunci(upper.teks), _temuan([upper, lower], (upper.teks,), facts, 0.75))
        yield from found.values()


def _jenis(node: Kinerja, nomor: int, ambang: float) -> str | None:
    one = node.indikator[nomor]
    found = orientation(one.uraian, one.satuan, node.uraian or None)
    return found.label if found.confidence >= ambang else None


@periksa("pohon_berbeda")
def pohon_berbeda(ctx: Context, _dengan: Parameter) -> Iterator[Keluaran]:
    """What the Renstra measures at sasaran level stands in the agency's cascading, and what the cascading measures for its head stands in
    the Renstra. A tree may leave out the agency's own accountability, and what stands beside it under the same goal may be the indicator in
    other words: these are for a person. Facts: indikator (list), dok_ada, dok_tanpa."""
    for pohon in ctx.pilih("cascading"):
        plans = [one for one in ctx.pilih("renstra", pd=ctx.pd(pohon)) if ctx.pd(pohon) and sezaman(one, pohon)]
        if not plans:
            yield Lewati(_("Renstra {pd} tidak ada").format(pd=pohon.perangkat_daerah or ""))
            continue
        renstra = plans[0]
        tree = butir_indikator(pohon)
        goals = [item for item in butir_indikator(renstra, ("sasaran",)) if item.kinerja.tabel == "tujuan_sasaran"]
        own = [item for item in goals if item.kinerja.lingkup == "pd"]
        top = [item for item in tree if item.kinerja.level in ("tujuan", "sasaran") and item.kinerja.jabatan
               and jenjang(item.kinerja.jabatan) == "kepala"]
        yield from _selisih(ctx, own, tree, renstra, pohon)
        yield from _selisih(ctx, top, butir_indikator(renstra), pohon, renstra)


def _selisih(ctx: Context, ada: list[Butir], lain: list[Butir], dok_ada: Dokumen, dok_tanpa: Dokumen) -> Iterator[Temuan]:
    lost: list[tuple[Butir, float]] = []
    for group in serupa(ada):
        near = ctx.terdekat(group[0].teks, lain, "indikator")
        if near and near[1].verdict == "different":
            lost.append((group[0], ketiadaan(ctx, lain[0], near[1])))
    if not lost or 2 * len(lost) > len(serupa(ada)) + 1:
        return
    reworded = [one for one in lost if _bersisa(ctx, one[0], ada, lain)]
    for part in ([one for one in lost if one not in reworded], reworded):
        if part:
            yield _temuan_pohon(part, lain, dok_ada, dok_tanpa, part is reworded)


def _bersisa(ctx: Context, item: Butir, ada: list[Butir], lain: list[Butir]) -> bool:
    """Whether the other document measures the same goal by an indicator that is none of those beside this one: the same in other words,
    perhaps, even if this document uses these words elsewhere."""
    beside = [one for one in ada if one.kinerja is item.kinerja]
    goal = item.kinerja.uraian
    here = [one for one in lain if goal and (near := ctx.terdekat(goal, [Butir(one.dokumen, one.kinerja)], "sasaran"))
            and near[1].verdict != "different"]  # fmt: skip
    return any((near := ctx.terdekat(one.teks, beside, "indikator")) and near[1].verdict == "different" for one in here)


def _temuan_pohon(
    lost: list[tuple[Butir, float]], lain: list[Butir], dok_ada: Dokumen, dok_tanpa: Dokumen, doubtful: bool
) -> Temuan:
    items = [item for item, _sure in lost]
    first = lain[0].kinerja.lokasi
    return Temuan(
        bukti=(*(bukti(item) for item in items[:BUKTI]), di(dok_tanpa, daftar([one.teks for one in lain[:6]]), first)),
        subjek=tuple(item.teks for item in items),
        jenis=dok_ada.jenis,
        perangkat_daerah=dok_ada.perangkat_daerah,
        fakta={"indikator": [item.teks for item in items], "dok_ada": peran(dok_ada), "dok_tanpa": peran(dok_tanpa)},
        keyakinan=min(sure for _item, sure in lost) * bacaan(items),
        telaah=doubtful or all(indikator_internal(item.teks) for item in items),
    )
