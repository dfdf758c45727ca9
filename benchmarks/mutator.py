"""Damaged files made from sound ones: what transport, old programs and bad luck do to documents, and what an attacker would send.

Everything is decided by the given random.Random, so that a run can be repeated.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from random import Random

Mutasi = Callable[[bytes, Random], bytes]


# -- any file -------------------------------------------------------------------------------------------------------------


def truncate(data: bytes, rng: Random) -> bytes:
    return data[: rng.randrange(len(data))]


def flip(data: bytes, rng: Random) -> bytes:
    """Turns over between one and a hundred bits."""
    made = bytearray(data)
    for _ in range(rng.choice((1, 3, 10, 30, 100))):
        made[rng.randrange(len(made))] ^= 1 << rng.randrange(8)
    return bytes(made)


def swap(data: bytes, rng: Random) -> bytes:
    """Two pieces change places."""
    a, b, c = sorted(rng.randrange(len(data)) for _ in range(3))
    return data[:a] + data[b:c] + data[a:b] + data[c:]


def cut(data: bytes, rng: Random) -> bytes:
    a = rng.randrange(len(data))
    return data[:a] + data[a + rng.randrange(1, max(2, len(data) // 4)) :]


def repeat(data: bytes, rng: Random) -> bytes:
    """A piece stands there several times."""
    a = rng.randrange(len(data))
    piece = data[a : a + rng.randrange(1, 4000)]
    return data[:a] + piece * rng.choice((2, 5, 50)) + data[a:]


def zeros(data: bytes, rng: Random) -> bytes:
    """A block that a failing disk did not give."""
    a = rng.randrange(len(data))
    return data[:a] + bytes(min(4096, len(data) - a)) + data[a + 4096 :]


_NUMBER = re.compile(rb"(?<![\w.])\d{1,6}(?![\w.])")
_ODD = (b"0", b"-1", b"99999999", b"2147483648", b"-2147483649", b"1e30", b"0.0000001", b"NaN", b"")


def numbers(data: bytes, rng: Random) -> bytes:
    """A few numbers become absurd."""
    found = list(_NUMBER.finditer(data))
    for match in sorted(rng.sample(found, min(len(found), rng.choice((1, 3, 10)))), key=lambda m: -m.start()):
        data = data[: match.start()] + rng.choice(_ODD) + data[match.end() :]
    return data


# -- PDF ------------------------------------------------------------------------------------------------------------------

_REFERENCE = re.compile(rb"(\d+) 0 R\b")
_STREAM = re.compile(rb"stream\r?\n.*?endstream", re.S)


def references(data: bytes, rng: Random) -> bytes:
    """References point to other objects (of the same number of digits, so that the table of places stays right)."""
    found = list(_REFERENCE.finditer(data))
    for match in rng.sample(found, min(len(found), rng.choice((1, 4, 20)))):
        other = rng.choice([m for m in found if len(m[1]) == len(match[1])])
        data = data[: match.start(1)] + other[1] + data[match.end(1) :]
    return data


def streams(data: bytes, rng: Random) -> bytes:
    """A stream is emptied, or holds what another holds."""
    found = list(_STREAM.finditer(data))
    if not found:
        return flip(data, rng)
    match, other = rng.choice(found), rng.choice(found)
    return data[: match.start()] + rng.choice((b"stream\nendstream", other[0])) + data[match.end() :]


def drawing(data: bytes, rng: Random) -> bytes:
    """What is drawn changes: operators and numbers of the unpacked streams."""

    def change(match: re.Match[bytes]) -> bytes:
        try:
            plain = zlib.decompress(match[0].split(b"stream", 1)[1].lstrip(b"\r\n").removesuffix(b"endstream"))
        except zlib.error:
            return match[0]
        mutated = rng.choice((numbers, cut, repeat, swap, flip))(plain, rng) if plain else plain
        return b"stream\n" + zlib.compress(mutated) + b"\nendstream"

    return _STREAM.sub(change, data)


# -- archives: DOCX, XLSX -------------------------------------------------------------------------------------------------

_SPAN = re.compile(rb'((?:w:gridSpan|w:gridBefore|w:gridAfter|w:vMerge|w:tblGrid|r|ref|s|t|spans|count)[^<>"]*=?")([^"]*)(")')


def parts(change: Mutasi) -> Mutasi:
    """Applies a change to one member of an archive, and packs it again."""

    def mutate(data: bytes, rng: Random) -> bytes:
        members = read_zip(data)
        names = [name for name in members if name.endswith((".xml", ".rels")) and members[name]]
        large = [name for name in names if re.search(r"document\.xml$|sheet\d*\.xml$|sharedStrings", name)]
        name = rng.choice(large if large and rng.random() < 0.75 else names)
        return write_zip({**members, name: change(members[name], rng)})

    mutate.__name__ = f"parts_{change.__name__}"
    return mutate


def tags(data: bytes, rng: Random) -> bytes:
    """Elements are left out, doubled or moved, mostly in a way that keeps the XML well formed."""
    names = re.findall(rb"<(\w+:?\w*)[ >]", data)
    name = rng.choice(names)
    found = list(re.finditer(rb"<" + name + rb"(?: [^<>]*)?(?:/>|>.*?</" + name + rb">)", data, re.S))
    if not found:
        return cut(data, rng)
    match, other = rng.choice(found), rng.choice(found)
    return data[: match.start()] + rng.choice((b"", match[0] * 3, other[0])) + data[match.end() :]


def attributes(data: bytes, rng: Random) -> bytes:
    found = list(_SPAN.finditer(data))
    for match in sorted(rng.sample(found, min(len(found), 5)), key=lambda m: -m.start()):
        value = rng.choice((b"0", b"-5", b"1000000", b"ZZZZ99999999", b"A1:XFD1048576", b""))
        data = data[: match.start(2)] + value + data[match.end(2) :]
    return data


def without_member(data: bytes, rng: Random) -> bytes:
    members = read_zip(data)
    del members[rng.choice(list(members))]
    return write_zip(members)


def read_zip(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write_zip(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


# -- HTML, CSV ------------------------------------------------------------------------------------------------------------


def spans(data: bytes, rng: Random) -> bytes:
    """Cells that claim to reach far."""
    value = rng.choice((b"0", b"-1", b"1000", b"100000000"))
    name = rng.choice((b"rowspan", b"colspan"))
    found = [match.start() for match in re.finditer(rb"<t[dh]", data)]
    for place in sorted(rng.sample(found, min(len(found), 4)), reverse=True):
        data = data[: place + 3] + b" " + name + b'="' + value + b'"' + data[place + 3 :]
    return data


def quotes(data: bytes, rng: Random) -> bytes:
    """Quotes, separators and line ends in wrong places, other encodings."""
    made = bytearray(data)
    for _ in range(rng.randrange(1, 40)):
        made.insert(rng.randrange(len(made)), rng.choice(b'",;\t\r\n\0\xff'))
    return bytes(made) if rng.random() < 0.8 else bytes(made).decode("latin-1").encode(rng.choice(("utf-16", "utf-8-sig")))


ANY: tuple[Mutasi, ...] = (truncate, flip, swap, cut, repeat, zeros)
BY_KIND: dict[str, tuple[Mutasi, ...]] = {
    "pdf": (*ANY, numbers, references, streams, drawing, drawing, drawing),
    "docx": (truncate, flip, cut, without_member, *(parts(change) for change in (tags, tags, attributes, numbers, truncate, flip))),
    "xlsx": (truncate, flip, cut, without_member, *(parts(change) for change in (tags, tags, attributes, numbers, truncate, flip))),
    "html": (*ANY, numbers, tags, tags, spans, spans),
    "csv": (*ANY, numbers, quotes, quotes),
}
