"""The alignment matrix as a workbook: a sheet a pemda, states by colour and word, then what has no parent and which versions hold."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from ..bahasa import _
from .labels import JENIS
from .matriks import Lembar, Sel
from .matriks_label import BARIS, SEL
from .xlsx_tinggi import tinggi

_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")


def buku(lembar: Sequence[Lembar]) -> bytes:
    """The workbook. A cell with several documents takes the colour of the gravest state."""
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}) as book:
        book.set_properties({"created": datetime(2000, 1, 1)})
        formats = bentuk(book)
        for number, one in enumerate(lembar, start=1):
            tulis(book.add_worksheet(_name(one.pemda or _("Matriks"), number, len(lembar))), one, formats)
        _alone(book.add_worksheet(_("Tanpa induk")), lembar, formats)
        _versions(book.add_worksheet(_("Dokumen")), lembar, formats)
    return stream.getvalue()


def _name(text: str, number: int, count: int) -> str:
    name = _FORBIDDEN.sub(" ", text)[:27]
    return f"{name} {number}" if count > 1 else name


def bentuk(book: Any) -> dict[str, Any]:
    """The formats that `tulis` needs."""
    wrap = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#d5dde5"}
    made = {"kepala": book.add_format({**wrap, "bold": True, "font_color": "#ffffff", "bg_color": "#24506f"})}
    made["kinerja"] = book.add_format({**wrap, "bold": True, "bg_color": "#f5f7f9"})
    made["biasa"] = book.add_format(wrap)
    made["indikator"] = book.add_format({**wrap, "indent": 1})
    for prefix, table in (("s", SEL), ("b", BARIS)):
        for name, (_mark, _words, colour) in table.items():
            made[f"{prefix}-{name}"] = book.add_format({**wrap, "bg_color": colour})
    return made


def tulis(sheet: Any, one: Lembar, formats: dict[str, Any]) -> None:
    """Writes the matrix of one pemda on a sheet that prints one page wide with its headings on each page."""
    heads = [_("Level"), _("Kinerja dan indikator"), _("Satuan"), f"{_('Nilai')} {one.tahun or ''}".strip(), _("Keadaan")]
    heads += [_(JENIS[kind]) for kind in one.kolom]
    for column, head in enumerate(heads):
        sheet.write_string(0, column, head, formats["kepala"])
    widths = (10, 60, 12, 14, 22, *[45] * len(one.kolom))
    for number, row in enumerate(one.baris, start=1):
        texts = ["", row.ujung.indikator or row.ujung.uraian, row.satuan or "", row.nilai or "", _(BARIS[row.keadaan][1])]
        texts += ["\n".join(map(_line, row.sel.get(kind, ()))) for kind in one.kolom]
        sheet.set_row(number, tinggi(zip(widths, texts, strict=True), 15.0))
        style = formats["indikator" if row.ujung.indikator else "kinerja"]
        mark, words, _colour = BARIS[row.keadaan]
        sheet.write_string(number, 0, row.ujung.level, formats["biasa"])
        sheet.write_string(number, 1, row.ujung.indikator or row.ujung.uraian, style)
        sheet.write_string(number, 2, row.satuan or "", formats["biasa"])
        sheet.write_string(number, 3, row.nilai or "", formats["biasa"])
        sheet.write_string(number, 4, f"{mark} {_(words)}", formats[f"b-{row.keadaan}"])
        for column, kind in enumerate(one.kolom, start=5):
            cells = row.sel.get(kind, ())
            state = max((cell.keadaan for cell in cells), key=_GRAVE.index, default=None)
            sheet.write_string(number, column, "\n".join(map(_line, cells)), formats[f"s-{state}" if state else "biasa"])
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(len(one.baris), 1), len(heads) - 1)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&C&A, &P/&N")
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


_GRAVE = ("sama", "rumusan", "varian", "usang", "ambigu", "luar", "nilai")
"""States of a cell from the lightest to the gravest."""


def _line(cell: Sel) -> str:
    mark, words, _colour = SEL[cell.keadaan]
    value = f": {cell.nilai}" if cell.nilai else ""
    text = "" if cell.keadaan == "sama" else f": {cell.teks}"
    return f"{mark} {cell.pemilik}{value} ({_(words)}, {cell.level}{text})"


def _alone(sheet: Any, lembar: Sequence[Lembar], formats: dict[str, Any]) -> None:
    for column, head in enumerate((_("Dokumen"), _("Level"), _("Kinerja"), _("Indikator"))):
        sheet.write_string(0, column, head, formats["kepala"])
    ends = [end for one in lembar for end in one.matriks.tanpa_induk]
    for number, end in enumerate(ends, start=1):
        for column, text in enumerate((end.berkas, end.level, end.uraian, end.indikator or "")):
            sheet.write_string(number, column, text, formats["biasa"])
    for column, width in enumerate((35, 12, 60, 60)):
        sheet.set_column(column, column, width)


def _versions(sheet: Any, lembar: Sequence[Lembar], formats: dict[str, Any]) -> None:
    for column, head in enumerate((_("Dokumen yang berlaku"), _("Menggantikan"), _("Alasan"))):
        sheet.write_string(0, column, head, formats["kepala"])
    choices = [choice for one in lembar for choice in one.pilihan]
    for number, choice in enumerate(choices, start=1):
        for column, text in enumerate((choice.berkas, ", ".join(choice.lainnya), choice.alasan)):
            sheet.write_string(number, column, text, formats["biasa"])
    sheet.set_column(0, 2, 45)
