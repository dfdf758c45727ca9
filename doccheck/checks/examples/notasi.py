"""The examples of rule files: small documents in a notation that people can write and read.

    - jenis: renstra                # rpjmd, renstra, pk, iku, renja, cascading, lkjip ...
      pd: Dinas Perhubungan         # the agency; pemda: the region ("Kota Contoh" by default)
      periode: [2025, 2029]         # or tahun: 2026 · jabatan: of a PK · pihak: [{jabatan, atasan}]
      kinerja:
        - sasaran: Meningkatnya kelancaran lalu lintas       # the level is the key
          rujukan: [Meningkatnya konektivitas wilayah]
          indikator:
            - Kecepatan rata-rata | km/jam | awal 2024: 28 | 2025: 29 | 2026: 31,5 | akhir: 36
          anak:
            - program: Program Penyelenggaraan LLAJ
              kode: "2.15.02"
              hasil: Meningkatnya kinerja lalu lintas
              anggaran: {2026: "1.500.000.000"}

`halaman` is the page of a row (1 by default, null in Word and Excel); `baris` its number (counted by default; the same for goals of one
cell); `bagian`: chapters ("BAB I", "BAB II"); `visi`: its wordings.
Parts of an indicator: its text, unit ("-" none), then "awal [year]", "year", "akhir",
"realisasi year", "2026-TW1" (or S1, 03: a part of a year), "realisasi 2026-TW1", "kumulatif" or "terbagi" (what its parts are), "capaian
year", "kategori", "serapan", "efisiensi", "pj" (in charge), "formula", "sumber" (source of the data). `terpakai`: money spent, by year or
part of a year; `serapan`: its printed share; `judul`: of the table.

Of an LKjIP also: `analisis` ("semua" or an indicator -> {analysis: ada|tabel|tidak_ada}, what is not named is there), `unsur` ("perbaikan",
"tindak_lanjut", "reviu", "rilis NAME OF AN INDICATOR" -> ada|umum|tidak_ada), `kategori` ("Tinggi: 76 - 90"). Of an LHE or a matrix:
`rekomendasi` and `komponen` ("Perencanaan Kinerja | 30 | 21,3": weight and value).
"""

from __future__ import annotations

from typing import Literal

import msgspec
from msgspec import Struct, field

from ...model import LEVELS, Jenis, JenisAnalisis, JenisTabel, Level


class NodeContoh(Struct, frozen=True, forbid_unknown_fields=True):
    misi: str | None = None
    tujuan: str | None = None
    sasaran: str | None = None
    program: str | None = None
    kegiatan: str | None = None
    subkegiatan: str | None = None
    aktivitas: str | None = None
    kode: str | None = None
    hasil: str | None = None
    rujukan: tuple[str, ...] = ()
    lingkup: Literal["rpjmd", "pd"] = "pd"
    pj: str | None = None
    jabatan: str | None = None
    tabel: JenisTabel | None = None
    halaman: int | None = 1
    baris: int | None = None
    keyakinan: float = 1.0
    anggaran: dict[int, str] = field(default_factory=dict)
    terpakai: dict[int | str, str] = field(default_factory=dict)
    serapan: str | None = None
    judul: str | None = None
    indikator: tuple[str, ...] = ()
    anak: tuple[NodeContoh, ...] = ()

    @property
    def tingkat(self) -> tuple[Level, str]:
        given = [(level, text) for level in LEVELS if (text := getattr(self, level)) is not None]
        if len(given) != 1:
            raise msgspec.ValidationError(f"a node has exactly one level, not {[level for level, _ in given]}")
        return given[0]


class PihakContoh(Struct, frozen=True, forbid_unknown_fields=True):
    jabatan: str
    atasan: str | None = None
    tanggal: str | None = None


class TotalContoh(Struct, frozen=True, forbid_unknown_fields=True):
    nilai: dict[int, str]
    level: Level


class RekomendasiContoh(Struct, frozen=True, forbid_unknown_fields=True):
    teks: str
    nomor: str | None = None
    komponen: str | None = None
    tahun: int | None = None
    tindak_lanjut: str | None = None
    status: str | None = None
    pj: str | None = None
    waktu: str | None = None
    bukti: str | None = None
    matriks: bool = False


class DokumenContoh(Struct, frozen=True, forbid_unknown_fields=True):
    jenis: Jenis
    berkas: str | None = None
    pemda: str = "Kota Contoh"
    pd: str | None = None
    kode_pd: str | None = None
    periode: tuple[int, int] | None = None
    tahun: int | None = None
    jabatan: str | None = None
    status: Literal["rancangan", "perubahan"] | None = None
    format: Literal["2017", "2025"] | None = None
    tanggal: str | None = None
    pihak: tuple[PihakContoh, ...] = ()
    kinerja: tuple[NodeContoh, ...] = ()
    total: tuple[TotalContoh, ...] = ()
    visi: tuple[str, ...] = ()
    bagian: tuple[str, ...] = ()
    analisis: dict[str, dict[JenisAnalisis, Literal["ada", "tabel", "tidak_ada"]]] = field(default_factory=dict)
    unsur: dict[str, Literal["ada", "umum", "tidak_ada"]] = field(default_factory=dict)
    kategori: tuple[str, ...] = ()
    rekomendasi: tuple[RekomendasiContoh, ...] = ()
    komponen: tuple[str, ...] = ()
    nomor: str | None = None
    catatan: tuple[str, ...] = ()


class CatatanContoh(Struct, frozen=True, forbid_unknown_fields=True):
    kode: str
    berkas: str
