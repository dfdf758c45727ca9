"""A file that did not change need not be read to know its content; one that did always is."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from doccheck.simpanan import sidik_berkas
from doccheck.simpanan.cache import Cache
from doccheck.simpanan.sidik_berkas import dikenal, fingerprint

pytestmark = pytest.mark.skipif(os.name != "posix", reason="files are always read where the system keeps no time of change")


@pytest.fixture
def kept(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "renstra.pdf"
    path.write_bytes(b"isi pertama")
    return path


@pytest.fixture
def hashed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the files of which all bytes were read."""
    names: list[str] = []
    monkeypatch.setattr(sidik_berkas, "fingerprint", lambda path: names.append(path.name) or fingerprint(path))
    return names


def _later(monkeypatch: pytest.MonkeyPatch, seconds: float = 10) -> None:
    now = time.time()
    monkeypatch.setattr(sidik_berkas.time, "time", lambda: now + seconds)


def test_a_file_at_rest_is_read_once(kept: Cache, file: Path, hashed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    _later(monkeypatch)
    assert [dikenal(file, kept) for _again in range(3)] == [fingerprint(file)] * 3
    assert hashed == ["renstra.pdf"]
    assert kept.isi().entri == 0  # it is no document


def test_a_file_that_changed_just_now_is_read_each_time(kept: Cache, file: Path, hashed: list[str]) -> None:
    dikenal(file, kept)
    file.write_bytes(b"isi kedua  ")
    assert dikenal(file, kept) == fingerprint(file)
    assert len(hashed) == 2


def test_other_bytes_of_one_size_and_time_are_seen(kept: Cache, file: Path, hashed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    _later(monkeypatch)
    first, times = dikenal(file, kept), file.stat()
    time.sleep(0.02)
    file.write_bytes(b"isi keduaaa")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert (file.stat().st_size, file.stat().st_mtime_ns) == (times.st_size, times.st_mtime_ns)
    assert dikenal(file, kept) == fingerprint(file) != first
    assert len(hashed) == 2


def test_another_file_in_its_place_is_read(kept: Cache, file: Path, hashed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    _later(monkeypatch)
    first = dikenal(file, kept)
    other = file.with_name("baru.pdf")
    other.write_bytes(b"isi lainnya")
    other.replace(file)
    assert dikenal(file, kept) == fingerprint(file) != first
    assert len(hashed) == 2
