"""Runs the command line in this process, and makes the files that people really drop into a folder by mistake."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from openpyxl import Workbook
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from doccheck.bahasa import set_lang
from doccheck.cli import main


class Jalan(NamedTuple):
    """What a run of the command line gave."""

    kode: int
    keluar: str
    galat: str


@pytest.fixture
def doccheck(capfd: pytest.CaptureFixture[str]) -> Iterator[Callable[..., Jalan]]:
    """Calls the command line with these arguments; the language that they set ends with the test."""

    def jalankan(*args: object) -> Jalan:
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(arg) for arg in args])
        keluar, galat = capfd.readouterr()
        return Jalan(int(ended.value.code or 0), keluar, galat)

    yield jalankan
    set_lang("id")


def _pdf(**options: object) -> bytes:
    stream = BytesIO()
    canvas = Canvas(stream, **options)
    for page in range(3):
        canvas.drawString(72, 720, f"Perjanjian Kinerja, halaman {page + 1}")
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _empty_sheet() -> bytes:
    stream = BytesIO()
    Workbook().save(stream)
    return stream.getvalue()


def _zip(**members: str) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return stream.getvalue()


RUSAK: dict[str, tuple[str, bytes]] = {
    "kosong.pdf": ("EXT-09", b""),
    "teks.pdf": ("EXT-08", b"Ini catatan biasa yang diganti namanya.\n"),
    "terpotong.pdf": ("EXT-08", _pdf()[:400]),
    "terkunci.pdf": ("EXT-07", _pdf(encrypt=StandardEncryption("rahasia", ownerPassword="pemilik"))),
    "arsip.docx": ("EXT-08", _zip(catatan="bukan dokumen Word")),
    "kosong.docx": ("EXT-09", b""),
    "tanpa-baris.xlsx": ("EXT-09", _empty_sheet()),
    "rusak.xlsx": ("EXT-08", _zip(xl="bukan lembar kerja")),
    "foto.jpg": ("EXT-10", b"\xff\xd8\xff\xe0" + bytes(64)),
}
"""Name of the file: the note that says what is wrong with it, and its content."""


@pytest.fixture
def rusak(tmp_path: Path) -> Path:
    """A folder of unreadable files only."""
    folder = tmp_path / "rusak"
    folder.mkdir()
    for nama, (_kode, isi) in RUSAK.items():
        (folder / nama).write_bytes(isi)
    return folder
