"""Indicators that are worded like outputs and read as outcomes, from rules/leksikon/dibaca_hasil.yaml."""

from __future__ import annotations

import re
from functools import cache

import msgspec
from msgspec import Struct

from ..resources import resource
from ..simpanan.diingat import diingat
from .butir import kunci


class _Leksikon(Struct, frozen=True, forbid_unknown_fields=True):
    hasil: tuple[str, ...]
    keadaan: tuple[str, ...]
    hitungan: str
    ragu: tuple[str, ...]


@cache
def _pola() -> dict[str, re.Pattern[str]]:
    lexicon = msgspec.yaml.decode(resource("rules", "leksikon", "dibaca_hasil.yaml").read_bytes(), type=_Leksikon)
    lists = {"hasil": lexicon.hasil, "keadaan": lexicon.keadaan, "hitungan": (lexicon.hitungan,), "ragu": lexicon.ragu}
    return {name: re.compile("|".join(f"(?:{one})" for one in patterns)) for name, patterns in lists.items()}


@diingat(bool)
def dibaca_hasil(teks: str) -> bool:
    """Whether an indicator stands for a result: coverage of services to people, production, a state that its affair is judged by."""
    text, pola = kunci(teks), _pola()
    return bool(pola["hasil"].search(text) or (pola["keadaan"].search(text) and not pola["hitungan"].search(text)))


@diingat(bool)
def mungkin_hasil(teks: str) -> bool:
    """Whether some evaluators read an indicator as a result: basic services that people receive, states that are dealt with."""
    return bool(_pola()["ragu"].search(kunci(teks)))
