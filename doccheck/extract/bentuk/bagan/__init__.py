"""Posters and charts of a cascade ("pohon kinerja", "cascading"): boxes of posts with their goals, indicators and targets.

They are no tables: there is no heading, the order of the text is that of the boxes, and what hangs below what is told by codes and by
the place of the boxes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from ....catatan import catatan
from ....layout import Grid, Layout, Page
from ....model import LEVELS, Catatan, Jenis, Kinerja, Kotak, Lokasi, TabelTerbaca
from ...tabel.kepala import find_header
from ...tabel.matriks import Matriks
from ...tulisan.ukuran import is_indikator
from .susun import Penyusun
from .tulisan import is_penanda, is_sasaran, jabatan, label, penanda
from .urai import urai

__all__ = ["Bagan", "baca_bagan", "is_bagan", "pisah_bagan"]

_YEAR = re.compile(r"\b20[1-4]\d\b")
_CHART = re.compile(r"cascading|pohon\s+kinerja|peta\s+kinerja|bagan\s+(?:alir\s+)?kinerja", re.I)
_TITLE = "Bagan"
_LEVELS: frozenset[str] = frozenset((*LEVELS, "indikator"))


class Bagan(Struct, frozen=True):
    """What the charts of a document yield: their goals, one entry a page that yielded some, and notes on what was not understood."""

    kinerja: tuple[Kinerja, ...]
    tabel: tuple[TabelTerbaca, ...]
    catatan: tuple[Catatan, ...]


def pisah_bagan(layout: Layout, jenis: Jenis) -> tuple[tuple[Page, ...], Layout]:
    """(the pages that are charts, the layout without them). A page after a table whose grids do not stand beside each other goes on with
    that table: real tables repeat their heading on the first page only."""
    charts: list[Page] = []
    rest: list[Page] = []
    table = False
    for page in layout.pages:
        goes_on = table and page.number is not None and _beside([grid.box for grid in page.grids]) < 2
        if not goes_on and is_bagan(page, jenis):
            charts.append(page)
            table = False
            continue
        rest.append(page)
        table = bool(page.grids) and (table or any(_is_table(grid, page) for grid in page.grids)) if jenis == "cascading" else False
    return tuple(charts), replace(layout, pages=tuple(rest)) if charts else layout


def is_bagan(page: Page, jenis: Jenis) -> bool:
    """Whether a page is a chart of goals and not one of tables.

    In a cascading document: it has boxes of several levels, or of posts with coded items, and hardly any grid with a table's heading.
    Elsewhere only where the page says that it is one, with boxes of several posts or levels beside each other.
    """
    if jenis != "cascading" and _beside([grid.box for grid in page.grids]) < 3:
        return False
    texts = [cell.text for grid in page.grids for cell in grid.cells if cell.text.strip()]
    if jenis != "cascading" and not any(map(_CHART.search, [*(paragraph.text for paragraph in page.paragraphs), *texts[:2]])):
        return False
    if not page.grids and page.number is not None:
        return _is_loose(page)
    posts = sum(jabatan(text) is not None for text in texts)
    levels = {found.arti for text in texts for line in text.split("\n") if (found := label(line)) is not None} & _LEVELS
    if jenis == "cascading":
        codes = sum(map(_codes, texts))
        boxes = len(levels) >= 2 or (posts >= 1 and codes >= 2) or codes >= 6 or posts >= 3
    else:
        boxes = posts >= 3 or len(levels) >= 2
    return boxes and 5 * sum(_is_table(grid, page) for grid in page.grids) <= len(page.grids)


def _is_loose(page: Page) -> bool:
    """Whether a page without grids is a chart of single rectangles: posts beside each other, with goals or indicators."""
    parts = [(part, line.box) for line in page.paragraphs for part in line.text.split("\t")]
    content = sum(is_sasaran(part) or is_indikator(part.lstrip("-•· "), pasti=True) for part, _box in parts)
    posts = [box for part, box in parts if jabatan(part) is not None]
    shared = len(posts) - len(set(posts))
    return len(posts) >= 2 and content >= 2 and max(_beside(posts), shared + 1) >= 2


def baca_bagan(pages: Sequence[Page], start: int, tahun: int | None) -> Bagan:
    """Reads the charts of one document (pages for which `is_bagan` holds, in order).

    start: number of the first goal's id · tahun: year of the targets; where None, the year that a chart's title names, and where no
    title does, targets are kept as `target_akhir`.
    """
    builder = Penyusun(start, tahun)
    read: list[TabelTerbaca] = []
    notes: list[Catatan] = []
    for index, page in enumerate(pages):
        if tahun is None:
            builder.tahun = _year(page) or builder.tahun
        unread, goals, indicators = len(builder.takterbaca), len(builder.simpul), builder.indikator
        builder.halaman(urai(page, index))
        missing = builder.takterbaca[unread:]
        place = Lokasi(halaman=page.number, lembar=page.sheet)
        rows = builder.indikator - indicators
        if not rows and len(builder.simpul) == goals:
            notes.append(catatan("EXT-13", place, _TITLE.lower()))
            continue
        read.append(TabelTerbaca(jenis="cascading", lokasi=place, judul=_TITLE, baris=rows, indikator=rows, keyakinan=_sure(rows, missing)))
        if missing:
            notes.append(catatan("EXT-13", missing[0].lokasi, f"{_TITLE.lower()}: {len(missing)} × {missing[0].teks[:60]}"))
    return Bagan(tuple(node.jadi("cascading", _TITLE) for node in builder.simpul), tuple(read), tuple(notes))


def _sure(rows: int, missing: Sequence[object]) -> float:
    """Confidence in a page: at most 0.9, as nothing but place and wording tells what its boxes are; less for boxes that yielded nothing."""
    return round(0.9 * rows / (rows + len(missing)), 2) if rows else 0.5


def _is_table(grid: Grid, page: Page) -> bool:
    return find_header(Matriks(grid, page.number, page.sheet), None) is not None


def _codes(text: str) -> int:
    return sum(1 for line in text.split("\n") if ((found := penanda(line)) is not None and "." in found[0]) or is_penanda(line))


def _beside(places: Sequence[Kotak | None]) -> int:
    """Most boxes that stand beside each other."""
    boxes = [box for box in places if box is not None]
    return max((sum(o[1] < b[3] and o[3] > b[1] and (o[0] >= b[2] or o[2] <= b[0]) for o in boxes) + 1 for b in boxes), default=0)


def _year(page: Page) -> int | None:
    """The year in a chart's title: the first lines of the page that name one."""
    lines = [paragraph.text for paragraph in page.paragraphs[:3]]
    lines += [cell.text for grid in page.grids[:1] for cell in grid.cells[:3]]
    years = [int(found[0]) for line in lines if _CHART.search(line) and (found := _YEAR.search(line))]
    return years[0] if years else None
