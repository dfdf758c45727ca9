"""What the LHE's template gets: rows of the annex, cases by rule, components."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class BuktiLhe:
    dokumen: str
    peran: str
    tempat: str
    kutipan: str
    nilai: str


@dataclass(frozen=True)
class GambarLhe:
    """A cropped row; `isi` is the picture for the template, `letak` says where it was cut from."""

    letak: str
    isi: Any


@dataclass(frozen=True)
class TemuanLhe:
    """A row of the annex. nomor: from 1 over the annex · letak: document, page and row in words · tindakan: the sentences of the
    recommendation · ragu: why it is for a person to look at, empty where it isn't."""

    nomor: int
    aturan: str
    nama: str
    pd: str
    keparahan: str
    kondisi: str
    kriteria: str
    akibat: str
    rekomendasi: str
    tindakan: tuple[str, ...]
    letak: str
    keputusan: str
    ragu: str
    bukti: tuple[BuktiLhe, ...]
    gambar: tuple[GambarLhe, ...]


@dataclass(frozen=True)
class KelompokLhe:
    """Cases of one rule: those that the body tells, and a line on the others."""

    huruf: str
    nama: str
    kriteria_lke: str
    temuan: tuple[TemuanLhe, ...]
    lainnya: str


@dataclass(frozen=True)
class KomponenLhe:
    """keadaan: "ada" (conditions found), "nihil" (checked, nothing found), "tidak_dinilai" (no rule could be applied)."""

    nomor: int
    nama: str
    keadaan: str
    kelompok: tuple[KelompokLhe, ...]
    diperiksa: int
    tidak_dinilai: tuple[str, ...]
    manusia: tuple[str, ...]
