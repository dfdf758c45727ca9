"""Rows that hold several indicators in one cell: taken apart, and each paired with its values in the cells beside it.

By position where the cells have as many lines as there are indicators; by height on the page where rows are not ruled at all and
each value stands beside its text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from ..nilai.baca import parse_nilai
from ..tulisan.label import LIST_NUMBER, level_label
from ..tulisan.mend_angka import mend_number
from ..tulisan.teks import clean, split_items
from .baris import LIST_START, SAME_LINE, VALUE_ROLES, Baris, Isi, Susunan

_LABEL_ALONE = re.compile(r"\W*indikator(?: kinerja)?(?: (?:tujuan|sasaran|program|kegiatan))?\W*", re.I)
"""A line that only says that the next one is an indicator."""
_BLANK = 1.6
"""Steps between lines, in multiples of the usual one, that a blank line makes."""
_WITH_UNIT = re.compile(r"\d\s*(?:%|[A-Za-z]{2,})")
_BEGINS = re.compile(r"\W{0,2}\s*(?:[a-z]\s+)?[A-Z0-9%]")
"""How an item begins: with a capital or figure, perhaps after a bullet (which OCR may take for a letter)."""
_BESIDE = VALUE_ROLES | {"satuan"}
_DIGIT = re.compile(r"\d")
_TWO_NUMBERS = re.compile(r"\d\S*(?: [%A-Za-z]+)? \S*\d")
_BEGINNING = re.compile(r"\s*[A-Z0-9]")
_WORD = re.compile(r"[A-Z]{1,3}|[A-Za-z]{2,}(?: [A-Za-z]+){0,2}|%|-")
_BREAKS_OFF = re.compile(r"\b(?:yang|dan|atau|di|ke|dari|dengan|untuk|dalam|pada|oleh|serta|terhadap|bagi|per|melalui|antar)\s*$", re.I)
_OPENING = re.compile(r"^\s*(?:indikator|strategi|arah kebijakan)\b", re.I)


def unstack(baris: Baris, susunan: Susunan) -> list[Baris]:
    """The rows that a row stands for: itself, or one for each indicator that its cell holds."""
    groups = [g for g in susunan.grup("indikator") if g in baris.isi]
    if len(groups) > 1 and not any(susunan.kolom[g].peran in VALUE_ROLES for g in baris.isi):
        return _side_by_side(baris, groups)
    if len(groups) != 1 or "\n" not in baris.isi[groups[0]].raw:
        return [baris]
    return _by_height(baris, groups[0], susunan) or _by_position(baris, groups[0], susunan) or [baris]


def _side_by_side(baris: Baris, groups: Sequence[int]) -> list[Baris]:
    """Without values, columns of indicators (of the tujuan, of the sasaran) may each hold a list of their own."""
    items = {group: split_items(baris.isi[group].raw) for group in groups}
    parts = [baris]
    for group, found in items.items():
        if len(found) > 1:
            old = baris.isi[group]
            baris.isi[group] = Isi(found[0], old.cell, 0, old.bold, old.confidence)
            for item in found[1:]:
                parts.append(Baris(baris.matriks, baris.nomor, {group: Isi(item, old.cell, 0, old.bold, old.confidence)}))
    return parts


def _several(values: Mapping[int, Sequence[str]], susunan: Susunan) -> bool:
    """Whether the values of a row can be those of several indicators: a unit alone may be broken over two lines ("Per / 1.000")."""
    numbers = [lines for group, lines in values.items() if susunan.kolom[group].peran != "satuan"]
    return bool(values) and (not numbers or any(len(lines) > 1 for lines in numbers))


def _by_position(baris: Baris, group: int, susunan: Susunan) -> list[Baris] | None:
    """Items that carry list marks, or as many lines as every value cell has."""
    raw = baris.isi[group].raw
    values = {g: _lines(isi.raw) for g, isi in baris.isi.items() if susunan.kolom[g].peran in _BESIDE}
    counts = {len(lines) for lines in values.values()}
    items = split_items(raw)
    lines = raw.split("\n")
    alone_values = all(map(_are_values, values.values()))
    alone = alone_values and all(_is_name(line) for line in lines)
    if len(items) < 2 and len(counts) == 1 and len(lines) == max(counts) and alone:
        items = lines
    several = _several(values, susunan)
    if len(items) < 2 and several and alone_values and (blocks := blocks_of(baris.isi[group])) and len(blocks) in counts:
        items = blocks
    n = len(items)
    if n < 2 or (values and (n not in counts or not counts <= {n, 1})):
        return None
    parts = []
    goals = {g: blocks for g in susunan.grup("goal", "hierarki") if g in baris.isi and len(blocks := blocks_of(baris.isi[g])) == n}
    for index, item in enumerate(items):
        part = _part(baris, group, item, index)
        for g, blocks in goals.items():
            part.isi[g] = _bagian(baris.isi[g], blocks[index])
        for g, found in values.items():
            numbered = _numbered([(text, 0.0) for text in found])
            if len(found) == n:
                part.isi[g] = _bagian(baris.isi[g], _without_mark(found[index], index) if numbered else found[index])
            elif index > 0:
                part.isi[g] = baris.isi[g]
        parts.append(part)
    return parts


def _by_height(baris: Baris, group: int, susunan: Susunan) -> list[Baris] | None:
    """Rows without rules between them: an item begins at a list mark, a number in the column beside it or a label, and has the values that
    stand between its first line and the next item's."""
    beside = {g: isi for g, isi in baris.isi.items() if susunan.kolom[g].peran in _BESIDE}
    if not any("\n" in isi.cell.text for isi in beside.values()):
        return None
    lines = placed_lines(baris.isi[group])
    values = {g: _whole(isi) for g, isi in beside.items()}
    if len(lines) < 2 or max(map(len, values.values())) < 2 or not all(values.values()):
        return None
    if not _several({g: [text for text, _y in found] for g, found in values.items()}, susunan) and not any(
        LIST_NUMBER.match(text) for text, _y in lines
    ):
        return None
    numbers = [y for g, isi in baris.isi.items() if susunan.kolom[g].peran == "no" for _text, y in placed_lines(isi)]
    starts = [k for k, (text, y) in enumerate(lines) if k == 0 or _opens(text) or any(abs(y - other) <= SAME_LINE for other in numbers)]
    starts = [k for k in starts if k == 0 or not _LABEL_ALONE.fullmatch(lines[k - 1][0])]
    starts = max(starts, _beside_values(lines, list(values.values())), key=len)
    if len(starts) < 2:
        return None
    goals = {g: found for g in susunan.grup("goal") if g in baris.isi and len(found := _numbered_parts(baris.isi[g], numbers)) > 1}
    parts = []
    for index, first in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else len(lines)
        top = lines[first][1] - SAME_LINE if index else float("-inf")
        bottom = lines[end][1] - SAME_LINE if end < len(lines) else float("inf")
        part = _part(baris, group, "\n".join(text for text, _y in lines[first:end]), index)
        for g, found in values.items():
            inside = [text for text, y in found if top <= y < bottom]
            if len(inside) > 1 and mend_number("\n".join(inside)) is None:
                return None
            part.isi.pop(g, None)
            if inside:
                inside[0] = _without_mark(inside[0], index) if _numbered(found) else inside[0]
                part.isi[g] = _bagian(baris.isi[g], "\n".join(inside))
        for g, texts in goals.items():
            own = [text for text, y in texts if top <= y < bottom]
            part.isi.pop(g, None)
            if own:
                part.isi[g] = _bagian(baris.isi[g], "\n".join(own))
        parts.append(part)
    return parts


