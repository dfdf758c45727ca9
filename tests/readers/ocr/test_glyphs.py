"""The figures of a page vote on their digits. The pictures are drawn; what they were read as is made up."""

from __future__ import annotations

import random

import numpy as np
from PIL import Image, ImageDraw

from doccheck.readers.ocr.glyphs import Figure, vote

from .rasters import font


def figure(printed: str, read: str | None = None, code: bool = False) -> Figure:
    image = Image.new("L", (60 + 40 * len(printed), 60), 255)
    ImageDraw.Draw(image).text((20, 10), printed, fill=0, font=font(9))
    text = read or printed
    return Figure(np.array(image), text, ((text, 0.9),), code)


def page(count: int = 30) -> dict[tuple[int, int], Figure]:
    """Figures that were read well."""
    rng = random.Random(7)
    amounts = (f"{rng.randrange(10**8, 10**10):,}".replace(",", ".") for _ in range(count))
    return {(number, -1): figure(amount) for number, amount in enumerate(amounts)}


def test_misread_digits_are_mended_by_the_majority() -> None:
    figures = page() | {(100, -1): figure("10.018.900", "10.013.900"), (101, -1): figure("898.672.050", "398.572.050")}
    assert vote(figures) == {(100, -1): "10.018.900", (101, -1): "898.672.050"}


def test_lost_marks_and_digits_come_back() -> None:
    figures = page() | {(100, -1): figure("42.380.100", "42380100"), (101, -1): figure("51.200.000", "1.200.000")}
    assert vote(figures) == {(100, -1): "42.380.100", (101, -1): "51.200.000"}


def test_letters_for_digits() -> None:
    assert vote(page() | {(100, -1): figure("50", "so")}) == {(100, -1): "50"}


def test_codes_keep_their_length() -> None:
    figures = page() | {(100, 0): figure("6.01.01.2.05.0009", "5.01.01.2.05.0009", code=True)}
    assert vote(figures) == {(100, 0): "6.01.01.2.05.0009"}


def test_few_digits_do_not_vote() -> None:
    assert vote(page(5) | {(100, -1): figure("18", "13")}) == {}


def test_what_was_read_well_stays() -> None:
    assert vote(page()) == {}


def test_empty_pictures() -> None:
    blank = Figure(np.full((20, 20), 255, np.uint8), "1", (("1", 0.9),))
    assert vote({(0, -1): blank}) == {}
