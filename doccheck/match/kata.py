"""Words: spelling, glued and broken words, and the root of an Indonesian word.

Reading splits and glues words ("Meningkat nya", "kabupatenkota"), people write "prosentase" and "di susun". None of that is a
difference of meaning, so it is mended here before anything is compared. Roots come from rules/leksikon/dasar.txt: a word is a
form of the longest listed root that its affixes allow, and of no other; unknown words stay whole.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .leksikon import leksikon

_SUFFIXES = ("kan", "an", "i")
_PLAIN = ("di", "ter", "ber", "ke", "se", "per", "memper", "pember", "keber", "keter", "bel", "pel", "be", "te", "pe")
# meN-/peN- swallow the first letter of the root: what stands after them may have begun with this letter.
_NASAL = (("ng", "k"), ("ny", "s"), ("m", "p"), ("n", "t"))


def stop(word: str) -> bool:
    """Whether a word carries no meaning of its own (prepositions, conjunctions)."""
    return word in leksikon().tugas


@lru_cache(maxsize=65536)
def _stripped(word: str) -> frozenset[str]:
    """The word without the affixes that it may have."""
    bases = {word, word.removesuffix("nya")} if len(word) > 6 else {word}
    forms = set(bases)
    for base in bases:
        forms.update(base[: -len(suffix)] for suffix in _SUFFIXES if base.endswith(suffix) and len(base) - len(suffix) >= 3)
    for _ in range(2):
        for form in list(forms):
            forms.update(form[len(prefix) :] for prefix in _PLAIN if form.startswith(prefix) and len(form) - len(prefix) >= 3)
            if form[:2] in ("me", "pe") and len(form) > 5:
                rest = form[2:]
                if rest[0] in "lmnrwy":
                    forms.add(rest)
                for nasal, first in _NASAL:
                    if rest.startswith(nasal):
                        tail = rest[len(nasal) :]
                        forms.update(x for x in (tail, first + tail, tail[1:] if nasal == "ng" and tail[:1] == "e" else "") if len(x) >= 3)
    return frozenset(forms)


@lru_cache(maxsize=65536)
def akar(word: str) -> str:
    """The root of a (spelt right) word, or the word without -nya where no root is known."""
    roots = leksikon().dasar
    if word in roots:
        return word
    found = [form for form in _stripped(word) if form in roots]
    if found:
        return max(found, key=lambda form: (len(form), -word.find(form), form))
    return word.removesuffix("nya") if len(word) > 6 else word


@lru_cache(maxsize=65536)
def dikenal(word: str) -> bool:
    """Whether a word is known: in the vocabulary, or a form of a known root."""
    lex = leksikon()
    return len(word) < 3 or word in lex.kosakata or not word.isalpha() or any(form in lex.dasar for form in _stripped(word))


@lru_cache(maxsize=65536)
def eja(word: str) -> tuple[str, ...]:
    """A word spelt right: mostly one word, several where two were glued ("tatakelola") or a short form stands for more.

    An unknown word of seven letters or more becomes the known word at a distance of one letter. A known word is never changed,
    whatever it resembles, and shorter or worse words are left to the comparison, where the other text is evidence.
    """
    lex = leksikon()
    if word in lex.ejaan:
        return lex.ejaan[word]
    for pattern, right in lex.pola:
        if pattern.match(word):
            return (right,)
    if word in lex.akronim or dikenal(word):
        return (word,)
    for cut in range(4, len(word) - 3):
        if word[:cut] in lex.kosakata and word[cut:] in lex.kosakata:
            return word[:cut], word[cut:]
    if len(word) >= 7:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        near = process.extractOne(word, lex.daftar, scorer=OSA.distance, score_cutoff=1)
        if near is not None and near[0][0] == word[0]:
            return lex.ejaan.get(near[0], (near[0],))
    return (word,)


_TOKEN = re.compile(r"[a-z]+\d*[a-z]*|\d+[a-z]+|\d+(?:[.,]\d+)*|%")


def pecah(text: str) -> list[str]:
    """Lower-case words of a text, spelt right, with broken words joined."""
    lex = leksikon()
    raw = _TOKEN.findall(text)
    words: list[str] = []
    at = 0
    while at < len(raw):
        word = raw[at]
        following = raw[at + 1] if at + 1 < len(raw) else ""
        joined = word + following
        if following == "nya" or (word == "di" and following and joined in lex.kosakata):
            words.extend(eja(joined))
            at += 2
        elif (
            following
            and word.isalpha()
            and following.isalpha()
            and not (dikenal(word) and dikenal(following))
            and len(joined) > 5
            and (joined in lex.kosakata and word not in lex.akronim and following not in lex.akronim)
        ):
            words.append(joined)
            at += 2
        else:
            words.extend(eja(word))
            at += 1
    return words
