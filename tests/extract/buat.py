"""Makes small layouts by hand: pages of lines as a PDF gives them, a flow as a DOCX does, a sheet."""

from __future__ import annotations

from typing import Literal

from doccheck.layout import Cell, Grid, Layout, Page, Paragraph

Rows = list[list[str]]


def grid(rows: Rows, number: int = 1, source: Literal["ruled", "docx", "sheet"] = "ruled") -> Grid:
    """A grid without spans; empty strings are empty cells."""
    cells = tuple(Cell(row=r, col=c, rowspan=1, colspan=1, text=text) for r, row in enumerate(rows) for c, text in enumerate(row))
    return Grid(number=number, rows=len(rows), cols=max(map(len, rows)), cells=cells, source=source)


def page(number: int, lines: list[str | Rows], footer: str = "", top: float = 100.0) -> Page:
    """A PDF page: "# " marks a large bold line, "* " a bold one; a nested list is a table; the footer stands at the foot."""
    blocks: list[Paragraph | Grid] = []
    for at, line in enumerate(lines):
        y = top + 18 * at
        if isinstance(line, list):
            blocks.append(grid(line, len(blocks) + 1))
            continue
        mark, text = (line[0], line[2:]) if line[:2] in ("# ", "* ") else ("", line)
        size = 20.0 if mark == "#" else 11.0
        blocks.append(Paragraph(text=text, box=(70.0, y, 500.0, y + size), bold=bool(mark), size=size))
    if footer:
        blocks.append(Paragraph(text=f"{footer} {number}", box=(70.0, 800.0, 500.0, 812.0), size=9.0))
    return Page(blocks=tuple(blocks), number=number, width=595.0, height=842.0)


def pdf(*pages: list[str | Rows], footer: str = "") -> Layout:
    return Layout(path="a.pdf", format="pdf", pages=tuple(page(at, lines, footer) for at, lines in enumerate(pages, 1)))


def docx(*blocks: str | Rows) -> Layout:
    """A flow: "* " marks a bold paragraph, a nested list is a table."""
    made: list[Paragraph | Grid] = []
    for block in blocks:
        if isinstance(block, list):
            made.append(grid(block, len(made) + 1, "docx"))
        else:
            bold = block.startswith("* ")
            made.append(Paragraph(text=block[2:] if bold else block, bold=bold, size=12.0))
    return Layout(path="a.docx", format="docx", pages=(Page(blocks=tuple(made)),))


def lembar(rows: Rows, titles: tuple[str, ...] = (), format: Literal["xlsx", "csv"] = "xlsx") -> Layout:
    blocks: tuple[Paragraph | Grid, ...] = (*(Paragraph(text=title) for title in titles), grid(rows, 1, "sheet"))
    return Layout(path=f"a.{format}", format=format, pages=(Page(blocks=blocks, sheet="Sheet1"),))
