"""Identity of agencies."""

from __future__ import annotations

import pytest

from doccheck.match import kunci_pd, sama_pd


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Dinas Kesehatan", "DINAS KESEHATAN KABUPATEN SUKAMAJU"),
        ("Dinkes", "Dinas Kesehatan"),
        ("Badan Perencanaan Pembangunan Daerah", "Bappeda"),
        ("Dinas Komunikasi, Informatika dan Persandian", "Dinas Komunikasi Informatika dan Persandian"),
        ("Inspektorat", "Inspektorat Daerah"),
        ("Kecamatan Sukamaju", "Kantor Kecamatan Sukamaju"),
        ("Dinas Perumahan dan Permukiman", "Dinas Permukiman dan Perumahan"),
        ("1.02.0.00.0.00.01.0000 - Dinas Kesehatan", "Dinas Kesehatan"),
        ("Inspektorat Kabupaten", "Inspektorat"),
        ("Setda", "Sekretariat Daerah Kota Sukamaju"),
    ],
)
def test_one_agency(a, b):
    assert sama_pd(a, b)
    assert kunci_pd(a) == kunci_pd(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Dinas Pendidikan dan Kebudayaan", "Dinas Pendidikan"),
        ("Dinas Sosial", "Dinas Kesehatan"),
        ("Sekretariat Daerah", "Sekretariat DPRD"),
        ("Kecamatan Sukamaju", "Kecamatan Sukamundur"),
        ("Dinas Kesehatan", None),
        ("", ""),
    ],
)
def test_two_agencies(a, b):
    assert not sama_pd(a, b)
