"""The values of a row: money, targets, baseline and the texts beside an indicator, each with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from ..model import Baseline, Indikator, Lokasi, Nilai
from .angka import desimal_majority
from .baris import VALUE_ROLES, Baris, Susunan
from .nilai import parse_nilai, parse_rupiah
from .satuan import split_satuan

_SYMBOL = re.compile(r"^\s*Rp\.?\s*$", re.I)


class Isian:
    """Reads the values of one table's rows. `tahun`: of a yearly document, for columns whose heading names no year."""

    def __init__(self, susunan: Susunan, rows: Sequence[Baris], tahun: int | None) -> None:
        self._susunan, self._tahun = susunan, tahun
        self._desimal = desimal_majority(
            isi.raw for row in rows for g, isi in row.isi.items() if susunan.kolom[g].peran in VALUE_ROLES
        )

    def teks(self, row: Baris, peran: str) -> str | None:
        """Text of the column with this role; a cell that covers the row counts, a dash does not."""
        for group in self._susunan.grup(peran):
            isi = row.isi.get(group) or row.covering.get(group)
            if isi is not None and isi.text not in ("", "-", "–"):
                return isi.text
        return None

    def uang(self, row: Baris) -> tuple[dict[str, Nilai], tuple[int, ...]]:
        """Money per year, and the identity of the cells it stands in. A merged cell counts for every row it reaches."""
        money: dict[str, Nilai] = {}
        marks: list[int] = []
        symbol = ""
        for group in self._susunan.grup("pagu"):
            year = self._susunan.kolom[group].tahun or self._tahun
            isi = row.isi.get(group) or row.covering.get(group)
            if isi is None or year is None or str(year) in money:
                continue
            if _SYMBOL.match(isi.raw):
                symbol = f"{isi.text} "  # "Rp" in a narrow column of its own, the number in the next
                continue
            value = parse_rupiah(symbol + isi.raw)
            symbol = ""
            if value.jenis == "kosong" and not value.teks:
                continue
            money[str(year)] = _at(value, row.tempat(isi), isi.confidence)
            marks.append(id(isi.cell))
        return money, tuple(marks)

    def indikator(self, row: Baris, text: str) -> Indikator:
        """The indicator `text` with the values of its row."""
        satuan = self.teks(row, "satuan")
        values = self.nilai(row, satuan)
        base = next(iter(values["baseline"].values()), None)
        base_year = next((self._susunan.kolom[g].tahun for g in self._susunan.grup("baseline")), None)
        return Indikator(
            uraian=text,
            satuan=satuan or _satuan_dari([*values["target"].values(), *values["baseline"].values()]),
            baseline=None if base is None or (base.jenis == "kosong" and not base.teks) else Baseline(nilai=base, tahun=base_year),
            target=values["target"],
            target_akhir=next(iter(values["target_akhir"].values()), None),
            realisasi=values["realisasi"],
            formula=self.teks(row, "formula"),
            sumber_data=self.teks(row, "sumber"),
            penanggung_jawab=self.teks(row, "pj"),
            lokasi=row.lokasi,
        )

    def nilai(self, row: Baris, satuan: str | None) -> dict[str, dict[str, Nilai]]:
        """Values by role, then by year ("baseline" and "target_akhir" have only themselves as key)."""
        values: dict[str, dict[str, Nilai]] = {"target": {}, "realisasi": {}, "baseline": {}, "target_akhir": {}}
        for group in self._susunan.grup(*values):
            kolom = self._susunan.kolom[group]
            isi = row.isi.get(group)
            if isi is None:
                continue
            year = str(kolom.tahun or self._tahun or "") if kolom.peran in ("target", "realisasi") else kolom.peran
            if not year or year in values[kolom.peran]:
                continue
            value = parse_nilai(isi.raw, satuan=satuan, desimal_hint=self._desimal)
            values[kolom.peran][year] = _at(value, row.tempat(isi), isi.confidence)
        return values


def _at(nilai: Nilai, lokasi: Lokasi, confidence: float) -> Nilai:
    return msgspec.structs.replace(nilai, keyakinan=min(nilai.keyakinan, confidence), lokasi=lokasi)


def _satuan_dari(values: Sequence[Nilai]) -> str | None:
    """Unit printed in the value cells: of the targets, else of the baseline."""
    return next((unit for value in values if (unit := value.satuan or split_satuan(value.teks)[1])), None)
