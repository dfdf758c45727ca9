"""Lays out the boxes of all documents of a pemda in one tree: RPJMD, below it the agencies' plans, on them the owners from agreements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from ...checks.butir import kunci
from ...checks.context import Context
from ...checks.jabatan import TINGKAT, Jenjang
from ...checks.perjanjian import Perjanjian
from ...model import LEVELS, Dokumen, Jenis, Kinerja, Level, Tautan
from .cabang import Cabang, cabang, sekode
from .isi import Pemilik

_STATUS = frozenset(("tertaut", "dangkal", "ambigu"))
"""Links that place a box; the others are told as findings."""


_JENJANG: dict[Jenjang, tuple[Level, ...]] = {
    "kepala": ("tujuan", "sasaran"),
    "iii": ("program",),
    "iv": ("kegiatan", "subkegiatan"),
    "jf": ("kegiatan", "subkegiatan", "aktivitas"),
}
_TUJUAN = frozenset(("misi", "tujuan", "sasaran"))


class Hutan(Struct):
    """The boxes of a pemda while they are laid out. atas: of the RPJMD · bawah: of each agency, by its key (None: agreements of the head of
    the region) · dijabarkan: boxes of the RPJMD that some link takes up · janji: boxes that each agreement promises."""

    atas: list[Cabang]
    bawah: dict[str | None, list[Cabang]]
    dijabarkan: set[int]
    janji: list[tuple[Perjanjian, list[Cabang]]]


class _Tempat:
    """Finds boxes by the nodes that links name, and by their texts."""

    def __init__(self, tautan: Iterable[Tautan]) -> None:
        self.kotak: dict[tuple[str, str], Cabang] = {}
        self._atas: dict[tuple[str, str], list[Tautan]] = defaultdict(list)
        for link in tautan:
            if link.status in _STATUS:
                self._atas[link.ke.berkas, link.ke.id].append(link)

    def catat(self, boxes: Iterable[Cabang]) -> None:
        for box in boxes:
            for document, node in box.asal:
                self.kotak[document.berkas, node.id] = box

    def induk(self, nodes: Iterable[tuple[Dokumen, Kinerja]], *jenis: Jenis) -> list[tuple[Cabang, Tautan]]:
        """The boxes that links from documents of these kinds put above the nodes: links of goals before links of indicators, the surest
        first."""
        links = [link for document, node in nodes for link in self._atas.get((document.berkas, node.id), ()) if link.dari.jenis in jenis]
        links.sort(key=lambda link: (link.dari.nomor is not None, -link.skor))
        return [(box.inti, link) for link in links if (box := self.kotak.get((link.dari.berkas, link.dari.id)))]


def bangun(ctx: Context, tautan: Iterable[Tautan], tahun: int | None) -> Hutan:
    """The tree of the documents of one pemda that are in force in the year."""
    place = _Tempat(tautan)
    upper = _lebur([cabang(one) for one in ctx.pilih("rpjmd", tahun=tahun)], place)
    hutan = Hutan(upper, {}, set(), [])
    for pd in (*ctx.perangkat, None):
        hutan.bawah[pd] = _perangkat(ctx, pd, tahun, place, hutan)
    for boxes in hutan.bawah.values():
        _gantung(boxes, upper, place, hutan)
    return hutan


def _lebur(groups: list[list[Cabang]], place: _Tempat) -> list[Cabang]:
    """The boxes of several documents of one owner: what says the same is one box, that of the document that comes first."""
    known: dict[str, list[Cabang]] = defaultdict(list)
    kept: list[Cabang] = []
    for boxes in groups:
        place.catat(boxes)
        fresh = []
        for box in boxes:
            twins = [twin for text in _teks(box) for twin in known[text] if sekode(twin.kode, box.kode)]
            if twins:
                box.masuk(min(twins, key=lambda twin: (twin.level != box.level, twin.kode is None)))
            else:
                fresh.append(box)
        kept += fresh
        for box in fresh:
            for text in _teks(box):
                known[text].append(box)
    return kept


def _teks(box: Cabang) -> list[str]:
    return [kunci(text) for text in (box.teks, box.hasil) if text]


def _perangkat(ctx: Context, pd: str | None, tahun: int | None, place: _Tempat, hutan: Hutan) -> list[Cabang]:
    """The boxes of one agency: of its Renstra and cascading, else of its Renja, and what its agreements promise beyond them."""
    plans: list[Dokumen] = []
    if pd is not None:
        plans = [*ctx.pilih("renstra", pd=pd, tahun=tahun), *ctx.pilih("cascading", pd=pd, tahun=tahun)]
        plans = plans or ctx.pilih("renja", pd=pd, tahun=tahun)
    boxes = _lebur([cabang(one) for one in plans], place)
    texts: dict[str, Cabang] = {}
    for box in (*boxes, *(hutan.atas if pd is None else ())):
        for text in _teks(box):
            texts.setdefault(text, box)
    agreements = sorted(ctx.pk(pd, tahun), key=lambda one: (TINGKAT.index(one.jenjang), one.jabatan))
    for one in agreements:
        promised: list[Cabang] = []
        for node in one.janji:
            if not node.uraian:
                continue
            found = _tempat_janji(one, node, texts, place)
            if found is None:
                found = Cabang(one.dokumen, node.level, [(one.dokumen, node)])
                _atasan(found, one, node, place, hutan.janji, ctx)
                boxes.append(found)
                texts.setdefault(kunci(node.uraian), found)
            place.kotak[one.dokumen.berkas, node.id] = found
            found.milik(Pemilik(one.jabatan, one.jenjang, "pk", one.dokumen.berkas, True))
            if found not in promised:
                promised.append(found)
        hutan.janji.append((one, promised))
    return boxes


def _tempat_janji(one: Perjanjian, node: Kinerja, texts: dict[str, Cabang], place: _Tempat) -> Cabang | None:
    """The box that an agreement restates: the same text, else what a link puts above it in the agency's own plan. A shared indicator alone
    makes it that box only at the level that fits the rank: a subordinate may copy the superior's indicator."""
    if same := texts.get(kunci(node.uraian)):
        return same.inti
    kinds: tuple[Jenis, ...] = ("renstra", "cascading", "renja") if one.jenjang != "kdh" else ("rpjmd",)
    for box, link in place.induk([(one.dokumen, node)], *kinds):
        if link.dari.nomor is None or box.level in _JENJANG.get(one.jenjang, LEVELS):
            return box
    return None


