"""The alignment matrix: its cells, the page and the workbook."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from doccheck.report.matriks import susun
from doccheck.report.matriks_html import render
from doccheck.report.matriks_xlsx import buku
from tests.match.buat import dokumen, indikator, node

RPJMD = dokumen(
    "rpjmd.pdf", "rpjmd",
    node("r1", "sasaran", "Menurunnya stunting", indikator("Prevalensi Stunting", "%", _2026=14.0)),
    node("r2", "sasaran", "Menurunnya <b>kemiskinan</b>", indikator("Persentase penduduk miskin", "%", _2026=9.0)),
)  # fmt: skip
RENSTRA = dokumen(
    "renstra.pdf", "renstra", node("a", "sasaran", "Menurunnya stunting balita", indikator("Prevalensi Stunting", "%", _2026=14.0)),
    pd="Dinas Kesehatan", periode=(2025, 2029),
)  # fmt: skip
PK = dokumen(
    "pk.pdf", "pk", node("k", "sasaran", "Menurunnya stunting", indikator("Prevalensi Stunting", "%", _2026=15.0)),
    pd="Dinas Kesehatan", tahun=2026, jabatan="Kepala Dinas Kesehatan",
)  # fmt: skip


def test_rows_and_cells():
    sheet = susun([RPJMD, RENSTRA, PK])
    assert (sheet.tahun, sheet.kolom) == ("2026", ("renstra", "pk"))
    rows = {row.ujung.indikator or row.ujung.uraian: row for row in sheet.baris}
    row = rows["Prevalensi Stunting"]
    assert (row.nilai, row.keadaan) == ("14.0", "terendah")
    assert [(cell.pemilik, cell.nilai, cell.keadaan) for cell in row.sel["renstra"]] == [("Dinas Kesehatan", "14.0", "sama")]
    assert [(cell.pemilik, cell.nilai, cell.keadaan) for cell in row.sel["pk"]] == [("Kepala Dinas Kesehatan", "15.0", "nilai")]
    assert rows["Menurunnya stunting"].sel["renstra"][0].keadaan == "rumusan"
    assert rows["Persentase penduduk miskin"].keadaan == "belum_dijabarkan"


def test_the_page_escapes_and_says_states_in_words():
    page = render([susun([RPJMD, RENSTRA, PK])])
    assert "&lt;b&gt;kemiskinan" in page
    assert "nilai beda" in page
    assert "belum dijabarkan" in page
    assert "http" not in page.replace("http-equiv", "")


def test_the_workbook():
    made = buku([susun([RPJMD, RENSTRA, PK])])
    assert made == buku([susun([RPJMD, RENSTRA, PK])])
    sheet = load_workbook(io.BytesIO(made)).worksheets[0]
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert cells[0][4:] == ["Keadaan", "Renstra", "Perjanjian Kinerja"]
    assert any("≠ Kepala Dinas Kesehatan: 15.0" in (row[6] or "") for row in cells)


def test_documents_without_an_upper_one_make_no_rows():
    sheet = susun([PK])
    assert sheet.baris == ()
    assert "Tidak ada dokumen yang menjadi induk" in render([sheet])
