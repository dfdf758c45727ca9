"""Rasters drawn by the tests: pages at 300 dots an inch with tables, as a scanner would give them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import reportlab
from PIL import Image, ImageDraw, ImageFont

DPI = 300
FONT = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
INK = 20

Rows = Sequence[Sequence[str]]


def font(points: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT, round(points * DPI / 72))


def px(points: float) -> int:
    return round(points * DPI / 72)


class Sheet:
    """A white page (points) to draw on."""

    def __init__(self, width: float = 420, height: float = 300) -> None:
        self.image = Image.new("L", (px(width), px(height)), 255)
        self.pen = ImageDraw.Draw(self.image)

    def text(self, x: float, y: float, text: str, size: float = 10, ink: int = INK) -> None:
        self.pen.multiline_text((px(x), px(y)), text, fill=ink, font=font(size), spacing=px(size * 0.35))

    def line(self, x0: float, y0: float, x1: float, y1: float, dash: tuple[float, float] | None = None, ink: int = INK) -> None:
        """A rule a point thick along an axis; dash: lengths drawn and left out."""
        length, at = max(x1 - x0, y1 - y0), 0.0
        across = x1 > x0
        while at < length:
            end = min(length, at + dash[0]) if dash else length
            ends = (x0 + at, y0, x0 + end, y0) if across else (x0, y0 + at, x0, y0 + end)
            self.pen.line(tuple(px(value) for value in ends), fill=ink, width=3)
            at = end + dash[1] if dash else length

    def grid(self, x: Sequence[float], y: Sequence[float], dash: tuple[float, float] | None = None, ink: int = INK) -> None:
        for at in y:
            self.line(x[0], at, x[-1], at, dash, ink)
        for at in x:
            self.line(at, y[0], at, y[-1], dash, ink)

    def fill(self, x0: float, y0: float, x1: float, y1: float, shade: int) -> None:
        self.pen.rectangle((px(x0), px(y0), px(x1), px(y1)), fill=shade)

    def table(self, x: Sequence[float], y: Sequence[float], rows: Rows, size: float = 10, ink: int = INK) -> None:
        """Texts in the cells between the edges, without rules."""
        for top, row in zip(y, rows, strict=False):
            for left, text in zip(x, row, strict=False):
                self.text(left + 4, top + 3, text, size, ink)
