"""Draws made-up pages as PDF, table after table, in the ways that real documents draw them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

from reportlab.lib.colors import Color, black, lightgrey
from reportlab.pdfgen.canvas import Canvas

from doccheck.extract.dokumen import baca, extract
from doccheck.extract.identitas import Identitas
from doccheck.model import Dokumen
from doccheck.readers.pdf import read_pdf

SIZE, PITCH, PAD = 7.5, 9.5, 4.0
Rows = Sequence[Sequence[str]]
Gaya = Callable[["Lembaran", Sequence[float], Sequence[float]], None]
"""Draws what parts the cells, from the edges of columns and rows."""


class Lembaran:
    """A PDF that is filled from the top of a page downwards; y is measured from the top."""

    def __init__(self, path: Path, width: float = 842, height: float = 595, turn: int = 0) -> None:
        self.path, self.height, self.turn, self.y = path, height, turn, 50.0
        self.canvas = Canvas(str(path), pagesize=(width, height), invariant=1)
        self.canvas.setPageRotation(turn)

    def teks(self, text: str, size: float = 10, warna: Color = black, x: float = 40) -> None:
        self.canvas.setFont("Helvetica", size)
        self.canvas.setFillColor(warna)
        self.canvas.drawString(x, self.height - self.y, text)
        self.canvas.setFillColor(black)
        self.y += size + 6

    def tabel(self, x: Sequence[float], rows: Rows, gaya: Gaya, kali: int = 1) -> None:
        """A table with these edges of columns; "//" parts the lines of a cell. kali: how often each text is printed over itself."""
        y = [self.y]
        for row in rows:
            y.append(y[-1] + 2 * PAD + PITCH * max(cell.count("//") + 1 for cell in row))
        gaya(self, x, y)
        self.canvas.setFont("Helvetica", SIZE)
        for top, row in zip(y, rows, strict=False):
            for left, cell in zip(x, row, strict=False):
                for at, line in enumerate(cell.split("//")):
                    for time in range(kali):
                        self.canvas.drawString(left + 3 + 0.15 * time, self.height - top - PAD - PITCH * at - SIZE, line)
        self.y = y[-1] + 25

    def halaman(self) -> None:
        self.canvas.showPage()
        self.canvas.setPageRotation(self.turn)
        self.y = 50.0

    def baca(self, siapa: Identitas | None = None) -> Dokumen:
        """What is read of it; siapa: what document it is, where its titles don't say so."""
        self.canvas.save()
        layout = read_pdf(self.path)
        return baca(layout, siapa) if siapa else extract(layout)

    def garis(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.canvas.line(x0, self.height - y0, x1, self.height - y1)

    def bidang(self, x0: float, y0: float, x1: float, y1: float, warna: Color) -> None:
        self.canvas.setFillColor(warna)
        self.canvas.rect(x0, self.height - y1, x1 - x0, y1 - y0, stroke=0, fill=1)
        self.canvas.setFillColor(black)


def bergaris(page: Lembaran, x: Sequence[float], y: Sequence[float]) -> None:
    """Rules on all sides of every cell."""
    for at in y:
        page.garis(x[0], at, x[-1], at)
    for at in x:
        page.garis(at, y[0], at, y[-1])


def tanpa_garis_baris(page: Lembaran, x: Sequence[float], y: Sequence[float]) -> None:
    """A frame, the heading's rule and rules between columns; nothing parts the rows."""
    for at in (y[0], y[1], y[-1]):
        page.garis(x[0], at, x[-1], at)
    for at in x:
        page.garis(at, y[0], at, y[-1])


def berwarna(page: Lembaran, x: Sequence[float], y: Sequence[float]) -> None:
    """No rule at all: every cell is a coloured field with white gaps to its neighbours."""
    for row, (top, foot) in enumerate(pairwise(y)):
        for left, right in pairwise(x):
            page.bidang(left + 0.6, top + 0.6, right - 0.6, foot - 0.6, lightgrey if row else Color(0.6, 0.75, 0.9))


def belang(page: Lembaran, x: Sequence[float], y: Sequence[float]) -> None:
    """No rule at all: a dark heading and every second row shaded over the whole width."""
    for row, (top, foot) in enumerate(pairwise(y)):
        if row % 2 == 0:
            page.bidang(x[0], top, x[-1], foot, lightgrey if row else Color(0.6, 0.75, 0.9))

