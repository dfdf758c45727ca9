"""The alignment matrix as a workbook: a sheet a pemda, states by colour and word, then the state of every end and which versions hold."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from ..alasan import terjemah
from ..bahasa import _, pgettext
from .labels import JENIS
from .matriks import Lembar, Sel
from .matriks_label import ATAS, BARIS, BAWAH, KEDALAMAN, SEL, sisi
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
        _states(book.add_worksheet(_("Keadaan")), lembar, formats)
        _versions(book.add_worksheet(pgettext("banyak", "Dokumen")), lembar, formats)
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
    tables: dict[str, Mapping[Any, tuple[str, str, str]]] = {"s": SEL, "b": BARIS, "atas": ATAS, "bawah": BAWAH, "kedalaman": KEDALAMAN}
    for prefix, table in tables.items():
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
        twice = f"\n{BAWAH['ganda'][0]} {_(BAWAH['ganda'][1])}" if row.ganda else ""
        sheet.write_string(number, 4, f"{mark} {_(words)}{twice}", formats[f"b-{row.keadaan}"])
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


def _states(sheet: Any, lembar: Sequence[Lembar], formats: dict[str, Any]) -> None:
    """Every goal and indicator that is linked or should be, seen from both ends."""
    sides = {"atas": _("Ke atas"), "bawah": _("Ke bawah"), "kedalaman": _("Kedalaman")}
    heads = (_("Dokumen"), _("Level"), _("Kinerja"), _("Indikator"), *sides.values())
    for column, head in enumerate(heads):
        sheet.write_string(0, column, head, formats["kepala"])
    states = [state for one in lembar for state in one.keadaan]
    for number, state in enumerate(states, start=1):
        end = state.ujung
        for column, text in enumerate((end.berkas, end.level, end.uraian, end.indikator or "")):
            sheet.write_string(number, column, text, formats["biasa"])
        known = {side: (f"{label[0]} {_(label[1])}", formats[f"{side}-{name}"]) for side, name, label in sisi(state)}
        for column, side in enumerate(sides, start=4):
            sheet.write_string(number, column, *known.get(side, ("", formats["biasa"])))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(states), 1), len(heads) - 1)
    for column, width in enumerate((30, 12, 50, 50, 24, 22, 32)):
        sheet.set_column(column, column, width)


def _versions(sheet: Any, lembar: Sequence[Lembar], formats: dict[str, Any]) -> None:
    for column, head in enumerate((_("Dokumen yang berlaku"), _("Menggantikan"), _("Alasan"))):
        sheet.write_string(0, column, head, formats["kepala"])
    choices = [choice for one in lembar for choice in one.pilihan]
    for number, choice in enumerate(choices, start=1):
        for column, text in enumerate((choice.berkas, ", ".join(choice.lainnya), terjemah(choice.alasan))):
            sheet.write_string(number, column, text, formats["biasa"])
    sheet.set_column(0, 2, 45)
