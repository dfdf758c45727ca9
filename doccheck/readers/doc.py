"""Legacy Word files (.doc), RTF and ODT through LibreOffice, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import msgspec

from ..bahasa import _
from ..catatan import ReadError
from ..layout import Layout
from .docx import read_docx

TIMEOUT = 120
"""Seconds that a conversion may take."""


def read_doc(path: Path) -> Layout:
    """Converts to DOCX in a folder of its own and reads that. Raises ReadError EXT-11 without LibreOffice, EXT-08 where it
    can make nothing of the file, EXT-15 where it takes too long, and those of read_docx."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise ReadError("EXT-11", _("berkas .doc lama, .rtf atau .odt perlu LibreOffice; pasang LibreOffice, atau simpan sebagai .docx"))
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in" / "berkas.doc"
        source.parent.mkdir()
        shutil.copyfile(path, source)
        profile = (Path(folder) / "profile").as_uri()  # a running LibreOffice of the user would refuse a second one
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "docx",
                   "--outdir", folder, str(source)]
        try:
            done = subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=False)
        except subprocess.TimeoutExpired as error:
            raise ReadError("EXT-15", _("LibreOffice tidak selesai dalam {detik} detik").format(detik=TIMEOUT)) from error
        made = Path(folder) / "berkas.docx"
        if not made.is_file():
            said = done.stderr.decode("utf-8", "replace").strip()[:200]
            raise ReadError("EXT-08", said or _("LibreOffice tidak dapat membukanya"))
        return msgspec.structs.replace(read_docx(made), path=str(path))
