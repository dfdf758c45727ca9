"""Names of units over the rows of their kegiatan ("Seksi Rumah Umum"): in the column of the kegiatan, with the sum of their rows."""

from __future__ import annotations

from collections.abc import Sequence

from ..tulisan.kode import pisah_kode
from ..tulisan.label import level_label
from .baris import VALUE_ROLES, Baris, Susunan
from .tingkat import is_unit

_FEW = 0.2
"""Share of bold texts up to which a column counts as plain."""


class NamaUnit:
    """Tells them from kegiatan by their words, and an abbreviation ("UPT3") by its type and breadth."""

    def __init__(self, rows: Sequence[Baris], susunan: Susunan) -> None:
        self._susunan = susunan
        self._indicators = susunan.grup("indikator")
        self._lower = [g for g in susunan.grup("goal") if susunan.kolom[g].tingkat in ("program", "kegiatan", "subkegiatan")]
        self._polos = {g for g in self._lower if susunan.kolom[g].tingkat != "program" and self._is_plain(rows, g)}

    def lepas(self, row: Baris) -> None:
        """Takes the name of a unit and the sum of its rows out of a row: it is no goal."""
        if not self._lower:
            return
        bare = [g for g in self._lower if g in row.isi and not self._has_indicator(row, g)]
        units = [g for g in bare if is_unit(row.isi[g].text) or self._is_title(row, g)]
        if units:
            for group in (*units, *(g for g in row.isi if self._susunan.kolom[g].peran in VALUE_ROLES)):
                del row.isi[group]

    def _has_indicator(self, row: Baris, group: int) -> bool:
        return any(g in row.isi for g in self._indicators if g > group)

    def _is_plain(self, rows: Sequence[Baris], group: int) -> bool:
        """Whether (nearly) all goals of a column with indicators beside them are not bold."""
        bold = [row.isi[group].bold for row in rows if group in row.isi and self._has_indicator(row, group)]
        return len(bold) > 1 and sum(bold) <= _FEW * len(bold)

    def _is_title(self, row: Baris, group: int) -> bool:
        """Whether a cell in a plain column is bold, runs on over the column of the indicators, and has neither code nor label."""
        isi = row.isi[group]
        if group not in self._polos or not isi.bold or isi.cell.colspan == 1:
            return False
        beside = min((g for g in self._susunan.kolom if g > group), default=group)
        return beside in self._indicators and beside not in row.kosong and pisah_kode(isi.text)[0] is None and level_label(isi.text) is None
