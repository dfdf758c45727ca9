"""Misspelt headings: put right where they stand among headings, never in the data."""

from __future__ import annotations

from doccheck.extract.tabel.ejaan_kepala import benahi_ejaan

from .buat import grid


def _texts(*rows: list[str]) -> list[list[str]]:
    mended = benahi_ejaan(grid(list(rows)))
    return [[cell.text for cell in mended.cells if cell.row == row] for row in range(mended.rows)]


def test_headings_with_a_letter_too_few_or_wrong() -> None:
    assert _texts(["Sasran PD", "Idikator Kinerja", "SATUAN", "TAHGET", "Angaran (Rp)"]) == [
        ["Sasaran PD", "Indikator Kinerja", "SATUAN", "TARGET", "Anggaran (Rp)"]
    ]


def test_words_of_the_language_and_rows_of_data_stay() -> None:
    rows = [["Program", "Indikator", "Kewenangan"], ["Bencana", "Uruseng", "12"]]
    assert _texts(*rows) == rows


def test_nothing_to_mend_gives_the_same_object() -> None:
    plain = grid([["Sasaran", "Indikator", "Target"], ["Naiknya mutu", "Indeks mutu", "80"]])
    assert benahi_ejaan(plain) is plain
