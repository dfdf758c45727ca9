"""The parties of a Perjanjian Kinerja: who promises and to whom. Posts only; names of people are never kept."""

from __future__ import annotations

import re
from bisect import bisect_left

from ...layout import Grid, Layout
from ...model import Lokasi, Pihak
from ..tulisan.teks import clean, mend
from .periode import tanggal_dalam

JABATAN = r"\bjabatan\s*[:;]\s*(.*)$"
"""Pattern of a form's line that names a post."""
_POST = re.compile(rf"{JABATAN}|^\W*jabatan\s+(?=[A-Z])(.*)$|^\W*jabatan\W*$", re.I)
_END = re.compile(r"^\W*(?:selanjutnya|selaku|nama\b|nip\b|pangkat|unit kerja|yang\b|dalam rangka|pihak\b|alamat)|disebut", re.I)
_FIRST = re.compile(r"disebut(?: sebagai)?\W*pihak\W*(?:pertama|ke\s?satu|ke-?1|i\b)", re.I)
_SECOND = re.compile(r"disebut(?: sebagai)?\W*pihak\W*(?:ke\s?dua|ke-?2|ii\b)", re.I)
_OFFICE = re.compile(
    r"^\W*((?:(?:plt|plh|pj|pjs)\W+)?"
    r"(?:kepala|camat|lurah|inspektur|sekretaris|direktur|bupati|wali\s?kota|gubernur|asisten|staf ahli)\b.*)$",
    re.I,
)
_TITLE = re.compile(r"perjanjian kinerja|penetapan kinerja", re.I)


def pihak_pk(layout: Layout) -> tuple[Pihak, ...]:
    """All agreements of a file in order, each with the page it begins on, in a file without pages the row of a table that names its post.

    Reads "Jabatan : ..." before "disebut pihak pertama/kesatu" and "pihak kedua", in paragraphs and in tables. A file that has only the
    annex yields the post that stands under its title.
    """
    lines = _lines(layout)
    found: list[Pihak] = []
    starts: list[int] = []
    post: str | None = None
    first: tuple[str, Lokasi] | None = None
    pending: list[tuple[str, Lokasi]] = []
    at = 0
    while at < len(lines):
        text, place = lines[at]
        match = _POST.search(text)
        if match:
            post, at = _whole_post(next((part for part in match.groups() if part), ""), lines, at)
            pending.append((post, place))
            text = lines[at][0]
        if _FIRST.search(text) and pending:
            if first:
                found.append(Pihak(jabatan=first[0], lokasi=first[1]))
            first = (pending[-1][0], pending[-1][1] if place.halaman is None else place)
            starts.append(at)
            pending = []
        elif _SECOND.search(text) and first:
            found.append(Pihak(jabatan=first[0], atasan=pending[-1][0] if pending else None, lokasi=first[1]))
            first, pending = None, []
        at += 1
    if first:
        found.append(Pihak(jabatan=first[0], lokasi=first[1]))
    if not found and pending:
        found.append(Pihak(jabatan=pending[0][0], lokasi=lines[0][1]))
    found = found or _from_title(lines)
    return tuple(_with_date(pihak, _between(lines, found, starts, at)) for at, pihak in enumerate(found))


def pihak_per_grid(layout: Layout, pihak: tuple[Pihak, ...]) -> dict[tuple[int | None, str | None, int], str]:
    """For a file with several agreements: (page, sheet, number of the grid) -> post of the first party of the agreement that the grid
    belongs to, the last one stated before it."""
    owners: dict[tuple[int | None, str | None, int], str] = {}
    at = -1
    for page in layout.pages:
        for block in page.blocks:
            texts = [cell.text for cell in block.cells] if isinstance(block, Grid) else [block.text]
            at += sum(len(_FIRST.findall(mend(text))) for text in texts)
            if isinstance(block, Grid) and 0 <= at < len(pihak):
                owners[page.number, page.sheet, block.number] = pihak[at].jabatan
    return owners


def _lines(layout: Layout) -> list[tuple[str, Lokasi]]:
    """Paragraphs, and rows of tables of at most six columns, in reading order."""
    lines: list[tuple[str, Lokasi]] = []
    for page in layout.pages:
        for block in page.blocks:
            place = Lokasi(halaman=page.number, lembar=page.sheet)
            if not isinstance(block, Grid):
                lines += [(part, place) for part in clean(block.text).split("\n")]
            elif block.cols <= 6:
                rows: dict[int, list[str]] = {}
                for cell in block.cells:
                    rows.setdefault(cell.row, []).append(clean(cell.text))
                for at, row in rows.items():
                    if page.number is None:
                        place = Lokasi(lembar=page.sheet, tabel=block.number, baris=at + 1)
                    joined = " ".join(mend(text) for text in row if text)
                    lines += [(joined, place)] if len(row) > 1 and len(joined) < 400 else [(t, place) for c in row for t in c.split("\n")]
    return [(re.sub(r"\s+", " ", text).strip(), place) for text, place in lines if text.strip()]


def _whole_post(start: str, lines: list[tuple[str, Lokasi]], at: int) -> tuple[str, int]:
    """A post that goes on over at most two more lines; returns it and the index of its last line."""
    post = start.strip(" :;")
    while "disebut" not in post.lower() and at + 1 < len(lines) and len(post) < 160:
        below = lines[at + 1][0]
        if _END.search(below) or _POST.search(below) or len(below) > 90 or (post and post.endswith((".", ","))):
            break
        if post and below.count(" ") > 12:
            break
        post = f"{post} {below}".strip(" :;")
        at += 1
    return mend(re.split(r"\W+(?:(?:yang )?selanjutnya|selaku)\b", post, flags=re.I)[0]).strip(" ,.;:"), at


def _from_title(lines: list[tuple[str, Lokasi]]) -> list[Pihak]:
    """The post printed within three lines below (or in) a title "PERJANJIAN KINERJA ..."."""
    for at, (text, place) in enumerate(lines):
        if not _TITLE.search(text) or len(text) > 160:
            continue
        for below, _ in lines[at + 1 : at + 4]:
            office = _OFFICE.match(below)
            if office and len(below) < 140:
                return [Pihak(jabatan=office[1].strip(" ,.:"), lokasi=place)]
    return []


def _between(lines: list[tuple[str, Lokasi]], found: list[Pihak], starts: list[int], number: int) -> list[tuple[str, Lokasi]]:
    """The lines of one agreement: those on its pages, in a file without pages those up to the first party of the next one."""
    start = found[number].lokasi.halaman
    if start is None:
        own = len(starts) == len(found)
        return lines[starts[number] : starts[number + 1] if number + 1 < len(starts) else None] if own else lines
    end = found[number + 1].lokasi.halaman if number + 1 < len(found) else None
    first = bisect_left(lines, start, key=_page)
    return lines[first : None if end is None else bisect_left(lines, max(end, start + 1), key=_page)]


def _page(line: tuple[str, Lokasi]) -> int:
    return line[1].halaman or 0


def _with_date(pihak: Pihak, lines: list[tuple[str, Lokasi]]) -> Pihak:
    """Adds the date printed first among the lines of an agreement."""
    for text, _place in lines:
        if len(text) < 160 and (date := tanggal_dalam(text)) and not re.search(r"nomor|tentang|anggaran", text, re.I):
            return Pihak(jabatan=pihak.jabatan, atasan=pihak.atasan, tanggal=date, lokasi=pihak.lokasi)
    return pihak
