"""The monthly sheets as one HTML file that needs no network and prints one agency a page (templates/bulanan)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from ... import __version__
from ...bahasa import Lang, berbahasa
from ...resources import resource
from ..lingkungan import lingkungan
from .isi import BAGIAN, JUDUL, LembarBulan
from .tampil import Tren, angka, nama_bulan, pecahan, selisih, temuan

_W, _H = 160, 36


@cache
def _environment() -> Environment:
    env = lingkungan("bulanan")
    env.globals.update(JUDUL=JUDUL, BAGIAN=BAGIAN, angka=angka, pecahan=pecahan, selisih=selisih, nama_bulan=nama_bulan, garis=garis)
    env.globals["temuan"] = temuan
    env.globals.update(
        per_nama=lambda agency: {part.nama: part for part in agency.bagian}, deret=lambda past, month, score: {**past, month: score}
    )
    return env


def garis(scores: Mapping[str, float | None]) -> str:
    """Points of a line over months (SVG, 0..100 upwards), months without a score left out; empty for fewer than two."""
    known = [(number, value) for number, value in enumerate(scores.values()) if value is not None]
    if len(known) < 2:
        return ""
    step = (_W - 8) / max(1, len(scores) - 1)
    return " ".join(f"{4 + number * step:.1f},{_H - 3 - value / 100 * (_H - 6):.1f}" for number, value in known)


def render(lembar: Sequence[LembarBulan], tren: Tren, *, lang: Lang = "id") -> str:
    """The page: a table of all agencies by name, then the sheet of each."""
    style = resource("templates", "bulanan", "gaya.css").read_text(encoding="utf-8")
    with berbahasa(lang):
        template = _environment().get_template("lembar.html.j2")
        return template.render(lang=lang, versi=__version__, gaya=Markup(style), lembar=lembar, tren=tren)
