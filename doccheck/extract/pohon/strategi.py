"""Strategi and arah kebijakan of a table "Tujuan | Sasaran | Strategi | Arah Kebijakan", each under its goal.

A cell may hold one or a list; an arah kebijakan belongs to the strategi of its row, or to the one above that reaches it. Where a row has
several strategi and as many arah kebijakan they are pairs; where the numbers differ, the table does not say which belong together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from ...model import JenisStrategi, Kinerja, Level, Lokasi, Strategi
from ..tabel.matriks import squeeze
from ..tulisan.kode import pisah_kode
from ..tulisan.teks import mend, split_items, strip_label
from .baris import LIST_START, Baris, Susunan
from .simpul import Pohon, Simpul

KOLOM: tuple[JenisStrategi, ...] = ("strategi", "arah_kebijakan")
_UPPER = re.compile(r"\brp(?:jm)?d\b", re.I)
_WORD = re.compile(r"\w{3,}")
_MARK = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|[-–•*▪➢])\s*(?=\S)")
_ABOVE: tuple[Level, ...] = ("sasaran", "tujuan", "misi")


@dataclass
class _Butir:
    jenis: JenisStrategi
    uraian: str
    lokasi: Lokasi
    keyakinan: float
    simpul: Simpul | None
    strategi: _Butir | None = None


class PembacaStrategi:
    """Reads the strategi of one table, row by row, after the row's goals were put into `pohon`. Columns that quote those of the RPJMD
    are left out."""

    def __init__(self, susunan: Susunan, pohon: Pohon) -> None:
        self._kolom = {kind: [g for g in susunan.grup(kind) if not _UPPER.search(_heading(susunan, g))] for kind in KOLOM}
        self._pohon = pohon
        self._butir: list[_Butir] = []
        self._terakhir: dict[JenisStrategi, _Butir] = {}

    def baca(self, row: Baris) -> None:
        """Takes in what a row holds."""
        goal = next((found for level in _ABOVE if (found := self._pohon.buka(level))), None)
        if "strategi" in self._terakhir and self._terakhir["strategi"].simpul is not goal:
            self._terakhir = {}
        strategies = [self._tambah(one) for group in self._kolom["strategi"] for one in self._sel(row, group, "strategi", goal)]
        directions = [one for group in self._kolom["arah_kebijakan"] for one in self._sel(row, group, "arah_kebijakan", goal)]
        pairs = len(strategies) == len(directions)
        above = self._terakhir.get("strategi") if not strategies else strategies[0] if len(strategies) == 1 else None
        if strategies:
            self._terakhir["strategi"] = strategies[-1]
        for at, one in enumerate(directions):
            one.strategi = strategies[at] if strategies and pairs else above
            self._terakhir["arah_kebijakan"] = self._tambah(one)

    def _sel(self, row: Baris, group: int, kind: JenisStrategi, goal: Simpul | None) -> list[_Butir]:
        """The items of a cell; a first one that goes on in lower case is the rest of the last, which a page edge or a rule broke."""
        isi = row.isi.get(group)
        if isi is None or not _WORD.search(isi.raw):
            return []
        text = isi.raw
        last = self._terakhir.get(kind)
        broken = last is not None and last.simpul is goal and last.uraian[:1].isupper()
        if last is not None and broken and re.match(r"[a-z(]", text) and not LIST_START.match(text):
            rest, text = _sisa(text)
            last.uraian = mend(f"{last.uraian}\n{rest}")
        items = split_items(text)
        texts = (mend(strip_label(_MARK.sub("", pisah_kode(item)[1]), "sasaran")) for item in items)
        return [_Butir(kind, text, row.tempat(isi), isi.confidence, goal) for text in texts if _WORD.search(text)]

    def _tambah(self, one: _Butir) -> _Butir:
        """Keeps an item; one that its goal (its strategi) has already, printed once more, is the same."""
        for other in self._butir:
            twin = other.jenis == one.jenis and other.simpul is one.simpul and other.strategi is one.strategi
            if twin and squeeze(other.uraian) == squeeze(one.uraian):
                return other
        self._butir.append(one)
        return one

    def hasil(self, start: int, judul: str | None, keyakinan: float) -> list[Strategi]:
        """What was read, ids from `start` on. keyakinan: of the table."""
        ids = {id(one): f"s{start + at}" for at, one in enumerate(self._butir)}
        return [
            Strategi(
                id=ids[id(one)], jenis=one.jenis, uraian=one.uraian,
                induk=ids[id(one.strategi)] if one.strategi else one.simpul.id if one.simpul else None,
                sasaran=one.simpul.uraian if one.simpul else None, judul_tabel=judul, keyakinan=min(one.keyakinan, keyakinan),
                lokasi=one.lokasi,
            )
            for one in self._butir
        ]  # fmt: skip


def pindahkan(strategi: Sequence[Strategi], kinerja: Sequence[Kinerja]) -> list[Strategi]:
    """Strategi of a table whose goals are no part of the tree (it prints problems and issues beside them), put under the goals of the same
    text that the document's other tables print."""
    goals: dict[str, str] = {}
    for node in kinerja:
        if node.level in _ABOVE and node.uraian:
            goals.setdefault(squeeze(node.uraian), node.id)
    own = {one.id for one in strategi}
    return [one if one.induk in own else replace(one, induk=goals.get(squeeze(one.sasaran or ""))) for one in strategi]


def _sisa(text: str) -> tuple[str, str]:
    """(rest of the item before, items after it) of a cell that begins in mid-sentence."""
    lines = text.split("\n")
    end = next((at for at, line in enumerate(lines) if at and LIST_START.match(line)), len(lines))
    return "\n".join(lines[:end]), "\n".join(lines[end:])


def _heading(susunan: Susunan, group: int) -> str:
    return susunan.kolom[group].kepala.split(" / ")[-1]
