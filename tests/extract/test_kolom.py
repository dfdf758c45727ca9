"""Headings by themselves, and the list of patterns that tells their roles."""

from __future__ import annotations

from collections import Counter

import pytest
import yaml

from doccheck.extract.tabel.kolom import peran_kepala
from doccheck.resources import resource


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("KETERA\nNGAN", "lain"),
        ("Ket.", "lain"),
        ("Indikator Kinerja Program (Outcome)", "indikator"),
        ("Sat", "satuan"),
        ("Satuan Target", "satuan"),
        ("Kebutuhan Pendanaan", "pagu"),
        ("Indikatif Pagu", "pagu"),
        ("Sasaran RPJMD yang didukung", "rujukan"),
    ],
)
def test_headings(heading: str, role: str) -> None:
    found = peran_kepala(heading)
    assert found is not None
    assert found[0] == role


@pytest.mark.parametrize("text", ["Ketersediaan pangan", "Ketua RT", "2026", "Jumlah dokumen perencanaan", "Dinas Perikanan"])
def test_data_are_no_headings(text: str) -> None:
    assert peran_kepala(text) is None


def test_no_pattern_stands_twice() -> None:
    entries = yaml.safe_load(resource("rules", "leksikon", "kolom.yaml").read_text(encoding="utf-8"))
    patterns = Counter(pattern for entry in entries for pattern in entry["pola"])
    assert [pattern for pattern, number in patterns.items() if number > 1] == []
