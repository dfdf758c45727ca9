"""Text of a cell or paragraph as people see it: one blank between words, "\\n" between lines, no invisible characters."""

from __future__ import annotations

import re

_PLAIN = re.compile(r"[!-~]+(?: [!-~]+)*")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\x00\x01\x03-\x08\x0e-\x1f\x7f]")
_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_HYPHEN = "\x02"
"""PDF text copied into Office documents has this character where a word was broken at a hyphen."""


def decode_escapes(text: str) -> str:
    """Decodes the escapes of Office for control characters: "_x000D_" is a return, "_x005F_" the underscore that escapes."""
    if "_x" not in text:
        return text
    text = _ESCAPE.sub(lambda hit: chr(int(hit[1], 16)) if int(hit[1], 16) < 0x20 or hit[1].upper() == "005F" else hit[0], text)
    return _ESCAPE.sub(lambda hit: chr(int(hit[1], 16)) if int(hit[1], 16) < 0x20 else hit[0], text)


def tidy_line(text: str) -> str:
    """One line: escapes decoded, blanks collapsed, invisible characters dropped."""
    if _PLAIN.fullmatch(text) and "_x" not in text:
        return text
    text = _INVISIBLE.sub("", decode_escapes(text)).replace(_HYPHEN, "-")
    return _BLANKS.sub(" ", text).strip()


def tidy(text: str) -> str:
    """Text of several lines: each line tidied, empty lines at both ends dropped. Empty lines inside stay: several indicators
    of one cell are paired with several targets of another by line."""
    if _PLAIN.fullmatch(text) and "_x" not in text:
        return text
    text = _BREAK.sub("\n", decode_escapes(text))
    if "\n" not in text:
        return tidy_line(text)
    return "\n".join(tidy_line(line) for line in text.split("\n")).strip("\n")
