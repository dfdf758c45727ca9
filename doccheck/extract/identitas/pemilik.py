"""Whose a table is: the post that stands above it, where a document gives one list of indicators to each post."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..tabel.kolom import OFFICIAL
from ..tulisan.teks import mend
from .pihak import JABATAN

_MARK = r"(?:\d{1,2}|[A-Za-z])[.)]"
_POST = re.compile(rf"^\W*(?:{_MARK}\s+)?(?:nama\s+)?{JABATAN}", re.I)
_BEFORE = re.compile(rf"^\W*(?:{_MARK}\s+)?(?:indikator kinerja (?:individu|utama|jabatan)|iki|iku)?\W*", re.I)
_PARTIES = re.compile(r"\bpihak\s+(?:pertama|kesatu|kedua)\b", re.I)
_SHORTEST, _LONGEST = 4, 120
_SMALL = frozenset({"dan", "di", "pada", "serta", "untuk"})


def jabatan_tabel(konteks: Sequence[str]) -> str | None:
    """The post named above a table: "Jabatan : Kepala Bidang X" anywhere above it, or a title that is nothing but a post in the last three
    lines. konteks: the lines above it on its page, nearest last. None beside the parties of an agreement, who are read with it."""
    if any(map(_PARTIES.search, konteks)):
        return None
    for text in reversed(konteks):
        named = _POST.match(text.strip())
        if named and _SHORTEST <= len(named[1]) <= _LONGEST:
            return mend(named[1]).strip(" .,;:")
    for text in reversed(konteks[-3:]):
        name = _BEFORE.sub("", text.strip())
        if len(name) <= _LONGEST and OFFICIAL.match(name) and _is_name(name):
            return mend(name).strip(" .,;:")
    return None


def _is_name(text: str) -> bool:
    """Whether all words are capitalised, as those of a title and unlike those of a sentence."""
    words = re.findall(r"[^\W\d_]+", text)
    return not text.rstrip().endswith((".", ":", ";")) and all(word[:1].isupper() or word in _SMALL for word in words)