def _atasan(
    box: Cabang, one: Perjanjian, node: Kinerja, place: _Tempat, janji: list[tuple[Perjanjian, list[Cabang]]], ctx: Context
) -> None:
    """Hangs what only an agreement promises under what a link or the superior's agreement puts above it, where that is one thing."""
    for upper, link in place.induk([(one.dokumen, node)], "pk", "renstra", "cascading", "renja"):
        if box.gantung(upper, link.skor, link.alasan):
            return
    named = [
        boxes for other, boxes in janji
        if one.atasan and ctx.pd(other.dokumen) == ctx.pd(one.dokumen) and kunci(other.jabatan) == kunci(one.atasan)
    ]
    if len(named) == 1 and len(named[0]) == 1:
        box.gantung(named[0][0])


def _gantung(boxes: list[Cabang], upper: list[Cabang], place: _Tempat, hutan: Hutan) -> None:
    """Hangs the tops of an agency's trees under goals of the RPJMD: by their own links, by what they cite, else by the links below them."""
    by_text = {kunci(box.teks): box for box in reversed(upper)}
    for box in boxes:
        links = place.induk(box.asal, "rpjmd")
        hutan.dijabarkan.update(id(above) for above, _link in links)
        cited = [by_text[kunci(text)] for text in box.rujukan if kunci(text) in by_text]
        hutan.dijabarkan.update(map(id, cited))
        if box.induk is None and (links or cited):
            above, skor, alasan = (links[0][0], links[0][1].skor, links[0][1].alasan) if links else (cited[0], 1.0, "")
            box.gantung(above, skor, alasan)
    for box in boxes:
        if box.induk is None and (links := place.induk([one for child in bawah(box) for one in child.asal], "rpjmd")):
            votes: dict[int, float] = defaultdict(float)
            for above, link in links:
                votes[id(above)] += link.skor
            above, link = max(links, key=lambda found: (votes[id(found[0])], found[1].skor))
            box.gantung(above, link.skor, link.alasan)
    for box in boxes:
        over = set(map(id, _di_atas(box)))
        goals = [above for above, link in place.induk(box.asal, "rpjmd") if link.dari.nomor is None and above.level in _TUJUAN]
        cited = [by_text[kunci(text)] for text in box.rujukan if kunci(text) in by_text]
        box.juga += [one for one in dict.fromkeys((*goals, *cited)) if id(one) not in over and one not in box.juga]


def _di_atas(box: Cabang) -> list[Cabang]:
    return [] if box.induk is None else [box.induk, *_di_atas(box.induk)]


def bawah(box: Cabang) -> list[Cabang]:
    """All boxes below."""
    found: list[Cabang] = []
    todo = list(box.anak)
    while todo:
        one = todo.pop()
        found.append(one)
        todo.extend(one.anak)
    return found
