"""Characters into text lines, for all cells of a page and the text around them at once."""

from __future__ import annotations

import ctypes
import re
from itertools import repeat
from typing import NamedTuple

import numpy as np

from doccheck.model import Kotak

from . import ffi
from .chars import SPACE, Chars
from .geometry import Bools, Floats, Ints
from .rulings import FILL_AND_STROKE

WORD_GAP = 0.2
"""Share of the line's height: a gap wider than this parts two words (at most `MAX_WORD_GAP`)."""
MAX_WORD_GAP = 3.0
_GUESSED_GAP = 0.1
"""The same where pdfium guesses a space too; not between digits, which narrow cells set apart ("4 9 4 4 9")."""
WIDE_GAP = 3.0
"""Line heights: outside the tables, a gap wider than this is kept as a tab (columns set with tabulators)."""
SAME_BASELINE = 3.0
"""Points between baselines that still make one line; small type has less (`_BASELINE_SHARE` of its height)."""
_BASELINE_SHARE = 0.4
_OVERPRINT = 0.3
"""Share of a character's width: the same character this near was printed twice, to look bold."""
_BOLD_WEIGHT = 600
_DESCENT = 0.2
"""Share of the line's height below its baseline."""
_BOLD_NAME = re.compile(b"bold|black|heavy", re.I)
_NAME, _FLAGS, _MATRIX = ctypes.create_string_buffer(256), ctypes.c_int(), (ctypes.c_float * 6)()
_TABS, _BLANKS = re.compile(r" *\t[ \t]*"), re.compile(r" {2,}")

_TAB, _NEWLINE = 9, 10


class Line(NamedTuple):
    """One line of text. key: the cell it stands in, -1 outside; y: its baseline (boxes and baselines to a tenth of a point);
    bold and size (to half a point) from its first character."""

    key: int
    text: str
    box: Kotak
    y: float
    bold: bool
    size: float


def text_lines(text: int, chars: Chars, key: Ints, stroked: bool) -> list[Line]:
    """Lines sorted by key, then in reading order. key: per character, the cell it belongs to or -1; stroked: some text of the page has
    its outlines stroked, so that every line must be asked."""
    visible = chars.code > SPACE
    if not visible.any():
        return []
    along0, along1, base, height = _reading_axes(chars)
    group = key * 4 + chars.quadrant
    order = np.lexsort((base, group))
    tolerance = np.minimum(np.maximum(_BASELINE_SHARE * height[order], 1.0), SAME_BASELINE)
    new = np.ones(len(order), bool)
    group, base = group[order], base[order]
    new[1:] = (group[1:] != group[:-1]) | (base[1:] - base[:-1] > tolerance[1:])
    line = np.empty(len(order), np.int64)
    line[order] = new.cumsum() - 1
    order = np.argsort(line * (np.ptp(along0) + 1) + along0, kind="stable")  # by line, then along it
    order = order[_not_overprinted(chars.code[order], along0[order], along1[order], line[order])]
    axes = (along0[order], along1[order], height[order])
    return _assemble(text, stroked, chars.take(order), key[order], line[order], axes)


def _reading_axes(chars: Chars) -> tuple[Floats, Floats, Floats, Floats]:
    """Start and end along the reading direction, position across it (grows line by line), and height."""
    x0, y0, x1, y1 = chars.box.T
    along0, along1, base, height = x0.copy(), x1.copy(), y1.copy(), y1 - y0
    if not chars.quadrant.any():
        return along0, along1, base, height
    for quadrant, (start, end, across, size) in {
        1: (y0, y1, -x0, x1 - x0),
        2: (-x1, -x0, -y0, y1 - y0),
        3: (-y1, -y0, x1, x1 - x0),
    }.items():
        turned = chars.quadrant == quadrant
        if turned.any():
            along0[turned], along1[turned] = start[turned], end[turned]
            base[turned], height[turned] = across[turned], size[turned]
    return along0, along1, base, height


def _not_overprinted(code: Ints, start: Floats, end: Floats, line: Ints) -> Ints:
    """Positions to keep: a character that repeats a near neighbour of its line at the same place is dropped."""
    keep = np.ones(len(code), bool)
    for step in (1, 2):
        same = ((code[step:] == code[:-step]) & (line[step:] == line[:-step])).nonzero()[0] + step
        same = same[code[same] > SPACE]
        keep[same[start[same] - start[same - step] < _OVERPRINT * (end[same] - start[same])]] = False
    return keep.nonzero()[0]


