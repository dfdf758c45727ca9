"""Every reason that comparisons and classifications give has its English form."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from doccheck.alasan import terjemah
from doccheck.bahasa import berbahasa
from doccheck.classify import orientation, sasaran_orientasi
from doccheck.match import compare

MATCH = Path(__file__).parent / "match"
PAIRS = [
    ("indikator", "Angka Kematian Ibu", "Angka kematian ibu", "same text"),
    ("indikator", "Persentase jalan mantap", "Jumlah jalan mantap", "different measure: "),
    ("sasaran", "Meningkatnya kemiskinan", "Menurunnya kemiskinan", "opposite directions"),
    ("indikator", "Persentase koperasi", "", "empty text"),
]


@pytest.mark.parametrize(("kind", "a", "b", "english"), PAIRS)
def test_what_is_told_in_english(kind: str, a: str, b: str, english: str) -> None:
    reason = compare(a, b, kind).reason  # type: ignore[arg-type]
    assert terjemah(reason) == reason
    with berbahasa("en"):
        assert terjemah(reason).startswith(english)


def test_quoted_texts_and_their_semicolons_stay() -> None:
    with berbahasa("en"):
        told = terjemah("kolom rujukan menyebut “satuan berbeda; teks sama”; teks sama")
    assert told == "the reference column names “satuan berbeda; teks sama”; same text"


def test_no_reason_of_the_specification_stays_indonesian() -> None:
    ours = re.compile(r"\b(?:berbeda|sama|sepadan|diganti|tambahan|arah|ukuran|keterangan|urutan|hanya|bilangan|butir)\b(?=[:;]|$)")
    files = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in (MATCH / "pasangan.yaml", MATCH / "pasangan_bidang.yaml")]
    texts = [(a, b, kind) for pairs in files for kind, verdicts in pairs.items() for rows in verdicts.values() for a, b, *_remark in rows]
    assert len(texts) > 150
    with berbahasa("en"):
        left = [told for a, b, kind in texts if ours.search(told := terjemah(compare(a, b, kind).reason))]
    assert left == []


@pytest.mark.parametrize("text", ["Jumlah pelatihan yang diselenggarakan", "Angka Kematian Ibu", "Jumlah dokumen perencanaan", "Xyz"])
def test_no_cue_stays_indonesian(text: str) -> None:
    reasons = (orientation(text).reason, sasaran_orientasi(f"Meningkatnya {text}").reason)
    with berbahasa("en"):
        for reason in reasons:
            assert terjemah(reason) != reason
