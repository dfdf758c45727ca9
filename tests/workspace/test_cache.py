"""Extractions kept between runs: found again, private, bounded, and never trusted when damaged."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from doccheck import pembacaan, workspace
from doccheck.catatan import catatan
from doccheck.model import Catatan, Dokumen
from doccheck.proses.batas import Denyut
from doccheck.simpanan import cache as simpanan
from doccheck.simpanan.cache import Cache

from .dokumen import renstra

Bacaan = tuple[tuple[Dokumen, ...], tuple[Catatan, ...]]


@pytest.fixture
def kept(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    renstra(tmp_path / "dok" / "a" / "renstra.html")
    renstra(tmp_path / "dok" / "b" / "renstra.html", dinas="Dinas Kesehatan")
    (tmp_path / "dok" / "kosong.pdf").write_bytes(b"")
    return tmp_path / "dok"


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the files that were really read, in this process."""
    names: list[str] = []
    real: Callable[[pembacaan.Tugas, Denyut], object] = pembacaan.work

    def work(tugas: pembacaan.Tugas, denyut: Denyut) -> object:
        names.append(tugas.berkas)
        return real(tugas, denyut)

    monkeypatch.setattr(pembacaan, "work", work)
    return names


def _read(folder: Path, kept: Cache, **options: bool) -> Bacaan:
    return workspace.read_documents([folder], jobs=1, cache=kept, **options)  # type: ignore[arg-type]


def _entry(kept: Cache) -> Path:
    return next(kept.folder.glob("*/*.bin"))


def test_a_second_reading_gives_the_same_and_reads_only_what_failed(folder: Path, kept: Cache, reads: list[str]) -> None:
    first = _read(folder, kept)
    assert len(reads) == 3
    assert _read(folder, kept) == first == workspace.read_documents([folder], jobs=2)
    assert reads[3:] == ["kosong.pdf"]


def test_the_name_of_a_file_does_not_matter_but_its_content_does(folder: Path, kept: Cache, reads: list[str]) -> None:
    _read(folder / "a", kept)
    (folder / "a" / "renstra.html").rename(folder / "a" / "lain.html")
    documents, _notes = _read(folder / "a", kept)
    assert (documents[0].berkas, len(reads)) == ("lain.html", 1)
    renstra(folder / "a" / "lain.html", dinas="Dinas Sosial")
    _read(folder / "a", kept)
    assert len(reads) == 2


def test_settings_and_the_code_that_reads_are_part_of_the_key(
    folder: Path, kept: Cache, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _read(folder / "a", kept)
    _read(folder / "a", kept, ocr=False)
    assert len(reads) == 2
    monkeypatch.setattr(simpanan, "reader_version", lambda: "next")
    _read(folder / "a", kept)
    assert len(reads) == 3


@pytest.mark.parametrize("damage", [b"", b"x" * 100, None])
def test_a_damaged_entry_is_ignored_and_written_again(folder: Path, kept: Cache, reads: list[str], damage: bytes | None) -> None:
    first = _read(folder / "a", kept)
    entry = _entry(kept)
    whole = entry.read_bytes()
    entry.write_bytes(whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:] if damage is None else damage)
    assert _read(folder / "a", kept) == first
    assert len(reads) == 2
    assert _entry(kept).read_bytes() == whole


def test_an_entry_that_is_no_document_is_ignored(folder: Path, kept: Cache, reads: list[str]) -> None:
    first = _read(folder / "a", kept)
    entry = _entry(kept)
    kept.put(entry.parent.name + entry.stem, b"bukan dokumen")
    assert _read(folder / "a", kept) == first
    assert len(reads) == 2


def test_what_a_missing_program_left_unread_is_not_kept(folder: Path, kept: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pembacaan, "read_document", lambda _path, **_: Dokumen(berkas="", catatan=(catatan("EXT-15"),)))
    _read(folder / "a", kept)
    assert kept.isi().entri == 0


@pytest.mark.skipif(os.name != "posix", reason="needs modes of files")
def test_entries_are_for_their_owner_only(folder: Path, kept: Cache) -> None:
    _read(folder, kept)
    entry = _entry(kept)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (kept.folder, entry.parent, entry)] == [0o700, 0o700, 0o600]


def test_the_oldest_go_first_where_all_are_too_large(tmp_path: Path) -> None:
    kept = Cache(tmp_path, maks=1000)
    keys = [kept.key(str(number)) for number in range(10)]
    for age, key in enumerate(keys):
        kept.put(key, bytes(100))
        path = kept.folder / key[:2] / f"{key[2:]}.bin"
        os.utime(path, (age, age))
    assert kept.get(keys[0]) is not None  # used just now
    kept.trim()
    assert kept.isi().byte <= 900
    assert [kept.get(key) is not None for key in keys] == [True, *[False] * 4, *[True] * 5]


def test_clearing_leaves_what_is_not_ours(kept: Cache, tmp_path: Path) -> None:
    kept.put(kept.key("a"), b"isi")
    (tmp_path / "cache" / "surat.txt").write_text("penting")
    assert kept.clear().entri == 1
    assert kept.isi().entri == 0
    assert [path.name for path in (tmp_path / "cache").rglob("*")] == ["surat.txt"]


def test_a_folder_that_cannot_be_made_costs_nothing(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("")
    kept = Cache(tmp_path / "berkas")
    assert _read(folder / "a", kept) == workspace.read_documents([folder / "a"])
    assert kept.clear().entri == 0
