"""Notes in PDF files: over the words that they mean, whatever way the page is turned; the file before them unchanged."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from doccheck.anotasi.pdf import tandai
from doccheck.anotasi.pesan import TidakDidukungError
from doccheck.readers.pdf.render import render

from .temuan import tanda

X, Y = 120.0, 600.0
"""Lower left corner in user space of the black box that is to be marked."""


def _pdf(path: Path, rotate: int = 0, crop: tuple[int, int, int, int] | None = None) -> Path:
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    canvas.rect(X, Y, 60, 12, fill=1)
    canvas.showPage()
    canvas.drawString(72, 700, "halaman dua")
    canvas.save()
    if rotate or crop:
        writer = PdfWriter(clone_from=path)
        page = writer.pages[0]
        if crop:
            page.cropbox.lower_left, page.cropbox.upper_right = crop[:2], crop[2:]
        page.rotate(rotate)
        writer.write(path)
    return path


def _black_box(path: Path) -> tuple[float, float, float, float]:
    """Where the page as shown is black, in points from its top left."""
    box = render(path, 1, scale=1.0).convert("L").point(lambda v: 255 if v < 80 else 0).getbbox()
    assert box
    return tuple(float(number) for number in box)  # type: ignore[return-value]


def _notes(path: Path) -> list[tuple[int, Any]]:
    pages = enumerate(PdfReader(path).pages, start=1)
    notes = [(number, one.get_object()) for number, page in pages for one in page.annotations or []]
    return [(number, note) for number, note in notes if note["/Subtype"] != "/Popup"]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (50, 100, 545, 800)])
def test_the_highlight_lies_over_the_box(tmp_path: Path, rotate: int, crop: tuple[int, int, int, int] | None) -> None:
    path = _pdf(tmp_path / "a.pdf", rotate, crop)
    box = _black_box(path)
    target = tmp_path / "b.pdf"
    tandai(path, target, [tanda(halaman=1, kotak=box)])
    ((page, note),) = _notes(target)
    assert (page, note["/Subtype"], note["/T"]) == (1, "/Highlight", "doccheck")
    assert [float(n) for n in note["/Rect"]] == pytest.approx([X, Y, X + 60, Y + 12], abs=1.5)
    assert note["/Contents"].startswith("TGT-01 · Kritis · keyakinan 97%")
    corners = [float(n) for n in note["/QuadPoints"]]
    assert (min(corners[::2]), max(corners[::2])) == pytest.approx((X, X + 60), abs=1.5)


def test_the_cell_is_marked_rather_than_the_row_and_shares_are_joined(tmp_path: Path) -> None:
    path, target = _pdf(tmp_path / "a.pdf"), tmp_path / "b.pdf"
    place = {"halaman": 1, "kotak": (50.0, 200.0, 500.0, 220.0), "kotak_nilai": (300.0, 200.0, 340.0, 220.0)}
    tandai(path, target, [tanda(**place), tanda(keparahan="sedang", **place)])
    ((_page, note),) = _notes(target)
    assert [float(n) for n in note["/Rect"]] == pytest.approx([300, 841.89 - 220, 340, 841.89 - 200], abs=0.1)
    assert note["/Contents"].count("TGT-01") == 2


def test_a_finding_without_a_place_is_a_note_on_its_page(tmp_path: Path) -> None:
    path, target = _pdf(tmp_path / "a.pdf"), tmp_path / "b.pdf"
    tandai(path, target, [tanda(), tanda(halaman=2), tanda(halaman=99)])
    assert [(page, note["/Subtype"]) for page, note in _notes(target)] == [(1, "/Text"), (2, "/Text")]


def test_everything_before_stays_and_viewers_draw_the_highlight(tmp_path: Path) -> None:
    path, target = _pdf(tmp_path / "a.pdf"), tmp_path / "b.pdf"
    before = path.read_bytes()
    tandai(path, target, [tanda(halaman=1, kotak=(200.0, 300.0, 400.0, 320.0))])
    assert path.read_bytes() == before
    assert target.read_bytes().startswith(before)
    document = pypdfium2.PdfDocument(target)
    picture = document[0].render(scale=1.0, may_draw_forms=True, draw_annots=True).to_pil().convert("RGB")
    assert picture.getpixel((300, 310)) == (255, 179, 171)
    assert picture.getpixel((300, 330)) == (255, 255, 255)
    document.close()


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    path = _pdf(tmp_path / "a.pdf")
    for name in ("b.pdf", "c.pdf"):
        tandai(path, tmp_path / name, [tanda(halaman=1, kotak=(200.0, 300.0, 400.0, 320.0))])
    assert (tmp_path / "b.pdf").read_bytes() == (tmp_path / "c.pdf").read_bytes()


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "a.pdf"
    broken.write_bytes(b"%PDF-1.4\nbukan PDF")
    with pytest.raises(TidakDidukungError):
        tandai(broken, tmp_path / "b.pdf", [tanda(halaman=1)])


def test_a_protected_file_keeps_its_protection(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), encrypt=StandardEncryption("", ownerPassword="pemilik", canModify=0))
    canvas.drawString(72, 700, "dapat dibaca, tidak dapat diubah")
    canvas.save()
    with pytest.raises(TidakDidukungError, match="dilindungi terhadap perubahan"):
        tandai(path, tmp_path / "b.pdf", [tanda(halaman=1)])
