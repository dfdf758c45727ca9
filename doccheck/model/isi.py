"""What documents hold beside the tree: chapters, recommendations, values of an LHE, analyses of an LKjIP."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from .dasar import Lokasi
from .nilai import Nilai


class Bagian(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A chapter ("BAB III", tingkat 1) or section ("A.", "3.1", tingkat 2) of a document, where it begins."""

    judul: str
    nomor: str | None = None
    tingkat: int = 1
    lokasi: Lokasi = Lokasi()


class Rekomendasi(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A recommendation of an LHE, or a row of the matrix that tells how it was followed up.

    nomor: as printed, of nested lists joined ("1.a") · komponen: the component of SAKIP it stands under · tahun: of the evaluation, where
    the table names it · the rest: what the matrix of follow-up prints.
    """

    teks: str
    nomor: str | None = None
    komponen: str | None = None
    tahun: int | None = None
    tindak_lanjut: str | None = None
    status: str | None = None
    penanggung_jawab: str | None = None
    waktu: str | None = None
    bukti: str | None = None
    matriks: bool = False
    lokasi: Lokasi = Lokasi()


class NilaiKomponen(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A row of the table of values of an LHE, as printed: weight and value per year ("" where the heading names none)."""

    komponen: str
    bobot: Nilai | None = None
    nilai: dict[str, Nilai] = field(default_factory=dict)
    lokasi: Lokasi = Lokasi()


JenisAnalisis = Literal["target_realisasi", "tahun_lalu", "jangka_menengah", "nasional", "penyebab", "efisiensi", "program"]
"""The analyses that Permen PANRB 53/2014 asks of each indicator in chapter III of an LKjIP, in its order."""


class Analisis(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Whether an LKjIP has one of the analyses, for one indicator or (None) anywhere: in words ("ada"), in a table only ("tabel"), not at
    all ("tidak_ada"). `lokasi`: where the words or the table stand."""

    jenis: JenisAnalisis
    keadaan: Literal["ada", "tabel", "tidak_ada"]
    indikator: str | None = None
    lokasi: Lokasi = Lokasi()


class Kategori(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A class of achievement that a document sets ("Sangat Tinggi" from 91), in percent: its ends, None where it is open, and whether they
    belong to it."""

    nama: str
    bawah: float | None = None
    atas: float | None = None
    bawah_masuk: bool = True
    atas_masuk: bool = True
    lokasi: Lokasi = Lokasi()


class Unsur(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Whether an LKjIP has something that it owes as a whole: improvements to come (`perbaikan`), what became of the recommendations of
    the last evaluation (`tindak_lanjut`), a statement of review (`reviu`). "umum": there, but naming no object, post or time. `rilis`: the
    report says of `indikator` that its figure is not published yet."""

    jenis: Literal["perbaikan", "tindak_lanjut", "reviu", "rilis"]
    keadaan: Literal["ada", "umum", "tidak_ada"]
    indikator: str | None = None
    lokasi: Lokasi = Lokasi()
