"""Reports of evaluation (LHE): their number and the recommendations in their text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import msgspec
from msgspec import Struct

from ...layout import Layout
from ...model import Bagian, Jenis, Lokasi, NilaiKomponen, Rekomendasi
from ..tulisan.teks import mend
from .bagian import Tulisan, tulisan_dokumen
from .komponen_lhe import nilai_komponen
from .tindak_lanjut import baca_matriks

_NUMBERS_BLANKS = re.compile(r"[\d\s]+")
_OPENS = re.compile(
    r"^(?:[a-z]|[ivx]+|\d{1,2})?\s*[.)]?\s*(?:rekomendasi|saran(?: (?:dan )?(?:perbaikan|rekomendasi))?|"
    r"area of improvement)\b.{0,60}$",
    re.I,
)
_INTRO = re.compile(
    r"(?:merekomendasikan|rekomendasi|menyarankan|saran)\b[^.]{0,160}(?:sebagai berikut|antara lain|hal[- ]hal berikut|agar)\s*:?\s*$", re.I
)
_CLOSES = re.compile(
    r"^(?:[a-z]|[ivx]+|\d{1,2})?\s*[.)]?\s*(?:penutup|apresiasi|kesimpulan|simpulan|lampiran|tembusan)\b|"
    r"^(?:demikian|atas perhatian)",
    re.I,
)
_MARK = re.compile(r"^\s*(?:\(?(\d{1,2}|[a-z]|[ivx]{2,4})[.)]|([-•–▪✓o]))\s+(?=\S)")
_COMPONENT = re.compile(
    r"perencanaan kinerja|pengukuran kinerja|pelaporan kinerja|evaluasi (?:akuntabilitas )?(?:kinerja )?internal|"
    r"(?:pencapaian|capaian) (?:sasaran|kinerja)(?: organisasi)?",
    re.I,
)
_NUMBER = re.compile(
    r"\bno(?:mor|\.)\s*:?\s*([A-Z]?[\w.]*\s*/[^\n:;,]{2,60}?)"
    r"(?=\s*(?:$|\n|sifat|lampiran|perihal|hal\s*:|tanggal|jakarta))",
    re.I,
)
_EVALUATED = re.compile(
    r"(?:laporan )?hasil evaluasi|evaluasi (?:atas )?(?:implementasi )?(?:akip|sakip|akuntabilitas)|tindak lanjut.{0,40}evaluasi|\blhe\b",
    re.I,
)
_OF_YEAR = re.compile(r"evaluasi[^.]{0,60}\btahun (20[0-4]\d)(?!\d)", re.I)
_RUNNING = 3


class Evaluasi(Struct, frozen=True):
    """What a document says as a report of evaluation or of its follow-up. sisa: the layout without the matrices that were read."""

    rekomendasi: tuple[Rekomendasi, ...]
    komponen: tuple[NilaiKomponen, ...]
    nomor: str | None
    sisa: Layout


def baca_evaluasi(layout: Layout, jenis: Jenis) -> Evaluasi:
    """Recommendations and their follow-up of any document that prints them in a table; of an LHE also those in its text, its number and
    the table of values; of an LKjIP also those in its sections on the last evaluation."""
    rows, rest = baca_matriks(layout, jenis)
    if jenis == "lkjip":
        return Evaluasi((*_dikutip(tanpa_lari(list(tulisan_dokumen(rest, "lkjip")))), *rows), (), None, rest)
    if jenis != "lhe":
        return Evaluasi(tuple(rows), (), None, rest)
    written = tanpa_lari(list(tulisan_dokumen(rest, "lhe")))
    return Evaluasi((*rekomendasi_teks(written), *rows), tuple(nilai_komponen(rest)), nomor_laporan(rest), rest)


def _dikutip(written: Sequence[Tulisan]) -> Iterator[Rekomendasi]:
    """The recommendations that a performance report quotes from the last evaluation: in the sections whose heading names it."""
    own: list[Tulisan] = []
    level: int | None = None
    for one in (*written, Tulisan("", Lokasi(), Bagian(judul=""))):
        if one.bagian is not None and (level is None or one.bagian.tingkat <= level):
            year = next((int(found[1]) for block in own if (found := _OF_YEAR.search(block.teks))), None)
            yield from (msgspec.structs.replace(item, tahun=year) for item in rekomendasi_teks(own))
            own, level = [], one.bagian.tingkat if _EVALUATED.search(one.bagian.judul) else None
        if level is not None:
            own.append(one)


def tanpa_lari(written: Sequence[Tulisan]) -> list[Tulisan]:
    """The text without running heads and feet: lines that stand on three pages or more, but for their numbers."""
    pages: dict[str, set[int | None]] = {}
    for one in written:
        pages.setdefault(_tanpa_angka(one.teks), set()).add(one.lokasi.halaman)
    return [one for one in written if not one.teks or one.bagian is not None or len(pages[_tanpa_angka(one.teks)]) < _RUNNING]


def _tanpa_angka(text: str) -> str:
    return _NUMBERS_BLANKS.sub("", text)


def nomor_laporan(layout: Layout) -> str | None:
    """Number of the report or of its letter ("R.700/ /423.300/LHE/2025"), from the first three pages."""
    for page in layout.pages[:3]:
        lines = [block.text for block in page.paragraphs]
        lines += [" ".join(cell.text for cell in grid.cells if cell.row == row) for grid in page.grids for row in range(min(6, grid.rows))]
        for line in lines:
            if found := _NUMBER.search(re.sub(r"\s+", " ", line)):
                return found[1].strip()
    return None


@dataclass
class _Butir:
    """An item of a list. kind: of its mark (digit, letter, roman, bullet, none)."""

    mark: str | None
    kind: str
    lines: list[str]
    lokasi: Lokasi
    induk: _Butir | None = None
    anak: list[_Butir] = field(default_factory=list)

    @property
    def teks(self) -> str:
        """Its text on one line."""
        return mend("\n".join(self.lines))


def rekomendasi_teks(written: Sequence[Tulisan]) -> Iterator[Rekomendasi]:
    """The items of the lists below headings such as "Rekomendasi", and after sentences that announce recommendations."""
    for items in _lists(written):
        for item in items:
            if item.anak or (not item.mark and _is_component(item)):
                continue
            yield Rekomendasi(teks=_full(item), nomor=_number(item), komponen=_component(item), lokasi=item.lokasi)


def _lists(written: Sequence[Tulisan]) -> Iterator[list[_Butir]]:
    """One list of items for each place that announces recommendations."""
    items: list[_Butir] = []
    opened = False
    last = ""
    for one in written:
        text = " ".join(one.teks.split())
        if not text:
            continue
        before, last = last, text  # an announcement may run over two lines
        if len(text) < 90 and _OPENS.match(text) and (one.bagian is not None or text.isupper() or text.endswith(":")):
            yield from [items] if items else []
            items, opened = [], True
        elif not opened and _INTRO.search(f"{before} {text}"):
            items, opened = [], True
        elif opened and (_CLOSES.match(text) or (one.bagian is not None and not _MARK.match(text) and not _COMPONENT.search(text))):
            yield from [items] if items else []
            items, opened = [], False
        elif opened:
            _add(items, one, text)
    if items:
        yield items


def _add(items: list[_Butir], one: Tulisan, text: str) -> None:
    """Adds a paragraph: a new item where it has a mark, begins with "Agar" or names a component by itself, else the rest of the item
    before. Sentences before the first item announce the list and are left out."""
    mark = _MARK.match(text)
    last = items[-1] if items else None
    heading = len(text) < 60 and _COMPONENT.fullmatch(text.rstrip(" :").lower()) is not None
    if mark is None and not heading and not re.match(r"agar\b", text, re.I):
        if last is not None and not (last.kind == "komponen" and len(last.lines) == 1 and _INTRO.search(text)):
            last.lines.append(one.teks)
        return
    if mark is None and last is not None and last.kind not in ("", "komponen") and not last.teks.endswith((".", ";", ":")):
        last.lines.append(one.teks)  # "agar" at the beginning of a line of a sentence
        return
    label = (mark[1] or None) if mark else None
    kind = _kind(label, mark is not None, last) if not heading else "komponen"
    item = _Butir(label, kind, [text[mark.end() :] if mark else text], one.lokasi)
    parent = last
    while parent is not None and parent.kind != kind and not _below(kind, parent):
        parent = parent.induk
    item.induk = parent.induk if parent is not None and parent.kind == kind else parent
    if item.induk is not None:
        item.induk.anak.append(item)
    items.append(item)


def _kind(label: str | None, marked: bool, last: _Butir | None) -> str:
    if label is None:
        return "butir" if marked else ""
    if label.isdigit():
        return "angka"
    roman = re.fullmatch(r"[ivx]{2,4}", label) or (label == "i" and (last is None or last.mark != "h"))
    return "romawi" if roman else "huruf"


def _below(kind: str, parent: _Butir) -> bool:
    """Whether an item of another kind of mark hangs below `parent`: no open item above it has that kind."""
    above = parent.induk
    while above is not None:
        if above.kind == kind:
            return False
        above = above.induk
    return kind != "komponen"


def _is_component(item: _Butir) -> bool:
    return item.kind == "komponen" or (bool(item.anak) and _COMPONENT.search(item.teks) is not None)


def _component(item: _Butir) -> str | None:
    """The component of SAKIP that an item above names; else the one that the item itself speaks of first."""
    above = item.induk
    while above is not None:
        if found := _COMPONENT.search(above.teks):
            return found[0]
        above = above.induk
    own = _COMPONENT.search(item.teks)
    return own[0] if own else None


def _number(item: _Butir) -> str | None:
    marks = [item.mark] if item.mark else []
    above = item.induk
    while above is not None:
        marks = [above.mark, *marks] if above.mark else marks
        above = above.induk
    return ".".join(mark for mark in marks if mark) or None


def _full(item: _Butir) -> str:
    """Text of an item, behind the text of those above it that is no mere name of a component."""
    above = item.induk
    stem = f"{above.teks.rstrip(' :')}: " if above is not None and not _is_component(above) else ""
    return stem + item.teks
