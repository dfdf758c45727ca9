"""Pictures of pages and parts of pages, for evidence in reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pypdfium2
from PIL import Image

from doccheck.model import Kotak

from . import ffi


def render(path: Path, page_number: int, box: Kotak | None = None, scale: float = 2.0) -> Image.Image:
    """Picture of a page (from 1), or of a box on it (points from the top left of the page as shown), scale pixels a point.

    Raises ReadError as read_pdf does, and IndexError where the page does not exist.
    """
    with ffi.open_document(path) as (document, _):
        if not 1 <= page_number <= len(document):
            raise IndexError(page_number)
        page = document[page_number - 1]
        try:
            crop = (0.0, 0.0, 0.0, 0.0)
            if box is not None:
                width, height = page.get_size()
                x0, x1 = max(0.0, min(box[0], width - 1)), min(width, max(box[2], 1))
                y0, y1 = max(0.0, min(box[1], height - 1)), min(height, max(box[3], 1))
                crop = (x0, height - y1, width - x1, y0)
            bitmap = page.render(scale=scale, crop=crop)
            picture: Image.Image = bitmap.to_pil().convert("RGB")
            bitmap.close()
        finally:
            page.close()
    return picture


def render_pages(
    path: Path, numbers: Iterable[int], scale: float = 2.0, widest: int | None = None
) -> Iterator[tuple[int, Image.Image, float]]:
    """Pictures of whole pages (from 1) and the pixels a point of each, with the file opened once, in the order asked for; pages
    that do not exist or cannot be loaded are left out. widest: in pixels, of a page that `scale` would make wider, since drawing
    it small costs a quarter of drawing it large and shrinking it. Raises ReadError as read_pdf does."""
    with ffi.open_document(path) as (document, _):
        for number in numbers:
            if not 1 <= number <= len(document):
                continue
            try:
                page = document[number - 1]
            except pypdfium2.PdfiumError:
                continue
            try:
                factor = min(scale, widest / page.get_width()) if widest else scale
                bitmap = page.render(scale=factor)
                picture: Image.Image = bitmap.to_pil().convert("RGB")
                bitmap.close()
            finally:
                page.close()
            yield number, picture, factor
