"""Words into lines."""

from __future__ import annotations

import pytest

from doccheck.readers.ocr.text import lines_of
from doccheck.readers.ocr.words import Word


def words(*texts: str, y: int = 0, line: int = 0, gap: int = 10, confidence: float = 0.9) -> list[Word]:
    found, x = [], 0
    for text in texts:
        found.append(Word(text, x, y, x + 20 * len(text), y + 30, confidence, (1, 1, line)))
        x += 20 * len(text) + gap
    return found


def text(found: list[Word], tabs: bool = False) -> str:
    return "\n".join(line.text for line in lines_of(found, tabs))


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        (("69Yo",), "69%"),
        (("67", "Yo"), "67 %"),
        (("Yo",), "%"),
        (("Persentase", "(Yo)"), "Persentase (%)"),
        (("e", "Dokumen", "Data"), "• Dokumen Data"),
        (("Indeks", "Yogyakarta"), "Indeks Yogyakarta"),
        (("Pelayanan", "—", "Persampahan"), "Pelayanan Persampahan"),
        (("Sekretariat", "—"), "Sekretariat"),
        (("—",), "—"),
        (("2025", "—", "2029"), "2025 — 2029"),
        (("PROGRAM", "/", "|"), "PROGRAM /"),
        (("|",), ""),
    ],
)
def test_line(read: tuple[str, ...], printed: str) -> None:
    assert text(words(*read)) == printed


def test_specks_are_left_out() -> None:
    assert text([*words("Nilai"), Word("'", 300, 0, 304, 6, 0.1, (1, 1, 2))]) == "Nilai"


def test_lines_beside_one_another_are_one() -> None:
    right = [word._replace(x0=word.x0 + 400, x1=word.x1 + 400) for word in words("Kegiatan", y=4, line=7)]
    assert text([*words("1."), *right]) == "1. Kegiatan"
    assert text([*words("1."), *right], tabs=True) == "1.\tKegiatan"


def test_lines_stand_from_top_to_bottom() -> None:
    assert text([*words("bawah", y=80, line=1), *words("atas", line=2)]) == "atas\nbawah"


def test_baseline_is_the_foot_of_letters_without_descender() -> None:
    deep = words("nilai")[0]._replace(text="gaji", y1=38)
    assert lines_of([*words("Nilai"), deep._replace(x0=200, x1=260)])[0].base == 30


def test_digits_have_a_confidence_of_their_own() -> None:
    sure, unsure = Word("40", 0, 0, 40, 30, 0.95, (1, 1, 1)), Word("orang", 60, 0, 160, 30, 0.4, (1, 1, 1))
    (line,) = lines_of([sure, unsure])
    assert (line.text, line.angka) == ("40 orang", 0.95)
    assert line.confidence < 0.6
    (line,) = lines_of([sure._replace(confidence=0.4), unsure._replace(confidence=0.95)])
    assert (line.angka, line.confidence > 0.6) == (0.4, True)
    assert lines_of([unsure])[0].angka == 1.0
