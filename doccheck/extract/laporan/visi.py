"""The visi that a plan sets or quotes: in a cell of its own ("VISI : ...") or in quotation marks in its prose ("Visi ... adalah “...”")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ...layout import Cell, Grid, Layout, Page
from ...model import Lokasi, Visi
from ..tulisan.teks import mend

PALING_SEDIKIT = 4
"""Words of the shortest visi; what has fewer is a heading."""
PALING_BANYAK = 8
"""Wordings that are kept: a document that prints more is quoting others."""
_LABEL = re.compile(
    r"\W*visi(?!\w)(?!\s*(?:/|,|dan\b|&))(?:\s+(?:pembangunan|daerah|rpjmd|renstra|kepala\s+daerah))*\s*[:=“\"\n]\s*(?P<isi>.+)",
    re.I | re.S,
)
_SENDIRI = re.compile(r"\W*visi(?:\s+(?:pembangunan|daerah|rpjmd|kepala\s+daerah))*\W*", re.I)
_PROSA = re.compile(
    r"\bvisi\b(?!\s*(?:/|,|dan\b|&|misi))[^“”\"]{0,160}?\b(?:adalah|yaitu|yakni|ialah|berbunyi|sebagai\s+berikut)\s*:?\s*"
    r"[“\"](?P<isi>[^“”\"]{15,300})[”\"]",
    re.I,
)
_KATA = re.compile(r"[^\W\d_]{2,}")


def visi_dokumen(layout: Layout) -> tuple[Visi, ...]:
    """The wordings in the order in which they are printed, each once, however it is set in capitals or quotation marks."""
    found: dict[str, Visi] = {}
    for page in layout.pages:
        for text, place in (*_sel(page), *_prosa(page)):
            key = " ".join(_KATA.findall(text.casefold()))
            if key.count(" ") + 1 >= PALING_SEDIKIT:
                found.setdefault(key, Visi(uraian=text, lokasi=place))
    return tuple(found.values())[:PALING_BANYAK]


def _sel(page: Page) -> Iterator[tuple[str, Lokasi]]:
    for grid in page.grids:
        labels = (cell for cell in grid.cells if "visi" in cell.text[:12].lower())
        for cell in islice(labels, PALING_BANYAK):  # each is looked for beside: a sheet full of the word must not hold up the reading
            if found := _LABEL.match(cell.text):
                yield _rapi(found["isi"]), _di(page, grid, cell)
            elif _SENDIRI.fullmatch(cell.text) and (said := _di_sampingnya(grid, cell)):
                yield _rapi(said.text), _di(page, grid, said)


def _di_sampingnya(grid: Grid, label: Cell) -> Cell | None:
    """The sentence that a heading "Visi" has below it, or a label "VISI" beside it; other headings are no sentences."""
    below = next((cell for cell in grid.cells if cell.col == label.col and cell.row >= label.row + label.rowspan), None)
    beside = next((cell for cell in grid.cells if cell.row == label.row and cell.col == label.col + label.colspan), None)
    return next((cell for cell in (below, beside) if cell and len(_KATA.findall(cell.text)) >= PALING_SEDIKIT), None)


def _prosa(page: Page) -> Iterator[tuple[str, Lokasi]]:
    text = " ".join(one.text for one in page.paragraphs if not one.text.strip().isdigit())  # page numbers stand between lines
    for found in _PROSA.finditer(text) if "visi" in text.lower() else ():
        yield _rapi(found["isi"]), Lokasi(halaman=page.number, lembar=page.sheet)


def _rapi(text: str) -> str:
    return mend(text).strip(" \t:“”\"'.;")


def _di(page: Page, grid: Grid, cell: Cell) -> Lokasi:
    return Lokasi(halaman=page.number, lembar=page.sheet, tabel=grid.number, baris=grid.row0 + cell.row + 1, kotak=cell.box)
