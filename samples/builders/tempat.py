"""Where a text stands in a built file, found by simple readers of its own: the places that a finding must name.

A place is {"halaman": n} (PDF), {"lembar": name, "baris": n} (XLSX) or {"tabel": n, "baris": n} (DOCX, HTML), all counted from 1; the
table is the n-th of the document, a merged cell stands in each of its rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import count
from pathlib import Path

import pypdfium2
from docx import Document
from docx.oxml.ns import qn
from lxml import html
from openpyxl import load_workbook

Tempat = dict[str, str | int]


def polos(teks: str) -> str:
    return re.sub(r"\s+", "", teks).lower()


def cari(berkas: Path, kutipan: str, nilai: list[str]) -> list[Tempat]:
    """Places that hold the quotation; of these, where possible, those that hold one of the values, too. [] for files without any."""
    if not berkas.exists() or berkas.suffix not in _PEMBACA:
        return []
    ada = [(tempat, teks) for tempat, teks in isi(berkas) if polos(kutipan) in polos(teks)]
    tepat = [tempat for tempat, teks in ada if any(re.search(rf"(?<![\d.,]){re.escape(satu)}(?![\d.,])", teks) for satu in nilai)]
    return tepat or [tempat for tempat, _teks in ada]


@cache
def isi(berkas: Path) -> list[tuple[Tempat, str]]:
    """Every page (PDF) or row of a table of a file, with its text."""
    return list(_PEMBACA[berkas.suffix](berkas))


def _pdf(berkas: Path) -> Iterator[tuple[Tempat, str]]:
    try:
        with pypdfium2.PdfDocument(berkas) as pdf:
            for nomor in range(len(pdf)):
                yield {"halaman": nomor + 1}, pdf[nomor].get_textpage().get_text_range()
    except pypdfium2.PdfiumError:
        return  # empty or locked on purpose


def _xlsx(berkas: Path) -> Iterator[tuple[Tempat, str]]:
    for lembar in load_workbook(berkas):
        gabung = [(satu.min_row, satu.max_row, str(lembar.cell(satu.min_row, satu.min_col).value)) for satu in lembar.merged_cells.ranges]
        for nomor, baris in enumerate(lembar.iter_rows(values_only=True), 1):
            sel = [str(nilai) for nilai in baris if nilai is not None]
            yield {"lembar": lembar.title, "baris": nomor}, "\t".join([*sel, *(teks for a, b, teks in gabung if a < nomor <= b)])


def _docx(berkas: Path) -> Iterator[tuple[Tempat, str]]:
    for nomor, tabel in enumerate(Document(str(berkas)).element.body.iter(qn("w:tbl")), 1):
        atas: dict[int, str] = {}
        for ke, tr in enumerate(tabel.iterchildren(qn("w:tr")), 1):
            teks = []
            kolom = 0
            for tc in tr.iterchildren(qn("w:tc")):
                sifat = tc.tcPr
                lanjut = sifat is not None and sifat.vMerge is not None and sifat.vMerge.val != "restart"
                isi_sel = atas.get(kolom, "") if lanjut else " ".join(t.text or "" for t in tc.iter(qn("w:t")))
                atas[kolom] = isi_sel
                teks.append(isi_sel)
                kolom += tc.grid_span
            yield {"tabel": nomor, "baris": ke}, "\t".join(teks)


def _html(berkas: Path) -> Iterator[tuple[Tempat, str]]:
    for nomor, tabel in enumerate(html.fromstring(berkas.read_text(encoding="utf-8")).iter("table"), 1):
        atas: list[tuple[int, str]] = []  # rows that a cell still spans, its text
        for ke, tr in zip(count(1), tabel.iter("tr"), strict=False):
            sel = [(int(td.get("rowspan", 1)), td.text_content()) for td in tr if td.tag in ("td", "th")]
            yield {"tabel": nomor, "baris": ke}, "\t".join([teks for _n, teks in (*atas, *sel)])
            atas = [(n - 1, teks) for n, teks in (*atas, *sel) if n > 1]


_PEMBACA = {".pdf": _pdf, ".xlsx": _xlsx, ".docx": _docx, ".html": _html}
