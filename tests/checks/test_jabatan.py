"""Ranks of posts as PK print them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from doccheck.checks.generik import unit_pelaksana
from doccheck.checks.jabatan import jenjang, rumah_sakit, sekretaris
from doccheck.checks.pejabat import sama_jabatan
from doccheck.match.pk import kunci_jabatan


@pytest.mark.parametrize(
    ("jabatan", "hasil"),
    [
        ("Wali Kota Contoh", "kdh"),
        ("Bupati Contoh", "kdh"),
        ("Kepala Dinas Perhubungan", "kepala"),
        ("KEPALA BADAN PERENCANAAN", "kepala"),
        ("Plt. Kepala Dinas Sosial", "kepala"),
        ("Kepala Pelaksana BPBD", "kepala"),
        ("Sekretaris Daerah", "kepala"),
        ("Sekretaris DPRD", "kepala"),
        ("Inspektur Daerah", "kepala"),
        ("Camat Sukamaju", "kepala"),
        ("Direktur RSUD", "kepala"),
        ("Inspektur Pembantu Wilayah I", "iii"),
        ("Sekretaris Dinas Sosial", "iii"),
        ("Sekretaris Kecamatan Sukamaju", "iii"),
        ("Kepala Bidang Angkutan", "iii"),
        ("Kepala Bagian Umum", "iii"),
        ("Kepala Subbagian Keuangan", "iv"),
        ("Kepala Sub Bagian Umum", "iv"),
        ("Kepala Seksi Gizi", "iv"),
        ("Kepala UPTD Puskesmas Sukamaju", "iv"),
        ("Lurah Sukasari", "iv"),
        ("Ketua Tim Angkutan", "jf"),
        ("Perencana Ahli Muda", "jf"),
        ("Sub Koordinator Promosi", "jf"),
        ("Analis Kebijakan", "jf"),
        ("Asisten Pemerintahan", "lain"),
        ("Bidan Koordinator", "lain"),
    ],
)
def test_rank_of_a_post(jabatan: str, hasil: str) -> None:
    assert jenjang(jabatan) == hasil


@pytest.mark.parametrize("awal", ["Plt. ", "Plt.", "PLH ", "Pj. ", "Pjs ", "Penjabat ", "Pelaksana Tugas ", "Pelaksana harian "])
def test_who_acts_for_a_post_has_its_rank_and_is_it(awal: str) -> None:
    acting = f"{awal}Kepala Dinas Sosial"
    assert jenjang(acting) == "kepala"
    assert kunci_jabatan(acting) == kunci_jabatan("Kepala Dinas Sosial")
    assert sama_jabatan(acting, "Kepala Dinas Sosial")


@pytest.mark.parametrize(
    ("a", "b", "sama"),
    [
        ("Kepala Dinas Sosial", "Kepala Dinas Sosial Kota Contoh", True),
        ("Kabid Angkutan", "Kepala Bidang Angkutan", True),
        ("Kepala Seksi Gizi", "Kepala Seksi Gizi Masyarakat", True),
        ("Kepala Bidang Angkutan", "Kepala Bidang Anggaran", False),
        ("Analis Data", "Analis Database", False),  # the beginning of a word is no shorter name
        ("Kabid LLAJ", "Kepala Bidang Lalu Lintas dan Angkutan Jalan Dinas Perhubungan", True),
        ("Kabid Kesmas", "Kepala Bidang Kesehatan Masyarakat", True),
        ("Kabid Kesra", "Kepala Bidang Kesehatan Masyarakat", False),
        ("Kasi LLAJ", "Kepala Bidang Lalu Lintas dan Angkutan Jalan", False),
        ("Kabid Lalu", "Kepala Bidang Angkutan Jalan", False),
        ("", "Kepala Dinas Sosial", False),
        ("Plt.", "Kepala Dinas Sosial", False),
        ("", "", False),
    ],
)
def test_two_names_of_one_post(a: str, b: str, sama: bool) -> None:
    assert sama_jabatan(a, b) is sama
    assert sama_jabatan(b, a) is sama


@pytest.mark.parametrize(
    ("jabatan", "jenis"),
    [
        ("Plt. Sekretaris Dinas Contoh", sekretaris),
        ("Sekdis", sekretaris),
        ("Pelaksana Tugas Kepala UPTD Terminal", unit_pelaksana),
        ("Kepala Cabang Dinas Wilayah I", unit_pelaksana),
        ("Plh. Direktur RSUD Contoh", rumah_sakit),
    ],
)
def test_kinds_of_posts_are_those_of_whoever_acts(jabatan: str, jenis: Callable[[str], bool]) -> None:
    assert [kind for kind in (sekretaris, unit_pelaksana, rumah_sakit) if kind(jabatan)] == [jenis]
    assert not jenis("Kepala Bidang Angkutan")
