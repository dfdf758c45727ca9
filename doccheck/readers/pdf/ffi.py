"""pdfium's C functions as plain Python callables: integers in, integers out.

The generated bindings of pypdfium2 build a pointer object for every argument, which costs more than pdfium's own work
when a page has ten thousand characters. Prototypes over ctypes.PyDLL take handles and addresses as integers, so that
map() can drive the loops over characters and objects from C (measured: 20 times the speed of pdfplumber's loops).

What is called for every character or object is declared without argument types, which halves the price of a call: ctypes
converts nothing then, so handles and addresses must be given as `pointer` makes them (an integer would be cut to 32 bits).

pdfium is not thread-safe: whoever calls anything here holds LOCK.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from ctypes import PYFUNCTYPE, c_double, c_float, c_int, c_uint, c_ulong, c_void_p
from pathlib import Path
from threading import RLock
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2_raw
from numpy.typing import NDArray

from doccheck.catatan import ReadError

LOCK = RLock()

_LIBRARY = ctypes.PyDLL(str(next(Path(pypdfium2_raw.__file__).parent.glob("*pdfium*.[sd][oyl]*"))))

Function = Callable[..., Any]
Pointer = Any
"""An argument that `pointer` made."""
OBJECT_IMAGE, OBJECT_SHADING, OBJECT_FORM = 3, 4, 5
SEGMENT_LINE, SEGMENT_MOVE = 0, 2
_ERROR_PASSWORD, _ERROR_SECURITY = 4, 5


def _function(name: str, result: Any, *arguments: Any) -> Function:
    prototype: Function = PYFUNCTYPE(result, *arguments)((name, _LIBRARY))
    return prototype


pointer: Callable[[int | None], Pointer] = c_void_p.from_param
"""Makes a handle or address (integer, None) an argument that goes to C as it is; typed functions take it too."""

load_page = _function("FPDF_LoadPage", c_void_p, c_void_p, c_int)
close_page = _function("FPDF_ClosePage", None, c_void_p)
page_box = _function("FPDF_GetPageBoundingBox", None)  # pointer(page), pointer to left, top, right, bottom
page_rotation = _function("FPDFPage_GetRotation", c_int, c_void_p)

count_objects = _function("FPDFPage_CountObjects", c_int, c_void_p)
get_object = _function("FPDFPage_GetObject", c_void_p)  # pointer(page), number
object_type = _function("FPDFPageObj_GetType", c_int)  # pointer(object)
object_bounds = _function("FPDFPageObj_GetBounds", None)  # pointer(object), pointers to left, bottom, right, top
object_matrix = _function("FPDFPageObj_GetMatrix", c_int, c_void_p, c_void_p)
fill_color = _function("FPDFPageObj_GetFillColor", None)  # pointer(object), pointers to red, green, blue, alpha
form_count = _function("FPDFFormObj_CountObjects", c_int, c_void_p)
form_object = _function("FPDFFormObj_GetObject", c_void_p, c_void_p, c_ulong)
render_mode = _function("FPDFTextObj_GetTextRenderMode", c_int)  # pointer(object)
image_size = _function("FPDFImageObj_GetImagePixelSize", None)  # pointer(object), pointers to width, height
image_filters = _function("FPDFImageObj_GetImageFilterCount", c_int, c_void_p)
image_filter = _function("FPDFImageObj_GetImageFilter", c_ulong, c_void_p, c_int, c_void_p, c_ulong)
image_data = _function("FPDFImageObj_GetImageDataDecoded", c_ulong, c_void_p, c_void_p, c_ulong)
text_font = _function("FPDFTextObj_GetFont", c_void_p)  # pointer(object)

segment_count = _function("FPDFPath_CountSegments", c_int)  # pointer(path)
get_segment = _function("FPDFPath_GetPathSegment", c_void_p)  # pointer(path), number
segment_point = _function("FPDFPathSegment_GetPoint", None)  # pointer(segment), pointers to x, y
segment_type = _function("FPDFPathSegment_GetType", c_int)  # pointer(segment)
segment_close = _function("FPDFPathSegment_GetClose", c_int)  # pointer(segment)
draw_mode = _function("FPDFPath_GetDrawMode", None)  # pointer(path), pointers to fill mode, stroked

text_load = _function("FPDFText_LoadPage", c_void_p, c_void_p)
text_close = _function("FPDFText_ClosePage", None, c_void_p)
text_count = _function("FPDFText_CountChars", c_int, c_void_p)
char_unicode = _function("FPDFText_GetUnicode", c_uint, c_void_p, c_int)
char_angle = _function("FPDFText_GetCharAngle", c_float)  # pointer(text), number
text_get = _function("FPDFText_GetText", c_int, c_void_p, c_int, c_int, c_void_p)
char_loose_box = _function("FPDFText_GetLooseCharBox", None)  # pointer(text), number, pointer to left, top, right, bottom
char_object = _function("FPDFText_GetTextObject", c_void_p)  # pointer(text), number
char_font_size = _function("FPDFText_GetFontSize", c_double, c_void_p, c_int)
char_matrix = _function("FPDFText_GetMatrix", c_int, c_void_p, c_int, c_void_p)
char_weight = _function("FPDFText_GetFontWeight", c_int, c_void_p, c_int)
char_font_info = _function("FPDFText_GetFontInfo", c_ulong, c_void_p, c_int, c_void_p, c_ulong, c_void_p)


_ROWS = 4096
_MEMORY = np.zeros(4 * _ROWS, np.uint32)
_PLACES = [pointer(_MEMORY.ctypes.data + 4 * k) for k in range(4 * _ROWS)]
_COLUMNS = {columns: [_PLACES[k::columns] for k in range(columns)] for columns in (1, 2, 4)}
"""Room for four numbers a row, and ready pointers to each, by columns: making and choosing them anew costs more than the calls."""


def table(function: Function, kind: type[Any], columns: int, *arguments: Sequence[Any], together: bool = False) -> NDArray[Any]:
    """What a function writes through pointers to numbers of four bytes: a row (of one, two or four columns) for each row of the
    arguments, zeros where it writes nothing. together: it takes one pointer to the whole row."""
    rows = len(arguments[-1])
    parts = []
    places = _COLUMNS[columns][: 1 if together else columns]
    for start in range(0, rows, _ROWS):
        size = min(_ROWS, rows - start)
        _MEMORY[: columns * size] = 0
        given = arguments if rows <= _ROWS else tuple(argument[start : start + size] for argument in arguments)
        deque(map(function, *given, *places), maxlen=0)  # ends with the arguments, of which there are no more than places
        parts.append(_MEMORY[: columns * size].view(kind).reshape(size, columns).copy())
    return parts[0] if len(parts) == 1 else np.concatenate([np.zeros((0, columns), kind), *parts])


@contextmanager
def open_document(path: Path) -> Iterator[tuple[pypdfium2.PdfDocument, int]]:
    """The open document and its handle. Raises ReadError: EXT-07 encrypted, EXT-08 damaged or not a PDF, EXT-09 empty."""
    if path.stat().st_size == 0:
        raise ReadError("EXT-09")
    with LOCK:
        try:
            document = pypdfium2.PdfDocument(path)
        except pypdfium2.PdfiumError as error:
            code = getattr(error, "err_code", None)
            raise ReadError("EXT-07" if code in (_ERROR_PASSWORD, _ERROR_SECURITY) else "EXT-08", str(error)) from error
        try:
            if len(document) == 0:
                raise ReadError("EXT-09")
            handle = ctypes.cast(document.raw, c_void_p).value
            assert handle is not None
            yield document, handle
        finally:
            document.close()


@contextmanager
def open_page(document: int, index: int) -> Iterator[int]:
    """Handle of the page `index` (from 0). Raises ReadError EXT-15 where pdfium cannot load it."""
    page = load_page(document, index)
    if not page:
        raise ReadError("EXT-15")
    try:
        yield page
    finally:
        close_page(page)


@contextmanager
def open_text(page: int) -> Iterator[int]:
    """Handle of the page's text; 0 where it has none."""
    text = text_load(page) or 0
    try:
        yield text
    finally:
        if text:
            text_close(text)
