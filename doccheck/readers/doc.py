"""Legacy Word files (.doc), RTF and ODT through LibreOffice, where it is installed."""

from __future__ import annotations

import errno
import os
import shutil
import socket
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

import msgspec

from ..catatan import ReadError
from ..kalimat import kalimat
from ..layout import Layout
from ..proses.kurung import SOKET, terkurung
from ..proses.nyawa import ikut_mati
from .docx import read_docx

TIMEOUT = 120
"""Seconds that a conversion may take."""


def sapu() -> None:
    """Removes dead sockets of LibreOffice from /tmp: of one that was killed, or that was started where nothing may be removed."""
    if not hasattr(os, "getuid"):
        return
    for path in SOKET.glob(f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_*"):
        with socket.socket(socket.AF_UNIX) as knock, suppress(OSError):
            if knock.connect_ex(str(path)) == errno.ECONNREFUSED:
                path.unlink()


def read_doc(path: Path) -> Layout:
    """Converts to DOCX in a folder of its own and reads that. Raises ReadError EXT-11 without LibreOffice, EXT-08 where it
    can make nothing of the file, EXT-15 where it takes too long, and those of read_docx."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        rincian = kalimat("berkas .doc lama, .rtf atau .odt perlu LibreOffice; pasang LibreOffice, atau simpan sebagai .docx")
        raise ReadError("EXT-11", rincian)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in" / "berkas.doc"
        source.parent.mkdir()
        shutil.copyfile(path, source)
        made, profile = Path(folder) / "berkas.docx", Path(folder) / "profile"
        done = _ubah(program, profile, source)
        if not made.is_file() and terkurung() and profile.is_dir():
            # with a fresh profile LibreOffice starts itself anew, for which it removes its socket; where it may not, the profile is ready
            # now, and under another name it gets another socket
            done = _ubah(program, profile.rename(Path(folder) / "profile-2"), source)
        if not made.is_file():
            said = done.stderr.decode("utf-8", "replace").strip()[:200]
            raise ReadError("EXT-08", said or kalimat("LibreOffice tidak dapat membukanya"))
        return msgspec.structs.replace(read_docx(made), path=str(path))


def _ubah(program: str, profile: Path, source: Path) -> subprocess.CompletedProcess[bytes]:
    """profile: one of its own, since a running LibreOffice of the user would refuse a second one."""
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--convert-to", "docx",
               "--outdir", str(profile.parent), str(source)]  # fmt: skip
    try:
        return subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=False, preexec_fn=ikut_mati())
    except subprocess.TimeoutExpired as error:
        raise ReadError("EXT-15", kalimat("LibreOffice tidak selesai dalam {detik} detik", detik=TIMEOUT)) from error
