"""Targets and realisations of parts of a year: quarters, half-years and months of a rencana aksi."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from math import isclose
from typing import Literal

from msgspec import Struct

from ...model import Nilai
from ..tabel.kolom import Kolom
from ..tabel.matriks import squeeze
from ..tulisan.urutan import BULAN, ROMAWI
from .baris import Baris, Isi, Susunan

_PARTS = re.compile(r"(triwulan|tribulan|tw|semester|smt|caturwulan)(?:ke)?(iv|i{1,3}|[1-4])(?!n)")
_LETTER = {"triwulan": "TW", "tribulan": "TW", "tw": "TW", "semester": "S", "smt": "S", "caturwulan": "C"}
_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "mei": 5, "jun": 6, "jul": 7, "agu": 8, "agt": 8, "ags": 8, "sep": 9, "okt": 10, "nov": 11,
    "nop": 11, "des": 12,
}  # fmt: skip
_MONTH = re.compile(rf"^(?:target|realisasi|bulan)*(jan|feb|mar|apr|jun|jul|agt|ags|agu|sep|okt|nov|nop|des|{BULAN})$")
_BARE = re.compile(r"^(?:iv|i{1,3}|\d{1,2})$")
_MONEY = re.compile(r"\brp\b|anggaran|keuangan|\bpagu\b|\bdana\b", re.I)
_CUMULATIVE = re.compile(r"kumulatif|\bs\W{0,2}d\b|sampai dengan", re.I)
_TICK = re.compile(r"^[vxVX√✓✔•●]$")
"""Marks of when something is done, which are no values."""
_SAME = 0.006
"""Relative difference between a sum of parts and the year's target that rounding explains."""

Isian = Literal["target", "realisasi", "capaian", "realisasi_anggaran"]


class KolomPeriode(Struct, frozen=True):
    """What one column of a part of a year is for: the part ("TW1", "S2", "03") and what it holds."""

    bagian: str
    isi: Isian


@lru_cache(maxsize=2048)
def bagian_tahun(kepala: str) -> str | None:
    """The part of a year that a heading names: "TW1".."TW4", "S1", "S2", "C1".."C3", "01".."12"; None where it names none. `kepala`: the
    headings over the column, top first, joined with " / ". Four bare numbers (I II III IV) are quarters, below "Bulan" months."""
    parts = [squeeze(re.sub(r"\b20\d\d\b", "", part)) for part in kepala.split(" / ")]
    for part in reversed(parts):
        if named := _PARTS.search(part):
            number = named[2]
            return f"{_LETTER[named[1]]}{int(number) if number.isdigit() else ROMAWI[number]}"
        if month := _MONTH.match(part):
            return f"{_MONTHS[month[1].replace('peb', 'feb')[:3]]:02d}"
    bare = next((part for part in reversed(parts) if _BARE.match(part)), None)
    if bare is None:
        return None
    number = int(bare) if bare.isdigit() else ROMAWI[bare]
    months = any("bulan" in part and "tribulan" not in part for part in parts)
    if months:
        return f"{number:02d}" if 1 <= number <= 12 else None
    return f"TW{number}" if 1 <= number <= 4 else None


def kolom_periode(kolom: Kolom) -> KolomPeriode | None:
    """What a column is for whose heading names a part of a year; None where it names none, or holds planned money."""
    part = bagian_tahun(kolom.kepala) if kolom.peran in ("periode_bulan", "realisasi_anggaran") else None
    if part is None:
        return None
    if kolom.peran == "realisasi_anggaran":
        return KolomPeriode(part, "realisasi_anggaran")
    holds: Isian = "target"
    for text in reversed(kolom.kepala.lower().split(" / ")):
        if "realisasi" in text:
            holds = "realisasi"
        elif "capaian" in text or text.strip() in ("%", "persen"):
            holds = "capaian"
        elif not re.search(r"target|rencana", text):
            continue
        break
    if _MONEY.search(kolom.kepala) and not re.search(r"target|kinerja", kolom.kepala.rsplit(" / ", 1)[-1], re.I):
        return KolomPeriode(part, "realisasi_anggaran") if holds == "realisasi" else None
    return KolomPeriode(part, holds)


class PembacaPeriode:
    """Reads the parts of a year of one table. tahun: of the document, for columns whose heading names no year."""

    def __init__(self, susunan: Susunan, tahun: int | None) -> None:
        self._kolom: dict[int, tuple[str, Isian]] = {}
        named = {
            g: found for g in susunan.grup("periode_bulan", "realisasi_anggaran") if (found := kolom_periode(susunan.kolom[g])) is not None
        }
        measured = {found.bagian for found in named.values() if found.isi == "realisasi"}
        for group, found in named.items():
            year = susunan.kolom[group].tahun or tahun
            holds = found.isi
            if holds == "capaian":
                if found.bagian in measured:
                    continue  # a percentage beside target and realisation
                holds = "realisasi"
            self._kolom[group] = (f"{year}-{found.bagian}" if year else found.bagian, holds)
        self._kumulatif = any(_CUMULATIVE.search(susunan.kolom[group].kepala) for group in named)

    def nilai(self, row: Baris, isi: Isian, baca: Callable[[Isi], Nilai], milik: Callable[[int], bool]) -> dict[str, Nilai]:
        """Values of one kind in a row by part of the year. baca: reads a cell · milik: whether a column belongs to the indicator."""
        values: dict[str, Nilai] = {}
        for group, (key, holds) in self._kolom.items():
            cell = row.isi.get(group)
            if holds == isi and cell is not None and key not in values and not _TICK.match(cell.text) and milik(group):
                values[key] = baca(cell)
        return values

    def kumulatif(self, periode: Mapping[str, Nilai], target: Mapping[str, Nilai]) -> bool | None:
        """Whether the targets of the parts include those before them: by the headings, else by whether the last part or the sum of all
        is the year's target; None where both or neither are."""
        if not periode:
            return None
        if self._kumulatif:
            return True
        year = next(iter(periode))[:4]
        total = target[year].angka if year in target else None
        parts = [value.angka for key, value in sorted(periode.items()) if key[:4] == year and value.angka is not None]
        if total is None or len(parts) < 2:
            return None
        last = isclose(parts[-1], total, rel_tol=_SAME)
        added = isclose(sum(parts), total, rel_tol=_SAME)
        return last if last != added else None
