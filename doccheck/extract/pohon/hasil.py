"""Outcomes and outputs in columns of their own: whose they are, and where they stand for programmes and kegiatan themselves."""

from __future__ import annotations

import re

from ...model import Level
from ..tabel.matriks import squeeze
from ..tulisan.teks import strip_label
from .baris import Baris, Susunan
from .simpul import Pohon, Simpul
from .tingkat import is_result

_WORD = re.compile(r"\w{3,}")


class PembacaHasil:
    """Keeps what the columns of outcomes and outputs of one table say, row by row."""

    def __init__(self, susunan: Susunan, pohon: Pohon) -> None:
        self._susunan, self._pohon = susunan, pohon
        self._outcome: str | None = None
        self._output: str | None = None
        self._di_output = False
        self._campuran = susunan.grup("hierarki")
        self._gabungan = _gabungan(susunan)
        first = min(susunan.grup("outcome"), default=0)
        self._kiri = [group for group in susunan.grup("goal", "hierarki") if group < first]
        self._membuka = _membuka(susunan)
        self._indicators = susunan.grup("indikator")

    def baca(self, row: Baris) -> None:
        """Takes in a row. An outcome holds until the next one or until a goal begins left of its column, an output for its own row; in a
        column of both, what is empty beside the name of a programme or kegiatan is none. A programme's outcome may stand in the column of
        the outputs."""
        ends = self._campuran if self._gabungan else self._kiri
        kept = None if any(group in row.isi for group in ends) else self._outcome
        self._outcome = self._sel(row, "outcome") or kept
        self._output = self._sel(row, "output")
        own = [peran for peran in ("outcome", "output") if any(group in row.isi for group in self._susunan.grup(peran))]
        self._di_output = own == ["output"] and any(group in row.isi for group in self._campuran)

    def milik(self, level: Level) -> str | None:
        """The outcome or output of a goal that begins in the row."""
        if level == "program":
            return self._output if self._di_output else self._outcome
        if level in ("kegiatan", "subkegiatan"):
            return self._outcome if self._gabungan else self._output
        return None

    def sebagai_sasaran(self, row: Baris) -> list[Simpul]:
        """The programmes and kegiatan of a row whose table has no other columns for them."""
        return [simpul for group, level in self._membuka.items() if (simpul := self._dari_sel(row, group, level))]

    def _sel(self, row: Baris, peran: str) -> str | None:
        cells = (row.isi.get(group) or row.covering.get(group) for group in self._susunan.grup(peran))
        return next((isi.text for isi in cells if isi is not None), None)

    def berikut(self, row: Baris) -> None:
        """A row with another outcome (output), in its own column and with an indicator, of the goal above: the goal once more, without its
        money."""
        last = self._pohon.last
        if last is None or not last.hasil or last.level not in ("program", "kegiatan", "subkegiatan"):
            return
        groups = self._susunan.grup("outcome" if last.level == "program" or self._gabungan else "output")
        cells = [row.isi[g] for g in groups if g in row.isi]
        if not cells or not any(g in row.isi for g in self._indicators) or (row.awal and not cells[0].text[:1].isupper()):
            return
        if squeeze(cells[0].text) != squeeze(last.hasil) and _WORD.search(cells[0].raw):
            copy = self._pohon.ulang(last, row.lokasi)
            copy.hasil, copy.tanda_uang = cells[0].text, last.tanda_uang

    def _dari_sel(self, row: Baris, group: int, level: Level) -> Simpul | None:
        """The programme or kegiatan that a cell of a column of outcomes or outputs stands for, where the table has no other column for it:
        its name, its outcome, or first the one and below it the other."""
        isi = row.isi.get(group)
        if isi is None or not _WORD.search(isi.raw):
            return None
        result = is_result(isi.text)
        last = self._pohon.di_grup(group)
        if result and last is not None and last is self._pohon.last and not last.hasil and not last.indikator:
            last.hasil = isi.text
            return last
        simpul = self._pohon.tambah(level, "" if result else strip_label(isi.text, level), row.lokasi, group)
        simpul.hasil = isi.text if result else None
        return simpul


def _membuka(susunan: Susunan) -> dict[int, Level]:
    """Columns of outcomes and outputs that stand for programmes and kegiatan: in tables of the whole cascade that have no column for these
    ("Tujuan | Sasaran | Outcome | Output | Sub Kegiatan | Indikator")."""
    levels = {susunan.kolom[g].tingkat for g in susunan.grup("goal")}
    if susunan.grup("hierarki") or not levels & {"tujuan", "sasaran"} or levels & {"program", "kegiatan"} or _gabungan(susunan):
        return {}
    return {**dict.fromkeys(susunan.grup("outcome"), "program"), **dict.fromkeys(susunan.grup("output"), "kegiatan")}


def _gabungan(susunan: Susunan) -> bool:
    """Whether one column holds the outcomes of programs and the outputs of kegiatan ("OUTCOME/OUTPUT")."""
    heads = [susunan.kolom[g].kepala.lower() for g in susunan.grup("outcome")]
    return not susunan.grup("output") and any("output" in head or "keluaran" in head for head in heads)

