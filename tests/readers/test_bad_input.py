"""Files that yield nothing: each says why, with its EXT id, and none ends the program."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from doccheck.catatan import ReadError
from doccheck.readers import read, sniff

from .ole_file import ole_file

Write = Callable[[str, str | bytes], Path]
Refusal = Callable[[Path], tuple[str, str]]


def archive(parts: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return stream.getvalue()


def content_types(main: str) -> str:
    namespace = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'<Types xmlns="{namespace}"><Override PartName="/x" ContentType="{main}"/></Types>'


def pdf(password: str | None = None) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, encrypt=StandardEncryption(password, canPrint=0) if password else None)
    canvas.drawString(72, 700, "Rencana Strategis Dinas Contoh")
    canvas.save()
    return stream.getvalue()


def docx() -> bytes:
    stream = io.BytesIO()
    document = Document()
    document.add_paragraph("Rencana Strategis " * 50)
    document.save(stream)
    return stream.getvalue()


def xlsx() -> bytes:
    stream = io.BytesIO()
    openpyxl.Workbook().save(stream)
    return stream.getvalue()


FIB_ENCRYPTED = b"\xec\xa5".ljust(10, b"\0") + struct.pack("<H", 0x0100)
FILE_PASS = struct.pack("<HH", 0x809, 4) + b"\0" * 4 + struct.pack("<HH", 0x2F, 2) + b"\0\0"
PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"

CASES: dict[str, tuple[str, Callable[[], bytes], str, str]] = {
    "empty file": ("a.pdf", lambda: b"", "EXT-09", ""),
    "blank text": ("a.csv", lambda: b"\xef\xbb\xbf \r\n\r\n", "EXT-09", ""),
    "text renamed .pdf": ("a.pdf", lambda: b"Rencana Strategis\n" * 9, "EXT-08", "bernama .pdf, tetapi isinya tampaknya teks biasa"),
    "text renamed .xls": ("a.xls", lambda: b"Rencana Strategis\n" * 9, "EXT-08", "bernama .xls, tetapi isinya tampaknya teks biasa"),
    "picture renamed .pdf": ("a.pdf", lambda: b"\xff\xd8\xff\xe0" + b"\0" * 99, "EXT-08", "gambar JPEG"),
    "web archive renamed .xls": ("a.xls", lambda: b"MIME-Version: 1.0\nX: y\n\n<html>", "EXT-08", "MHTML"),
    "XML sheet of Excel 2003": (
        "a.xls", lambda: b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>", "EXT-08",
        "XML Spreadsheet 2003"),
    "noise named .csv": ("a.csv", lambda: bytes(range(256)) * 9, "EXT-08", "data biner"),
    "DOCX that is a zip of something else": ("a.docx", lambda: archive({"foto.jpg": b"x"}), "EXT-08", "arsip zip"),
    "DOCX that is a presentation": ("a.docx", lambda: archive({"[Content_Types].xml": content_types(PRESENTATION)}), "EXT-08",
                                    "presentasi PowerPoint"),
    "presentation of LibreOffice": ("a.odp", lambda: archive({"mimetype": "application/vnd.oasis.opendocument.presentation"}),
                                    "EXT-10", "presentasi OpenDocument"),
    "empty zip": ("a.docx", lambda: archive({}), "EXT-08", "arsip zip"),
    "truncated DOCX": ("a.docx", lambda: docx()[:3000], "EXT-08", "arsip zip rusak"),
    "DOCX without its text": (
        "a.docx",
        lambda: archive({"[Content_Types].xml": content_types(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")}),
        "EXT-08", ""),
    "0-row XLSX": ("a.xlsx", xlsx, "EXT-09", ""),
    "encrypted DOCX or XLSX": ("a.docx", lambda: ole_file({"EncryptionInfo": b"", "EncryptedPackage": b""}), "EXT-07", ""),
    "encrypted DOC": ("a.doc", lambda: ole_file({"WordDocument": FIB_ENCRYPTED}), "EXT-07", ""),
    "encrypted XLS": ("a.xls", lambda: ole_file({"Workbook": FILE_PASS}), "EXT-07", ""),
    "damaged XLS": ("a.xls", lambda: ole_file({"Workbook": b"\x09\x08"}), "EXT-08", ""),
    "other OLE file": ("a.xls", lambda: ole_file({"PowerPoint Document": b""}), "EXT-08", "presentasi PowerPoint"),
    "truncated OLE file": ("a.doc", lambda: ole_file({"WordDocument": b""})[:300], "EXT-08", "wadah OLE"),
    "encrypted ODS": (
        "a.ods",
        lambda: archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"x",
                         "META-INF/manifest.xml": "<m><manifest:encryption-data/></m>"}),
        "EXT-07", ""),
    "truncated PDF": ("a.pdf", lambda: pdf()[:400], "EXT-08", ""),
    "encrypted PDF": ("a.pdf", lambda: pdf("rahasia"), "EXT-07", ""),
    "unknown suffix": ("a.txt", lambda: b"Rencana Strategis", "EXT-10", "teks biasa"),
    "unknown suffix, unknown content": ("a.xyz", lambda: bytes(range(256)), "EXT-10", "data biner"),
    "HTML without text": ("a.html", lambda: b"<html><script>1</script></html>", "EXT-09", ""),
}


@pytest.mark.parametrize("name", CASES)
def test_reason(name: str, write: Write, refusal: Refusal) -> None:
    file, content, kode, detail = CASES[name]
    found = refusal(write(file, content()))
    assert found[0] == kode
    assert detail in found[1]


def test_content_counts_not_the_name(write: Write) -> None:
    stream = io.BytesIO()
    book = openpyxl.Workbook()
    book.active.append(["No", "Indikator"])
    book.save(stream)
    assert read(write("sheet.docx", stream.getvalue())).format == "xlsx"
    assert read(write("teks.xlsx", docx())).format == "docx"
    assert read(write("TANPA-AKHIRAN", docx())).format == "docx"
    assert read(write("halaman.csv", b"<table><tr><td>a</table>")).format == "html"


def test_stream_of_an_embedded_document_does_not_count() -> None:
    """A Word file with a chart holds an Excel "Workbook" below its ObjectPool."""
    streams = sniff.root_streams(ole_file({"WordDocument": b""}, {"ObjectPool": ["Workbook"]}))
    assert list(streams) == ["WordDocument", "ObjectPool"]


def test_missing_file_and_folder(tmp_path: Path, refusal: Refusal) -> None:
    assert refusal(tmp_path / "tidak-ada.pdf")[0] == "EXT-15"
    assert refusal(tmp_path)[0] == "EXT-15"


@pytest.mark.parametrize(("limit", "value"), [("MAX_BYTES", 10), ("MAX_UNZIPPED", 1000), ("MAX_ENTRIES", 3)])
def test_limits(limit: str, value: int, write: Write, refusal: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sniff, limit, value)
    assert refusal(write("a.docx", docx()))[0] == "EXT-12"


def test_zip_bomb(write: Write, refusal: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sniff, "RATIO_FROM", 10_000)
    kode, detail = refusal(write("a.docx", archive({"word/document.xml": b"\0" * 1_000_000})))
    assert kode == "EXT-12"
    assert "dimampatkan" in detail


def test_a_failing_library_is_a_note(write: Write, refusal: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("doccheck.readers.csv.tidy", lambda _: 1 / 0)
    assert refusal(write("a.csv", "a,b\n")) == ("EXT-15", "ZeroDivisionError: division by zero")


def test_reason_is_kept_between_processes() -> None:
    import pickle

    error = pickle.loads(pickle.dumps(ReadError("EXT-08", "sebab")))
    assert (error.kode, error.rincian) == ("EXT-08", "sebab")
