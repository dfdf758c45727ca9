"""The monthly sheets as a workbook: a summary a pemda, then a sheet an agency with its parts."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from ...bahasa import _
from .isi import BAGIAN, JUDUL, LembarBulan, LembarPerangkat
from .tampil import Tren, nama_bulan

_RINCIAN = 12
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")


def buku(lembar: Sequence[LembarBulan], tren: Tren) -> bytes:
    """The workbook; scores are numbers, what was not assessed is empty and says why."""
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}) as book:
        book.set_properties({"created": datetime(2000, 1, 1)})
        wrap = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#d5dde5"}
        formats = {
            "judul": book.add_format({"bold": True, "font_size": 14}),
            "tanda": book.add_format({"italic": True, "font_color": "#8a5a00"}),
            "kepala": book.add_format({**wrap, "bold": True, "font_color": "#ffffff", "bg_color": "#24506f"}),
            "biasa": book.add_format(wrap),
            "angka": book.add_format({**wrap, "num_format": "0.0"}),
            "kosong": book.add_format({**wrap, "bg_color": "#f5f0e2", "font_color": "#8a5a00"}),
        }
        taken: set[str] = set()
        for sheet in lembar:
            _summary(book.add_worksheet(_name(_("Ringkasan"), taken)), sheet, tren, formats)
            for agency in sheet.perangkat:
                _agency(book.add_worksheet(_name(agency.pd, taken)), sheet, agency, formats)
    return stream.getvalue()


def _name(text: str, taken: set[str]) -> str:
    """A sheet's name of at most 31 characters that no other sheet has."""
    base = _FORBIDDEN.sub(" ", text)
    name, number = base[:31], 1
    while name.casefold() in taken:
        number += 1
        name = f"{base[:27]} {number}"
    taken.add(name.casefold())
    return name


def _head(sheet: Any, one: LembarBulan, title: str, formats: dict[str, Any]) -> None:
    sheet.write_string(0, 0, f"{title} · {nama_bulan(one.bulan)}", formats["judul"])
    sheet.write_string(1, 0, one.nama, formats["tanda"])
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _number(sheet: Any, row: int, column: int, value: float | None, formats: dict[str, Any]) -> None:
    if value is None:
        sheet.write_string(row, column, "", formats["kosong"])
    else:
        sheet.write_number(row, column, value, formats["angka"])


def _summary(sheet: Any, one: LembarBulan, tren: Tren, formats: dict[str, Any]) -> None:
    _head(sheet, one, one.pemda or _("Lembar bulanan"), formats)
    months = sorted({month for agency in one.perangkat for month in tren.get((one.pemda, agency.pd), {})})
    heads = [_("Perangkat daerah"), *(nama_bulan(month) for month in months), _("Skor internal"), _("Dinilai dari bobot (%)")]
    heads += [_(JUDUL[name]) for name in BAGIAN]
    for column, text in enumerate(heads):
        sheet.write_string(3, column, text, formats["kepala"])
    for row, agency in enumerate(one.perangkat, start=4):
        past = tren.get((one.pemda, agency.pd), {})
        sheet.write_string(row, 0, agency.pd, formats["biasa"])
        parts = {part.nama: part.nilai for part in agency.bagian}
        values = [*(past.get(month) for month in months), agency.skor, agency.dinilai, *(parts.get(name) for name in BAGIAN)]
        for column, value in enumerate(values, start=1):
            _number(sheet, row, column, value, formats)
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, len(heads) - 1, 15)
    sheet.freeze_panes(4, 1)


def _agency(sheet: Any, one: LembarBulan, agency: LembarPerangkat, formats: dict[str, Any]) -> None:
    _head(sheet, one, agency.pd, formats)
    sheet.write_string(2, 0, _("Skor internal"), formats["biasa"])
    _number(sheet, 2, 1, agency.skor, formats)
    heads = (_("Bagian"), _("Nilai"), _("Pembilang"), _("Penyebut"), _("Bobot"), _("Bobot dipakai (%)"), _("Yang dihitung"))
    for column, text in enumerate((*heads, _("Yang kurang"))):
        sheet.write_string(4, column, text, formats["kepala"])
    for row, part in enumerate(agency.bagian, start=5):
        sheet.write_string(row, 0, _(JUDUL[part.nama]), formats["biasa"])
        for column, value in enumerate((part.nilai, part.pembilang, part.penyebut, part.bobot, part.bobot_dipakai), start=1):
            _number(sheet, row, column, value, formats)
        words = part.alasan and _("Tidak dinilai: {alasan}").format(alasan=part.alasan)
        sheet.write_string(row, 6, words or part.arti, formats["kosong" if part.alasan else "biasa"])
        shown = part.rincian[:_RINCIAN]
        if len(part.rincian) > _RINCIAN:
            shown = (*shown, _("- dan {n} lainnya").format(n=len(part.rincian) - _RINCIAN))
        sheet.write_string(row, 7, "\n".join(shown), formats["biasa"])
        # office programs do not fit rows of files that they did not write
        sheet.set_row(row, 15 * max(2, sum(1 + len(text) // 70 for text in shown)))
    sheet.set_column(0, 0, 32)
    sheet.set_column(1, 5, 11)
    sheet.set_column(6, 7, 60)
