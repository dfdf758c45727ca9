"""Files that cannot be read: each is named with its fault, the others go on, and the exit code says so."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.workspace.dokumen import renstra

from .conftest import RUSAK, Jalan

Doccheck = Callable[..., Jalan]


@pytest.mark.parametrize("nama", RUSAK)
def test_extract_names_the_fault_and_still_prints_the_contract(doccheck: Doccheck, rusak: Path, nama: str) -> None:
    kode = RUSAK[nama][0]
    hasil = doccheck("extract", rusak / nama, "--format", "json")
    assert hasil.kode == 3
    isi = json.loads(hasil.keluar)
    assert isi["kinerja"] == []
    assert [(note["berkas"], note["kode"]) for note in isi["catatan"]] == [(nama, kode)]
    assert nama in hasil.galat
    assert kode in hasil.galat
    assert "Traceback" not in hasil.galat


def test_extract_as_a_table_says_it_on_stderr_only(doccheck: Doccheck, rusak: Path) -> None:
    hasil = doccheck("extract", rusak / "kosong.pdf")
    assert (hasil.kode, hasil.keluar) == (3, "")
    assert hasil.galat == "kosong.pdf: EXT-09 Berkas kosong\n"


def test_a_folder_with_nothing_readable_is_3(doccheck: Doccheck, rusak: Path) -> None:
    hasil = doccheck("check", rusak, "--fail-on", "tidak")
    assert hasil.kode == 3
    assert "Tidak ada yang dapat diperiksa" in hasil.galat
    for nama, (kode, _isi) in RUSAK.items():
        assert nama in hasil.keluar
        assert kode in hasil.keluar


def test_an_empty_folder_is_3(doccheck: Doccheck, tmp_path: Path) -> None:
    (tmp_path / "catatan.txt").write_text("bukan dokumen")
    assert doccheck("check", tmp_path).kode == 3
    assert doccheck("matrix", tmp_path).kode == 3


def test_one_unreadable_file_among_good_ones_is_4(doccheck: Doccheck, tmp_path: Path) -> None:
    renstra(tmp_path / "renstra.html")
    (tmp_path / "terpotong.pdf").write_bytes(RUSAK["terpotong.pdf"][1])
    hasil = doccheck("check", tmp_path, "--fail-on", "tidak", "--format", "json")
    assert hasil.kode == 4
    isi = json.loads(hasil.keluar)
    assert [d["berkas"] for d in isi["dokumen"]] == ["renstra.html"]
    assert ("terpotong.pdf", "EXT-08") in [(note["berkas"], note["kode"]) for note in isi["catatan"]]


def test_the_fault_is_named_in_english_too(doccheck: Doccheck, rusak: Path) -> None:
    hasil = doccheck("--lang", "en", "extract", rusak / "terkunci.pdf")
    assert hasil.galat.startswith("terkunci.pdf: EXT-07 File locked by a password")
