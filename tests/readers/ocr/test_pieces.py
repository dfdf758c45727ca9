"""Tables in several pictures, stamps over them, and text that lies on its side."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from doccheck.extract.dokumen import baca
from doccheck.extract.identitas import Identitas
from doccheck.readers import read
from tests.extract.notasi import pohon

from ..conftest import table
from .rasters import Sheet, px
from .test_ocr import ROWS, X, Y, grid_of, page

pytestmark = pytest.mark.ocr


def pdf(path: Path, *pages: list[tuple[Image.Image, float, float]]) -> Path:
    """A PDF with pictures (each with its top and height in points) under a line of text."""
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=1)
    for pictures in pages:
        canvas.drawString(60, 800, "Indikator kinerja utama disajikan pada tabel berikut.")
        for image, top, height in pictures:
            canvas.drawImage(ImageReader(image), 60, 842 - top - height, 470, height)
        canvas.showPage()
    canvas.save()
    return path


@pytest.mark.parametrize("cut", [100, 112], ids=["at a rule", "through a row"])
def test_a_table_cut_into_two_pictures_one_below_the_other(tmp_path: Path, cut: int) -> None:
    image = page().image
    upper = image.crop((0, 0, image.width, px(cut)))
    lower = image.crop((0, px(cut), image.width, image.height))
    scale = 470 / image.width
    first, second = upper.height * scale, lower.height * scale
    layout = read(pdf(tmp_path / "t.pdf", [(upper, 80, first), (lower, 80 + first, second)]))
    assert layout.notes == ()
    assert [table(grid) for grid in layout.pages[0].grids] == [ROWS]


def part(rows: list[list[str]]) -> Image.Image:
    sheet = Sheet(420, 40 + 60 * len(rows))
    y = [20.0 + 60 * k for k in range(len(rows) + 1)]
    sheet.grid(X, y)
    sheet.table(X, y, rows)
    return sheet.image


def test_a_table_in_pictures_of_two_pages_is_one_table(tmp_path: Path) -> None:
    head = [["No", "Indikator Kinerja", "Satuan", "2025", "2026"], ["1", "Indeks Integritas", "Indeks", "81,5", "82,75"]]
    head.append(["2", "Rasio Auditor", "Rasio", "0,5", "0,6"])
    rest = [["3", "Persentase Kepuasan", "%", "90", "95"], ["4", "Nilai SAKIP", "Nilai", "70", "72"]]
    rest.append(["5", "Level APIP", "Level", "2", "3"])
    first, second = part(head), part(rest)
    pages = [[(image, 400, 470 * image.height / image.width)] for image in (first, second)]
    layout = read(pdf(tmp_path / "t.pdf", *pages))
    assert layout.notes == ()
    found = baca(layout, Identitas(jenis="renstra", periode=(2025, 2029)))
    assert pohon(found).split("\n") == [
        "sasaran: ?",
        "  - Indeks Integritas [Indeks] | 2025 81,5; 2026 82,75",
        "  - Rasio Auditor [Rasio] | 2025 0,5; 2026 0,6",
        "  - Persentase Kepuasan [%] | 2025 90; 2026 95",
        "  - Nilai SAKIP [Nilai] | 2025 70; 2026 72",
        "  - Level APIP [Level] | 2025 2; 2026 3",
    ]
    assert [(tabel.lokasi.halaman, tabel.indikator) for tabel in found.tabel] == [(1, 5)]


@pytest.mark.parametrize("ink", [150, 90], ids=["pale", "dark"])
def test_a_stamp_over_text_leaves_the_grid_and_nearly_all_texts(ink: int) -> None:
    sheet = page()
    left, top = px(X[1] + 60), px(Y[1])
    for shrink in (0, 26):
        box = (left + shrink, top + shrink, left + 330 - shrink, top + 330 - shrink)
        sheet.pen.ellipse(box, outline=ink, width=5)
    found = table(grid_of(sheet.image))
    assert [len(row) for row in found] == [5] * 4
    wrong = [(want, got) for row, read_row in zip(ROWS, found, strict=True) for want, got in zip(row, read_row, strict=True) if want != got]
    assert all(want in ("Indeks Reformasi Birokrasi", "Persentase Kepuasan", "Nilai SAKIP Kabupaten") for want, _got in wrong), wrong


@pytest.mark.parametrize("turn", [90, 270])
def test_a_table_whose_text_lies_on_its_side_is_named_or_read_by_ocr(tmp_path: Path, turn: int) -> None:
    path = tmp_path / "t.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=1)
    canvas.translate(*((595, 0) if turn == 90 else (0, 842)))
    canvas.rotate(turn)
    canvas.setFont("Helvetica", 11)
    x, y = (60, 100, 330, 430, 510, 590), (200, 240, 280, 320, 360)
    for row, texts in enumerate(ROWS):
        for col, text in enumerate(texts):
            canvas.rect(x[col], 595 - y[row + 1], x[col + 1] - x[col], 40)
            canvas.drawString(x[col] + 5, 595 - y[row] - 24, text)
    canvas.save()
    (note,) = read(path, ocr=False).notes
    assert (note.kode, note.lokasi.halaman) == ("EXT-01", 1)
    assert "tidak tegak" in note.pesan
    layout = read(path)
    assert layout.notes == ()
    (grid,) = layout.pages[0].grids
    assert [row[:3] for row in table(grid)] == [row[:3] for row in ROWS]  # single digits are for other tests
    assert grid.box is not None
    assert grid.box[3] - grid.box[1] == pytest.approx(530, abs=5)  # its width lies along the page's height
