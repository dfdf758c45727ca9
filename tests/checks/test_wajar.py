"""Constructions that offices write rightly and often (wajar.yaml): all rules together accuse none of them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from msgspec.structs import replace

from doccheck.checks.examples import dokumen
from doccheck.checks.rules import load_rules
from doccheck.config import Config
from doccheck.workspace import check_documents

KASUS = yaml.safe_load((Path(__file__).parent / "wajar.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("kasus", KASUS, ids=[kasus["nama"] for kasus in KASUS])
def test_nothing_grave_is_said_of_what_is_right(kasus):
    rules = tuple(replace(rule, awal=True) for rule in load_rules())
    found = check_documents(tuple(dokumen(kasus["dokumen"])), (), Config(), rules)
    assert [(one.aturan, one.kondisi) for one in found.findings if one.keparahan in ("kritis", "tinggi")] == []
