"""Why a finding is for a person: said by the finding itself, in every case (doubtful digits: tests/extract/test_keyakinan_angka.py)."""

from __future__ import annotations

from pathlib import Path

import pytest

from doccheck.config import Config
from doccheck.model import Finding
from doccheck.workspace import check

CONTOH = Path(__file__).parents[2] / "samples"


@pytest.fixture(scope="module")
def findings() -> tuple[Finding, ...]:
    """With a threshold at which much is in doubt."""
    return check([CONTOH / "kota-sembilang"], Config(min_keyakinan=0.97)).findings


def test_every_finding_for_a_person_says_why_and_no_other_does(findings: tuple[Finding, ...]) -> None:
    assert {one.telaah for one in findings} == {True, False}
    assert [one.aturan for one in findings if bool(one.ragu) != one.telaah] == []


def test_a_finding_below_the_threshold_says_what_it_is_compared_with(findings: tuple[Finding, ...]) -> None:
    joint = [one for one in findings if any("keyakinan gabungan" in reason for reason in one.ragu)]
    assert joint
    for one in joint:
        assert one.keyakinan < 0.97
        assert any(reason.endswith(f"{int(one.keyakinan * 100 + 1e-9)}%, di bawah 97%") for reason in one.ragu)


def test_a_link_that_is_not_sure_is_named_with_its_score() -> None:
    """Beside the joint sureness, since a wrong pair makes the whole finding wrong."""
    report = check([CONTOH / "kota-sembilang"], Config(min_keyakinan=0.97))
    links = {(link.dari.indikator or link.dari.uraian, link.ke.indikator or link.ke.uraian): link for link in report.links}
    named = [(one, reason) for one in report.findings for reason in one.ragu if "dipasangkan" in reason]
    assert named
    for one, reason in named:
        pair = next(pair for pair in links if reason.startswith(f"“{pair[0]}” dan “{pair[1]}” "))
        assert links[pair].verdict == ("reworded" if "rumusan lain" in reason else "different")
        assert {link.berkas for link in (links[pair].dari, links[pair].ke)} <= {proof.dokumen for proof in one.bukti}
