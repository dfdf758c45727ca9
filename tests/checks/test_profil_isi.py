"""The shipped profiles do what they say: of rules, of severities, and of what is expected of each format."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from doccheck.checks import Rule, load_rules, run
from doccheck.checks.examples import dokumen
from doccheck.checks.pilihan import pilih
from doccheck.checks.rules import severity_rank
from doccheck.config import Config
from doccheck.config.profil import baca, profil_files, terapkan
from doccheck.match import tautkan
from doccheck.model import Finding

RULES = load_rules()
BAKU = {rule.id: rule for rule in pilih(RULES, Config().aturan)}


def _aturan(*profil: str) -> dict[str, Rule]:
    return {rule.id: rule for rule in pilih(RULES, terapkan(Config(profil=profil)).aturan)}


def _temuan(data: list[dict[str, Any]], id: str, *profil: str, tanpa_daerah: bool = False) -> list[Finding]:
    documents = dokumen(data)
    if tanpa_daerah:
        documents = [replace(one, pemda=None) for one in documents]
    config = terapkan(Config(profil=profil))
    found = run(documents, tautkan(documents), config, rules=RULES).findings
    return [finding for finding in found if finding.aturan == id]


def test_every_profile_of_the_brief_is_there_and_says_what_it_is_for() -> None:
    assert set(profil_files()) == {
        "ci", "evaluasi", "format-2017", "format-2025", "format-2027", "kabupaten-kota", "pra-reviu", "provinsi",
    }  # fmt: skip
    for name in profil_files():
        one = baca(name)
        assert one.guna
        assert set(one.en) == {"nama", "guna"}


@pytest.mark.parametrize("nama", profil_files())
def test_no_profile_is_without_effect(nama: str) -> None:
    one = baca(nama)
    assert (_aturan(nama) != BAKU) or one.min_keyakinan or one.fail_on, nama


def test_pre_review_looks_at_agreement_first() -> None:
    rules = _aturan("pra-reviu")
    assert all(severity_rank(rule.keparahan) >= severity_rank(RULES_BY_ID[id].keparahan) for id, rule in rules.items())
    grave = {id.split("-")[0] for id, rule in rules.items() if rule.keparahan in ("kritis", "tinggi")}
    assert grave == {"ANG", "CAS", "DOK", "LKJ", "SEL", "TGT"}
    assert [id for id, rule in rules.items() if id.startswith("LKJ") and rule.keparahan in ("kritis", "tinggi")] == ["LKJ-11"]
    assert not {"PK-01", "PK-02"} & set(rules)


def test_evaluation_runs_all_rules_and_looks_at_quality_first() -> None:
    rules = _aturan("evaluasi")
    assert set(rules) == {rule.id for rule in RULES}
    quality = ("IND", "LVL", "CAS", "CRS", "TLR")
    for id, rule in rules.items():
        before, now = severity_rank(RULES_BY_ID[id].keparahan), severity_rank(rule.keparahan)
        assert now <= before or not id.startswith(quality), id
        assert now >= before or id.startswith((*quality, "TGT")), id
    assert terapkan(Config(profil=("evaluasi",))).gagal == "tidak"


RULES_BY_ID = {rule.id: rule for rule in RULES}


def test_continuous_integration_shows_what_fails() -> None:
    config = terapkan(Config(profil=("ci",)))
    assert (config.tampilkan, config.gagal, config.ambang) == ("menggagalkan", "tinggi", 0.85)


TANPA_OUTCOME = [
    {
        "jenis": "renstra",
        "pd": "Dinas Perhubungan",
        "periode": [2025, 2029],
        "kinerja": [
            {"program": "Program Penyelenggaraan LLAJ", "kode": "2.15.02"},
            {"program": "Program Pengelolaan Pelayaran", "kode": "2.15.03"},
            {"program": "Program Pengelolaan Perkeretaapian", "kode": "2.15.04"},
            {"program": "Program Penyelenggaraan Lalu Lintas Sungai", "kode": "2.15.05"},
            {"program": "Program Penunjang Urusan Pemerintahan Daerah", "kode": "2.15.01"},
        ],
    }
]


@pytest.mark.parametrize(("profil", "jumlah"), [((), 0), (("format-2017",), 0), (("format-2025",), 1), (("format-2027",), 1)])
def test_outcomes_of_programmes_are_asked_for_by_format(profil: tuple[str, ...], jumlah: int) -> None:
    assert not _temuan([{**TANPA_OUTCOME[0], "periode": [2021, 2026]}], "CAS-02", *profil)
    rows = [*TANPA_OUTCOME[0]["kinerja"], {"program": "Program Terminal", "kode": "2.15.06", "hasil": "Meningkatnya layanan terminal"}]
    assert not _temuan([{**TANPA_OUTCOME[0], "kinerja": rows}], "CAS-02", *profil)  # a list without outcomes beside a table with them
    found = _temuan(TANPA_OUTCOME, "CAS-02", *profil)
    assert len(found) == jumlah
    if found:
        assert all(name in found[0].kondisi for name in ("LLAJ", "Pelayaran", "Perkeretaapian", "Sungai"))
        assert "Penunjang" not in found[0].kondisi


def _periode(akhir: int) -> list[dict[str, Any]]:
    goal = {"sasaran": "Menurunnya kemiskinan"}
    return [
        {"jenis": "rpjmd", "periode": [2018, 2023], "kinerja": [goal]},
        {"jenis": "renstra", "pd": "Dinas Sosial", "periode": [2018, akhir], "kinerja": [goal]},
    ]


@pytest.mark.parametrize(("profil", "akhir", "jumlah"), [("format-2017", 2023, 0), ("format-2017", 2024, 1), ("format-2025", 2024, 0)])
def test_the_last_year_is_asked_for_by_format(profil: str, akhir: int, jumlah: int) -> None:
    assert len(_temuan(_periode(akhir), "DOK-04", profil)) == jumlah


@pytest.mark.parametrize(("profil", "kode", "jumlah"), [
    ((), "2.15.02.1.01", 0),
    (("provinsi",), "2.15.02.1.01", 0),
    (("provinsi",), "2.15.02.2.01", 1),
    (("kabupaten-kota",), "2.15.02.1.01", 1),
    (("kabupaten-kota",), "2.15.02.2.01", 0),
])  # fmt: skip
def test_a_document_without_region_has_that_of_the_profile(profil: tuple[str, ...], kode: str, jumlah: int) -> None:
    data = [{"jenis": "renja", "pd": "Dinas Perhubungan", "tahun": 2026, "kinerja": [{"kegiatan": "Rencana Induk", "kode": kode}]}]
    assert len(_temuan(data, "NOM-02", *profil, tanpa_daerah=True)) == jumlah


@pytest.mark.parametrize(
    ("profil", "indikator", "jumlah"),
    [
        ((), "Persentase anak stunting", 0),
        ((), "Persentase penanganan krisis kesehatan", 1),
        (("provinsi",), "Persentase anak stunting", 1),
        (("provinsi",), "Persentase penanganan krisis kesehatan", 0),
    ],
)
def test_the_mandatory_services_are_those_of_the_kind_of_region(profil: tuple[str, ...], indikator: str, jumlah: int) -> None:
    rows = [
        {"sasaran": "Meningkatnya mutu layanan", "indikator": [f"{indikator} | % | 2026: 10"]},
        {"program": "Program Pemenuhan Upaya", "kode": "1.02.02", "indikator": ["Persentase puskesmas terakreditasi | % | 2026: 10"]},
    ]
    data = [{"jenis": "renstra", "pd": "Dinas Kesehatan", "periode": [2025, 2029], "kinerja": rows}]
    assert len(_temuan(data, "IND-15", *profil, tanpa_daerah=True)) == jumlah


def test_a_renja_of_2027_has_a_table_of_main_indicators() -> None:
    rows = [{"program": "Program Penyelenggaraan LLAJ", "kode": "2.15.02", "hasil": "Meningkatnya kelancaran"}]
    data = [{"jenis": "renja", "pd": "Dinas Perhubungan", "tahun": 2027, "bagian": [f"1.{n}" for n in range(1, 20)], "kinerja": rows}]
    before, after = _temuan(data, "DOK-02", "format-2025"), _temuan(data, "DOK-02", "format-2027")
    assert not any("iku" in finding.kondisi for finding in before)
    assert any("iku" in finding.kondisi and finding.telaah for finding in after)


def test_profiles_combine_the_later_over_the_earlier() -> None:
    both = _aturan("evaluasi", "format-2017")
    assert "CAS-02" not in both
    assert "TGT-19" in both
    assert "CAS-02" in _aturan("format-2017", "evaluasi")
    assert _aturan("provinsi", "kabupaten-kota")["NOM-02"].dengan["daerah"] == "kabupaten"
    assert _aturan("evaluasi", "pra-reviu")["IND-17"].keparahan == "rendah"
    config = terapkan(Config(profil=("ci", "evaluasi", "provinsi")))
    assert (config.gagal, config.ambang, config.tampilkan) == ("tidak", 0.85, "menggagalkan")


def test_the_guide_tells_every_profile() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "panduan.md").read_text(encoding="utf-8")
    assert [name for name in profil_files() if f"`{name}`" not in guide] == []
