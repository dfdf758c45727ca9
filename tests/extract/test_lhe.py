"""Reports of evaluation: recommendations in their text, matrices of follow-up, values as printed."""

from __future__ import annotations

import pytest

from doccheck.extract.dokumen import baca
from doccheck.extract.identitas import Identitas
from doccheck.extract.laporan.lhe import nomor_laporan
from doccheck.layout import Layout
from doccheck.model import Rekomendasi

from .buat import docx, pdf

LHE = Identitas(jenis="lhe", tahun=2025, perangkat_daerah="Dinas Contoh")


def _baris(one: Rekomendasi) -> str:
    return f"{one.nomor or '-'} [{one.komponen or '-'}] {one.teks}"


def _rekomendasi(layout: Layout) -> list[str]:
    return [_baris(one) for one in baca(layout, LHE).rekomendasi]


def test_nested_list_under_components_over_a_page_edge() -> None:
    layout = pdf(
        [
            "* II. HASIL EVALUASI",
            "Hasil evaluasi menunjukkan bahwa masih terdapat hal yang perlu disempurnakan.",
            "* E. Rekomendasi",
            "Berdasarkan uraian di atas, kami merekomendasikan hal-hal sebagai berikut:",
            "1. Melakukan penyempurnaan Perencanaan Kinerja melalui upaya:",
            "a. menyelaraskan sasaran Renstra dengan sasaran RPJMD pada seluruh",
            "bidang;",
            "b. menetapkan indikator yang berorientasi hasil;",
        ],
        ["2. Meningkatkan kualitas Pengukuran Kinerja dengan memanfaatkan hasil pengukuran", "dalam penyesuaian strategi.",
         "* III. PENUTUP", "1. Demikian laporan ini kami sampaikan."],
    )  # fmt: skip
    assert _rekomendasi(layout) == [
        "1.a [Perencanaan Kinerja] menyelaraskan sasaran Renstra dengan sasaran RPJMD pada seluruh bidang;",
        "1.b [Perencanaan Kinerja] menetapkan indikator yang berorientasi hasil;",
        "2 [Pengukuran Kinerja] Meningkatkan kualitas Pengukuran Kinerja dengan memanfaatkan hasil pengukuran dalam penyesuaian strategi.",
    ]
    places = [one.lokasi.halaman for one in baca(layout, LHE).rekomendasi]
    assert places == [1, 1, 2]


def test_components_as_lines_of_their_own_and_sentences_with_agar() -> None:
    layout = docx(
        "* REKOMENDASI",
        "Perencanaan Kinerja",
        "Agar Kepala Dinas melakukan reviu Renstra.",
        "Agar target ditetapkan menantang.",
        "Evaluasi Internal",
        "Agar evaluasi dilakukan berjenjang.",
        "Demikian disampaikan.",
    )
    assert _rekomendasi(layout) == [
        "- [Perencanaan Kinerja] Agar Kepala Dinas melakukan reviu Renstra.",
        "- [Perencanaan Kinerja] Agar target ditetapkan menantang.",
        "- [Evaluasi Internal] Agar evaluasi dilakukan berjenjang.",
    ]


def test_a_stem_that_names_no_component_stays_with_its_items() -> None:
    layout = docx("* REKOMENDASI", "1) Menyempurnakan Renstra, meliputi:", "- rumusan tujuan;", "- formula indikator.", "2) Menyusun SOP.")
    assert _rekomendasi(layout) == [
        "1 [-] Menyempurnakan Renstra, meliputi: rumusan tujuan;",
        "1 [-] Menyempurnakan Renstra, meliputi: formula indikator.",
        "2 [-] Menyusun SOP.",
    ]


def test_a_performance_report_quotes_the_last_evaluation() -> None:
    foot = "Laporan Kinerja Tahun 2025"
    layout = pdf(
        ["* BAB I PENDAHULUAN", "* 1.6 Ringkasan Laporan Hasil Evaluasi", "2. Saran Perbaikan", "Berdasarkan catatan di atas, saran",
         "perbaikannya sebagai berikut:", "a) Menambahkan efisiensi sarana dalam", f"{foot} 11"],
        ["laporan kinerja.", "b) Menyajikan pembanding nasional.", f"{foot} 12"],
        ["* BAB IV PENUTUP", "Rekomendasi perbaikan ke depan adalah sebagai berikut:", "1. Menambah loket.", f"{foot} 13"],
    )  # fmt: skip
    found = [one.teks for one in baca(layout, Identitas(jenis="lkjip", tahun=2025)).rekomendasi]
    assert found == ["Menambahkan efisiensi sarana dalam laporan kinerja.", "Menyajikan pembanding nasional."]


def test_a_report_without_recommendations_yields_none() -> None:
    assert _rekomendasi(docx("* HASIL EVALUASI", "1. Renstra telah disusun.", "Tindak lanjut rekomendasi tahun lalu telah selesai.")) == []


