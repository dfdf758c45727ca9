"""The lexicon of rules/leksikon that matching needs, loaded once. Each file says in its head what it holds."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from msgspec import Struct

from ..bahasa import _
from ..config import ConfigError
from ..resources import resource


class Leksikon(Struct, frozen=True):
    """kosakata: known words with their frequency · daftar: the same as a list, for the search of misspelt words · dasar: roots ·
    tugas: words without meaning of their own · wilayah: words in names of regions ·
    ejaan: word -> right words · pola: pattern over a word -> right word ·
    akronim: short form -> expansions · utuh: short forms that count as one word · istilah: pattern over a text -> its usual name ·
    ada_istilah: whether one of those patterns occurs."""

    kosakata: dict[str, int]
    daftar: list[str]
    dasar: frozenset[str]
    tugas: frozenset[str]
    wilayah: frozenset[str]
    ejaan: dict[str, tuple[str, ...]]
    pola: tuple[tuple[re.Pattern[str], str], ...]
    akronim: dict[str, tuple[tuple[str, ...], ...]]
    utuh: tuple[str, ...]
    istilah: tuple[tuple[re.Pattern[str], str], ...]
    ada_istilah: re.Pattern[str]


class LeksikonError(ConfigError):
    """A list of words that cannot work as it is written."""


_SINGLE = re.compile(r"[a-z]+\d*[a-z]*|%")


def tunggal(berkas: str, bagian: str, kata: Iterable[object]) -> list[str]:
    """The words of a list that works word by word. Raises LeksikonError for an entry of several words, which would never match: phrases
    belong into `frasa` of sinonim.yaml, which makes one word of them."""
    words = [str(word) for word in kata]
    for word in words:
        if not _SINGLE.fullmatch(word):
            hint = _("bagian ini hanya mengenal kata tunggal berhuruf kecil; tulis frasa pada \u201cfrasa\u201d di sinonim.yaml")
            raise LeksikonError(f"rules/leksikon/{berkas}, {bagian}: \u201c{word}\u201d: {hint}")
    return words


def muat(name: str) -> Any:
    """Content of rules/leksikon/<name>."""
    import yaml  # many runs find all texts in an earlier run's memory, and need no word list

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(resource("rules", "leksikon", name).read_text(encoding="utf-8"), Loader=loader)


def baris(name: str) -> list[str]:
    """Lines of a text file of rules/leksikon without comments."""
    lines = resource("rules", "leksikon", name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@lru_cache(maxsize=1)
def leksikon() -> Leksikon:
    """The word lists; raises OSError or yaml.YAMLError where a file is missing or damaged."""
    spelling, acronyms = muat("ejaan.yaml"), muat("akronim.yaml")
    kosakata = {word: int(count) for word, count in (line.split() for line in baris("frekuensi.txt"))}
    dasar = frozenset(word for line in baris("dasar.txt") for word in line.split())
    akronim = {
        str(key): tuple(tuple(text.split()) for text in ([value] if isinstance(value, str) else value))
        for key, value in acronyms["kepanjangan"].items()
    }
    for name, aliases in muat("pd.yaml").items():
        for alias in aliases:
            if " " not in alias and alias not in kosakata:
                akronim.setdefault(alias, (tuple(re.findall(r"[a-z]+", name.lower())),))
    for word in [*dasar, *(word for expansions in akronim.values() for text in expansions for word in text)]:
        kosakata.setdefault(word, 1)
    wilayah = frozenset(word for line in baris("wilayah.txt") for word in line.split())
    for word in wilayah:
        kosakata.setdefault(word, 1)
    ejaan = {str(key): tuple(value.split()) for key, value in spelling["kata"].items()}
    istilah = tuple((re.compile(pattern), right) for pattern, right in spelling["istilah"])
    ada_istilah = re.compile("|".join(f"(?:{pattern})" for pattern, _right in spelling["istilah"]))
    pola = tuple((re.compile(pattern), right) for pattern, right in spelling["pola"])
    daftar = sorted((word for word in kosakata if len(word) >= 4), key=lambda word: (-kosakata[word], word))
    return Leksikon(
        kosakata, daftar, dasar, frozenset(spelling["tugas"]), wilayah, ejaan, pola, akronim, tuple(acronyms["utuh"]), istilah, ada_istilah
    )


def bobot(count: float, total: float = 6600.0) -> float:
    """Weight 0.15..1.2 of a word by how many of `total` phrases hold it: rare words decide what a phrase is about."""
    return max(0.15, min(1.2, math.log(total / max(count, 1.0)) / math.log(total / 30.0)))