def _assemble(text: int, stroked: bool, chars: Chars, key: Ints, line: Ints, axes: tuple[Floats, Floats, Floats]) -> list[Line]:
    """Lines from characters that are sorted by line and along it. axes: start and end along the line, and height."""
    code, (start, end, height) = chars.code, axes
    new = np.ones(len(code), bool)
    new[1:] = line[1:] != line[:-1]
    gap = np.zeros(len(code))
    gap[1:] = start[1:] - end[:-1]
    gap[new] = 0
    wide = gap > np.minimum(MAX_WORD_GAP, WORD_GAP * height)
    figure = _is_figure(code)
    wide[1:] |= chars.spaced[1:] & (gap > _GUESSED_GAP * height)[1:] & ~(figure[1:] & figure[:-1])
    between = np.where(wide, SPACE, 0)
    between[(gap > WIDE_GAP * height) & (key < 0)] = _TAB
    between[new] = _NEWLINE
    written = np.array([between, code]).T.ravel()
    whole = written[written > 0].astype("<u4").tobytes().decode("utf-32-le", "replace")
    first = new.nonzero()[0]
    boxes = np.empty((len(first), 4))
    np.minimum.reduceat(chars.box[:, :2], first, out=boxes[:, :2])
    np.maximum.reduceat(chars.box[:, 2:], first, out=boxes[:, 2:])
    boxes = boxes.round(1)
    ink = np.where(code > SPACE, np.arange(len(code)), len(code) - 1)
    lead = np.minimum.reduceat(ink, first)
    baseline = (boxes[:, 3] - np.where(chars.quadrant[lead] % 2 == 0, _DESCENT * height[lead], 0)).round(1)
    if "\t" in whole:
        whole = _TABS.sub("\t", whole)
    if "  " in whole:
        whole = _BLANKS.sub(" ", whole)
    contents = list(map(str.strip, whole[1:].split("\n")))
    styles = _styles(text, stroked, chars.number[lead].tolist(), height[lead])
    fields = zip(key[first].tolist(), contents, map(tuple, boxes.tolist()), baseline.tolist(), *styles, strict=True)
    lines = list(map(tuple.__new__, repeat(Line), fields))  # as Line(...) does, at half its price
    return lines if all(contents) else [line for line in lines if line.text]


def _is_figure(code: Ints) -> Bools:
    figure: Bools = ((code >= ord("0")) & (code <= ord("9"))) | (code == ord(".")) | (code == ord(","))
    return figure


def _styles(text: int, stroked: bool, numbers: list[int], height: Floats) -> tuple[list[bool], list[float]]:
    """Per character, whether it is bold and its size to half a point. The font's weight and the share of the box's height
    that is its size are asked once a font, because the calls are dear; the rendering mode only where some text is stroked."""
    handles = list(map(ffi.pointer, map(ffi.char_object, repeat(ffi.pointer(text)), numbers)))
    fonts: list[int | None] = list(map(ffi.text_font, handles))
    first = dict(zip(reversed(fonts), range(len(fonts) - 1, -1, -1), strict=True))
    known: dict[int | None, tuple[bool, float]] = {None: (False, 1.0)}
    for font, at in first.items():
        if font is not None:
            tall = float(height[at])
            known[font] = _is_bold(text, numbers[at]), _size(text, numbers[at]) / tall if tall else 1.0
    bold, share = zip(*map(known.__getitem__, fonts), strict=True)
    if stroked:
        bold = tuple(known_bold or mode == FILL_AND_STROKE for known_bold, mode in zip(bold, map(ffi.render_mode, handles), strict=True))
    return list(bold), (np.rint(2 * np.array(share) * height) / 2).tolist()


def _is_bold(text: int, number: int) -> bool:
    if ffi.char_weight(text, number) >= _BOLD_WEIGHT:
        return True
    length = ffi.char_font_info(text, number, ctypes.addressof(_NAME), len(_NAME), ctypes.addressof(_FLAGS))
    return 0 < length <= len(_NAME) and _BOLD_NAME.search(_NAME.value) is not None


def _size(text: int, number: int) -> float:
    size = float(ffi.char_font_size(text, number))
    if ffi.char_matrix(text, number, ctypes.addressof(_MATRIX)):
        size *= float(_MATRIX[2] ** 2 + _MATRIX[3] ** 2) ** 0.5
    return size
