"""What the JSON contract says of a document beside its performance tree: chapters, recommendations, values of components, analyses."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ..model import Analisis, Bagian, JenisAnalisis, JenisStrategi, Kategori, NilaiKomponen, Rekomendasi, Strategi, Unsur
from .kontrak_lokasi import LokasiJson, lokasi_json


class BagianJson(Struct, frozen=True):
    """A chapter (tingkat 1) or section (tingkat 2), where it begins."""

    nomor: str | None
    judul: str
    tingkat: int
    lokasi: LokasiJson


class StrategiJson(Struct, frozen=True):
    """A strategi or arah kebijakan; `induk` is the id of the goal (in `kinerja`) under which it stands, of an arah kebijakan that of its
    strategi where the table pairs them; `sasaran` that goal's text as this table prints it."""

    id: str
    jenis: JenisStrategi
    uraian: str
    induk: str | None
    sasaran: str | None
    lokasi: LokasiJson


class VisiJson(Struct, frozen=True):
    """A wording of the visi that a plan sets or quotes."""

    uraian: str
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


class KategoriJson(Struct, frozen=True):
    """A class of achievement that a report sets, in percent: its ends (null: open), and whether they belong to it."""

    nama: str
    bawah: float | None
    atas: float | None
    bawah_masuk: bool
    atas_masuk: bool
    lokasi: LokasiJson


class UnsurJson(Struct, frozen=True):
    """Whether an LKjIP has improvements to come, the follow-up of the last evaluation, a statement of review; "rilis": it says of an
    indicator that its figure comes later."""

    jenis: Literal["perbaikan", "tindak_lanjut", "reviu", "rilis"]
    keadaan: Literal["ada", "umum", "tidak_ada"]
    indikator: str | None
    lokasi: LokasiJson


def bagian_json(b: Bagian) -> BagianJson:
    return BagianJson(b.nomor, b.judul, b.tingkat, lokasi_json(b.lokasi))


def strategi_json(s: Strategi) -> StrategiJson:
    return StrategiJson(s.id, s.jenis, s.uraian, s.induk, s.sasaran, lokasi_json(s.lokasi))


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


def kategori_json(k: Kategori) -> KategoriJson:
    return KategoriJson(k.nama, k.bawah, k.atas, k.bawah_masuk, k.atas_masuk, lokasi_json(k.lokasi))


def unsur_json(u: Unsur) -> UnsurJson:
    return UnsurJson(u.jenis, u.keadaan, u.indikator, lokasi_json(u.lokasi))
