"""The map agency x theme as a workbook: the map of each pemda, then all goals and indicators as a flat table."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from ..bahasa import _
from .labels import tempat
from .tema import PetaTema
from .tema_tabel import perlu_dilihat


def buku(peta: Sequence[PetaTema]) -> bytes:
    """The workbook; texts are never taken for formulas or links."""
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}) as book:
        book.set_properties({"created": datetime(2000, 1, 1)})
        wrap = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#d5dde5"}
        formats = {
            "kepala": book.add_format({**wrap, "bold": True, "font_color": "#ffffff", "bg_color": "#24506f"}),
            "biasa": book.add_format(wrap),
            "ampu": book.add_format({**wrap, "align": "center", "bg_color": "#d9f0e1"}),
            "rendah": book.add_format({**wrap, "align": "center", "bg_color": "#eaf5ee"}),
            "disebut": book.add_format({**wrap, "align": "center", "bg_color": "#fbd9d5"}),
        }
        for number, one in enumerate(peta, start=1):
            name = _("Peta tema")
            _map(book.add_worksheet(name if len(peta) == 1 else f"{name} {number}"), one, formats)
        _rows(book.add_worksheet(_("Rincian")), peta, formats)
    return stream.getvalue()


def _map(sheet: Any, one: PetaTema, formats: dict[str, Any]) -> None:
    sheet.write_string(0, 0, one.pemda or _("Perangkat daerah"), formats["kepala"])
    for column, theme in enumerate(one.tema, start=1):
        sheet.write_string(0, column, theme.nama, formats["kepala"])
        found = {agency.pd: agency for agency in theme.pengampu}
        for row, pd in enumerate(one.perangkat, start=1):
            if pd in found:
                sheet.write_number(row, column, len(found[pd].butir), formats["ampu" if found[pd].tinggi else "rendah"])
            else:
                sheet.write_string(row, column, "✗" if pd in theme.kosong else "", formats["disebut" if pd in theme.kosong else "biasa"])
        sheet.write_string(len(one.perangkat) + 1, column, "\n".join(perlu_dilihat(theme)), formats["biasa"])
    for row, pd in enumerate(one.perangkat, start=1):
        sheet.write_string(row, 0, pd, formats["biasa"])
    sheet.write_string(len(one.perangkat) + 1, 0, _("Yang perlu dilihat"), formats["kepala"])
    sheet.set_column(0, 0, 42)
    sheet.set_column(1, max(len(one.tema), 1), 18)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _rows(sheet: Any, peta: Sequence[PetaTema], formats: dict[str, Any]) -> None:
    heads = (_("Tema"), _("Perangkat daerah"), _("Level"), _("Kinerja"), _("Indikator"), _("Dokumen"), _("Tempat"))
    for column, head in enumerate(heads):
        sheet.write_string(0, column, head, formats["kepala"])
    rows = [
        (theme.nama, owner, item)
        for one in peta
        for theme in one.tema
        for owner, items in (("RPJMD", theme.daerah), *((agency.pd, agency.butir) for agency in theme.pengampu))
        for item in items
    ]
    for number, (name, owner, item) in enumerate(rows, start=1):
        goal, measure = ("", item.teks) if item.indikator else (item.teks, "")
        for column, text in enumerate((name, owner, item.level, goal, measure, item.berkas, tempat(item.lokasi))):
            sheet.write_string(number, column, text, formats["biasa"])
    sheet.autofilter(0, 0, max(len(rows), 1), len(heads) - 1)
    sheet.freeze_panes(1, 0)
    for column, width in enumerate((22, 36, 12, 60, 60, 34, 26)):
        sheet.set_column(column, column, width)