def _beside_values(lines: list[tuple[str, float]], values: list[list[tuple[str, float]]]) -> list[int]:
    """The lines of an indicators' cell beside which values stand, where each value of the longest columns has such a line and the first has
    one: each begins an item, the lines between go on with it. A single column must show units, or it may be one number in pieces."""
    count = max(map(len, values))
    longest = [found for found in values if len(found) == count]
    whole = any(mend_number("\n".join(text for text, _y in found)) is not None for found in longest)
    if count < 2 or whole or not all(_are_values([text for text, _y in found]) for found in longest):
        return []
    if len(longest) == 1 and not all(_WITH_UNIT.search(text) for text, _y in longest[0]):
        return []
    starts = []
    for found in longest:
        rows = [[k for k, (_text, y) in enumerate(lines) if abs(y - at) <= SAME_LINE] for _value, at in found]
        starts.append([row[0] for row in rows if len(row) == 1])
    first = starts[0]
    same = len(first) == count and first[0] == 0 and all(other == first for other in starts)
    return first if same and all(_BEGINS.match(lines[k][0]) for k in first) else []


def _numbered_parts(isi: Isi, numbers: list[float]) -> list[tuple[str, float]]:
    """The parts of a cell that begin beside the numbers of the column "No", with the height at which each begins."""
    parts: list[tuple[str, float]] = []
    for text, y in placed_lines(isi):
        if not parts or any(abs(y - at) <= SAME_LINE for at in numbers):
            parts.append((text, y))
        else:
            parts[-1] = f"{parts[-1][0]}\n{text}", parts[-1][1]
    return parts


