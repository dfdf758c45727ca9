"""What an uploaded file is, by its content."""

from __future__ import annotations

from pathlib import Path

from doccheck.catatan import ReadError, catatan, ucapan
from doccheck.kalimat import kalimat
from doccheck.readers.sniff import kind_of

from .batas import DitolakError

ARSIP = "zip"


def macam(path: Path) -> str:
    """ "pdf", "docx", "doc", "sheet", "html", "csv", or "zip" for an archive of documents. Raises DitolakError.

    What the first bytes and the container show to be encrypted or damaged is refused here; what shows only in reading (an encrypted PDF) is
    told by the task that recognises the file."""
    try:
        return kind_of(path)
    except ReadError as error:
        if path.suffix.lower() == ".zip" and _is_zip(path) and error.kode not in ("EXT-07", "EXT-12"):
            return ARSIP
        note = catatan(error.kode, rincian=error.rincian, berkas=path.name)
        raise DitolakError(ucapan(note)) from error
    except OSError as error:
        raise DitolakError(kalimat("Berkas tidak dapat dibaca.")) from error


def _is_zip(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(4) in (b"PK\x03\x04", b"PK\x05\x06")
