"""Every state of a goal or indicator, from both ends, in all four forms of `doccheck matrix`."""

from __future__ import annotations

import io
import json
import re

import pytest
from openpyxl import load_workbook
from rich.console import Console

from doccheck.report.json import dumps
from doccheck.report.kontrak_matriks import matrix_json
from doccheck.report.matriks import susun
from doccheck.report.matriks_html import render
from doccheck.report.matriks_xlsx import buku
from doccheck.report.tabel_matriks import print_matrix
from tests.match.buat import dokumen, indikator, node

PD = {"pd": "Dinas Kesehatan"}
STUNTING = node("s", "sasaran", "Menurunnya stunting", indikator("Prevalensi stunting", "%", _2026=14.0))
BIRTHS = node("d", "sasaran", "Meningkatnya kesehatan ibu", "Angka kematian ibu")
REGION = dokumen(
    "rpjmd.pdf", "rpjmd",
    node("r1", "sasaran", "Menurunnya stunting", "Prevalensi stunting"),
    node("r2", "sasaran", "Menurunnya kemiskinan", "Persentase penduduk miskin"),
    node("r3", "sasaran", "Meningkatnya kesehatan ibu", "Angka kematian ibu"),
    node("r4", "program", "Program Rehabilitasi Sosial", penanggung_jawab="Dinas Sosial"),
    node("r5", "sasaran", "Meningkatnya sanitasi kota", "Cakupan sanitasi layak"),
    node("r6", "sasaran", "Jalan yang andal", "Persentase jalan kota mantap", "Persentase jalan daerah mantap"),
    periode=(2025, 2029),
)  # fmt: skip
RENSTRA = dokumen(
    "renstra.pdf", "renstra", STUNTING, BIRTHS,
    node("a3", "program", "Program Rehabilitasi Sosial"),
    node("a4", "sasaran", "Sanitasi wilayah timur", "Cakupan sanitasi layak (%)"),
    node("a6", "sasaran", "Sanitasi wilayah barat", "Cakupan sanitasi layak kota", tabel="iku"),
    node("a5", "sasaran", "Menguatnya jalan lingkungan", "Persentase jalan mantap"),
    periode=(2025, 2029), **PD,
)  # fmt: skip
DRAFT = dokumen(
    "rancangan.pdf", "renstra", STUNTING, BIRTHS, node("x", "sasaran", "Meningkatnya layanan posyandu", "Persentase posyandu aktif"),
    status="rancangan", periode=(2025, 2029), **PD,
)  # fmt: skip
PK = dokumen(
    "pk.pdf", "pk", STUNTING,
    node("p2", "sasaran", "Meningkatnya layanan posyandu", "Persentase posyandu aktif"),
    node("p3", "sasaran", "Tertatanya arsip", "Persentase arsip tertata"),
    tahun=2026, jabatan="Kepala Dinas Kesehatan", **PD,
)  # fmt: skip
DOCUMENTS = [REGION, RENSTRA, DRAFT, PK]

# file, text of the end, its side, the state in JSON, the words that people read
STATES = [
    ("rpjmd.pdf", "Prevalensi stunting", "ke_bawah", "tertaut", "dijabarkan"),
    ("renstra.pdf", "Prevalensi stunting", "ke_atas", "tertaut", "tertaut ke atas"),
    ("rpjmd.pdf", "Persentase penduduk miskin", "ke_bawah", "belum_dijabarkan", "belum dijabarkan"),
    ("pk.pdf", "Persentase arsip tertata", "ke_atas", "tanpa_induk", "tanpa induk"),
    ("rpjmd.pdf", "Cakupan sanitasi layak", "ke_bawah", "ganda", "dijabarkan ganda"),
    ("renstra.pdf", "Persentase jalan mantap", "ke_atas", "ambigu", "induk ambigu"),
    ("pk.pdf", "Persentase posyandu aktif", "ke_atas", "usang", "induknya dokumen usang"),
    ("renstra.pdf", "Program Rehabilitasi Sosial", "ke_atas", "luar_kewenangan", "di luar kewenangan"),
    ("rpjmd.pdf", "Angka kematian ibu", "kedalaman", "dangkal", "dangkal"),
    ("rpjmd.pdf", "Prevalensi stunting", "kedalaman", "terendah", "sampai tingkat terendah"),
]  # fmt: skip
WELL = ("tertaut", "terendah")


@pytest.fixture(scope="module")
def sheet():
    return susun(DOCUMENTS)


every_state = pytest.mark.parametrize("case", STATES, ids=[case[3] for case in STATES])


@every_state
def test_json(sheet, case):
    file, text, side, state, _words = case
    result = matrix_json(*(getattr(sheet.matriks, name) for name in ("tautan", "tanpa_turunan", "tanpa_induk")), (), (), sheet.keadaan)
    (end,) = [
        one
        for one in json.loads(dumps(result))["keadaan"]
        if one["berkas"] == file and text in (one["indikator"] or one["uraian"], one["indikator"])
    ]
    assert end[side] == state


@every_state
def test_workbook(sheet, case):
    file, text, side, _state, words = case
    table = load_workbook(io.BytesIO(buku([sheet])))["Keadaan"]
    (row,) = [row for row in table.iter_rows(min_row=2) if row[0].value == file and text == (row[3].value or row[2].value)]
    cell = row[("ke_atas", "ke_bawah", "kedalaman").index(side) + 4]
    assert words in cell.value
    assert cell.fill.fgColor.rgb not in ("00000000", "FFFFFFFF")  # by colour, too


@every_state
def test_page(sheet, case):
    file, text, _side, state, words = case
    page = render([sheet])
    assert re.search(rf"<b>\d+</b> {re.escape(words)}", page)  # counted
    if state in WELL:
        return
    if file == "rpjmd.pdf":
        (row,) = re.findall(rf"<tr[^>]*>\s*<th scope=\"row\">{text}[ <].*?</tr>", page, re.S)
    else:
        (row,) = [item for item in re.findall(r"<li>.*?</li>", page.split("Yang perlu dilihat")[1], re.S) if text in item and file in item]
    assert words in row


@every_state
def test_console(sheet, case):
    file, text, _side, state, words = case
    console = Console(record=True, width=200, file=io.StringIO())
    print_matrix(console, sheet.matriks.tautan, sheet.keadaan)
    lines = console.export_text().splitlines()
    assert any(re.search(rf"^. +[1-9]\d* {re.escape(words)}", line) for line in lines)
    if state not in WELL:
        begin = next(at for at, line in enumerate(lines) if "Perlu dilihat" in line)
        at = next(at for at in range(begin, len(lines)) if text in lines[at] and file in lines[at])
        assert words in " ".join(lines[at : at + 3])
