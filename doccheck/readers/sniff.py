"""What a file is, by its first bytes and the names inside its container; its suffix only decides between kinds of text.

Real exports lie: SIPD and many PHP applications save HTML as .xls or .doc, and tab-separated text as .xls.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path
from typing import Literal

from ..bahasa import tandai
from ..catatan import ReadError
from ..kalimat import kalimat
from .encoding import decode
from .ole import OLE_MAGIC, is_encrypted_stream, root_streams

Kind = Literal["pdf", "docx", "doc", "sheet", "html", "csv"]

SUFFIXES = frozenset({".pdf", ".docx", ".xlsx", ".xlsm", ".xls", ".ods", ".html", ".htm", ".csv", ".doc"})
"""What discovery picks up in a folder (lower case)."""

MAX_BYTES = 200 * 2**20
"""Largest file of a format that is held in memory as a whole (all but PDF)."""
MAX_PDF_BYTES = 2 * 2**30
MAX_UNZIPPED = 2**30
"""Largest sum of the unpacked parts of a zip container (DOCX, XLSX, ODS)."""
MAX_ENTRIES = 20_000
MAX_RATIO = 200
"""Unpacked to packed size from which a container is a zip bomb; real sheets reach 40."""
RATIO_FROM = 50 * 2**20
"""Unpacked size up to which the ratio does not matter."""

_SIGNATURES = (
    (b"\x89PNG", tandai("gambar PNG")), (b"\xff\xd8\xff", tandai("gambar JPEG")), (b"GIF8", tandai("gambar GIF")),
    (b"II*\x00", tandai("gambar TIFF")), (b"MM\x00*", tandai("gambar TIFF")), (b"Rar!", tandai("arsip RAR")),
    (b"7z\xbc\xaf", tandai("arsip 7z")), (b"\x1f\x8b", tandai("arsip gzip")), (b"MZ", tandai("program Windows")),
    (b"\x7fELF", tandai("program")), (b"%!PS", "PostScript"), (b"MIME-Version:", tandai("arsip web MHTML")),
)
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|table|meta|style)\b", re.IGNORECASE)
_MIME: tuple[tuple[str, Kind], ...] = (
    ("wordprocessingml.document", "docx"), ("wordprocessingml.template", "docx"), ("ms-word.document.macroEnabled", "docx"),
    ("spreadsheetml.sheet", "sheet"), ("spreadsheetml.template", "sheet"), ("ms-excel.sheet", "sheet"),
    ("opendocument.spreadsheet", "sheet"), ("opendocument.text", "doc"),
)
_OTHER_MIME = (
    ("presentationml", tandai("presentasi PowerPoint")),
    ("opendocument.presentation", tandai("presentasi OpenDocument")), ("visio", tandai("gambar Visio")), ("epub", tandai("buku EPUB")),
)


def kind_of(path: Path) -> Kind:
    """The kind of a file; raises ReadError EXT-07, -08, -09, -10 or -12, and OSError."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(65536)
    if not head.strip(b"\x00\t\n\r \xef\xbb\xbf"):
        raise ReadError("EXT-09")
    if b"%PDF-" in head[:1024]:
        _limit(size, MAX_PDF_BYTES)
        return "pdf"
    _limit(size, MAX_BYTES)
    suffix = path.suffix.lower()
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zip_kind(path, suffix)
    if head.startswith(OLE_MAGIC):
        return _ole_kind(path.read_bytes(), suffix)
    if head.startswith(b"{\\rtf"):  # what some applications save as .doc
        return "doc"
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            raise _refusal(suffix, name)
    return _text_kind(head, suffix)


def _limit(size: int, most: int) -> None:
    if size > most:
        raise ReadError("EXT-12", kalimat("{ukuran:.0f} MB; batas {batas:.0f} MB", ukuran=size / 2**20, batas=most / 2**20))


def _refusal(suffix: str, seems: str) -> ReadError:
    """Not what the name says (EXT-08), or honestly something else (EXT-10)."""
    if suffix in SUFFIXES:
        return ReadError("EXT-08", kalimat("bernama {akhiran}, tetapi isinya tampaknya {jenis}", akhiran=suffix, jenis=kalimat(seems)))
    return ReadError("EXT-10", kalimat(seems))


def _zip_kind(path: Path, suffix: str) -> Kind:
    try:
        with zipfile.ZipFile(path) as archive:
            check_container(archive)
            names = set(archive.namelist())
            part = "mimetype" if "mimetype" in names else "[Content_Types].xml"
            mime = archive.read(part).decode("utf-8", "replace") if part in names else ""
            if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
                raise ReadError("EXT-07")
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise ReadError("EXT-08", kalimat("arsip zip rusak: {rincian}", rincian=error)) from error
    except RuntimeError as error:  # zipfile's answer to an encrypted entry
        raise ReadError("EXT-07", str(error)) from error
    main = "".join(re.findall(r'ContentType="([^"]*main\+xml|[^"]*\.main)"', mime)) or mime
    for marker, kind in _MIME:
        if marker in main:
            return kind
    seems = next((name for marker, name in _OTHER_MIME if marker in mime), tandai("arsip zip"))
    raise _refusal(suffix, seems)


def check_container(archive: zipfile.ZipFile) -> None:
    """Refuses zip bombs by the sizes the directory declares (zipfile reads no more than these); raises ReadError EXT-12."""
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        raise ReadError("EXT-12", kalimat("{n} bagian; batas {batas}", n=len(entries), batas=MAX_ENTRIES))
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    _limit(unpacked, MAX_UNZIPPED)
    if unpacked > RATIO_FROM and unpacked / packed > MAX_RATIO:
        raise ReadError("EXT-12", kalimat("dimampatkan {n} kali; batas {batas} kali", n=unpacked // packed, batas=MAX_RATIO))


def _ole_kind(data: bytes, suffix: str) -> Kind:
    streams = root_streams(data)
    if "EncryptedPackage" in streams or "EncryptionInfo" in streams:
        raise ReadError("EXT-07")
    kinds: tuple[tuple[str, Kind], ...] = (("WordDocument", "doc"), ("Workbook", "sheet"), ("Book", "sheet"))
    for name, kind in kinds:
        if name in streams:
            if is_encrypted_stream(name, streams[name]):
                raise ReadError("EXT-07")
            return kind
    known = "PowerPoint Document" in streams
    seems = tandai("presentasi PowerPoint") if known else tandai("wadah OLE yang tidak dikenal atau rusak")
    raise _refusal(suffix, seems)


def _text_kind(head: bytes, suffix: str) -> Kind:
    text = decode(head, partial=True)
    if text is None:
        raise _refusal(suffix, "data biner")
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith("<"):
        if "urn:schemas-microsoft-com:office:spreadsheet" in start:
            raise _refusal(suffix, "XML Spreadsheet 2003")
        if _HTML.search(start):
            return "html"
    if suffix in (".csv", ".tsv") or (suffix in (".xls", ".xlsx") and _is_separated(start)):
        return "csv"
    if suffix in (".html", ".htm"):
        return "html"
    raise _refusal(suffix, tandai("berkas XML") if start.startswith("<?xml") else tandai("teks biasa"))


def _is_separated(text: str) -> bool:
    """Whether most lines hold tabs or semicolons: a text table that goes by the name of a sheet."""
    lines = [line for line in text.splitlines() if line.strip()]
    return max(sum(mark in line for line in lines) for mark in "\t;") * 2 > len(lines)
