"""The SHA-256 of a file: computed, or as an earlier run computed it for the file as it still is.

Reading every byte of a folder only to learn that nothing changed takes longer than all its rules together where the folder lies on a
share. As git does, a file is taken for unchanged where its place, size and times are; its time of change (ctime) is set by the system at
every write and cannot be set back. A file that changed just now is always read: it may change again within the same tick of the clock.
"""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

from .cache import Cache

TENANG = 2.0
"""Seconds for which a file must have been left alone: the coarsest clock of a file system (FAT)."""
_BERUBAH = os.name == "posix"
"""Whether the system keeps the time of change; Windows keeps that of creation instead, so that files are always read there."""


def fingerprint(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def dikenal(path: Path, cache: Cache) -> str:
    """The same, by what the cache knows of files that did not change."""
    state = path.stat()
    at_rest = time.time() - max(state.st_mtime, state.st_ctime) > TENANG
    if not (at_rest and _BERUBAH):
        return fingerprint(path)
    times = (state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns)
    key = cache.side_key("berkas", str(path.resolve()), *map(str, times))
    if (kept := cache.get(key)) is not None:
        return kept.decode("ascii", "replace")
    made = fingerprint(path)
    cache.put(key, made.encode())
    return made
