"""Skew and ruling lines of rasters."""

from __future__ import annotations

import numpy as np
import pytest

from doccheck.readers.ocr.lines import Rules, find_rules, skew, turned
from doccheck.readers.pdf.grid import find_cells
from doccheck.readers.pdf.rulings import Edges

from .rasters import DPI, Sheet

X, Y = (30.0, 90.0, 240.0, 390.0), (40.0, 70.0, 120.0, 170.0)


def cells(rules: Rules) -> int:
    return len(find_cells(Edges(rules.horizontal * 72 / DPI, rules.vertical * 72 / DPI)))


def test_rules_stand_where_they_are_drawn() -> None:
    sheet = Sheet()
    sheet.grid(X, Y)
    rules = find_rules(np.array(sheet.image), DPI)
    assert sorted(round(y) for y in rules.horizontal[:, 0] * 72 / DPI) == [40, 70, 120, 170]
    assert sorted(round(x) for x in rules.vertical[:, 0] * 72 / DPI) == [30, 90, 240, 390]
    assert cells(rules) == 9


def test_the_rules_are_painted_over_and_the_text_is_left() -> None:
    sheet = Sheet()
    sheet.grid(X, Y)
    sheet.text(100, 80, "Indeks", 12)
    rules = find_rules(np.array(sheet.image), DPI)
    assert (rules.clean < 128).sum() == (np.array(only_text().image) < 128).sum()


def only_text() -> Sheet:
    sheet = Sheet()
    sheet.text(100, 80, "Indeks", 12)
    return sheet


@pytest.mark.parametrize("dash", [(6.0, 3.0), (12.0, 6.0), (5.0, 2.0)])
def test_dashed_rules_are_whole(dash: tuple[float, float]) -> None:
    sheet = Sheet()
    sheet.grid(X, Y, dash)
    assert cells(find_rules(np.array(sheet.image), DPI)) == 9


def test_a_border_broken_by_the_scanner_is_closed() -> None:
    sheet = Sheet()
    sheet.grid(X, Y)
    sheet.fill(372, 30, 400, 180, 255)  # the right ends and the border, gone
    assert cells(find_rules(np.array(sheet.image), DPI)) == 9


def test_double_rules_are_one() -> None:
    sheet = Sheet()
    sheet.grid(X, Y)
    sheet.grid([x + 1.5 for x in X], [y + 1.5 for y in Y])
    assert cells(find_rules(np.array(sheet.image), DPI)) == 9


def test_shading_gives_no_rules() -> None:
    sheet = Sheet()
    sheet.fill(30, 40, 390, 70, 205)
    sheet.fill(30, 120, 390, 145, 225)
    sheet.grid(X, Y)
    assert cells(find_rules(np.array(sheet.image), DPI)) == 9


def test_letters_that_run_into_each_other_are_no_rule() -> None:
    sheet = Sheet()
    sheet.text(100, 80, "mmmmmmmmmmm nnnnnnnnnn", 6)
    image = np.array(sheet.image)
    image = np.minimum(image, np.roll(image, 2, axis=1))  # smeared
    rules = find_rules(image, DPI)
    assert len(rules.horizontal) == len(rules.vertical) == 0


@pytest.mark.parametrize("angle", [-3.0, -0.8, 0.0, 0.6, 2.5])
def test_skew(angle: float) -> None:
    sheet = Sheet()
    sheet.grid(X, Y)
    sheet.table(X, Y, [["1", "Indeks Reformasi", "81,5"]] * 3)
    assert skew(turned(np.array(sheet.image), angle), DPI) == pytest.approx(-angle, abs=0.11)


def test_an_empty_page_has_no_skew() -> None:
    assert skew(np.full((600, 400), 255, np.uint8), DPI) == 0.0
