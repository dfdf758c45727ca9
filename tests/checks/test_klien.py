"""What an agency's clients do is its result; what it does to them is its output."""

from __future__ import annotations

import pytest

from doccheck.checks.klien import hasil_klien, perlu_orang
from doccheck.config import Config
from doccheck.model import Dokumen


@pytest.mark.parametrize(
    ("pd", "teks", "hasil"),
    [
        ("Kecamatan Timur", "Persentase desa yang menyampaikan APBDes tepat waktu", True),
        ("Kecamatan Timur", "Persentase desa/kelurahan dengan administrasi pemerintahan tertib", True),
        ("Kecamatan Timur", "Persentase desa yang dibina", False),
        ("Kecamatan Timur", "Persentase desa yang telah difasilitasi", False),
        ("Kecamatan Timur", "Persentase desa yang mendapatkan pendampingan", False),
        ("Kecamatan Timur", "Persentase surat yang selesai tepat waktu", False),
        ("Inspektorat Daerah", "Persentase perangkat daerah dengan nilai SAKIP minimal BB", True),
        ("Inspektorat Daerah", "Persentase OPD yang menindaklanjuti rekomendasi", True),
        ("Inspektorat Daerah", "Persentase OPD yang diperiksa", False),
        ("Bappeda", "Jumlah perangkat daerah yang menyusun Renstra selaras RPJMD", True),
        ("BKPSDM", "Persentase ASN yang memiliki sertifikat kompetensi", True),
        ("BKPSDM", "Persentase pejabat yang mengikuti diklat", False),
        ("Dinas Perikanan", "Persentase desa yang menyampaikan APBDes tepat waktu", False),
    ],
)
def test_clients(pd: str, teks: str, hasil: bool) -> None:
    assert hasil_klien(Dokumen(berkas="a.pdf", perangkat_daerah=pd), teks, Config()) is hasil


def test_a_project_names_clients_of_its_own() -> None:
    document = Dokumen(berkas="a.pdf", perangkat_daerah="Dinas Kesehatan Kota Contoh")
    text = "Persentase puskesmas yang menyampaikan laporan tepat waktu"
    assert not hasil_klien(document, text, Config())
    assert hasil_klien(document, text, Config(klien={"Dinas Kesehatan": ("puskesmas",)}))


def test_what_the_region_produces_through_an_agency_is_for_a_person() -> None:
    keuangan = Dokumen(berkas="a.pdf", perangkat_daerah="Badan Keuangan dan Aset Daerah")
    assert perlu_orang(keuangan, "Ketepatan waktu penetapan APBD")
    assert not perlu_orang(keuangan, "Jumlah rapat koordinasi")
    assert not perlu_orang(Dokumen(berkas="a.pdf", perangkat_daerah="Dinas Sosial"), "Ketepatan waktu penetapan APBD")
    assert not perlu_orang(Dokumen(berkas="a.pdf"), "Ketepatan waktu penetapan APBD")
