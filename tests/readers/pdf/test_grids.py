"""Each test draws one quirk of real tables and compares the grid with a table a person can read."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib.colors import black, lightblue, orange, white
from reportlab.pdfgen.canvas import Canvas

from doccheck.readers.pdf import read_pdf

from . import drawing as d

X = (60.0, 100.0, 260.0, 320.0, 380.0, 440.0)
Y = (100.0, 130.0, 150.0, 180.0, 210.0)
TABLE = [
    ["No", "Indikator", "Satuan", "Target", None],
    [None, None, None, "2025", "2026"],
    ["1", "Indeks\nKepuasan", "Indeks", "81,5", "82"],
    ["2", "Persentase\nJalan Mantap", "%", "70", ""],
]


def ruled(path: Path, style: object, rows: list[list[str | None]] = TABLE, decorate: object = None) -> Path:
    def draw(canvas: Canvas) -> None:
        cells = d.spans(rows)
        for x0, y0, x1, y1, _ in d.boxes(cells, X, Y):
            style(canvas, x0, y0, x1, y1)  # type: ignore[operator]
        d.fill_in(canvas, cells, X, Y)
        if decorate:
            decorate(canvas)  # type: ignore[operator]

    return d.pdf(path / "t.pdf", draw)


@pytest.mark.parametrize("style", [d.stroked, d.thin_fills, d.doubled, d.dashed, d.per_line_shading])
def test_ways_to_draw_rules(tmp_path: Path, style: object) -> None:
    layout = read_pdf(ruled(tmp_path, style))
    (grid,) = d.grids(layout)
    assert d.table(grid) == TABLE
    assert layout.notes == ()


def test_cells_carry_spans_boxes_and_baselines(tmp_path: Path) -> None:
    (grid,) = d.grids(read_pdf(ruled(tmp_path, d.stroked)))
    target = next(cell for cell in grid.cells if cell.text == "Target")
    assert (target.row, target.col, target.rowspan, target.colspan) == (0, 3, 1, 2)
    assert target.box == pytest.approx((320, 100, 440, 130), abs=1)
    two = next(cell for cell in grid.cells if cell.text == "Indeks\nKepuasan")
    assert two.y == pytest.approx((161, 172), abs=2.5)
    assert two.bold == (False, False)
    assert grid.x == pytest.approx(X, abs=1)
    assert grid.source == "ruled"


def test_bold_is_told_line_by_line(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for x0, x1 in ((60, 200), (200, 300)):
            d.stroked(canvas, x0, 100, x1, 140)
        d.text(canvas, 64, 112, "Kegiatan A", font="Helvetica-Bold")
        d.text(canvas, 64, 126, "Subkegiatan B")
        d.text(canvas, 204, 112, "5")

    (grid,) = d.grids(read_pdf(d.pdf(tmp_path / "t.pdf", draw)))
    assert grid.cells[0].bold == (True, False)


def test_decoration_over_a_table_changes_nothing(tmp_path: Path) -> None:
    def dots(canvas: Canvas) -> None:
        for k in range(6):
            canvas.setFillColor(lightblue)
            canvas.circle(80 + 60 * k, 842 - 160, 9, stroke=0, fill=1)

    (grid,) = d.grids(read_pdf(ruled(tmp_path, d.stroked, decorate=dots)))
    assert d.table(grid) == TABLE


def test_row_open_at_the_page_break_is_closed(tmp_path: Path) -> None:
    """Word draws no rule where a row goes on on the next page."""

    def draw(canvas: Canvas) -> None:
        for x in (60, 100, 260, 320):
            d.line(canvas, x, 700, x, 780)
        for y in (700, 730):
            d.line(canvas, 60, y, 320, y)
        d.fill_in(canvas, d.spans([["1", "Indeks", "80"], ["2", "Jumlah\ndokumen", "5"]]), (60, 100, 260, 320), (700, 730, 780))

    (grid,) = d.grids(read_pdf(d.pdf(tmp_path / "t.pdf", draw)))
    assert d.table(grid) == [["1", "Indeks", "80"], ["2", "Jumlah\ndokumen", "5"]]


def test_table_open_at_the_right_is_closed(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for y in (100, 130, 160, 190):
            d.line(canvas, 60, y, 320, y)
        for x in (60, 100, 260):
            d.line(canvas, x, 100, x, 190)
        d.fill_in(canvas, d.spans([["1", "A", "x"], ["2", "B", "y"], ["3", "C", "z"]]), (60, 100, 260, 320), (100, 130, 160, 190))

    (grid,) = d.grids(read_pdf(d.pdf(tmp_path / "t.pdf", draw)))
    assert d.table(grid) == [["1", "A", "x"], ["2", "B", "y"], ["3", "C", "z"]]


def test_aligned_tables_stay_apart(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for top in (100, 300):
            for row in range(3):
                for x0, x1 in ((60, 200), (200, 400)):
                    d.stroked(canvas, x0, top + 20 * row, x1, top + 20 * row + 20)
                    d.text(canvas, x0 + 4, top + 20 * row + 13, f"{top}-{row}")

    assert [grid.rows for grid in d.grids(read_pdf(d.pdf(tmp_path / "t.pdf", draw)))] == [3, 3]


def test_coloured_style_without_column_rules(tmp_path: Path) -> None:
    """Rules under the rows only, but broken at every column; a merged cell is not split."""
    x = (60.0, 200.0, 260.0, 320.0)
    body = [["Indeks A", "80", "81"], ["PROGRAM B", None, None], ["Jumlah", "1", "2"]]

    def draw(canvas: Canvas) -> None:
        y = (100.0, 120.0, 140.0, 160.0, 180.0, 200.0)
        d.rect(canvas, 60, 100, 320, 120, fill=orange)
        d.row_rules(canvas, x, y, [[200], [200, 260], [200, 260], [200, 260], [200, 260], [200, 260]])
        d.line(canvas, 60, 100, 60, 200)
        d.line(canvas, 320, 100, 320, 200)
        d.fill_in(canvas, d.spans([["Indikator", "Target", None], ["", "2025", "2026"], *body]), x, y)

    (grid,) = d.grids(read_pdf(d.pdf(tmp_path / "t.pdf", draw)))
    assert d.table(grid) == [["Indikator", "Target", None], ["", "2025", "2026"], *body]


def test_header_of_shading_alone_belongs_to_the_table(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for x0, x1, head in ((60, 200, "Sasaran"), (200, 300, "Indikator"), (300, 360, "2025")):
            d.rect(canvas, x0, 80, x1, 100, fill=orange)
            d.text(canvas, x0 + 4, 93, head)
            for y in (100, 120):
                d.stroked(canvas, x0, y, x1, y + 20)
                d.text(canvas, x0 + 4, y + 13, f"{head[0]}{y}")

    (grid,) = d.grids(read_pdf(d.pdf(tmp_path / "t.pdf", draw)))
    assert d.table(grid)[0] == ["Sasaran", "Indikator", "2025"]
    assert grid.rows == 3


def test_header_parted_from_the_row_below_by_colour(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for x0, x1, head in ((60, 200, "Sasaran"), (200, 300, "Indikator")):
            d.rect(canvas, x0, 100, x1, 120, fill=orange)
            d.stroked(canvas, x0, 100, x1, 140)
            d.stroked(canvas, x0, 140, x1, 160)
            d.text(canvas, x0 + 4, 113, head)
            d.text(canvas, x0 + 4, 133, "satu")
            d.text(canvas, x0 + 4, 153, "dua")

    (grid,) = d.grids(read_pdf(d.pdf(tmp_path / "t.pdf", draw)))
    assert d.table(grid) == [["Sasaran", "Indikator"], ["satu", "satu"], ["dua", "dua"]]


def test_displaced_rules_make_no_ghost_columns(tmp_path: Path) -> None:
    """Two blocks of rows whose middle rule stands five points apart, as after a table was edited."""

    def draw(canvas: Canvas) -> None:
        for y, middle in ((100, 200), (120, 205), (140, 200)):
            d.stroked(canvas, 60, y, middle, y + 20)
            d.stroked(canvas, middle, y, 300, y + 20)
            d.text(canvas, 64, y + 13, "kiri")
            d.text(canvas, 210, y + 13, "kanan")

    (grid,) = d.grids(read_pdf(d.pdf(tmp_path / "t.pdf", draw)))
    assert d.table(grid) == [["kiri", "kanan"]] * 3


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_rotated_page_is_read_as_shown(tmp_path: Path, turn: int) -> None:
    """The drawing is turned against the page's rotation, so that the page as shown is upright."""

    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        width, height = d.PAGE  # as shown; reportlab turns the page's own box
        canvas.translate(*{90: (height, 0), 180: (width, height), 270: (0, width)}[turn])
        canvas.rotate(turn)
        for r, row in enumerate([["No", "Sasaran"], ["1", "Meningkatnya\nmutu"]]):
            for c, content in enumerate(row):
                x0, y0 = 60 + 60 * c, 100 + 30 * r
                canvas.rect(x0, height - y0 - 30, 60 + 60 * c, 30)
                for k, part in enumerate(content.split("\n")):
                    canvas.setFont("Helvetica", 9)
                    canvas.drawString(x0 + 4, height - y0 - 11 - 11 * k, part)

    layout = read_pdf(d.pdf(tmp_path / "t.pdf", draw))
    (grid,) = d.grids(layout)
    assert d.table(grid) == [["No", "Sasaran"], ["1", "Meningkatnya\nmutu"]]
    assert grid.box == pytest.approx((60, 100, 240, 160), abs=1.5)
    assert layout.pages[0].rotation == turn


