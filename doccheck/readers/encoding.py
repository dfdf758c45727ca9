"""The encoding of a text file: byte order mark, UTF-8 where it holds, UTF-16 by its zero bytes, else Windows-1252."""

from __future__ import annotations

import codecs

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def encoding(data: bytes, partial: bool = False) -> str | None:
    """Name of the codec, None for bytes that are no text. partial: the data may end within a character."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    sample = data[:4096]
    if b"\x00" in sample:
        for name, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
            if zeros.count(0) > 0.7 * len(zeros):
                return name
        return None
    controls = sum(byte < 32 and byte not in b"\t\n\r\x0b\x0c\x02\x1a" for byte in sample)
    if controls > len(sample) // 100:
        return None
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, final=not partial)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def decode(data: bytes, partial: bool = False) -> str | None:
    """The text, None for bytes that are no text. What the codec cannot read becomes U+FFFD."""
    name = encoding(data, partial)
    return None if name is None else data.decode(name, "replace")
