"""Makes zip-based files (DOCX, XLSX) the same bytes on every run, and compares built files by what they hold."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

WAKTU_ZIP = (2025, 9, 1, 0, 0, 0)
_DIUBAH = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")
_ALIRAN = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def tetapkan(berkas: Path) -> None:
    """Rewrite a zip with fixed member times and fixed document times."""
    with zipfile.ZipFile(berkas) as lama:
        isi = [(nama, lama.read(nama)) for nama in lama.namelist()]
    with zipfile.ZipFile(berkas, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as baru:
        for nama, data in isi:
            if nama == "docProps/core.xml":
                data = _DIUBAH.sub(rb"\g<1>2025-09-01T00:00:00Z\g<3>", data)
            anggota = zipfile.ZipInfo(nama, WAKTU_ZIP)
            anggota.compress_type = zipfile.ZIP_DEFLATED
            anggota.external_attr = 0o600 << 16
            baru.writestr(anggota, data)


def kandungan(berkas: Path) -> object:
    """What a file holds apart from its compression, which differs between builds of zlib."""
    data = berkas.read_bytes()
    if berkas.suffix in (".docx", ".xlsx"):
        try:
            with zipfile.ZipFile(berkas) as arsip:
                return {nama: arsip.read(nama) for nama in sorted(arsip.namelist())}
        except zipfile.BadZipFile:
            return data[:30]  # cut off on purpose: where, depends on the compression
    if berkas.suffix == ".pdf":
        return [_buka(potong) for potong in _ALIRAN.findall(data)]
    return data


def _buka(data: bytes) -> bytes:
    try:
        return zlib.decompress(data)
    except zlib.error:
        return data
