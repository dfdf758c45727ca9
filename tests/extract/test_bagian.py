"""Chapters and sections from their headings, and the analyses of a performance report."""

from __future__ import annotations

from doccheck.extract.dokumen import baca
from doccheck.extract.identitas import Identitas
from doccheck.extract.laporan.bagian import bagian_dokumen, tulisan_dokumen
from doccheck.layout import Layout

from .buat import docx, pdf

LKJIP = Identitas(jenis="lkjip", tahun=2025, perangkat_daerah="Dinas Contoh")
CAPAIAN = [
    ["No", "Sasaran", "Indikator Kinerja", "Target", "Realisasi", "Capaian (%)"],
    ["1", "Meningkatnya layanan", "Indeks Kepuasan Masyarakat", "85", "86,1", "101,29"],
    ["2", "Meningkatnya akuntabilitas", "Nilai SAKIP", "80", "78", "97,5"],
]
HISTORY = [
    ["No", "Indikator Kinerja", "Realisasi 2023", "Realisasi 2024", "Realisasi 2025"],
    ["1", "Indeks Kepuasan Masyarakat", "82", "84", "86,1"],
    ["2", "Nilai SAKIP", "75", "76", "78"],
]


def _bagian(layout: Layout, jenis: str = "lkjip") -> list[tuple[int, str | None, str, int | None]]:
    written = tulisan_dokumen(layout, jenis)  # type: ignore[arg-type]
    return [(one.tingkat, one.nomor, one.judul, one.lokasi.halaman) for one in bagian_dokumen(written)]


def test_chapters_from_their_headings_and_not_from_the_contents() -> None:
    layout = pdf(
        ["# DAFTAR ISI", "RINGKASAN EKSEKUTIF ........ i", "BAB I PENDAHULUAN ............ 1", "BAB III AKUNTABILITAS KINERJA .... 9"],
        ["# RINGKASAN EKSEKUTIF", "Laporan ini disusun sebagai wujud pertanggungjawaban."],
        ["* BAB I", "* PENDAHULUAN", "* A. Latar Belakang", "Sebagaimana diuraikan pada BAB III, capaian kinerja meningkat."],
        ["* BAB III AKUNTABILITAS KINERJA", "* 3.1. Capaian Kinerja", "* 3.1.1 Perbandingan Target dan Realisasi", "1. Survei"],
    )
    assert _bagian(layout) == [
        (1, None, "RINGKASAN EKSEKUTIF", 2),
        (1, "BAB I", "PENDAHULUAN", 3),
        (2, "A", "Latar Belakang", 3),
        (1, "BAB III", "AKUNTABILITAS KINERJA", 4),
        (2, "3.1", "Capaian Kinerja", 4),
        (3, "3.1.1", "Perbandingan Target dan Realisasi", 4),
    ]
    assert [nomor for _t, nomor, _j, _h in _bagian(layout, "renstra")] == [None, "BAB I", "BAB III"]


def _keadaan(layout: Layout) -> dict[str | None, dict[str, str]]:
    found: dict[str | None, dict[str, str]] = {}
    for one in baca(layout, LKJIP).analisis:
        found.setdefault(one.indikator, {})[one.jenis] = one.keadaan
    return found


