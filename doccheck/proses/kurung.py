"""Processes that write nowhere but in one folder and reach no network: Linux's Landlock, which needs no privilege (files: kernel 5.13,
TCP: 6.7, signals to others: 6.12). It holds for every program that such a process starts, and cannot be taken back."""

from __future__ import annotations

import ctypes
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

_CREATE, _ADD, _RESTRICT = 444, 445, 446
"""System calls, the same on all architectures."""
_PR_SET_NO_NEW_PRIVS = 38
_TULIS_BERKAS, _POTONG = 1 << 1, 1 << 14
_TULIS = _TULIS_BERKAS | 0b1111111110000  # and to remove and make files, folders, links, sockets, pipes, devices
_PINDAH = 1 << 13
_SOKET = 1 << 9
SOKET = Path("/tmp")
"""LibreOffice puts a socket there, whatever it is told: one may be made, but nothing removed (readers.doc.sapu)."""
_TCP = 0b11
_LINGKUP = 0b11
"""Abstract sockets of others, and signals to them."""
_dikurung = False
MAKS_BERKAS = 2**30
"""Bytes of the largest file that such a process may write."""


class _Aturan(ctypes.Structure):
    _fields_ = (("berkas", ctypes.c_uint64), ("jaringan", ctypes.c_uint64), ("lingkup", ctypes.c_uint64))


class _DiBawah(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("boleh", ctypes.c_uint64), ("folder", ctypes.c_int32))


def versi() -> int:
    """Landlock's version here; 0 where there is none."""
    if not sys.platform.startswith("linux"):
        return 0
    return max(0, int(ctypes.CDLL(None).syscall(_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(1))))


def terkurung() -> bool:
    """Whether this process is shut in."""
    return _dikurung


def kurung(folder: Path) -> bool:
    """Shuts this process in: from now on it makes, changes and removes files below `folder` alone, has its temporary files there, and
    connects to nothing. Whether the system could; limits on core dumps and sizes of files hold even where it could not."""
    global _dikurung
    os.environ["TMPDIR"] = tempfile.tempdir = str(folder)
    os.chdir(folder)
    _ukuran()
    version = versi()
    if not version:
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    allowed = _TULIS | (_PINDAH if version >= 2 else 0) | (_POTONG if version >= 3 else 0)
    rules = _Aturan(allowed, _TCP if version >= 4 else 0, _LINGKUP if version >= 6 else 0)
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    handle = libc.syscall(_CREATE, ctypes.byref(rules), ctypes.c_size_t(size), ctypes.c_uint32(0))
    if handle < 0:
        return False
    try:
        rights = ((folder, allowed), (Path(os.devnull), allowed & (_TULIS_BERKAS | _POTONG)), (SOKET, _SOKET))
        done = all(_boleh(libc, handle, path, right) for path, right in rights if path.exists())
        libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        _dikurung = done and libc.syscall(_RESTRICT, ctypes.c_int(handle), ctypes.c_uint32(0)) == 0
        return _dikurung
    finally:
        os.close(handle)


def _boleh(libc: ctypes.CDLL, handle: int, path: Path, allowed: int) -> bool:
    opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        rule = _DiBawah(allowed, opened)
        return bool(libc.syscall(_ADD, ctypes.c_int(handle), ctypes.c_int(1), ctypes.byref(rule), ctypes.c_uint32(0)) == 0)
    finally:
        os.close(opened)


def _ukuran() -> None:
    try:
        import resource
    except ImportError:
        return
    for limit, wanted in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, MAKS_BERKAS)):
        hard = resource.getrlimit(limit)[1]
        with suppress(OSError, ValueError):
            resource.setrlimit(limit, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard),) * 2)
