"""What a further opinion does to doubtful figures; rapidocr itself is not needed."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("cv2")

from doccheck.readers.ocr import opinion
from doccheck.readers.ocr.numbers import DOUBTFUL
from doccheck.readers.ocr.sheet import Crop
from doccheck.readers.ocr.text import lines_of
from doccheck.readers.ocr.words import Word


def _asked(
    monkeypatch: pytest.MonkeyPatch, first: str, confidence: float, reading: tuple[str, float], there: bool = True
) -> tuple[str, float]:
    line = lines_of([Word(first, 0, 0, 50, 12, confidence, (1, 1))])[0]
    crop = Crop(0, 0, 0, 1.0, np.full((12, 50), 255, np.uint8))
    monkeypatch.setattr(opinion, "installed", lambda: there)
    monkeypatch.setattr(opinion, "_read", lambda _crop: reading)
    found = opinion.second_opinion({0: [line]}, [0], {0: crop})[0][0]
    return found.text, found.confidence


@pytest.mark.parametrize(
    ("first", "confidence", "reading", "expected"),
    [
        ("115.170.500", DOUBTFUL, ("115.170.500", 0.99), ("115.170.500", opinion.CONFIRMED)),
        ("115.170.500", DOUBTFUL, ("115.170.800", 0.99), ("115.170.800", DOUBTFUL)),
        ("115.170.500", DOUBTFUL, ("115.170.800", 0.5), ("115.170.500", DOUBTFUL)),
        ("115.170.500", DOUBTFUL, ("115170.8OO", 0.99), ("115.170.500", DOUBTFUL)),
        ("115.170.500", 0.95, ("115.170.800", 0.99), ("115.170.500", 0.95)),
        ("2023", DOUBTFUL, ("2029", 0.99), ("2023", DOUBTFUL)),
    ],
)
def test_doubtful_figures_are_confirmed_or_replaced(
    monkeypatch: pytest.MonkeyPatch, first: str, confidence: float, reading: tuple[str, float], expected: tuple[str, float]
) -> None:
    assert _asked(monkeypatch, first, confidence, reading) == expected


def test_nothing_changes_where_it_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _asked(monkeypatch, "115.170.500", DOUBTFUL, ("115.170.800", 0.99), there=False) == ("115.170.500", DOUBTFUL)
