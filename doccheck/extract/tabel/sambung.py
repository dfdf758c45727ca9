"""Tables over pages: the grids of a document become logical tables, each with one heading and its rows from all pages.

A grid goes on with the table before it when it repeats that heading without a new caption, or when it has no heading, is the
first grid of the next page and its columns lie where the table's columns lie (measured: continuation pages of real documents
often have no heading at all).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...layout import Grid, Layout, Page, Paragraph
from .ejaan_kepala import benahi_ejaan
from .kepala import Kepala, find_header, header_at, is_number_row, is_repeat
from .kepala_baku import lengkapi_kepala
from .kolom import Kolom
from .matriks import Matriks
from .potongan import satukan_potongan

_CAPTION = re.compile(r"^\s*(?:tabel|table|matriks?|lampiran|formulir|form)\b", re.I)
_CAPTION_LINES = 5
_BAND = 32.0
"""Points: height of a band between two grids of one table."""


@dataclass
class Segmen:
    """The rows [first, end) of one grid, and for each of its columns the column of the table (-1: none)."""

    matriks: Matriks
    first: int
    end: int
    kolom: list[int]
    awal_halaman: bool = False
    """Whether these rows go on from the page before (their first row may be the rest of a broken one)."""
    pita: tuple[str, ...] = ()
    """Lines between this grid and the one above it on the page (a band over the table without rules), or the rows above its heading."""


@dataclass
class Tabel:
    """A logical table: its columns, caption and segments. `kepala` is None for grids without a recognised heading."""

    kolom: tuple[Kolom, ...]
    grup: tuple[int, ...]
    kepala: Kepala | None
    judul: str | None
    segmen: list[Segmen] = field(default_factory=list)
    konteks: list[str] = field(default_factory=list)
    """Paragraphs above it on the page, nearest last: they may name a goal, a jabatan or a year."""


def tabel_dokumen(layout: Layout, mulai: int | None) -> Iterator[Tabel]:
    """The logical tables of a document in order. `mulai`: the year that "Tahun ke-1" means."""
    current: Tabel | None = None
    last_page: int | None = None
    for page in layout.pages:
        above: list[Paragraph] = []
        last_on_page: Grid | None = None
        for block in page.blocks:
            if isinstance(block, Paragraph):
                above.append(block)
                continue
            next_page = last_on_page is None and page.number is not None and last_page == page.number - 1
            below = last_on_page is not None and (_just_below(last_on_page, block) or (page.sheet is not None and not above))
            for table, new in _tables_of(block, page, above, current, (next_page, below), mulai):
                if new and current is not None:
                    yield current
                current = table
            last_on_page = block
            last_page = page.number
            above = []
    if current is not None:
        yield current


def _tables_of(
    grid: Grid, page: Page, above: list[Paragraph], current: Tabel | None, after: tuple[bool, bool], mulai: int | None
) -> Iterator[tuple[Tabel, bool]]:
    """The tables to which the rows of one grid belong, each with whether it is a new one.

    after: whether the grid is the first of the page after the table, and whether it lies just below the table's last grid (on a sheet:
    with nothing but empty rows between).
    """
    next_page, below = after
    matriks = Matriks(benahi_ejaan(satukan_potongan(grid)), page.number, page.sheet)
    caption = _caption(above)
    kepala = find_header(matriks, mulai)
    kepala = kepala and lengkapi_kepala(kepala, matriks)
    goes_on = current is not None and current.kepala is not None and (next_page or below) and caption is None
    if kepala is None:
        mapping = _map_columns(current.segmen[-1].matriks.grid, current.segmen[-1].kolom, grid) if current and goes_on else None
        if current is not None and mapping is not None:
            first = len(current.segmen)
            yield from _split(matriks, 0, current, mapping, mulai, next_page, new=False)
            if below:
                current.segmen[first].pita = tuple(paragraph.text for paragraph in above)
            return
        yield Tabel((), (), None, caption, [Segmen(matriks, 0, matriks.rows, [-1] * matriks.cols)], _texts(above)), True
        return
    repeated = _map_repeated(current, kepala) if current is not None and goes_on else None
    if current is not None and goes_on and repeated is None and not kepala.roles() & {"indikator", "goal", "hierarki"}:
        # the lower half of the heading, cut off by the page edge
        repeated = _map_columns(current.segmen[-1].matriks.grid, current.segmen[-1].kolom, grid)
    above_it = goes_on and any(len(matriks.filled(row)) > 2 for row in range(kepala.first))
    if current is not None and repeated is not None:
        yield from _split(matriks, 0 if above_it else kepala.end, current, repeated, mulai, next_page, new=False)
        return
    if current is not None and above_it:
        # the last rows of the table before, above the heading of the next one
        mapping = _map_columns(current.segmen[-1].matriks.grid, current.segmen[-1].kolom, grid)
        if mapping is not None:
            current.segmen.append(Segmen(matriks, 0, kepala.first, mapping, next_page))
            yield current, False
    title = caption or _title_row(matriks, kepala.first)
    table = Tabel(kepala.kolom, kepala.grup, kepala, title, [], _texts(above))
    parts = list(_split(matriks, kepala.end, table, list(range(matriks.cols)), mulai, False, new=True))
    table.segmen[0].pita = tuple(cells[0].text for row in range(kepala.first) if len(cells := matriks.filled(row)) == 1)
    yield from parts


def _split(
    matriks: Matriks, start: int, table: Tabel, mapping: list[int], mulai: int | None, awal: bool, new: bool
) -> Iterator[tuple[Tabel, bool]]:
    """Adds the rows from `start` to `table`, and cuts where another heading stands in the middle of the grid."""
    row = start
    while row < matriks.rows:
        if row > start and table.kepala is not None and _may_be_header(matriks, row) and not is_repeat(matriks, row, table.kepala):
            other = header_at(matriks, mulai, row)
            if other is not None and other.end >= matriks.rows and _half_of(other, table.kepala):
                break  # the upper half of the heading at the foot of a page, cut off by its edge
            if other is not None:
                table.segmen.append(Segmen(matriks, start, row, mapping, awal))
                yield table, new
                following = Tabel(other.kolom, other.grup, other, _title_row(matriks, row), [], [])
                yield from _split(matriks, other.end, following, list(range(matriks.cols)), mulai, False, new=True)
                return
        row += 1
    table.segmen.append(Segmen(matriks, start, row, mapping, awal))
    yield table, new


def _half_of(part: Kepala, whole: Kepala) -> bool:
    """Whether most texts of a heading are texts of another one, or the beginnings of such."""
    known = sum(any(text.startswith(one) for text in whole.texts) for one in part.texts)
    return known >= 0.6 * len(part.texts)


def _just_below(upper: Grid, lower: Grid) -> bool:
    """Whether a grid follows so closely that only a band of one or two lines lies between (a row whose rules are not closed)."""
    return upper.box is not None and lower.box is not None and -2.0 <= lower.box[1] - upper.box[3] <= _BAND


def _may_be_header(matriks: Matriks, row: int) -> bool:
    cells = matriks.filled(row)
    return len(cells) >= 3 and all(len(cell.text) < 80 for cell in cells) and not is_number_row(cells)


def _map_repeated(table: Tabel, kepala: Kepala) -> list[int] | None:
    """For each column below a heading that repeats the table's, the table's column; None where it is another heading.

    Headings on continuation pages are sometimes wrong in part (measured: years with TARGET / TARGET) or have ghost columns more or fewer,
    so they are compared group by group, and most of them decide, not all.
    """
    old = sorted(set(table.grup))
    new = sorted(set(kepala.grup))
    if len(old) != len(new):
        return None
    columns = [table.grup.index(group) for group in old]
    pairs = [(table.kolom[col], kepala.kolom[kepala.grup.index(group)]) for col, group in zip(columns, new, strict=True)]
    equal = sum(a.peran == b.peran and a.tahun == b.tahun and a.tingkat == b.tingkat for a, b in pairs)
    if equal < 0.6 * len(pairs):
        return None
    if len(table.kolom) == len(kepala.kolom) and table.grup == kepala.grup:
        return list(range(len(table.kolom)))
    first = dict(zip(new, columns, strict=True))
    return [
        min(first[group] + position - kepala.grup.index(group), first[group] + table.grup.count(table.grup[first[group]]) - 1)
        for position, group in enumerate(kepala.grup)
    ]


def _map_columns(old: Grid, old_map: list[int], new: Grid) -> list[int] | None:
    """For each column of `new` the table column that lies above it, or None where the two grids do not line up."""
    if not old.x or not new.x:
        return list(old_map) if old.cols == new.cols else None
    width = max(old.x[-1] - old.x[0], 1.0)
    if abs(old.x[0] - new.x[0]) > 0.06 * width or abs(old.x[-1] - new.x[-1]) > 0.06 * width:
        return list(old_map) if old.cols == new.cols and old.cols >= 4 else None
    if old.cols == new.cols:
        return list(old_map)
    mapping, good = [], 0
    for left, right in zip(new.x, new.x[1:], strict=False):
        overlaps = [min(right, b) - max(left, a) for a, b in zip(old.x, old.x[1:], strict=False)]
        best = max(range(len(overlaps)), key=overlaps.__getitem__)
        fits = overlaps[best] >= 0.5 * (right - left)
        good += fits
        mapping.append(old_map[best] if fits else -1)
    return mapping if good >= 0.8 * new.cols else None


def _texts(above: list[Paragraph]) -> list[str]:
    return [paragraph.text for paragraph in above[-8:]]


def _caption(above: list[Paragraph]) -> str | None:
    """The caption above a grid: the last line that begins with "Tabel" among the nearest lines, and the lines after it."""
    near = above[-_CAPTION_LINES:]
    for index in range(len(near) - 1, -1, -1):
        if _CAPTION.match(near[index].text) and len(near[index].text) < 250:
            return " ".join(" ".join(paragraph.text.split()) for paragraph in near[index:])
    return None


def _title_row(matriks: Matriks, first: int) -> str | None:
    """Title printed in a row of the grid itself, above the heading."""
    titles = [cells[0].text for row in range(first) if len(cells := matriks.filled(row)) == 1]
    return " ".join(" ".join(titles).split()) or None


