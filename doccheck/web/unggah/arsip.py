"""Archives of documents, taken apart with suspicion: sizes are counted while unpacking, never believed; paths are only names; nothing
nested, no links, no encryption."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from doccheck.catatan import ReadError
from doccheck.kalimat import kalimat
from doccheck.readers.sniff import check_container

from .batas import DitolakError, Jatah, nama_aman

_POTONG = 1 << 16
_DILEWATI = (".", "~$", "__MACOSX")


def bongkar(path: Path, folder: Path, *, berkas_mb: int, jatah: Jatah, berkas: int) -> Iterator[tuple[str, Path | DitolakError]]:
    """(name, the unpacked file in `folder` or why it is refused), in the order of the archive. Raises DitolakError for the archive as a
    whole.

    berkas_mb: limit of one file · jatah: what all archives of the upload may still unpack, refused files counted as well: they cost as
    much to unpack · berkas: how many files. They are written under numbers, so that no path of the archive ever becomes a path of ours.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            check_container(archive)
            wanted = [info for info in archive.infolist() if not info.is_dir() and not _skipped(info.filename)]
            if len(wanted) > berkas:
                raise DitolakError(kalimat("Arsip berisi {n} berkas; batas {batas}.", n=len(wanted), batas=berkas))
            for number, info in enumerate(wanted):
                target = folder / f"{number}{Path(nama_aman(info.filename)).suffix.lower()}"
                try:
                    _unpack(archive, info, target, berkas_mb, jatah)
                except DitolakError as error:
                    target.unlink(missing_ok=True)
                    yield nama_aman(info.filename), error
                else:
                    yield nama_aman(info.filename), target
    except (ReadError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, RuntimeError) as error:
        rincian = error.rincian if isinstance(error, ReadError) else str(error)
        raise DitolakError(kalimat("Arsip tidak dapat dibuka: {rincian}", rincian=rincian)) from error


def _skipped(name: str) -> bool:
    return any(part.startswith(_DILEWATI) for part in name.replace("\\", "/").split("/") if part not in ("", ".", ".."))


def _unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo, target: Path, berkas_mb: int, jatah: Jatah) -> None:
    """The declared size is not trusted: bytes are counted as they come."""
    if stat.S_ISLNK(info.external_attr >> 16):
        raise DitolakError(kalimat("Tautan di dalam arsip tidak diterima."))
    if info.flag_bits & 1:
        raise DitolakError(kalimat("Berkas di dalam arsip berkata sandi."))
    jatah.ambil(0)
    written = 0
    with archive.open(info) as source, target.open("xb") as stream:
        while chunk := source.read(_POTONG):
            jatah.ambil(len(chunk))
            written += len(chunk)
            if written > berkas_mb * 2**20:
                raise DitolakError(kalimat("Berkas di dalam arsip melebihi batas satu berkas, {batas} MB.", batas=berkas_mb))
            stream.write(chunk)
