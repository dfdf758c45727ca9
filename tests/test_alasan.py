"""Every reason that comparisons and classifications give has its English form."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from doccheck.alasan import POLA, terjemah
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


SOURCES = Path(__file__).parents[1] / "doccheck"
OTHER_WORDS = {"rata rata", "wali kota", "sekretariat daerah", "kepala daerah"}
"""Words that the code looks for or keys by, and tells nobody."""


def _texts(source: Path) -> Iterator[str]:
    """Literals of a file that hold words, without docstrings; what is filled in is "x"."""
    tree = ast.parse(source.read_text(encoding="utf-8"))
    silent = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    silent |= {part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if node not in silent and isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values)


def test_every_reason_in_the_code_is_a_form_of_the_catalogue() -> None:
    pieces = [re.split(r"(\{\w+\})", form) for form in POLA]
    forms = [re.compile("".join(".+" if part.startswith("{") else re.escape(part) for part in form)) for form in pieces]
    files = [path for folder in ("match", "classify") for path in (SOURCES / folder).glob("*.py") if path.name != "leksikon.py"]
    told = {text for path in files for text in _texts(path) if re.search(r"[a-z]{3,} [a-z]", text) and "\\" not in text} - OTHER_WORDS
    parts = {part for text in told for part in text.split("; ") if part not in ("", "x")}
    assert len(parts) >= len(POLA) - 4
    assert [part for part in sorted(parts) if not any(form.fullmatch(part) for form in forms) and part != "tanpa ukuran"] == []


def test_names_taken_for_one_agency_are_told_in_english() -> None:
    with berbahasa("en"):
        told = terjemah("teks sama; perangkat daerah yang sama dengan nama lain: Dinas A / Dinas B")
        assert terjemah("tanggalnya lebih baru") == "its date is later"
    assert told == "same text; the same agency under another name: Dinas A / Dinas B"
