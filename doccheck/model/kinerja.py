"""The performance tree: goals with their indicators, agreements, and printed sums."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from .dasar import Level, Lokasi
from .nilai import Baseline, Nilai

Lingkup = Literal["rpjmd", "pd"]
"""Whose goals: of the region's plan, printed in an agency's document beside its own, or of the document itself."""


class Indikator(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One indicator of one goal, as one table prints it. Keys of `target` and `realisasi` are years ("2026").

    periode, realisasi_periode: targets and realisations of parts of a year, keys "2026-TW1", "2026-S1" or "2026-03" · kumulatif: whether
    each part includes those before it, None where the numbers don't tell · capaian: printed achievement in percent, per year, "akhir"
    against the end of the plan · kategori: its printed class ("Sangat Tinggi") · serapan, efisiensi: as the table of efficiency prints
    them. None of these is ever computed.

    kalimat: the sentence as printed, where target (and baseline) stand in it and no cell gives them; `uraian` is then the name alone.
    """

    uraian: str
    satuan: str | None = None
    baseline: Baseline | None = None
    target: dict[str, Nilai] = field(default_factory=dict)
    target_akhir: Nilai | None = None
    realisasi: dict[str, Nilai] = field(default_factory=dict)
    periode: dict[str, Nilai] = field(default_factory=dict)
    realisasi_periode: dict[str, Nilai] = field(default_factory=dict)
    kumulatif: bool | None = None
    capaian: dict[str, Nilai] = field(default_factory=dict)
    kategori: str | None = None
    serapan: Nilai | None = None
    efisiensi: Nilai | None = None
    formula: str | None = None
    sumber_data: str | None = None
    penanggung_jawab: str | None = None
    kalimat: str | None = None
    lokasi: Lokasi = Lokasi()


JenisTabel = Literal[
    "tujuan_sasaran", "program", "cascading", "iku", "ikk", "prioritas", "pk", "pk_anggaran", "renja", "rencana_aksi",
    "capaian", "lainnya",
]


class Kinerja(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A goal (tujuan .. aktivitas) as one table prints it: a node of the performance tree.

    One node per occurrence: the same sasaran in two tables is two nodes, so that contradictions inside one document stay
    visible. `induk` is the id of the parent node; `rujukan` are texts of upper documents that the row itself cites
    ("Sasaran RPJMD yang relevan"). `hasil` is the outcome (program) or output (kegiatan, subkegiatan) of the new format.
    `lingkup` is "rpjmd" where an agency's document prints goals of the RPJMD beside its own. `jabatan` is the official
    who promises it (PK, cascading). Keys of `anggaran` and `realisasi_anggaran` are years, of the latter also parts of a year. `serapan`:
    the printed share of the budget that was spent, in percent. `indikator_gabungan`: the row has no indicator of its own, but stands beside
    the merged cell of one that began in a row above. `keyakinan`: how surely its texts were read; `keyakinan_letak`: how surely its values
    are its own, whatever OCR made of the texts beside them (None: as keyakinan). How surely digits were read tells each Nilai.
    """

    id: str
    level: Level
    uraian: str
    kode: str | None = None
    hasil: str | None = None
    induk: str | None = None
    rujukan: tuple[str, ...] = ()
    lingkup: Lingkup = "pd"
    penanggung_jawab: str | None = None
    jabatan: str | None = None
    anggaran: dict[str, Nilai] = field(default_factory=dict)
    realisasi_anggaran: dict[str, Nilai] = field(default_factory=dict)
    serapan: Nilai | None = None
    indikator: tuple[Indikator, ...] = ()
    tabel: JenisTabel = "lainnya"
    judul_tabel: str | None = None
    indikator_gabungan: bool = False
    keyakinan: float = 1.0
    keyakinan_letak: float | None = None
    lokasi: Lokasi = Lokasi()


class Pihak(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One Perjanjian Kinerja in a PK document: jabatan of both parties (pihak kedua = the superior; None for the head of
    the region) and the printed date. Names of people are not kept."""

    jabatan: str
    atasan: str | None = None
    tanggal: str | None = None
    lokasi: Lokasi = Lokasi()


class Total(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A printed sum ("Jumlah", "Total") of a table: per year its value and the ids of the nodes that stand above it."""

    nilai: dict[str, Nilai]
    rincian: tuple[str, ...]
    lokasi: Lokasi = Lokasi()
