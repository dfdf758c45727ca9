"""What an LKjIP prints beside target and realisation: achievement, its class, absorption of the budget and efficiency."""

from __future__ import annotations

import re
from collections.abc import Callable

from ...model import Nilai
from .baris import Baris, Isi, Susunan
from .periode_nilai import bagian_tahun

_TO_END = re.compile(r"akhir|renstra|rp(?:jm)?d|jangka menengah|kemajuan", re.I)
_CLASS = re.compile(r"^(?:.* / )?(?:kategori|kriteria|predikat|notifikasi|status capaian)\b", re.I)
_EFFICIENCY = re.compile(r"efisiensi", re.I)
_ABSORBED = re.compile(r"serapan|penyerapan", re.I)
_SHARE = re.compile(r"%|persen|serapan|prosen", re.I)
_PHYSICAL = re.compile(r"\bfis[ik]k?\b", re.I)


class PembacaCapaian:
    """Finds the columns of one table. tahun: of the document, for columns whose heading names no year."""

    def __init__(self, susunan: Susunan, tahun: int | None) -> None:
        self._capaian: dict[int, str] = {}
        to_end = bool(susunan.grup("target_akhir")) and not susunan.grup("target")  # all that the table measures against
        for group in susunan.grup("capaian"):
            kolom = susunan.kolom[group]
            key = "akhir" if (to_end and kolom.tahun is None) or _TO_END.search(kolom.kepala) else str(kolom.tahun or tahun or "")
            if key:
                self._capaian[group] = key
        others = susunan.grup("lain") if self._capaian or susunan.grup("realisasi", "realisasi_anggaran") else []
        self._kategori = [g for g in others if _CLASS.search(susunan.kolom[g].kepala)]
        self._efisiensi = [g for g in others if _EFFICIENCY.search(susunan.kolom[g].kepala)]
        spent = [g for g in susunan.grup("realisasi_anggaran") if bagian_tahun(susunan.kolom[g].kepala) is None]
        self._serapan = [g for g in spent if _ABSORBED.search(susunan.kolom[g].kepala) and _SHARE.search(susunan.kolom[g].kepala)]
        money = [g for g in spent if not _SHARE.search(susunan.kolom[g].kepala)]
        shares = [g for g in spent if _SHARE.search(susunan.kolom[g].kepala)]
        if not susunan.grup("indikator") and susunan.grup("pagu"):
            realised = susunan.grup("realisasi")
            money += [g for g in realised if not _SHARE.search(susunan.kolom[g].kepala)]
            shares += [g for g in (*realised, *susunan.grup("capaian"), *susunan.grup("lain")) if _SHARE.search(susunan.kolom[g].kepala)]
        money = [g for g in money if not _PHYSICAL.search(susunan.kolom[g].kepala)]
        self._bagian_uang = [g for g in shares if not _PHYSICAL.search(susunan.kolom[g].kepala)]
        self._uang = {g: str(year) for g in money if (year := susunan.kolom[g].tahun or tahun)}

    def capaian(self, row: Baris, baca: Callable[[Isi], Nilai], milik: Callable[[int], bool]) -> dict[str, Nilai]:
        """Printed achievement by year, "akhir" against the end of the plan."""
        values: dict[str, Nilai] = {}
        for group, key in self._capaian.items():
            if group in row.isi and key not in values and milik(group):
                values[key] = baca(row.isi[group])
        return values

    def kategori(self, row: Baris, milik: Callable[[int], bool]) -> str | None:
        """The printed class of the achievement."""
        return next((row.isi[g].text for g in self._kategori if g in row.isi and milik(g)), None)

    def serapan(self, row: Baris, baca: Callable[[Isi], Nilai]) -> Nilai | None:
        """The printed absorption of the budget in percent."""
        return self._satu(row, self._serapan, baca)

    def serapan_uang(self, row: Baris, baca: Callable[[Isi], Nilai]) -> Nilai | None:
        """The printed share of the row's own money that was spent."""
        return next((baca(row.isi[g]) for g in self._bagian_uang if g in row.isi), None)

    def efisiensi(self, row: Baris, baca: Callable[[Isi], Nilai]) -> Nilai | None:
        """The printed degree of efficiency."""
        return self._satu(row, self._efisiensi, baca)

    def uang(self, row: Baris, baca: Callable[[Isi], Nilai]) -> dict[str, Nilai]:
        """Money spent by year."""
        values: dict[str, Nilai] = {}
        for group, year in self._uang.items():
            if group in row.isi and year not in values:
                values[year] = baca(row.isi[group])
        return values

    @staticmethod
    def _satu(row: Baris, groups: list[int], baca: Callable[[Isi], Nilai]) -> Nilai | None:
        return next((baca(isi) for g in groups if (isi := row.isi.get(g) or row.covering.get(g)) is not None), None)
