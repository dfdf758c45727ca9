"""How well indicators measure their goals: few enough, each for its own goal, spelt right, and those that the nation asks for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise

from ...bahasa import _
from ...model import Dokumen, Keparahan
from ..bukti import bukti, di, peran
from ..butir import Butir, butir, butir_indikator, kunci
from ..context import Context
from ..generik import indikator_internal
from ..kelompok import BUKTI, per_perangkat, serupa
from ..keyakinan import bacaan
from ..registry import Keluaran, Lewati, Parameter, Temuan, periksa
from ..template import inti
from .wording import indikator_strategis, milik, strategis


@periksa("terlalu_banyak_indikator")
def terlalu_banyak_indikator(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """A goal has at most dengan.sasaran indicators, a head's agreement at most dengan.pk. Facts: uraian (of the goal, or None), jumlah,
    batas, dok."""
    items = (item for item in strategis(ctx, dengan["dokumen"]) if item.kinerja.tabel in ("tujuan_sasaran", "pk"))
    for group in per_perangkat(ctx, items):
        most = max(group, key=lambda item: len({kunci(one.uraian) for one in item.kinerja.indikator}))
        count = len({kunci(one.uraian) for one in most.kinerja.indikator})
        if count > dengan["sasaran"]:
            facts = {"uraian": most.teks, "jumlah": count, "batas": dengan["sasaran"], "dok": peran(most.dokumen, most.kinerja.jabatan)}
            yield _temuan(most.dokumen, [most, *(item for item in group if item is not most)], (most.teks,), facts, 0.85)
    for one in ctx.perjanjian:
        count = len({kunci(item.teks) for item in one.indikator()})
        if one.jenjang == "kepala" and len(one.dokumen.pihak) < 2 and count > dengan["pk"]:
            facts = {"uraian": None, "jumlah": count, "batas": dengan["pk"], "dok": peran(one.dokumen, one.jabatan)}
            yield _temuan(one.dokumen, one.indikator()[:1], (one.jabatan, str(one.tahun)), facts, 0.85)


def _temuan(
    document: Dokumen,
    group: list[Butir],
    subjek: tuple[str, ...],
    fakta: Mapping[str, object],
    sure: float,
    keparahan: Keparahan | None = None,
) -> Temuan:
    return Temuan(
        bukti=tuple(bukti(item) for item in group[:BUKTI]),
        subjek=subjek,
        jenis=document.jenis,
        perangkat_daerah=document.perangkat_daerah,
        fakta=dict(fakta),
        keyakinan=sure * bacaan(group),
        keparahan=keparahan,
        telaah=keparahan is not None,
    )


@periksa("indikator_sasaran_lain")
def indikator_sasaran_lain(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """An indicator speaks of its own goal: not faulty because words differ, but where it shares no word with its goal and at least
    dengan.kata with just one other goal of the document. Always for a person and light,
    as technical measures use words of their own. Facts: indikator, sasaran, lain, dok."""
    for document in ctx.pilih(*dengan["dokumen"]):
        goals = {kunci(item.teks): item for item in butir(document, ("tujuan", "sasaran")) if milik(item)}
        about = {key: inti(item.teks) for key, item in goals.items()}
        for group in serupa(indikator_strategis(ctx, document)):
            item = group[0]
            words, own = inti(item.teks), inti(item.kinerja.uraian)
            relatives = {kunci(node.uraian) for node in ctx.leluhur(document, item.kinerja)}
            if not own or words & own or indikator_internal(item.teks) or any(words & inti(node) for node in relatives):
                continue
            others = [key for key, roots in about.items() if len(words & roots) >= dengan["kata"] and key not in relatives]
            if len(others) == 1:
                facts = {
                    "indikator": item.teks, "sasaran": item.kinerja.uraian, "lain": goals[others[0]].teks,
                    "dok": peran(document, item.kinerja.jabatan),
                }
                yield _temuan(document, [item, goals[others[0]]], (item.teks, item.kinerja.uraian), facts, 0.65, "rendah")


@periksa("salah_ketik")
def salah_ketik(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """Goals and indicators are spelt right: no word of dengan.kata (wrong: right), and no broken word where another document has it whole.
    Names of programmes, kegiatan and subkegiatan, and indicators of the latter, are as the national nomenclature writes them. One finding
    per document. Facts: kata (list of "wrong → right"), jumlah, dok."""

    @cache
    def whole() -> dict[str, set[str]]:
        """Letters of all texts -> the words in which they are written; only where a text has a piece that may be an ending."""
        texts: dict[str, set[str]] = {}
        for text in {item.teks for document in ctx.dokumen for item in (*butir(document), *butir_indikator(document))}:
            texts.setdefault(_rapat(text), set()).add(" ".join(text.lower().split()))
        return texts

    for document in ctx.pilih(*dengan["dokumen"]):
        found: Counter[str] = Counter()
        places: list[Butir] = []
        for group in serupa(_sendiri(document)):
            words = re.findall(r"[a-z]+", group[0].teks.lower())
            wrong = [f"{word} → {dengan['kata'][word]}" for word in dict.fromkeys(words) if word in dengan["kata"]]
            wrong += _terpecah(group[0].teks, whole)
            found.update(wrong)
            places += group[:1] if wrong else []
        if found:
            facts = {"kata": list(found), "jumlah": len(places), "dok": peran(document)}
            yield _temuan(document, places, tuple(sorted(found)), facts, 0.8)


def _sendiri(document: Dokumen) -> list[Butir]:
    """The texts that the document words itself."""
    goals = butir(document, ("misi", "tujuan", "sasaran", "aktivitas"))
    return [*goals, *(item for item in butir_indikator(document) if item.kinerja.level != "subkegiatan")]


@lru_cache(maxsize=65536)
def _rapat(text: str) -> str:
    return _SIGNS.sub("", text.lower())


_SIGNS = re.compile(r"[\W_]+")


def _terpecah(text: str, whole: Callable[[], Mapping[str, set[str]]]) -> list[str]:
    """ "meningkat nya → meningkatnya" where the same letters are written with fewer words elsewhere, and the piece is an ending."""
    words = text.lower().split()
    found = []
    for a, b in pairwise(words):
        if b not in ("nya", "kan", "an", "si", "asi") or len(a) < 4:
            continue
        if " ".join(words).replace(f"{a} {b}", f"{a}{b}", 1) in whole().get(_rapat(text), ()):
            found.append(f"{a} {b} → {a}{b}")
    return found


@periksa("indikator_mandat")
def indikator_mandat(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """The Renstra of an agency of a basic service has an indicator for it. dengan.mandat: list of pd (pattern of the agency's name), nama,
    pola (patterns of which one must occur among goals and indicators), and provinsi (nama and pola of the agency of a province, where its
    duty is another; dengan.daerah says what the region is where the document does not). Judged where the document was
    read without gaps; for a person.
    Facts: mandat (list), dok."""
    for document in ctx.pilih(*dengan["dokumen"]):
        rows = butir_indikator(document)
        texts = [kunci(item.teks) for item in (*rows, *butir(document))]
        own = [one for one in dengan["mandat"] if re.search(one["pd"], kunci(document.perangkat_daerah or ""))]
        province = (ctx.pemda(document) or kunci(dengan["daerah"])).startswith("provinsi")
        duties = [one.get("provinsi", one) if province else one for one in own]
        if not duties or not rows:
            continue
        if ctx.terbaca(document) < 1:
            yield Lewati(_("{dokumen} tidak terbaca lengkap").format(dokumen=peran(document)))
            continue
        lacking = [one["nama"] for one in duties if not any(re.search(pola, text) for pola in one["pola"] for text in texts)]
        if lacking:
            yield Temuan(
                bukti=(di(document, document.perangkat_daerah or "", rows[0].kinerja.lokasi),),
                subjek=tuple(lacking),
                jenis=document.jenis,
                perangkat_daerah=document.perangkat_daerah,
                fakta={"mandat": lacking, "dok": peran(document)},
                keyakinan=0.65,
                telaah=True,
            )
