"""The analyses that a performance report owes each indicator (Permen PANRB 53/2014), as a table per report: HTML and working papers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ..bahasa import tandai
from ..checks.functions.report_content import NAMA
from ..model import Analisis, Dokumen, JenisAnalisis
from .labels import tempat

KeadaanAnalisis = Literal["ada", "tabel", "tidak_ada"]

_JUDUL: dict[JenisAnalisis, str] = {
    "target_realisasi": tandai("Target"),
    "tahun_lalu": tandai("Tahun lalu"),
    "jangka_menengah": tandai("Jangka menengah"),
    "nasional": tandai("Pembanding"),
    "penyebab": tandai("Penyebab"),
    "efisiensi": tandai("Efisiensi"),
    "program": tandai("Program"),
}
ANALISIS: dict[JenisAnalisis, tuple[str, str]] = {kind: (_JUDUL[kind], meaning) for kind, meaning in NAMA.items()}
"""Heading of the column and what the analysis is, in the order of the regulation."""

KEADAAN: dict[KeadaanAnalisis, tuple[str, str]] = {
    "ada": ("✓", tandai("ada")),
    "tabel": ("▦", tandai("tabel saja")),
    "tidak_ada": ("✗", tandai("tidak ada")),
}
"""State: mark and words."""


@dataclass(frozen=True)
class SelAnalisis:
    """letak: where the words or the table stand, "" where there are none."""

    keadaan: KeadaanAnalisis
    letak: str


@dataclass(frozen=True)
class BarisAnalisis:
    """indikator: None for the report as a whole. An analysis that was not looked at has no cell."""

    indikator: str | None
    sel: dict[JenisAnalisis, SelAnalisis]


@dataclass(frozen=True)
class LaporanAnalisis:
    """A performance report. Without rows of indicators its table of achievement was not read: baris holds the whole alone."""

    pd: str | None
    pemda: str | None
    tahun: int | None
    berkas: str
    baris: tuple[BarisAnalisis, ...]

    @property
    def terbaca(self) -> bool:
        return any(row.indikator is not None for row in self.baris)


def susun(dokumen: Iterable[Dokumen]) -> tuple[LaporanAnalisis, ...]:
    """All performance reports with their analyses, in the order of the documents."""
    return tuple(_laporan(document) for document in dokumen if document.analisis)


def _laporan(document: Dokumen) -> LaporanAnalisis:
    rows: dict[str | None, dict[JenisAnalisis, Analisis]] = {}
    for one in document.analisis:
        rows.setdefault(one.indikator, {}).setdefault(one.jenis, one)
    shown = tuple(
        BarisAnalisis(name, {kind: SelAnalisis(cells[kind].keadaan, tempat(cells[kind].lokasi)) for kind in ANALISIS if kind in cells})
        for name, cells in rows.items()
    )
    return LaporanAnalisis(document.perangkat_daerah, document.pemda, document.tahun, document.berkas, shown)
