"""Which words of two texts differ: small, for people to look at, no judgement (that is doccheck.match)."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

SERUPA = 0.5
"""Share of equal words from which marking the others helps the eye; below it nearly everything would be marked."""

_EDGE = re.compile(r"^\W+|\W+$")


class Potongan(NamedTuple):
    """A run of words of one text; `beda` where the other text lacks them."""

    teks: str
    beda: bool


def _keys(words: list[str]) -> list[str]:
    """What is compared: capitals and punctuation around a word are no difference that a reader looks for."""
    return [_EDGE.sub("", word).casefold() or word for word in words]


def _runs(words: list[str], beda: list[bool]) -> tuple[Potongan, ...]:
    runs: list[Potongan] = []
    for word, flag in zip(words, beda, strict=True):
        if runs and runs[-1].beda == flag:
            runs[-1] = Potongan(f"{runs[-1].teks} {word}", flag)
        else:
            runs.append(Potongan(word, flag))
    return tuple(runs)


def _plain(words: list[str]) -> tuple[Potongan, ...]:
    return _runs(words, [False] * len(words))


def _matcher(kata_a: list[str], kata_b: list[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, _keys(kata_a), _keys(kata_b), autojunk=False)


def serupa(a: str, b: str) -> bool:
    """Whether the texts share enough words that a reader takes them for two versions of one."""
    return _matcher(a.split(), b.split()).ratio() >= SERUPA


def word_diff(a: str, b: str) -> tuple[tuple[Potongan, ...], tuple[Potongan, ...]]:
    """Both texts as runs of words, each marking what the other lacks; white space becomes single blanks.

    Nothing is marked where the texts share less than SERUPA of their words: they are then simply two texts.
    """
    kata_a, kata_b = a.split(), b.split()
    matcher = _matcher(kata_a, kata_b)
    if matcher.ratio() < SERUPA:
        return _plain(kata_a), _plain(kata_b)
    beda_a, beda_b = [True] * len(kata_a), [True] * len(kata_b)
    for start_a, start_b, size in matcher.get_matching_blocks():
        beda_a[start_a : start_a + size] = [False] * size
        beda_b[start_b : start_b + size] = [False] * size
    return _runs(kata_a, beda_a), _runs(kata_b, beda_b)


class Ubahan(NamedTuple):
    """A run of words in a text that became another: in both ("tetap"), in the first only ("hapus"), in the second only ("tambah")."""

    teks: str
    jenis: Literal["tetap", "hapus", "tambah"]


def ubahan(a: str, b: str) -> tuple[Ubahan, ...]:
    """One line that tells how text `a` reads in `b`; empty where they are equal or share less than SERUPA of their words."""
    kata_a, kata_b = a.split(), b.split()
    matcher = _matcher(kata_a, kata_b)
    codes = matcher.get_opcodes()
    if matcher.ratio() < SERUPA or all(tag == "equal" for tag, *_rest in codes):
        return ()
    runs: list[Ubahan] = []
    for tag, a0, a1, b0, b1 in codes:
        if tag == "equal":
            runs.append(Ubahan(" ".join(kata_b[b0:b1]), "tetap"))
            continue
        if a1 > a0:
            runs.append(Ubahan(" ".join(kata_a[a0:a1]), "hapus"))
        if b1 > b0:
            runs.append(Ubahan(" ".join(kata_b[b0:b1]), "tambah"))
    return tuple(runs)
