"""What a row itself says of where it stems from: the goal that a column of it cites, and its code."""

from __future__ import annotations

from collections.abc import Sequence

from .alokasi import ACCEPT, Calon
from .banding import Comparison, compare
from .bukti import GOALS
from .hubungan import Pasangan
from .kelompok import Butir

_NEAREST = {"sasaran": 0, "tujuan": 1, "misi": 2}
"""Of goals that a citation fits equally well the nearest level is meant."""


def sekode(a: Butir, b: Butir) -> bool:
    """Whether two programmes have one code; "X.XX.01" is the first programme of every urusan."""
    return any(_equal_codes(x.kode, y.kode) for x in a.kejadian if x.kode for y in b.kejadian if y.kode)


def _equal_codes(a: str | None, b: str | None) -> bool:
    x, y = ((code or "").strip(". ").upper() for code in (a, b))
    if x.count(".") < 2 or y.count(".") < 2:
        return False
    return x == y or ("X.XX" in (x[:4], y[:4]) and x[4:] == y[4:])


def dirujuk(pair: Pasangan, above: Sequence[Butir], below: Sequence[Butir]) -> list[tuple[Calon, str]]:
    """Links that rows state themselves in a column such as "Sasaran RPJMD yang relevan"."""
    if pair.sederajat:
        return []
    found: list[tuple[Calon, str]] = []
    goals = [(number, item) for number, item in enumerate(above) if item.level in GOALS]
    for number, item in enumerate(below):
        for text in dict.fromkeys(text for node in item.kejadian for text in node.rujukan):
            scored = [(compare(text, other.teks, "sasaran").score, -_NEAREST[other.level], -n) for n, other in goals]
            if not scored:
                continue
            best = max(scored)
            if best[0] >= ACCEPT:
                result = compare(above[-best[2]].teks, item.teks, "sasaran")
                reason = f"kolom rujukan menyebut \u201c{text}\u201d; {result.reason}"
                cited = Comparison(round(best[0], 4), result.verdict, reason)
                found.append((Calon(-best[2], number, item.level, False, 2.0, cited, "rujukan"), "tertaut"))
    return found
