"""One open page into paragraphs and grids."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

import numpy as np

from doccheck.layout import Cell, Grid, Page, Paragraph
from doccheck.model import Kotak

from . import ffi
from .cells import whole_runs
from .chars import Chars, read_chars
from .complete import complete_cells
from .furniture import is_furniture
from .geometry import Ints, View, page_view, transform
from .grid import group_tables
from .labels import pair_labels
from .lines import Line, text_lines
from .pale import coloured_grounds
from .pictures import covers_page, large_picture
from .rowruled import LEAST_PIECES
from .rulings import page_edges, page_objects
from .structure import build


class Reading(NamedTuple):
    """What one page gave. scanned: no text although something is drawn; picture: box around large pictures that no grid
    covers, to be looked at; both are None or False where the text layer tells all. sideways: a table whose text does not stand
    upright on the page as shown; it is left to OCR, which finds out how a page lies."""

    page: Page
    scanned: bool
    picture: Kotak | None
    sideways: bool = False


def read_page(page: int, number: int) -> Reading:
    """Reads an open page (its handle) as page `number` from 1."""
    view = page_view(page)
    objects = page_objects(page)
    edges = page_edges(objects, view)
    ruled = len(edges.horizontal) >= LEAST_PIECES or (len(edges.horizontal) and len(edges.vertical))
    grounds = coloured_grounds(objects.painted, objects.images) if ruled else None  # remains lie in tables
    with ffi.open_text(page) as text:
        chars = read_chars(text, view, objects.hidden_text, grounds)
        if len(edges.horizontal) + len(edges.vertical) >= _RULES and _sideways(chars):
            return Reading(Page((), number, None, view.width, view.height, view.turns * 90), scanned=True, picture=None, sideways=True)
        shades = transform(objects.shades, view.matrix)
        cells, owner = complete_cells(edges, shades, objects.filled, chars)
        if (blank := chars.pale & (owner >= 0)).any():  # white words in a cell; outside of tables they may be titles with effects
            chars, owner = chars.take((~blank).nonzero()[0]), owner[~blank]
        tables = group_tables(cells) if cells else []
        if tables:
            owner = _numbered(whole_runs(chars, owner), cells, tables)
        lines = text_lines(text, chars, owner, objects.stroked_text)
    blocks = _blocks(tables, lines, view)
    images = transform(objects.images, view.matrix)
    few = len(lines) < _FEW and sum(len(line.text) for line in lines) < _FEW
    scanned = few and (covers_page(images, view) or (not lines and (len(images) > 0 or len(objects.edges) > 0)))
    picture = None if scanned else large_picture(images, view)
    picture = _rounded(picture) if picture else None
    if picture and any(isinstance(block, Grid) and _overlap(block.box, picture) > _OWN_GRID for block in blocks):
        picture = None
    shown = Page(blocks, number, None, view.width, view.height, view.turns * 90)
    return Reading(shown, scanned, picture)


_RULES, _TURNED, _TEXT = 8, 0.8, 100
"""Rules from which a page may hold a table; share of its characters, and least number of them, that are turned on a sideways page."""
_FEW = 12
"""Characters: a scanned page may carry a stamped page number and still be unread."""
_OWN_GRID = 0.3
"""Share of a picture that a grid of the text layer covers when the picture is only its background."""


def _sideways(chars: Chars) -> bool:
    """Whether nearly all text of a page runs up, down or on its head, all in the same direction."""
    counts = np.bincount(chars.quadrant, minlength=4)
    return len(chars.code) >= _TEXT and bool(counts[1:].max() >= _TURNED * len(chars.code))


def _numbered(owner: Ints, cells: list[Kotak], tables: list[list[Kotak]]) -> Ints:
    """Owners by the cells' place in the tables, counted through, instead of their place on the page."""
    if len(tables) < 2:
        return owner
    place = {box: k for k, box in enumerate(box for table in tables for box in table)}
    numbers = np.array([*(place[box] for box in cells), -1])
    return numbers[owner]


def _overlap(box: Kotak | None, picture: Kotak) -> float:
    if box is None:
        return 0.0
    width = min(box[2], picture[2]) - max(box[0], picture[0])
    height = min(box[3], picture[3]) - max(box[1], picture[1])
    return max(0.0, width) * max(0.0, height) / ((picture[2] - picture[0]) * (picture[3] - picture[1]))


def _blocks(tables: list[list[Kotak]], lines: list[Line], view: View) -> tuple[Paragraph | Grid, ...]:
    """Grids and the lines around them from top to bottom. The lines' keys count the cells of all tables."""
    by_cell: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        by_cell[line.key].append(line)
    loose = by_cell[-1]
    blocks: list[tuple[float, float, Paragraph | Grid]] = []
    first = count = 0
    for table in tables:
        inside = [pair_labels(lines) if len(lines := by_cell.get(first + k, [])) > 1 else lines for k in range(len(table))]
        first += len(table)
        grid = _grid(table, inside, count + 1)
        if grid is None or is_furniture(grid, view):
            loose.extend(line for cell in inside for line in cell)
        else:
            count += 1
            blocks.append((min(box[1] for box in table), min(box[0] for box in table), grid))
    for line in loose:
        blocks.append((line.y, line.box[0], Paragraph(line.text, line.box, line.bold, line.size)))
    blocks.sort(key=lambda block: block[:2])
    return tuple(block for _, _, block in blocks)


def _grid(boxes: list[Kotak], inside: list[list[Line]], number: int) -> Grid | None:
    """The grid of a table; None where a single cell remains."""
    if len(boxes) == 1:
        return None
    corners = np.array(boxes)
    structure = build(corners, [bool(lines) for lines in inside])
    if len(structure.cells) < 2:
        return None
    rounded = list(map(tuple, corners.round(1).tolist()))
    cells = tuple(
        Cell(row, col, rowspan, colspan, *_content(inside[source], rounded[source]))
        for row, col, rowspan, colspan, source in structure.cells
    )
    (left, top, _, _), (_, _, right, bottom) = corners.min(0).tolist(), corners.max(0).tolist()
    box = _rounded((left, top, right, bottom))
    x = tuple(round(edge, 1) for edge in structure.x)
    return Grid(number, structure.rows, len(x) - 1, cells, "ruled", box, x)


def _content(lines: list[Line], box: Kotak) -> tuple[str, Kotak, tuple[bool, ...], tuple[float, ...]]:
    """Text, box, bold and y of a cell."""
    if not lines:
        return "", box, (), ()
    if len(lines) == 1:
        line = lines[0]
        return line.text, box, (line.bold,), (line.y,)
    return "\n".join([line.text for line in lines]), box, tuple([line.bold for line in lines]), tuple([line.y for line in lines])


def _rounded(box: Kotak) -> Kotak:
    return round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1)
