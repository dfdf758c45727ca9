"""Kinds of tables on real pages, each as a small PDF that is drawn here, and the tree that must be read from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib.colors import Color, white

from doccheck.extract.identitas import Identitas

from .lembaran import Gaya, Lembaran, belang, bergaris, berwarna, tanpa_garis_baris
from .notasi import pohon

RENSTRA = Identitas(jenis="renstra", periode=(2025, 2029), perangkat_daerah="Dinas Contoh")
X = (40, 180, 340, 400, 460, 520)
KEPALA = ("Sasaran", "Indikator", "Satuan", "Target 2026", "Target 2027")
BARIS = (
    KEPALA,
    ("Meningkatnya mutu layanan//administrasi", "Indeks kepuasan//masyarakat", "Indeks", "80", "82"),
    ("Meningkatnya tertib arsip", "Persentase arsip tertata", "%", "60", "65"),
    ("", "Persentase arsip digital//yang dapat dicari", "%", "20", "30"),
    ("Meningkatnya jalan mantap//antar desa", "Persentase jalan mantap", "%", "70", "74"),
)
POHON = """
sasaran: Meningkatnya mutu layanan administrasi
  - Indeks kepuasan masyarakat [Indeks] | 2026 80; 2027 82
sasaran: Meningkatnya tertib arsip
  - Persentase arsip tertata [%] | 2026 60; 2027 65
  - Persentase arsip digital yang dapat dicari [%] | 2026 20; 2027 30
sasaran: Meningkatnya jalan mantap antar desa
  - Persentase jalan mantap [%] | 2026 70; 2027 74
