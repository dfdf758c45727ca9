"""What OCR read is put in the place of the notes. The engine is replaced: these tests need none."""

from __future__ import annotations

from typing import Any

import pytest

from doccheck.catatan import catatan
from doccheck.layout import Cell, Grid, Layout, Page, Paragraph
from doccheck.model import Kotak, Lokasi
from doccheck.readers.ocr import pictures
from doccheck.readers.ocr.engine import BLANK
from doccheck.readers.ocr.pictures import merged, with_ocr

BOX = (50.0, 100.0, 550.0, 400.0)
TITLE = Paragraph("Tabel 1. Indikator Kinerja Utama", (50.0, 60.0, 300.0, 72.0))
SEEN = Grid(1, 1, 1, (Cell(0, 0, 1, 1, "Nilai SAKIP", BOX, confidence=0.9),), "ocr", BOX)


def layout(kode: str = "EXT-02", box: Kotak | None = BOX) -> Layout:
    return Layout("dokumen.pdf", "pdf", (Page((TITLE,), 1, None, 595.0, 842.0),), (catatan(kode, Lokasi(halaman=1, kotak=box)),))


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the engine answers; an exception is raised."""
    answer: dict[str, Any] = {"said": ([SEEN], 0.9)}

    def ocr_page(*_args: object) -> object:
        if isinstance(answer["said"], Exception):
            raise answer["said"]
        return answer["said"]

    monkeypatch.setattr(pictures, "available", lambda: True)
    monkeypatch.setattr(pictures, "ocr_page", ocr_page)
    monkeypatch.setattr("doccheck.readers.pdf.render", lambda *_args: None)
    return answer


def test_the_table_takes_the_place_of_the_note(engine: dict[str, Any]) -> None:  # noqa: ARG001
    read = with_ocr(layout())
    assert read.notes == ()
    assert read.pages[0].blocks == (TITLE, SEEN)


@pytest.mark.parametrize("said", [([], 0.0), ValueError("pdfium")])
def test_the_note_stays_where_nothing_was_read(engine: dict[str, Any], said: object) -> None:
    engine["said"] = said
    assert with_ocr(layout()) == layout()


def test_a_blank_page_needs_no_note(engine: dict[str, Any]) -> None:
    engine["said"] = ([], BLANK)
    assert with_ocr(layout("EXT-01", None)).notes == ()


def test_a_poor_reading_is_said(engine: dict[str, Any]) -> None:
    engine["said"] = ([SEEN], 0.3)
    read = with_ocr(layout())
    assert [note.kode for note in read.notes] == ["EXT-06"]
    assert read.pages[0].grids == [SEEN]


def test_progress(engine: dict[str, Any]) -> None:  # noqa: ARG001
    steps: list[tuple[int, int]] = []
    with_ocr(layout(), lambda done, total: steps.append((done, total)))
    assert steps == [(0, 1), (1, 1)]


def test_other_notes_and_layouts_are_left_alone(engine: dict[str, Any]) -> None:  # noqa: ARG001
    other = layout("EXT-05")
    assert with_ocr(other) is other


def test_without_ocr_the_note_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "available", lambda: False)
    (note,) = with_ocr(layout()).notes
    assert note.kode == "EXT-02"
    assert note.lokasi.kotak == BOX
    assert "tesseract-ocr-ind" in note.pesan


def test_what_the_text_layer_has_is_not_taken_twice() -> None:
    again = Paragraph("Tabel 1. lndikator", (51.0, 61.0, 298.0, 71.0))
    below = Paragraph("Sumber: Inspektorat", (50.0, 410.0, 200.0, 420.0))
    assert merged((TITLE,), [again, SEEN, below]) == (TITLE, SEEN, below)


def test_lines_over_a_table_that_only_ocr_sees_are_in_its_cells() -> None:
    over = Paragraph("81,5", (300.0, 200.0, 330.0, 210.0))
    assert merged((TITLE, over), [SEEN]) == (TITLE, SEEN)


def test_grids_are_numbered_anew() -> None:
    first = Grid(1, 1, 1, (Cell(0, 0, 1, 1, "a", (50, 20, 90, 40)),), "ruled", (50, 20, 90, 40))
    assert [grid.number for grid in merged((first,), [SEEN]) if isinstance(grid, Grid)] == [1, 2]
