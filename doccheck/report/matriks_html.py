"""The alignment matrix as one HTML file that needs no network (templates/matriks)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from .. import __version__
from ..bahasa import Lang, berbahasa
from ..match.keadaan import Keadaan, place
from ..model import PutusanDipakai
from ..resources import resource
from .labels import JENIS
from .lingkungan import lingkungan
from .matriks import Lembar
from .matriks_label import ATAS, BARIS, BAWAH, KEDALAMAN, SEL, jumlah, perlu_dilihat


@cache
def _environment() -> Environment:
    env = lingkungan("matriks")
    env.globals.update(JENIS=JENIS, SEL=SEL, BARIS=BARIS, BAWAH=BAWAH, hitung=_count, hitung_keadaan=jumlah)
    env.globals.update(lihat=_beneath, perlu_dilihat=perlu_dilihat)
    return env


def _count(lembar: Lembar) -> Counter[str]:
    """How many rows are in each state."""
    return Counter(row.keadaan for row in lembar.baris)


def _beneath(lembar: Lembar) -> list[Keadaan]:
    """The ends below the rows that a person should look at; rows show their own state."""
    rows = {place(row.ujung) for row in lembar.baris}
    return [state for state in lembar.keadaan if perlu_dilihat(state) and place(state.ujung) not in rows]


def render(lembar: Sequence[Lembar], putusan: Sequence[PutusanDipakai] = (), *, lang: Lang = "id") -> str:
    """The page, one section a pemda. putusan: decisions of the project that were used."""
    style = resource("templates", "matriks", "gaya.css").read_text(encoding="utf-8")
    tables: dict[str, Mapping[Any, tuple[str, str, str]]] = {"s": SEL, "b": BARIS, "atas": ATAS, "bawah": BAWAH, "kedalaman": KEDALAMAN}
    states = "\n".join(
        f".{prefix}-{name} {{ background: {colour}; }}"
        for prefix, table in tables.items()
        for name, (_mark, _words, colour) in table.items()
    )
    with berbahasa(lang):
        template = _environment().get_template("matriks.html.j2")
        return template.render(lang=lang, versi=__version__, gaya=Markup(style + states), lembar=lembar, putusan=putusan)
