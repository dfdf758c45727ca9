"""Legacy Word files, with a stand-in for LibreOffice: what it is asked, and what its answers become."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from doccheck.readers import doc, read

from .ole_file import ole_file


@pytest.fixture
def word_file(tmp_path: Path) -> Path:
    path = tmp_path / "PK Dinas Contoh.doc"
    path.write_bytes(ole_file({"WordDocument": b"\xec\xa5"}))
    return path


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts a program named soffice on the path that runs these Python lines (`outdir`: where the result belongs)."""

    def install(lines: str) -> None:
        folder = tmp_path / "bin"
        folder.mkdir()
        program = folder / "soffice"
        program.write_text(
            f"#!{sys.executable}\nimport pathlib, shutil, sys, time\n"
            f"outdir = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n{lines}\n"
        )
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(folder))

    return install


def test_converted_and_read(word_file: Path, tmp_path: Path, office: Callable[[str], None], outline: Callable[..., Any]) -> None:
    document = Document()
    document.add_paragraph("PERJANJIAN KINERJA")
    document.save(str(tmp_path / "hasil.docx"))
    office(f"assert pathlib.Path(sys.argv[-1]).read_bytes()[:2] == bytes([0xd0, 0xcf])\n"
           f"shutil.copy({str(tmp_path / 'hasil.docx')!r}, outdir / (pathlib.Path(sys.argv[-1]).stem + '.docx'))")
    layout = read(word_file)
    assert (layout.path, layout.format, outline(layout)) == (str(word_file), "docx", ["PERJANJIAN KINERJA"])


@pytest.mark.parametrize(("name", "content"), [
    ("pk.doc", b"{\\rtf1 Perjanjian Kinerja}"), ("pk.odt", b"PK\x03\x04"),
])
def test_rtf_and_odt_go_the_same_way(
    name: str, content: bytes, write: Callable[..., Path], refusal: Callable[..., Any], monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    path = write(name, content)
    if name.endswith(".odt"):
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    assert refusal(path)[0] == "EXT-11"


def test_without_libreoffice(word_file: Path, refusal: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    kode, detail = refusal(word_file)
    assert kode == "EXT-11"
    assert "LibreOffice" in detail
    assert ".docx" in detail


def test_libreoffice_makes_nothing_of_it(word_file: Path, office: Callable[[str], None], refusal: Callable[..., Any]) -> None:
    office("sys.exit('source file could not be loaded')")
    assert refusal(word_file) == ("EXT-08", "source file could not be loaded")


def test_libreoffice_takes_too_long(
    word_file: Path, office: Callable[[str], None], refusal: Callable[..., Any], monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(doc, "TIMEOUT", 0.2)
    office("time.sleep(30)")
    assert refusal(word_file)[0] == "EXT-15"
