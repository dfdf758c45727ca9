"""The JSON of `doccheck kaskade`: the builder's structs as they are."""

from __future__ import annotations

from msgspec import Struct

from .kaskade import Pohon

VERSI = 1


class KaskadeJson(Struct, frozen=True):
    """`doccheck kaskade PATH --format json`: one tree a pemda (report.kaskade says what each field holds)."""

    versi: int
    pohon: tuple[Pohon, ...]


def kaskade_json(pohon: tuple[Pohon, ...]) -> KaskadeJson:
    return KaskadeJson(VERSI, pohon)
