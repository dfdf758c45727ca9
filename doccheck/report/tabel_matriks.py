"""The links between documents and the states of their ends as tables in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from ..alasan import terjemah
from ..bahasa import _, jamak
from ..match.keadaan import Keadaan
from ..model import Tautan, Ujung
from .matriks_label import HUBUNGAN, STATUS, VERDICT, jumlah, perlu_dilihat
from .tabel import tabel


def print_matrix(console: Console, tautan: Sequence[Tautan], states: Sequence[Keadaan]) -> None:
    """The links, upper document on the left, then the ends that a person should look at, and how many are in each state."""
    table = tabel(_("Dokumen atas"), _("Dokumen bawah"), _("Hubungan"), _("Skor"), _("Alasan"))
    for link in tautan:
        kind = f"{_(HUBUNGAN[link.hubungan])}, {_(STATUS.get(link.status, link.status))}, {_(VERDICT[link.verdict])}"
        table.add_row(_end(link.dari), _end(link.ke), kind, f"{link.skor:.2f}", Text(terjemah(link.alasan)))
    if tautan:
        console.print(table)
    loose = tabel(_("Perlu dilihat"), _("Level"), _("Dokumen"), _("Keadaan"))
    for state in states:
        if found := perlu_dilihat(state):
            end = state.ujung
            words = "\n".join(f"{mark} {_(text)}" for _side, _name, (mark, text, _colour) in found)
            loose.add_row(Text(end.indikator or end.uraian), end.level, end.berkas, words)
    if loose.row_count:
        console.print(loose)
    for (mark, text, _colour), count in jumlah(states):
        console.print(Text(f"{mark} {count:5} {_(text)}"))
    console.print(Text(jamak("{n} tautan", len(tautan)).format(n=len(tautan))))


def _end(end: Ujung) -> Text:
    return Text.assemble((f"{end.berkas} · {end.level}\n", "dim"), end.indikator or end.uraian)
