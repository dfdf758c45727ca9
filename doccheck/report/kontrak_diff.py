"""The JSON of `doccheck diff`, version 1; docs/schema/diff.schema.json is generated from these structs."""

from __future__ import annotations

from msgspec import Struct

from ..model import Catatan, Dokumen, Level, Lokasi
from ..perubahan import PasanganDokumen, Perbandingan, Tersangka, Ubah
from ..perubahan.bentuk import Jenis
from .kontrak_dokumen import VERSI, CatatanJson, DokumenJson, catatan_json, dokumen_json
from .kontrak_lokasi import LokasiJson, lokasi_json
from .kontrak_matriks import UjungJson, ujung_json
from .kontrak_temuan import FindingJson, finding_json


class UbahJson(Struct, frozen=True):
    """One change; `indikator` null: of the goal itself. `lama` and `baru` are what is printed, null where nothing is."""

    jenis: Jenis
    level: Level
    uraian: str
    indikator: str | None
    tahun: str | None
    lama: str | None
    baru: str | None
    alasan: str
    lokasi_lama: LokasiJson | None
    lokasi_baru: LokasiJson | None


class PasanganJson(Struct, frozen=True):
    """A document in both versions (either is null where only the other has it); `tetap`: goals and indicators without a change."""

    lama: DokumenJson | None
    baru: DokumenJson | None
    tetap: int
    perubahan: tuple[UbahJson, ...]


class TersangkaJson(Struct, frozen=True):
    """A link to look at again: the upper end changed, the lower one did not follow."""

    atas: UjungJson
    bawah: UjungJson
    sebab: tuple[UbahJson, ...]


class TemuanJson(Struct, frozen=True):
    """Findings of the old version that are gone, of both, of the new one alone, and those that cannot be told because their document was
    not read."""

    selesai: tuple[FindingJson, ...]
    tetap: tuple[FindingJson, ...]
    baru: tuple[FindingJson, ...]
    tidak_diperiksa: tuple[FindingJson, ...]


class DiffJson(Struct, frozen=True):
    """`doccheck diff OLD NEW --format json`"""

    versi: int
    dokumen: tuple[PasanganJson, ...]
    temuan: TemuanJson
    tersangka: tuple[TersangkaJson, ...]
    catatan_lama: tuple[CatatanJson, ...]
    catatan_baru: tuple[CatatanJson, ...]


def diff_json(hasil: Perbandingan) -> DiffJson:
    groups = (hasil.selesai, hasil.tetap, hasil.baru, hasil.tidak_diperiksa)
    return DiffJson(
        versi=VERSI,
        dokumen=tuple(_pair(pair) for pair in hasil.dokumen),
        temuan=TemuanJson(*(tuple(finding_json(finding) for finding in group) for group in groups)),
        tersangka=tuple(_suspect(one) for one in hasil.tersangka),
        catatan_lama=_notes(hasil.catatan_lama),
        catatan_baru=_notes(hasil.catatan_baru),
    )


def _pair(pair: PasanganDokumen) -> PasanganJson:
    return PasanganJson(_document(pair.lama), _document(pair.baru), pair.tetap, tuple(_change(one) for one in pair.perubahan))


def _document(dokumen: Dokumen | None) -> DokumenJson | None:
    return dokumen_json(dokumen) if dokumen else None


def _suspect(one: Tersangka) -> TersangkaJson:
    return TersangkaJson(ujung_json(one.atas), ujung_json(one.bawah), tuple(_change(cause) for cause in one.sebab))


def _change(one: Ubah) -> UbahJson:
    return UbahJson(
        one.jenis, one.level, one.uraian, one.indikator, one.tahun, one.lama, one.baru, one.alasan,
        _place(one.tempat_lama), _place(one.tempat_baru),
    )  # fmt: skip


def _place(lokasi: Lokasi | None) -> LokasiJson | None:
    return lokasi_json(lokasi) if lokasi else None


def _notes(notes: tuple[Catatan, ...]) -> tuple[CatatanJson, ...]:
    return tuple(catatan_json(note) for note in notes)