def test_analyses_in_words_in_tables_and_missing() -> None:
    layout = docx(
        "* BAB II PERENCANAAN KINERJA",
        "Dibandingkan tahun sebelumnya jumlah layanan naik, dan rata-rata nasional menjadi acuan.",
        "* BAB III AKUNTABILITAS KINERJA",
        "* A. Capaian Kinerja",
        CAPAIAN,
        "Realisasi Indeks Kepuasan Masyarakat sebesar 86,1 melampaui target yang ditetapkan dalam perjanjian kinerja.",
        "Keberhasilan ini disebabkan oleh penyederhanaan alur layanan dan penambahan loket pada kantor kecamatan.",
        HISTORY,
        "* BAB IV PENUTUP",
        "Efisiensi penggunaan sumber daya akan ditingkatkan pada tahun mendatang bersama seluruh unit kerja.",
    )
    found = _keadaan(layout)
    assert found[None] == {
        "target_realisasi": "ada", "tahun_lalu": "tabel", "jangka_menengah": "tidak_ada", "nasional": "tidak_ada", "penyebab": "ada",
        "efisiensi": "tidak_ada", "program": "tidak_ada",
    }  # fmt: skip
    assert found["Indeks Kepuasan Masyarakat"]["penyebab"] == "ada"
    assert found["Nilai SAKIP"] == {
        "target_realisasi": "tabel", "tahun_lalu": "tabel", "jangka_menengah": "tidak_ada", "nasional": "tidak_ada",
        "penyebab": "tidak_ada", "efisiensi": "tidak_ada", "program": "tidak_ada",
    }  # fmt: skip


def test_text_below_a_heading_that_names_the_analysis_counts() -> None:
    layout = docx(
        "* BAB III AKUNTABILITAS KINERJA",
        "* 3.1 Capaian Kinerja",
        CAPAIAN,
        "* 3.2 Perbandingan dengan Standar Nasional",
        "Indeks Kepuasan Masyarakat belum memiliki angka pembanding sehingga digunakan ambang mutu layanan yang berlaku umum saat ini.",
        "* 3.3 Efisiensi Penggunaan Sumber Daya",
        [["No", "Sasaran", "Indikator", "% Capaian Kinerja", "% Penyerapan Anggaran", "Tingkat Efisiensi"],
         ["1", "Meningkatnya layanan", "Indeks Kepuasan Masyarakat", "101,29", "95", "6,29"]],
    )  # fmt: skip
    found = _keadaan(layout)
    assert found["Indeks Kepuasan Masyarakat"]["nasional"] == "ada"
    assert found["Nilai SAKIP"]["nasional"] == "tidak_ada"
    assert found[None]["efisiensi"] == "tabel"


def test_efficiency_without_its_word() -> None:
    def keadaan(*sentences: str) -> str:
        return _keadaan(docx("* BAB III AKUNTABILITAS KINERJA", "* A. Capaian Kinerja", CAPAIAN, *sentences))[None]["efisiensi"]

    assert keadaan("Dengan penyerapan anggaran 92 persen, capaian kinerja kedua sasaran tetap melampaui target yang ditetapkan.") == "ada"
    assert keadaan("Terdapat penghematan belanja perjalanan dinas sehingga target tercapai dengan biaya yang lebih rendah.") == "ada"
    assert keadaan("Sisa anggaran berasal dari pengadaan yang lebih murah, sedangkan seluruh keluaran kegiatan terpenuhi.") == "ada"
    assert keadaan("Seluruh pegawai mengikuti pelatihan pelayanan prima yang diadakan pada triwulan kedua tahun ini.") == "tidak_ada"


def test_one_narrative_for_the_indicators_of_a_goal() -> None:
    rows = [CAPAIAN[0], CAPAIAN[1], ["", "", "Persentase aduan selesai", "90", "92", "102,22"], CAPAIAN[2]]
    found = _keadaan(
        docx(
            "* BAB III AKUNTABILITAS KINERJA",
            "* A. Capaian Kinerja",
            rows,
            "* Sasaran 1: Meningkatnya layanan",
            "Keberhasilan ini disebabkan oleh penyederhanaan alur layanan dan penambahan loket pada setiap kantor kecamatan.",
        )
    )
    assert [found[name]["penyebab"] for name in ("Indeks Kepuasan Masyarakat", "Persentase aduan selesai")] == ["ada", "ada"]
    assert found["Nilai SAKIP"]["penyebab"] == "tidak_ada"


def test_only_performance_reports_have_analyses() -> None:
    assert baca(docx(CAPAIAN), Identitas(jenis="rencana_aksi", tahun=2025)).analisis == ()
