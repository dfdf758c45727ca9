"""Lists in cells whose codes stand beside their texts, centred on them."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from doccheck.readers.pdf import read_pdf

from . import drawing as d


def test_codes_go_to_the_front_of_their_texts(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        d.stroked(canvas, 60, 80, 500, 100)
        d.text(canvas, 64, 93, "KEPALA BIDANG PRODUKSI")
        d.stroked(canvas, 60, 100, 500, 240)
        d.text(canvas, 64, 113, "1.1.2")
        d.text(canvas, 110, 113, "Jumlah populasi ternak")
        for y, content in (
            (130, "Jumlah wilayah yang menerapkan"),
            (141, "standar mutu"),
            (155, "Jumlah dokumen"),
            (166, "pemetaan"),
        ):
            d.text(canvas, 110, y, content)
        d.text(canvas, 64, 135.5, "1.1.2.1.")
        d.text(canvas, 440, 136, "(4 wilayah)")
        d.text(canvas, 64, 160.5, "1.1.2.2.")
        for y, content in ((182, "Persentase kelahiran"), (193, "ternak besar"), (204, "dan kecil")):
            d.text(canvas, 110, y, content)
        d.text(canvas, 84, 193, "-")

    (grid,) = d.grids(read_pdf(d.pdf(tmp_path / "t.pdf", draw)))
    assert grid.cells[1].text.split("\n") == [
        "1.1.2 Jumlah populasi ternak",
        "1.1.2.1. Jumlah wilayah yang menerapkan",
        "standar mutu",
        "(4 wilayah)",
        "1.1.2.2. Jumlah dokumen",
        "pemetaan",
        "- Persentase kelahiran",
        "ternak besar",
        "dan kecil",
    ]


def test_other_cells_keep_their_order(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for k, content in enumerate(("0.818:", "0.818", "1.2", "1. Meningkatnya mutu")):
            d.stroked(canvas, 60 + 100 * k, 100, 160 + 100 * k, 160)
            d.text(canvas, 64 + 100 * k, 113, content)
            d.text(canvas, 64 + 100 * k, 124, "0.819")

    (grid,) = d.grids(read_pdf(d.pdf(tmp_path / "t.pdf", draw)))
    assert [cell.text for cell in grid.cells] == ["0.818:\n0.819", "0.818\n0.819", "1.2\n0.819", "1. Meningkatnya mutu\n0.819"]
