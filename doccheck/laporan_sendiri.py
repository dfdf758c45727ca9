"""How our own reports are told from documents, so that a report written beside the documents is not checked with them."""

from __future__ import annotations

from pathlib import Path

TANDA = "doccheck-laporan"
"""Keyword in the properties of our Word and Excel reports. Word, Excel and LibreOffice keep it when people edit the file."""
GENERATOR = b'name="generator" content="doccheck'
"""The mark of an HTML report of ours."""


def laporan_sendiri(file: Path) -> bool:
    """Whether the file is a report that doccheck wrote (HTML, DOCX, XLSX)."""
    try:
        match file.suffix.lower():
            case ".html" | ".htm":
                with file.open("rb") as stream:
                    return GENERATOR in stream.read(4096)
            case ".docx" | ".xlsx":
                return _di_paket(file)
    except OSError:
        pass  # whatever is wrong with the file, its reader says so
    return False


def _di_paket(file: Path) -> bool:
    import zipfile  # many folders hold PDF alone

    try:
        with zipfile.ZipFile(file) as archive:
            return TANDA.encode() in archive.read("docProps/core.xml")
    except (OSError, KeyError, zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError):
        return False
