"""What was found out about texts is kept between runs, and never makes a difference to what is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from doccheck.classify import isyarat, orientation
from doccheck.simpanan.cache import Cache
from doccheck.simpanan.ingatan import mengingat

INDIKATOR = "Persentase jalan dalam kondisi mantap", "Jumlah dokumen perencanaan yang disusun", "Nilai akuntabilitas kinerja"


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    _forget(monkeypatch)


def _forget(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a process of its own."""
    from doccheck.classify.orientasi import _orientation

    monkeypatch.setattr(isyarat, "_ingatan", isyarat._Ingatan())
    _orientation.cache_clear()


def _judged() -> list[object]:
    return [orientation(text, "%") for text in INDIKATOR]


def test_a_later_run_needs_no_matcher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with mengingat(Cache(tmp_path), tmp_path):
        first = _judged()
    assert {judged.label for judged in first} > {"output"}  # type: ignore[attr-defined]
    _forget(monkeypatch)
    monkeypatch.setattr(isyarat, "pencocok", lambda: pytest.fail("spaCy was asked again"))
    with mengingat(Cache(tmp_path), tmp_path):
        assert _judged() == first


def test_other_cues_ask_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with mengingat(Cache(tmp_path), tmp_path):
        _judged()
    _forget(monkeypatch)
    monkeypatch.setattr("doccheck.simpanan.ingatan.versi_isyarat", lambda: "other cues")
    with mengingat(Cache(tmp_path), tmp_path):
        assert isyarat.teringat() == 0


def test_a_damaged_memory_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Cache(tmp_path)
    with mengingat(kept, tmp_path):
        first = _judged()
    kept.put(kept.side_key("isyarat", isyarat.versi_isyarat()), b"no memory")
    _forget(monkeypatch)
    with mengingat(kept, tmp_path):
        assert _judged() == first


def test_without_a_cache_nothing_is_kept(tmp_path: Path) -> None:
    with mengingat(None, tmp_path):
        _judged()
    assert Cache(tmp_path).isi().byte == 0


def test_a_memory_is_no_document(tmp_path: Path) -> None:
    with mengingat(Cache(tmp_path), tmp_path):
        _judged()
    kept = Cache(tmp_path).isi()
    assert (kept.entri, kept.byte > 0) == (0, True)
