"""Which files of a folder are read, and under which names they are reported."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from doccheck.workspace import discover, find_config, root_of


def _touch(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"isi")


def _names(paths: list[Path], root: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in paths]


def test_a_folder_is_read_with_its_subfolders_in_order(tmp_path: Path) -> None:
    _touch(tmp_path, "renstra/dinas.PDF", "rpjmd.pdf", "Pk.docx", "iku.xlsx")
    assert _names(discover([tmp_path]), tmp_path) == ["iku.xlsx", "Pk.docx", "renstra/dinas.PDF", "rpjmd.pdf"]


def test_hidden_files_lock_files_and_other_kinds_are_passed_over(tmp_path: Path) -> None:
    _touch(tmp_path, ".arsip/lama.pdf", ".doccheck/x.pdf", ".pk.pdf", "~$pk.docx", "doccheck.toml", "README.md", "pk.docx")
    assert _names(discover([tmp_path]), tmp_path) == ["pk.docx"]


def test_documents_that_no_reader_takes_are_still_found_so_that_they_are_named(tmp_path: Path) -> None:
    _touch(tmp_path, "pindaian.jpg", "semua.zip", "paparan.pptx")
    assert len(discover([tmp_path])) == 3


def test_a_report_of_ours_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "laporan.html").write_text('<head><meta name="generator" content="doccheck 1.0"></head>')
    (tmp_path / "pk.html").write_text('<head><meta name="generator" content="LibreOffice"></head>')
    assert _names(discover([tmp_path]), tmp_path) == ["pk.html"]


def test_a_file_named_by_the_user_is_taken_whatever_it_is_and_only_once(tmp_path: Path) -> None:
    _touch(tmp_path, "catatan.txt", "pk.pdf")
    found = discover([tmp_path / "catatan.txt", tmp_path, tmp_path / "pk.pdf"])
    assert _names(found, tmp_path) == ["catatan.txt", "pk.pdf"]


def test_a_missing_path_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"tidak-ada\.pdf"):
        discover([tmp_path / "tidak-ada.pdf"])


def test_names_are_relative_to_the_folder_or_to_the_nearest_that_holds_all(tmp_path: Path) -> None:
    _touch(tmp_path, "a/pk.pdf", "b/pk.pdf")
    assert root_of([tmp_path / "a"]) == tmp_path / "a"
    assert root_of([tmp_path / "a" / "pk.pdf"]) == tmp_path / "a"
    assert root_of([tmp_path / "a" / "pk.pdf", tmp_path / "b"]) == tmp_path


def test_the_configuration_lies_in_the_folder_or_a_parent(tmp_path: Path) -> None:
    _touch(tmp_path, "kota/dinas/pk.pdf", "doccheck.toml")
    assert find_config([tmp_path / "kota" / "dinas"]) == tmp_path / "doccheck.toml"
    _touch(tmp_path, "kota/doccheck.toml")
    assert find_config([tmp_path / "kota" / "dinas" / "pk.pdf"]) == tmp_path / "kota" / "doccheck.toml"


def test_the_order_does_not_depend_on_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _touch(tmp_path, "b.pdf", "a/c.pdf", "C.pdf")
    absolute = [path.resolve() for path in discover([tmp_path])]
    monkeypatch.chdir(tmp_path)
    assert [path.resolve() for path in discover([Path(os.curdir)])] == absolute
