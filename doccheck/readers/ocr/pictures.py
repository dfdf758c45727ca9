"""What the text layer of a PDF does not tell, filled in by OCR."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from ...catatan import catatan
from ...layout import Grid, Layout, Page, Paragraph
from ...model import Catatan, Kotak
from .engine import BLANK, DPI, UNREADABLE, available, hint, ocr_page

PICTURES = ("EXT-01", "EXT-02")
"""Notes of the PDF reader that name a page or picture without text layer."""
MAX_PIXELS = 40e6
"""Of one raster; posters are drawn at fewer dots an inch."""
_SAME_PLACE = 0.5
"""Share of an OCR block's area under a block of the text layer, from which both are the same print."""

Progress = Callable[[int, int], None]
"""Called with how many pages and pictures were read and how many there are."""


def with_ocr(layout: Layout, progress: Progress | None = None) -> Layout:
    """The layout of a PDF with the pages and pictures that its notes name read by OCR.

    A note goes where its place was read, EXT-06 comes where the reading is not to be relied on. Without tesseract the notes say
    what to install.
    """
    places = [note for note in layout.notes if note.kode in PICTURES and note.lokasi.halaman]
    if not places:
        return layout
    if not available():
        hinted = (catatan(note.kode, note.lokasi, hint(), note.berkas) if note in places else note for note in layout.notes)
        return replace(layout, notes=tuple(hinted))
    pages = list(layout.pages)
    notes = [note for note in layout.notes if note not in places]
    for done, note in enumerate(places):
        if progress is not None:
            progress(done, len(places))
        index = (note.lokasi.halaman or 1) - 1
        page, left = _read(Path(layout.path), pages[index], note)
        pages[index] = page
        notes.extend(left)
    if progress is not None:
        progress(len(places), len(places))
    notes.sort(key=lambda note: note.lokasi.halaman or 0)
    return replace(layout, pages=tuple(pages), notes=tuple(notes))


def _read(path: Path, page: Page, note: Catatan) -> tuple[Page, list[Catatan]]:
    """The page with what OCR read at the note's place, and the notes that remain: the same where nothing could be read."""
    from ..pdf import render

    box = note.lokasi.kotak or (0.0, 0.0, page.width, page.height)
    inches = (box[2] - box[0]) * (box[3] - box[1]) / 72**2
    dpi = min(DPI, (MAX_PIXELS / inches) ** 0.5) if inches > 0 else DPI
    try:
        blocks, confidence = ocr_page(render(path, note.lokasi.halaman or 1, note.lokasi.kotak, dpi / 72), box, dpi)
    except Exception:  # of pdfium, OpenCV or the system: one picture must not end the reading of the document
        return page, [note]
    if not blocks:
        return page, [] if confidence == BLANK else [note]
    doubt = [catatan("EXT-06", note.lokasi, f"OCR, keyakinan {confidence:.0%}")] if confidence < UNREADABLE else []
    return replace(page, blocks=merged(page.blocks, blocks)), doubt


def merged(text_layer: tuple[Paragraph | Grid, ...], seen: list[Paragraph | Grid]) -> tuple[Paragraph | Grid, ...]:
    """The blocks of both from top to bottom, the grids numbered anew. What both hold is taken from the text layer, but for lines
    printed over a table that only OCR sees as a table."""
    grids = [block.box for block in seen if isinstance(block, Grid)]
    kept = [
        block for block in text_layer
        if isinstance(block, Grid) or not any(_share(block.box, grid) > _SAME_PLACE for grid in grids)
    ]
    added = [block for block in seen if not any(_share(block.box, other.box) > _SAME_PLACE for other in kept)]
    blocks = sorted([*kept, *added], key=lambda block: (block.box[1], block.box[0]) if block.box else (0.0, 0.0))
    numbers = iter(range(1, len(blocks) + 1))
    return tuple(replace(block, number=next(numbers)) if isinstance(block, Grid) else block for block in blocks)


def _share(box: Kotak | None, other: Kotak | None) -> float:
    """Share of a box's area that lies under another."""
    if box is None or other is None:
        return 0.0
    width, height = min(box[2], other[2]) - max(box[0], other[0]), min(box[3], other[3]) - max(box[1], other[1])
    area = (box[2] - box[0]) * (box[3] - box[1])
    return width * height / area if width > 0 and height > 0 and area > 0 else 0.0
