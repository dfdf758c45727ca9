"""Denominators at the end of an indicator: "per 1.000 penduduk", "(per 100.000 KH)"."""

from __future__ import annotations

import re
from functools import cache

from .leksikon import muat

_PER = r"[(\s]*(?:\bper\s*|/\s*(?=10[0.,]))(?P<angka>1[0.,]*0)"
_WITH_ANY = re.compile(rf"{_PER}(?:\s+(?P<populasi>[a-z]+(?:\s+[a-z]+){{0,2}}))?[)\s.*]*(?:\([^()\d]*\)\s*)?$", re.I)
"""A denominator of whatever population; a unit in brackets may follow it."""


def tanpa_penyebut(text: str) -> str:
    """The text without a denominator of a known population at its end: one document may print it and another leave it out."""
    return _known().sub(" ", text) if _maybe(text) else text


def penyebut_berbeda(a: str, b: str) -> str | None:
    """The denominators at the end of two texts, for a reason, where both name one and these contradict each other: another number, or
    another population ("per 1.000 penduduk" / "per 1.000 balita"). A population that no list knows contradicts only a known one, and that
    only where they have no word in common ("penduduk usia kerja")."""
    if not _maybe(a) or not _maybe(b):
        return None
    first, second = (_WITH_ANY.search(" ".join(text.split())) for text in (a, b))
    if not first or not second:
        return None
    numbers = {re.sub(r"\D", "", match["angka"]) for match in (first, second)}
    people = [match["populasi"] for match in (first, second) if match["populasi"]]
    if len(numbers) == 1 and (len(people) < 2 or _mungkin_sama(*people)):
        return None
    return " / ".join(match[0].strip(" ().*") for match in (first, second))


def _maybe(text: str) -> bool:
    """Whether there can be a denominator: nearly always there is none, and searching costs more."""
    return "/" in text or "per" in text.lower()


@cache
def _sebutan() -> dict[str, str]:
    """What a population is called -> the population."""
    return {name: people for people, others in muat("penyebut.yaml")["populasi"].items() for name in (people, *others)}


@cache
def _known() -> re.Pattern[str]:
    return re.compile(rf"{_PER}(?:\s+(?:{'|'.join(_sebutan())}))?[)\s.*]*$", re.I)


def _mungkin_sama(a: str, b: str) -> bool:
    one, other = _populasi(a), _populasi(b)
    if one is not None and other is not None:
        return one == other
    return one == other or not set(a.lower().split()).isdisjoint(b.lower().split())


def _populasi(text: str) -> str | None:
    words = text.lower().split()
    return next((_sebutan()[name] for n in (2, 1) if (name := " ".join(words[:n])) in _sebutan()), None)
