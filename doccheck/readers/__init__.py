"""From files to Layout: one module a format, loaded only when a file of that format is read.

What a file is, its content says, not its name (sniff).
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Literal

from ..catatan import ReadError
from ..layout import Layout
from .sniff import SUFFIXES, Kind, kind_of

__all__ = ["SUFFIXES", "Engine", "read"]

Engine = Literal["pdfium", "pdfplumber"]

_READERS: dict[Kind, tuple[str, str]] = {
    "pdf": (".pdf", "read_pdf"),
    "docx": (".docx", "read_docx"),
    "doc": (".doc", "read_doc"),
    "sheet": (".sheet", "read_sheet"),
    "html": (".html", "read_html"),
    "csv": (".csv", "read_csv"),
}
_PLUMBER = (".pdf.plumber", "read_plumber")


def read(
    path: Path, ocr: bool = True, progress: Callable[[int, int], None] | None = None, engine: Engine = "pdfium"
) -> Layout:
    """Reads one file.

    ocr: scanned pages and pictures of tables are read by OCR where it is installed; progress is then called with how many of them
    were read and how many there are. Without it, notes name them. engine: what reads the text and tables of a PDF; "pdfplumber" is
    there to compare with.

    Raises ReadError: EXT-07 password, EXT-08 damaged or not what its name says, EXT-09 empty, EXT-10 kind not supported,
    EXT-11 a program needed for it is missing, EXT-12 too large, EXT-15 the system or a library failed. Nothing else is
    raised: one damaged file of a folder must not end the examination of the others.
    """
    path = Path(path)
    try:
        kind = kind_of(path)
        module, function = _PLUMBER if kind == "pdf" and engine == "pdfplumber" else _READERS[kind]
        reader = getattr(import_module(module, __name__), function)
        layout: Layout = reader(path)
        if ocr and layout.format == "pdf":
            layout = _with_ocr(layout, progress)
    except ReadError:
        raise
    except OSError as error:
        raise ReadError("EXT-15", error.strerror or str(error)) from error
    except Exception as error:
        raise ReadError("EXT-15", f"{type(error).__name__}: {error}") from error
    return layout


def _with_ocr(layout: Layout, progress: Callable[[int, int], None] | None) -> Layout:
    from .ocr import PICTURES, with_ocr

    return with_ocr(layout, progress) if any(note.kode in PICTURES for note in layout.notes) else layout
