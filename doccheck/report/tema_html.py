"""The map agency x theme as one HTML file that needs no network (templates/matriks)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from .. import __version__
from ..bahasa import Lang, berbahasa
from ..resources import resource
from .lingkungan import lingkungan
from .tema import PetaTema, Tema
from .tema_tabel import perlu_dilihat


@cache
def _environment() -> Environment:
    env = lingkungan("matriks")
    env.globals.update(perlu_dilihat=perlu_dilihat, per_pd=_per_pd)
    return env


def _per_pd(theme: Tema) -> dict[str, object]:
    return {one.pd: one for one in theme.pengampu}


def render(peta: Sequence[PetaTema], *, lang: Lang = "id") -> str:
    """The page, one section a pemda: agencies as rows, themes as columns, then the goals and indicators of each theme."""
    style = resource("templates", "matriks", "gaya.css").read_text(encoding="utf-8")
    with berbahasa(lang):
        return _environment().get_template("tema.html.j2").render(lang=lang, versi=__version__, gaya=Markup(style), peta=peta)
