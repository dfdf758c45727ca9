"""Functions of texts remember what they returned; a memory of an earlier run changes nothing but the time."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from doccheck.match import compare, parse_phrase
from doccheck.match.banding import _compare
from doccheck.simpanan import ingatan
from doccheck.simpanan.cache import Cache
from doccheck.simpanan.diingat import Ingatan, buka, diingat, mengingat

PASANGAN = ("Persentase jalan dalam kondisi mantap (%)", "Prosentase jalan kondisi mantap"), ("Jumlah jembatan", "Jumlah jalan")


@pytest.fixture
def asked() -> list[tuple[str | None, ...]]:
    """What the function of the test was really asked."""
    return []


@pytest.fixture
def panjang(asked: list[tuple[str | None, ...]]):  # type: ignore[no-untyped-def]
    @diingat(int | None)
    def hitung(text: str, other: str | None = None) -> int | None:
        asked.append((text, other))
        return len(text) or None

    return hitung


def test_a_process_asks_once(panjang, asked) -> None:  # type: ignore[no-untyped-def]
    assert [panjang("jalan"), panjang("jalan"), panjang("")] == [5, 5, None]
    assert asked == [("jalan", None), ("", None)]


def test_a_later_run_asks_only_for_what_is_new(panjang, asked) -> None:  # type: ignore[no-untyped-def]
    first = Ingatan()
    with mengingat(first):
        panjang("jalan", None), panjang("")
    asked.clear()
    panjang.cache_clear()
    second = buka(first.isi())
    with mengingat(second):
        assert [panjang("jalan", None), panjang("")] == [5, None]
        assert (asked, second.bertambah) == ([], False)
        assert panjang("jembatan") == 8
    assert (asked, second.bertambah) == ([("jembatan", None)], True)
    panjang.cache_clear()
    with mengingat(buka(second.isi())):  # what came packed goes on as it was
        assert [panjang("jalan", None), panjang(""), panjang("jembatan")] == [5, None, 8]
    assert asked == [("jembatan", None)]


def test_without_a_memory_nothing_is_taken_over(panjang, asked) -> None:  # type: ignore[no-untyped-def]
    memory = Ingatan()
    with mengingat(memory):
        panjang("jalan")
    panjang.cache_clear()
    panjang("jalan")
    assert len(asked) == 2


def test_readings_of_phrases_and_comparisons_come_back_equal() -> None:
    def judged() -> list[object]:
        _compare.cache_clear()
        parse_phrase.cache_clear()
        return [*(parse_phrase(text, "indikator") for pair in PASANGAN for text in pair), *(compare(*pair) for pair in PASANGAN)]

    memory = Ingatan()
    with mengingat(memory):
        first = judged()
    again = buka(memory.isi())
    with mengingat(again):
        assert judged() == first
    assert not again.bertambah


def test_each_folder_has_its_own_and_other_code_asks_again(
    tmp_path: Path, panjang, asked, monkeypatch: pytest.MonkeyPatch  # type: ignore[no-untyped-def]
) -> None:
    def run(folder: str) -> int:
        asked.clear()
        panjang.cache_clear()
        with ingatan.mengingat(Cache(tmp_path), tmp_path / folder):
            panjang("jalan")
        return len(asked)

    assert [run("a"), run("a"), run("b"), run("b")] == [1, 0, 1, 0]
    monkeypatch.setattr(ingatan, "judging_version", lambda: "next")
    assert run("a") == 1


def test_what_is_no_memory_is_refused() -> None:
    with pytest.raises(msgspec.DecodeError):
        buka(b"no memory")
