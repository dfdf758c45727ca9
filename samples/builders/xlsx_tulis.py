"""Writes XLSX workbooks: sheets with a title, a table with merged cells, numbers as numbers with an Indonesian look."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from .paket import tetapkan
from .tabel import ATAS, KIRI, Tabel, rentang

_GARIS = Border(*[Side(style="thin")] * 4)
_ANGKA = re.compile(r"-?\d{1,3}(\.\d{3})*(,\d+)?|-?\d+(,\d+)?")


class Xlsx:
    def __init__(self, judul: str, pemda: str = "Kota Sembilang") -> None:
        self.buku = Workbook()
        self.buku.remove(self.buku.active)
        self.buku.properties.title = judul
        self.buku.properties.creator = f"Pemerintah {pemda}"
        self.buku.properties.description = "Dokumen contoh fiktif"
        self.buku.properties.created = datetime.datetime(2025, 9, 1)

    def lembar(self, nama: str, rebah: bool = True) -> Worksheet:
        lembar = self.buku.create_sheet(nama)
        lembar.page_setup.orientation = "landscape" if rebah else "portrait"
        lembar.page_setup.paperSize = 9
        lembar.page_setup.fitToWidth = 1
        lembar.page_setup.fitToHeight = 0
        lembar.sheet_properties.pageSetUpPr.fitToPage = True
        return lembar

    def teks(self, lembar: Worksheet, baris: int, teks: str, kolom: int, tebal: bool = True, ukuran: int = 12) -> None:
        """A line of text over `kolom` columns."""
        sel = lembar.cell(baris, 1, teks)
        sel.font = Font(name="Arial", bold=tebal, size=ukuran)
        sel.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        if kolom > 1:
            lembar.merge_cells(start_row=baris, start_column=1, end_row=baris, end_column=kolom)

    def tabel(self, lembar: Worksheet, tabel: Tabel, baris: int, lebar: float, angka: bool = True) -> int:
        """Write a table from row `baris`; `lebar`: width of the whole in characters; `angka`: numbers as numeric cells.
        Returns the row after it."""
        mentah = [list(sel) for sel in tabel.kepala]
        if tabel.nomor:
            mentah.append(tabel.nomor_kolom)
        tetap = len(mentah)
        mentah += [satu.sel for satu in tabel.baris]
        satuan = lebar / sum(tabel.lebar)
        for c, w in enumerate(tabel.lebar, 1):
            lembar.column_dimensions[get_column_letter(c)].width = round(w * satuan, 2)
        for r, isi in enumerate(mentah):
            peran = tabel.baris[r - tetap].peran if r >= tetap else "kepala"
            tebal = peran in ("kepala", "urusan", "program", "jumlah")
            for c, teks in enumerate(isi):
                sel = lembar.cell(baris + r, c + 1)
                sel.border = _GARIS
                sel.font = Font(name="Arial", size=9, bold=tebal)
                tengah = peran == "kepala" or c in tabel.angka
                sel.alignment = Alignment(
                    wrap_text=True, vertical="center" if peran == "kepala" else "top", horizontal="center" if tengah else None
                )
                if peran == "kepala":
                    sel.fill = PatternFill("solid", fgColor="FFDDEBF7")
                elif peran in ("urusan", "program"):
                    sel.fill = PatternFill("solid", fgColor="FFF2F2F2")
                if teks in (KIRI, ATAS, ""):
                    continue
                if angka and r >= tetap and (c in tabel.angka or c in tabel.uang) and _ANGKA.fullmatch(teks):
                    sel.value, sel.number_format = self._bilangan(teks)
                else:
                    sel.value = teks
        for r1, c1, r2, c2 in rentang(mentah):
            lembar.merge_cells(start_row=baris + r1, start_column=c1 + 1, end_row=baris + r2, end_column=c2 + 1)
        lembar.print_title_rows = f"{baris}:{baris + tetap - 1}"
        return baris + len(mentah)

    @staticmethod
    def _bilangan(teks: str) -> tuple[float | int, str]:
        """ "1.234,50" -> 1234.5 shown with two decimals."""
        polos = teks.replace(".", "")
        if "," not in polos:
            return int(polos), "#,##0" if int(polos) >= 1000 else "0"
        return float(polos.replace(",", ".")), "#,##0." + "0" * len(polos.split(",")[1])

    def tulis(self, tujuan: Path) -> None:
        self.buku.save(tujuan)
        tetapkan(tujuan)
