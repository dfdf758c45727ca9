"""What is held against documents: findings with their evidence, recommendations tested again, rules that could not be applied."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from .dasar import Keparahan, Kotak
from .isi import Rekomendasi


class Bukti(Struct, frozen=True, kw_only=True):
    """Evidence of a finding: what one document prints at one place. `peran` says what it stands for ("Renstra", "PK 2026")."""

    dokumen: str
    kutipan: str
    nilai: str | None = None
    peran: str = ""
    halaman: int | None = None
    lembar: str | None = None
    tabel: int | None = None
    baris: int | None = None
    kolom: int | None = None
    kotak: Kotak | None = None
    kotak_nilai: Kotak | None = None


class Keputusan(Struct, frozen=True, kw_only=True):
    """What a person decided on a finding in an exported working paper. `rekomendasi`: doccheck's words, where the person wrote others ·
    asal: file, sheet and row."""

    putusan: Literal["diterima", "ditolak", "telaah"]
    alasan: str = ""
    rekomendasi: str | None = None
    asal: str = ""


class Finding(Struct, frozen=True, kw_only=True):
    """A fault that a rule proves. It has kondisi, kriteria, akibat and rekomendasi, and no cause: we cannot know it.

    keyakinan: 0..1 from reading, linking and classification · telaah: True where the finding is for a person to look at
    ("perlu telaah") and never counts for --fail-on · ragu: why, in the reader's language; empty where it isn't · pelengkap: True
    where its rule is about neatness or only hints, and nobody asked for it · sidik: fingerprint that survives shifts of pages and rows.
    """

    aturan: str
    keparahan: Keparahan
    keyakinan: float
    kondisi: str
    kriteria: str
    akibat: str
    rekomendasi: str
    sidik: str
    bukti: tuple[Bukti, ...]
    perangkat_daerah: str | None = None
    telaah: bool = False
    ragu: tuple[str, ...] = ()
    pelengkap: bool = False
    masalah: tuple[int, ...] = ()
    keputusan: Keputusan | None = None


HasilUji = Literal["selesai", "sebagian", "berulang", "tidak_diuji"]


class TindakLanjut(Struct, frozen=True, kw_only=True):
    """A recommendation of an earlier evaluation, tested again on the documents after it.

    berkas: the file that prints it · tahun: of the evaluation · matriks: the row that tells how it was followed up · kelas: what it asks
    for · aturan: the rules that find it again, else those that tested it · hasil: "selesai" (the rules find it no more), "sebagian" (of
    `semula` objects only `berulang` are still at fault), "berulang", "tidak_diuji" for the reason `alasan` · temuan: fingerprints
    of today's findings · bukti: their evidence.
    """

    berkas: str
    perangkat_daerah: str | None
    tahun: int | None
    rekomendasi: Rekomendasi
    matriks: Rekomendasi | None = None
    berkas_matriks: str | None = None
    kelas: tuple[str, ...] = ()
    aturan: tuple[str, ...] = ()
    hasil: HasilUji = "tidak_diuji"
    semula: int | None = None
    berulang: int = 0
    alasan: str = ""
    temuan: tuple[str, ...] = ()
    bukti: tuple[Bukti, ...] = ()


class TidakDinilai(Struct, frozen=True, kw_only=True):
    """A rule that could not be applied, and why (part of the chain is missing, a table could not be read)."""

    aturan: str
    alasan: str
