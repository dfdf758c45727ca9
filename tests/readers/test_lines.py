"""Text as people see it."""

from __future__ import annotations

import pytest

from doccheck.readers.lines import tidy, tidy_line


@pytest.mark.parametrize(("raw", "seen"), [
    ("Indeks Layanan", "Indeks Layanan"),
    ("  dua   blank\t dan tab ", "dua blank dan tab"),
    ("spasi\u00a0tak\u2009putus", "spasi tak putus"),
    ("\ufefftak\u200bter\u00adlihat\x07", "takterlihat"),
    ("a\r\nb\rc\x0bd", "a\nb\nc\nd"),
    ("\n\na \n\n b\n", "a\n\nb"),
    ("a_x000D_\nb", "a\nb"),
    ("a_x000D_b", "a\nb"),
    ("perundang_x0002_undangan", "perundang-undangan"),
    ("perundang_x005F_x0002_undangan", "perundang-undangan"),
    ("nama_x0041_tetap", "nama_x0041_tetap"),
    ("kode_x005F_9", "kode_9"),
    ("", ""),
])
def test_tidy(raw: str, seen: str) -> None:
    assert tidy(raw) == seen
    if "\n" not in seen:
        assert tidy_line(raw.strip("\n")) == seen
