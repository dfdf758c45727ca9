"""Sums of printed money: what the parts of a row add up to, within the rounding of what is printed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from ..model import Kinerja, Nilai
from .butir import kunci

LIPAT = 1.5
"""So many times of a printed sum cannot be its parts."""
_NO_DIGIT = re.compile(r"\D")


class Selisih(Struct, frozen=True):
    tahun: str
    tercantum: Nilai
    hasil: float
    rincian: int

    @property
    def beda(self) -> float:
        return (self.tercantum.angka or 0.0) - self.hasil


def selisih(parent: Mapping[str, Nilai], parts: Sequence[Kinerja], toleransi: float) -> list[Selisih]:
    """The years whose printed value is not the sum of its parts. A dash among the parts is nothing; a part without a value for
    the year, or one that was not understood, leaves the year unjudged, and so does a total far below one of its parts (a row of column
    numbers that was taken for a total)."""
    found = []
    for year, value in sorted(parent.items()):
        cells = [part.anggaran.get(year) for part in parts]
        if value.angka is None or any(cell is None or (cell.angka is None and cell.jenis != "kosong") for cell in cells):
            continue
        known = [cell for cell in cells if cell and cell.angka is not None]
        if not known or 2 * value.angka < max(cell.angka or 0.0 for cell in known):
            continue
        total = sum(cell.angka or 0.0 for cell in known)
        if abs(value.angka - total) <= toleransi:
            continue
        slack = toleransi + 0.5 * (satuan_cetak(value) + sum(satuan_cetak(cell) for cell in known))
        if abs(value.angka - total) > slack:
            found.append(Selisih(year, value, total, len(known)))
    return found


def tipis(found: Sequence[Selisih]) -> bool:
    """Whether in each of the years little of the sum was found: parts are missing from what was read."""
    return all(one.hasil < 0.7 * (one.tercantum.angka or 0.0) for one in found)


def berlipat(found: Sequence[Selisih]) -> bool:
    """Whether in one of the years the parts are far more than what is printed: rows of two levels were added."""
    return any(one.hasil >= LIPAT * (one.tercantum.angka or 0.0) for one in found)


def salah_baca(one: Selisih, node: Kinerja, parts: Sequence[Kinerja]) -> bool:
    """Whether one digit would mend a sum of figures that OCR read: the page is in doubt then, and the reading tells so."""
    cells = [one.tercantum, *(value for part in parts if (value := part.anggaran.get(one.tahun)))]
    scanned = min([node.keyakinan, *(part.keyakinan for part in parts), *(cell.keyakinan for cell in cells)]) < 1.0
    return scanned and len(f"{abs(one.beda):.0f}".rstrip("0")) == 1


def tanpa_ulangan(parts: Sequence[Kinerja]) -> list[Kinerja]:
    """Parts that a table prints again (on the next page, for another outcome) with the same money count once."""
    seen: dict[tuple[str, ...], Kinerja] = {}
    for part in parts:
        money = tuple(f"{year}={value.angka}" for year, value in sorted(part.anggaran.items()))
        seen.setdefault((part.kode or kunci(part.uraian), *money), part)
    return list(seen.values())


def satu_per_kode(parts: Sequence[Kinerja]) -> list[Kinerja]:
    """The first row of each code, and all without one."""
    seen: dict[str, Kinerja] = {}
    for part in parts:
        seen.setdefault(part.kode or part.id, part)
    return list(seen.values())


def satuan_cetak(value: Nilai) -> float:
    """Rupiah of the last printed digit: 1 of "1.500.000", 1e6 of "1.500" in millions, 0 where decimals of a rupiah are printed."""
    digits = _NO_DIGIT.sub("", value.teks)
    if not digits or not value.angka:
        return 0.0
    if value.desimal and abs(int(digits) / 10**value.desimal - abs(value.angka)) < 1:
        return 0.0
    scale = abs(value.angka) * 10**value.desimal / int(digits) if int(digits) else 1.0
    return scale / 10**value.desimal if scale > 1.5 else 1.0


def rupiah(angka: float) -> str:
    """ "1.500.000" as Indonesian prints it."""
    return f"{angka:,.0f}".replace(",", ".")
