"""Pictures of evidence show the box that the Layout names."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib.colors import red
from reportlab.pdfgen.canvas import Canvas

from doccheck.readers.pdf import render

from . import drawing as d


@pytest.fixture
def path(tmp_path: Path) -> Path:
    def draw(canvas: Canvas) -> None:
        canvas.showPage()
        d.rect(canvas, 100, 200, 180, 240, fill=red)

    return d.pdf(tmp_path / "t.pdf", draw)


def test_box_of_a_page(path: Path) -> None:
    picture = render(path, 2, (100, 200, 180, 240), 2)
    assert picture.size == pytest.approx((160, 80), abs=2)
    assert picture.getpixel((80, 40)) == (255, 0, 0)


def test_whole_page(path: Path) -> None:
    picture = render(path, 1, None, 1)
    assert picture.size == pytest.approx(d.PAGE, abs=1)
    assert picture.getpixel((140, 220)) == (255, 255, 255)


def test_box_beyond_the_page_is_cut(path: Path) -> None:
    assert render(path, 2, (-50, 820, 900, 1200), 1).size == pytest.approx((595, 22), abs=2)


def test_missing_page(path: Path) -> None:
    with pytest.raises(IndexError):
        render(path, 3, None, 1)
