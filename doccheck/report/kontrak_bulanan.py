"""The JSON of `doccheck bulanan`: the sheets as they are, with the scores of the months kept before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from .bulanan import LembarBulan

VERSI = 1


class TrenJson(Struct, frozen=True):
    """Scores of an agency in the months before ("2026-04"), null where there was none."""

    pemda: str | None
    pd: str
    skor: dict[str, float | None]


class BulananJson(Struct, frozen=True):
    """`doccheck bulanan PATH --format json` (report.bulanan says what each field holds). The score is the office's own, no AKIP value."""

    versi: int
    lembar: tuple[LembarBulan, ...]
    tren: tuple[TrenJson, ...]


def bulanan_json(lembar: Sequence[LembarBulan], tren: Mapping[tuple[str | None, str], Mapping[str, float | None]]) -> BulananJson:
    return BulananJson(VERSI, tuple(lembar), tuple(TrenJson(pemda, pd, dict(scores)) for (pemda, pd), scores in tren.items()))
