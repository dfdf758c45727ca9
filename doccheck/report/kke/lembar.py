"""A sheet of a working paper: title, headings, rows whose cells say whether a document, the machine or a person fills them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from msgspec import Struct

from ...bahasa import _
from ..xlsx_tinggi import tinggi

Asal = Literal["dokumen", "mesin", "manusia"]
WARNA: dict[Asal, str] = {"dokumen": "#FFFFFF", "mesin": "#E3EFFA", "manusia": "#FFF6D5"}
BARIS_KEPALA = 3
"""Row of the headings, from 0: title, explanation and an empty row stand above it."""


class Sel(Struct, frozen=True):
    """A cell. asal: who fills it (what a document prints, what doccheck judged, what is left to a person) · rumus: a formula, with {r} for
    the number of its row."""

    nilai: str | int | float | None = None
    asal: Asal = "dokumen"
    rumus: str | None = None


class Kolom(Struct, frozen=True):
    """A column; pilihan: the values from which a person chooses · uang: whether its numbers are amounts of money."""

    nama: str
    lebar: float
    pilihan: tuple[str | int | float, ...] = ()
    uang: bool = False


def manusia() -> Sel:
    """An empty cell for a person."""
    return Sel(None, "manusia")


def pengisi(kolom: Sequence[Kolom], baris: Sequence[Sel]) -> str:
    """ "mesin", "manusia", or which columns each of them fills."""
    named = list(zip(kolom, baris, strict=False))
    machine = [column.nama for column, cell in named if cell.asal == "mesin"]
    people = [column.nama for column, cell in named if cell.asal == "manusia"]
    if not people:
        return _("mesin")
    if not machine:
        return _("manusia")
    return f"{_('mesin')}: {', '.join(machine)}; {_('manusia')}: {', '.join(people)}"


class Buku:
    """The workbook with its formats."""

    def __init__(self, book: Any) -> None:
        self.book = book
        wrap = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#B8C4CF", "font_name": "Arial", "font_size": 9}
        self.kepala = book.add_format({**wrap, "bold": True, "bg_color": "#D9E2EC", "valign": "vcenter", "align": "center"})
        self.judul = book.add_format({"bold": True, "font_name": "Arial", "font_size": 12})
        self.terang = book.add_format({"italic": True, "font_name": "Arial", "font_size": 9})
        self.isi = {asal: book.add_format({**wrap, "bg_color": colour}) for asal, colour in WARNA.items()}
        self.angka = {asal: book.add_format({**wrap, "bg_color": colour, "align": "center"}) for asal, colour in WARNA.items()}
        self.uang = {asal: book.add_format({**wrap, "bg_color": colour, "num_format": "#,##0"}) for asal, colour in WARNA.items()}
        self.grup = book.add_format({**wrap, "bold": True, "bg_color": "#EEF2F5"})

    def lembar(
        self,
        nama: str,
        judul: str,
        terang: str,
        kolom: Sequence[Kolom],
        baris: Sequence[Sequence[Sel]],
        kosong: str = "",
        tetap: int = 0,
        cetak: int | None = None,
    ) -> Any:
        """Writes a sheet. kosong: what stands in place of rows where there are none · tetap: columns that stay in
        sight · cetak: columns that are printed (None: all)."""
        sheet = self.book.add_worksheet(nama)
        sheet.write_string(0, 0, judul, self.judul)
        sheet.write_string(1, 0, terang, self.terang)
        for at, column in enumerate(kolom):
            sheet.set_column(at, at, column.lebar)
            sheet.write_string(BARIS_KEPALA, at, column.nama, self.kepala)
        sheet.set_row(BARIS_KEPALA, _tinggi(kolom, [Sel(column.nama) for column in kolom]))
        for number, row in enumerate(baris, start=BARIS_KEPALA + 1):
            sheet.set_row(number, _tinggi(kolom, row))
            for at, (column, cell) in enumerate(zip(kolom, row, strict=True)):
                self._sel(sheet, number, at, cell, column.uang)
        last = BARIS_KEPALA + max(len(baris), 1)
        if not baris:
            sheet.write_string(BARIS_KEPALA + 1, 0, kosong, self.terang)
        for at, column in enumerate(kolom):
            if column.pilihan and baris:
                sheet.data_validation(BARIS_KEPALA + 1, at, last, at, {"validate": "list", "source": list(column.pilihan)})
        sheet.freeze_panes(BARIS_KEPALA + 1, tetap)
        sheet.autofilter(BARIS_KEPALA, 0, last, len(kolom) - 1)
        sheet.set_landscape()
        sheet.set_paper(8)  # A3: some sheets have 17 columns
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(BARIS_KEPALA)
        if cetak:
            sheet.print_area(0, 0, last, cetak - 1)
        sheet.set_footer("&C&A, &P/&N")
        return sheet

    def _sel(self, sheet: Any, row: int, column: int, cell: Sel, uang: bool) -> None:
        style = (self.uang if uang else self.isi)[cell.asal]
        if cell.rumus is not None:
            sheet.write_formula(row, column, cell.rumus.format(r=row + 1), self.angka[cell.asal], cell.nilai or 0)
        elif cell.nilai is None or cell.nilai == "":
            sheet.write_blank(row, column, None, style)
        elif isinstance(cell.nilai, str):
            sheet.write_string(row, column, cell.nilai[:32767], style)
        else:
            sheet.write_number(row, column, cell.nilai, style if uang else self.angka[cell.asal])


def _tinggi(kolom: Sequence[Kolom], baris: Sequence[Sel]) -> float:
    return tinggi((column.lebar, cell.nilai) for column, cell in zip(kolom, baris, strict=False) if isinstance(cell.nilai, str))
