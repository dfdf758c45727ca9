"""The cues of rules/leksikon/isyarat.yaml as spaCy matchers.

spaCy is imported on first use only: it costs about a second, and most commands never classify. What it found is remembered, and kept
beside the extractions (`ingatan.py`), so that a second check of the same documents needs no spaCy. Rules always run anew.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from ..resources import resource
from ..simpanan.cache import library_version

_FIRST, _LAST = "^", "$"


class Isyarat(Struct, frozen=True):
    """One cue: id, weights per class, and its reason."""

    id: str
    bobot: dict[str, float]
    alasan: str


class _Ingatan(Struct):
    """What was matched before. isyarat: cues by id; hasil: per text and unit, the ids of the cues that apply."""

    isyarat: dict[str, Isyarat] = {}
    hasil: dict[str, tuple[str, ...]] = {}


_ingatan = _Ingatan()
_TERBANYAK = 50_000
"""Texts that are remembered: a hundred Renstra have fewer."""


class _Pola:
    """One pattern of a cue: its matcher is made when a text first has all its words. `pilihan`: words of each literal slot."""

    def __init__(self, number: int, text: str) -> None:
        tokens = text.split()
        self.number = number
        self.first, self.last = tokens[0] == _FIRST, tokens[-1] == _LAST
        self.tokens = [token for token in tokens if token not in (_FIRST, _LAST)]
        self.pilihan = [frozenset(token.split("|")) for token in self.tokens if token != "..." and "*" not in token]
        self.tunggal = len(self.tokens) == len(self.pilihan) == 1
        self.matcher: Any = None


class Pencocok:
    """All cues, matched on a text in one pass. Anchors "^" and "$" are checked on the match itself.

    A matcher that knows every pattern costs about a millisecond a text; only the patterns of which a text has all words are run.
    """

    def __init__(self, cues: list[dict[str, Any]]) -> None:
        from spacy.matcher import Matcher
        from spacy.tokens import Doc
        from spacy.vocab import Vocab

        # A bare vocabulary: blank("id") takes seconds for tokenizer exceptions that normalised text does not need.
        self._vocab = Vocab()
        self._doc, self._matcher = Doc, Matcher
        self.cues = [Isyarat(cue["id"], cue["bobot"], cue["alasan"]) for cue in cues]
        self._menurut_kata: dict[str, dict[str, list[_Pola]]] = {}
        self._selalu: dict[str, list[_Pola]] = {}
        for field in ("pola", "satuan", "kecuali"):
            by_word: dict[str, list[_Pola]] = {}
            always: list[_Pola] = []
            for number, cue in enumerate(cues):
                for text in cue.get(field, ()):
                    pattern = _Pola(number, text)
                    if not pattern.pilihan:
                        always.append(pattern)
                    for word in min(pattern.pilihan, key=len, default=()):
                        by_word.setdefault(word, []).append(pattern)
            self._menurut_kata[field], self._selalu[field] = by_word, always

    def _found(self, field: str, words: list[str], skip: frozenset[int] = frozenset()) -> set[int]:
        """Numbers of the cues of which a pattern of this field matches."""
        held = set(words)
        by_word = self._menurut_kata[field]
        candidates = {id(pattern): pattern for word in held for pattern in by_word.get(word, ())}
        doc = None
        found: set[int] = set()
        for pattern in (*candidates.values(), *self._selalu[field]):
            if pattern.number in found or pattern.number in skip or any(held.isdisjoint(words) for words in pattern.pilihan):
                continue
            if pattern.tunggal and not pattern.first and not pattern.last:
                found.add(pattern.number)
                continue
            if pattern.first and pattern.tokens[0] != "..." and "*" not in pattern.tokens[0] and words[0] not in pattern.pilihan[0]:
                continue
            doc = doc if doc is not None else self._doc(self._vocab, words=words)
            if self._matches(pattern, doc):
                found.add(pattern.number)
        return found

    def _matches(self, pattern: _Pola, doc: Any) -> bool:
        if pattern.matcher is None:
            pattern.matcher = self._matcher(self._vocab)
            pattern.matcher.add("pola", [[_token(token) for token in pattern.tokens]])
        return any(
            (not pattern.first or start == 0) and (not pattern.last or end == len(doc)) for _key, start, end in pattern.matcher(doc)
        )

    def cocok(self, text: str, satuan: str) -> list[Isyarat]:
        """Cues that apply to a normalised indicator text and its unit, in the order of the file."""
        words = text.split()
        hits = self._found("pola", words) if words else set()
        if hits:
            hits -= self._found("kecuali", words, frozenset(range(len(self.cues))) - hits)
        if satuan:
            hits |= self._found("satuan", satuan.split())
        return [self.cues[number] for number in sorted(hits)]


def _token(token: str) -> dict[str, Any]:
    if token == "...":
        return {"OP": "*"}
    if "*" in token:
        return {"ORTH": {"REGEX": "^(?:" + "|".join(re.escape(word).replace(r"\*", ".*") for word in token.split("|")) + ")$"}}
    return {"ORTH": {"IN": token.split("|")}}


def cocok(text: str, satuan: str) -> list[Isyarat]:
    """Pencocok.cocok, or what it found for the same text and unit before, in this process or one whose memory was taken over."""
    key = f"{text}\n{satuan}"
    known = _ingatan.hasil.get(key)
    if known is not None:
        return [_ingatan.isyarat[name] for name in known]
    found = pencocok().cocok(text, satuan)
    if len(_ingatan.hasil) < _TERBANYAK:
        _ingatan.isyarat.update((cue.id, cue) for cue in found)
        _ingatan.hasil[key] = tuple(cue.id for cue in found)
    return found


def teringat() -> int:
    """How many texts are remembered."""
    return len(_ingatan.hasil)


def ingatan() -> bytes:
    """What is remembered, for another process; it holds only while `versi_isyarat` is the same."""
    return msgspec.msgpack.encode(_ingatan)


def ambil_ingatan(isi: bytes) -> None:
    """Takes over what another process remembered. Raises msgspec.DecodeError where that is no memory."""
    other = msgspec.msgpack.decode(isi, type=_Ingatan)
    _ingatan.isyarat.update(other.isyarat)
    _ingatan.hasil.update(other.hasil)


def versi_isyarat() -> str:
    """Hash of all that decides which cues apply to a text: this module, the cues, spaCy."""
    made = hashlib.sha256(Path(__file__).read_bytes() + resource("rules", "leksikon", "isyarat.yaml").read_bytes())
    made.update(library_version("spacy").encode())
    return made.hexdigest()


@lru_cache(maxsize=1)
def pencocok() -> Pencocok:
    """The matchers, built once a process."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return Pencocok(yaml.load(resource("rules", "leksikon", "isyarat.yaml").read_text(encoding="utf-8"), Loader=loader)["orientasi"])
