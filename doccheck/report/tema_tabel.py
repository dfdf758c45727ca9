"""The map agency x theme in a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..bahasa import _, jamak
from .tema import PetaTema, Tema


def print_tema(console: Console, peta: Iterable[PetaTema]) -> None:
    """One table a pemda: a row a theme, its agencies with the number of goals and indicators, and what is missing."""
    for one in peta:
        console.print(Text(one.pemda or _("Pemda tidak diketahui"), style="bold"))
        for text in one.tidak_dinilai:
            console.print(Text(text, style="yellow"))
        table = Table(header_style="bold", box=SIMPLE_HEAD)
        for head in (_("Tema"), _("RPJMD"), _("Perangkat daerah pengampu"), _("Yang perlu dilihat")):
            table.add_column(head, overflow="fold")
        for theme in one.tema:
            carriers = (f"{agency.pd} ({len(agency.butir)}{'' if agency.tinggi else '*'})" for agency in theme.pengampu)
            table.add_row(Text(theme.nama, style="bold"), str(len(theme.daerah)), "\n".join(carriers), "\n".join(perlu_dilihat(theme)))
        console.print(table)
        if any(not agency.tinggi for theme in one.tema for agency in theme.pengampu):
            console.print(Text(_("* hanya pada kegiatan atau subkegiatan"), style="dim"))


def perlu_dilihat(theme: Tema) -> list[str]:
    """What a person should look at in a theme, in words."""
    found = []
    if theme.satu:
        found.append(_("hanya diampu satu perangkat daerah"))
    if not theme.pengampu:
        found.append(_("tidak ada perangkat daerah yang mengampu"))
    if theme.kosong:
        found.append(_("disebut RPJMD, tetapi dokumennya tidak memuat tema ini: {pd}").format(pd="; ".join(theme.kosong)))
    if theme.tanpa_dokumen:
        text = jamak("{n} perangkat daerah yang disebut RPJMD tidak menyertakan dokumen", len(theme.tanpa_dokumen))
        found.append(text.format(n=len(theme.tanpa_dokumen)))
    return found
