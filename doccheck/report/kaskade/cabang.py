"""The goals of one document as a tree of boxes: occurrences of one text are one box, and codes stand in for missing parents."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...checks.butir import kunci
from ...checks.jabatan import jenjang
from ...checks.pejabat import sama_jabatan
from ...match import sama_pd
from ...model import LEVELS, Dokumen, Kinerja, Level
from .isi import Celah, Pemilik, Sumber

_SKIP = frozenset(("pk_anggaran", "prioritas"))


@dataclass(eq=False)
class Cabang:
    """A box while the tree is built. asal: its occurrences, the best one first: with a parent and the most indicators · rujukan: texts of
    the region's goals that it stands under or cites."""

    dokumen: Dokumen
    level: Level
    asal: list[tuple[Dokumen, Kinerja]]
    induk: Cabang | None = None
    anak: list[Cabang] = field(default_factory=list)
    juga: list[Cabang] = field(default_factory=list)
    rujukan: list[str] = field(default_factory=list)
    pemilik: list[Pemilik] = field(default_factory=list)
    celah: list[Celah] = field(default_factory=list)
    skor: float | None = None
    alasan: str = ""
    lebur: Cabang | None = None

    @property
    def inti(self) -> Cabang:
        """The box itself, or the one that it was merged into."""
        box = self
        while box.lebur is not None:
            box = box.lebur
        return box

    @property
    def kejadian(self) -> list[Kinerja]:
        return [node for _document, node in self.asal]

    @property
    def utama(self) -> Kinerja:
        return self.asal[0][1]

    @property
    def teks(self) -> str:
        return self.utama.uraian

    @property
    def hasil(self) -> str | None:
        return next((node.hasil for node in self.kejadian if node.hasil), None)

    @property
    def kode(self) -> str | None:
        return next((node.kode for node in self.kejadian if node.kode), None)

    @property
    def indikator(self) -> tuple[str, ...]:
        texts = {kunci(one.uraian): one.uraian for node in reversed(self.kejadian) for one in reversed(node.indikator) if one.uraian}
        return tuple(reversed(texts.values()))

    def gantung(self, induk: Cabang, skor: float | None = None, alasan: str = "") -> bool:
        """Hangs the box under another, unless that one hangs under it already."""
        above: Cabang | None = induk
        while above is not None:
            if above is self:
                return False
            above = above.induk
        if self.induk is not None:
            self.induk.anak.remove(self)
        self.induk, self.skor, self.alasan = induk, skor, alasan
        induk.anak.append(self)
        return True

    def masuk(self, tujuan: Cabang) -> None:
        """Merges the box into another one, with its children, owners and, where that one has none, its parent."""
        self.lebur = tujuan
        above, self.induk = self.induk, None
        if above is not None:
            above.anak.remove(self)
        for child in tuple(self.anak):
            child.gantung(tujuan)
        if tujuan.induk is None and above is not None:
            tujuan.gantung(above)
        tujuan.asal += self.asal
        tujuan.rujukan += [text for text in self.rujukan if text not in tujuan.rujukan]
        for one in self.pemilik:
            tujuan.milik(one)

    def milik(self, pemilik: Pemilik) -> None:
        """Adds an owner; the agreement of a post stands for what else names it."""
        for number, known in enumerate(self.pemilik):
            if sama_jabatan(known.jabatan, pemilik.jabatan):
                if pemilik.sumber == "pk" != known.sumber:
                    self.pemilik[number] = pemilik
                return
        self.pemilik.append(pemilik)