def test_values_per_component_are_kept_as_printed() -> None:
    layout = docx(
        [
            ["No", "Komponen", "Bobot", "Nilai 2024", "Nilai 2025"],
            ["1", "Perencanaan Kinerja", "30", "20,10", "21,30"],
            ["2", "Pengukuran Kinerja", "30", "18,00", "19,5"],
            ["", "Nilai Hasil Evaluasi", "100", "64,31", "66,02"],
        ]
    )
    rows = [(n.komponen, n.bobot and n.bobot.teks, {year: v.teks for year, v in n.nilai.items()}) for n in baca(layout, LHE).komponen]
    assert rows == [
        ("Perencanaan Kinerja", "30", {"2024": "20,10", "2025": "21,30"}),
        ("Pengukuran Kinerja", "30", {"2024": "18,00", "2025": "19,5"}),
        ("Nilai Hasil Evaluasi", "100", {"2024": "64,31", "2025": "66,02"}),
    ]


def test_matrix_of_follow_up_over_two_pages_yields_no_goals_and_no_notes() -> None:
    layout = pdf(
        [
            "Tabel 1 Matriks Tindak Lanjut",
            [
                ["No", "Rekomendasi LHE Tahun 2024", "Rencana Aksi/Tindak Lanjut", "Penanggung Jawab", "Waktu", "Bukti Dukung", "Status"],
                ["1", "Menyelaraskan Renstra dengan RPJMD", "Reviu Renstra", "Sekretaris", "TW II 2025", "Berita acara", "Tuntas"],
                ["2.", "Menyusun cascading sampai pelaksana", "Lokakarya", "Kabid Umum", "TW III 2025", "-", "Dalam Proses"],
            ],
        ],
        [
            [
                ["", "", "Penetapan SK", "", "", "SK Kepala Dinas", ""],
                ["3", "Memanfaatkan hasil evaluasi", "", "", "", "", "Belum"],
            ]
        ],
    )
    dokumen = baca(layout, LHE)
    assert dokumen.kinerja == ()
    assert dokumen.catatan == ()
    rows = [
        (r.nomor, r.teks, r.tindak_lanjut, r.penanggung_jawab, r.bukti, r.status, r.tahun, r.lokasi.halaman)
        for r in dokumen.rekomendasi
    ]
    assert rows == [
        ("1", "Menyelaraskan Renstra dengan RPJMD", "Reviu Renstra", "Sekretaris", "Berita acara", "Tuntas", 2024, 1),
        ("2", "Menyusun cascading sampai pelaksana", "Lokakarya\nPenetapan SK", "Kabid Umum", "SK Kepala Dinas", "Dalam Proses", 2024, 1),
        ("3", "Memanfaatkan hasil evaluasi", None, None, None, "Belum", 2024, 2),
    ]
    assert all(one.matriks for one in dokumen.rekomendasi)


def test_table_of_notes_and_recommendations_per_component() -> None:
    layout = docx(
        [
            ["No", "Komponen", "Catatan", "Rekomendasi"],
            ["1", "Perencanaan Kinerja", "Target belum menantang", "Menetapkan target yang menantang"],
            ["2", "Pelaporan Kinerja", "Analisis belum lengkap", "Melengkapi analisis efisiensi"],
        ]
    )
    dokumen = baca(layout, LHE)
    assert [_baris(one) for one in dokumen.rekomendasi] == [
        "1 [Perencanaan Kinerja] Menetapkan target yang menantang",
        "2 [Pelaporan Kinerja] Melengkapi analisis efisiensi",
    ]
    assert not any(one.matriks for one in dokumen.rekomendasi)


def test_a_table_with_indicators_is_no_matrix_of_recommendations() -> None:
    layout = docx(
        [
            ["No", "Sasaran", "Indikator", "Target", "Rekomendasi", "Tindak Lanjut"],
            ["1", "Meningkatnya layanan", "Indeks Kepuasan Masyarakat", "85", "Survei", "Sudah"],
        ]
    )
    dokumen = baca(layout, Identitas(jenis="rencana_aksi", tahun=2025))
    assert dokumen.rekomendasi == ()
    assert [node.uraian for node in dokumen.kinerja] == ["Meningkatnya layanan"]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Nomor : R.700/12/423.300/LHE/2025", "R.700/12/423.300/LHE/2025"),
        ("NOMOR: 700.1.2.1/ 45 /ITDA/2025 Sifat : Penting", "700.1.2.1/ 45 /ITDA/2025"),
        ("Peraturan Menteri Nomor 88 Tahun 2021", None),
    ],
)
def test_number_of_the_report(line: str, number: str | None) -> None:
    assert nomor_laporan(docx(line)) == number
