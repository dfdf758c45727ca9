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
        from spacy.matcher import Matcher
        from spacy.tokens import Doc
        from spacy.vocab import Vocab

        # A bare vocabulary: blank("id") takes seconds for tokenizer exceptions that normalised text does not need.
        self._vocab = Vocab()
        self._doc = Doc
        self.cues = [Isyarat(cue["id"], cue["bobot"], cue["alasan"]) for cue in cues]
        self._matchers = {field: Matcher(self._vocab) for field in ("pola", "satuan", "kecuali")}
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
            number, first, last = self._anchors[self._vocab.strings[key]]
            if (not first or start == 0) and (not last or end == len(doc)):
                found.add(number)
        return found

    def cocok(self, text: str, satuan: str) -> list[Isyarat]:
        """Cues that apply to a normalised indicator text and its unit, in the order of the file."""
        doc = self._doc(self._vocab, words=text.split())
        hits = self._found("pola", doc) - self._found("kecuali", doc)
        if satuan:
            hits |= self._found("satuan", self._doc(self._vocab, words=satuan.split()))
        return [self.cues[number] for number in sorted(hits)]


def _token(token: str) -> dict[str, Any]:
    if token == "...":
        return {"OP": "*"}
    if "*" in token:
        return {"ORTH": {"REGEX": "^(?:" + "|".join(re.escape(word).replace(r"\*", ".*") for word in token.split("|")) + ")$"}}
    return {"ORTH": {"IN": token.split("|")}}


@lru_cache(maxsize=1)
def pencocok() -> Pencocok:
    """The matchers, built once a process."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return Pencocok(yaml.load(resource("rules", "leksikon", "isyarat.yaml").read_text(encoding="utf-8"), Loader=loader)["orientasi"])
