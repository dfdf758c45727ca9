"""Chapters and sections of a document: where each begins, from its headings, never from its table of contents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from ...layout import Grid, Layout, Page, Paragraph
from ...model import Bagian, Jenis, Lokasi
from ..tulisan.teks import mend

_CHAPTER = re.compile(r"^\W*(bab\s+(?:[ivx]+|\d{1,2}))\b[\s.:–-]*(.*)$", re.I)
_ROMAN = re.compile(r"^(?:bagian\s+)?([IVX]{1,4})[.)]\s+(\S.{2,100})$")
_SECTION = re.compile(r"^([A-H]\s?\.|\d(?:\s?\.\s?\d{1,2}){1,3}\.?)\s*(\S.{2,180})$")
_FRONT = re.compile(
    r"^(?:(?:r[ie]ngkasan|ikhtisar)\s+eksekutif|executive summary|kata pengantar|pernyataan telah di\s?re\s?vi[ue]w?|"
    r"penutup|lampiran)\b.{0,40}$",
    re.I,
)
_MAYBE = re.compile(r"^\W*(?:bab\s|r[ie]ngkasan|ikhtisar|executive|kata p|pernyataan|penutup|lampiran)", re.I)
"""What chapters begin with: most paragraphs are told from headings by it alone."""
_CONTENTS = re.compile(r"^\W*daftar\s+(?:isi|tabel|gambar|lampiran)\W*$", re.I)
_LEADERS = ("....", ". . . . ", "……", "____")
_LISTED = re.compile(rf"{'|'.join(map(re.escape, _LEADERS))}|\s\d{{1,3}}$")
_WITH_SECTIONS = frozenset({"lkjip", "lhe"})
_TITLE_LINES = 3


class Tulisan(Struct, frozen=True):
    """A paragraph outside the tables, or a table (teks empty, `tabel` set). bagian: the heading that it is."""

    teks: str
    lokasi: Lokasi
    bagian: Bagian | None = None
    tabel: Grid | None = None


def bagian_dokumen(written: Iterable[Tulisan]) -> tuple[Bagian, ...]:
    """Chapters of a document; of an LKjIP or LHE its sections too."""
    return tuple(tulisan.bagian for tulisan in written if tulisan.bagian is not None)


def tulisan_dokumen(layout: Layout, jenis: Jenis) -> Iterator[Tulisan]:
    """Paragraphs and tables in reading order, headings told apart; the pages of contents are left out."""
    contents = False
    for page in layout.pages:
        contents = _is_contents(page, contents)
        if contents and page.number is not None:
            continue
        skip = 0
        for at, block in enumerate(page.blocks):
            place = Lokasi(halaman=page.number, lembar=page.sheet, kotak=block.box)
            if isinstance(block, Grid):
                yield Tulisan("", Lokasi(halaman=page.number, lembar=page.sheet, tabel=block.number, kotak=block.box), None, block)
            elif skip:
                skip -= 1
            else:
                bagian, skip = _heading(page, at, block, jenis, place)
                yield Tulisan(block.text, place, bagian)


def _is_contents(page: Page, before: bool) -> bool:
    """Whether a page lists what follows: it has the title of a list, or goes on with one by lines that end in dots and page numbers."""
    lines = [block.text for block in page.paragraphs if block.text.strip()]
    titled = any(_CONTENTS.match(line) for line in lines[:6])
    if not titled and not before and not any("....." in line for line in lines):
        return False
    dotted = sum(bool(_LISTED.search(line)) for line in lines)
    return (titled or before or dotted > 5) and dotted >= 0.3 * max(len(lines), 1)


def _heading(page: Page, at: int, block: Paragraph, jenis: Jenis, place: Lokasi) -> tuple[Bagian | None, int]:
    """The heading that a paragraph is, and how many of the following paragraphs belong to it."""
    if jenis not in _WITH_SECTIONS and block.heading is None and not _MAYBE.match(block.text):
        return None, 0
    text = mend(block.text)
    if not text or len(text) > 220 or any(map(text.__contains__, _LEADERS)):
        return None, 0
    chapter = _CHAPTER.match(text)
    if chapter and (not chapter[2] or _set_off(block, chapter[2])):
        title, taken = (chapter[2], 0) if chapter[2] else _title_below(page, at)
        return Bagian(judul=title, nomor=re.sub(r"\s+", " ", chapter[1]).upper(), lokasi=place), taken
    if block.heading == 1 or (_FRONT.match(text) and _set_off(block, text)):
        return Bagian(judul=text, lokasi=place), 0
    if jenis not in _WITH_SECTIONS:
        return None, 0
    roman = _ROMAN.match(text)
    if roman and _set_off(block, roman[2]):
        return Bagian(judul=roman[2], nomor=roman[1], lokasi=place), 0
    section = _SECTION.match(text)
    if section and _set_off(block, section[2]) and not re.match(r"\d", section[2]):
        number = re.sub(r"\s", "", section[1]).rstrip(".")
        title, taken = _wrapped(page, at, block, section[2])
        return Bagian(judul=title, nomor=number, tingkat=2 + number.count(".") // 2, lokasi=place), taken
    if block.heading is not None:
        return Bagian(judul=text, tingkat=min(block.heading, 4), lokasi=place), 0
    return None, 0


def _set_off(block: Paragraph, text: str) -> bool:
    """Whether a line is set as a heading: bold, a heading style, or capitals."""
    letters = [char for char in text if char.isalpha()]
    return block.bold or block.heading is not None or (len(letters) > 3 and sum(map(str.isupper, letters)) > 0.85 * len(letters))


def _wrapped(page: Page, at: int, block: Paragraph, title: str) -> tuple[str, int]:
    """Title of a section that may run over several lines (PDF: one paragraph a line): the bold lines close below it."""
    lines, last = [title], block
    for below in page.blocks[at + 1 : at + _TITLE_LINES]:
        near = isinstance(below, Paragraph) and below.box and last.box and below.box[1] - last.box[3] < last.box[3] - last.box[1]
        if not isinstance(below, Paragraph) or not near or not (below.bold and block.bold) or _SECTION.match(below.text):
            break
        lines.append(below.text)
        last = below
    return mend("\n".join(lines)), len(lines) - 1


def _title_below(page: Page, at: int) -> tuple[str, int]:
    """Title of a chapter whose own line has only its number: the lines set off below it."""
    lines: list[str] = []
    for block in page.blocks[at + 1 : at + 1 + _TITLE_LINES]:
        if not isinstance(block, Paragraph) or not _set_off(block, block.text) or _SECTION.match(block.text) or _ROMAN.match(block.text):
            break
        if lines and lines[0].isupper() and not block.text.isupper():
            break
        lines.append(block.text)
    return mend("\n".join(lines)), len(lines)
