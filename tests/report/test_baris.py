"""CSV and XLSX of what was read: one row an indicator, numbers as numbers, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest
from msgspec.structs import replace

from doccheck.model import Baseline, Dokumen, Indikator, Kinerja, Lokasi, Nilai, Strategi
from doccheck.report.baris import ke_csv, ke_xlsx


def _angka(teks: str, angka: float, desimal: int = 0) -> Nilai:
    return Nilai(teks=teks, jenis="angka", angka=angka, desimal=desimal)


IKM = Indikator(
    uraian="Indeks kepuasan masyarakat", satuan="Indeks", baseline=Baseline(nilai=_angka("80,1", 80.1, 1), tahun=2024),
    target={"2025": _angka("81,5", 81.5, 1), "2026": Nilai(teks="82-84", jenis="rentang", bawah=82, atas=84)},
    lokasi=Lokasi(halaman=41, tabel=1, baris=4),
)  # fmt: skip
DOKUMEN = Dokumen(
    berkas="renstra.pdf",
    jenis="renstra",
    kinerja=(
        Kinerja(id="k1", level="sasaran", uraian="Meningkatnya mutu layanan", indikator=(IKM, IKM), lokasi=Lokasi(halaman=41),
                anggaran={"2026": _angka("1.234.567.000", 1234567000)}),
        Kinerja(id="k2", level="program", uraian='=HYPERLINK("http://x")', kode="1.02", induk="k1"),
    ),
)  # fmt: skip


def test_csv_has_a_row_for_each_indicator_and_for_goals_without_one() -> None:
    rows = list(csv.DictReader(io.StringIO(ke_csv([DOKUMEN]))))
    assert [row["Indikator"] for row in rows] == [IKM.uraian, IKM.uraian, ""]
    assert [rows[0][name] for name in ("Halaman", "Baris", "Level", "Kondisi awal", "Target 2025", "Target 2026", "Pagu 2026")] == [
        "41", "4", "sasaran", "80.1", "81.5", "82-84", "1234567000",
    ]  # fmt: skip
    assert rows[1]["Pagu 2026"] == ""  # once a goal, so that sums are right
    assert rows[2]["Induk"] == "Meningkatnya mutu layanan"


@pytest.mark.parametrize(
    ("teks", "sel"), [("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("-cmd", "'-cmd"), ("-", "-"), ("-2,5 %", "-2,5 %"), ("WTP", "WTP")]
)
def test_formulas_stay_text_in_csv(teks: str, sel: str) -> None:
    node = Kinerja(id="k1", level="sasaran", uraian=teks)
    assert next(csv.DictReader(io.StringIO(ke_csv([Dokumen(berkas="a.pdf", kinerja=(node,))]))))["Uraian"] == sel


def test_xlsx_holds_numbers_and_texts_and_is_the_same_each_time() -> None:
    made = ke_xlsx([DOKUMEN])
    assert made == ke_xlsx([DOKUMEN])
    rows = list(openpyxl.load_workbook(io.BytesIO(made)).active.iter_rows(values_only=True))
    head = {name: col for col, name in enumerate(rows[0])}
    assert len(rows) == 4
    assert rows[1][head["Target 2025"]] == 81.5
    assert rows[1][head["Pagu 2026"]] == 1234567000
    assert rows[1][head["Target 2026"]] == "82-84"
    assert rows[3][head["Uraian"]] == '=HYPERLINK("http://x")'
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert {cell.data_type for row in book.active.iter_rows() for cell in row} <= {"s", "n"}


def test_a_document_without_goals_is_a_heading_alone() -> None:
    assert len(ke_csv([Dokumen(berkas="a.pdf")]).splitlines()) == 1
    assert ke_xlsx([]).startswith(b"PK")


def test_a_strategi_has_a_row_under_its_goal_and_an_arah_kebijakan_under_its_strategi() -> None:
    one = Strategi(id="s1", jenis="strategi", uraian="Memperluas layanan", induk="k1", sasaran="Meningkatnya mutu layanan")
    two = Strategi(id="s2", jenis="arah_kebijakan", uraian="Menambah loket", induk="s1", lokasi=Lokasi(halaman=7, tabel=2, baris=3))
    three = Strategi(id="s3", jenis="strategi", uraian="Menata arsip", sasaran="Tertibnya arsip")
    made = ke_csv([replace(DOKUMEN, strategi=(one, two, three))])
    head, *rows = csv.reader(io.StringIO(made))
    assert {len(row) for row in rows} == {len(head)}
    named = [dict(zip(head, row, strict=True)) for row in rows[3:]]
    assert [[row[name] for name in ("Halaman", "Level", "Uraian", "Induk", "Indikator", "Keyakinan")] for row in named] == [
        ["", "strategi", "Memperluas layanan", "Meningkatnya mutu layanan", "", "1.0"],
        ["7", "arah kebijakan", "Menambah loket", "Memperluas layanan", "", "1.0"],
        ["", "strategi", "Menata arsip", "Tertibnya arsip", "", "1.0"],
    ]
    sheet = openpyxl.load_workbook(io.BytesIO(ke_xlsx([replace(DOKUMEN, strategi=(one,))]))).active
    assert [cell.value for cell in sheet[5]][head.index("Level") : head.index("Level") + 3] == ["strategi", None, "Memperluas layanan"]
