"""The values of a row: money, targets, baseline and the texts beside an indicator, each with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

import msgspec

from ...model import Baseline, Indikator, Lokasi, Nilai
from ..nilai.angka import desimal_majority, desimal_row
from ..nilai.baca import parse_nilai, parse_rupiah
from ..nilai.satuan import jenis_satuan, split_satuan
from ..tabel.kolom import Kolom, is_rumus
from .baris import VALUE_ROLES, Baris, Isi, Susunan
from .capaian import PembacaCapaian
from .periode_nilai import PembacaPeriode

_IN_SCALE = re.compile(r"\b(?:dalam|satuan)\s*:?\s*(?:rp\.?\s*)?(?:ribu|juta|mil[iy]ar)|rp\.?\s*\(?\s*(?:juta|ribu|mil[iy]ar)", re.I)
_SCALE = re.compile(r"\b(ribu(?:an)?|juta|mil[iy]ar)\b|[\s(.](000)\b", re.I)
_IN_BRACKETS = re.compile(r"\(([^()\d]{1,20})\)")
_PERCENT = re.compile(r"(?:per|pro)sen|cakupan\b|tingkat\b", re.I)
"""Indicators of which a heading "TARGET (%)" may tell the unit: documents print it over indices too (measured)."""
_UPPER = re.compile(r"renstra|rpjmd|\brpd\b", re.I)
_LEVEL_ROLES = ("goal", "hierarki")
_SYMBOL = re.compile(r"^\s*Rp\.?\s*$", re.I)


class Isian:
    """Reads the values of one table's rows.

    tahun: of a yearly document, for columns whose heading names no year · keterangan: caption and lines above the table, which may say in
    what its money is given ("dalam juta rupiah").
    """

    def __init__(self, susunan: Susunan, rows: Sequence[Baris], tahun: int | None, keterangan: str = "") -> None:
        self._susunan, self._tahun = susunan, tahun
        self._skala = _scale(keterangan) if _IN_SCALE.search(keterangan) else 1.0
        self._utama = _without_upper(susunan)
        self._periode, self._capaian = PembacaPeriode(susunan, tahun), PembacaCapaian(susunan, tahun)
        self._satuan_kepala = self._satuan_dari_kepala()
        self._pengampu: str | None = None
        self._desimal = desimal_majority(isi.raw for row in rows for g, isi in row.isi.items() if susunan.kolom[g].peran in VALUE_ROLES)

    def teks(self, row: Baris, peran: str, milik: int | None = None) -> str | None:
        """Text of the column with this role; a cell that covers the row counts, a dash does not. In CSV, which knows no merged cells, the
        unit in charge holds until the next one, or a dash. milik: the column of the goal or indicator of which it is asked, where each
        level may have a column of those in charge."""
        groups = self._susunan.grup(peran)
        if milik is not None and len(groups) > 1:
            groups = self._di_bagian(groups, milik)
        if peran == "formula":  # the formula itself before a definition or a reason
            groups.sort(key=lambda g: not is_rumus(self._susunan.kolom[g].kepala))
        for group in groups:
            isi = row.isi.get(group) or row.covering.get(group)
            printed = isi.text if isi is not None and isi.text not in ("", "-", "–") else None
            if isi is not None and peran == "pj" and row.matriks.grid.source == "csv":
                self._pengampu = printed
            if printed:
                return printed
        return self._pengampu if peran == "pj" else None

    def _di_bagian(self, groups: list[int], milik: int) -> list[int]:
        """Those of the columns that stand with the levels of column `milik`: after them and before the next goals; all of them where no
        goals part them."""
        goals = self._susunan.grup(*_LEVEL_ROLES)
        if not any(groups[0] < g < groups[-1] for g in goals) or groups[0] < goals[0]:
            return groups
        right = [g for g in groups if g > milik]
        return [g for g in right if not any(right[0] < goal < g for goal in goals)]

    def uang(self, row: Baris) -> tuple[dict[str, Nilai], tuple[int, ...]]:
        """Money per year, and the identity of the cells it stands in. A merged cell counts for every row it reaches. Where a year has two
        columns (direct and indirect spending) a dash yields to the sum beside it."""
        money: dict[str, Nilai] = {}
        marks: list[int] = []
        symbol = ""
        for group in self._susunan.grup("pagu"):
            kolom = self._susunan.kolom[group]
            year = self._year(kolom)
            isi = row.isi.get(group) or row.covering.get(group)
            known = money.get(str(year))
            if isi is None or year is None or (known is not None and known.jenis != "kosong"):
                continue
            if _SYMBOL.match(isi.raw):
                symbol = f"{isi.text} "  # "Rp" in a narrow column of its own, the number in the next
                continue
            scale = _scale(kolom.kepala)
            value = parse_rupiah(symbol + isi.raw, self._skala if scale == 1.0 else scale)
            symbol = ""
            if value.jenis == "kosong" and (known is not None or not value.teks):
                continue
            money[str(year)] = _at(value, row.tempat(isi), isi.angka)
            marks.append(id(isi.cell))
        return money, tuple(marks)

    def uang_terpakai(self, row: Baris) -> dict[str, Nilai]:
        """Money spent per year and part of a year."""

        def baca(isi: Isi) -> Nilai:
            return _at(parse_rupiah(isi.raw, self._skala), row.tempat(isi), isi.angka)

        return {**self._capaian.uang(row, baca), **self._periode.nilai(row, "realisasi_anggaran", baca, lambda _group: True)}

    def serapan(self, row: Baris) -> Nilai | None:
        """The printed share of the row's budget that was spent, in percent."""
        return self._capaian.serapan_uang(row, self._pembaca(row, "%"))

    def _pembaca(self, row: Baris, satuan: str | None) -> Callable[[Isi], Nilai]:
        """What reads cells of a row as values of a unit."""
        return lambda isi: _at(parse_nilai(isi.raw, satuan=satuan, desimal_hint=self._desimal), row.tempat(isi), isi.angka)

    def _year(self, kolom: Kolom) -> int | None:
        if kolom.tahun or self._tahun is None:
            return kolom.tahun
        return self._tahun + kolom.geser

    def indikator(self, row: Baris, text: str, group: int) -> Indikator:
        """The indicator `text`, of the column `group`, with the values of its row."""
        satuan = self._satuan(row, group) or (self._satuan_kepala if self._satuan_kepala != "%" or _PERCENT.match(text) else None)
        values = self.nilai(row, satuan, group)
        base = next(iter(values["baseline"].values()), None)
        base_year = next((self._susunan.kolom[g].tahun for g in self._susunan.grup("baseline") if self._bernilai(row, g, group)), None)

        def milik(other: int) -> bool:
            return self._pemilik(row, other) in (group, None)

        baca, persen = self._pembaca(row, satuan), self._pembaca(row, "%")
        periode = self._periode.nilai(row, "target", baca, milik)
        return Indikator(
            uraian=text,
            satuan=satuan or _satuan_dari([*values["target"].values(), *values["baseline"].values()]),
            baseline=None if base is None or (base.jenis == "kosong" and not base.teks) else Baseline(nilai=base, tahun=base_year),
            target=values["target"],
            target_akhir=next(iter(values["target_akhir"].values()), None),
            realisasi=values["realisasi"],
            periode=periode,
            realisasi_periode=self._periode.nilai(row, "realisasi", baca, milik),
            kumulatif=self._periode.kumulatif(periode, values["target"]),
            capaian=self._capaian.capaian(row, persen, milik),
            kategori=self._capaian.kategori(row, milik),
            serapan=self._capaian.serapan(row, persen),
            efisiensi=self._capaian.efisiensi(row, persen),
            formula=self.teks(row, "formula"),
            sumber_data=self.teks(row, "sumber"),
            penanggung_jawab=self.teks(row, "pj", group) or self.teks(row, "jabatan"),
            lokasi=row.lokasi,
        )

    def _satuan(self, row: Baris, group: int) -> str | None:
        for other in self._susunan.grup("satuan"):
            isi = row.isi.get(other) or row.covering.get(other)
            if isi is not None and isi.text not in ("", "-", "–") and self._pemilik(row, other) in (group, None):
                return isi.text
        return None

    def _satuan_dari_kepala(self) -> str | None:
        """Unit that the headings of the targets name for all of them: "TARGET (%)". Tables with a column of units have none."""
        if self._susunan.grup("satuan"):
            return None
        found = {match[1].strip() for g in self._susunan.grup("target") if (match := _IN_BRACKETS.search(self._susunan.kolom[g].kepala))}
        unit: str | None = found.pop() if len(found) == 1 else None
        return unit if unit and jenis_satuan(unit) not in (None, "uang") else None

    def _pemilik(self, row: Baris, group: int) -> int | None:
        """Indicator column to which a value column belongs in this row: the nearest filled one on its left, else on its right."""
        filled = [g for g in self._susunan.grup("indikator") if g in row.isi]
        left = [g for g in filled if g < group]
        return left[-1] if left else (filled[0] if filled else None)

    def _bernilai(self, row: Baris, group: int, own: int) -> bool:
        """Whether a row has a value of the indicator in column `own` in a column of values."""
        return group in row.isi and group in self._utama and self._pemilik(row, group) in (own, None)

    def nilai(self, row: Baris, satuan: str | None, own: int) -> dict[str, dict[str, Nilai]]:
        """Values of the indicator in column `own` by role, then by year ("baseline" and "target_akhir" have only themselves as key)."""
        values: dict[str, dict[str, Nilai]] = {"target": {}, "realisasi": {}, "baseline": {}, "target_akhir": {}}
        groups = self._susunan.grup(*values)
        proved = desimal_row([isi.raw for group in groups if (isi := row.isi.get(group))])
        for group in groups:
            kolom = self._susunan.kolom[group]
            if not self._bernilai(row, group, own):
                continue
            isi = row.isi[group]
            year = str(self._year(kolom) or "") if kolom.peran in ("target", "realisasi") else kolom.peran
            if not year or year in values[kolom.peran]:
                continue
            # a sign that the row itself proves says more than a unit such as "Angka"
            value = parse_nilai(isi.raw, satuan=None if proved else satuan, desimal_hint=proved or self._desimal)
            values[kolom.peran][year] = _at(value, row.tempat(isi), isi.angka)
        return values


