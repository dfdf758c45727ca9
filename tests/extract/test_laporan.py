"""What performance reports print beside their analyses: classes of achievement, money spent, what they owe as a whole."""

from __future__ import annotations

import pytest

from doccheck.extract.dokumen import baca
from doccheck.extract.identitas import Identitas
from doccheck.extract.laporan.kategori import batas, kategori_capaian
from doccheck.layout import Layout
from doccheck.model import Dokumen

from .buat import docx, pdf

LKJIP = Identitas(jenis="lkjip", tahun=2025, perangkat_daerah="Dinas Contoh")
CAPAIAN = [
    ["No", "Sasaran", "Indikator Kinerja", "Target", "Realisasi", "Capaian (%)"],
    ["1", "Meningkatnya layanan", "Indeks Kepuasan Masyarakat", "85", "86,1", "101,29"],
    ["", "", "Persentase aduan selesai", "90", "n/a", "n/a"],
    ["2", "Meningkatnya akuntabilitas", "Nilai SAKIP", "80", "78", "97,5"],
]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("76 ≤ 90", (76, 90, True, True)),
        ("≥ 91", (91, None, True, True)),
        ("≤ 50 %", (None, 50, True, True)),
        ("> 80 s.d. 100 %", (80, 100, False, True)),
        ("80 < x ≤ 90", (80, 90, False, True)),
        ("85 ≤ x < 100", (85, 100, True, False)),
        ("Nilai di bawah 55%", (None, 55, True, False)),
        ("100% ke atas", (100, None, True, True)),
        ("Sangat Tinggi", None),
    ],
)
def test_ends_of_an_interval(text: str, ends: tuple[float | None, float | None, bool, bool] | None) -> None:
    assert batas(text) == ends


def _kelas(layout: Layout) -> list[tuple[str, float | None, float | None]]:
    return [(one.nama, one.bawah, one.atas) for one in kategori_capaian(layout)]


def test_classes_from_a_table() -> None:
    rows = [["No", "Interval Nilai", "Kriteria"], ["1", "≥ 91", "Sangat Tinggi"], ["2", "76 ≤ 90", "Tinggi"], ["3", "≤ 75", "Rendah"]]
    assert _kelas(docx(rows)) == [("Sangat Tinggi", 91, None), ("Tinggi", 76, 90), ("Rendah", None, 75)]


def test_classes_from_lines() -> None:
    layout = pdf(["1) Nilai di atas 100% dengan sebutan sangat baik (SB)", "2) Nilai di atas 80% s/d 100% dengan sebutan baik (B)",
                  "3) Nilai di bawah 80% dengan sebutan kurang (K)", "Capaian tahun ini dihitung sebagai berikut."])  # fmt: skip
    assert _kelas(layout) == [("sangat baik", 100, None), ("baik", 80, 100), ("kurang", None, 80)]


def test_predicates_of_an_evaluation_are_no_classes_of_achievement() -> None:
    rows = [
        ["Predikat", "Nilai", "Interpretasi"],
        ["AA", "> 90 - 100", "Sangat Memuaskan"],
        ["A", "> 80 - 90", "Memuaskan"],
        ["BB", "> 70 - 80", "Sangat Baik"],
    ]
    assert _kelas(docx(rows)) == []


def test_money_spent_and_its_share_without_physical_progress() -> None:
    layout = docx(
        "Tabel 3.6 Pagu dan Realisasi Program",
        [
            ["Program/Kegiatan", "Anggaran (Rp)", "Realisasi Keuangan (Rp)", "%", "Realisasi Fisik (%)"],
            ["Program Penyelenggaraan LLAJ", "1.000.000.000", "950.000.000", "95,0", "100"],
            ["Program Pengelolaan Pelayaran", "200.000.000", "150.000.000", "75,0", "99"],
        ],
    )
    rows = [
        (node.uraian, node.anggaran["2025"].angka, node.realisasi_anggaran["2025"].angka, node.serapan and node.serapan.angka)
        for node in baca(layout, LKJIP).kinerja
    ]
    assert rows == [("Program Penyelenggaraan LLAJ", 1e9, 950e6, 95.0), ("Program Pengelolaan Pelayaran", 200e6, 150e6, 75.0)]


def _unsur(dokumen: Dokumen) -> dict[str, str]:
    return {one.jenis if one.indikator is None else f"{one.jenis} {one.indikator}": one.keadaan for one in dokumen.unsur}


