"""The words by which two texts differ, for the sentence of a finding."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from ..bahasa import _


def beda_kata(a: str, b: str) -> str:
    """ "dihapus “layanan”; ditambah “pelayanan yang”; “X” menjadi “Y”": what happened to the words from a to b."""
    first, second = _kata(a), _kata(b)
    matcher = SequenceMatcher(None, [w.lower() for w in first], [w.lower() for w in second], autojunk=False)
    changes = []
    for kind, i, j, k, m in matcher.get_opcodes():
        before, after = " ".join(first[i:j]), " ".join(second[k:m])
        if kind == "delete":
            changes.append(_("“{kata}” dihapus").format(kata=before))
        elif kind == "insert":
            changes.append(_("“{kata}” ditambahkan").format(kata=after))
        elif kind == "replace":
            changes.append(_("“{dari}” menjadi “{ke}”").format(dari=before, ke=after))
    return "; ".join(changes)


def _kata(text: str) -> list[str]:
    return re.findall(r"[\w/%-]+", text)
