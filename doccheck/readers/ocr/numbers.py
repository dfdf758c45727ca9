"""A second look at the cells that should hold a figure, with an eye for digits alone."""

from __future__ import annotations

import re
from collections import defaultdict

from .glyphs import Figure, vote
from .sheet import Box, Crop, cut_word, read_crops
from .text import Line, lines_of
from .words import Word

WHITELIST = "0123456789.,-%()<>/"
DOUBTFUL = 0.6
"""Confidence of a figure on which two readings differ is at most this."""
_CONFUSED = frozenset("OolISsi|'`´‘’\"“”:;=*~_!£€$&?")
"""What the engine makes of digits and signs. Letters that are predicates (A, B, C, D) are not among them: "BB" is no 88."""
_FIGURE_SHARE = 0.5
_TRUST = 0.15
"""Confidence by which the second reading must be surer than the first, which sees the word as a whole."""
_SHORT = 4
"""Letters up to which a cell is taken for a misread figure in a column of figures."""
_COLUMN_SHARE = 0.6
"""Share of a column's short cells that makes it a column of figures."""
_WELL_FORMED = re.compile(r"[(<>-]{0,2}(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,4}(?:[.,]\d{1,3})?)%?\)?")
_CODE = re.compile(r"\d{1,2}(?:\.\d{1,4}){3,}")
"""Codes of programs and activities, 6.01.01.2.05.0009."""
_ONE_LETTER = re.compile(r"\d[\d.]{3,}[A-Za-z][\d.]*\d{3}")
_KEPT = re.compile(r"[^0-9A-Za-z.,%()<>/-]")


def should_be_number(text: str) -> bool:
    """Whether a cell's text is a figure, or a figure misread: one line, at least half digits, the rest such as digits are
    taken for. "3 Plus", "WTP" and "2025 - 2029 Rp" are left as they are."""
    bare = text.replace(" ", "")
    if not bare or "\n" in text or len(bare) > 24:
        return False
    if _ONE_LETTER.fullmatch(bare):
        return True
    figures = sum(letter.isdigit() or letter in WHITELIST for letter in bare)
    others = [letter for letter in bare if not letter.isdigit() and letter not in WHITELIST]
    if not others:
        return any(letter.isdigit() for letter in bare)
    return figures >= _FIGURE_SHARE * len(bare) and any(letter.isdigit() for letter in bare) and all(
        letter in _CONFUSED for letter in others
    )


def is_well_formed(text: str) -> bool:
    """Whether a text is a figure as tables print it: groups of three with dots, or up to four digits with decimals."""
    return _WELL_FORMED.fullmatch(text) is not None


def second_reading(crops: list[Crop], dpi: float, seconds: float) -> dict[int, Line]:
    """Per cell's number, what it says when only digits are allowed; cells that say nothing are left out. Raises OcrTimeoutError."""
    readings = {}
    for number, words in read_crops(crops, dpi, seconds, WHITELIST).items():
        lines = lines_of(words)
        if len(lines) == 1:
            readings[number] = lines[0]._replace(text=lines[0].text.replace(" ", ""))
    return readings


def figure_cells(words: dict[int, list[Word]], boxes: list[Box]) -> list[int]:
    """The cells to read again: those that should be figures, those that have ink but no text, and short ones in a column
    that otherwise holds figures."""
    cells = {number: lines_of(found) for number, found in words.items()}
    numeric = {number: should_be_number(_text(lines)) for number, lines in cells.items()}
    columns: dict[tuple[int, int], list[bool]] = defaultdict(list)
    for number, is_figure in numeric.items():
        if len(_text(cells[number])) <= _SHORT:
            columns[boxes[number][0], boxes[number][2]].append(is_figure)
    found = []
    for number, is_figure in numeric.items():
        column = columns[boxes[number][0], boxes[number][2]]
        text = _text(cells[number])
        misread = 0 < len(text) <= _SHORT and all(letter in _CONFUSED or not letter.isalpha() for letter in text)
        in_figures = sum(column) > _COLUMN_SHARE * len(column)
        if len(cells[number]) <= 1 and (is_figure or not text or (misread and in_figures)):
            found.append(number)
    return found


def settled(
    words: dict[int, list[Word]], second: dict[int, Line], figures: list[int], pictures: dict[int, Crop]
) -> dict[int, list[Line]]:
    """Per number of a cell its lines: figures as both readings and the page's digits have them, codes as the digits have them.

    words: the first reading; figures: the cells that were read again; pictures: what stands in the cells.
    """
    lines = {number: lines_of(found) for number, found in words.items()}
    for number in figures:
        if number in second:
            once = second[number].sure(min(DOUBTFUL, second[number].confidence))
            lines[number] = [better(lines[number][0], second[number]) if lines[number] else once]
    asked: dict[tuple[int, int], Figure] = {}
    for number in figures:
        if lines[number]:
            readings = [(line.text, line.confidence) for line in (*lines_of(words[number]), second.get(number)) if line]
            asked[number, -1] = Figure(pictures[number].raster, lines[number][0].text, tuple(readings))
    for number in words.keys() - set(figures):
        for k, word in enumerate(words[number]):
            if _CODE.fullmatch(word.text):
                asked[number, k] = Figure(cut_word(pictures[number], word), word.text, ((word.text, word.confidence),), True)
    mended = vote(asked)
    for (number, k), text in mended.items():
        if k < 0:
            line = lines[number][0]
            lines[number] = [line._replace(text=text).sure(min(DOUBTFUL, line.confidence))]
    for number in _with_points(lines, figures):
        line = lines[number][0]
        lines[number] = [line._replace(text=line.text.replace(".", ",")).sure(min(DOUBTFUL, line.confidence))]
    for number in {number for number, k in mended if k >= 0}:
        lines[number] = lines_of([word._replace(text=mended.get((number, k), word.text)) for k, word in enumerate(words[number])])
    return lines


def _text(lines: list[Line]) -> str:
    return "\n".join(line.text for line in lines)


def better(first: Line, second: Line) -> Line:
    """The figure that two readings agree on, surer than each; else the well-formed one, else the first unless the second is much
    surer, in doubt."""
    one, other = _KEPT.sub("", first.text.replace(" ", "")), _KEPT.sub("", second.text)
    if one == other:
        text = first.text if first.text.replace(" ", "") == one else one
        return first._replace(text=text).sure(max(first.confidence, second.confidence))
    if _digits(one) == _digits(other):  # a mark is overlooked, but seldom made up
        fuller, poorer = (one, other) if len(one) > len(other) else (other, one)
        text = fuller if _WELL_FORMED.fullmatch(fuller) else poorer
        return first._replace(text=text).sure(min(DOUBTFUL, max(first.confidence, second.confidence)))
    rank_one = bool(_WELL_FORMED.fullmatch(one)), first.confidence + _TRUST
    rank_other = bool(_WELL_FORMED.fullmatch(other)), second.confidence
    chosen, text = (second, other) if rank_other > rank_one else (first, one)
    return first._replace(text=text).sure(min(DOUBTFUL, chosen.confidence))


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())


def _with_points(lines: dict[int, list[Line]], figures: list[int]) -> list[int]:
    """The figures with a decimal point on a page whose figures mostly have a decimal comma."""
    points, commas = (
        [number for number in figures if lines[number] and re.fullmatch(rf"\d{{1,3}}{mark}\d{{1,2}}%?", lines[number][0].text)]
        for mark in (r"\.", ",")
    )
    return points if len(commas) > len(points) else []
