"""Tables without any ruling line, from the words that pdfplumber gives (`aligned` makes tables of them).

A second engine, for pages on which a line outside the grids that the first found reads like the heading of a performance table. That look
is cheap, and so is the next, at the first engine's own words; pdfplumber (some 30 times slower than the first engine) is only loaded
for pages on which both find a table.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
import pypdfium2

from doccheck.layout import Grid, Page, Paragraph
from doccheck.model import Kotak

from . import ffi
from .aligned import LEAST_ROWS, Kata, grid_of_words, is_heading
from .chars import read_chars
from .geometry import page_view
from .words import upright_words

_LOOK = 25
"""Lines below a heading among which some must be set in columns."""
Pita = tuple[float, float]
"""Top and foot of a band of a page in which no grid stands."""


def with_unruled(path: Path, pages: Sequence[Page]) -> list[Page]:
    """The pages, with grids where tables without rules stand: on a page that has no other grid, or above, between and below those."""
    wanted = {page.number: given for page in pages if page.number is not None and (given := bands(page))}
    wanted = _with_columns(path, wanted) if wanted else {}
    if not wanted:
        return list(pages)
    found = _grids(path, wanted)
    return [_with_grids(page, grids) if (grids := found.get(page.number or 0)) else page for page in pages]


def _with_columns(path: Path, wanted: Mapping[int, Sequence[Pita]]) -> dict[int, list[Pita]]:
    """The bands in which the first engine's characters make a table too: contents and lists of regulations are told by that."""
    found: dict[int, list[Pita]] = {}
    with ffi.open_document(path) as (_document, handle):
        for number, given in wanted.items():
            with ffi.open_page(handle, number - 1) as page, ffi.open_text(page) as text:
                chars = read_chars(text, page_view(page), hidden_text=False)
                words = [Kata(word, *box) for word, box in upright_words(chars)]
                if kept := [band for band in given if grid_of_words(_within(words, band))]:
                    found[number] = kept
    return found


def _grids(path: Path, wanted: Mapping[int, Sequence[Pita]]) -> dict[int, list[Grid]]:
    """Grids by page. What pdfplumber cannot read stays as the first engine read it."""
    import pdfplumber  # slow to load, and hardly ever needed

    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # its warnings on odd fonts tell users nothing
    found: dict[int, list[Grid]] = {}
    try:
        with pdfplumber.open(_excerpt(path, list(wanted))) as document:
            for (number, given), sheet in zip(wanted.items(), document.pages, strict=True):
                words = _words(sheet.extract_words(use_text_flow=False, keep_blank_chars=False, x_tolerance=1.5))
                found[number] = [grid for band in given if (grid := grid_of_words(_within(words, band)))]
    except Exception:  # pdfminer raises nearly anything on damaged files, which the first engine has read
        return found
    return found


def _within(words: Sequence[Kata], band: Pita) -> list[Kata]:
    return [word for word in words if band[0] <= (word.y0 + word.y1) / 2 <= band[1]]


def _excerpt(path: Path, numbers: Sequence[int]) -> BytesIO:
    """A file of these pages alone: pdfminer would walk through all pages of a long document to come to one."""
    copy = BytesIO()
    with ffi.open_document(path) as (whole, _handle), pypdfium2.PdfDocument.new() as part:
        part.import_pages(whole, [number - 1 for number in numbers])
        part.save(copy)
    copy.seek(0)
    return copy


def bands(page: Page) -> list[Pita]:
    """The bands of a page that may hold a table, by a quick look at their lines: one has several heading words and no end of a sentence,
    and lines set in columns follow."""
    found: list[Pita] = []
    top, lines = 0.0, list[str]()
    for block in (*page.blocks, None):
        if isinstance(block, Paragraph):
            lines.append(block.text)
            continue
        foot = block.box[1] if block is not None and block.box else page.height if block is None else top
        if _may_hold_table(lines):
            found.append((top, foot))
        if block is not None and block.box:
            top = max(top, block.box[3])
        lines = []
    return found


def _may_hold_table(lines: Sequence[str]) -> bool:
    if sum("\t" in line for line in lines) < LEAST_ROWS:
        return False
    heads = (at for at, line in enumerate(lines) if len(line) < 150 and "...." not in line and is_heading(line))
    return any(sum("\t" in below for below in lines[at : at + _LOOK]) >= LEAST_ROWS for at in heads)


def _words(raw: Iterable[dict[str, Any]]) -> list[Kata]:
    return [Kata(str(word["text"]), float(word["x0"]), float(word["top"]), float(word["x1"]), float(word["bottom"])) for word in raw]


def _with_grids(page: Page, grids: Sequence[Grid]) -> Page:
    """The page with the grids in the places of the lines that they are made of, all numbered in their order."""
    blocks = list(page.blocks)
    for grid in grids:
        box = grid.box or (0.0, 0.0, 0.0, 0.0)
        blocks = [block for block in blocks if not (isinstance(block, Paragraph) and block.box and _inside(block.box, box))]
        blocks.insert(sum(block.box is not None and block.box[1] < box[1] for block in blocks), grid)
    number = 0
    for at, block in enumerate(blocks):
        if isinstance(block, Grid):
            number += 1
            blocks[at] = msgspec.structs.replace(block, number=number)
    return msgspec.structs.replace(page, blocks=tuple(blocks))


def _inside(line: Kotak, box: Kotak) -> bool:
    middle = (line[1] + line[3]) / 2
    return box[1] <= middle <= box[3]
