"""The JSON that other programs rely on: `extract`, `matrix` and `check`, version 1, apart from the model that may change.

docs/schema/ holds their JSON Schema, generated from these structs. Within a version fields are only ever added.
"""

from __future__ import annotations

from msgspec import Struct

from ..match.keadaan import Keadaan
from ..model import (
    Bukti,
    Catatan,
    Dokumen,
    DokumenPilihan,
    Finding,
    HasilUji,
    Indikator,
    Jenis,
    Keparahan,
    Kinerja,
    Kotak,
    Level,
    Nilai,
    PutusanDipakai,
    Report,
    Riwayat,
    Tautan,
    Tercatat,
    TindakLanjut,
    Ujung,
    Verdict,
)
from .kontrak_isi import (
    AnalisisJson,
    BagianJson,
    KategoriJson,
    NilaiKomponenJson,
    RekomendasiJson,
    UnsurJson,
    analisis_json,
    bagian_json,
    kategori_json,
    komponen_json,
    rekomendasi_json,
    unsur_json,
)
from .kontrak_lokasi import LokasiJson, kotak_json, lokasi_json

VERSI = 1


class BaselineJson(Struct, frozen=True):
    tahun: int | None
    nilai: str


class IndikatorJson(Struct, frozen=True):
    """Values are the text as printed; keys of target and realisasi are years, those of periode and realisasi_periode parts of a year
    ("2026-TW1", "2026-S1", "2026-03"), those of capaian (the printed achievement) years or "akhir"."""

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


class ExtractFolderJson(Struct, frozen=True):
    """`doccheck extract FOLDER --format json`: the contract of each document, those that could not be read with their note alone."""

    versi: int
    dokumen_dokumen: tuple[ExtractJson, ...]


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


class BuktiJson(Struct, frozen=True):
    """What one document prints at one place; `peran` says what it stands for."""

    dokumen: str
    peran: str
    halaman: int | None
    lembar: str | None
    tabel: int | None
    baris: int | None
    kotak: Kotak | None
    kutipan: str
    nilai: str | None


class KeputusanJson(Struct, frozen=True):
    """What a person decided: diterima, ditolak or telaah. rekomendasi: doccheck's own words, where the person wrote others."""

    putusan: str
    alasan: str
    rekomendasi: str | None
    asal: str


class FindingJson(Struct, frozen=True):
    """`telaah`: for a person to look at, never counted by --fail-on. `masalah`: which of the seven LHE problems it serves. `keputusan`:
    null where nobody decided."""

    aturan: str
    keparahan: Keparahan
    keyakinan: float
    kondisi: str
    kriteria: str
    akibat: str
    rekomendasi: str
    sidik: str
    perangkat_daerah: str | None
    telaah: bool
    masalah: tuple[int, ...]
    bukti: tuple[BuktiJson, ...]
    keputusan: KeputusanJson | None


class TidakDinilaiJson(Struct, frozen=True):
    aturan: str
    alasan: str


class DiabaikanJson(Struct, frozen=True):
    """A finding set aside: why, by whom, until which date, and which entry (file and line) says so."""

    finding: FindingJson
    alasan: str
    oleh: str | None
    sampai: str | None
    asal: str


class AbaikanUsangJson(Struct, frozen=True):
    """An entry that sets nothing aside ("tidak_terpakai"), or whose date is past ("kedaluwarsa") though it matches `jumlah` findings."""

    keadaan: str
    aturan: str
    alasan: str
    asal: str
    sampai: str | None
    jumlah: int


class TercatatJson(Struct, frozen=True):
    """A finding of the baseline; `pertama`: the date on which it was first recorded."""

    sidik: str
    aturan: str
    pertama: str
    triase: str
    catatan: str
    perangkat_daerah: str | None
    dokumen: str
    kondisi: str


