"""Characters into lines: what is dropped, joined and kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib.colors import black, white
from reportlab.pdfgen.canvas import Canvas

from doccheck.layout import Paragraph
from doccheck.readers.pdf import read_pdf

from . import drawing as d


def paragraphs(path: Path) -> list[Paragraph]:
    return read_pdf(path).pages[0].paragraphs


def test_paragraphs_are_lines_with_box_size_and_face(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        d.text(canvas, 72, 120, "Sasaran strategis", size=11)
        d.text(canvas, 72, 100, "BAB II", font="Helvetica-Bold", size=14)

    first, second = paragraphs(d.pdf(tmp_path / "t.pdf", draw))
    assert (first.text, first.bold, first.size) == ("BAB II", True, 14.0)
    assert (second.text, second.bold, second.size) == ("Sasaran strategis", False, 11.0)
    assert second.box == pytest.approx((72, 112, 156, 123), abs=4)


def test_wide_gaps_outside_tables_are_tabs(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        d.text(canvas, 72, 100, "Nama")
        d.text(canvas, 160, 100, ": Dinas A")

    assert [block.text for block in paragraphs(d.pdf(tmp_path / "t.pdf", draw))] == ["Nama\t: Dinas A"]


def test_narrow_gaps_of_justified_text_part_words(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for x, word in ((72, "tujuan"), (98.6, "dan"), (117, "sasaran")):
            d.text(canvas, x, 100, word)

    assert [block.text for block in paragraphs(d.pdf(tmp_path / "t.pdf", draw))] == ["tujuan dan sasaran"]


def cell(path: Path, write: object, width: float = 60) -> str:
    """The text of one cell that `write` fills, beside another."""

    def draw(canvas: Canvas) -> None:
        d.stroked(canvas, 60, 100, 60 + width, 140)
        d.stroked(canvas, 60 + width, 100, 300, 140)
        d.text(canvas, 260, 112, "lain")
        write(canvas)  # type: ignore[operator]

    (grid,) = d.grids(read_pdf(d.pdf(path / "t.pdf", draw)))
    return grid.cells[0].text


def test_letter_spaced_digits_are_one_number(tmp_path: Path) -> None:
    def write(canvas: Canvas) -> None:
        for k, digit in enumerate("49449"):
            d.text(canvas, 64 + 6.3 * k, 112, digit)

    assert cell(tmp_path, write) == "49449"


def test_numbers_with_a_real_space_stay_two(tmp_path: Path) -> None:
    assert cell(tmp_path, lambda canvas: d.text(canvas, 64, 112, "12 345")) == "12 345"


def test_text_printed_twice_to_look_bold_is_read_once(tmp_path: Path) -> None:
    def write(canvas: Canvas) -> None:
        for shift in (0, 0.3, 0.6):
            d.text(canvas, 64 + shift, 112, "Anggaran 110")

    assert cell(tmp_path, write) == "Anggaran 110"


def test_hyphens_at_line_ends_are_kept(tmp_path: Path) -> None:
    def write(canvas: Canvas) -> None:
        d.text(canvas, 64, 112, "93.8-")
        d.text(canvas, 64, 123, "93.8")

    assert cell(tmp_path, write) == "93.8-\n93.8"


def test_invisible_text_is_dropped(tmp_path: Path) -> None:
    def write(canvas: Canvas) -> None:
        d.text(canvas, 64, 112, "terlihat")
        canvas.saveState()
        layer = canvas.beginText(64, 842 - 125)
        layer.setTextRenderMode(3)
        layer.textOut("rahasia")
        canvas.drawText(layer)
        canvas.restoreState()

    assert cell(tmp_path, write) == "terlihat"


def test_white_words_outside_of_tables_may_have_effects_and_stay(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(white)
        canvas.drawString(60, 700, "RENCANA STRATEGIS")
        canvas.setFillColor(black)
        d.stroked(canvas, 60, 300, 160, 330)
        d.stroked(canvas, 160, 300, 260, 330)
        d.text(canvas, 64, 315, "satu")
        d.text(canvas, 164, 315, "dua")

    layout = read_pdf(d.pdf(tmp_path / "t.pdf", draw))
    assert [block.text for block in layout.pages[0].paragraphs] == ["RENCANA STRATEGIS"]


@pytest.mark.parametrize(("shade", "expected"), [(1.0, "terlihat"), (0.95, "terlihat"), (0.75, "terlihat\npucat")])
def test_words_in_a_cell_that_are_hardly_darker_than_the_paper_are_dropped(tmp_path: Path, shade: float, expected: str) -> None:
    def write(canvas: Canvas) -> None:
        d.text(canvas, 64, 112, "terlihat")
        canvas.setFillGray(shade)
        d.text(canvas, 64, 123, "pucat")
        canvas.setFillColor(black)

    assert cell(tmp_path, write) == expected


def test_superscripts_stay_in_their_line(tmp_path: Path) -> None:
    def write(canvas: Canvas) -> None:
        d.text(canvas, 64, 114, "Luas m")
        d.text(canvas, 93, 112, "2", size=5)

    assert cell(tmp_path, write) == "Luas m2"


def test_blanks_of_justified_cells_are_one_space(tmp_path: Path) -> None:
    assert cell(tmp_path, lambda canvas: d.text(canvas, 64, 112, "Misi        1"), width=100) == "Misi 1"


def test_words_that_run_over_a_rule_stay_whole(tmp_path: Path) -> None:
    """Spreadsheets let a text run over the empty cells beside it, whose rules are drawn across it."""

    def draw(canvas: Canvas) -> None:
        for y in (100, 120):
            for x0, x1 in ((60, 76), (76, 200), (200, 300)):
                d.stroked(canvas, x0, y, x1, y + 20)
        d.text(canvas, 62, 113, "Meningkatnya mutu layanan")
        d.text(canvas, 62, 133, "1")
        d.text(canvas, 80, 133, "Indeks")
        d.text(canvas, 204, 133, "80")

    (grid,) = d.grids(read_pdf(d.pdf(tmp_path / "t.pdf", draw)))
    assert d.table(grid) == [["Meningkatnya mutu layanan", "", ""], ["1", "Indeks", "80"]]
