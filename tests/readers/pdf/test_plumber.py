"""The engine to compare with gives the same tables on plainly ruled pages."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from reportlab.lib.colors import lightblue
from reportlab.pdfgen.canvas import Canvas

from doccheck.layout import Layout
from doccheck.readers import read

from . import drawing as d

X = [50.0, 90.0, 260.0, 400.0, 470.0]
Y = [100.0, 130.0, 160.0, 190.0]
ROWS = [["No", "Sasaran", "Indikator", "Target"], ["1", "Meningkatnya layanan", "Indeks\nlayanan", "85"], ["2", None, "Jalan mantap", "70"]]


def draw(canvas: Canvas) -> None:
    canvas.drawString(50, d.PAGE[1] - 70, "Tabel 1 Sasaran")
    cells = d.spans(ROWS)
    d.rect(canvas, X[0] + 2, Y[0] + 2, X[-1] - 2, Y[1] - 2, fill=lightblue)
    for x0, y0, x1, y1, _text in d.boxes(cells, X, Y):
        d.stroked(canvas, x0, y0, x1, y1)
    d.fill_in(canvas, cells, X, Y)


def shape(layout: Layout) -> list[tuple[int, int, int, int, str]]:
    return [(c.row, c.col, c.rowspan, c.colspan, c.text) for grid in layout.pages[0].grids for c in grid.cells]


def test_grid_and_paragraphs_equal_those_of_the_first_engine(tmp_path: Path) -> None:
    path = d.pdf(tmp_path / "t.pdf", draw)
    first, second = read(path), read(path, engine="pdfplumber")
    assert shape(second) == shape(first)
    assert [p.text for p in second.pages[0].paragraphs] == [p.text for p in first.pages[0].paragraphs] == ["Tabel 1 Sasaran"]
    assert (second.pages[0].number, second.pages[0].width, second.pages[0].grids[0].number) == (1, 595.0, 1)


def test_extract_takes_the_engine(tmp_path: Path) -> None:
    path = d.pdf(tmp_path / "t.pdf", draw)
    command = [sys.executable, "-m", "doccheck", "extract", str(path), "--format", "json", "--quiet", "--tanpa-cache"]
    plain = subprocess.run(command, capture_output=True, text=True)
    other = subprocess.run([*command, "--engine", "pdfplumber"], capture_output=True, text=True)
    assert (plain.returncode, other.returncode) == (0, 0), other.stderr
    goals = [[node["uraian"] for node in json.loads(done.stdout)["kinerja"]] for done in (plain, other)]
    assert goals == [["Meningkatnya layanan"]] * 2
