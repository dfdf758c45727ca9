"""The JSON of `doccheck matrix --tema`: the builder's structs as they are."""

from __future__ import annotations

from msgspec import Struct

from .tema import PetaTema

VERSI = 1


class TemaJson(Struct, frozen=True):
    """`doccheck matrix PATH --tema --format json`: one map a pemda (report.tema says what each field holds)."""

    versi: int
    peta: tuple[PetaTema, ...]


def tema_json(peta: tuple[PetaTema, ...]) -> TemaJson:
    return TemaJson(VERSI, peta)