"""


@pytest.mark.parametrize("gaya", [bergaris, tanpa_garis_baris, berwarna, belang])
def test_rules_no_rules_between_rows_fields_of_colour_and_stripes(tmp_path: Path, gaya: Gaya) -> None:
    page = Lembaran(tmp_path / "t.pdf")
    page.teks("Tabel 3.1 Tujuan dan Sasaran")
    page.tabel(X, BARIS, gaya)
    assert pohon(page.baca(RENSTRA)) == POHON.strip()


def test_text_printed_four_times(tmp_path: Path) -> None:
    page = Lembaran(tmp_path / "t.pdf")
    page.teks("Tabel 3.1 Tujuan dan Sasaran")
    page.tabel(X, BARIS, bergaris, kali=4)
    assert pohon(page.baca(RENSTRA)) == POHON.strip()


def test_white_text_in_cells_is_not_read_and_white_text_on_colour_is(tmp_path: Path) -> None:
    page = Lembaran(tmp_path / "t.pdf")
    page.teks("Tabel 3.1 Tujuan dan Sasaran")
    top = page.y
    for at in range(1, 5):  # remains of an older table, between and below the printed texts
        page.y = top + 10 + 18 * at
        page.teks("Contoh isian 99 lama", 7.5, white, x=190)
    page.y = top
    page.tabel(X, (("",) * 5, *BARIS[1:]), bergaris)
    page.bidang(X[0], top, X[-1], top + 17, Color(0.1, 0.2, 0.5))
    for at, text in zip(X, KEPALA, strict=False):
        page.y = top + 12
        page.teks(text, 7.5, white, x=at + 3)
    assert pohon(page.baca(RENSTRA)) == POHON.strip()


def test_two_versions_of_a_table_are_two_trees_so_that_they_can_be_compared(tmp_path: Path) -> None:
    page = Lembaran(tmp_path / "t.pdf")
    page.teks("Tabel 3.2 Tujuan dan Sasaran Renstra")
    page.tabel(X, (KEPALA, ("Meningkatnya tertib arsip", "Persentase arsip tertata", "%", "60", "65")), bergaris)
    page.halaman()
    page.teks("Tujuan dan sasaran disajikan kembali dalam tabel berikut.")
    page.teks("Tabel 3.2 Tujuan dan Sasaran Renstra")
    page.tabel(X, (KEPALA, ("Meningkatnya tertib arsip", "Persentase arsip yang tertata", "%", "60", "67")), bergaris)
    found = page.baca(RENSTRA)
    assert pohon(found).split("\n") == [
        "sasaran: Meningkatnya tertib arsip",
        "  - Persentase arsip tertata [%] | 2026 60; 2027 65",
        "sasaran: Meningkatnya tertib arsip",
        "  - Persentase arsip yang tertata [%] | 2026 60; 2027 67",
    ]
    assert [(tabel.lokasi.halaman, tabel.indikator) for tabel in found.tabel] == [(1, 1), (2, 1)]


def test_transposed_levels_in_rows_goals_in_columns_targets_in_brackets(tmp_path: Path) -> None:
    page = Lembaran(tmp_path / "t.pdf")
    page.teks("Tabel 6.2 Skema Indikator Kinerja")
    page.tabel(
        (40, 300, 560),
        (
            ("Tujuan 1//Meningkatkan derajat kesehatan", "Tujuan 2//Meningkatkan ketertiban"),
            ("Sasaran 1//Meningkatnya layanan ibu", "Sasaran 2//Menurunnya pelanggaran"),
            ("Indikator 1//Cakupan layanan ibu (80%)", "Indikator 2//Jumlah pelanggaran (12 kasus)"),
        ),
        bergaris,
    )
    assert pohon(page.baca(RENSTRA)).split("\n") == [
        "tujuan: Meningkatkan derajat kesehatan",
        "  sasaran: Meningkatnya layanan ibu",
        "    - Cakupan layanan ibu | akhir 80% | kalimat Cakupan layanan ibu (80%)",
        "tujuan: Meningkatkan ketertiban",
        "  sasaran: Menurunnya pelanggaran",
        "    - Jumlah pelanggaran | akhir 12 kasus | kalimat Jumlah pelanggaran (12 kasus)",
    ]


@pytest.mark.parametrize("atas", ["Jabatan : {}", "INDIKATOR KINERJA INDIVIDU {}", "2. {}"])
def test_one_list_of_indicators_per_post(tmp_path: Path, atas: str) -> None:
    page = Lembaran(tmp_path / "t.pdf")
    for post, indicator in (("Kepala Bidang Jalan", "Persentase jalan mantap"), ("Kepala Bidang Air", "Cakupan air minum")):
        page.teks(atas.format(post))
        page.tabel((40, 80, 300, 560), (("No", "Indikator Kinerja", "Target"), ("1", indicator, "80%")), bergaris)
    assert pohon(page.baca(Identitas(jenis="iku", tahun=2026, perangkat_daerah="Dinas Contoh"))).split("\n") == [
        "sasaran: ? @Kepala Bidang Jalan",
        "  - Persentase jalan mantap [%] | 2026 80%",
        "sasaran: ? @Kepala Bidang Air",
        "  - Cakupan air minum [%] | 2026 80%",
    ]


def test_a_sentence_about_a_post_and_the_parties_of_an_agreement_own_no_table(tmp_path: Path) -> None:
    sentence, parties = ("Kepala Bidang Jalan menetapkan indikator berikut",), ("Jabatan : Kepala Dinas Jalan", "disebut pihak pertama")
    for lines in (sentence, parties):
        page = Lembaran(tmp_path / "t.pdf")
        for line in lines:
            page.teks(line)
        page.tabel(X, BARIS[:2], bergaris)
        assert {node.jabatan for node in page.baca(RENSTRA).kinerja} == {None}


def test_list_numbers_glued_to_words(tmp_path: Path) -> None:
    page = Lembaran(tmp_path / "t.pdf")
    page.teks("Tabel 3.1 Tujuan dan Sasaran")
    rows = (
        ("1.Optimalnya layanan", "1.Indeks kepuasan//2.Persentase aduan selesai", "Indeks//%", "80//90", "82//91"),
        ("2.Meningkatnya arsip", "a)Persentase arsip", "%", "60", "65"),
    )
    page.tabel(X, (KEPALA, *rows), bergaris)
    assert pohon(page.baca(RENSTRA)).split("\n") == [
        "sasaran: Optimalnya layanan",
        "  - Indeks kepuasan [Indeks] | 2026 80; 2027 82",
        "  - Persentase aduan selesai [%] | 2026 90; 2027 91",
        "sasaran: Meningkatnya arsip",
        "  - Persentase arsip [%] | 2026 60; 2027 65",
    ]