class RiwayatJson(Struct, frozen=True):
    """The check against a baseline of `tanggal`: fingerprints that are new, what is still open, what is solved, and what this check could
    not tell because the rule did not run or the document was not read."""

    tanggal: str
    baru: tuple[str, ...]
    terbuka: tuple[TercatatJson, ...]
    selesai: tuple[TercatatJson, ...]
    tidak_diperiksa: tuple[TercatatJson, ...]


class TindakLanjutJson(Struct, frozen=True):
    """A recommendation of an earlier evaluation, what its row of the matrix says, and what the rules find on later documents. `hasil`:
    "selesai" (they find it no more), "sebagian" (of `semula` objects `berulang` are still at fault), "berulang", "tidak_diuji" for the
    reason `alasan`. `temuan`: fingerprints."""

    berkas: str
    perangkat_daerah: str | None
    tahun: int | None
    rekomendasi: RekomendasiJson
    matriks: RekomendasiJson | None
    berkas_matriks: str | None
    kelas: tuple[str, ...]
    aturan: tuple[str, ...]
    hasil: HasilUji
    semula: int | None
    berulang: int
    alasan: str
    temuan: tuple[str, ...]
    bukti: tuple[BuktiJson, ...]


class CheckJson(Struct, frozen=True):
    """`doccheck check PATHS --format json`. `baseline` is null without one."""

    versi: int
    findings: tuple[FindingJson, ...]
    dokumen: tuple[DokumenJson, ...]
    catatan: tuple[CatatanJson, ...]
    tidak_dinilai: tuple[TidakDinilaiJson, ...]
    diabaikan: tuple[DiabaikanJson, ...]
    abaikan_usang: tuple[AbaikanUsangJson, ...]
    baseline: RiwayatJson | None
    putusan: tuple[PutusanJson, ...]
    pilihan: tuple[PilihanJson, ...]
    tindak_lanjut: tuple[TindakLanjutJson, ...]


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


def _semua_catatan(documents: tuple[Dokumen, ...], notes: tuple[Catatan, ...]) -> tuple[CatatanJson, ...]:
    """The notes on files that could not be read at all, then those inside each document."""
    return (*(catatan_json(n) for n in notes), *(catatan_json(n, d.berkas) for d in documents for n in d.catatan))


def ujung_json(u: Ujung) -> UjungJson:
    return UjungJson(u.berkas, u.jenis, u.level, u.uraian, u.indikator)


def _bukti(b: Bukti) -> BuktiJson:
    return BuktiJson(b.dokumen, b.peran, b.halaman, b.lembar, b.tabel, b.baris, kotak_json(b.kotak), b.kutipan, b.nilai)


def finding_json(f: Finding) -> FindingJson:
    return FindingJson(
        aturan=f.aturan,
        keparahan=f.keparahan,
        keyakinan=round(f.keyakinan, 3),
        kondisi=f.kondisi,
        kriteria=f.kriteria,
        akibat=f.akibat,
        rekomendasi=f.rekomendasi,
        sidik=f.sidik,
        perangkat_daerah=f.perangkat_daerah,
        telaah=f.telaah,
        masalah=f.masalah,
        bukti=tuple(_bukti(b) for b in f.bukti),
        keputusan=KeputusanJson(k.putusan, k.alasan, k.rekomendasi, k.asal) if (k := f.keputusan) else None,
    )


def extract_json(dokumen: Dokumen, notes: tuple[Catatan, ...] = ()) -> ExtractJson:
    """The contract of one document; `notes` are those of a file that could not be read (then `dokumen` is empty)."""
    return ExtractJson(
        versi=VERSI,
        dokumen=dokumen_json(dokumen),
        kinerja=tuple(_kinerja(k) for k in dokumen.kinerja),
        catatan=_semua_catatan((dokumen,), notes),
        nomor=dokumen.nomor,
        bagian=tuple(map(bagian_json, dokumen.bagian)),
        rekomendasi=tuple(map(rekomendasi_json, dokumen.rekomendasi)),
        komponen=tuple(map(komponen_json, dokumen.komponen)),
        analisis=tuple(map(analisis_json, dokumen.analisis)),
        kategori=tuple(map(kategori_json, dokumen.kategori)),
        unsur=tuple(map(unsur_json, dokumen.unsur)),
    )


