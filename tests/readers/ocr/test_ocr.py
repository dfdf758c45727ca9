"""From drawn pages through tesseract to grids and paragraphs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from doccheck.layout import Grid, Paragraph
from doccheck.proses.batas import Batas
from doccheck.readers import read
from doccheck.readers.ocr import ocr_page
from doccheck.readers.ocr.engine import BLANK
from doccheck.readers.ocr.lines import turned
from doccheck.workspace import Langkah, read_documents

from ..conftest import table
from .rasters import Sheet

pytestmark = pytest.mark.ocr

X = (30.0, 60.0, 210.0, 280.0, 335.0, 390.0)
Y = (50.0, 75.0, 100.0, 125.0, 150.0)
ROWS = [
    ["No", "Indikator Kinerja", "Satuan", "2025", "2026"],
    ["1", "Indeks Reformasi Birokrasi", "Indeks", "81,5", "82,75"],
    ["2", "Persentase Kepuasan", "%", "90", "95"],
    ["3", "Nilai SAKIP Kabupaten", "Predikat", "B", "BB"],
]


def page(**rules: object) -> Sheet:
    sheet = Sheet()
    sheet.text(30, 20, "Tabel 1. Indikator Kinerja Utama", 11)
    sheet.grid(X, Y, **rules)
    sheet.table(X, Y, ROWS)
    sheet.text(30, 170, "Sumber: Inspektorat", 10)
    return sheet


def seen(image: Image.Image) -> list[Paragraph | Grid]:
    blocks, _ = ocr_page(image, (0.0, 0.0, image.width * 0.24, image.height * 0.24))
    return blocks


def grid_of(image: Image.Image) -> Grid:
    (found,) = [block for block in seen(image) if isinstance(block, Grid)]
    return found


def test_table_and_text_around_it() -> None:
    blocks, confidence = ocr_page(page().image, (0, 0, 420, 300))
    title, grid, source = blocks
    assert isinstance(title, Paragraph)
    assert title.text == "Tabel 1. Indikator Kinerja Utama"
    assert isinstance(source, Paragraph)
    assert source.text == "Sumber: Inspektorat"
    assert isinstance(grid, Grid)
    assert table(grid) == ROWS
    assert (grid.number, grid.source) == (1, "ocr")
    assert confidence > 0.8
    assert all(0.5 < cell.confidence <= 1 for cell in grid.cells)
    assert all(len(cell.angka) == cell.text.count("\n") + 1 and min(cell.angka) > 0.5 for cell in grid.cells if cell.text)


def test_boxes_are_points_on_the_page() -> None:
    blocks, _ = ocr_page(page().image, (100.0, 200.0, 520.0, 500.0))
    grid = next(block for block in blocks if isinstance(block, Grid))
    cell = next(cell for cell in grid.cells if cell.text == "81,5")
    assert cell.box == pytest.approx((380, 275, 435, 300), abs=1)
    assert cell.y == pytest.approx((287.5,), abs=2)
    assert grid.x == pytest.approx([100 + x for x in X], abs=1)


@pytest.mark.parametrize("angle", [-1.7, 1.2])
def test_skewed(angle: float) -> None:
    image = Image.fromarray(turned(np.array(page().image), angle))
    assert table(grid_of(image)) == ROWS


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_on_its_side_or_head(turns: int) -> None:
    image = Image.fromarray(np.rot90(np.array(page().image), turns))
    assert table(grid_of(image)) == ROWS


def test_dashed_rules() -> None:
    assert table(grid_of(page(dash=(6.0, 3.0)).image)) == ROWS


def test_header_white_on_dark() -> None:
    sheet = Sheet()
    sheet.fill(X[0], Y[0], X[-1], Y[1], 60)
    sheet.grid(X, Y)
    sheet.table(X, Y, ROWS[:1], ink=255)
    sheet.table(X, Y[1:], ROWS[1:])
    assert table(grid_of(sheet.image)) == ROWS


def test_merged_cells() -> None:
    sheet = Sheet()
    sheet.line(X[0], Y[0], X[-1], Y[0])
    sheet.line(X[3], Y[1], X[-1], Y[1])
    for y in Y[2:]:
        sheet.line(X[0], y, X[-1], y)
    for x in (*X[:4], X[-1]):
        sheet.line(x, Y[0], x, Y[-1])
    sheet.line(X[4], Y[1], X[4], Y[-1])
    sheet.text(X[3] + 30, Y[0] + 5, "Target")
    sheet.table(X, Y[1:], [["No", "Indikator", "Satuan", "2025", "2026"], *ROWS[1:3]])
    assert table(grid_of(sheet.image))[:2] == [["No", "Indikator", "Satuan", "Target", "<"], ["^", "^", "^", "2025", "2026"]]


def test_a_signature_over_text_is_no_table() -> None:
    sheet = page()
    for shift in range(0, 60, 12):
        sheet.pen.line((900, 900 + shift, 1300, 760 + 2 * shift), fill=40, width=4)
        sheet.pen.line((900 + 3 * shift, 740, 980 + 2 * shift, 1100), fill=40, width=4)
    assert [type(block) for block in seen(sheet.image)].count(Grid) == 1
    assert table(grid_of(sheet.image)) == ROWS


def test_small_print_many_figures() -> None:
    sheet = Sheet(600, 200)
    x = [20.0, *(140.0 + 64 * k for k in range(8))]
    y = [20.0 + 14 * k for k in range(11)]
    rows = [["Kegiatan", *(f"{2024 + k}" for k in range(7))]]
    amounts = [[(r * 7 + k) * 98_765_431 % 9_999_999_999 for k in range(7)] for r in range(1, 10)]
    rows += [[f"Kegiatan {r}", *(f"{amount:,}".replace(",", ".") for amount in row)] for r, row in enumerate(amounts, 1)]
    sheet.grid(x, y)
    sheet.table(x, y, rows, size=6)
    coarse = sheet.image.resize((sheet.image.width // 2, sheet.image.height // 2), Image.Resampling.BOX)  # 150 dots an inch
    found = table(grid_of(coarse.resize(sheet.image.size, Image.Resampling.BILINEAR)))
    wrong = [(want, got) for row, read_row in zip(rows, found, strict=True) for want, got in zip(row, read_row, strict=True) if want != got]
    assert len(wrong) <= 2, wrong


def test_blank_page() -> None:
    assert ocr_page(Sheet().image, (0, 0, 420, 300)) == ([], BLANK)


def test_no_time() -> None:
    assert ocr_page(page().image, (0, 0, 420, 300), seconds=0.0) == ([], 0.0)


def test_same_picture_same_layout() -> None:
    assert seen(page().image) == seen(page().image)


def scan(path: Path) -> Path:
    canvas = Canvas(str(path), pagesize=(420, 300), invariant=1)
    canvas.drawImage(ImageReader(page().image), 0, 0, 420, 300)
    canvas.save()
    return path


def test_scanned_pdf(tmp_path: Path) -> None:
    layout = read(scan(tmp_path / "pindaian.pdf"))
    assert layout.notes == ()
    (grid,) = layout.pages[0].grids
    assert table(grid) == ROWS


def test_progress_of_a_scan_reaches_whoever_reads(tmp_path: Path) -> None:
    """From the process that reads to the caller, with the file's name."""
    steps: list[Langkah] = []
    documents, _notes = read_documents([scan(tmp_path / "pindaian.pdf")], progress=steps.append, batas=Batas(detik=120))
    assert [one.halaman for one in documents] == [1]
    name = "pindaian.pdf"
    assert steps == [Langkah(0, 1), Langkah(0, 1, name, 0, 1), Langkah(0, 1, name, 1, 1), Langkah(1, 1, name)]


def test_scanned_pdf_without_ocr(tmp_path: Path) -> None:
    layout = read(scan(tmp_path / "pindaian.pdf"), ocr=False)
    assert [note.kode for note in layout.notes] == ["EXT-01"]
    assert layout.pages[0].blocks == ()


def test_picture_of_a_table_in_a_text_pdf(tmp_path: Path) -> None:
    path = tmp_path / "gambar.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=1)
    canvas.drawString(60, 780, "Indikator kinerja utama disajikan pada tabel berikut.")
    canvas.drawImage(ImageReader(page().image), 60, 400, 470, 336)
    canvas.drawString(60, 300, "Demikian indikator kinerja utama.")
    canvas.save()
    layout = read(path)
    assert layout.notes == ()
    blocks = [table(block) if isinstance(block, Grid) else block.text for block in layout.pages[0].blocks]
    assert blocks == [
        "Indikator kinerja utama disajikan pada tabel berikut.",
        "Tabel 1. Indikator Kinerja Utama",
        ROWS,
        "Sumber: Inspektorat",
        "Demikian indikator kinerja utama.",
    ]
