"""What a comparison of two versions says."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ..model import Catatan, Dokumen, Finding, Level, Lokasi, Ujung

Jenis = Literal["baru", "hilang", "rumusan", "pindah", "satuan", "baseline", "target", "target_akhir", "anggaran"]
JENIS: tuple[Jenis, ...] = ("baru", "hilang", "rumusan", "pindah", "satuan", "baseline", "target", "target_akhir", "anggaran")


class Ubah(Struct, frozen=True, kw_only=True):
    """One change of a goal (`indikator` None) or of one of its indicators.

    uraian, indikator: texts of the new version (of the old one for what vanished) · lama, baru: what is printed before and after: the
    text (rumusan), the parent (pindah), the value (of year `tahun` where there is one); None where nothing is printed · alasan: how
    the wording differs · tempat_lama, tempat_baru: where it stands.
    """

    jenis: Jenis
    level: Level
    uraian: str
    indikator: str | None = None
    tahun: str | None = None
    lama: str | None = None
    baru: str | None = None
    alasan: str = ""
    tempat_lama: Lokasi | None = None
    tempat_baru: Lokasi | None = None


class PasanganDokumen(Struct, frozen=True, kw_only=True):
    """A document in both versions, or in one alone. `tetap`: goals and indicators that did not change."""

    lama: Dokumen | None
    baru: Dokumen | None
    perubahan: tuple[Ubah, ...] = ()
    tetap: int = 0


class Tersangka(Struct, frozen=True, kw_only=True):
    """A link that held before and must be looked at again: the upper end changed (`sebab`), the lower one did not follow. The ends are
    those of the new version, of the old one where the upper end vanished."""

    atas: Ujung
    bawah: Ujung
    sebab: tuple[Ubah, ...]


class Perbandingan(Struct, frozen=True, kw_only=True):
    """The whole. `tidak_diperiksa`: findings of the old version whose document is not among those that the new version could read."""

    dokumen: tuple[PasanganDokumen, ...]
    selesai: tuple[Finding, ...]
    tetap: tuple[Finding, ...]
    baru: tuple[Finding, ...]
    tidak_diperiksa: tuple[Finding, ...]
    tersangka: tuple[Tersangka, ...]
    catatan_lama: tuple[Catatan, ...] = ()
    catatan_baru: tuple[Catatan, ...] = ()
