"""Pictures on a page that seem to hold a table: the text layer is silent there, which must be said."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from math import ceil

import numpy as np
import pypdfium2

from doccheck.layout import Page
from doccheck.model import Kotak

from . import ffi
from .geometry import Bools, Floats, View, page_view, transform
from .photos import DARK, is_photo
from .rulings import page_objects

LARGE = 0.25
"""Share of the page from which a picture is looked at (a pasted table is wide, logos and photos are small)."""
_SMALL = 0.06
"""The same where the lines beside the picture call it a table."""
_MIDDLE, _WIDE = 0.1, 0.6
"""The same where it is so wide, in shares of the page: the rest of a table on the next page has no caption."""
_FULL = 0.6
"""Share of their common box that small pictures fill; marks in the corners of a page fill little."""
_TABLE = re.compile(r"\btabel\b|\bmatriks?\b|indikator|kinerja|target|sasaran|anggaran|pagu", re.I)
_CHART = re.compile(r"\b(?:gambar|grafik|bagan|diagram|foto|peta|struktur organisasi|alur|logo)\b", re.I)
_BESIDE, _LINES = 60.0, 3
"""Points above and below a picture, and lines there, that may be its caption."""
BACKGROUND = 0.85
"""Share of the page from which a picture under text is a background."""
_MARK = 0.02
"""Share of the page up to which a picture is a logo or mark."""
PIXELS = 700.0
"""Width and height in pixels at which a picture is rendered: enough for rules, cheap enough to look at every one."""
_COARSE = 0.25
"""Pixels a point below which a picture shows no text: its letters would be two pixels high."""
_RUN_ACROSS, _RUN_DOWN = 0.35, 0.15
"""Shares of the picture's width and height that a rule spans without a gap."""
_THIN = 4
_MOSTLY_LIGHT = 0.35
"""Tables are dark print on light ground; a cover or photo has a larger share of dark pixels."""
_EVERYWHERE = 0.25
"""Share of the pages on which the same picture is decoration (a footer's wave)."""
_LEAST_ACROSS, _LEAST_DOWN = 4, 3
"""A table has at least so many thin rules across and down; photos and charts have not both."""


def large_picture(images: Floats, view: View) -> Kotak | None:
    """The box around the large pictures of a page, or None; smaller ones too, see `worth_a_look`. images: boxes (n, 4) as shown.

    Pictures cut into strips count together; those that cover the whole page are left out (see `covers_page`).
    """
    if not len(images):
        return None
    boxes = _clipped(images, view)
    areas = _areas(boxes)
    counts = _counted(areas, view)
    page, shown = view.width * view.height, float(areas[counts].sum())
    if not counts.any() or shown < _SMALL * page:
        return None
    some = boxes[counts]
    box = float(some[:, 0].min()), float(some[:, 1].min()), float(some[:, 2].max()), float(some[:, 3].max())
    scattered = shown < LARGE * page and shown < _FULL * (box[2] - box[0]) * (box[3] - box[1])
    return None if scattered else box


def worth_a_look(page: Page, box: Kotak) -> bool:
    """Whether the pictures in a box may be a table: large ones may, small ones where they are as wide as the text or the lines above say
    so, and none calls them a chart."""
    if (box[2] - box[0]) * (box[3] - box[1]) >= LARGE * page.width * page.height:
        return True
    near = [one for one in page.paragraphs if one.box and one.box[0] < box[2] and box[0] < one.box[2]]
    above = [one.text for one in near if one.box and box[1] - _BESIDE < one.box[3] <= box[1] + _BESIDE / 10][-_LINES:]
    below = [one.text for one in near if one.box and box[3] - _BESIDE / 10 <= one.box[1] < box[3] + _BESIDE][:_LINES]
    wide = (box[2] - box[0]) * (box[3] - box[1]) >= _MIDDLE * page.width * page.height and box[2] - box[0] >= _WIDE * page.width
    return (wide or any(map(_TABLE.search, above))) and not any(map(_CHART.search, above + below))


def _areas(boxes: Floats) -> Floats:
    areas: Floats = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    return areas


def _counted(areas: Floats, view: View) -> Bools:
    """Which pictures are neither marks nor backgrounds."""
    page = view.width * view.height
    counted: Bools = (areas > _MARK * page) & (areas < BACKGROUND * page)
    return counted


def _silent(page: int) -> bool:
    """Whether all pictures of an open page that count are photos, or so coarse (gradients) that no letter could be read."""
    objects, view = page_objects(page), page_view(page)
    boxes = np.clip(transform(objects.images, view.matrix), 0, [view.width, view.height, view.width, view.height])
    counted = np.flatnonzero(_counted(_areas(boxes), view))
    pictures = [objects.pictures[k] for k in counted.tolist()]
    coarse = ffi.table(ffi.image_size, np.uint32, 2, pictures).prod(1) < _COARSE**2 * _areas(boxes[counted])
    return len(pictures) > 0 and all(dull or is_photo(picture) for picture, dull in zip(pictures, coarse.tolist(), strict=True))


def decoration(boxes: list[Kotak], pages: int) -> set[Kotak]:
    """Of the pictures' boxes (one a page), those that stand at the same place all over a document of `pages` pages."""
    counts = Counter(boxes)
    return {box for box, count in counts.items() if count >= max(3, _EVERYWHERE * pages)}


def covers_page(images: Floats, view: View) -> bool:
    """Whether pictures together cover most of the page: a scan where there is no text, else a background."""
    boxes = _clipped(images, view)
    return bool(((boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])).sum() > 0.5 * view.width * view.height)


def _clipped(images: Floats, view: View) -> Floats:
    images = images[np.isfinite(images).all(1)]
    return np.clip(images, 0, [view.width, view.height, view.width, view.height])


def shows_table(document: pypdfium2.PdfDocument, index: int, box: Kotak) -> bool:
    """Renders the box of page `index` (from 0) in grey and counts thin dark rules across and down; photos are told without that."""
    width, height = box[2] - box[0], box[3] - box[1]
    page = document[index]
    try:
        handle = ctypes.cast(page.raw, ctypes.c_void_p).value
        if handle and _silent(handle):
            return False
        page_width, page_height = page.get_size()
        crop = (box[0], page_height - box[3], page_width - box[2], box[1])
        bitmap = page.render(scale=PIXELS / max(width, height), crop=crop)
        try:
            dark = np.asarray(bitmap.to_pil().convert("L")) < DARK  # pdfium takes a fifth of its time to make it grey
        finally:
            bitmap.close()
    finally:
        page.close()
    if dark.mean() > _MOSTLY_LIGHT:
        return False
    if _thin_bands(_spanned(dark, _RUN_ACROSS)) < _LEAST_ACROSS:
        return False
    return _thin_bands(_spanned(dark.T, _RUN_DOWN)) >= _LEAST_DOWN


def _spanned(dark: Bools, share: float) -> Bools:
    """Per row, whether a run of dark pixels is as long as that share of its length."""
    run = max(1, ceil(share * dark.shape[1]))
    before = np.zeros((dark.shape[0], dark.shape[1] + 1), np.int32)
    np.cumsum(dark, axis=1, out=before[:, 1:])
    spanned: Bools = (before[:, run:] - before[:, :-run] == run).any(1)
    return spanned


def _thin_bands(hit: Bools) -> int:
    """Number of groups of neighbouring hits that are thin."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], hit.astype(np.int8), [0]])))
    return int((edges[1::2] - edges[::2] <= _THIN).sum())
