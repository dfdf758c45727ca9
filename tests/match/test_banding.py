"""Comparison of phrases: the cases of pasangan.yaml, and properties that hold for every pair."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
import yaml

from doccheck.match import compare, normalise


def _cases(name):
    return [
        (kind, verdict, a, b, why)
        for kind, verdicts in yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8")).items()
        for verdict, rows in verdicts.items()
        for a, b, why in rows
    ]


CASES = _cases("pasangan.yaml")
FIELDS = [case for path in sorted(Path(__file__).parent.glob("pasangan_*.yaml")) for case in _cases(path.name)]


@pytest.mark.parametrize(("kind", "verdict", "a", "b", "why"), CASES, ids=[f"{kind}: {why}: {a[:30]}" for kind, _, a, _, why in CASES])
def test_verdict(kind, verdict, a, b, why):
    result = compare(a, b, kind)
    assert result.verdict == verdict, f"{why}: {result}"
    assert result.reason


def test_most_pairs_of_the_fields_are_judged_right():
    """The pairs of the fields are a measure, labelled before they were compared, not a specification: a few may be judged otherwise."""
    wrong = [(a, b) for kind, verdict, a, b, _ in FIELDS if (compare(a, b, kind).verdict == "different") != (verdict == "different")]
    assert len(wrong) <= 0.06 * len(FIELDS), wrong


def test_compare_is_symmetric():
    texts = [text for kind, _, a, b, _ in CASES if kind == "indikator" for text in (a, b)]
    for a, b in itertools.combinations(texts, 2):
        there, back = compare(a, b), compare(b, a)
        assert (there.verdict, there.score) == (back.verdict, back.score), (a, b)


def test_a_word_that_could_be_part_of_two_broken_ones_is_taken_once():
    there, back = compare("Jumlah zab zcd zef", "Jumlah zabzcd zcdzef"), compare("Jumlah zabzcd zcdzef", "Jumlah zab zcd zef")
    assert (there.verdict, there.score) == (back.verdict, back.score)


def test_scores_agree_with_verdicts():
    for kind, _, a, b, _ in CASES:
        result = compare(a, b, kind)
        assert 0.0 <= result.score <= 1.0
        assert (result.verdict == "same") == (result.score >= 0.97)
        assert (result.verdict == "different") == (result.score < 0.5)


@pytest.mark.parametrize("text", ["", " ", "-", "(%)", "2026", "yang", "Persentase", "\u00ad"])
def test_odd_texts_do_not_fail(text):
    compare(text, "Persentase desa mandiri")
    compare("Meningkatnya desa mandiri", text, "sasaran")
    compare(text, text, "program")


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Prosentase  Jalan\nMantap (%)", "persentase jalan mantap"),
        ("Sasaran 2 : Meningkat nya akses", "meningkatnya akses"),
        ("a. Jumlah desa di bina", "jumlah desa dibina"),
        ("Indeks Desa (Indeks)", "indeks desa"),
        ("S.1 Meningkatnya akses", "meningkatnya akses"),
        ("1.06.01.2.06.0001 - Penyediaan alat", "penyediaan alat"),
        ("2 Meningkatnya akses", "meningkatnya akses"),
        ("Program Pemenuhan Hak Anak (PHA)", "program pemenuhan hak anak"),
        ("Jumlah koperasi (aktif)", "jumlah koperasi aktif"),
        ("perundang_x0002_undangan", "perundang undangan"),
    ],
)
def test_normalise(text, clean):
    assert normalise(text) == clean


def test_a_known_word_is_never_corrected():
    assert normalise("Persentase pembenihan ikan") == "persentase pembenihan ikan"
    assert normalise("Jumlah bukit dan bukti") == "jumlah bukit dan bukti"
