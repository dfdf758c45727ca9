"""What the JSON contract says of one document: identity, performance tree, notes (`extract`)."""

from __future__ import annotations

from msgspec import Struct

from ..model import Catatan, Dokumen, Indikator, Jenis, Kinerja, Level, Nilai
from .kontrak_isi import (
    AnalisisJson,
    BagianJson,
    KategoriJson,
    NilaiKomponenJson,
    RekomendasiJson,
    StrategiJson,
    UnsurJson,
    VisiJson,
    analisis_json,
    bagian_json,
    kategori_json,
    komponen_json,
    rekomendasi_json,
    strategi_json,
    unsur_json,
)
from .kontrak_lokasi import LokasiJson, lokasi_json

VERSI = 1


class BaselineJson(Struct, frozen=True):
    tahun: int | None
    nilai: str


class IndikatorJson(Struct, frozen=True):
    """Values are the text as printed; keys of target and realisasi are years, those of periode and realisasi_periode parts of a year
    ("2026-TW1", "2026-S1", "2026-03"), those of capaian (the printed achievement) years or "akhir". `kalimat` is the printed sentence
    from which target and baseline were read, null where cells give them."""

    uraian: str
    satuan: str | None
    baseline: BaselineJson | None
    target: dict[str, str]
    target_akhir: str | None
    realisasi: dict[str, str]
    formula: str | None
    sumber_data: str | None
    penanggung_jawab: str | None
    lokasi: LokasiJson
    periode: dict[str, str]
    realisasi_periode: dict[str, str]
    kumulatif: bool | None
    capaian: dict[str, str]
    kategori: str | None
    serapan: str | None
    efisiensi: str | None
    kalimat: str | None


class KinerjaJson(Struct, frozen=True):
    """A goal as one table prints it; `induk` is the id of its parent in the same file."""

    id: str
    level: Level
    kode: str | None
    uraian: str
    hasil: str | None
    induk: str | None
    penanggung_jawab: str | None
    anggaran: dict[str, str]
    lokasi: LokasiJson
    indikator: tuple[IndikatorJson, ...]
    realisasi_anggaran: dict[str, str]
    serapan: str | None


class DokumenJson(Struct, frozen=True):
    berkas: str
    jenis: Jenis
    pemda: str | None
    perangkat_daerah: str | None
    periode: tuple[int, int] | None
    tahun: int | None
    jabatan: str | None


class CatatanJson(Struct, frozen=True):
    """A note on reading; `berkas` is the document it belongs to."""

    kode: str
    pesan: str
    berkas: str
    lokasi: LokasiJson


class ExtractJson(Struct, frozen=True):
    """`doccheck extract FILE --format json`"""

    versi: int
    dokumen: DokumenJson
    kinerja: tuple[KinerjaJson, ...]
    catatan: tuple[CatatanJson, ...]
    nomor: str | None
    bagian: tuple[BagianJson, ...]
    rekomendasi: tuple[RekomendasiJson, ...]
    komponen: tuple[NilaiKomponenJson, ...]
    analisis: tuple[AnalisisJson, ...]
    kategori: tuple[KategoriJson, ...]
    unsur: tuple[UnsurJson, ...]
    strategi: tuple[StrategiJson, ...]
    visi: tuple[VisiJson, ...]


class ExtractFolderJson(Struct, frozen=True):
    """`doccheck extract FOLDER --format json`: the contract of each document, those that could not be read with their note alone."""

    versi: int
    dokumen_dokumen: tuple[ExtractJson, ...]


def _teks(nilai: dict[str, Nilai]) -> dict[str, str]:
    return {tahun: n.teks for tahun, n in nilai.items()}


def _indikator(i: Indikator) -> IndikatorJson:
    return IndikatorJson(
        uraian=i.uraian,
        satuan=i.satuan,
        baseline=None if i.baseline is None else BaselineJson(i.baseline.tahun, i.baseline.nilai.teks),
        target=_teks(i.target),
        target_akhir=None if i.target_akhir is None else i.target_akhir.teks,
        realisasi=_teks(i.realisasi),
        formula=i.formula,
        sumber_data=i.sumber_data,
        penanggung_jawab=i.penanggung_jawab,
        lokasi=lokasi_json(i.lokasi),
        periode=_teks(i.periode),
        realisasi_periode=_teks(i.realisasi_periode),
        kumulatif=i.kumulatif,
        capaian=_teks(i.capaian),
        kategori=i.kategori,
        serapan=None if i.serapan is None else i.serapan.teks,
        efisiensi=None if i.efisiensi is None else i.efisiensi.teks,
        kalimat=i.kalimat,
    )


def _kinerja(k: Kinerja) -> KinerjaJson:
    return KinerjaJson(
        id=k.id,
        level=k.level,
        kode=k.kode,
        uraian=k.uraian,
        hasil=k.hasil,
        induk=k.induk,
        penanggung_jawab=k.penanggung_jawab,
        anggaran=_teks(k.anggaran),
        lokasi=lokasi_json(k.lokasi),
        indikator=tuple(_indikator(i) for i in k.indikator),
        realisasi_anggaran=_teks(k.realisasi_anggaran),
        serapan=k.serapan.teks if k.serapan else None,
    )


def dokumen_json(d: Dokumen) -> DokumenJson:
    return DokumenJson(d.berkas, d.jenis, d.pemda, d.perangkat_daerah, d.periode, d.tahun, d.jabatan)


def catatan_json(catatan: Catatan, berkas: str = "") -> CatatanJson:
    return CatatanJson(catatan.kode, catatan.pesan, catatan.berkas or berkas, lokasi_json(catatan.lokasi))


def semua_catatan(documents: tuple[Dokumen, ...], notes: tuple[Catatan, ...]) -> tuple[CatatanJson, ...]:
    """The notes on files that could not be read at all, then those inside each document."""
    return (*(catatan_json(n) for n in notes), *(catatan_json(n, d.berkas) for d in documents for n in d.catatan))


def extract_json(dokumen: Dokumen, notes: tuple[Catatan, ...] = ()) -> ExtractJson:
    """The contract of one document; `notes` are those of a file that could not be read (then `dokumen` is empty)."""
    return ExtractJson(
        versi=VERSI,
        dokumen=dokumen_json(dokumen),
        kinerja=tuple(_kinerja(k) for k in dokumen.kinerja),
        catatan=semua_catatan((dokumen,), notes),
        nomor=dokumen.nomor,
        bagian=tuple(map(bagian_json, dokumen.bagian)),
        rekomendasi=tuple(map(rekomendasi_json, dokumen.rekomendasi)),
        komponen=tuple(map(komponen_json, dokumen.komponen)),
        analisis=tuple(map(analisis_json, dokumen.analisis)),
        kategori=tuple(map(kategori_json, dokumen.kategori)),
        unsur=tuple(map(unsur_json, dokumen.unsur)),
        strategi=tuple(map(strategi_json, dokumen.strategi)),
        visi=tuple(VisiJson(one.uraian, lokasi_json(one.lokasi)) for one in dokumen.visi),
    )


def extract_folder_json(documents: tuple[Dokumen, ...], notes: tuple[Catatan, ...]) -> ExtractFolderJson:
    """The contracts of many documents, sorted by their names."""
    read = {dokumen.berkas: extract_json(dokumen) for dokumen in documents}
    unread = {note.berkas: extract_json(Dokumen(berkas=note.berkas), (note,)) for note in notes}
    return ExtractFolderJson(VERSI, tuple(isi for _berkas, isi in sorted({**read, **unread}.items())))
