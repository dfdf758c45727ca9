"""Extractions that are kept between runs, so that an unchanged document is not read again. Rules always run anew.

The key of an entry is made of the file's content, of the code and word lists that read it, and of the settings. Entries hold what
drafts say, so the folder is private (0700). A cache never fails a run: what cannot be read or written is as if it were not there.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from collections.abc import Callable
from functools import cache
from io import FileIO
from pathlib import Path

from msgspec import Struct

from .. import __version__
from ..resources import resource
from .folder_pengguna import folder_pengguna

MAKS_BYTE = 512 * 2**20
"""Size of all entries; the ones that were not used for longest go first. A Renstra takes about 40 KB."""
_SISA = 0.9
"""Share of it that is left after a clearing, so that not every run clears."""
_SAMPING = "-samping"
_TANDA = b"doccheck-cache-1\n"
_PACKAGE = Path(__file__).resolve().parent.parent
_JUDGING = frozenset({"checks", "match", "classify"})
_NOT_READING = _JUDGING | {"cli", "report", "web", "locale", "__pycache__"}
_LIBRARIES = ("lxml", "numpy", "opencv-python-headless", "pypdfium2", "python-calamine", "python-docx")
_JUDGING_LIBRARIES = ("jinja2", "msgspec", "pyyaml", "rapidfuzz", "spacy")


class Isi(Struct, frozen=True):
    """What a cache holds: its folder, the number of documents and the size of everything in bytes."""

    folder: Path
    entri: int
    byte: int


@cache
def reader_version() -> str:
    """Hash of everything that decides what is read from a file: our own sources, the word lists, the libraries."""
    made = hashlib.sha256(f"{__version__} {sys.implementation.cache_tag}".encode())
    for name in _LIBRARIES:
        made.update(f"{name} {library_version(name)}".encode())
    _add_sources(made, _PACKAGE, lambda name: name not in _NOT_READING)
    _add_sources(made, resource("rules", "leksikon"))
    return made.hexdigest()


@cache
def judging_version() -> str:
    """Hash of everything that decides what is made of texts and documents, reading included."""
    made = hashlib.sha256(reader_version().encode())
    for name in _JUDGING_LIBRARIES:
        made.update(f"{name} {library_version(name)}".encode())
    _add_sources(made, _PACKAGE, lambda name: name in _JUDGING)
    return made.hexdigest()


@cache
def _installed() -> dict[str, str]:
    """Installed libraries by name, with their version, from the names of their folders: importlib.metadata takes ten times as long."""
    found: dict[str, str] = {}
    for folder in sys.path:
        with contextlib.suppress(OSError):
            for entry in os.scandir(folder) if folder.endswith("-packages") else ():
                name, dash, number = entry.name.removesuffix(".dist-info").partition("-")
                if dash and entry.name.endswith(".dist-info"):
                    found.setdefault(name.lower().replace("_", "-"), number)
    return found


def library_version(name: str) -> str:
    """Version of an installed library, "" where it is missing."""
    return _installed().get(name, "")


def _add_sources(made: hashlib._Hash, folder: Path | str, wanted: Callable[[str], bool] | None = None) -> None:
    """Adds the files below a folder, of its entries the wanted ones. Without pathlib, because every run looks at some 300 files."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if wanted and not wanted(entry.name):
            continue
        if entry.is_dir():
            _add_sources(made, entry.path, lambda name: name != "__pycache__")
        elif not entry.name.endswith(".pyc"):
            with FileIO(entry.path) as stream:
                made.update(entry.name.encode() + b"\0" + stream.readall())


class Cache:
    """Entries in a folder of their own below `folder`. `pengaturan`: settings that change what is read from the same file."""

    def __init__(self, folder: Path | None = None, maks: int = MAKS_BYTE) -> None:
        self.folder = (folder or folder_pengguna("cache")) / "ekstraksi"
        self._maks = maks
        self._written = False

    def key(self, sidik: str, *pengaturan: str) -> str:
        """Name of the entry for a file with this SHA-256."""
        return hashlib.sha256("\0".join((sidik, reader_version(), *pengaturan)).encode()).hexdigest()

    def side_key(self, *bagian: str) -> str:
        """Name of an entry beside the documents: of what was found out about texts, rules or links, none of which counts as a document."""
        return self.key("", *bagian) + _SAMPING

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key[2:]}.bin"

    def get(self, key: str) -> bytes | None:
        """What was put under the key; None where there is nothing, or nothing whole."""
        path = self._path(key)
        try:
            content = path.read_bytes()
        except OSError:
            return None
        head = len(_TANDA) + 32
        payload = content[head:]
        if content[:head] != _TANDA + hashlib.sha256(payload).digest():
            return None
        with contextlib.suppress(OSError):
            os.utime(path)  # used now: access times are not kept on every system
        return payload

    def put(self, key: str, payload: bytes) -> None:
        """Writes an entry whole or not at all; two processes that write the same one write the same bytes."""
        import tempfile

        path = self._path(key)
        try:
            for folder in (self.folder, path.parent):
                folder.mkdir(mode=0o700, parents=folder is self.folder, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".baru")  # readable by the owner only
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(_TANDA + hashlib.sha256(payload).digest() + payload)
                Path(temporary).replace(path)
            except BaseException:
                Path(temporary).unlink(missing_ok=True)
                raise
        except OSError:
            return
        self._written = True

    def _entries(self) -> list[tuple[float, int, Path]]:
        """(last use, size, path) of every entry, and of what broken runs left behind."""
        found = []
        for pattern in ("*/*.bin", "*/.*.baru"):
            for path in self.folder.glob(pattern):
                with contextlib.suppress(OSError):
                    status = path.stat()
                    found.append((status.st_mtime, status.st_size, path))
        return sorted(found, key=lambda entry: (entry[0], entry[2]))

    def trim(self) -> None:
        """After a run that wrote: removes the entries that were not used for longest where all are too large."""
        if not self._written:
            return
        entries = self._entries()
        size = sum(entry[1] for entry in entries)
        if size <= self._maks:
            return
        for _used, own, path in entries:
            if size <= _SISA * self._maks:
                break
            with contextlib.suppress(OSError):
                path.unlink()
                size -= own

    def isi(self) -> Isi:
        entries = self._entries()
        documents = sum(not entry[2].stem.endswith(_SAMPING) for entry in entries)
        return Isi(self.folder, documents, sum(entry[1] for entry in entries))

    def clear(self) -> Isi:
        """Removes all entries, and nothing else that lies in the folder; tells what was removed."""
        before = self.isi()
        for _used, _size, path in self._entries():
            with contextlib.suppress(OSError):
                path.unlink()
        for folder in (*self.folder.glob("*"), self.folder):
            with contextlib.suppress(OSError):
                folder.rmdir()
        return before
