"""Citations: "NSPK DAN SASARAN RPJMD YANG RELEVAN" mixes laws, tujuan and sasaran of the RPJMD, with or without labels."""

from __future__ import annotations

import re

from msgspec import Struct

from ..tulisan.kode import pisah_kode
from ..tulisan.teks import mend, strip_label
from .tingkat import is_context

_LABEL = re.compile(
    r"(?:^|\n)\s*(?:[-•–]\s*|\d+[.)]\s*)?(nspk|norma|tujuan|sasaran)"
    r"(?:[\s/,]*(?:standar|prosedur|dan|kriteria|strategis|rpjmd|rpd|daerah|kabupaten|kota|yang|relevan|terkait))*\s*:\s*",
    re.I,
)
_ITEM = re.compile(r"\n(?=\s*(?:[-•–]|\d{1,2}[.)]))")
_LAW = re.compile(
    r"\b(?:undang|uu|pp|perpres|inpres|permen\w*|kepmen\w*|inmen\w*|perda|perbup|perwal\w*|pergub|peraturan|keputusan|instruksi|"
    r"surat edaran)\b|"
    r"\b(?:nomor|no\.?)\s*\d+|^(?:nspk|norma|standar|pedoman|sop|spm|kriteria|prosedur)\b",
    re.I,
)
_SHORTEST, _LONGEST = 8, 250


class Rujukan(Struct, frozen=True):
    """teks: all that the cell cites, without labels, each once · sasaran: those that are sasaran of the RPJMD."""

    teks: tuple[str, ...] = ()
    sasaran: tuple[str, ...] = ()


def baca_rujukan(raw: str, kepala: str) -> Rujukan:
    """Reads one cell of a column with the heading `kepala`. An item without a label counts as a sasaran where the heading speaks of sasaran
    and the item is no law, urusan or agency."""
    default = "sasaran" if re.search(r"sasaran", re.sub(r"\s", "", kepala), re.I) else "nspk"
    texts: dict[str, str] = {}
    at = 0
    kind = default
    for label in [*_LABEL.finditer(raw), None]:
        part = raw[at : label.start() if label else len(raw)]
        for piece in _ITEM.split(f"\n{part}"):
            text = strip_label(mend(piece.strip()), "sasaran")
            if len(text) > _SHORTEST and not text.endswith(":"):
                texts.setdefault(text, kind)
        if label:
            kind = {"n": "nspk", "t": "tujuan", "s": "sasaran"}[label[1][0].lower()]
            at = label.end()
    return Rujukan(tuple(texts), tuple(text for text, kind in texts.items() if kind == "sasaran" and _is_goal(text)))


def _is_goal(text: str) -> bool:
    sized = len(text) <= _LONGEST and len(text.split()) > 1
    return sized and not _LAW.search(text) and not is_context(text) and pisah_kode(text)[0] is None
