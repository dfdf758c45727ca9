"""Drawing over the picture of a page, in points of the page: tints, frames and small labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import Literal

from PIL import Image, ImageDraw, ImageFont

from ..model import Kotak

Warna = tuple[int, int, int]
Huruf = ImageFont.FreeTypeFont | ImageFont.ImageFont
PUTIH: Warna = (255, 255, 255)
_ANGKA, _KECIL, _SEDANG, _JUDUL = 12, 15, 18, 22
_PITA = 44
"""Height in pixels of the strip above the page."""
_KEPALA = 44
"""Height in pixels of the labels at the top of columns: two lines."""
_SELA = _KEPALA + 30
"""Height in pixels of the gap that is opened above a table, so that labels cover nothing."""
_TEPI = 104
"""Width in pixels of the margin at the left in which the levels of rows stand."""
_MEMUDAR = 0.35
"""Share of white in the page's picture, so that what is drawn over it stands out."""


@cache
def _font(size: int) -> Huruf:
    return ImageFont.load_default(size)


class Lukisan:
    """A picture that is drawn over. skala: pixels a point · sela: heights on the page, in points, above which the picture is cut and
    a gap opened for the labels of a table."""

    def __init__(self, picture: Image.Image, skala: float, sela: Iterable[float]) -> None:
        white = Image.new("RGB", picture.size, PUTIH)
        faded = Image.blend(picture.convert("RGB"), white, _MEMUDAR)
        self._skala = skala
        self._sela = sorted({min(max(y, 0.0), faded.height / skala) for y in sela})
        size = (faded.width + _TEPI, faded.height + _SELA * len(self._sela))
        self._picture = Image.new("RGB", size, PUTIH)
        edges = [0, *(round(y * skala) for y in self._sela), faded.height]
        for number, (top, bottom) in enumerate(pairwise(edges)):
            if bottom > top:
                self._picture.paste(faded.crop((0, top, faded.width, bottom)), (_TEPI, top + number * _SELA))
        self._draw = ImageDraw.Draw(self._picture)
        self._bertumpuk: dict[tuple[int, int], int] = {}
        """Height in pixels that the labels of a row take so far, by the row's place."""

    def _x(self, x: float) -> int:
        return round(x * self._skala) + _TEPI

    def _y(self, y: float, bawah: bool = False) -> int:
        """Pixel of a height on the page. bawah: it is a lower edge, which stays above a gap that opens there."""
        gaps = sum(gap < y - 0.5 if bawah else gap <= y + 0.5 for gap in self._sela)
        return round(y * self._skala) + gaps * _SELA

    def _px(self, kotak: Kotak) -> tuple[int, int, int, int]:
        x0, y0, x1, y1 = self._x(kotak[0]), self._y(kotak[1]), self._x(kotak[2]), self._y(kotak[3], bawah=True)
        x0, x1 = sorted((min(max(x0, 0), self._picture.width), min(max(x1, 0), self._picture.width)))
        y0, y1 = sorted((min(max(y0, 0), self._picture.height), min(max(y1, 0), self._picture.height)))
        return x0, y0, x1, y1

    def isi(self, kotak: Kotak, warna: Warna, kuat: float) -> None:
        """Tints a box. kuat: 0 nothing, 1 the colour itself."""
        box = self._px(kotak)
        if box[2] > box[0] and box[3] > box[1]:
            part = self._picture.crop(box)
            self._picture.paste(Image.blend(part, Image.new("RGB", part.size, warna), kuat), box)

    def kotak(self, kotak: Kotak, warna: Warna, tebal: int) -> None:
        """Frames a box; tebal: pixels."""
        self._draw.rectangle(self._px(kotak), outline=warna, width=tebal)

    def tanda(self, x: float, y: float, teks: str, warna: Warna, sisi: Literal["atas", "bawah"], besar: bool = False) -> None:
        """A label at a point: its text white on the colour, above or below the point, kept on the page."""
        font = _font(_SEDANG if besar else _KECIL)
        width, height = self._size(teks, font)
        left = min(max(self._x(x), 0), max(self._picture.width - width - 8, 0))
        top = self._y(y) - (height + 6 if sisi == "atas" else 0)
        top = min(max(top, 0), max(self._picture.height - height - 6, 0))
        self._draw.rectangle((left, top, left + width + 8, top + height + 6), fill=warna)
        self._draw.text((left + 4, top + 3), teks, fill=PUTIH, font=font, anchor="la")

    def angka(self, kotak: Kotak, teks: str, warna: Warna) -> None:
        """A small figure in the lower right corner of a box, white on the colour."""
        font = _font(_ANGKA)
        width, height = self._size(teks, font)
        _x0, _y0, right, bottom = self._px(kotak)
        self._draw.rectangle((right - width - 6, bottom - height - 3, right, bottom), fill=warna)
        self._draw.text((right - width - 3, bottom - height - 2), teks, fill=PUTIH, font=font, anchor="la")

    def batang(self, x: float, y0: float, y1: float, teks: str, warna: Warna) -> None:
        """A bar at the left of a row, outside the table, and left of it, at the bar's upper end, a text."""
        right, top, bottom = self._x(x), self._y(y0), self._y(y1, bawah=True)
        font = _font(_KECIL)
        width, height = self._size(teks, font)
        self._draw.rectangle((right - 6, top + 1, right - 1, max(bottom - 1, top + 3)), fill=warna)
        top += self._bertumpuk.get((right, top), 0)  # several goals may begin in one row
        self._bertumpuk[(right, self._y(y0))] = top + height + 6 - self._y(y0)
        self._draw.rectangle((right - width - 14, top + 1, right - 6, top + height + 5), fill=warna)
        self._draw.text((right - width - 10, top + 2), teks, fill=PUTIH, font=font, anchor="la")

    def judul(self, x: float, y: float, teks: str, warna: Warna) -> None:
        """A text at the top of the gap above `y`."""
        font = _font(_SEDANG)
        left, top = self._x(x), self._y(y) - _SELA + 2
        self._draw.rectangle((left, top, left + self._size(teks, font)[0] + 8, top + 25), fill=warna)
        self._draw.text((left + 4, top + 3), teks, fill=PUTIH, font=font, anchor="la")

    def kepala(self, x0: float, x1: float, y: float, baris: Sequence[str], warna: Warna) -> None:
        """A column's label in the gap above `y`: its lines, in small print or turned where the column is narrow."""
        left, right = self._x(x0), self._x(x1)
        top = self._y(y) - _KEPALA
        room = right - left - 5
        fitting = next((s for s in (15, 13, 11, 9) if all(self._size(line, _font(s))[0] <= room for line in baris)), None)
        self._draw.rectangle((left + 1, top, right - 1, top + _KEPALA - 1), fill=warna, outline=PUTIH)
        if fitting is None:
            self._turned(baris[-1], _font(9), left, top, warna, room)
            return
        for number, line in enumerate(baris[:2]):
            self._draw.text((left + 4, top + 2 + number * 20), line, fill=PUTIH, font=_font(fitting), anchor="la")

    def _turned(self, teks: str, font: Huruf, left: int, top: int, warna: Warna, room: int) -> None:
        """Text that runs upwards in a label too narrow for it: as much of it as fits."""
        width, height = self._size(teks, font)
        label = Image.new("RGB", (width + 2, height + 3), warna)
        ImageDraw.Draw(label).text((1, 1), teks, fill=PUTIH, font=font, anchor="la")
        turned = label.rotate(90, expand=True)
        part = turned.crop((0, max(0, turned.height - _KEPALA + 4), min(turned.width, max(room + 3, 1)), turned.height))
        self._picture.paste(part, (left + 1 + max(0, (room + 3 - part.width) // 2), top + _KEPALA - 2 - part.height))

    def _size(self, teks: str, font: Huruf) -> tuple[int, int]:
        x0, _y0, x1, _y1 = font.getbbox(teks)
        return round(x1 - x0) + 1, round(getattr(font, "size", 10))

    def jadi(self, judul: str, legenda: Iterable[tuple[str, Warna]]) -> Image.Image:
        """The finished picture, below a strip with a title at its left and a legend at its right."""
        whole = Image.new("RGB", (self._picture.width, self._picture.height + _PITA), PUTIH)
        whole.paste(self._picture, (0, _PITA))
        draw = ImageDraw.Draw(whole)
        draw.text((10, _PITA // 2), judul, fill=(20, 20, 20), font=_font(_JUDUL), anchor="lm")
        x = whole.width - 10
        for name, warna in reversed(list(legenda)):
            width = self._size(name, _font(_KECIL))[0]
            x -= width + 34
            draw.rectangle((x, 14, x + 16, 30), fill=warna)
            draw.text((x + 21, _PITA // 2), name, fill=(20, 20, 20), font=_font(_KECIL), anchor="lm")
        draw.line((0, _PITA - 1, whole.width, _PITA - 1), fill=(160, 160, 160))
        return whole
