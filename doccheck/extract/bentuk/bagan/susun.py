"""From the entries of a chart to its tree.

A post heads what stands below it in its column, down to the next post. Goals and indicators find their parent by code ("1.1.1" below
"1.1"), else by place: the nearest box above that they overlap. A box without goals of its own (posts of lower ranks list indicators
only) becomes one node with an empty text for each goal that its codes serve.
"""

from __future__ import annotations

from bisect import insort_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from ....model import LEVELS, Indikator, Level, Lokasi
from ...nilai.baca import parse_nilai, parse_rupiah
from ...nilai.satuan import split_satuan
from ...pohon.jenjang import tingkat_jabatan
from ...pohon.simpul import Simpul
from .letak import apart, foot, heads_box, is_above, nearest_above, share_of, width_of
from .urai import Entri

_SURE, _GUESSED = 0.9, 0.75


@dataclass
class _Isi:
    """An entry that became a goal or an indicator, the node it belongs to and the post above it."""

    entri: Entri
    simpul: Simpul
    jabatan: Entri | None
    sasaran: bool
    nomor: int = -1
    """Index of the indicator in its node."""


@dataclass
class Penyusun:
    """Builds the tree of a document's charts, page by page. start: number of the first node · tahun: of the targets, None: unknown."""

    start: int
    tahun: int | None
    simpul: list[Simpul] = field(default_factory=list)
    indikator: int = 0
    takterbaca: list[Entri] = field(default_factory=list)
    """Boxes with text that became nothing."""
    _halaman: list[_Isi] = field(default_factory=list)
    """What this page has yielded so far."""
    _kode: dict[str, list[_Isi]] = field(default_factory=dict)
    """What all pages have yielded, by code."""
    _jabatan: defaultdict[int, list[Entri]] = field(default_factory=lambda: defaultdict(list))
    """The posts of each page, from top to bottom."""
    _tanpa_uraian: dict[tuple[int, int], Simpul] = field(default_factory=dict)
    _arti: dict[int, str | None] = field(default_factory=dict)

    def halaman(self, entries: Sequence[Entri]) -> None:
        """Adds the entries of the next page."""
        before: list[Entri] = []
        self._halaman = []
        self._arti = {}
        for at, entry in enumerate(entries):
            self._entri(entry, before, entries[at + 1 :])
            insort_left(before, entry, key=foot)

    def _entri(self, entry: Entri, before: list[Entri], after: Sequence[Entri]) -> None:
        if entry.peran == "jabatan":
            self._jabatan[entry.halaman].append(entry)
            return
        above = nearest_above(entry, before)
        arti = entry.arti
        if not entry.berlabel and above is not None and entry.peran == "isi":
            inherited = self._arti.get(id(above)) if above.peran == "label" or above.sel == entry.sel else None
            arti = inherited or arti  # type: ignore[assignment]
        if entry.peran == "label":
            self._arti[id(entry)] = arti
            return
        if entry.berlabel is False and above is not None and (above.peran == "label" or above.sel == entry.sel):
            self._arti[id(entry)] = self._arti.get(id(above))
        if arti == "konteks":
            return
        if not entry.teks and arti != "uang":
            arti = "target"
        if arti is None:
            if heads_box(entry, after):
                self._jabatan[entry.halaman].append(replace(entry, peran="jabatan"))
            elif entry.grid is not None and len(entry.teks) >= 12:
                self.takterbaca.append(entry)
            return
        if arti == "target" or arti == "uang":
            self._nilai(entry, arti)
        elif arti == "indikator":
            self._indikator(entry)
        else:
            self._sasaran(entry, arti)

    # -- goals --------------------------------------------------------------------------------------------------------

    def _sasaran(self, entry: Entri, level: Level) -> None:
        post = self._post(entry)
        parent = self._by_code(entry, post) if not entry.berlabel else None
        parent = parent or self._goal_above(entry, level, post)
        if parent is None and post is not None and level not in ("misi", "tujuan"):
            parent = self._by_place(entry, post)
        node = self._simpul(level, entry.teks, entry, post, parent)
        self._catat(_Isi(entry, node, post, True))

    def _goal_above(self, entry: Entri, level: Level, post: Entri | None) -> Simpul | None:
        """The nearest goal above of a higher level; one of the same level where it is another post's, or a wider box of another row."""
        best: _Isi | None = None
        for item in self._halaman:
            if (best is not None and item.entri.kotak[3] < best.entri.kotak[3]) or not is_above(item.entri, entry):
                continue
            higher = LEVELS.index(item.simpul.level) < LEVELS.index(level)
            other = item.simpul.level == level and _superior(item.jabatan, post)
            wider = item.entri.grid != entry.grid and width_of(item.entri) > 1.2 * width_of(entry) and item.simpul.level == level
            if (item.sasaran and (higher or wider)) or other:
                best = item
        return best.simpul if best else None

    # -- indicators ---------------------------------------------------------------------------------------------------

    def _indikator(self, entry: Entri) -> None:
        post = self._post(entry)
        node = self._owner(entry, post)
        indikator = self._ukuran(entry)
        node.indikator.append(indikator)
        self.indikator += 1
        self._catat(_Isi(entry, node, post, False, len(node.indikator) - 1))

    def _catat(self, item: _Isi) -> None:
        self._halaman.append(item)
        if item.entri.kode is not None and _is_kode(item.entri.kode):
            self._kode.setdefault(item.entri.kode, []).append(item)

    def _owner(self, entry: Entri, post: Entri | None) -> Simpul:
        """The goal an indicator measures: that of its box, else a node without text below the goal that its code serves."""
        own = [item for item in self._halaman if item.jabatan is post]
        goals = [item for item in own if item.sasaran and is_above(item.entri, entry)]
        if goals:
            goal = max(goals, key=lambda item: (item.entri.kotak[1], -width_of(item.entri))).simpul
            if not goal.indikator and post is not None and entry.kode and not goal.kode:
                goal.induk = self._by_code(entry, post) or goal.induk
            return goal
        same = [item for item in own if not item.sasaran and is_above(item.entri, entry)]
        if same:
            last = max(same, key=lambda item: item.entri.kotak[1])
            if not _is_kode(entry.kode):
                return last.simpul
            upper = [item for item in same if _is_kode(item.entri.kode) and str(entry.kode).startswith(f"{item.entri.kode}.")]
            if upper:
                return upper[-1].simpul
        parent = self._by_code(entry, post) or self._by_place(entry, post)
        key = (id(post), id(parent))
        if key not in self._tanpa_uraian:
            self._tanpa_uraian[key] = self._simpul("sasaran", "", entry, post, parent)
        return self._tanpa_uraian[key]

    def _ukuran(self, entry: Entri) -> Indikator:
        made = Indikator(uraian=entry.teks, lokasi=entry.lokasi)
        return made if entry.nilai is None else self._with_target(made, entry.nilai, entry.lokasi)

    def _with_target(self, made: Indikator, text: str, lokasi: Lokasi) -> Indikator:
        value = parse_nilai(text, lokasi=lokasi)
        unit = made.satuan or value.satuan or split_satuan(text)[1]
        if self.tahun is None:
            return replace(made, satuan=unit, target_akhir=value)
        return replace(made, satuan=unit, target={str(self.tahun): value})

    def _nilai(self, entry: Entri, arti: str) -> None:
        """A value in a box of its own: it belongs to the indicator (money: to the goal) last read above it."""
        above = [item for item in self._halaman if is_above(item.entri, entry)]
        if not above or not entry.nilai:
            return
        item = max(above, key=lambda item: item.entri.kotak[3])
        node = item.simpul
        if arti == "uang":
            if self.tahun is not None:
                node.anggaran.setdefault(str(self.tahun), parse_rupiah(entry.nilai))
        elif item.nomor >= 0 and not (node.indikator[item.nomor].target or node.indikator[item.nomor].target_akhir):
            node.indikator[item.nomor] = self._with_target(node.indikator[item.nomor], entry.nilai, entry.lokasi)

    # -- relations ----------------------------------------------------------------------------------------------------

    def _post(self, entry: Entri) -> Entri | None:
        """The post that heads an entry: the nearest above whose box covers most of it; at the top of a page that of the page before."""
        for page in (entry.halaman, entry.halaman - 1):
            found: Entri | None = None
            for post in reversed(self._jabatan.get(page, [])):  # the lowest first; the first read of those that stand side by side
                if found is not None and post.kotak[1] < found.kotak[1]:
                    break
                if (page < entry.halaman or post.kotak[1] <= entry.kotak[1]) and share_of(post, entry) >= 0.5:
                    found = post
            if found is not None:
                return found
        return None

    def _by_code(self, entry: Entri, post: Entri | None) -> Simpul | None:
        """The node in a box above whose code is the longest beginning of this one; of several the one in the same column, the nearest."""
        code = entry.kode
        if code is None or not _is_kode(code):
            return None
        top = (post or entry).kotak[1]
        parts = code.split(".")
        for length in range(len(parts), 1, -1):
            other = ".".join(parts[:length])
            best: tuple[tuple[bool, int, float], Simpul] | None = None
            for item in self._kode.get(other, ()):
                here = item.entri.halaman == entry.halaman
                if item.jabatan is post or (here and item.entri.kotak[1] >= top):
                    continue
                column = share_of(item.entri, entry) > 0.3
                if not set(other) - {"0", "."} and (not column or length == len(parts)):
                    continue  # "0.0.0" stands for "no code"
                rank = (column, item.entri.halaman, item.entri.kotak[1])
                if best is None or rank > best[0]:
                    best = (rank, item.simpul)
            if best:
                return best[1]
        return None

    def _by_place(self, entry: Entri, post: Entri | None) -> Simpul | None:
        """The node of the nearest box above the post's own; where none stands above, that of the box beside it in the tier above, if that
        has only one."""
        reference = post or entry
        higher = [item for item in self._halaman if item.entri.kotak[1] < reference.kotak[1] and _superior(item.jabatan, post)]
        above = [item for item in higher if share_of(item.entri, reference) > 0.3 or share_of(reference, item.entri) > 0.3]
        if above:
            return max(above, key=lambda item: item.entri.kotak[3]).simpul
        boxes: dict[int, list[_Isi]] = {}
        tier = max((_rank(item.jabatan) for item in higher), default=0)
        for item in higher:
            if _rank(item.jabatan) == tier:
                boxes.setdefault(id(item.jabatan), []).append(item)
        nearest = sorted(boxes.values(), key=lambda items: apart(items[0].jabatan or items[0].entri, reference))
        nodes = {id(item.simpul): item.simpul for item in nearest[0]} if nearest else {}
        return next(iter(nodes.values())) if len(nodes) == 1 else None

    def _simpul(self, level: Level, text: str, entry: Entri, post: Entri | None, parent: Simpul | None) -> Simpul:
        name = post.teks if post else None
        node = Simpul(
            f"k{self.start + len(self.simpul)}", level, text, (0 if level == "misi" else 1, LEVELS.index(level), 0), entry.lokasi,
            kode=entry.kode if text and _is_kode(entry.kode) else None, induk=parent, penanggung_jawab=name, jabatan=name,
            keyakinan=_SURE if entry.berlabel else _GUESSED,
        )  # fmt: skip
        self.simpul.append(node)
        return node


def _superior(other: Entri | None, post: Entri | None) -> bool:
    """Whether another post (or none: the strategic part of the chart) stands higher than this one."""
    if other is None or post is None:
        return other is None and post is not None
    return _rank(other) < _rank(post)


def _rank(post: Entri | None) -> int:
    return tingkat_jabatan(post.teks) if post is not None else 0


def _is_kode(code: str | None) -> bool:
    """A code that tells a place in the tree: "1.1.2", not "-", "a" or the number of a list."""
    return code is not None and "." in code