def test_what_a_report_owes_as_a_whole() -> None:
    full = baca(
        docx(
            "* PERNYATAAN TELAH DIREVIU",
            "* BAB I PENDAHULUAN",
            "Rekomendasi hasil evaluasi SAKIP tahun 2024 telah ditindaklanjuti seluruhnya oleh Sekretariat.",
            "* BAB III AKUNTABILITAS KINERJA",
            CAPAIAN,
            "Persentase aduan selesai belum dirilis oleh pengelola aplikasi sampai laporan ini disusun.",
            "* 3.4 Upaya Perbaikan Kinerja",
            "Bidang Layanan menambah loket melalui kegiatan pelayanan terpadu paling lambat triwulan II tahun 2026.",
        ),
        LKJIP,
    )
    assert _unsur(full) == {"perbaikan": "ada", "tindak_lanjut": "ada", "reviu": "ada", "rilis Persentase aduan selesai": "ada"}
    poor = baca(
        docx(
            "* BAB I PENDAHULUAN",
            "Laporan ini disusun menurut petunjuk teknis reviu atas laporan kinerja instansi pemerintah.",
            "Dinas membina tindak lanjut hasil pengawasan masyarakat atas layanan.",
            "* BAB III AKUNTABILITAS KINERJA",
            CAPAIAN,
            "* BAB IV PENUTUP",
            "Ke depan capaian yang belum baik perlu ditingkatkan lagi agar hasilnya lebih baik dari yang sudah dicapai sekarang.",
        ),
        LKJIP,
    )
    assert _unsur(poor) == {"perbaikan": "umum", "tindak_lanjut": "tidak_ada", "reviu": "tidak_ada"}


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        ("Laporan ini telah direviu oleh Inspektorat sebelum ditetapkan.", "ada"),
        ("Laporan telah di reviu oleh Aparat Pengawas Intern Pemerintah.", "ada"),
        ("Laporan ini telah direviu bersama seluruh bidang.", "tidak_ada"),
        ("Laporan ini akan direviu oleh Inspektorat.", "tidak_ada"),
    ],
)
def test_a_report_says_in_a_sentence_that_it_was_reviewed(sentence: str, state: str) -> None:
    report = baca(docx("* BAB I PENDAHULUAN", sentence, "* BAB III AKUNTABILITAS KINERJA", CAPAIAN), LKJIP)
    assert _unsur(report)["reviu"] == state


def test_words_on_a_sasaran_hold_for_its_indicators() -> None:
    layout = docx(
        "* BAB III AKUNTABILITAS KINERJA",
        CAPAIAN,
        "Sasaran Meningkatnya layanan tercapai karena loket ditambah.",
        "Faktor pendukung keberhasilan ini adalah penyederhanaan alur dan pelatihan petugas di semua kantor kecamatan.",
        "Sasaran Meningkatnya akuntabilitas belum tercapai pada tahun ini dan masih di bawah target yang ditetapkan.",
    )
    found = {one.indikator: one.keadaan for one in baca(layout, LKJIP).analisis if one.jenis == "penyebab"}
    assert found == {None: "ada", "Indeks Kepuasan Masyarakat": "ada", "Persentase aduan selesai": "ada", "Nilai SAKIP": "tidak_ada"}


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        ("Keberhasilan sasaran ini didukung oleh koordinasi lintas bidang yang dilakukan setiap bulan di semua kantor.", "ada"),
        ("Pada tahun ini hambatannya adalah cuaca yang tidak menentu di wilayah pesisir sepanjang musim barat.", "ada"),
        ("Capaian indikator ini didukung oleh Program Penyelenggaraan Jalan dengan tiga kegiatan dan lima subkegiatan.", "tidak_ada"),
    ],
)
def test_words_that_tell_a_cause(sentence: str, state: str) -> None:
    layout = docx("* BAB III AKUNTABILITAS KINERJA", CAPAIAN, f"Sasaran Meningkatnya akuntabilitas tercapai. {sentence}")
    found = {one.indikator: one.keadaan for one in baca(layout, LKJIP).analisis if one.jenis == "penyebab"}
    assert found["Nilai SAKIP"] == state


def test_a_short_last_line_of_a_paragraph_counts() -> None:
    lines = ["Sasaran Meningkatnya akuntabilitas belum sepenuhnya tercapai.", "Hambatan utamanya adalah data."]
    layout = pdf(["* BAB III AKUNTABILITAS KINERJA", CAPAIAN, *lines])
    found = {one.indikator: one.keadaan for one in baca(layout, LKJIP).analisis if one.jenis == "penyebab"}
    assert (found["Nilai SAKIP"], found["Indeks Kepuasan Masyarakat"]) == ("ada", "tidak_ada")


def test_a_caption_that_names_the_comparison_holds_for_its_rows() -> None:
    layout = docx(
        "* BAB III AKUNTABILITAS KINERJA",
        CAPAIAN,
        "Tabel 3.4 Perbandingan Realisasi Kinerja Tahun 2025 dengan Capaian Nasional",
        [
            ["No", "Sasaran", "Indikator Kinerja", "Realisasi 2025", "Nasional"],
            ["1", "Meningkatnya layanan", "Indeks Kepuasan Masyarakat", "86,1", "84"],
        ],
    )
    found = {one.indikator: one.keadaan for one in baca(layout, LKJIP).analisis if one.jenis == "nasional"}
    assert found["Indeks Kepuasan Masyarakat"] == "tabel"
    assert found["Nilai SAKIP"] == "tidak_ada"


def test_the_date_is_that_above_the_signature() -> None:
    layout = pdf(["* KATA PENGANTAR", "Sejak 4 Januari 2025 layanan berubah.", "Kota Contoh, 14 Februari 2026", "Kepala Dinas"])
    assert baca(layout, LKJIP).tanggal == "14 Februari 2026"
    assert baca(pdf(["Sejak 4 Januari 2025 layanan berubah."]), LKJIP).tanggal is None
