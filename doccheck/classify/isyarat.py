"""The cues of rules/leksikon/isyarat.yaml as spaCy matchers.

spaCy is imported on first use only: it costs about a second, and most commands never classify.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import yaml
from msgspec import Struct

from ..resources import resource

_FIRST, _LAST = "^", "$"


class Isyarat(Struct, frozen=True):
    """One cue: id, weights per class, its reason, and the names of its patterns in the matcher."""

    id: str
    bobot: dict[str, float]
    alasan: str


class Pencocok:
    """All cues, matched on a text in one pass. Anchors "^" and "$" are checked on the match itself."""

    def __init__(self, cues: list[dict[str, Any]]) -> None:
        import spacy
        from spacy.matcher import Matcher

        self._nlp = spacy.blank("id")
        self._nlp.tokenizer = _words(self._nlp)
        self.cues = [Isyarat(cue["id"], cue["bobot"], cue["alasan"]) for cue in cues]
        self._matchers = {field: Matcher(self._nlp.vocab) for field in ("pola", "satuan", "kecuali")}
        self._anchors: dict[str, tuple[int, bool, bool]] = {}
        for number, cue in enumerate(cues):
            for field, matcher in self._matchers.items():
                for index, text in enumerate(cue.get(field, ())):
                    tokens = text.split()
                    first, last = tokens[0] == _FIRST, tokens[-1] == _LAST
                    name = f"{field}.{number}.{index}"
                    self._anchors[name] = (number, first, last)
                    matcher.add(name, [[_token(token) for token in tokens if token not in (_FIRST, _LAST)]])

    def _found(self, field: str, doc: Any) -> set[int]:
        found = set()
        for key, start, end in self._matchers[field](doc):
            number, first, last = self._anchors[self._nlp.vocab.strings[key]]
            if (not first or start == 0) and (not last or end == len(doc)):
                found.add(number)
        return found

    def cocok(self, text: str, satuan: str) -> list[Isyarat]:
        """Cues that apply to a normalised indicator text and its unit, in the order of the file."""
        doc = self._nlp(text)
        hits = self._found("pola", doc) - self._found("kecuali", doc)
        if satuan:
            hits |= self._found("satuan", self._nlp(satuan))
        return [self.cues[number] for number in sorted(hits)]


def _words(nlp: Any) -> Any:
    """Splits at spaces only: the text is normalised already."""
    from spacy.tokenizer import Tokenizer

    return Tokenizer(nlp.vocab, token_match=re.compile(r"\S+").match)


def _token(token: str) -> dict[str, Any]:
    if token == "...":
        return {"OP": "*"}
    if "*" in token:
        return {"LOWER": {"REGEX": "^(?:" + "|".join(re.escape(word).replace(r"\*", ".*") for word in token.split("|")) + ")$"}}
    return {"LOWER": {"IN": token.split("|")}}


@lru_cache(maxsize=1)
def pencocok() -> Pencocok:
    """The matchers, built once a process."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return Pencocok(yaml.load(resource("rules", "leksikon", "isyarat.yaml").read_text(encoding="utf-8"), Loader=loader)["orientasi"])
