"""What the JSON contract says of findings: evidence, decisions, those set aside, history, follow-up."""

from __future__ import annotations

from msgspec import Struct

from ..model import Bukti, Finding, HasilUji, Keparahan, Kotak, Riwayat, Tercatat, TindakLanjut
from .kontrak_isi import RekomendasiJson, rekomendasi_json
from .kontrak_lokasi import kotak_json


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
    """`telaah`: for a person to look at, for the reasons in `ragu`, never counted by --fail-on. `pelengkap`: neatness and hints, which
    reports for people leave out unless asked for. `masalah`: which of the seven LHE problems it serves. `keputusan`: null where nobody
    decided."""

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
    ragu: tuple[str, ...]
    pelengkap: bool
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
        ragu=f.ragu,
        pelengkap=f.pelengkap,
        masalah=f.masalah,
        bukti=tuple(_bukti(b) for b in f.bukti),
        keputusan=KeputusanJson(k.putusan, k.alasan, k.rekomendasi, k.asal) if (k := f.keputusan) else None,
    )


def tindak_lanjut_json(t: TindakLanjut) -> TindakLanjutJson:
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


def riwayat_json(r: Riwayat) -> RiwayatJson:
    still, solved, unknown = (tuple(map(_tercatat, items)) for items in (r.lama.values(), r.selesai, r.tidak_diperiksa))
    return RiwayatJson(r.tanggal, r.baru, still, solved, unknown)


def _tercatat(t: Tercatat) -> TercatatJson:
    return TercatatJson(t.sidik, t.aturan, t.pertama, t.triase, t.catatan, t.perangkat_daerah, t.dokumen, t.kondisi)
