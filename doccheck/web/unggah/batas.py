"""Refusals and limits of uploads."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

from doccheck.kalimat import kalimat

DITERIMA = (".pdf", ".docx", ".xlsx", ".xlsm", ".xls", ".ods", ".doc", ".html", ".htm", ".csv", ".zip")
"""What the file chooser offers; what is accepted is decided by content."""
_LARANGAN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]')
_PERANGKAT = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.I)


class DitolakError(Exception):
    """A file that is not taken, and why, in words for the person; `kata` is to be kept (kalimat.tulis)."""

    def __init__(self, kata: str) -> None:
        super().__init__(kata)
        self.kata = kata


class Jatah:
    """How many bytes may still be unpacked; one for all archives of an upload."""

    def __init__(self, mb: int) -> None:
        self.mb, self._sisa = mb, mb * 2**20

    def ambil(self, byte: int) -> None:
        """Raises DitolakError where it is used up, and from then on."""
        self._sisa -= byte
        if self._sisa < 0:
            raise DitolakError(kalimat("Isi arsip seluruhnya melebihi batas {batas} MB.", batas=self.mb))


def nama_aman(name: str) -> str:
    """The last part of a path, without what file systems or terminals would take for something else; at most 180 characters."""
    last = PureWindowsPath(PurePosixPath(unicodedata.normalize("NFC", name)).name).name
    text = _LARANGAN.sub("_", last).strip(" .")
    if not text or _PERANGKAT.match(text):
        text = f"_{text}" if text else "dokumen"
    stem, dot, suffix = text.rpartition(".")
    if dot and len(suffix) <= 8:
        return f"{stem[: 180 - len(suffix) - 1]}.{suffix}"
    return text[:180]


def terlalu_besar(byte: int, mb: int) -> DitolakError:
    return DitolakError(kalimat("Ukuran {ukuran:.0f} MB; batas satu berkas {batas} MB.", ukuran=byte / 2**20, batas=mb))
