"""A PDF file into a Layout, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from doccheck.bahasa import _
from doccheck.catatan import ReadError, catatan
from doccheck.layout import Layout, Page
from doccheck.model import Catatan, Kotak, Lokasi
from doccheck.proses.pengumpul import tanpa_pengumpul

from . import ffi
from .page import Reading, read_page
from .pictures import decoration, shows_table, worth_a_look
from .unruled import with_unruled

_PAGE_FAILURES = (ValueError, IndexError, OverflowError, MemoryError, ArithmeticError, pypdfium2.PdfiumError)


@tanpa_pengumpul()
def read_pdf(path: Path) -> Layout:
    """Reads a PDF. Raises ReadError: EXT-07 encrypted, EXT-08 damaged or not a PDF, EXT-09 empty.

    Notes: EXT-01 for a page that is a picture, EXT-02 (with its box) for a picture that seems to hold a table, EXT-15 for
    a page that could not be read; the other pages are read.
    """
    pages: list[Page] = []
    notes: list[Catatan] = []
    pictures: dict[int, Kotak] = {}
    with ffi.open_document(path) as (document, handle):
        for index in range(len(document)):
            try:
                with ffi.open_page(handle, index) as opened:
                    reading = read_page(opened, index + 1)
            except (ReadError, *_PAGE_FAILURES) as error:
                reading = Reading(Page((), number=index + 1), False, None)
                notes.append(catatan("EXT-15", Lokasi(halaman=index + 1), type(error).__name__))
            pages.append(reading.page)
            if reading.scanned:
                detail = _("tulisannya tidak tegak pada halaman") if reading.sideways else ""
                notes.append(catatan("EXT-01", Lokasi(halaman=index + 1), detail))
            elif reading.picture:
                pictures[index] = reading.picture
        notes.extend(_table_pictures(document, pictures, pages))
        title = str(document.get_metadata_dict().get("Title") or "").strip() or None
    pages = with_unruled(path, pages)
    notes.sort(key=lambda note: note.lokasi.halaman or 0)
    return Layout(str(path), "pdf", tuple(pages), tuple(notes), title)


def _table_pictures(document: pypdfium2.PdfDocument, pictures: dict[int, Kotak], pages: list[Page]) -> Iterator[Catatan]:
    """EXT-02 for the pictures (by page from 0) that seem to hold tables."""
    common = decoration(list(pictures.values()), len(document))
    for index, box in pictures.items():
        if box not in common and worth_a_look(pages[index], box) and shows_table(document, index, box):
            yield catatan("EXT-02", Lokasi(halaman=index + 1, kotak=box))
