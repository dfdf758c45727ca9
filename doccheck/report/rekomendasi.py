"""Recommendations in the words of an LHE: each an order that begins with "Agar", one action a sentence."""

from __future__ import annotations

import re

_AGAR = re.compile(r"\s+agar\s+", re.I)


def kalimat(teks: str) -> list[str]:
    """The sentences of a recommendation. "Agar A; sasaran B agar C" are two actions and become "Agar A." and "Agar sasaran B C."; words in
    quotes are never touched."""
    parts = _split(" ".join(teks.split()))
    sentences: list[str] = []
    for part in parts:
        if not sentences or part.casefold().startswith("agar "):
            sentences.append(part)
            continue
        inner = _AGAR.search(part)
        if inner and part[: inner.start()].count("“") == part[: inner.start()].count("”"):
            sentences.append(f"agar {part[: inner.start()]} {part[inner.end() :]}")
        else:
            sentences[-1] += f"; {part}"
    return [_closed(sentence) for sentence in sentences if sentence]


def _split(text: str) -> list[str]:
    """Pieces between semicolons that stand outside quotes."""
    parts, depth, begin = [], 0, 0
    for at, sign in enumerate(text):
        depth += (sign == "“") - (sign == "”")
        if sign == ";" and depth <= 0:
            parts.append(text[begin:at].strip())
            begin = at + 1
    parts.append(text[begin:].strip())
    return [part for part in parts if part]


def _closed(sentence: str) -> str:
    first = sentence[0].upper() + sentence[1:]
    return first if first.endswith((".", "!", "?", ".”")) else f"{first}."
