"""Rows whose cells hold several goals, or several indicators, each with a number or code of its own ("1. ... 2. ...",
"S.1 ... S.2 ..."): one row for each."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from ..tulisan.kode import KODE_SASARAN
from .baris import SAME_LINE, VALUE_ROLES, Baris, Isi, Susunan
from .tingkat import is_goal_start
from .tumpuk import blocks_of, placed_lines

_MARK = re.compile(rf"(?:(\d{{1,2}})[.)]|({KODE_SASARAN})\.?)(?:\s+|$)")
_UPPER = ("tujuan", "sasaran")


def pisah_bertanda(row: Baris, susunan: Susunan) -> list[Baris]:
    """The rows that a row stands for: itself, or one for each of the goals in its cell of tujuan or sasaran, with the indicators that carry
    the code of the goal or its number. What stands left of the goals stays with the first, what stands right of them goes with the last."""
    marked = [g for g, isi in row.isi.items() if "\n" in isi.raw and _MARK.match(isi.raw)]
    if not marked:
        return _berjarak(row, susunan)
    goals = [g for g in marked if susunan.kolom[g].peran == "goal" and susunan.kolom[g].tingkat in _UPPER]
    parts = {g: found for g in goals if len(found := _items(row.isi[g].raw, goal=True)) > 1}
    valued = any(susunan.kolom[g].peran in VALUE_ROLES for g in row.isi)
    lists = {} if valued else {g: found for g in susunan.grup("indikator") if g in row.isi and len(found := _items(row.isi[g].raw)) > 1}
    if len(parts) > 1 or not (parts or lists):
        return [row]
    group, names = next(iter(parts.items()), (None, [("", "")]))
    rows = [_row(row, {}) for _ in names]
    beside = [row.isi[g].raw for g in susunan.grup("indikator") if g in row.isi and group is not None and g > group]
    if group is not None and any(len(_numbered(raw)) == len(names) for raw in beside):
        shares = {group: [text for _code, text in names], **_shares(row, group, len(names))}
        return _berpasangan(row, rows, shares, {g for g in row.isi if g > group})
    for g, isi in row.isi.items():
        if g == group:
            for part, (_code, text) in zip(rows, names, strict=True):
                part.isi[g] = replace(isi, raw=text)
        elif g not in lists:
            rows[-1 if group is not None and g > group else 0].isi[g] = isi
    _take_over(rows[0], row)
    return [one for at, part in enumerate(rows) for one in _with_indicators(part, row, at, [code for code, _text in names], lists)]


def _berjarak(row: Baris, susunan: Susunan) -> list[Baris]:
    """The rows of goals without marks that blank lines part, each with the indicators beside it, in a table without values."""
    goals = [g for g, isi in row.isi.items() if susunan.kolom[g].tingkat in _UPPER and susunan.kolom[g].peran == "goal" and "\n" in isi.raw]
    if not goals or any(susunan.kolom[g].peran in VALUE_ROLES for g in row.isi):
        return [row]
    group = goals[-1]
    names, lines = blocks_of(row.isi[group]), placed_lines(row.isi[group])
    beside = [g for g in susunan.grup("indikator") if g in row.isi and g > group]
    if len(names) < 2 or len(beside) != 1 or not all(name[0].isupper() and is_goal_start(name) for name in names):
        return [row]
    starts = [y for text, y in lines if text in {name.split("\n")[0] for name in names}]
    shares = [[text for text, y in placed_lines(row.isi[beside[0]]) if _beside(starts, y) == at] for at in range(len(names))]
    if len(starts) != len(names) or not all(share and share[0][0].isupper() for share in shares):
        return [row]
    return _berpasangan(row, [_row(row, {}) for _ in names], {group: names, beside[0]: ["\n".join(share) for share in shares]})


def _beside(starts: Sequence[float], y: float) -> int:
    """Which of the goals that begin at these heights a line stands beside."""
    return max((at for at, start in enumerate(starts) if y >= start - SAME_LINE), default=0)


def _shares(row: Baris, group: int, n: int) -> dict[int, list[str]]:
    """The cells beside the goals' that hold n items, numbered or one a line."""
    cells = {g: (_numbered(isi.raw), isi.raw.split("\n")) for g, isi in row.isi.items() if g != group}
    return {g: next(found for found in ways if len(found) == n) for g, ways in cells.items() if n in map(len, ways)}


def _berpasangan(
    row: Baris, rows: list[Baris], shares: Mapping[int, Sequence[str]], common: Collection[int] = frozenset()
) -> list[Baris]:
    """The rows of goals, each with its share of the cells that are shared out, by column group; of the others those in `common` hold for
    all, the rest stays with the first."""
    for g, isi in row.isi.items():
        for at, part in enumerate(rows):
            if g in shares:
                part.isi[g] = replace(isi, raw=shares[g][at])
            elif at == 0 or g in common:
                part.isi[g] = isi
    _take_over(rows[0], row)
    return rows


def _take_over(first: Baris, row: Baris) -> None:
    """What is known of the whole row goes with its first part."""
    first.lebar, first.pita, first.awal, first.ragu, first.lanjutan = row.lebar, row.pita, row.awal, row.ragu, row.lanjutan


def _numbered(raw: str) -> list[str]:
    """The items of a cell whose first lines are numbered from 1 on; none where they are not."""
    found: list[list[str]] = []
    for line in raw.split("\n"):
        mark = _MARK.match(line)
        if mark and mark[1] and int(mark[1]) == len(found) + 1:
            found.append([line[mark.end() :]])
        elif not found:
            return []
        else:
            found[-1].append(line)
    return ["\n".join(part for part in lines if part) for lines in found]


def _with_indicators(part: Baris, row: Baris, at: int, codes: Sequence[str], lists: dict[int, list[tuple[str, str]]]) -> list[Baris]:
    """A goal's row and, after it, rows for the further indicators that are its own: those with its code; all others go with the first."""
    made = [part]
    for group, items in lists.items():
        own = [text for code, text in items if _owner(code, codes) == at]
        for index, text in enumerate(own):
            isi = replace(row.isi[group], raw=text)
            if index == 0:
                part.isi[group] = isi
            else:
                made.append(_row(row, {group: isi}))
    return made


def _owner(code: str, codes: Sequence[str]) -> int:
    return next((at for at, goal in enumerate(codes) if goal and code.startswith(f"{goal}.")), 0)


def _row(row: Baris, isi: dict[int, Isi]) -> Baris:
    return Baris(row.matriks, row.nomor, isi, dict(row.covering), 0.0, row.kosong)


def _items(raw: str, goal: bool = False) -> list[tuple[str, str]]:
    """The marked items of a cell with their codes (numbers count only for goals, from 1 on, each beginning like one); none where the first
    line has no mark."""
    found: list[tuple[str, list[str]]] = []
    numbers: list[str] = []
    for line in raw.split("\n"):
        mark = _MARK.match(line)
        if mark and (mark[2] or (goal and int(mark[1]) == len(numbers) + 1)):
            found.append(((mark[2] or "").rstrip("."), [line[mark.end() :]]))
            numbers += [mark[1]] if mark[1] else []
        elif not found:
            return []
        else:
            found[-1][1].append(line)
    items = [(code, "\n".join(part for part in lines if part)) for code, lines in found]
    if any(not text for _code, text in items) or (numbers and (len(numbers) < len(items) or not all(map(_is_goal, items)))):
        return []
    return items


def _is_goal(item: tuple[str, str]) -> bool:
    return is_goal_start(item[1])
