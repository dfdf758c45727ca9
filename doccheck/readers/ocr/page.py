"""One raster into grids and paragraphs."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ...layout import Cell, Grid, Paragraph
from ...model import Kotak
from ..pdf.grid import find_cells, group_tables
from ..pdf.rulings import Edges
from ..pdf.structure import build
from .around import read_around
from .lines import Gray, find_rules, skew, turned
from .numbers import figure_cells, second_reading, settled
from .opinion import second_opinion
from .place import Place
from .sheet import Box, Crop, crop_ink, letter_height, read_crops
from .text import Line, lines_of
from .words import seconds_left

_LETTER = 30.0
"""Pixels: the height of letters at which the engine reads best; smaller print is enlarged to it."""
_LARGEST_SCALE = 2.5
_SECOND_SCALE = 0.7
"""Share of the first reading's scale: errors at two sizes are seldom the same."""
_LEAST_TABLE = 0.4
"""Inches of width and height: smaller grids are strokes of signatures and pieces of emblems."""


class Reading(NamedTuple):
    """What a raster says: blocks from top to bottom; confidence: mean of its words, weighted by length (0.0 without words);
    letters: how many letters and digits were read."""

    blocks: tuple[Paragraph | Grid, ...]
    confidence: float
    letters: int


def read_raster(gray: Gray, dpi: float, place: Place, deadline: float) -> Reading:
    """Reads a raster that stands upright but for some skew. place: where it lies on the page; deadline: of time.monotonic.

    Raises OcrTimeoutError.
    """
    angle = skew(gray, dpi)
    gray = turned(gray, angle)
    place = place.with_skew(angle)
    rules = find_rules(gray, dpi)
    points = 72.0 / dpi
    found = find_cells(Edges(rules.horizontal * points, rules.vertical * points))
    tables = [table for table in group_tables(found) if _is_table(table)]
    boxes = [_pixels(cell, dpi) for table in tables for cell in table]
    cells = _read_cells(rules.clean, boxes, dpi, deadline)
    blocks: list[tuple[float, float, Paragraph | Grid]] = []
    around, first = rules.clean.copy(), 0
    lines: list[Line] = [line for cell in cells.values() for line in cell]
    for table in tables:
        inside = [cells.get(first + k, []) for k in range(len(table))]
        first += len(table)
        grid = _grid(table, inside, dpi, place)
        if grid is not None:
            blocks.append((min(cell[1] for cell in table), min(cell[0] for cell in table), grid))
            for x0, y0, x1, y1 in (_pixels(cell, dpi) for cell in table):
                around[max(0, y0 - 2) : y1 + 2, max(0, x0 - 2) : x1 + 2] = 255
    for line in lines_of(read_around(around, dpi, deadline), tabs=True):
        lines.append(line)
        blocks.append((line.y0 * points, line.x0 * points, Paragraph(line.text, place.box(line[1:5], points))))
    blocks.sort(key=lambda block: block[:2])
    return Reading(_numbered(blocks), *_confidence(lines))


def _is_table(table: list[Kotak]) -> bool:
    width = max(cell[2] for cell in table) - min(cell[0] for cell in table)
    height = max(cell[3] for cell in table) - min(cell[1] for cell in table)
    return len(table) > 1 and min(width, height) >= _LEAST_TABLE * 72


def _pixels(cell: Kotak, dpi: float) -> Box:
    x0, y0, x1, y1 = (round(value * dpi / 72) for value in cell)
    return x0 + 1, y0 + 1, x1, y1


def _read_cells(gray: Gray, boxes: list[Box], dpi: float, deadline: float) -> dict[int, list[Line]]:
    """Per number of a cell its lines; empty cells are left out."""
    height = letter_height(gray, boxes, dpi)
    if not height:
        return {}
    scale = min(_LARGEST_SCALE, max(1.0, round(_LETTER / height, 1)))
    crops = _crops(gray, boxes, list(range(len(boxes))), dpi, scale)
    words = read_crops(crops, dpi, seconds_left(deadline))
    figures = figure_cells(words, boxes)
    again = _crops(gray, boxes, figures, dpi, max(1.0, round(_SECOND_SCALE * scale, 1)))
    second = second_reading(again, dpi, seconds_left(deadline))
    pictures = {crop.number: crop for crop in crops}
    lines = second_opinion(settled(words, second, figures, pictures), figures, pictures)
    return {number: found for number, found in lines.items() if found}


def _crops(gray: Gray, boxes: list[Box], numbers: list[int], dpi: float, scale: float) -> list[Crop]:
    crops = (crop_ink(gray, boxes[number], number, dpi, scale) for number in numbers)
    return [crop for crop in crops if crop is not None]


def _grid(table: list[Kotak], inside: list[list[Line]], dpi: float, place: Place) -> Grid | None:
    """The grid of a table; None where fewer than two cells hold text."""
    if sum(bool(lines) for lines in inside) < 2:
        return None
    structure = build(table, [bool(lines) for lines in inside])
    if len(structure.cells) < 2:
        return None
    points = 72.0 / dpi
    cells = tuple(
        Cell(
            spot.row,
            spot.col,
            spot.rowspan,
            spot.colspan,
            "\n".join(line.text for line in inside[spot.source]),
            place.box(table[spot.source], 1.0),
            y=tuple(round(place.y + line.base * points, 1) for line in inside[spot.source]),
            confidence=round(_confidence(inside[spot.source])[0], 2) if inside[spot.source] else 1.0,
            angka=tuple(round(line.angka, 2) for line in inside[spot.source]),
        )
        for spot in structure.cells
    )
    corners = np.array(table)
    box = place.box((corners[:, 0].min(), corners[:, 1].min(), corners[:, 2].max(), corners[:, 3].max()), 1.0)
    x = tuple(round(place.x + edge, 1) for edge in structure.x)
    return Grid(0, structure.rows, len(x) - 1, cells, "ocr", box, x)


def _confidence(lines: list[Line]) -> tuple[float, int]:
    letters = sum(sum(letter.isalnum() for letter in line.text) for line in lines)
    weight = sum(len(line.text) for line in lines)
    return (sum(line.confidence * len(line.text) for line in lines) / weight if weight else 0.0), letters


def _numbered(blocks: list[tuple[float, float, Paragraph | Grid]]) -> tuple[Paragraph | Grid, ...]:
    numbered: list[Paragraph | Grid] = []
    count = 0
    for _, _, block in blocks:
        if isinstance(block, Grid):
            count += 1
            block = Grid(count, block.rows, block.cols, block.cells, block.source, block.box, block.x)
        numbered.append(block)
    return tuple(numbered)
