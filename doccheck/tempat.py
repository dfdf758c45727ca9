"""Places in documents: in words, and whether two of them are one row."""

from __future__ import annotations

from .bahasa import _
from .model import Bukti, Lokasi


def bagian_tempat(lokasi: Lokasi) -> list[str]:
    """A place from the whole to the part: "hal. 4" or "lembar Program", "tabel 2", "baris 3"."""
    page = [_("hal. {n}").format(n=lokasi.halaman)] if lokasi.halaman is not None else []
    sheet = [_("lembar {nama}").format(nama=lokasi.lembar)] if lokasi.lembar is not None else []
    inside = ((lokasi.tabel, _("tabel {n}")), (lokasi.baris, _("baris {n}")))
    return page + sheet + [text.format(n=number) for number, text in inside if number is not None]


def tempat(lokasi: Lokasi) -> str:
    """Where a reader finds it: "hal. 4 tabel 2 baris 3", empty where there is no place. No commas: it stands in lists."""
    return " ".join(bagian_tempat(lokasi))


def kunci_baris(place: Lokasi | Bukti) -> tuple[int | None, str | None, int | None, int | None]:
    """What tells the row of a table from the others of its document: page, sheet, table, row."""
    return place.halaman, place.lembar, place.tabel, place.baris


def satu_baris(a: Lokasi | Bukti, b: Lokasi | Bukti) -> bool:
    """Whether two places of one document are the same row of a table (or neither names one)."""
    return kunci_baris(a) == kunci_baris(b)
