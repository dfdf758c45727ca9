"""The directory of an OLE2 compound file ([MS-CFB]), as far as telling Word, Excel and encrypted packages apart needs it."""

from __future__ import annotations

import struct

_FREE = 0xFFFFFFFA
"""Sector numbers from here on are marks (end of chain, free), not sectors."""


def root_streams(data: bytes) -> dict[str, bytes]:
    """Names of the entries directly below the root, each with the first sector of its content (at most 4 KiB; empty for
    small streams). A damaged file gives what could be found, maybe nothing. An embedded document's streams lie deeper
    and are not among them."""
    try:
        return _root_streams(data)
    except (struct.error, IndexError):
        return {}


def _root_streams(data: bytes) -> dict[str, bytes]:
    shift = struct.unpack_from("<H", data, 30)[0]
    if shift not in (9, 12):
        return {}
    size = 1 << shift
    first_directory, = struct.unpack_from("<I", data, 48)
    cutoff, = struct.unpack_from("<I", data, 56)

    def sector(number: int) -> bytes:
        return data[(number + 1) * size:(number + 2) * size]

    fat: list[int] = []
    tables = list(struct.unpack_from("<109I", data, 76))
    number, seen = struct.unpack_from("<I", data, 68)[0], set[int]()
    while number < _FREE and number not in seen:  # files above 7 MB list the rest of their tables in a chain
        seen.add(number)
        *more, number = struct.unpack(f"<{size // 4}I", sector(number))
        tables += more
    for table in tables:
        if table < _FREE:
            block = sector(table)
            fat.extend(struct.unpack(f"<{len(block) // 4}I", block[:len(block) // 4 * 4]))
    directory, number, seen = b"", first_directory, set()
    while number < _FREE and number not in seen:
        seen.add(number)
        directory += sector(number)
        number = fat[number] if number < len(fat) else _FREE
    entries = [directory[start:start + 128] for start in range(0, len(directory) - 127, 128)]
    streams: dict[str, bytes] = {}
    visited: set[int] = set()
    pending = [struct.unpack_from("<I", entries[0], 76)[0]]
    while pending:
        index = pending.pop()
        if index >= len(entries) or index in visited:
            continue
        visited.add(index)
        entry = entries[index]
        length, = struct.unpack_from("<H", entry, 64)
        name = entry[:max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
        left, right = struct.unpack_from("<II", entry, 68)
        start, bytes_long = struct.unpack_from("<II", entry, 116)
        streams[name] = sector(start)[:4096] if bytes_long >= cutoff and start < _FREE else b""
        pending += [left, right]
    return streams


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
