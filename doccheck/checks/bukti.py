"""Evidence: what a document prints at one place, and under which name the reader knows that document."""

from __future__ import annotations

from ..bahasa import _, tandai
from ..model import Bukti, Dokumen, Jenis, Lokasi, Nilai
from .butir import Butir

_NAMA = {
    "rpjmd": "RPJMD",
    "renstra": "Renstra",
    "pk": "PK",
    "iku": "IKU",
    "renja": "Renja",
    "cascading": tandai("Cascading"),
    "rencana_aksi": tandai("Rencana Aksi"),
    "lkjip": "LKjIP",
    "lhe": "LHE",
}


def nama_jenis(jenis: Jenis) -> str:
    """ "Renstra" for "renstra"."""
    return _(_NAMA.get(jenis, jenis))


def peran(dokumen: Dokumen, jabatan: str | None = None) -> str:
    """ "RPJMD 2025-2029", "Renstra Dinas Perhubungan", "PK 2026 Kepala Bidang Angkutan"."""
    parts = [_(_NAMA.get(dokumen.jenis, "Dokumen"))]
    if dokumen.jenis == "rpjmd" and dokumen.periode:
        parts.append(f"{dokumen.periode[0]}-{dokumen.periode[1]}")
    elif dokumen.tahun is not None:
        parts.append(str(dokumen.tahun))
    post = jabatan or (dokumen.jabatan if dokumen.jenis == "pk" else None)
    if post:
        parts.append(post)
    elif dokumen.perangkat_daerah:
        parts.append(dokumen.perangkat_daerah)
    return " ".join(parts)


def bukti(butir: Butir, nilai: Nilai | str | None = None) -> Bukti:
    """The evidence for a goal or indicator, with the value in question where there is one."""
    place = butir.kinerja.lokasi if butir.nomor is None else butir.indikator.lokasi
    if place == Lokasi():
        place = butir.kinerja.lokasi
    printed = butir.indikator.kalimat if butir.nomor is not None else None
    text = printed or butir.teks or butir.kinerja.hasil or butir.kinerja.kode or ""
    return di(
        butir.dokumen,
        text,
        place,
        peran(butir.dokumen, butir.kinerja.jabatan if butir.dokumen.jenis == "pk" else None),
        nilai,
    )


def di(
    dokumen: Dokumen, kutipan: str, lokasi: Lokasi | None = None, nama: str | None = None, nilai: Nilai | str | None = None
) -> Bukti:
    """Evidence at a place of a document, or for the document as a whole."""
    return pada(dokumen.berkas, kutipan, lokasi or Lokasi(), nama or peran(dokumen), nilai)


def pada(berkas: str, kutipan: str, place: Lokasi, nama: str, nilai: Nilai | str | None = None) -> Bukti:
    """Evidence at a place of a file, which need not have been read as a document."""
    value = nilai if isinstance(nilai, Nilai) else None
    return Bukti(
        dokumen=berkas,
        kutipan=kutipan,
        nilai=value.teks if value else nilai if isinstance(nilai, str) else None,
        peran=nama,
        halaman=place.halaman,
        lembar=place.lembar,
        tabel=place.tabel,
        baris=place.baris,
        kolom=place.kolom,
        kotak=place.kotak,
        kotak_nilai=value.lokasi.kotak if value and value.lokasi else None,
    )
