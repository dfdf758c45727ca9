"""A PDF file into a Layout, page by page."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from doccheck.catatan import ReadError, catatan
from doccheck.layout import Layout, Page
from doccheck.model import Catatan, Lokasi

from . import ffi
from .page import read_page
from .pictures import shows_table

_PAGE_FAILURES = (ValueError, IndexError, OverflowError, MemoryError, ArithmeticError, pypdfium2.PdfiumError)


def read_pdf(path: Path) -> Layout:
    """Reads a PDF. Raises ReadError: EXT-07 encrypted, EXT-08 damaged or not a PDF, EXT-09 empty.

    Notes: EXT-01 for a page that is a picture, EXT-02 (with its box) for a picture that seems to hold a table, EXT-15 for
    a page that could not be read; the other pages are read.
    """
    pages: list[Page] = []
    notes: list[Catatan] = []
    with ffi.open_document(path) as (document, handle):
        for index in range(len(document)):
            page, found = _read(document, handle, index)
            pages.append(page)
            notes.extend(found)
        title = str(document.get_metadata_dict().get("Title") or "").strip() or None
    return Layout(str(path), "pdf", tuple(pages), tuple(notes), title)


def _read(document: pypdfium2.PdfDocument, handle: int, index: int) -> tuple[Page, list[Catatan]]:
    """The page `index` (from 0) and its notes; an empty page where reading it fails."""
    place = Lokasi(halaman=index + 1)
    try:
        with ffi.open_page(handle, index) as opened:
            reading = read_page(opened, index + 1)
        if reading.scanned:
            return reading.page, [catatan("EXT-01", place)]
        if reading.picture and shows_table(document, index, reading.view, reading.picture):
            x0, y0, x1, y1 = (round(value, 1) for value in reading.picture)
            return reading.page, [catatan("EXT-02", Lokasi(halaman=index + 1, kotak=(x0, y0, x1, y1)))]
    except ReadError as error:
        return Page((), number=index + 1), [catatan(error.kode, place, error.rincian)]
    except _PAGE_FAILURES as error:
        return Page((), number=index + 1), [catatan("EXT-15", place, type(error).__name__)]
    return reading.page, []