def test_crop_box_moves_the_origin(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setCropBox((50, 0, 595, 742))
        for x0 in (60, 120):
            d.stroked(canvas, x0, 150, x0 + 60, 180)
            d.text(canvas, x0 + 4, 165, f"x{x0}")

    (grid,) = d.grids(read_pdf(d.pdf(tmp_path / "t.pdf", draw)))
    assert grid.box == pytest.approx((10, 50, 130, 80), abs=1.5)


def test_rotated_text_in_a_cell(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        d.stroked(canvas, 60, 100, 90, 200)
        d.stroked(canvas, 90, 100, 200, 200)
        d.text(canvas, 94, 115, "Sasaran")
        canvas.saveState()
        canvas.translate(74, 842 - 190)
        canvas.rotate(90)
        canvas.drawString(0, 0, "PROGRAM")
        canvas.drawString(0, -11, "UTAMA")
        canvas.restoreState()

    (grid,) = d.grids(read_pdf(d.pdf(tmp_path / "t.pdf", draw)))
    assert d.table(grid) == [["PROGRAM\nUTAMA", "Sasaran"]]


def test_frames_boxes_and_footers_are_no_tables(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        d.rect(canvas, 20, 20, 575, 822, stroke=True)
        d.rect(canvas, 60, 100, 535, 130, fill=white, stroke=True)
        d.text(canvas, 64, 118, "BAB IV KINERJA")
        for x0, x1, content in ((60, 480, "Rencana Strategis"), (480, 535, "44")):
            d.stroked(canvas, x0, 800, x1, 818)
            d.text(canvas, x0 + 4, 812, content)

    page = read_pdf(d.pdf(tmp_path / "t.pdf", draw)).pages[0]
    assert page.grids == []
    assert [block.text for block in page.paragraphs] == ["BAB IV KINERJA", "Rencana Strategis", "44"]


def test_chart_axes_are_no_table(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for k in range(5):
            d.line(canvas, 100, 200 + 20 * k, 400, 200 + 20 * k)
        for k in range(6):
            d.line(canvas, 100 + 60 * k, 200, 100 + 60 * k, 280)
            d.text(canvas, 110 + 60 * k, 292, str(2025 + k))
        d.text(canvas, 180, 215, "90,02")

    page = read_pdf(d.pdf(tmp_path / "t.pdf", draw)).pages[0]
    assert page.grids == []
    assert any("90,02" in block.text for block in page.paragraphs)


def test_row_rules_without_any_vertical_rule(tmp_path: Path) -> None:
    """Two such tables of the same width with prose between them, the first with a merged heading and a cell over two rows."""
    x = (60.0, 140.0, 220.0, 300.0)

    def draw(canvas: Canvas) -> None:
        y = (100.0, 120.0, 140.0, 160.0, 180.0)
        d.row_rules(canvas, x, (100, 140, 180), [[140], [140, 220], [140, 220]])
        d.rect(canvas, 140.5, 120, 220, 120.5, fill=black)
        d.rect(canvas, 220.5, 120, 300, 120.5, fill=black)
        d.rect(canvas, 60, 160, 140, 160.5, fill=black)
        d.rect(canvas, 140.5, 160, 220, 160.5, fill=black)
        d.fill_in(canvas, d.spans([["Aspek", "Faktor", None], [None, "dalam", "luar"], ["A", "B", "C"], ["D", "E", None]]), x, y)
        d.text(canvas, 60, 200, "Tabel di atas menunjukkan beberapa faktor yang berpengaruh.")
        d.row_rules(canvas, x, (240, 260, 280, 300), [[140, 220]] * 4)
        d.fill_in(canvas, d.spans([["No", "Nama", "Nilai"], ["1", "P", "2"], ["2", "Q", "3"]]), x, (240, 260, 280, 300))

    page = read_pdf(d.pdf(tmp_path / "t.pdf", draw)).pages[0]
    first, second = page.grids
    assert d.table(first) == [["Aspek", "Faktor", None], [None, "dalam", "luar"], ["A", "B", "C"], ["D", "E", None]]
    assert d.table(second) == [["No", "Nama", "Nilai"], ["1", "P", "2"], ["2", "Q", "3"]]
    assert len(page.paragraphs) == 1


def test_lines_and_boxes_of_a_page_are_no_row_rules(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for y in (60, 64, 400, 780):
            d.line(canvas, 60, y, 300, y)
            d.line(canvas, 320, y, 535, y)
        for k in range(20):
            d.text(canvas, 60, 100 + 14 * k, "Rencana strategis memuat tujuan, sasaran, strategi, dan arah kebijakan perangkat daerah")

    assert read_pdf(d.pdf(tmp_path / "t.pdf", draw)).pages[0].grids == []
