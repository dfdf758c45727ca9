"""The table that words without rules make: columns by alignment, rows by their spacing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

from doccheck.layout import Cell, Grid

_HEADING = re.compile(r"indikator|sasaran|tujuan|target|satuan|program|kegiatan|pagu|anggaran|realisasi|capaian|baseline", re.I)
_LEAST_HEADS, LEAST_ROWS, _LEAST_COLS = 3, 2, 3
_LINE = 3.0
"""Points between the feet of two words of one line."""
_GAP = 5.0
"""Points of white that part two columns, at least; words of one cell stand closer."""
_SLIT = 2.0
"""Points of white that part two columns whose headings it parts too."""
_BESIDE = 150.0
"""Points between two headings beside each other."""
_CROSSED = 0.08
"""Share of the lines that may run across the white between two columns (a goal over the whole width, a long word)."""
_ROW_GAP = 1.3
"""Times the usual distance of lines: a wider one begins a row."""
_END_GAP = 5.0
"""Times the usual distance of lines: a wider one ends the table."""
_MARK = re.compile(r"^(?:\(?\d{1,3}(?:\.\d{1,2})*[.)]?|[IVX]{1,4}[.)]?|[A-Za-z][.)])$")
_NUMBERS = re.compile(r"^[(\[]?\d{1,2}[)\]]?$")
_AFTER = re.compile(r"^(?:sumber|keterangan|catatan|tabel|gambar)\b", re.I)
CONFIDENCE = 0.8
"""How surely cells are read that no line bounds."""


class Kata(Struct, frozen=True):
    """A word and its box in points from the top left of the page."""

    teks: str
    x0: float
    y0: float
    x1: float
    y1: float


Baris = list[Kata]


def is_heading(line: str) -> bool:
    words = {match[0].lower() for match in _HEADING.finditer(line)}
    return len(words) >= _LEAST_HEADS and not re.search(r"[.;:,]\s*$", line)


def grid_of_words(words: Sequence[Kata]) -> Grid | None:
    """The table that words without rules make: below a line of heading words, to the first line of prose. None where there are fewer
    than three columns or two rows."""
    lines = _lines(words)
    start = next((at for at, line in enumerate(lines) if len(_segments(line)) >= _LEAST_COLS and is_heading(_text(line))), None)
    if start is None:
        return None
    pitch = _pitch(lines[start:])
    top = _heading_top(lines, start, pitch)
    end = _end(lines, start, pitch)
    body = _body_start(lines, start, end, pitch)
    columns = _columns(lines[body:end], [part for line in lines[top:body] for part in _segments(line)])
    if len(columns) < _LEAST_COLS or end - body < LEAST_ROWS:
        return None
    rows = [*_heading_rows(lines[top:body], columns), *_rows(lines[body:end], columns, pitch)]
    return _grid(rows, columns)


def _lines(words: Sequence[Kata]) -> list[Baris]:
    lines: list[Baris] = []
    for word in sorted(words, key=lambda word: (word.y1, word.x0)):
        if lines and word.y1 - lines[-1][0].y1 <= _LINE:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word.x0) for line in lines]


def _text(line: Baris) -> str:
    return " ".join(word.teks for word in line)


def _segments(line: Baris) -> list[Baris]:
    """Runs of words with no more than a blank between them."""
    parts = [[line[0]]]
    for left, right in pairwise(line):
        if right.x0 - left.x1 > _GAP:
            parts.append([right])
        else:
            parts[-1].append(right)
    return parts


def _pitch(lines: Sequence[Baris]) -> float:
    """The usual distance of lines in one cell: the lower quarter of all, no less than the height of the letters."""
    steps = sorted(below[0].y1 - above[0].y1 for above, below in pairwise(lines))
    height = median(word.y1 - word.y0 for line in lines for word in line)
    return max(steps[len(steps) // 4] if steps else 0.0, height)


def _heading_top(lines: Sequence[Baris], start: int, pitch: float) -> int:
    """First line of the heading: lines set in columns close above the one that was found."""
    top = start
    while top > 0 and lines[top][0].y1 - lines[top - 1][0].y1 <= _ROW_GAP * pitch and _short(lines[top - 1]):
        top -= 1
    return top


def _short(line: Baris) -> bool:
    """Whether a line is part of a heading, not a caption: no long run of words."""
    return not _AFTER.match(_text(line)) and all(len(_text(part)) < 30 for part in _segments(line))


def _end(lines: Sequence[Baris], start: int, pitch: float) -> int:
    """The line after the table: what follows a wide gap, a source line, or prose over most of the width."""
    left = min(word.x0 for word in lines[start])
    right = max(word.x1 for word in lines[start])
    for at in range(start + 1, len(lines)):
        line = lines[at]
        parts = _segments(line)
        wide = len(parts) == 1 and line[-1].x1 - line[0].x0 > 0.7 * (right - left)
        if line[0].y1 - lines[at - 1][0].y1 > _END_GAP * pitch or _AFTER.match(_text(line)):
            return at
        if wide and (at + 1 == len(lines) or len(_segments(lines[at + 1])) == 1):
            return at
    return len(lines)


def _body_start(lines: Sequence[Baris], start: int, end: int, pitch: float) -> int:
    """First line of the data: after a row of column numbers, at the first list number, or after the first gap."""
    for at in range(start + 1, min(end, start + 8)):
        parts = [_text(part) for part in _segments(lines[at])]
        if len(parts) >= _LEAST_COLS and all(_NUMBERS.match(part) for part in parts):
            return at + 1
        if _MARK.match(parts[0]) or lines[at][0].y1 - lines[at - 1][0].y1 > _ROW_GAP * pitch:
            return at
    return start + 1


def _columns(lines: Sequence[Baris], heads: Sequence[Baris]) -> list[tuple[float, float]]:
    """Left and right ends of the columns: stretches between which hardly any line prints anything. A narrow white parts two columns only
    where it parts two of the headings as well."""
    parts = [piece for line in lines for part in _segments(line) for piece in _from_figures(part, heads)]
    if not parts:
        return []
    left = int(min(part[0].x0 for part in parts))
    inked = [0] * (int(max(part[-1].x1 for part in parts)) - left + 2)
    for part in parts:
        for x in range(int(part[0].x0) - left, int(part[-1].x1) - left + 1):
            inked[x] += 1
    most = int(_CROSSED * len(lines))
    columns: list[tuple[float, float]] = []
    begin: int | None = None
    for x, count in enumerate([*inked, 0]):
        if count > most and begin is None:
            begin = x
        elif count <= most and begin is not None:
            if columns and begin + left - columns[-1][1] < _GAP - 1 and not _parts_heads(columns[-1][1], begin + left, heads):
                columns[-1] = (columns[-1][0], float(x + left))
            else:
                columns.append((float(begin + left), float(x + left)))
            begin = None
    return columns


def _from_figures(part: Baris, heads: Sequence[Baris]) -> list[Baris]:
    """A run of words, parted before a figure that stands below the next heading: a long text may almost touch the figures beside it."""
    pieces = [[part[0]]]
    for left, right in pairwise(part):
        if right.teks[0].isdigit() and _parts_heads(left.x1, right.x0, heads):
            pieces.append([right])
        else:
            pieces[-1].append(right)
    return pieces


def _parts_heads(foot: float, begin: float, heads: Sequence[Baris]) -> bool:
    """Whether the white from `foot` to `begin` lies between two neighbours of one line of the heading, and crosses no heading."""
    if begin - foot < _SLIT:
        return False
    over = [part for part in heads if part[0].x0 < begin - 1 and part[-1].x1 > foot + 1]
    return not over and any(
        left[-1].x1 <= foot + 1 and right[0].x0 >= begin - 1 and right[0].x0 - left[-1].x1 < _BESIDE
        for left, right in pairwise(heads) if abs(left[0].y1 - right[0].y1) <= _LINE
    )


def _column(word: Kata, columns: Sequence[tuple[float, float]]) -> int:
    """The column in which a word stands, or the nearest one."""
    middle = (word.x0 + word.x1) / 2
    return min(range(len(columns)), key=lambda col: max(columns[col][0] - middle, middle - columns[col][1], 0.0))


def _reach(part: Baris, columns: Sequence[tuple[float, float]]) -> tuple[int, int]:
    """First and last column over which a run of words stands."""
    first, last = _column(part[0], columns), _column(part[-1], columns)
    return min(first, last), max(first, last)


class _Sel(Struct, frozen=True):
    """A cell in the making: its column, how many it spans, and its words by line."""

    col: int
    span: int
    lines: tuple[Baris, ...]


def _heading_rows(lines: Sequence[Baris], columns: Sequence[tuple[float, float]]) -> list[list[_Sel]]:
    """Rows of the heading: lines with a run over several columns ("Target" over the years) are a row of their own, the others one."""
    rows: list[list[_Sel]] = []
    plain: dict[int, list[Baris]] = {}
    for line in lines:
        if all(_NUMBERS.match(_text(part)) for part in _segments(line)):
            continue
        spans = {part[0].x0: _reach(part, columns) for part in _segments(line)}
        if any(first != last for first, last in spans.values()):
            rows += [_sel(plain)] if plain else []
            plain = {}
            rows.append(
                [_Sel(spans[p[0].x0][0], spans[p[0].x0][1] - spans[p[0].x0][0] + 1, (p,)) for p in _segments(line)]
            )  # fmt: skip
        else:
            for part in _segments(line):
                plain.setdefault(_column(part[0], columns), []).append(part)
    return [*rows, _sel(plain)] if plain else rows


def _sel(cells: dict[int, list[Baris]]) -> list[_Sel]:
    return [_Sel(col, 1, tuple(lines)) for col, lines in sorted(cells.items())]


def _rows(lines: Sequence[Baris], columns: Sequence[tuple[float, float]], pitch: float) -> list[list[_Sel]]:
    """Rows of the data: a row begins at a mark in the first column, or after a gap wider than between the lines of one cell."""
    rows: list[dict[int, list[Baris]]] = []
    marked = sum(_MARK.match(line[0].teks) is not None and _column(line[0], columns) == 0 for line in lines) >= LEAST_ROWS
    last = 0.0
    for line in lines:
        by_column: dict[int, Baris] = {}
        for word in line:
            by_column.setdefault(_column(word, columns), []).append(word)
        opens = marked and 0 in by_column and _MARK.match(_text(by_column[0])) is not None
        if not rows or opens or line[0].y1 - last > _ROW_GAP * pitch:
            rows.append({})
        for col, words in by_column.items():
            rows[-1].setdefault(col, []).append(words)
        last = line[0].y1
    return [_sel(row) for row in rows]


def _grid(rows: Sequence[Sequence[_Sel]], columns: Sequence[tuple[float, float]]) -> Grid:
    """The rows as a grid whose edges lie in the middle of the white between them."""
    x = [columns[0][0] - 2, *((a[1] + b[0]) / 2 for a, b in pairwise(columns)), columns[-1][1] + 2]
    tops = [min(word.y0 for sel in row for line in sel.lines for word in line) for row in rows]
    feet = [max(word.y1 for sel in row for line in sel.lines for word in line) for row in rows]
    y = [tops[0] - 2, *((foot + top) / 2 for foot, top in zip(feet, tops[1:], strict=False)), feet[-1] + 2]
    x, y = [round(value, 1) for value in x], [round(value, 1) for value in y]
    cells: list[Cell] = []
    for number, row in enumerate(rows):
        taken = {sel.col + k for sel in row for k in range(sel.span)}
        empty = [_Sel(col, 1, ()) for col in range(len(columns)) if col not in taken]
        for sel in sorted([*row, *empty], key=lambda sel: sel.col):
            cells.append(
                Cell(
                    row=number, col=sel.col, rowspan=1, colspan=sel.span, text="\n".join(map(_text, sel.lines)),
                    box=(x[sel.col], y[number], x[sel.col + sel.span], y[number + 1]), bold=tuple(False for _line in sel.lines),
                    y=tuple(round(line[0].y1, 1) for line in sel.lines), confidence=CONFIDENCE,
                )
            )  # fmt: skip
    return Grid(
        number=1, rows=len(rows), cols=len(columns), cells=tuple(cells), source="text", box=(x[0], y[0], x[-1], y[-1]), x=tuple(x)
    )
