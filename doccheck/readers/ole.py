"""The directory of an OLE2 compound file ([MS-CFB]), as far as telling Word, Excel and encrypted packages apart needs it."""

from __future__ import annotations

import struct

OLE_MAGIC = b"\xd0\xcf\x11\xe0"
_FREE = 0xFFFFFFFA
"""Sector numbers from here on are marks (end of chain, free), not sectors."""


class _Compound:
    """The sectors and the directory of one file. Damage raises struct.error or IndexError."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        shift, = struct.unpack_from("<H", data, 30)
        if shift not in (9, 12):
            raise IndexError(shift)
        self._size = 1 << shift
        self._fat: list[int] = []
        tables = list(struct.unpack_from("<109I", data, 76))
        number, seen = struct.unpack_from("<I", data, 68)[0], set[int]()
        while number < _FREE and number not in seen:  # files above 7 MB list the rest of their tables in a chain
            seen.add(number)
            *more, number = struct.unpack(f"<{self._size // 4}I", self._sector(number))
            tables += more
        for table in tables:
            if table < _FREE:
                block = self._sector(table)
                self._fat.extend(struct.unpack(f"<{len(block) // 4}I", block[:len(block) // 4 * 4]))
        directory = self.chain(struct.unpack_from("<I", data, 48)[0])
        self.entries = [directory[start:start + 128] for start in range(0, len(directory) - 127, 128)]
        self.cutoff, = struct.unpack_from("<I", data, 56)

    def _sector(self, number: int) -> bytes:
        return self._data[(number + 1) * self._size:(number + 2) * self._size]

    def chain(self, number: int, most: int | None = None) -> bytes:
        """The content that begins in this sector, up to `most` bytes."""
        parts: list[bytes] = []
        seen: set[int] = set()
        while number < _FREE and number not in seen and (most is None or len(parts) * self._size < most):
            seen.add(number)
            parts.append(self._sector(number))
            number = self._fat[number] if number < len(self._fat) else _FREE
        return b"".join(parts)[:most]

    def root(self) -> dict[str, tuple[int, int]]:
        """First sector and size of the entries directly below the root; an embedded document's streams lie deeper."""
        found: dict[str, tuple[int, int]] = {}
        visited: set[int] = set()
        pending = [struct.unpack_from("<I", self.entries[0], 76)[0]]
        while pending:
            index = pending.pop()
            if index >= len(self.entries) or index in visited:
                continue
            visited.add(index)
            entry = self.entries[index]
            length, = struct.unpack_from("<H", entry, 64)
            name = entry[:max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            pending += struct.unpack_from("<II", entry, 68)
            found[name] = struct.unpack_from("<II", entry, 116)
        return found


def root_streams(data: bytes) -> dict[str, bytes]:
    """Names of the entries directly below the root, each with the start of its content (4 KiB; empty for small streams,
    which lie elsewhere). A damaged file gives what could be found, maybe nothing."""
    try:
        compound = _Compound(data)
        return {name: compound.chain(start, 4096) if size >= compound.cutoff else b"" for name, (start, size) in compound.root().items()}
    except (struct.error, IndexError):
        return {}


def stream(data: bytes, name: str) -> bytes:
    """The content of a stream below the root; empty where there is none, or a small one. Damage raises struct.error or IndexError."""
    compound = _Compound(data)
    start, size = compound.root().get(name, (_FREE, 0))
    return compound.chain(start, size) if size >= compound.cutoff else b""


def is_encrypted_stream(name: str, start: bytes) -> bool:
    """Whether a WordDocument stream ([MS-DOC] FibBase.fEncrypted) or a Workbook stream ([MS-XLS] FilePass) is encrypted."""
    if name == "WordDocument":
        return len(start) > 11 and bool(struct.unpack_from("<H", start, 10)[0] & 0x0100)
    position = 0
    while position + 4 <= len(start):
        record, length = struct.unpack_from("<HH", start, position)
        if record == 0x2F:  # FilePass
            return True
        if record in (0x0A, 0x85):  # end of the globals, BoundSheet: FilePass stands before them
            return False
        position += 4 + length
    return False
