"""Words that every part of the model uses: kinds, levels, severities, places, and notes on reading."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Kotak = tuple[float, float, float, float]
"""Box (x0, y0, x1, y1) in points, from the top left corner of the page as shown."""

Jenis = Literal["rpjmd", "renstra", "pk", "iku", "renja", "cascading", "rencana_aksi", "lkjip", "lhe", "lainnya"]
Level = Literal["misi", "tujuan", "sasaran", "program", "kegiatan", "subkegiatan", "aktivitas"]
Keparahan = Literal["kritis", "tinggi", "sedang", "rendah", "info"]
Verdict = Literal["same", "reworded", "different"]

LEVELS: tuple[Level, ...] = ("misi", "tujuan", "sasaran", "program", "kegiatan", "subkegiatan", "aktivitas")
"""From the top of the cascade to its lowest level."""

SEVERITIES: tuple[Keparahan, ...] = ("kritis", "tinggi", "sedang", "rendah", "info")
"""From the gravest to the lightest."""


class Lokasi(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A place in a document. Everything is counted from 1; what a format does not have is None.

    halaman: physical page (PDF) · lembar: sheet (XLSX, ODS, XLS) · tabel: number of the table on its page or sheet
    (in the whole document where there are no pages) · baris, kolom: row and column in that table's grid ·
    kotak: box on the page (PDF only).
    """

    halaman: int | None = None
    lembar: str | None = None
    tabel: int | None = None
    baris: int | None = None
    kolom: int | None = None
    kotak: Kotak | None = None


class Catatan(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A note on reading: something could not be read, or not surely. `kode` is an EXT rule (rules/ext) · pesan: its text with the detail ·
    rincian: the detail alone, as `kalimat.tulis` keeps it."""

    kode: str
    pesan: str
    lokasi: Lokasi = Lokasi()
    berkas: str = ""
    rincian: str = ""
