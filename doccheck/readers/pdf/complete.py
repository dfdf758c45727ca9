"""The cells of a page, with the edges that its table styles left out."""

from __future__ import annotations

import numpy as np

from doccheck.model import Kotak

from .cells import Tiles, assign
from .chars import SPACE, Chars
from .ffi import Pointer
from .geometry import Floats, Ints
from .grid import find_cells, group_tables
from .implied import implied_columns
from .openrows import open_rows
from .rowruled import row_columns
from .rulings import Edges
from .shading import shaded_headers, shaded_parts

_LETTERS = 65
"""Characters below are figures and signs."""


def complete_cells(edges: Edges, shades: Floats, filled: list[Pointer], chars: Chars) -> tuple[list[Kotak], Ints]:
    """Finds the cells by the drawn edges, then again with those that shading and broken rules imply.

    shades: boxes (n, 4) as shown, in the order of drawing; filled: their handles. Returns the cells and, per character, the index
    of its cell or -1.
    """
    drawn = edges.horizontal
    if not len(drawn):
        return [], np.full(len(chars.code), -1, np.int64)
    ink = chars.code > SPACE
    inked = chars.box[ink]
    columns = row_columns(edges, inked)
    if len(columns):
        edges = Edges(edges.horizontal, np.concatenate([edges.vertical, columns]))
    cells = find_cells(edges)
    if not cells:
        return cells, np.full(len(chars.code), -1, np.int64)
    tiles = Tiles(cells)
    outside = shades[tiles.around(shades) < 0]
    if len(outside) > 1:
        headers = shaded_headers(group_tables(cells), outside)
        if len(headers.horizontal):
            edges = _joined(edges, headers)
            cells = find_cells(edges)
            tiles = Tiles(cells)
    owner = tiles.around(chars.box)
    owned = owner[ink]
    if len(shades):
        parts = shaded_parts(tiles, shades, filled, inked, owned)
        if parts:
            edges = _joined(edges, Edges(np.array(parts), np.zeros((0, 3))))
            cells = find_cells(edges)
            owner = assign(cells, chars.box)
            owned = owner[ink]
    complete = implied_columns(edges, drawn, cells, inked, owned)
    if complete is not edges:
        cells = find_cells(complete)
        owner = assign(cells, chars.box)
        owned = owner[ink]
    rows = open_rows(cells, inked, chars.code[ink] < _LETTERS, owned)
    if rows:
        cells = find_cells(_joined(complete, Edges(np.array(rows), np.zeros((0, 3)))))
        owner = assign(cells, chars.box)
    return cells, owner


def _joined(first: Edges, second: Edges) -> Edges:
    return Edges(np.concatenate([first.horizontal, second.horizontal]), np.concatenate([first.vertical, second.vertical]))
