"""The engine: order, fingerprints, configuration, confidence and language."""

from __future__ import annotations

import random
from typing import Any

import msgspec
import pytest

from doccheck.checks import load_rules, run
from doccheck.checks.examples import dokumen
from doccheck.checks.run import Hasil
from doccheck.config import AturanConfig, Config, ConfigError
from doccheck.match import tautkan
from doccheck.model import Dokumen

RULES = load_rules()

KOTA: list[dict[str, Any]] = [
    {
        "jenis": "renstra",
        "pd": "Dinas Perhubungan",
        "periode": [2025, 2029],
        "kinerja": [
            {
                "sasaran": "Meningkatnya kelancaran lalu lintas",
                "indikator": ["Kecepatan rata-rata kendaraan | km/jam | awal 2024: 33 | 2025: 29 | 2026: 31,5 | 2027: 33"],
            },
            {
                "sasaran": "Terlaksananya pembinaan juru parkir",
                "indikator": ["Jumlah juru parkir yang dibina | orang | awal 2024: - | 2026: 40"],
            },
        ],
    },
    {
        "jenis": "pk",
        "pd": "Dinas Perhubungan",
        "tahun": 2026,
        "jabatan": "Kepala Dinas Perhubungan",
        "kinerja": [
            {"sasaran": "Meningkatnya kelancaran lalu lintas", "indikator": ["Kecepatan rata-rata kendaraan | km/jam | 2026: 30"]},
        ],
    },
]


def _run(documents: list[Dokumen], config: Config | None = None, **more: Any) -> Hasil:
    return run(documents, tautkan(documents), config or Config(), rules=RULES, **more)


def test_findings_do_not_depend_on_the_order_of_the_input() -> None:
    documents = dokumen(KOTA)
    expected = _run(documents)
    for seed in range(3):
        shuffled = random.Random(seed).sample(documents, len(documents))
        assert msgspec.json.encode(_run(shuffled)) == msgspec.json.encode(expected)


def test_order_is_severity_then_rule() -> None:
    order = ["kritis", "tinggi", "sedang", "rendah", "info"]
    keys = [(order.index(finding.keparahan), finding.aturan) for finding in _run(dokumen(KOTA)).findings]
    assert keys == sorted(keys)
    assert len(keys) >= 4


def test_fingerprints_survive_other_pages_rows_and_file_names() -> None:
    documents = dokumen(KOTA)
    moved = [
        msgspec.structs.replace(
            document,
            berkas=f"lain/{document.berkas}",
            kinerja=tuple(
                msgspec.structs.replace(node, lokasi=msgspec.structs.replace(node.lokasi, halaman=40, baris=7)) for node in document.kinerja
            ),
        )
        for document in documents
    ]
    assert [one.sidik for one in _run(moved).findings] == [one.sidik for one in _run(documents).findings]


def test_equal_fingerprints_are_told_apart() -> None:
    twice = [*KOTA, {**KOTA[0], "berkas": "salinan.pdf", "pd": "Dinas Sosial"}]
    marks = [one.sidik for one in _run(dokumen(twice)).findings]
    assert len(set(marks)) == len(marks)


@pytest.mark.parametrize(
    ("aturan", "ada", "tiada"),
    [
        (AturanConfig(hanya=("TGT",)), "TGT-01", "IND-01"),
        (AturanConfig(nonaktif=("TGT-01",)), "IND-01", "TGT-01"),
        (AturanConfig(nonaktif=("IND",)), "TGT-01", "IND-01"),
    ],
)
def test_rules_are_chosen_by_id_or_family(aturan: AturanConfig, ada: str, tiada: str) -> None:
    found = {one.aturan for one in _run(dokumen(KOTA), Config(aturan=aturan)).findings}
    assert ada in found
    assert tiada not in found


def test_severity_can_be_set_for_a_rule_and_a_family() -> None:
    config = Config(aturan=AturanConfig(keparahan={"TGT": "rendah", "IND-01": "info"}))
    found = {one.aturan: one.keparahan for one in _run(dokumen(KOTA), config).findings}
    assert (found["TGT-01"], found["IND-01"]) == ("rendah", "info")


@pytest.mark.parametrize(
    "aturan",
    [
        AturanConfig(nonaktif=("TGT-77",)),
        AturanConfig(keparahan={"ABC": "info"}),
        AturanConfig(parameter={"TGT-12": {"warna": 1}}),
    ],
)
def test_a_configuration_that_names_what_does_not_exist_is_refused(aturan: AturanConfig) -> None:
    with pytest.raises(ConfigError, match=r"TGT-77|ABC|warna"):
        _run(dokumen(KOTA), Config(aturan=aturan))


def test_doubtful_reading_is_for_a_person() -> None:
    documents = dokumen(KOTA)
    doubtful = [
        msgspec.structs.replace(document, kinerja=tuple(msgspec.structs.replace(node, keyakinan=0.4) for node in document.kinerja))
        for document in documents
    ]
    findings = _run(doubtful).findings
    assert findings
    assert all(one.telaah and one.keyakinan < 0.7 for one in findings if one.aturan in ("TGT-01", "SEL-04", "IND-01"))


def test_what_was_not_read_is_not_said_to_be_missing() -> None:
    unread = [KOTA[0], {**KOTA[1], "catatan": ["EXT-01"]}]
    (absent,) = [one for one in _run(dokumen(unread)).findings if one.aturan == "SEL-04"]
    assert absent.telaah


def test_basis_that_nobody_verified_says_so() -> None:
    data = [
        {"jenis": "rpjmd", "periode": [2025, 2029], "kinerja": [{"sasaran": "Menurunnya kemiskinan"}]},
        {"jenis": "renstra", "pd": "Dinas Sosial", "periode": [2021, 2026], "kinerja": [{"sasaran": "Menurunnya kemiskinan"}]},
    ]
    (period,) = [one for one in _run(dokumen(data)).findings if one.aturan == "DOK-04"]
    assert "(belum terverifikasi)" in period.kriteria


def test_language_changes_words_only() -> None:
    indonesian, english = _run(dokumen(KOTA)), _run(dokumen(KOTA), lang="en")
    assert [one.sidik for one in indonesian.findings] == [one.sidik for one in english.findings]
    assert all(a.kondisi != b.kondisi for a, b in zip(indonesian.findings, english.findings, strict=True))


def test_evidence_shows_place_text_and_value() -> None:
    (target,) = [one for one in _run(dokumen(KOTA)).findings if one.aturan == "TGT-01"]
    first, second = target.bukti
    assert (first.peran, first.nilai, first.halaman, first.baris) == ("Renstra Dinas Perhubungan", "31,5", 1, 2)
    assert (second.peran, second.nilai) == ("PK 2026 Kepala Dinas Perhubungan", "30")
    assert target.perangkat_daerah == "Dinas Perhubungan"
