"""XLSX, XLSM, XLSB, XLS and ODS through calamine: one page a visible sheet, values as people see them."""

from __future__ import annotations

import datetime
import zipfile
from pathlib import Path
from typing import Any

import python_calamine

from ..bahasa import _
from ..catatan import ReadError, catatan
from ..layout import Layout, Page
from ..model import Catatan, Lokasi
from .lines import tidy
from .matrix import Matrix, Span, blocks
from .sheet_biff import shown_biff
from .sheet_extent import Extent
from .sheet_ods import shown_ods
from .sheet_ooxml import shown_ooxml
from .sheet_shown import Shown

MAX_ROWS = 200_000
"""Rows read of one sheet; what follows is cut with a note."""
MAX_CELLS = 4_000_000
"""Cells read of one sheet."""
MIN_SHAPES = 5
"""Drawn boxes with text from which a sheet holds a chart (pohon kinerja) that the cells do not tell of."""
_PANIC = "PanicException"
"""What a failed assertion in calamine's Rust becomes; derived from BaseException, and importable from nowhere."""
_VISIBLE = python_calamine.SheetVisibleEnum.Visible
_WORKSHEET = python_calamine.SheetTypeEnum.WorkSheet


def read_sheet(path: Path) -> Layout:
    """Raises ReadError EXT-07 (password), EXT-08 (damaged), EXT-09 (no value in any visible sheet)."""
    pages: list[Page] = []
    notes: list[Catatan] = []
    try:
        with python_calamine.CalamineWorkbook.from_path(str(path)) as book:
            unlike = _shown(path)
            for index, meta in enumerate(book.sheets_metadata):
                if meta.visible is _VISIBLE and meta.typ is _WORKSHEET:
                    if absurd := (unlike.get(meta.name) or Shown()).absurd:
                        notes.append(_too_large(meta.name, absurd))
                        continue
                    page, found = _page(book.get_sheet_by_index(index), meta.name, unlike.get(meta.name) or Shown())
                    pages.append(page)
                    notes += found
    except python_calamine.PasswordError as error:
        raise ReadError("EXT-07", str(error)) from error
    except python_calamine.CalamineError as error:
        raise ReadError("EXT-08", str(error)) from error
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise ReadError("EXT-08", str(error)) from error
    if not any(page.blocks for page in pages) and not notes:
        raise ReadError("EXT-09")
    return Layout(str(path), "xlsx", tuple(pages), tuple(notes))


def _shown(path: Path) -> dict[str, Shown]:
    if zipfile.is_zipfile(path):
        return shown_ooxml(path) or shown_ods(path)
    return shown_biff(path.read_bytes())


def _too_large(name: str, extent: Extent) -> Catatan:
    """The note for a sheet that is left out, because reading it would allocate all the empty cells between a few filled ones."""
    detail = _("lembar {nama}: {baris} × {kolom} sel dengan hanya {n} terisi").format(
        nama=name, baris=extent.rows, kolom=extent.cols, n=extent.filled
    )
    return catatan("EXT-12", Lokasi(lembar=name), detail)


def _page(sheet: Any, name: str, unlike: Shown) -> tuple[Page, list[Catatan]]:
    notes: list[Catatan] = []
    height, width = sheet.total_height, sheet.total_width
    most = min(MAX_ROWS, MAX_CELLS // max(1, width))
    if height > most:
        detail = _("lembar {nama}: {n} baris, dibaca {batas} baris").format(nama=name, n=height, batas=most)
        notes.append(catatan("EXT-12", Lokasi(lembar=name), detail))
    values = sheet.to_python(skip_empty_area=False, nrows=most)
    rows = [[value_text(value) for value in row] for row in values]
    for row, col in unlike.percent:
        if row < len(rows) and col < len(rows[row]) and isinstance(values[row][col], (int, float)):
            rows[row][col] = number_text(values[row][col] * 100) + "%"
    for (row, col), error in unlike.errors.items():
        if row < len(rows) and col < len(rows[row]):
            rows[row][col] = error
    if unlike.uncalculated:
        row, col = unlike.uncalculated[0]
        detail = _("{n} rumus tanpa hasil tersimpan; buka dan simpan ulang berkas dengan Excel").format(n=len(unlike.uncalculated))
        notes.append(catatan("EXT-06", Lokasi(lembar=name, baris=row + 1, kolom=col + 1), detail))
    if unlike.shapes >= MIN_SHAPES:
        detail = _("bagan dari {n} kotak gambar di lembar {nama}").format(n=unlike.shapes, nama=name)
        notes.append(catatan("EXT-02", Lokasi(lembar=name), detail))
    spans: list[Span] = [(*first, *last) for first, last in sheet.merged_cell_ranges or ()] or unlike.spans
    return Page(blocks(Matrix(rows, spans), "sheet"), sheet=name), notes


def value_text(value: object) -> str:
    """A cell's value as printed: numbers as `number_text` does, dates dd-mm-yyyy, truth as TRUE or FALSE."""
    if isinstance(value, str):
        return tidy(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return number_text(value)
    if isinstance(value, datetime.datetime):
        return value.strftime("%d-%m-%Y %H:%M") if value.time() != datetime.time() else value.strftime("%d-%m-%Y")
    if isinstance(value, datetime.date):
        return value.strftime("%d-%m-%Y")
    if isinstance(value, datetime.time):
        return value.strftime("%H:%M")
    return str(value)


def number_text(value: float) -> str:
    """Whole numbers without ".0", others with the 15 digits that Excel keeps: 70.099999999999994 is "70.1". No exponents.

    The decimal sign is a dot, but a comma where the dot would make it a number of thousands: 4.125 is "4,125".
    """
    if float(value).is_integer():
        return str(int(value))
    text = f"{value:.15g}"
    if "e" in text:
        text = f"{value:.20f}".rstrip("0").rstrip(".")
    whole, _, decimals = text.lstrip("-").partition(".")
    return text.replace(".", ",") if len(decimals) == 3 and whole != "0" and len(whole) <= 3 else text
