"""The cells of a page, with the edges that its table styles left out."""

from __future__ import annotations

import numpy as np

from doccheck.model import Kotak

from .cells import assign
from .chars import SPACE, Chars
from .geometry import Floats, Ints
from .grid import find_cells, group_tables
from .implied import implied_columns
from .rulings import Edges
from .shading import shaded_headers, shaded_parts


def complete_cells(edges: Edges, shades: Floats, colours: Ints, chars: Chars) -> list[Kotak]:
    """Finds the cells by the drawn edges, then again with those that shading and broken rules imply.

    shades: boxes (n, 4) as shown, in the order of drawing; colours: theirs.
    """
    drawn = edges.horizontal
    cells = find_cells(edges)
    if not cells:
        return cells
    box = chars.box[chars.code > SPACE]
    if len(shades):
        headers = shaded_headers(group_tables(cells), shades)
        if len(headers.horizontal):
            edges = _joined(edges, headers)
            cells = find_cells(edges)
        parts = shaded_parts(cells, shades, colours, box, assign(cells, box))
        if parts:
            edges = _joined(edges, Edges(np.array(parts), np.zeros((0, 3))))
            cells = find_cells(edges)
    complete = implied_columns(edges, drawn, cells, box, assign(cells, box))
    return cells if complete is edges else find_cells(complete)


def _joined(first: Edges, second: Edges) -> Edges:
    return Edges(np.concatenate([first.horizontal, second.horizontal]), np.concatenate([first.vertical, second.vertical]))
