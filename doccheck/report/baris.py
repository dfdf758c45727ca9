"""The performance tree as a flat table, one row an indicator, for people who want the data: CSV and XLSX."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from ..bahasa import _
from ..model import Dokumen, Indikator, Kinerja, Lokasi, Nilai, Strategi, Visi
from .labels import JENIS, STRATEGI

Sel = str | int | float | Nilai | None
_RISKY = re.compile(r"^[=@\t\r]|^[+-](?!\s*[\d.,]*\s*%?$)")
"""Beginnings that a spreadsheet program takes for a formula; a lone "-" and signed numbers are none."""


def tahun_tahun(documents: Sequence[Dokumen]) -> tuple[list[str], list[str]]:
    """The years for which any document has targets, and those with money."""
    nodes = [node for dokumen in documents for node in dokumen.kinerja]
    target = {year for node in nodes for indikator in node.indikator for year in indikator.target}
    return sorted(target), sorted({year for node in nodes for year in node.anggaran})


def kepala(documents: Sequence[Dokumen]) -> list[str]:
    """The headings; each year that occurs has a column."""
    target, pagu = tahun_tahun(documents)
    return [
        _("Dokumen"), _("Jenis"), _("Halaman"), _("Lembar"), _("Tabel"), _("Baris"), _("Level"), _("Kode"), _("Uraian"), _("Hasil"),
        _("Induk"), _("Penanggung jawab"), _("Indikator"), _("Satuan"), _("Tahun awal"), _("Kondisi awal"),
        *(f"{_('Target')} {year}" for year in target), _("Target akhir"), *(f"{_('Pagu')} {year}" for year in pagu), _("Keyakinan"),
        _("Kalimat target"),
    ]  # fmt: skip


def baris(documents: Sequence[Dokumen]) -> Iterator[list[Sel]]:
    """The visi; one row an indicator, and one a goal that has none; then one a strategi and arah kebijakan, its goal (or strategi) as its
    parent. Money stands on the first row of its goal only, so that sums are right."""
    target, pagu = tahun_tahun(documents)
    for dokumen in documents:
        yield from (_visi(dokumen, one, len(target) + len(pagu)) for one in dokumen.visi)
        names = {node.id: node.uraian for node in dokumen.kinerja}
        for node in dokumen.kinerja:
            for number, indikator in enumerate(node.indikator or (None,)):
                yield _baris(dokumen, node, indikator, names, target, pagu if number == 0 else [None] * len(pagu))
        names |= {one.id: one.uraian for one in dokumen.strategi}
        yield from (_strategi(dokumen, one, names, len(target) + len(pagu)) for one in dokumen.strategi)


def _visi(dokumen: Dokumen, one: Visi, values: int) -> list[Sel]:
    return [*_tempat(dokumen, one.lokasi), _("Visi"), None, one.uraian, *[None] * (10 + values)]


def _strategi(dokumen: Dokumen, one: Strategi, names: dict[str, str], values: int) -> list[Sel]:
    head: list[Sel] = [_(STRATEGI[one.jenis]), None, one.uraian, None, names.get(one.induk or "", one.sasaran)]
    return [*_tempat(dokumen, one.lokasi), *head, *[None] * (6 + values), round(one.keyakinan, 2), None]


def _baris(
    dokumen: Dokumen,
    node: Kinerja,
    indikator: Indikator | None,
    names: dict[str, str],
    target: Sequence[str],
    pagu: Sequence[str | None],
) -> list[Sel]:
    head: list[Sel] = [node.level, node.kode, node.uraian, node.hasil, names.get(node.induk or "")]
    money: list[Sel] = [node.anggaran.get(year) if year else None for year in pagu]
    sure: list[Sel] = [_keyakinan(node, indikator)]
    if indikator is None:
        return [*_tempat(dokumen, node.lokasi), *head, node.penanggung_jawab, *[None] * (5 + len(target)), *money, *sure, None]
    place = indikator.lokasi if indikator.lokasi.baris or indikator.lokasi.halaman else node.lokasi
    awal = indikator.baseline
    return [
        *_tempat(dokumen, place), *head, indikator.penanggung_jawab or node.penanggung_jawab, indikator.uraian, indikator.satuan,
        awal.tahun if awal else None, awal.nilai if awal else None, *(indikator.target.get(year) for year in target),
        indikator.target_akhir, *money, *sure, indikator.kalimat,
    ]  # fmt: skip


def _tempat(dokumen: Dokumen, lokasi: Lokasi) -> list[Sel]:
    return [dokumen.berkas, _(JENIS[dokumen.jenis]), lokasi.halaman, lokasi.lembar, lokasi.tabel, lokasi.baris]


def _keyakinan(node: Kinerja, indikator: Indikator | None) -> float:
    """How surely the row was read: the least sure of its goal and its values."""
    values = [*indikator.target.values(), *([indikator.target_akhir] if indikator.target_akhir else [])] if indikator else []
    return round(min([node.keyakinan, *(value.keyakinan for value in [*values, *node.anggaran.values()])]), 2)


def angka(nilai: Nilai) -> float | int | str:
    """The number that a cell prints, else its text (ranges, ordinals, "WTP")."""
    if nilai.jenis != "angka" or nilai.angka is None:
        return nilai.teks
    return int(nilai.angka) if nilai.angka == int(nilai.angka) and abs(nilai.angka) < 2**53 else nilai.angka


def ke_csv(documents: Sequence[Dokumen]) -> str:
    """CSV as RFC 4180: commas, numbers with a decimal point, an empty field where nothing is printed. A text that a spreadsheet
    program would run as a formula gets an apostrophe before it."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(kepala(documents))
    writer.writerows([_teks(sel) for sel in row] for row in baris(documents))
    return stream.getvalue()


def _teks(sel: Sel) -> str | int | float:
    if isinstance(sel, Nilai):
        sel = angka(sel)
    if isinstance(sel, str) and _RISKY.match(sel):
        return "'" + sel
    return "" if sel is None else sel


_LEBAR = {6: 12, 8: 48, 9: 32, 10: 36, 11: 24, 12: 48}
"""Widths in characters of the columns with long texts, by position; the first column is wide too."""


def ke_xlsx(documents: Sequence[Dokumen]) -> bytes:
    """An XLSX with one table, headings fixed and filters on. The same documents give the same bytes."""
    from datetime import datetime

    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}) as book:
        book.set_properties({"created": datetime(2000, 1, 1), "title": "doccheck extract"})
        sheet = book.add_worksheet(_("Kinerja"))
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E3EAF2", "bottom": 1})
        text = book.add_format({"text_wrap": True, "valign": "top"})
        formats = {digits: book.add_format({"valign": "top", "num_format": _pattern(digits)}) for digits in range(7)}
        headings = kepala(documents)
        for col, name in enumerate(headings):
            sheet.set_column(col, col, _LEBAR.get(col, 28 if col == 0 else 14))
            sheet.write_string(0, col, name, head)
        last = 0
        for last, row in enumerate(baris(documents), start=1):
            for col, sel in enumerate(row):
                digits = min(sel.desimal, 6) if isinstance(sel, Nilai) else 2 if isinstance(sel, float) else 0
                value = angka(sel) if isinstance(sel, Nilai) else sel
                if isinstance(value, str):
                    sheet.write_string(last, col, value[:32767], text)
                elif value is not None:
                    sheet.write_number(last, col, value, formats[digits] if isinstance(sel, Nilai | float) else text)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, last, len(headings) - 1)
    return stream.getvalue()


def _pattern(digits: int) -> str:
    return "#,##0" + ("." + "0" * digits if digits else "")
