"""OCR of a page or a picture on it: what other readers call."""

from __future__ import annotations

import time
from importlib.util import find_spec
from typing import TYPE_CHECKING

from ...bahasa import _
from ...layout import Grid, Paragraph
from ...model import Kotak

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 300.0
"""Pixels an inch at which pages are drawn for OCR."""
PAGE_SECONDS = 120.0
"""Time that one page or picture may take."""
UNREADABLE = 0.5
"""Mean confidence below which a raster is tried in other directions, and its text is not to be relied on."""
BLANK = 1.0
"""What is returned instead of a confidence where there was nothing to read."""
_EMPTY_INK, _EMPTY_LETTERS = 0.002, 8
"""Share of dark pixels and number of letters up to which a raster is blank (specks and print shining through from behind)."""
_FEW = 20
"""Letters below which a raster holds no text that would be worth turning it."""


def available() -> bool:
    """Whether OpenCV, tesseract and a language model are installed."""
    if find_spec("cv2") is None:
        return False
    from .words import installed

    return bool(installed())


def hint() -> str:
    """What to install, for a person."""
    return _("pasang tesseract-ocr dan tesseract-ocr-ind (Debian/Ubuntu: sudo apt-get install tesseract-ocr tesseract-ocr-ind) "
             "serta pustaka Python doccheck[ocr]")


def ocr_page(
    image: Image, box: Kotak, dpi: float = DPI, seconds: float = PAGE_SECONDS
) -> tuple[list[Paragraph | Grid], float]:
    """Reads the picture of a page, or of the part of a page that `box` (points) tells.

    Returns grids (source "ocr", numbered from 1) and paragraphs from top to bottom with boxes in points on the page, and the mean
    confidence 0..1 of what was read. Nothing at 0.0 where nothing could be read, or not in time, or OCR is not available; nothing at
    BLANK where nothing is printed.
    """
    if not available():
        return [], 0.0
    import numpy as np

    from .page import Reading, read_raster
    from .place import Place
    from .words import OcrTimeoutError

    gray = np.array(image.convert("L"))
    deadline = time.monotonic() + seconds
    place = Place(box[0], box[1], box[2] - box[0], box[3] - box[1])
    best = Reading((), 0.0, 0)
    for turns in (0, 1, 3, 2):
        try:
            reading = read_raster(np.ascontiguousarray(np.rot90(gray, turns)), dpi, place._replace(turns=turns), deadline)
        except OcrTimeoutError:
            break
        if reading.confidence * reading.letters > best.confidence * best.letters:
            best = reading
        if best.confidence >= UNREADABLE or (turns == 0 and reading.letters < _FEW):
            break
    if best.letters <= _EMPTY_LETTERS and float((gray < 128).mean()) <= _EMPTY_INK:
        return [], BLANK
    return list(best.blocks), round(best.confidence, 2)