def blocks_of(isi: Isi) -> list[str]:
    """The parts of a cell that blank lines, or lines with a dash alone, set apart; empty where the format has no heights."""
    lines = placed_lines(isi)
    steps = sorted(b[1] - a[1] for a, b in pairwise(lines))
    if not steps or steps[0] <= 0:
        return []
    usual = steps[len(steps) // 2]
    blocks: list[list[str]] = [[]]
    last = lines[0][1]
    for text, y in lines:
        alone = text in ("-", "–", "•")
        if blocks[-1] and (y - last > _BLANK * usual or alone):
            blocks.append([])
        if not alone:
            blocks[-1].append(text)
        last = y
    return ["\n".join(block) for block in blocks if block]


def _opens(text: str) -> bool:
    return bool(LIST_START.match(text) or _OPENING.match(text)) or level_label(text) is not None


def placed_lines(isi: Isi) -> list[tuple[str, float]]:
    """Lines of a cell with their baselines; empty where the format has none."""
    lines = isi.cell.text.split("\n")
    if len(lines) != len(isi.cell.y) or clean(isi.cell.text) != isi.raw:
        return []
    return [(clean(text), y) for text, y in zip(lines, isi.cell.y, strict=True) if text.strip()]


def _whole(isi: Isi) -> list[tuple[str, float]]:
    """Lines of a value cell with their baselines; a number that the cell's width broke is one line, at its first one's height."""
    lines = placed_lines(isi)
    return [(isi.raw, lines[0][1])] if len(lines) > 1 and len(_lines(isi.raw)) == 1 else lines


def _part(baris: Baris, group: int, item: str, index: int) -> Baris:
    """One of the rows: the first keeps the goals and other cells."""
    isi = dict(baris.isi) if index == 0 else {}
    lebar = baris.lebar if index == 0 else 0.0  # an item of a list is no band over the table
    part = Baris(baris.matriks, baris.nomor, isi, dict(baris.covering), lebar, baris.kosong, dict(baris.lanjutan), baris.awal)
    part.isi[group] = Isi(item, baris.isi[group].cell, 0, baris.isi[group].bold, baris.isi[group].confidence)
    part.pita = baris.pita if index == 0 else ()
    return part


def _bagian(isi: Isi, text: str) -> Isi:
    """A part of a cell's text, read no more surely than the whole."""
    return Isi(text, isi.cell, confidence=isi.confidence)


def _lines(raw: str) -> list[str]:
    """Lines of a value cell; a number that the cell's width broke is one."""
    mended = mend_number(raw)
    return [raw] if mended is not None and not _TWO_NUMBERS.search(mended) else raw.split("\n")


def _numbered(lines: Sequence[tuple[str, float]]) -> bool:
    """Whether the lines of a value cell carry list numbers from 1 ("1. 95", "2. 10")."""
    marks = [mark for text, _y in lines if (mark := LIST_NUMBER.match(text))]
    return len(marks) > 1 and [int(mark[1]) for mark in marks] == list(range(1, len(marks) + 1)) and bool(LIST_NUMBER.match(lines[0][0]))


def _without_mark(text: str, index: int) -> str:
    mark = LIST_NUMBER.match(text)
    return text[mark.end() :] if mark and int(mark[1]) == index + 1 else text


def _is_value(line: str) -> bool:
    """Whether one line of a value cell can stand alone (a number, a predicate), so that it is no broken half."""
    if line.lstrip().startswith(("(", ")")):
        return False
    return bool(_DIGIT.search(line) or _WORD.fullmatch(line.strip()))


def _are_values(lines: Sequence[str]) -> bool:
    """Whether each line of a value cell can stand alone. A word below a figure is the rest of its unit ("214 Satuan / Pendidikan"), unless
    it is a predicate."""
    figures = any(_DIGIT.search(line) for line in lines)
    return all(map(_is_value, lines)) and not (figures and any(_is_rest(line) for line in lines))


def _is_rest(line: str) -> bool:
    return len(line) > 3 and not _DIGIT.search(line) and parse_nilai(line).jenis not in ("ordinal", "kosong")


def _is_name(line: str) -> bool:
    """Whether one line of an indicator cell can be an indicator by itself: none that breaks off ("Jumlah sekolah yang")."""
    return bool(_BEGINNING.match(line)) and len(line.split()) >= 2 and len(line) >= 10 and not _BREAKS_OFF.search(line)
