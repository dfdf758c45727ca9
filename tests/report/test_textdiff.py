from __future__ import annotations

import pytest

from doccheck.report.textdiff import ubahan, word_diff


def marked(a: str, b: str) -> tuple[str, str]:
    """Both texts with the marked runs in brackets."""
    left, right = word_diff(a, b)
    return tuple(" ".join(f"[{p.teks}]" if p.beda else p.teks for p in runs) for runs in (left, right))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "Meningkatnya kualitas konektivitas wilayah",
            "Meningkatnya konektivitas wilayah kota",
            ("Meningkatnya [kualitas] konektivitas wilayah", "Meningkatnya konektivitas wilayah [kota]"),
        ),
        ("Angka Kematian Ibu", "angka kematian ibu.", ("Angka Kematian Ibu", "angka kematian ibu.")),
        ("Angka kematian\nibu", "Angka  kematian ibu (AKI)", ("Angka kematian ibu", "Angka kematian ibu [(AKI)]")),
        (
            "Meningkatnya keselamatan lalu lintas",
            "Terlaksananya dua belas kegiatan pembinaan",
            ("Meningkatnya keselamatan lalu lintas", "Terlaksananya dua belas kegiatan pembinaan"),
        ),
        ("a b c d", "a x y d", ("a [b c] d", "a [x y] d")),
        ("", "", ("", "")),
        ("–", "-", ("–", "-")),
    ],
    ids=["inserted", "case-and-point", "white-space", "two-texts", "replaced", "empty", "signs"],
)
def test_word_diff(a: str, b: str, expected: tuple[str, str]) -> None:
    assert marked(a, b) == expected


def test_every_word_is_kept() -> None:
    a, b = "satu dua tiga empat lima", "satu 2 tiga lima enam"
    left, right = word_diff(a, b)
    assert (" ".join(p.teks for p in left), " ".join(p.teks for p in right)) == (a, b)


def test_one_line_tells_what_became_of_the_words() -> None:
    runs = ubahan("Persentase jalan dalam kondisi mantap", "Persentase jembatan dalam kondisi mantap kota")
    assert [(run.jenis, run.teks) for run in runs] == [
        ("tetap", "Persentase"), ("hapus", "jalan"), ("tambah", "jembatan"), ("tetap", "dalam kondisi mantap"), ("tambah", "kota"),
    ]  # fmt: skip
    assert ubahan("Nilai SAKIP", "nilai  SAKIP.") == ()
    assert ubahan("Nilai SAKIP", "Umur harapan hidup") == ()
