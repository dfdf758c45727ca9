"""Names of agencies and regions."""

from __future__ import annotations

import pytest

from doccheck.extract.identitas.pd import nama_baku, pd_dalam, pd_dari_jabatan
from doccheck.extract.identitas.pemda import letak_pemda, pilih_pemda


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("DINAS KEBUDAYAAN DAN PARIWISATA", "Dinas Kebudayaan dan Pariwisata"),
        ("Dinas Perhubngan", "Dinas Perhubungan"),
        ("Bappeda", "Badan Perencanaan Pembangunan Daerah"),
        ("DPMPTSP", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu"),
        ("Inspektorat Daerah", "Inspektorat"),
        ("SEKRETARIAT DPRD", "Sekretariat DPRD"),
        ("DINAS ANGKASA DAN SAMUDERA", "Dinas Angkasa dan Samudera"),
    ],
)
def test_canonical(printed: str, name: str) -> None:
    assert nama_baku(printed) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("RENCANA STRATEGIS DINAS PERHUBUNGAN KABUPATEN SLEMAN TAHUN 2025", ["Dinas Perhubungan"]),
        (
            "Renstra Dinas Pekerjaan Umum, Cipta Karya, Perumahan dan Permukiman Kabupaten Sleman",
            ["Dinas Pekerjaan Umum, Cipta Karya, Perumahan dan Permukiman"],
        ),
        ("antara lain Dinas Kesehatan, Dinas Pendidikan dan Inspektorat", ["Dinas Kesehatan", "Dinas Pendidikan", "Inspektorat"]),
        ("Kepala Dinas Kesehatan menyusun laporan", ["Dinas Kesehatan"]),
        ("Renstra BPBD 2025-2029", ["Badan Penanggulangan Bencana Daerah"]),
        ("DINAS BINA MARGA & PENATAAN RUANG PROVINSI JAWA TENGAH", ["Dinas Bina Marga dan Penataan Ruang"]),
        ("Renstra RSUD dr. Cendana Kabupaten Sleman", ["RSUD Dr. Cendana"]),
        ("RENSTRA KECAMATAN KOTA KABUPATEN SLEMAN", ["Kecamatan Kota"]),
        ("Badan Pusat Statistik dan Dinas Kesehatan", ["Dinas Kesehatan"]),
        ("perjalanan dinas luar daerah", []),
    ],
)
def test_in_text(text: str, names: list[str]) -> None:
    assert pd_dalam(text) == names


@pytest.mark.parametrize(
    ("post", "name"),
    [
        ("KEPALA DINAS KESEHATAN PROVINSI JAWA TENGAH", "Dinas Kesehatan"),
        ("Kepala Pelaksana Badan Penanggulangan Bencana Daerah Kabupaten Sleman", "Badan Penanggulangan Bencana Daerah"),
        ("Inspektur Kabupaten Sleman", "Inspektorat"),
        ("Sekretaris Daerah Kabupaten Sleman", "Sekretariat Daerah"),
        ("Sekretaris DPRD", "Sekretariat DPRD"),
        ("Camat Pancur Kabupaten Rembang", "Kecamatan Pancur"),
        ("Bupati Sleman", None),
        ("Wali Kota Magelang", None),
        ("Kepala Bidang Produksi", None),
    ],
)
def test_from_post(post: str, name: str | None) -> None:
    assert pd_dari_jabatan(post) == name


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("PEMERINTAH KABUPATEN SLEMAN", ["Kabupaten Sleman"]),
        ("Bupati Sleman", ["Kabupaten Sleman"]),
        ("Kabupaten. Sleman", ["Kabupaten Sleman"]),
        ("WALI KOTA BATU", ["Kota Batu"]),
        ("PROVINSIJ AWA TENGAH", ["Provinsi Jawa Tengah"]),
        ("Kabupaten Bandung Barat dan Kota Bandung", ["Kabupaten Bandung Barat", "Kota Bandung"]),
        ("kabupaten/kota", []),
    ],
)
def test_regions(text: str, regions: list[str]) -> None:
    assert [name for _start, _end, name in letak_pemda(text)] == regions


def test_titles_outweigh_prose_and_a_draw_is_no_answer() -> None:
    assert pilih_pemda([("KOTA BATU", 6.0), ("Kota Malang dan Kota Malang", 0.5)]) == "Kota Batu"
    assert pilih_pemda([("Kota Batu", 1.0), ("Kota Malang", 1.0)]) is None
