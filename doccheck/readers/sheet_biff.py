"""Percent formats and error values of an XLS, from the records of its Workbook stream ([MS-XLS], BIFF8)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from .matrix import Place
from .ole import OLE_MAGIC, stream
from .sheet_shown import PERCENT_IDS, Shown, is_percent

_FORMULA, _EOF, _BOUND_SHEET, _MUL_RK, _XF, _NUMBER, _BOOL_ERR, _RK, _FORMAT = 0x06, 0x0A, 0x85, 0xBD, 0xE0, 0x203, 0x205, 0x27E, 0x41E
_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}


def shown_biff(data: bytes) -> dict[str, Shown]:
    """By the sheet's name; empty for other formats, for older Excel and where the records break off."""
    if not data.startswith(OLE_MAGIC):
        return {}
    try:
        return _workbook(stream(data, "Workbook"))
    except (struct.error, IndexError, UnicodeDecodeError):
        return {}


def _records(data: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    while start + 4 <= len(data):
        kind, length = struct.unpack_from("<HH", data, start)
        yield kind, data[start + 4:start + 4 + length]
        if kind == _EOF:
            return
        start += 4 + length


def _workbook(data: bytes) -> dict[str, Shown]:
    percent_ids = set(PERCENT_IDS)
    styles: list[int] = []
    sheets: list[tuple[int, str]] = []
    for kind, body in _records(data, 0):
        if kind == _FORMAT:
            if is_percent(_string(body, 2, 2)):
                percent_ids.add(struct.unpack_from("<H", body)[0])
        elif kind == _XF:
            styles.append(struct.unpack_from("<H", body, 2)[0])
        elif kind == _BOUND_SHEET:
            sheets.append((struct.unpack_from("<I", body)[0], _string(body, 6, 1)))
    percent = {at for at, number_format in enumerate(styles) if number_format in percent_ids}
    return {name: _sheet(data, start, percent) for start, name in sheets}


def _string(body: bytes, at: int, width: int) -> str:
    """A string of BIFF8: its length in `width` bytes, a flag for two-byte characters, the characters."""
    count = int.from_bytes(body[at:at + width], "little")
    wide = body[at + width] & 1
    text = body[at + width + 1:at + width + 1 + count * (1 + wide)]
    return text.decode("utf-16-le" if wide else "latin-1")


def _sheet(data: bytes, start: int, percent: set[int]) -> Shown:
    result = Shown()
    for kind, body in _records(data, start):
        if kind not in (_FORMULA, _MUL_RK, _NUMBER, _BOOL_ERR, _RK):
            continue
        row, col, style = struct.unpack_from("<HHH", body)
        place: Place = (row, col)
        if kind == _MUL_RK:
            kinds = struct.unpack_from("<" + "H4x" * ((len(body) - 6) // 6), body, 4)
            result.percent.update((row, col + beside) for beside, style in enumerate(kinds) if style in percent)
        elif kind == _BOOL_ERR:
            if body[7]:
                result.errors[place] = _ERRORS.get(body[6], "#N/A")
        elif kind == _FORMULA and body[12:14] == b"\xff\xff":  # the result is no number; 2 marks an error
            if body[6] == 2:
                result.errors[place] = _ERRORS.get(body[8], "#N/A")
        elif style in percent:
            result.percent.add(place)
    return result
