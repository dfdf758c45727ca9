"""Targets inside an indicator's sentence: what is one, what is a part of what is measured, and that rules compare with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from doccheck.checks.rules import load_rules
from doccheck.config import Config
from doccheck.extract.dokumen import baca
from doccheck.extract.kalimat.target import baca_kalimat
from doccheck.model import Dokumen, Finding
from doccheck.workspace import check_documents

from .notasi import baca_kasus

TARGET = (
    # sentence | name | start | target | year
    "Meningkatnya persentase jalan mantap dari 70% menjadi 85% pada tahun 2026 | Persentase jalan mantap | 70% | 85% | 2026",
    "Menurunnya angka kemiskinan dari 7,5% menjadi 6% | Angka kemiskinan | 7,5% | 6% |",
    "Predikat SAKIP dari B menjadi BB pada tahun 2026 | Predikat SAKIP | B | BB | 2026",
    "Jumlah peserta pelatihan sebanyak 40 orang | Jumlah peserta pelatihan | | 40 orang |",
    "Jumlah aparatur yang dilatih sebanyak 40 (empat puluh) orang | Jumlah aparatur yang dilatih | | 40 (empat puluh) orang |",
    "Persentase temuan yang ditindaklanjuti pada tahun 2026 sebesar 90% | Persentase temuan yang ditindaklanjuti | | 90% | 2026",
    "Nilai SAKIP minimal 75 | Nilai SAKIP | | minimal 75 |",
    "Nilai IKM ≥ 80 | Nilai IKM | | ≥ 80 |",
    "Indeks SPBE ditargetkan 3,5 | Indeks SPBE | | 3,5 |",
    "Persentase jalan mantap (target: 85%) | Persentase jalan mantap | | 85% |",
    "Persentase serangan hama (-1%) | Persentase serangan hama | | -1% |",
    "Angka kematian bayi sebesar 12 per 1.000 kelahiran hidup | Angka kematian bayi | | 12 per 1.000 kelahiran hidup |",
    "Usia harapan hidup menjadi 72,5 tahun pada tahun 2029 | Usia harapan hidup | | 72,5 tahun | 2029",
    "Tersusunnya dokumen perencanaan sebanyak 5 dokumen | Tersusunnya dokumen perencanaan | | 5 dokumen |",
)


@pytest.mark.parametrize("case", TARGET)
def test_a_sentence_that_prints_its_target(case: str) -> None:
    sentence, name, base, target, year = (part.strip() for part in case.split("|"))
    found = baca_kalimat(sentence)
    assert found is not None
    assert [found.nama, found.awal.teks if found.awal else "", found.target.teks, str(found.tahun or "")] == [name, base, target, year]


@pytest.mark.parametrize(
    "sentence",
    [
        "Persentase anak usia 7-12 tahun yang bersekolah",
        "Prevalensi depresi pada usia >= 15 tahun",
        "Prevalensi obesitas > 18 tahun",
        "Angka kematian bayi per 1.000 kelahiran hidup",
        "Jumlah UMKM naik kelas 1 tingkat",
        "Jumlah UMKM yang omzetnya naik dari 10 juta menjadi 50 juta",
        "Jumlah desa yang berubah status dari 2 menjadi 3",
        "Persentase desa yang mencapai UCI ≥ 90%",
        "Persentase desa yang mengalokasikan dana desa sebesar 20%",
        "Persentase perangkat daerah dengan nilai SAKIP minimal 75",
        "Persentase perangkat daerah nilai SAKIP minimal 75",
        "Persentase siswa mencapai KKM 75",
        "Jumlah perusahaan yang mempekerjakan tenaga kerja sebanyak 50 orang",
        "Jumlah kelompok beranggotakan sebanyak 20 orang",
        "Persentase perkara selesai kurang dari 5 bulan",
        "Persentase kawasan kumuh di bawah 10 ha",
        "Meningkatnya produksi padi sebesar 5%",
        "Persentase pendapatan asli daerah meningkat sebesar 5%",
        "Rasio petugas perlindungan masyarakat (1 orang setiap RT)",
        "Jumlah dokumen sesuai Permendagri Nomor 86 Tahun 2017",
        "Jumlah wisatawan tahun 2018",
        "Nilai rata-rata dimensi sosial desa (2024)",
        "Jumlah orang yang menerima permakanan 3x1 hari",
        "Jumlah pengujian sesuai SNI ISO/IEC 17025 : 2008",
    ],
)
def test_a_number_that_belongs_to_what_is_measured(sentence: str) -> None:
    assert baca_kalimat(sentence) is None


RENSTRA = """## renstra
periode: 2025-2029
| Tujuan | Sasaran | Indikator | Satuan | Target 2025 | Target 2026 | Target 2027 |
| Mewujudkan jalan yang andal | Meningkatnya kemantapan jalan | Persentase jalan mantap | % | 80 | 85 | 88 |

=>
"""
PK = """## pk
jenis: pk
tahun: 2026
| No | Sasaran Strategis | Indikator Kinerja |
| 1 | Meningkatnya kemantapan jalan | Meningkatnya persentase jalan mantap dari 80% menjadi {target} pada tahun 2026 |

=>
"""


def _dokumen(tmp_path: Path, berkas: str, text: str) -> Dokumen:
    file = tmp_path / "kasus.txt"
    file.write_text(text, encoding="utf-8")
    (case,) = baca_kasus(file)
    return replace(baca(case.layout, case.identitas), berkas=berkas, pemda="Kota Contoh", jabatan=None)


def _beda_target(tmp_path: Path, target: str) -> list[Finding]:
    documents = (_dokumen(tmp_path, "renstra.pdf", RENSTRA), _dokumen(tmp_path, "pk.pdf", PK.format(target=target)))
    return [one for one in check_documents(documents, (), Config(), load_rules()).findings if one.aturan == "TGT-01"]


def test_a_target_in_a_sentence_is_compared_and_quoted_as_printed(tmp_path: Path) -> None:
    (finding,) = _beda_target(tmp_path, "82%")
    assert [(one.nilai, one.kutipan) for one in finding.bukti] == [
        ("85", "Persentase jalan mantap"),
        ("82%", "Meningkatnya persentase jalan mantap dari 80% menjadi 82% pada tahun 2026"),
    ]


def test_an_equal_target_in_a_sentence_is_no_finding(tmp_path: Path) -> None:
    assert _beda_target(tmp_path, "85%") == []
