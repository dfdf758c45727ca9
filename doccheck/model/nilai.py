"""Values as printed and as understood."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from .dasar import Lokasi

JenisNilai = Literal["angka", "rentang", "ketaksamaan", "ordinal", "rasio", "kosong", "teks"]


class Nilai(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A value as printed (`teks`) and as understood.

    angka: the number (percentages as printed: "81,5 %" is 81.5) · bawah, atas: ends of a range · operator: one of
    >=, >, <=, < of an inequality (its bound is `angka`) · skala, angka: name of an ordinal scale ("opini", "predikat",
    "level", "mutu") and the rank on it, higher is better · penyebut: denominator of a ratio ("88/100.000 KH") ·
    satuan: a unit printed in the same cell · desimal: digits after the decimal sign (for rounding tolerance) ·
    alasan: why a value is empty ("kosong", "strip", "na", "galat") · keyakinan: how surely it was read, 0..1.
    """

    teks: str
    jenis: JenisNilai = "teks"
    angka: float | None = None
    bawah: float | None = None
    atas: float | None = None
    operator: str | None = None
    skala: str | None = None
    penyebut: float | None = None
    satuan: str | None = None
    desimal: int = 0
    alasan: str | None = None
    keyakinan: float = 1.0
    lokasi: Lokasi | None = None


class Baseline(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Starting condition (kondisi awal) of an indicator; `tahun` where the header names it."""

    nilai: Nilai
    tahun: int | None = None