@lru_cache(maxsize=1024)
def _scale(text: str) -> float:
    """What the numbers of a money column are multiples of ("Rp (juta)", "Rp. 000", "dalam ribuan rupiah")."""
    found = _SCALE.search(text)
    if not found:
        return 1.0
    return {"r": 1e3, "0": 1e3, "j": 1e6, "m": 1e9}[found[1][0].lower()]


def _without_upper(susunan: Susunan) -> frozenset[int]:
    """Value columns without those of an upper document ("Target Renstra 2024" beside "Target Renja 2024") for the same year."""
    kept = set(susunan.kolom)
    for group in susunan.grup("target"):
        own = susunan.kolom[group]
        twins = [susunan.kolom[g] for g in susunan.grup("target") if g != group and susunan.kolom[g].tahun == own.tahun]
        if _UPPER.search(own.kepala) and any(not _UPPER.search(twin.kepala) for twin in twins):
            kept.discard(group)
    return frozenset(kept)


def _at(nilai: Nilai, lokasi: Lokasi, confidence: float) -> Nilai:
    return msgspec.structs.replace(nilai, keyakinan=min(nilai.keyakinan, confidence), lokasi=lokasi)


def _satuan_dari(values: Sequence[Nilai]) -> str | None:
    """Unit printed in the value cells: of the targets, else of the baseline."""
    return next((unit for value in values if (unit := value.satuan or split_satuan(value.teks)[1])), None)
