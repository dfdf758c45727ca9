"""Rule files that the engine can apply: decoded (doccheck.aturan), their check functions known, their templates sound."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..aturan import Contoh, ContohBenar, ContohSalah, Dasar, Penjelasan, Rule, RuleError, Teks, read_rule, rule_files
from ..model import SEVERITIES, Keparahan
from . import template
from .registry import pemeriksa

__all__ = [
    "Contoh",
    "ContohBenar",
    "ContohSalah",
    "Dasar",
    "Penjelasan",
    "Rule",
    "RuleError",
    "Teks",
    "load_rule",
    "load_rules",
    "parameter",
    "severity_rank",
]


def load_rules(dir: Path | None = None) -> tuple[Rule, ...]:
    """All rules below `dir` (the shipped ones by default), by family and id; see load_rule. Files that did not change since a call before
    are not read again."""
    return _loaded(tuple((path, state.st_mtime_ns, state.st_size) for path in rule_files(dir).values() if (state := path.stat())))


@lru_cache(maxsize=2)
def _loaded(files: tuple[tuple[Path, int, int], ...]) -> tuple[Rule, ...]:
    return tuple(load_rule(path) for path, _changed, _size in files)


def load_rule(path: Path) -> Rule:
    """One rule file. Raises RuleError where doccheck.aturan does, for an unknown check function, and for a template that does
    not compile."""
    rule = read_rule(path)
    for problem in _problems(rule):
        raise RuleError(f"{path}: {problem}")
    return rule


def _problems(rule: Rule) -> list[str]:
    problems = []
    if rule.periksa is not None and rule.periksa not in pemeriksa():
        problems.append(f"unknown check function {rule.periksa!r}")
    for bidang in ("kondisi", "kriteria", "akibat", "rekomendasi"):
        for teks in rule.teks.values():
            if message := template.salah(getattr(teks, bidang)):
                problems.append(f"{bidang}: {message}")
    return problems


def severity_rank(keparahan: Keparahan) -> int:
    """0 for the gravest."""
    return SEVERITIES.index(keparahan)


def parameter(rule: Rule, override: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The rule's parameters with those of the configuration; RuleError for one that the rule does not declare."""
    given = override.get(rule.id, {})
    if unknown := sorted(set(given) - set(rule.dengan)):
        raise RuleError(f"{rule.id} has no parameter {', '.join(unknown)}")
    return {**rule.dengan, **given}
