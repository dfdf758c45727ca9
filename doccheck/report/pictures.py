"""Pictures of evidence: the row of a PDF's page as a reader sees it, with the place of the cell that counts.

A page is drawn once however many rows of it are shown, and a row that several findings cite is stored once. Pictures are
small palettes: 16 colours keep the strokes of text and the shading of a table readable.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from ..catatan import ReadError
from ..model import SEVERITIES, Bukti, Finding, Kotak
from ..readers.pdf.render import render_pages

PER_TEMUAN = 4
MAKS_BYTE = 11_000_000
"""Of all pictures of a report before base64; the gravest findings come first, what no longer fits is counted and said."""
LEBAR = 1240
"""Widest picture in pixels: a row of a landscape A4 table stays readable when the reader zooms in."""
DEKAT = 560
"""Width in pixels of the part of a row that two pieces of evidence show side by side."""
SKALA = 2.0
WARNA = 16
_MARGIN, _MIN_WIDTH, _MAX_HEIGHT = 5.0, 380.0, 230.0  # points


@dataclass(frozen=True)
class Gambar:
    """A stored picture; lebar and tinggi in pixels, `uri` a data: address."""

    id: str
    uri: str
    lebar: int
    tinggi: int


@dataclass(frozen=True)
class Cuplikan:
    """A picture for one piece of evidence; bingkai: x, y, width, height in pixels of the cell to frame."""

    gambar: Gambar
    bingkai: tuple[int, int, int, int]

    @property
    def dekat(self) -> tuple[int, int, int, int]:
        """x, y, width, height of the part around the frame that fits beside another one at its natural size; the whole picture
        where it is small enough."""
        x, _y, width, _height = self.bingkai
        wide = min(self.gambar.lebar, DEKAT)
        left = x - 12 if width >= wide else x + width // 2 - wide // 2
        return max(0, min(left, self.gambar.lebar - wide)), 0, wide, self.gambar.tinggi


@dataclass(frozen=True)
class Album:
    """All pictures of a report. `dilewati`: pieces of evidence whose picture no longer fitted into MAKS_BYTE."""

    gambar: tuple[Gambar, ...] = ()
    cuplikan: Mapping[Bukti, Cuplikan] = field(default_factory=dict)
    dilewati: int = 0


@dataclass(frozen=True)
class _Place:
    """A cut-out of a page and the frame in it, both in points of the page."""

    bukti: Bukti
    potongan: Kotak
    bingkai: Kotak


def potongan(kotak: Kotak, bingkai: Kotak, lebar: float, tinggi: float) -> Kotak:
    """What to cut from a page of that size: row and frame with a margin, wide enough to show the neighbouring cells; of a
    very high row only the part around the frame (its top where the frame is as high)."""
    x0, x1 = min(kotak[0], bingkai[0]) - _MARGIN, max(kotak[2], bingkai[2]) + _MARGIN
    if x1 - x0 < _MIN_WIDTH:
        middle = (x0 + x1) / 2
        x0 = max(0.0, min(middle - _MIN_WIDTH / 2, lebar - _MIN_WIDTH))
        x1 = x0 + _MIN_WIDTH
    y0, y1 = min(kotak[1], bingkai[1]) - _MARGIN, max(kotak[3], bingkai[3]) + _MARGIN
    if y1 - y0 > _MAX_HEIGHT:
        middle = min((bingkai[1] + bingkai[3]) / 2, bingkai[1] - _MARGIN + _MAX_HEIGHT / 2)
        y0 = max(y0, min(middle - _MAX_HEIGHT / 2, y1 - _MAX_HEIGHT))
        y1 = y0 + _MAX_HEIGHT
    return max(x0, 0.0), max(y0, 0.0), min(x1, lebar), min(y1, tinggi)


def _wanted(findings: Sequence[Finding]) -> dict[str, dict[int, dict[Bukti, None]]]:
    """berkas -> halaman -> evidence with a box, gravest findings first, at most PER_TEMUAN a finding."""
    files: dict[str, dict[int, dict[Bukti, None]]] = {}
    for finding in sorted(findings, key=lambda f: (f.telaah, SEVERITIES.index(f.keparahan))):
        boxed = [b for b in finding.bukti if b.halaman and b.kotak and b.dokumen.lower().endswith(".pdf")]
        for b in boxed[:PER_TEMUAN]:
            files.setdefault(b.dokumen, {}).setdefault(b.halaman or 0, {})[b] = None
    return files


def _places(items: Sequence[Bukti], lebar: float, tinggi: float) -> Iterator[_Place]:
    for b in items:
        if b.kotak is None:
            continue
        bingkai = b.kotak_nilai or b.kotak
        cut = potongan(b.kotak, bingkai, lebar, tinggi)
        if cut[2] - cut[0] >= 1 and cut[3] - cut[1] >= 1:
            yield _Place(b, cut, bingkai)


def _encode(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    palette = image.quantize(WARNA, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    palette.save(buffer, "PNG", compress_level=6)  # a quarter of the time of the best compression, 2 % larger
    return buffer.getvalue()


def _scaled(kotak: Kotak, factor: float) -> tuple[int, int, int, int]:
    return round(kotak[0] * factor), round(kotak[1] * factor), round(kotak[2] * factor), round(kotak[3] * factor)


class _Store:
    """Collects pictures until they are as large as MAKS_BYTE."""

    def __init__(self) -> None:
        self.gambar: list[Gambar] = []
        self.cuplikan: dict[Bukti, Cuplikan] = {}
        self.size = 0

    @property
    def full(self) -> bool:
        return self.size >= MAKS_BYTE

    def add_page(self, page: Image.Image, skala: float, items: Sequence[Bukti]) -> None:
        known: dict[Kotak, Gambar] = {}
        for place in _places(items, page.width / skala, page.height / skala):
            cut = place.potongan
            if cut not in known:
                known[cut] = self._add(page.crop(_scaled(cut, skala)))
            gambar = known[cut]
            pixels = gambar.lebar / (cut[2] - cut[0])
            x0, y0, x1, y1 = place.bingkai
            frame = _scaled((x0 - cut[0], y0 - cut[1], x1 - x0, y1 - y0), pixels)
            self.cuplikan[place.bukti] = Cuplikan(gambar, frame)

    def _add(self, image: Image.Image) -> Gambar:
        data = _encode(image)
        uri = f"data:image/png;base64,{base64.b64encode(data).decode('ascii')}"
        self.gambar.append(Gambar(f"g{len(self.gambar) + 1}", uri, image.width, image.height))
        self.size += len(data)
        return self.gambar[-1]


def album(findings: Sequence[Finding], root: Path) -> Album:
    """Pictures of the evidence that lies in PDF files below `root`. A file or page that cannot be drawn has none: its quote
    stands in the report all the same."""
    store, skipped = _Store(), 0
    for berkas, pages in _wanted(findings).items():
        left = dict(pages)
        try:
            for number, page, skala in render_pages(root / berkas, pages, SKALA, LEBAR):
                if store.full:
                    break
                store.add_page(page, skala, list(left.pop(number)))
        except (OSError, ReadError):
            continue
        if store.full:
            skipped += sum(len(items) for items in left.values())
    return Album(tuple(store.gambar), store.cuplikan, skipped)
