"""The alignment matrix as one HTML file that needs no network (templates/matriks)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from .. import __version__
from ..bahasa import Lang, berbahasa, pasang
from ..model import PutusanDipakai
from ..resources import resource
from .labels import JENIS
from .matriks import Lembar
from .matriks_label import BARIS, SEL


@cache
def _environment() -> Environment:
    env = Environment(
        loader=FileSystemLoader(resource("templates", "matriks")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pasang(env)
    env.globals.update(JENIS=JENIS, SEL=SEL, BARIS=BARIS, hitung=_count)
    return env


def _count(lembar: Lembar) -> Counter[str]:
    """How many rows are in each state."""
    return Counter(row.keadaan for row in lembar.baris)


def render(lembar: Sequence[Lembar], putusan: Sequence[PutusanDipakai] = (), *, lang: Lang = "id") -> str:
    """The page, one section a pemda. putusan: decisions of the project that were used."""
    style = resource("templates", "matriks", "gaya.css").read_text(encoding="utf-8")
    states = "\n".join(
        f".{prefix}-{name} {{ background: {colour}; }}"
        for prefix, table in (("s", SEL), ("b", BARIS))
        for name, (_mark, _words, colour) in table.items()
    )
    with berbahasa(lang):
        template = _environment().get_template("matriks.html.j2")
        return template.render(lang=lang, versi=__version__, gaya=Markup(style + states), lembar=lembar, putusan=putusan)
