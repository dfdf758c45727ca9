"""Writes small OLE2 compound files ([MS-CFB]): a root with streams, as old Word and Excel and encrypted OOXML have them."""

from __future__ import annotations

import struct

_END, _NONE, _FAT, _FREE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
_SIZE = 4096
"""Bytes of each stream: the smallest size that has sectors of its own."""


def ole_file(streams: dict[str, bytes], inside: dict[str, list[str]] | None = None) -> bytes:
    """`streams`: content below the root by name · `inside`: further storages with the names of streams in them."""
    entries: list[tuple[str, int, int, int, int, int]] = []  # name, kind, right sibling, child, first sector, size
    children: list[tuple[str, int, list[str], bytes]] = [(name, 2, [], content) for name, content in streams.items()]
    children += [(name, 1, names, b"") for name, names in (inside or {}).items()]
    entries.append(("Root Entry", 5, _NONE, 1 if children else _NONE, _END, 0))
    sector, body = 2, b""
    place = 1
    for at, (name, kind, names, content) in enumerate(children):
        following = place + 1 + len(names)
        right = following if at + 1 < len(children) else _NONE
        entries.append((name, kind, right, place + 1 if names else _NONE, sector if kind == 2 else _END, _SIZE if kind == 2 else 0))
        if kind == 2:
            body += content[:_SIZE].ljust(_SIZE, b"\0")
            sector += _SIZE // 512
        for number, inner in enumerate(names):
            entries.append((inner, 2, place + 2 + number if number + 1 < len(names) else _NONE, _NONE, _END, 0))
        place = following
    assert len(entries) <= 4, "one sector of directory"
    directory = b"".join(
        struct.pack("<64sHBBIII36xIQ", name.encode("utf-16-le"), 2 * len(name) + 2, kind, 1, _NONE, right, child, start, size)
        for name, kind, right, child, start, size in entries
    ).ljust(512, b"\0")
    fat = [_FAT, _END]
    for _ in range(2, sector, _SIZE // 512):
        first = len(fat)
        fat += [*range(first + 1, first + _SIZE // 512), _END]
    magic = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    header = struct.pack("<8s16xHHHHH6xIIIIIIIII", magic, 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, _SIZE, _END, 0, _END, 0)
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    return header + struct.pack("<128I", *fat, *[_FREE] * (128 - len(fat))) + directory + body
