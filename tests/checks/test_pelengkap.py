"""Few findings by default, more by choice: supplementary rules (`awal: pelengkap`) run, and their findings stand apart unless asked for."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from doccheck.aturan import Rule
from doccheck.checks import load_rules
from doccheck.checks.pilihan import pilih
from doccheck.config import AturanConfig, Config
from doccheck.config.profil import terapkan
from doccheck.model import Finding, Keputusan, Report
from doccheck.triase.tampilan import utamakan

UTAMA, PELENGKAP = "TGT-03", "IND-14"


def _aturan(id: str, aturan: AturanConfig | None = None) -> Rule:
    return {rule.id: rule for rule in pilih(load_rules(), aturan or AturanConfig())}[id]


def _temuan(id: str, pelengkap: bool) -> Finding:
    return Finding(
        aturan=id, keparahan="info", keyakinan=0.9, kondisi="", kriteria="", akibat="", rekomendasi="", sidik=id, bukti=(),
        pelengkap=pelengkap,
    )  # fmt: skip


def test_supplementary_rules_run_but_stand_apart() -> None:
    assert (_aturan(UTAMA).awal, _aturan(PELENGKAP).awal) == ("ya", "pelengkap")


@pytest.mark.parametrize(
    "aturan",
    [
        AturanConfig(aktif=(PELENGKAP,)), AturanConfig(aktif=("IND",)), AturanConfig(hanya=(PELENGKAP,)),
        AturanConfig(keparahan={PELENGKAP: "sedang"}),
    ],
    ids=["rule on", "family on", "only it", "severity set"],
)  # fmt: skip
def test_who_asks_for_a_rule_sees_its_findings(aturan: AturanConfig) -> None:
    assert _aturan(PELENGKAP, aturan).awal == "ya"


def test_a_light_severity_or_one_for_the_family_asks_for_no_rule() -> None:
    assert _aturan(PELENGKAP, AturanConfig(keparahan={PELENGKAP: "info"})).awal == "pelengkap"
    assert _aturan(PELENGKAP, AturanConfig(keparahan={"IND": "rendah"})).awal == "pelengkap"


def test_only_the_profile_of_evaluators_asks_for_all() -> None:
    apart = {
        name: sum(rule.awal == "pelengkap" for rule in pilih(load_rules(), terapkan(Config(), [name]).aturan))
        for name in ("evaluasi", "pra-reviu", "format-2025")
    }
    assert apart["evaluasi"] == 0
    assert apart["pra-reviu"] >= 8
    assert apart["format-2025"] >= 10


def test_no_supplementary_rule_is_grave() -> None:
    """What fails a check by default, or says that something could not be read, is never put aside."""
    apart = [rule for rule in load_rules() if rule.awal == "pelengkap"]
    assert apart
    assert [rule.id for rule in apart if rule.keparahan not in ("rendah", "info") or rule.keluarga in ("EXT", "SEL", "TLR", "LVL")] == []


def test_findings_are_put_aside_and_none_is_lost() -> None:
    report = Report(findings=(_temuan(UTAMA, False), _temuan(PELENGKAP, True)), documents=())
    shown = utamakan(report, Config())
    assert ([one.aturan for one in shown.findings], [one.aturan for one in shown.pelengkap]) == ([UTAMA], [PELENGKAP])
    assert utamakan(report, Config(tampilkan="semua")) == report


def test_what_a_person_decided_on_stays() -> None:
    decided = replace(_temuan(PELENGKAP, True), keputusan=Keputusan(putusan="diterima"))
    assert utamakan(Report(findings=(decided,), documents=()), Config()).findings == (decided,)
