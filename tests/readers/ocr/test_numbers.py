"""Figures that were read twice."""

from __future__ import annotations

import pytest

from doccheck.readers.ocr.numbers import DOUBTFUL, better, should_be_number
from doccheck.readers.ocr.text import Line


def line(text: str, confidence: float = 0.9) -> Line:
    return Line(text, 0, 0, 10, 10, confidence, 10.0)


@pytest.mark.parametrize("text", ["81,5", "1.243.656.724", "5O", "1.10E.316.500", "(05)", "270 595.300", "1)"])
def test_figures(text: str) -> None:
    assert should_be_number(text)


@pytest.mark.parametrize(
    "text", ["", "WTP", "3 Plus", "A", "B", "BB", "BB (72,5)", "B+", "ss", "Indeks", "1 Dokumen", "12\n13", "88/100.000 KH"]
)
def test_no_figures(text: str) -> None:
    assert not should_be_number(text)


@pytest.mark.parametrize(
    ("first", "second", "chosen"),
    [
        (("69%", 0.3), ("69%", 0.9), ("69%", 0.9)),
        (("13%", 0.57), ("73%", 0.9), ("73%", DOUBTFUL)),
        (("2029", 0.89), ("2023", 0.95), ("2029", DOUBTFUL)),
        (("ss", 0.95), ("55", 0.6), ("55", DOUBTFUL)),
        (("34", 0.9), ("3,4", 0.7), ("3,4", DOUBTFUL)),
        (("93.497.000", 0.9), ("93497.000", 0.9), ("93.497.000", DOUBTFUL)),
        (("12.5.36", 0.9), ("1253", 0.3), ("1253", 0.3)),
    ],
)
def test_better(first: tuple[str, float], second: tuple[str, float], chosen: tuple[str, float]) -> None:
    found = better(line(*first), line(*second))
    assert (found.text, found.confidence) == chosen


def test_two_readings_alike_make_digits_surer_and_others_doubtful() -> None:
    assert better(line("1.250", 0.5), line("1.250", 0.8)).angka == 0.8
    assert better(line("1.250", 0.95), line("1.260", 0.95)).angka == DOUBTFUL
