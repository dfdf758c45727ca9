"""PDF: a highlight over the row or cell that carries the finding as its note, added to the end of the file (an incremental update), so that
everything before stays byte for byte as it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from pypdf import PdfWriter
from pypdf.annotations import Highlight, Popup, Text
from pypdf.errors import PdfReadError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, PdfObject, StreamObject, TextStringObject

from ..bahasa import _
from ..catatan import ReadError
from ..model import Keparahan, Kotak
from ..readers.pdf import ffi
from ..readers.pdf.geometry import Matrix, page_view
from .pesan import PENULIS, Tanda, TidakDidukungError, baris

WARNA: dict[Keparahan, str] = {"kritis": "ffb3ab", "tinggi": "ffd591", "sedang": "fff3a3", "rendah": "cfe8ff", "info": "e3e3e3"}
_IKON = 18.0
"""Width and height in points of the icon of a note without a place on the page."""


def tandai(path: Path, target: Path, marks: Sequence[Tanda]) -> None:
    """Writes the marked copy. Marks of one box share a highlight; those without a box are notes at the top of their page, or of the
    first one. Raises TidakDidukungError where the file cannot be written anew."""
    pages: dict[int, dict[Kotak | None, list[Tanda]]] = {}
    for mark in marks:
        box = mark.bukti.kotak_nilai or mark.bukti.kotak
        pages.setdefault(mark.bukti.halaman or 1, {}).setdefault(box, []).append(mark)
    try:
        views = _views(path, pages)
        writer = PdfWriter(path, incremental=True)
        for number, boxes in sorted(pages.items()):
            if number in views and number <= len(writer.pages):
                for box, found in boxes.items():
                    _mark(writer, number - 1, views[number], box, found)
        with target.open("wb") as stream:
            writer.write(stream)
    except NotImplementedError as error:  # pypdf does not add to an encrypted file, and taking its protection away is not ours to do
        raise TidakDidukungError(_("berkas PDF dilindungi terhadap perubahan")) from error
    except (ReadError, PdfReadError, PyPdfError, ValueError, KeyError) as error:
        raise TidakDidukungError(f"{type(error).__name__}: {error}") from error


def _views(path: Path, pages: Mapping[int, object]) -> dict[int, tuple[float, Matrix]]:
    """Page -> its width as shown, and the way from the page as shown back to user space."""
    views: dict[int, tuple[float, Matrix]] = {}
    with ffi.open_document(path) as (document, handle):
        for number in pages:
            if 1 <= number <= len(document):
                with ffi.open_page(handle, number - 1) as page:
                    view = page_view(page)
                    views[number] = view.width, _inverse(view.matrix)
    return views


def _inverse(matrix: Matrix) -> Matrix:
    a, b, c, d, e, f = matrix
    area = a * d - b * c
    return d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area


def _mark(writer: PdfWriter, index: int, view: tuple[float, Matrix], box: Kotak | None, marks: Sequence[Tanda]) -> None:
    text = "\n\n".join("\n".join(baris(mark)) for mark in marks)
    width, back = view
    color = WARNA[marks[0].keparahan]
    if box is None:
        box = (width - _IKON - 8, 8.0, width - 8, 8 + _IKON)
        note = Text(rect=_rect(box, back), text=text, title_bar=PENULIS)
        note[NameObject("/Name")] = NameObject("/Note")
        note[NameObject("/C")] = ArrayObject(FloatObject(int(color[n : n + 2], 16) / 255) for n in (0, 2, 4))
        writer.add_annotation(index, note)
        return
    x0, y0, x1, y1 = box
    corners = [_point(x, y, back) for x, y in ((x0, y0), (x1, y0), (x0, y1), (x1, y1))]
    quads = ArrayObject(FloatObject(number) for corner in corners for number in corner)
    light = Highlight(rect=_rect(box, back), quad_points=quads, highlight_color=color, printing=True, title_bar=PENULIS)
    light[NameObject("/Contents")] = TextStringObject(text)
    added = writer.add_annotation(index, light)
    added[NameObject("/AP")] = DictionaryObject({NameObject("/N"): _look(writer, _rect(box, back), color)})
    popup = Popup(rect=_rect((width - 220, y0, width - 10, y0 + 120), back), parent=added)
    added[NameObject("/Popup")] = writer.add_annotation(index, popup).indirect_reference


def _look(writer: PdfWriter, rect: tuple[float, float, float, float], color: str) -> PdfObject:
    """How the highlight is drawn: a plain rectangle that darkens what lies below it. Left to themselves, viewers round its ends, which
    reaches into the cells beside."""
    x0, y0, x1, y1 = rect
    red, green, blue = (int(color[n : n + 2], 16) / 255 for n in (0, 2, 4))
    stream = StreamObject()
    stream.set_data(f"/G gs {red:.3f} {green:.3f} {blue:.3f} rg {x0} {y0} {x1 - x0:.2f} {y1 - y0:.2f} re f".encode())
    state = DictionaryObject({NameObject("/Type"): NameObject("/ExtGState"), NameObject("/BM"): NameObject("/Multiply")})
    states = DictionaryObject({NameObject("/G"): state})
    stream.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): ArrayObject(FloatObject(number) for number in rect),
            NameObject("/Resources"): DictionaryObject({NameObject("/ExtGState"): states}),
        }
    )
    return writer._add_object(stream)


def _point(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return round(a * x + c * y + e, 2), round(b * x + d * y + f, 2)


def _rect(box: Kotak, back: Matrix) -> tuple[float, float, float, float]:
    """A box of the page as shown in user space, its corners in order."""
    (ax, ay), (bx, by) = _point(box[0], box[1], back), _point(box[2], box[3], back)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
