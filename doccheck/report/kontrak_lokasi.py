"""Places in the JSON contract."""

from __future__ import annotations

from msgspec import Struct

from ..model import Kotak, Lokasi


class LokasiJson(Struct, frozen=True):
    """Page, sheet, table and row count from 1; box in points from the top left of the page, to a tenth of a point."""

    halaman: int | None
    lembar: str | None
    tabel: int | None
    baris: int | None
    kotak: Kotak | None


def kotak_json(kotak: Kotak | None) -> Kotak | None:
    return None if kotak is None else (round(kotak[0], 1), round(kotak[1], 1), round(kotak[2], 1), round(kotak[3], 1))


def lokasi_json(lokasi: Lokasi) -> LokasiJson:
    return LokasiJson(lokasi.halaman, lokasi.lembar, lokasi.tabel, lokasi.baris, kotak_json(lokasi.kotak))
