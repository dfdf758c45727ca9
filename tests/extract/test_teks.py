"""Texts of cells: mending, labels, items. Each row is a thing that real cells do, in made-up words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doccheck.extract.tulisan.teks import clean, mend, split_items, strip_label


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        # words cut by a narrow cell, without a hyphen
        ("Meningkatn\nya kualitas layanan", "Meningkatnya kualitas layanan"),
        ("Transporta\nsi", "Transportasi"),
        ("konektivita\ns wilayah", "konektivitas wilayah"),
        ("PENYELENGGARAA\nN JALAN", "PENYELENGGARAAN JALAN"),
        ("Kabupaten/K\nota", "Kabupaten/Kota"),
        ("Penye\nlengg\naraan", "Penyelenggaraan"),
        ("3\nLemb\naga\nKem\nasyar\nakata\nn", "3 Lembaga Kemasyarakatan"),
        ("Peningkata\nn Produksi", "Peningkatan Produksi"),
        ("Penyele\nnggaran Rapat", "Penyelenggaran Rapat"),
        ("ke\nbijakan", "kebijakan"),
        ("Meningkat nya mutu", "Meningkatnya mutu"),
        # words run together
        ("PengelolaanArsip", "Pengelolaan Arsip"),
        ("PersentaseASN terlatih", "Persentase ASN terlatih"),
        ("SiLPA dan BUMDes", "SiLPA dan BUMDes"),
        # ordinary breaks
        ("Tersedianya\ndokumen", "Tersedianya dokumen"),
        ("per\nbulan", "per bulan"),
        ("Kota\nSleman", "Kota Sleman"),
        ("Kabupaten/\nKota", "Kabupaten/Kota"),
        ("Kabupaten /\nKota", "Kabupaten / Kota"),
        ("TAHAP\nI", "TAHAP I"),
        ("tahun\nn", "tahun n"),
        ("Indeks SPBE\ndan SAKIP", "Indeks SPBE dan SAKIP"),
        # hyphens at the end of a line
        ("Penye-\nlenggaraan", "Penyelenggaraan"),
        ("rata-\nrata", "rata-rata"),
        ("perundang-\nundangan", "perundang-undangan"),
        ("e-\ngovernment", "e-government"),
        ("2.09.02 -\nPenyediaan", "2.09.02 - Penyediaan"),
        # numbers
        ("28.500.00\n0", "28.500.000"),
        ("41.03\n8.600", "41.038.600"),
        ("34.70\n2.518.\n406", "34.702.518.406"),
        ("205.3\n71.96\n2", "205.371.962"),
        ("73,41\n9,020", "73,419,020"),
        ("1.500.000\n2.750.000", "1.500.000 2.750.000"),
        ("85.5\n1.250", "85.5 1.250"),
        ("90,0\n2", "90,02"),
        ("93.8-\n93.8", "93.8-93.8"),
        ("0.819\n:0.81\n9", "0.819:0.819"),
        ("1 0 0", "100"),
        ("4 9 4 4 9", "49449"),
        ("2 746", "2746"),
        ("- 1 ,00", "-1,00"),
        ("70\n75\n80", "70 75 80"),
        ("1.234\n5.678", "1.234 5.678"),
    ],
)
def test_mend(cell: str, text: str) -> None:
    assert mend(cell) == text


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("Persentase          Penunjang", "Persentase Penunjang"),
        ("Kreatif\u00c2 ", "Kreatif"),
        ("peru\u00adbahan", "perubahan"),
        ("perundang_x0002_undangan", "perundang-undangan"),
        ("satu_x000D_\n\n dua ", "satu\ndua"),
        ("Jumlah desa *)", "Jumlah desa"),
        ("Angka\u00a0melek huruf", "Angka melek huruf"),
    ],
)
def test_clean(cell: str, text: str) -> None:
    assert clean(cell) == text


@pytest.mark.parametrize(
    ("text", "level", "bare"),
    [
        ("1.Optimalnya layanan", "sasaran", "Optimalnya layanan"),
        ("a. Teh", "indikator", "Teh"),
        ("- Kopi", "indikator", "Kopi"),
        ("1) Jumlah desa", "indikator", "Jumlah desa"),
        ("1.1.1. Jumlah desa", "indikator", "Jumlah desa"),
        ("TUJUAN 1 : Terwujudnya mutu", "tujuan", "Terwujudnya mutu"),
        ("Sasaran 1. Meningkatnya mutu", "sasaran", "Meningkatnya mutu"),
        ("Sasaran : Meningkatnya mutu", "sasaran", "Meningkatnya mutu"),
        ("Indikator Sasaran 3 Persentase desa", "indikator", "Persentase desa"),
        ("IKD 1. Persentase desa", "indikator", "Persentase desa"),
        ("Tujuan 1.1. Meningkatnya mutu", "tujuan", "Meningkatnya mutu"),
        ("Misi 1 Mewujudkan kota", "misi", "Mewujudkan kota"),
        ("Program 1 : Program Pendidikan", "program", "Program Pendidikan"),
        ("1.1.12 Jumlah desa", "indikator", "Jumlah desa"),
        ("1,1.4 Jumlah desa", "indikator", "Jumlah desa"),
        ("1,2,3, Jumlah desa", "indikator", "Jumlah desa"),
        ("2 Meningkatnya mutu", "sasaran", "Meningkatnya mutu"),
        ("S1.3 Meningkatnya mutu", "sasaran", "Meningkatnya mutu"),
        ("Sasaran RPJMD : Meningkatnya mutu", "sasaran", "Meningkatnya mutu"),
        # what belongs to the text stays
        ("2.12.02 PROGRAM PENDAFTARAN", "program", "2.12.02 PROGRAM PENDAFTARAN"),
        ("2.12 URUSAN", "program", "2.12 URUSAN"),
        ("Program Pengelolaan Pendidikan", "program", "Program Pengelolaan Pendidikan"),
        ("Kegiatan Penyusunan", "kegiatan", "Kegiatan Penyusunan"),
        ("Sub Kegiatan Penyusunan", "subkegiatan", "Sub Kegiatan Penyusunan"),
        ("Sasaran Meningkatnya mutu", "sasaran", "Sasaran Meningkatnya mutu"),
        ("3 Plus", "indikator", "3 Plus"),
        ("4.086 titik", "indikator", "4.086 titik"),
        ("1000 HPK", "indikator", "1000 HPK"),
        ("1,5 Juta pohon", "indikator", "1,5 Juta pohon"),
        ("S1 Keperawatan", "indikator", "S1 Keperawatan"),
        ("Indikator Kinerja Utama", "indikator", "Indikator Kinerja Utama"),
    ],
)
def test_strip_label(text: str, level: str, bare: str) -> None:
    assert strip_label(text, level) == bare


@pytest.mark.parametrize(
    ("cell", "items"),
    [
        ("1. Jumlah desa\nmandiri\n2. Jumlah kota", ["1. Jumlah desa\nmandiri", "2. Jumlah kota"]),
        ("- Jumlah desa\n- Jumlah kota", ["- Jumlah desa", "- Jumlah kota"]),
        ("Jumlah desa;\nJumlah kota", ["Jumlah desa", "Jumlah kota"]),
        ("Jumlah desa\nmandiri", ["Jumlah desa\nmandiri"]),
        ("1. Jumlah desa", ["1. Jumlah desa"]),
        ("70\n75", ["70\n75"]),
        ("", []),
    ],
)
def test_split_items(cell: str, items: list[str]) -> None:
    assert split_items(cell) == items


@given(st.text("abdgkmnprstAN 01239.,:-%()\n", max_size=60))
def test_mend_gives_one_line_and_loses_no_letter_or_digit(text: str) -> None:
    mended = mend(text)
    assert "\n" not in mended
    assert [char for char in mended if char.isalnum()] == [char for char in text if char.isalnum()]


@given(st.lists(st.sampled_from(["meningkatnya", "kualitas", "dokumen", "layanan", "jalan", "desa"]), min_size=1, max_size=6))
def test_breaks_between_words_of_the_field_stay_blanks(words: list[str]) -> None:
    assert mend("\n".join(words)) == " ".join(words)


@given(st.sampled_from(["penyelenggaraan", "meningkatnya", "infrastruktur", "perencanaan", "transportasi"]), st.data())
def test_any_cut_of_a_known_word_is_mended_where_a_piece_is_no_word(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(4, len(word) - 1))
    assert mend(f"{word[:at]}-\n{word[at:]}").replace("-", "") == word
