"""From the boxes of a page to its entries in reading order: posts, labels that stand alone, goals, indicators and values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from ....layout import Page
from ....model import Kotak, Lokasi
from ...tulisan.ukuran import is_indikator
from .butir import Butir, butir
from .kotak import Baris, KotakTeks, kotak_halaman
from .tulisan import Arti, is_eselon, is_nilai, is_sasaran, jabatan, label, penanda

_KEPALA = re.compile(r"(?<=\S)\s+(?=kepala\b)", re.I)
_WORD = re.compile(r"[^\W\d_]{2,}")


class Entri(Struct, frozen=True):
    """One thing that a box says. peran: the post that heads it, a label alone ("Misi 1"), or content · arti: level, "indikator" ..., as
    its label or wording tells, None where neither does · berlabel: whether a label told · kotak: where it stands, for "above" and
    "beside" · sel: number of its box on the page · halaman: index of the page."""

    peran: Literal["jabatan", "label", "isi"]
    teks: str
    kotak: Kotak
    lokasi: Lokasi
    sel: int
    halaman: int
    arti: Arti | None = None
    berlabel: bool = False
    kode: str | None = None
    nilai: str | None = None
    grid: int | None = None
    paragraf: bool = False


def urai(page: Page, index: int) -> list[Entri]:
    """The entries of a page, from top to bottom."""
    boxes = kotak_halaman(page)
    found: list[Entri] = []
    for number, box in enumerate(boxes):
        if is_eselon(box.teks):
            continue
        base = Entri(
            peran="isi", teks="", kotak=box.kotak, lokasi=box.lokasi, sel=number, halaman=index, grid=box.grid, paragraf=box.paragraf
        )
        found += _kotak(box, base, boxes)
    return sorted(found, key=lambda entry: (entry.kotak[1], entry.kotak[0]))


def _kotak(box: KotakTeks, base: Entri, boxes: Sequence[KotakTeks]) -> Iterator[Entri]:
    whole = jabatan(box.teks)
    if whole is not None and not any(_is_content(line.teks) for line in box.baris):
        yield from _posts(whole, box, base, boxes)
        return
    for title, lines in _parts(box.baris):
        if title:
            head = " ".join(line.teks for line in title)
            yield replace(base, peran="jabatan", teks=jabatan(head) or head, kotak=_place(title[0].y, title[-1].y, box))
        items = butir(lines)
        for item in items:
            yield _isi(item, base, box, alone=len(items) == 1 and not title)


def _posts(text: str, box: KotakTeks, base: Entri, boxes: Sequence[KotakTeks]) -> Iterator[Entri]:
    """The post that a cell names; several where it stretches over the boxes of as many posts ("KEPALA SEKSI A KEPALA SEKSI B")."""
    x0, y0, x1, y1 = box.kotak
    names = _KEPALA.split(text)
    below = [other.kotak for other in boxes if abs(other.kotak[1] - y1) < 3.0 and other.kotak[0] >= x0 - 3.0 and other.kotak[2] <= x1 + 3.0]
    if len(names) > 1 and len(below) == len(names):
        for name, (left, _top, right, _foot) in zip(names, sorted(below), strict=True):
            yield replace(base, peran="jabatan", teks=name, kotak=(left, y0, right, y1))
        return
    yield replace(base, peran="jabatan", teks=text)


def _parts(lines: Sequence[Baris]) -> Iterator[tuple[Sequence[Baris], Sequence[Baris]]]:
    """(heading, lines below it) of a box that names its post on top, or several posts in bold lines between plain ones."""
    mixed = any(line.tebal for line in lines) and not all(line.tebal for line in lines)
    start = 0
    title: Sequence[Baris] = ()
    at = 0
    while at < len(lines):
        end = _title_end(lines, at, mixed)
        if end == at:
            at += 1
            continue
        if at > start or title:
            yield title, lines[start:at]
        title, start, at = lines[at:end], end, end
    if start < len(lines) or title:
        yield title, lines[start:]


def _title_end(lines: Sequence[Baris], at: int, mixed: bool) -> int:
    """Index after the heading that begins at a line; `at` itself where none does."""
    end = at
    if mixed and lines[at].tebal:
        while end < len(lines) and lines[end].tebal and not _is_content(lines[end].teks):
            end += 1
        head = " ".join(line.teks for line in lines[at:end])
        return end if end > at and end < len(lines) and is_judul(head) else at
    if at == 0:
        while end < len(lines) and not _is_content(lines[end].teks):
            end += 1
        head = " ".join(line.teks for line in lines[:end])
        if end < len(lines) and (jabatan(head) or (is_judul(head) and len(head) <= 60 and _begins(lines[end].teks))):
            return end
    return at


def is_judul(text: str) -> bool:
    """Whether a text can be the title of a box: a few words, begun with a capital, hardly with figures ("Pulahta P3H")."""
    return len(text) <= 110 and text[:1].isupper() and bool(_WORD.search(text)) and "%" not in text and sum(map(str.isdigit, text)) <= 2


def _begins(text: str) -> bool:
    """Whether a line can be the first below a title that is no known post: a goal, or an item with a code."""
    mark = penanda(text)
    return "." in mark[0] if mark else text[:1].isupper() and is_sasaran(text)


def _is_content(text: str) -> bool:
    if is_eselon(text):
        return False
    return penanda(text) is not None or label(text) is not None or is_sasaran(text) or is_indikator(text, pasti=True) or is_nilai(text)


def _isi(item: Butir, base: Entri, box: KotakTeks, alone: bool) -> Entri:
    place = box.kotak if alone else _place(item.atas, item.bawah, box)
    lokasi = base.lokasi if alone or base.lokasi.kotak is None else replace(base.lokasi, kotak=place)
    entry = replace(base, teks=item.teks, kotak=place, lokasi=lokasi, kode=item.kode, nilai=item.nilai)
    if item.label is not None:
        bare = not item.teks and item.nilai is None
        return replace(entry, peran="label" if bare else "isi", arti=item.label.arti, berlabel=True)
    if not item.teks and item.nilai:
        return replace(entry, arti="uang" if item.nilai.lower().startswith("rp") else "target", berlabel=True)
    if is_sasaran(item.teks):
        return replace(entry, arti="sasaran")
    words = len(item.teks.split())
    if (item.kode is not None and item.teks) or (words >= 3 and is_indikator(item.teks, pasti=box.paragraf)):
        return replace(entry, arti="indikator")
    return entry


def _place(first: float, last: float, box: KotakTeks) -> Kotak:
    """The part of a box between two baselines."""
    x0, y0, x1, y1 = box.kotak
    steps = [b.y - a.y for a, b in zip(box.baris, box.baris[1:], strict=False)]
    height = min([step for step in steps if step > 1.0], default=y1 - y0)
    return x0, max(y0, first - height), x1, min(y1, last + 0.2 * height)
