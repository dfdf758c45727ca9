from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from doccheck.model import Bukti, Finding
from doccheck.report.petikan import MAKS_KOLOM, Petikan, SelPetikan, petikan

from . import contoh

KEPALA = ["No.", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target 2026"]
ISI = [
    ["1", "Meningkatnya layanan angkutan umum", "Persentase armada laik jalan", "%", "80,0"],
    ["2", "Meningkatnya keselamatan lalu lintas", "Angka kecelakaan", "Kejadian", "36"],
]


def test_what_the_heading_says_above_each_cell() -> None:
    """Over spans of columns and rows; the same words once."""
    heading = (
        (SelPetikan("No", baris=2), SelPetikan("Target", kolom=2), SelPetikan("Ket.", baris=2)),
        (SelPetikan("2025"), SelPetikan("2026")),
    )
    cells = (SelPetikan("1"), SelPetikan("80"), SelPetikan("81", bingkai=True), SelPetikan(""))
    assert Petikan(heading, cells).label == ("No", "Target · 2025", "Target · 2026", "Ket.")
    assert Petikan(heading, (SelPetikan("1"), SelPetikan("80", kolom=3))).label == ("No", "Target · 2025")
    assert Petikan((), cells).label == ("", "", "", "")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kota")
    document = Document()
    document.add_table(1, 1).rows[0].cells[0].text = "Kop surat"
    table = document.add_table(len(ISI) + 2, len(KEPALA))
    for row, texts in zip(table.rows, [KEPALA, ["(1)", "(2)", "(3)", "(4)", "(5)"], *ISI], strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.save(str(folder / "pk.docx"))

    book = Workbook()
    sheet = book.active
    sheet.title = "Renstra"
    years = [f"Target {year}" for year in range(2025, 2037)]
    sheet.append([])
    sheet.append([*KEPALA[:4], *years])
    sheet.append([*ISI[0][:4], *range(70, 82)])
    book.save(folder / "renstra.xlsx")
    return folder


def bukti(**given: object) -> Bukti:
    return Bukti(**{"dokumen": "pk.docx", "tabel": 2, "baris": 3, "kutipan": "Persentase armada laik jalan", **given})  # type: ignore[arg-type]


def excerpt(root: Path, b: Bukti) -> Petikan | None:
    finding: Finding = contoh.finding("TGT-01", "kritis", "k", "r", (b,), "s")
    return petikan([finding], root).get(b)


def test_heading_and_row_with_the_cell_of_the_value(root: Path) -> None:
    shown = excerpt(root, bukti(nilai="80,0"))
    assert shown is not None
    assert [[cell.teks for cell in row] for row in shown.kepala] == [KEPALA], "without the row of column numbers"
    assert shown.baris == (
        SelPetikan("1"), SelPetikan("Meningkatnya layanan angkutan umum"), SelPetikan("Persentase armada laik jalan"),
        SelPetikan("%"), SelPetikan("80,0", bingkai=True),
    )  # fmt: skip


def test_without_a_value_the_quoted_text_is_framed(root: Path) -> None:
    shown = excerpt(root, bukti())
    assert shown is not None
    assert [cell.teks for cell in shown.baris if cell.bingkai] == ["Persentase armada laik jalan"]


def test_of_a_wide_sheet_the_columns_around_value_and_text_are_shown(root: Path) -> None:
    shown = excerpt(root, bukti(dokumen="renstra.xlsx", lembar="Renstra", tabel=1, nilai="78"))
    assert shown is not None
    assert len(shown.baris) == MAKS_KOLOM
    assert shown.dilewati == 4 + 12 - MAKS_KOLOM
    pairs = {head.teks: cell for cell, head in zip(shown.baris, shown.kepala[0], strict=True)}
    assert pairs["Indikator Kinerja"].teks == "Persentase armada laik jalan"
    assert [(head, cell.teks) for head, cell in pairs.items() if cell.bingkai] == [("Target 2033", "78")]


@pytest.mark.parametrize(
    "given",
    [{"dokumen": "hilang.docx"}, {"tabel": 9}, {"baris": 99}, {"baris": None}, {"lembar": "Lain"}, {"halaman": 3}],
    ids=lambda given: next(iter(given)),
)
def test_what_cannot_be_found_has_none(root: Path, given: dict[str, object]) -> None:
    assert excerpt(root, bukti(**given)) is None


def test_damaged_files_have_none(tmp_path: Path) -> None:
    (tmp_path / "pk.docx").write_bytes(b"bukan DOCX")
    assert excerpt(tmp_path, bukti()) is None
