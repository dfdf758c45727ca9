"""Tables without rules: columns by alignment only, rows of several lines."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from doccheck.extract.dokumen import baca
from doccheck.extract.identitas import Identitas
from doccheck.layout import Layout
from doccheck.readers.pdf import read_pdf
from tests.extract.notasi import pohon

from . import drawing as d

PITCH, GAP = 11.0, 8.0
X = (60.0, 90.0, 230.0, 390.0, 450.0, 510.0)


def table(canvas: Canvas, top: float, rows: Sequence[Sequence[str]]) -> float:
    """Draws rows of cells (lines parted by "//") and gives the height at which they end."""
    y = top
    canvas.setFont("Helvetica", 9)
    for row in rows:
        for x, cell in zip(X, row, strict=False):
            for at, line in enumerate(cell.split("//")):
                canvas.drawString(x, d.PAGE[1] - y - PITCH * at, line)
        y += PITCH * max(cell.count("//") + 1 for cell in row) + GAP
    return y


def layout(path: Path, *rows: Sequence[str], before: Sequence[str] = (), after: Sequence[str] = ()) -> Layout:
    def draw(canvas: Canvas) -> None:
        y = 80.0
        for text in before:
            canvas.drawString(60, d.PAGE[1] - y, text)
            y += 24
        y = table(canvas, y + 10, rows) + 10
        for text in after:
            canvas.drawString(60, d.PAGE[1] - y, text)
            y += 14

    return read_pdf(d.pdf(path / "t.pdf", draw))


HEAD = ("No", "Sasaran", "Indikator Kinerja", "Satuan", "Target", "Realisasi")


def test_rows_of_several_lines(tmp_path: Path) -> None:
    found = layout(
        tmp_path,
        HEAD,
        ("1", "Meningkatnya kualitas//layanan kependudukan", "Indeks Kepuasan//Masyarakat", "Nilai", "85", "86,1"),
        ("2", "Meningkatnya//akuntabilitas kinerja//perangkat daerah", "Nilai SAKIP", "Nilai", "80", "78,5"),
        before=("Tabel 3.1 Capaian Kinerja Tahun 2025",),
        after=("Berdasarkan tabel di atas capaian kinerja tahun ini lebih baik daripada tahun yang lalu", "dan akan dijaga tahun depan."),
    )
    (grid,) = found.pages[0].grids
    assert (grid.source, grid.rows, grid.cols) == ("text", 3, 6)
    assert all(cell.confidence < 1 for cell in grid.cells)
    assert [block.text[:9] for block in found.pages[0].paragraphs] == ["Tabel 3.1", "Berdasark", "dan akan "]
    read = baca(found, Identitas(jenis="lkjip", tahun=2025))
    assert all(node.keyakinan < 0.85 for node in read.kinerja)
    assert pohon(read).split("\n") == [
        "sasaran: Meningkatnya kualitas layanan kependudukan",
        "  - Indeks Kepuasan Masyarakat [Nilai] | 2025 85 | realisasi 2025 86,1",
        "sasaran: Meningkatnya akuntabilitas kinerja perangkat daerah",
        "  - Nilai SAKIP [Nilai] | 2025 80 | realisasi 2025 78,5",
    ]


def test_a_heading_over_two_lines_with_a_cell_over_two_columns(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.drawString(440, d.PAGE[1] - 100, "Target Kinerja Tahun")
        y = table(canvas, 111, [("No", "Sasaran", "Indikator", "Satuan", "2025", "2026")])
        rows = [
            ("1", "Meningkatnya layanan", "Indeks Layanan", "Nilai", "85", "86"),
            ("2", "Terjaganya jalan", "Jalan baik", "%", "70", "72"),
        ]
        table(canvas, y, rows)

    found = read_pdf(d.pdf(tmp_path / "t.pdf", draw))
    read = baca(found, Identitas(jenis="renstra", periode=(2025, 2029)))
    assert pohon(read).split("\n") == [
        "sasaran: Meningkatnya layanan",
        "  - Indeks Layanan [Nilai] | 2025 85; 2026 86",
        "sasaran: Terjaganya jalan",
        "  - Jalan baik [%] | 2025 70; 2026 72",
    ]


def test_a_table_without_rules_above_one_with_rules(tmp_path: Path) -> None:
    """Only lines below its rows, or none; its heading parts a column from the next where a long text almost touches the figures."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        xs = (60, 80, 190, 357, 415, 473)
        rows = [
            ("No", "Sasaran", "Indikator Kinerja", "Target 2025", "Target 2026", "Target 2027"),
            ("1", "Meningkatnya layanan", "Indeks Kepuasan Masyarakat", "85", "86", "87"),
            ("2", "Terjaganya jalan", "Persentase jalan dalam keadaan mantap", "70", "72", "74"),
            ("3", "Terjaganya jembatan", "Persentase jembatan baik", "80", "81", "82"),
        ]
        for at, row in enumerate(rows):
            for x, text in zip(xs, row, strict=True):
                canvas.drawString(x, 700 - 30 * at, text)
        for x in (60, 260, 460):
            canvas.line(x, 500, x, 540)
        for y, texts in ((540, ()), (520, ("TAHAP I", "TAHAP II")), (500, ("Penguatan", "Perluasan"))):
            canvas.line(60, y, 460, y)
            for x, text in zip((64, 264), texts, strict=False):
                canvas.drawString(x, y + 6, text)

    (page,) = read_pdf(d.pdf(tmp_path / "t.pdf", draw)).pages
    assert [(grid.number, grid.source, grid.rows, grid.cols) for grid in page.grids] == [(1, "text", 4, 6), (2, "ruled", 2, 2)]
    assert [cell.text for cell in page.grids[0].cells if cell.row == 2] == [
        "2", "Terjaganya jalan", "Persentase jalan dalam keadaan mantap", "70", "72", "74",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "lines",
    [
        ["Sasaran, indikator dan target kinerja ditetapkan dalam Renstra dan diukur setiap tahun."] * 6,
        ["DAFTAR ISI", "Tabel Indikator Sasaran dan Target ........ 4", "Program dan Kegiatan ........ 9"],
    ],
)
def test_prose_and_contents_are_no_tables(tmp_path: Path, lines: list[str]) -> None:
    def draw(canvas: Canvas) -> None:
        for at, line in enumerate(lines):
            canvas.drawString(60, 700 - 14 * at, line)

    assert read_pdf(d.pdf(tmp_path / "t.pdf", draw)).pages[0].grids == []
