"""Pictures of evidence for Word: the cropped row with the cell framed in the picture itself, because Word has no overlay of ours."""

from __future__ import annotations

import base64
import io
from collections.abc import Mapping
from typing import Any

from PIL import Image, ImageDraw

from ..model import Bukti
from .pictures import Cuplikan

MAKS = 400
"""Pictures in one document: beyond it Word becomes slow to open. The evidence is quoted all the same."""
BINGKAI = (200, 30, 30)
MM_PER_PIKSEL = 0.2
"""All pictures at one scale, so that the letters of each are about as large as in its document."""


class Gambar:
    """Makes the inline pictures of one Word document. `dilewati`: pieces of evidence left without one because of MAKS."""

    def __init__(self, dokumen: Any, cuplikan: Mapping[Bukti, Cuplikan], lebar_mm: float) -> None:
        self._dokumen = dokumen
        self._cuplikan = cuplikan
        self._lebar = lebar_mm
        self._made: dict[Cuplikan, Any] = {}
        self.dilewati = 0

    def __call__(self, bukti: Bukti) -> Any | None:
        """The picture of a piece of evidence, None where there is none."""
        found = self._cuplikan.get(bukti)
        if found is None:
            return None
        if found not in self._made:
            if len(self._made) >= MAKS:
                self.dilewati += 1
                return None
            from docx.shared import Mm
            from docxtpl import InlineImage

            width = min(self._lebar, found.gambar.lebar * MM_PER_PIKSEL)
            self._made[found] = InlineImage(self._dokumen, io.BytesIO(berbingkai(found)), width=Mm(width))
        return self._made[found]


def berbingkai(cuplikan: Cuplikan) -> bytes:
    """The picture as PNG with the frame drawn."""
    raw = base64.b64decode(cuplikan.gambar.uri.split(",", 1)[1])
    image = Image.open(io.BytesIO(raw)).convert("RGB")
    x, y, width, height = cuplikan.bingkai
    ImageDraw.Draw(image).rectangle((x, y, x + max(width, 3), y + max(height, 3)), outline=BINGKAI, width=3)
    stream = io.BytesIO()
    image.quantize(32, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(stream, "PNG", compress_level=6)
    return stream.getvalue()
