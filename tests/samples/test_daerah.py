"""One drawn region of the benchmark (benchmarks/bench_daerah.py): most defects are found, and nothing grave is said of its clean form."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))

import bench_daerah  # noqa: E402

import doccheck  # noqa: E402


def test_a_drawn_region(tmp_path: Path) -> None:
    seeded, found, clean, unexplained = bench_daerah.ukur(9, Namespace(bentuk=1, cacat=10, rinci=False), tmp_path)
    assert seeded == 10
    assert found >= 9
    assert (clean, unexplained) == (0, 0)


def test_every_kind_of_defect_breaks_a_rule_that_exists() -> None:
    region = bench_daerah.gambar(1)
    rules = {rule.id for rule in doccheck.checks.load_rules()}
    kinds = {one.aturan for agency in region.pd for one in bench_daerah.semua(agency, 0)}
    assert len(kinds) >= 28
    assert kinds <= rules
