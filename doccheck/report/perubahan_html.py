"""The comparison of two versions as one HTML file that needs no network (templates/banding)."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from .. import __version__
from ..bahasa import Lang, berbahasa
from ..perubahan import Perbandingan
from ..resources import resource
from . import labels, perubahan
from .lingkungan import lingkungan
from .textdiff import word_diff


@cache
def _environment() -> Environment:
    env = lingkungan("banding")
    env.globals.update(
        per_butir=perubahan.per_butir, ringkas_ubah=perubahan.ringkas_ubah, judul=perubahan.judul, nama_berkas=perubahan.nama_berkas,
        kalimat=perubahan.kalimat, di=perubahan.di, word_diff=word_diff, NAMA=perubahan.NAMA, KEPARAHAN=labels.KEPARAHAN,
    )  # fmt: skip
    return env


def render(hasil: Perbandingan, nama_lama: str, nama_baru: str, *, lang: Lang = "id") -> str:
    """The page. nama_lama, nama_baru: what was compared, as the user named it."""
    style = resource("templates", "banding", "gaya.css").read_text(encoding="utf-8")
    with berbahasa(lang):
        return (
            _environment()
            .get_template("perubahan.html.j2")
            .render(
                lang=lang,
                versi=__version__,
                gaya=Markup(style),
                hasil=hasil,
                nama_lama=nama_lama,
                nama_baru=nama_baru,
                ringkas_temuan=perubahan.ringkas_temuan(hasil),
            )
        )
