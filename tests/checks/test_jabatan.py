"""Ranks of posts as PK print them."""

from __future__ import annotations

import pytest

from doccheck.checks.jabatan import jenjang


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
