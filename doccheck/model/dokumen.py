"""One document as a whole."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from .bacaan import TabelTerbaca
from .dasar import Catatan, Jenis
from .isi import Analisis, Bagian, Kategori, NilaiKomponen, Rekomendasi, Unsur
from .kinerja import Kinerja, Pihak, Total
from .strategi import Strategi, Visi


class Dokumen(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One document: its identity, its performance tree and the notes on its reading.

    berkas: path as given (relative to the checked folder) · perangkat_daerah: the agency, None for documents of the region (RPJMD) ·
    periode: first and last year · tahun: of a yearly document (PK, Renja, LKjIP, rencana aksi) · jabatan: of the first party of a PK ·
    format: generation of the tables ("2017" Permendagri 86/2017, "2025" Inmendagri 2/2025) · status: "rancangan" or "perubahan" where
    the cover says so · sidik: SHA-256 of the file · keyakinan_jenis: how sure `jenis` is · nomor: of an LHE · kutipan: goals of the
    region that a plan quotes where it reviews them, no part of its tree · strategi: of an RPJMD or Renstra, with its arah kebijakan ·
    visi: its wordings in an RPJMD, Renstra or cascading, set or quoted · bagian: chapters, and sections of an LKjIP or LHE ·
    rekomendasi, komponen: of an LHE and its follow-up · analisis, kategori, unsur: of an LKjIP.
    """

    berkas: str
    jenis: Jenis = "lainnya"
    pemda: str | None = None
    perangkat_daerah: str | None = None
    kode_pd: str | None = None
    periode: tuple[int, int] | None = None
    tahun: int | None = None
    jabatan: str | None = None
    pihak: tuple[Pihak, ...] = ()
    tanggal: str | None = None
    format: Literal["2017", "2025"] | None = None
    status: Literal["rancangan", "perubahan"] | None = None
    kinerja: tuple[Kinerja, ...] = ()
    kutipan: tuple[Kinerja, ...] = ()
    strategi: tuple[Strategi, ...] = ()
    visi: tuple[Visi, ...] = ()
    total: tuple[Total, ...] = ()
    tabel: tuple[TabelTerbaca, ...] = ()
    nomor: str | None = None
    bagian: tuple[Bagian, ...] = ()
    rekomendasi: tuple[Rekomendasi, ...] = ()
    komponen: tuple[NilaiKomponen, ...] = ()
    analisis: tuple[Analisis, ...] = ()
    kategori: tuple[Kategori, ...] = ()
    unsur: tuple[Unsur, ...] = ()
    catatan: tuple[Catatan, ...] = ()
    halaman: int = 0
    sidik: str = ""
    keyakinan_jenis: float = 1.0