def cabang(dokumen: Dokumen, level: tuple[Level, ...] = LEVELS) -> list[Cabang]:
    """The boxes of a document at these levels in its order, each hung under its parent. Goals of the region that an agency's document
    prints beside its own are no boxes of it, but remembered as what the box below them refers to."""
    nodes = {node.id: node for node in dokumen.kinerja}
    own = [node for node in dokumen.kinerja if _milik(node, dokumen) and node.level in level]
    codes: dict[tuple[Level, str], list[str]] = defaultdict(list)
    for node in own:
        if node.kode:
            codes[node.level, kunci(node.uraian)].append(_kode(node.kode))
    groups: dict[tuple[Level, str, str], Cabang] = {}
    found: dict[str, Cabang] = {}
    for node in own:
        text = kunci(node.uraian)
        code = _kode(node.kode) if node.kode else next(iter(codes.get((node.level, text), ())), "")
        box = groups.setdefault((node.level, text, code), Cabang(dokumen, node.level, []))
        box.asal.append((dokumen, node))
        found[node.id] = box
        for owner in _pemilik(node, dokumen):
            box.milik(owner)
    boxes = list(groups.values())
    by_code = _per_kode(boxes)
    for box in boxes:
        box.asal.sort(key=lambda one: (one[1].induk is None, -len(one[1].indikator)))
        _induk(box, nodes, found, by_code)
    return boxes


def _milik(node: Kinerja, dokumen: Dokumen) -> bool:
    return bool(node.uraian) and node.tabel not in _SKIP and (node.lingkup == "pd" or dokumen.jenis == "rpjmd")


def _pemilik(node: Kinerja, dokumen: Dokumen) -> Iterator[Pemilik]:
    """Owners that a row of an agency's document names: posts, and units that are not the agency itself."""
    cells: list[tuple[str | None, Sumber]] = [(node.jabatan, "cascading"), (node.penanggung_jawab, "penanggung_jawab")]
    cells += [(one.penanggung_jawab, "penanggung_jawab") for one in node.indikator]
    for cell, source in cells if dokumen.jenis not in ("rpjmd", "pk") else ():
        for text in (cell or "").split("\n"):
            text = " ".join(text.split()).strip(" -;,")
            if len(text) > 2 and not sama_pd(text, dokumen.perangkat_daerah):
                yield Pemilik(text, jenjang(text), source, dokumen.berkas)


def _induk(box: Cabang, nodes: dict[str, Kinerja], found: dict[str, Cabang], by_code: dict[tuple[str, ...], list[Cabang]]) -> None:
    parents: Counter[Cabang] = Counter()
    for node in box.kejadian:
        box.rujukan.extend(text for text in node.rujukan if text not in box.rujukan)
        seen = {node.id}
        upper = nodes.get(node.induk or "")
        while upper is not None and upper.id not in seen:
            seen.add(upper.id)
            if upper.id in found:
                if found[upper.id] is not box:
                    parents[found[upper.id]] += 1
                break
            if upper.lingkup == "rpjmd" and upper.uraian and upper.uraian not in box.rujukan:
                box.rujukan.append(upper.uraian)
            upper = nodes.get(upper.induk or "")
    if not parents and box.kode and (above := _kode_atas(_kode(box.kode), by_code)):
        parents[above] += 1
    ordered = sorted(parents, key=lambda one: (-LEVELS.index(one.level), -parents[one]))
    for one in ordered:
        if box.induk is None:
            box.gantung(one)
        else:
            box.juga.append(one)


def sekode(a: str | None, b: str | None) -> bool:
    """Whether two codes can be one row's: equal but for X, or one is missing."""
    if not a or not b:
        return True
    first, second = _kode(a).split("."), _kode(b).split(".")
    same = [x == y or (at < 2 and "X" in x + y) for at, (x, y) in enumerate(zip(first, second, strict=False))]
    return len(first) == len(second) and all(same)


def _kode(kode: str) -> str:
    return re.sub(r"[^\dX.]", "", kode.upper()).strip(".")


def _per_kode(boxes: list[Cabang]) -> dict[tuple[str, ...], list[Cabang]]:
    """By the code's parts after the affair, since X stands for any affair."""
    made: dict[tuple[str, ...], list[Cabang]] = defaultdict(list)
    for box in boxes:
        if box.kode:
            made[tuple(_kode(box.kode).split("."))[2:]].append(box)
    return made


def _kode_atas(kode: str, by_code: dict[tuple[str, ...], list[Cabang]]) -> Cabang | None:
    parts = tuple(kode.split("."))
    for end in range(len(parts) - 1, 2, -1):
        for box in by_code.get(parts[2:end], ()):
            other = _kode(box.kode or "").split(".")
            if all(a == b or "X" in a or "X" in b for a, b in zip(parts[:2], other[:2], strict=True)):
                return box
    return None
