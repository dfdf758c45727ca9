"""What the JSON contract says of links between documents (`matrix`)."""

from __future__ import annotations

from msgspec import Struct

from ..match.keadaan import Keadaan
from ..model import Catatan, Dokumen, DokumenPilihan, Jenis, Level, PutusanDipakai, Tautan, Ujung, Verdict
from .kontrak_dokumen import VERSI, CatatanJson, semua_catatan


class UjungJson(Struct, frozen=True):
    berkas: str
    jenis: Jenis
    level: Level
    uraian: str
    indikator: str | None


class TautanJson(Struct, frozen=True):
    """A linked pair: `dari` in the upper document, `ke` in the lower one."""

    dari: UjungJson
    ke: UjungJson
    hubungan: str
    status: str
    verdict: Verdict
    skor: float
    alasan: str


class PutusanJson(Struct, frozen=True):
    """A decision of the project that stood over doccheck's judgement: apa "pasangan", "orientasi" or "polaritas"; asal: file and line."""

    apa: str
    teks: tuple[str, ...]
    nilai: str
    alasan: str
    asal: str


class PilihanJson(Struct, frozen=True):
    """Of several versions or copies of one document, the one that was checked (`berkas`)."""

    berkas: str
    lainnya: tuple[str, ...]
    alasan: str


class KeadaanJson(Struct, frozen=True):
    """The state of a goal or indicator. ke_atas: tertaut, tanpa_induk, ambigu, luar_kewenangan, usang; ke_bawah: tertaut, ganda,
    belum_dijabarkan; kedalaman: dangkal, terendah. null where it need not have one."""

    berkas: str
    jenis: Jenis
    level: Level
    uraian: str
    indikator: str | None
    ke_atas: str | None
    ke_bawah: str | None
    kedalaman: str | None


class MatrixJson(Struct, frozen=True):
    """`doccheck matrix PATHS --format json`"""

    versi: int
    tautan: tuple[TautanJson, ...]
    tanpa_turunan: tuple[UjungJson, ...]
    tanpa_induk: tuple[UjungJson, ...]
    catatan: tuple[CatatanJson, ...]
    keadaan: tuple[KeadaanJson, ...]
    pilihan: tuple[PilihanJson, ...]
    putusan: tuple[PutusanJson, ...]


def ujung_json(u: Ujung) -> UjungJson:
    return UjungJson(u.berkas, u.jenis, u.level, u.uraian, u.indikator)


def putusan_json(used: tuple[PutusanDipakai, ...]) -> tuple[PutusanJson, ...]:
    return tuple(PutusanJson(p.apa, p.teks, p.nilai, p.alasan, p.asal) for p in used)


def pilihan_json(choices: tuple[DokumenPilihan, ...]) -> tuple[PilihanJson, ...]:
    return tuple(PilihanJson(p.berkas, p.lainnya, p.alasan) for p in choices)


def matrix_json(
    tautan: tuple[Tautan, ...],
    tanpa_turunan: tuple[Ujung, ...],
    tanpa_induk: tuple[Ujung, ...],
    documents: tuple[Dokumen, ...] = (),
    notes: tuple[Catatan, ...] = (),
    states: tuple[Keadaan, ...] = (),
    choices: tuple[DokumenPilihan, ...] = (),
    used: tuple[PutusanDipakai, ...] = (),
) -> MatrixJson:
    return MatrixJson(
        versi=VERSI,
        tautan=tuple(
            TautanJson(ujung_json(t.dari), ujung_json(t.ke), t.hubungan, t.status, t.verdict, round(t.skor, 3), t.alasan)
            for t in tautan
        ),
        tanpa_turunan=tuple(ujung_json(u) for u in tanpa_turunan),
        tanpa_induk=tuple(ujung_json(u) for u in tanpa_induk),
        catatan=semua_catatan(documents, notes),
        keadaan=tuple(
            KeadaanJson(
                s.ujung.berkas, s.ujung.jenis, s.ujung.level, s.ujung.uraian, s.ujung.indikator, s.atas, s.bawah, s.kedalaman
            )
            for s in states
        ),
        pilihan=pilihan_json(choices),
        putusan=putusan_json(used),
    )
