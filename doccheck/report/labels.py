"""The words by which reports call severities, kinds of documents and tables, and the seven problems of the evaluators.

Every text is marked for the catalogue here and translated where it is shown.
"""

from __future__ import annotations

from ..bahasa import _, tandai
from ..model import Dokumen, Jenis, JenisStrategi, JenisTabel, Keparahan, Lokasi
from ..tempat import bagian_tempat

KEPARAHAN: dict[Keparahan, str] = {
    "kritis": tandai("Kritis"),
    "tinggi": tandai("Tinggi"),
    "sedang": tandai("Sedang"),
    "rendah": tandai("Rendah"),
    "info": tandai("Info"),
}

STRATEGI: dict[JenisStrategi, str] = {"strategi": tandai("strategi"), "arah_kebijakan": tandai("arah kebijakan")}

JENIS: dict[Jenis, str] = {
    "rpjmd": tandai("RPJMD"),
    "renstra": tandai("Renstra"),
    "pk": tandai("Perjanjian Kinerja"),
    "iku": tandai("IKU"),
    "renja": tandai("Renja"),
    "cascading": tandai("Cascading"),
    "rencana_aksi": tandai("Rencana Aksi"),
    "lkjip": tandai("LKjIP"),
    "lhe": tandai("LHE"),
    "lainnya": tandai("Jenis tidak dikenali"),
}

TABEL: dict[JenisTabel, str] = {
    "tujuan_sasaran": tandai("Tujuan dan sasaran"),
    "program": tandai("Program, kegiatan, subkegiatan"),
    "cascading": tandai("Cascading"),
    "iku": tandai("Indikator Kinerja Utama"),
    "ikk": tandai("Indikator Kinerja Kunci"),
    "prioritas": tandai("Program prioritas"),
    "pk": tandai("Perjanjian Kinerja"),
    "pk_anggaran": tandai("Program dan anggaran (PK)"),
    "renja": tandai("Rencana kerja"),
    "rencana_aksi": tandai("Rencana aksi"),
    "capaian": tandai("Capaian kinerja"),
    "lainnya": tandai("Tabel lain"),
}

MASALAH: dict[int, str] = {
    1: tandai("Rekomendasi hasil evaluasi tahun sebelumnya belum ditindaklanjuti"),
    2: tandai("Sasaran dan indikator belum berorientasi hasil atau tidak sesuai level jabatan"),
    3: tandai("RPJMD, Renstra, dan Perjanjian Kinerja tidak selaras"),
    4: tandai("Penjenjangan kinerja (cascading) belum sampai level terendah"),
    5: tandai("Crosscutting antarperangkat daerah belum ada"),
    6: tandai("Evaluasi akuntabilitas kinerja internal lemah"),
    7: tandai("LKjIP belum menganalisis capaian dan efisiensi anggaran secara memadai"),
}
"""The seven recurring findings of evaluation reports (LHE); Finding.masalah holds these numbers."""


def tempat(lokasi: Lokasi) -> str:
    """A place in words: "hal. 41, tabel 1, baris 3"; empty where nothing is known."""
    column = [_("kolom {n}").format(n=lokasi.kolom)] if lokasi.kolom is not None else []
    return ", ".join(bagian_tempat(lokasi) + column)


def waktu(dokumen: Dokumen) -> str:
    """The year or period that a document is for: "2026", "2025–2029" or empty."""
    if dokumen.tahun is not None:
        return str(dokumen.tahun)
    return f"{dokumen.periode[0]}–{dokumen.periode[1]}" if dokumen.periode else ""
