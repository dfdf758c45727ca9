"""Decoded rules are kept between runs, and what is kept never makes a difference to which rules there are."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from doccheck.aturan import rule_files
from doccheck.checks import rules
from doccheck.checks.rules import RuleError, load_rules
from doccheck.simpanan.cache import Cache


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    _forget(monkeypatch)


def _forget(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a process of its own."""
    monkeypatch.setattr(rules, "_termuat", {})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A family with two of the shipped rules."""
    made = tmp_path / "tgt"
    made.mkdir()
    for id in ("TGT-01", "TGT-02"):
        shutil.copy(rule_files()[id], made)
    return tmp_path


def test_a_later_run_decodes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_rules(cache=Cache(tmp_path))
    _forget(monkeypatch)
    monkeypatch.setattr(rules, "load_rule", lambda path: pytest.fail(f"{path} was read again"))
    assert load_rules(cache=Cache(tmp_path)) == first
    assert len(first) == len(rule_files())


def test_what_changed_is_read_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Cache(folder / "simpanan")
    assert [rule.keparahan for rule in load_rules(folder, kept)] == ["kritis", "kritis"]
    file = folder / "tgt" / "TGT-02.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("keparahan: kritis", "keparahan: rendah", 1), encoding="utf-8")
    _forget(monkeypatch)
    assert [rule.keparahan for rule in load_rules(folder, kept)] == ["kritis", "rendah"]


def test_a_rule_that_is_wrong_is_never_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Cache(folder / "simpanan")
    file = folder / "tgt" / "TGT-02.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("periksa:", "periksa: tidak_ada_", 1), encoding="utf-8")
    for _run in range(2):
        _forget(monkeypatch)
        with pytest.raises(RuleError, match="TGT-02"):
            load_rules(folder, kept)


def test_other_code_and_damaged_entries_ask_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_rules(cache=Cache(tmp_path))
    (entry,) = (tmp_path / "ekstraksi").rglob("*.bin")
    read: list[Path] = []
    load_rule = rules.load_rule
    monkeypatch.setattr(rules, "load_rule", lambda path: read.append(path) or load_rule(path))
    entry.write_bytes(b"broken")
    _forget(monkeypatch)
    assert load_rules(cache=Cache(tmp_path)) == first
    assert len(read) == len(first)
    monkeypatch.setattr(rules, "judging_version", lambda: "next")
    _forget(monkeypatch)
    assert load_rules(cache=Cache(tmp_path)) == first
    assert len(read) == 2 * len(first)
