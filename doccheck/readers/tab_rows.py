"""Tables that people type with tabs: lines of equal columns below a line of headings become a grid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from ..layout import Grid, Paragraph
from .table import TableBuilder

COLUMNS, ROWS = 3, 3
"""Fewer columns are lists of contents and forms ("Nama<tab>: ..."), fewer rows are a line that happens to have tabs."""

Block = Paragraph | Grid


def with_tab_rows(blocks: Sequence[Block], fields: Mapping[int, Sequence[str]]) -> list[Block]:
    """The blocks with such runs of paragraphs as grids, all grids numbered through. fields: what stands between the tabs of a paragraph,
    by its identity."""
    rows = {at: row for at, block in enumerate(blocks) if (row := _row(fields.get(id(block), ())))}
    if len(rows) < ROWS:
        return list(blocks)
    out: list[Block] = []
    run: list[int] = []
    for at in range(len(blocks) + 1):
        if at in rows and (not run or len(rows[at]) in (len(rows[run[0]]), len(rows[run[0]]) - 1)):
            run.append(at)
            continue
        grid = _table([rows[each] for each in run], [block.bold for each in run if isinstance(block := blocks[each], Paragraph)])
        out += [grid] if grid else [blocks[each] for each in run]
        run = [at] if at in rows else []
        if at < len(blocks) and not run:
            out.append(blocks[at])
    return list(_numbered(out))


def _row(given: Sequence[str]) -> list[str]:
    """The columns of a line, none where it is no row: a form's colon between tabs, or hardly anything."""
    row = list(given)
    while row and not row[-1]:
        row.pop()
    return row if sum(map(bool, row)) >= 2 and not any(field.startswith(":") for field in row) else []


def _table(rows: list[list[str]], bold: list[bool]) -> Grid | None:
    head = rows[0] if rows else []
    if len(rows) < ROWS or len(head) < COLUMNS or not all(any(map(str.isalpha, field)) for field in head):
        return None
    builder = TableBuilder()
    for row, face in zip(rows, bold, strict=True):
        builder.next_row()
        for field in (*row, *[""] * (len(head) - len(row))):
            builder.add(field, (face,) if field else ())
    return builder.grid(1, "docx")


def _numbered(blocks: Iterable[Block]) -> Iterable[Block]:
    number = 0
    for block in blocks:
        if isinstance(block, Grid):
            number += 1
            yield block if block.number == number else replace(block, number=number)
        else:
            yield block
