"""The boxes of a chart: every cell that holds text, with its lines and its place on the page.

Formats without boxes get a place from rows and columns, so that "above" and "beside" mean the same everywhere. What the grid finder
leaves as paragraphs (a rectangle alone is no grid) is put together to boxes again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from ....layout import Cell, Grid, Page, Paragraph
from ....model import Kotak, Lokasi
from .tulisan import is_nilai, is_penanda

_ROW, _COL, _WIDTH = 20.0, 60.0, 1000.0
"""Points that a row and a column of a sheet stand for, and the width of a flow without columns."""
_CHAR = 0.55
"""Mean width of a letter, in font sizes."""


class Baris(Struct, frozen=True):
    """A line of a box. y: its baseline · penanda: from a cell that holds codes or dashes alone."""

    teks: str
    y: float
    tebal: bool = False
    penanda: bool = False


class KotakTeks(Struct, frozen=True):
    """A box with its lines from top to bottom. paragraf: its outline is only that of its text, widened to its neighbours."""

    kotak: Kotak
    baris: tuple[Baris, ...]
    lokasi: Lokasi
    grid: int | None = None
    kolom: int = 1
    """Columns of the grid that it spans."""
    paragraf: bool = False

    @property
    def teks(self) -> str:
        """Its lines, parted by "\\n"."""
        return "\n".join(line.teks for line in self.baris)


def kotak_halaman(page: Page) -> list[KotakTeks]:
    """The boxes of a page, from top to bottom, then from left to right."""
    found: list[KotakTeks] = []
    loose: list[Paragraph] = []
    top = 0.0
    for block in page.blocks:
        if isinstance(block, Paragraph):
            if block.box is not None:
                loose += _split_tabs(block)
            elif block.text.strip():
                found.append(_flow(block, top, page))
                top += _ROW
        else:
            found += _grid(block, page, top)
            top += _ROW * (block.rows + 1) if block.box is None else 0.0
    found += _widen([_stack(group, page) for group in _stacks(loose)], found, page.width)
    return sorted(found, key=lambda box: (box.kotak[1], box.kotak[0]))


# -- grids --------------------------------------------------------------------------------------------------------------


def _grid(grid: Grid, page: Page, top: float) -> Iterator[KotakTeks]:
    """The filled cells of a grid; a cell of codes, its text and a cell of values beside it are one box."""
    rows: dict[int, list[KotakTeks]] = {}
    for cell in grid.cells:
        if cell.text.strip():
            rows.setdefault(cell.row, []).append(_cell(cell, grid, page, top))
    for boxes in rows.values():
        current: KotakTeks | None = None
        for box in boxes:
            if current is not None and _belongs(current, box):
                current = _join(current, box)
                continue
            if current is not None:
                yield current
            current = box
        if current is not None:
            yield current


def _cell(cell: Cell, grid: Grid, page: Page, top: float) -> KotakTeks:
    width = _COL if grid.source == "sheet" else _WIDTH / max(grid.cols, 1)
    x, y = width * (cell.col + grid.col0), top + _ROW * (cell.row + grid.row0)
    box = cell.box or (x, y, x + width * cell.colspan, y + _ROW * cell.rowspan)
    texts = cell.text.split("\n")
    step = (box[3] - box[1]) / len(texts)
    lines = tuple(
        Baris(
            teks=text.strip(),
            y=cell.y[at] if cell.y else box[1] + step * (at + 0.5),
            tebal=bool(cell.bold and cell.bold[at]),
        )
        for at, text in enumerate(texts)
        if text.strip()
    )
    place = Lokasi(halaman=page.number, lembar=page.sheet, tabel=grid.number, baris=cell.row + 1, kolom=cell.col + 1, kotak=cell.box)
    return KotakTeks(kotak=box, baris=lines, lokasi=place, grid=grid.number, kolom=cell.colspan)


def _belongs(left: KotakTeks, right: KotakTeks) -> bool:
    """Whether the next cell of a row goes on with the box: a text after its codes, a value after its text."""
    if abs(right.kotak[0] - left.kotak[2]) > 2.0:
        return False
    codes = all(line.penanda or is_penanda(line.teks) for line in left.baris)
    values = all(is_nilai(line.teks) for line in right.baris)
    return codes or (values and not all(is_nilai(line.teks) for line in left.baris))


def _join(left: KotakTeks, right: KotakTeks) -> KotakTeks:
    codes = all(is_penanda(line.teks) for line in left.baris)
    marked = tuple(replace(line, penanda=True) for line in left.baris) if codes else left.baris
    lines = tuple(sorted((*marked, *right.baris), key=lambda line: line.y))
    box = (left.kotak[0], min(left.kotak[1], right.kotak[1]), right.kotak[2], max(left.kotak[3], right.kotak[3]))
    place = replace(left.lokasi, kotak=box if left.lokasi.kotak else None)
    return replace(left, kotak=box, baris=lines, lokasi=place, kolom=left.kolom + right.kolom)


# -- paragraphs ---------------------------------------------------------------------------------------------------------


def _flow(block: Paragraph, top: float, page: Page) -> KotakTeks:
    lines = tuple(Baris(teks=text.strip(), y=top, tebal=block.bold) for text in block.text.split("\n") if text.strip())
    place = Lokasi(halaman=page.number, lembar=page.sheet)
    return KotakTeks(kotak=(0.0, top, _WIDTH, top + _ROW), baris=lines, lokasi=place, paragraf=True)


def _split_tabs(block: Paragraph) -> list[Paragraph]:
    """The texts of several boxes on one baseline. The first begins and the last ends where the line does; those between are placed
    by the width of their letters."""
    parts = [part for part in block.text.split("\t") if part.strip()]
    if len(parts) < 2 or block.box is None:
        return [block]
    x0, y0, x1, y1 = block.box
    widths = [len(part) * _CHAR * (block.size or (y1 - y0)) for part in parts]
    gap = max((x1 - x0 - sum(widths)) / (len(parts) - 1), 0.0)
    made = []
    for part, width in zip(parts, widths, strict=True):
        made.append(replace(block, text=part, box=(x0, y0, x0 + width, y1)))
        x0 += width + gap
    return made


def _stacks(lines: list[Paragraph]) -> list[list[Paragraph]]:
    """Lines that stand close below each other, in letters of one size."""
    groups: list[list[Paragraph]] = []
    for line in sorted(lines, key=lambda line: (line.box[1], line.box[0]) if line.box else (0.0, 0.0)):
        _put(line, groups)
    return groups


def _put(line: Paragraph, groups: list[list[Paragraph]]) -> None:
    for group in groups:
        last = group[-1]
        if last.box is None or line.box is None:
            continue
        near = -0.5 <= (line.box[1] - last.box[3]) / max(line.size, last.size, 1.0) <= 0.8
        overlaps = min(last.box[2], line.box[2]) - max(last.box[0], line.box[0]) > 0
        if near and overlaps and abs(last.size - line.size) <= 0.15 * last.size and last.bold == line.bold:
            group.append(line)
            return
    groups.append([line])


def _stack(group: list[Paragraph], page: Page) -> KotakTeks:
    boxes = [line.box for line in group if line.box is not None]
    box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    lines = tuple(Baris(teks=re.sub(r"\s+", " ", line.text).strip(), y=b[3], tebal=line.bold) for line, b in zip(group, boxes, strict=True))
    return KotakTeks(kotak=box, baris=lines, lokasi=Lokasi(halaman=page.number, lembar=page.sheet, kotak=box), paragraf=True)


def _widen(loose: list[KotakTeks], cells: list[KotakTeks], width: float) -> Iterator[KotakTeks]:
    """Boxes of text alone reach to the middle between neighbours on their height, to the next drawn cell, or to the page's edge."""
    for box in loose:
        x0, y0, x1, y1 = box.kotak
        beside = [(other, other.kotak) for other in (*loose, *cells) if other is not box and other.kotak[1] < y1 and other.kotak[3] > y0]
        lefts = [(x0 + b[2]) / 2 if other.paragraf else b[2] for other, b in beside if b[2] <= x0]
        rights = [(x1 + b[0]) / 2 if other.paragraf else b[0] for other, b in beside if b[0] >= x1]
        yield replace(box, kotak=(max(lefts, default=min(x0, 0.0)), y0, min(rights, default=max(x1, width)), y1))