def extract_folder_json(documents: tuple[Dokumen, ...], notes: tuple[Catatan, ...]) -> ExtractFolderJson:
    """The contracts of many documents, sorted by their names."""
    read = {dokumen.berkas: extract_json(dokumen) for dokumen in documents}
    unread = {note.berkas: extract_json(Dokumen(berkas=note.berkas), (note,)) for note in notes}
    return ExtractFolderJson(VERSI, tuple(isi for _berkas, isi in sorted({**read, **unread}.items())))


def check_json(report: Report) -> CheckJson:
    return CheckJson(
        versi=VERSI,
        findings=tuple(finding_json(f) for f in report.findings),
        dokumen=tuple(dokumen_json(d) for d in report.documents),
        catatan=_semua_catatan(report.documents, report.notes),
        tidak_dinilai=tuple(TidakDinilaiJson(t.aturan, t.alasan) for t in report.tidak_dinilai),
        diabaikan=tuple(DiabaikanJson(finding_json(d.finding), d.alasan, d.oleh, d.sampai, d.asal) for d in report.diabaikan),
        abaikan_usang=tuple(
            AbaikanUsangJson(a.keadaan, a.aturan, a.alasan, a.asal, a.sampai, a.jumlah) for a in report.abaikan_usang
        ),
        baseline=None if report.riwayat is None else _riwayat(report.riwayat),
        putusan=_putusan(report.putusan),
        pilihan=_pilihan(report.pilihan),
        tindak_lanjut=tuple(_tindak_lanjut(t) for t in report.tindak_lanjut),
    )


def _tindak_lanjut(t: TindakLanjut) -> TindakLanjutJson:
    return TindakLanjutJson(
        berkas=t.berkas,
        perangkat_daerah=t.perangkat_daerah,
        tahun=t.tahun,
        rekomendasi=rekomendasi_json(t.rekomendasi),
        matriks=rekomendasi_json(t.matriks) if t.matriks else None,
        berkas_matriks=t.berkas_matriks,
        kelas=t.kelas,
        aturan=t.aturan,
        hasil=t.hasil,
        semula=t.semula,
        berulang=t.berulang,
        alasan=t.alasan,
        temuan=t.temuan,
        bukti=tuple(map(_bukti, t.bukti)),
    )


def _putusan(used: tuple[PutusanDipakai, ...]) -> tuple[PutusanJson, ...]:
    return tuple(PutusanJson(p.apa, p.teks, p.nilai, p.alasan, p.asal) for p in used)


def _pilihan(choices: tuple[DokumenPilihan, ...]) -> tuple[PilihanJson, ...]:
    return tuple(PilihanJson(p.berkas, p.lainnya, p.alasan) for p in choices)


def _riwayat(r: Riwayat) -> RiwayatJson:
    still, solved, unknown = (tuple(map(_tercatat, items)) for items in (r.lama.values(), r.selesai, r.tidak_diperiksa))
    return RiwayatJson(r.tanggal, r.baru, still, solved, unknown)


def _tercatat(t: Tercatat) -> TercatatJson:
    return TercatatJson(t.sidik, t.aturan, t.pertama, t.triase, t.catatan, t.perangkat_daerah, t.dokumen, t.kondisi)


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
        catatan=_semua_catatan(documents, notes),
        keadaan=tuple(
            KeadaanJson(
                s.ujung.berkas, s.ujung.jenis, s.ujung.level, s.ujung.uraian, s.ujung.indikator, s.atas, s.bawah, s.kedalaman
            )
            for s in states
        ),
        pilihan=_pilihan(choices),
        putusan=_putusan(used),
    )
