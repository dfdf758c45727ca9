"""What the JSON contract says of a document beside its performance tree: chapters, recommendations, values of components, analyses."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ..model import Analisis, Bagian, JenisAnalisis, NilaiKomponen, Rekomendasi
from .kontrak_lokasi import LokasiJson, lokasi_json


class BagianJson(Struct, frozen=True):
    """A chapter (tingkat 1) or section (tingkat 2), where it begins."""

    nomor: str | None
    judul: str
    tingkat: int
    lokasi: LokasiJson


class RekomendasiJson(Struct, frozen=True):
    """A recommendation of an LHE, or (`matriks`) a row of the matrix of its follow-up; texts as printed."""

    nomor: str | None
    teks: str
    komponen: str | None
    tahun: int | None
    tindak_lanjut: str | None
    status: str | None
    penanggung_jawab: str | None
    waktu: str | None
    bukti: str | None
    matriks: bool
    lokasi: LokasiJson


class NilaiKomponenJson(Struct, frozen=True):
    """A row of the printed table of values of an LHE; nothing is computed. Keys of nilai are years, "" where the heading names none."""

    komponen: str
    bobot: str | None
    nilai: dict[str, str]
    lokasi: LokasiJson


class AnalisisJson(Struct, frozen=True):
    """An analysis that an LKjIP owes (Permen PANRB 53/2014), of one indicator or (null) of the whole: "ada" in words, "tabel" in a table
    only, "tidak_ada"."""

    jenis: JenisAnalisis
    keadaan: Literal["ada", "tabel", "tidak_ada"]
    indikator: str | None
    lokasi: LokasiJson


def bagian_json(b: Bagian) -> BagianJson:
    return BagianJson(b.nomor, b.judul, b.tingkat, lokasi_json(b.lokasi))


def rekomendasi_json(r: Rekomendasi) -> RekomendasiJson:
    return RekomendasiJson(
        nomor=r.nomor,
        teks=r.teks,
        komponen=r.komponen,
        tahun=r.tahun,
        tindak_lanjut=r.tindak_lanjut,
        status=r.status,
        penanggung_jawab=r.penanggung_jawab,
        waktu=r.waktu,
        bukti=r.bukti,
        matriks=r.matriks,
        lokasi=lokasi_json(r.lokasi),
    )


def komponen_json(n: NilaiKomponen) -> NilaiKomponenJson:
    bobot = None if n.bobot is None else n.bobot.teks
    return NilaiKomponenJson(n.komponen, bobot, {tahun: nilai.teks for tahun, nilai in n.nilai.items()}, lokasi_json(n.lokasi))


def analisis_json(a: Analisis) -> AnalisisJson:
    return AnalisisJson(a.jenis, a.keadaan, a.indikator, lokasi_json(a.lokasi))
