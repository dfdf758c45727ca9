"""Every rule that a machine judges is seeded in a made-up region at least once."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "samples"))

from builders.kota import muat_cacat  # noqa: E402
from builders.wilayah import SEMUA  # noqa: E402

from doccheck.checks.rules import load_rules  # noqa: E402

from .dokumen_ext import CACAT  # noqa: E402


def test_every_rule_is_seeded() -> None:
    seeded = {satu["aturan"] for satu in muat_cacat()} | {satu["aturan"] for wilayah in SEMUA for satu in wilayah.mutasi()}
    seeded |= {cacat.aturan for cacat in CACAT}
    rules = {rule.id for rule in load_rules() if rule.periksa is not None}
    assert sorted(rules - seeded) == []
