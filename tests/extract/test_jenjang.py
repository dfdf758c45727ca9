"""The rank of posts, as matrices and charts of a cascade print it."""

from __future__ import annotations

import pytest

from doccheck.extract.pohon.jenjang import jenjang, tingkat_jabatan


@pytest.mark.parametrize(
    ("teks", "tingkat"),
    [
        ("Bupati", 1),
        ("Wali Kota", 1),
        ("Kepala Pelaksana BPBD", 2),
        ("Kepala Dinas Perikanan", 2),
        ("Inspektur", 2),
        ("Camat Telaga Asri", 2),
        ("Sekretaris Daerah", 2),
        ("Sekretaris", 3),
        ("Kabag Organisasi", 3),
        ("Kepala UPT Laboratorium", 3),
        ("Inspektur Pembantu Wilayah I", 3),
        ("Kasubag Keuangan", 4),
        ("Kepala Sub Bidang Pelaporan", 4),
        ("Lurah", 4),
    ],
)
def test_posts_have_one_rank_in_matrices_and_charts(teks: str, tingkat: int) -> None:
    assert jenjang(teks) == tingkat
    assert tingkat_jabatan(teks) == tingkat


@pytest.mark.parametrize(
    ("teks", "nomor"),
    [
        ("1", 1),
        ("Level 2", 2),
        ("Eselon III.a", 3),
        ("Es. IV", 4),
        ("JPT Pratama", 2),
        ("Jenjang Kepala Dinas", 2),
        ("Administrator", 3),
        ("Pengawas", 4),
        ("Ketua Tim Kerja", 4),
        ("Pelaksana", 9),
        ("Jabatan Fungsional", 9),
    ],
)
def test_a_column_of_levels_names_them_by_number_or_by_class_of_post(teks: str, nomor: int) -> None:
    assert jenjang(teks) == nomor


@pytest.mark.parametrize("teks", ["VII", "vv", "", "Perikanan"])
def test_what_names_no_level_is_none(teks: str) -> None:
    assert jenjang(teks) == 0
