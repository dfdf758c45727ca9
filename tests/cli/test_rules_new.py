"""`doccheck rules new`: the scaffold is a rule that works, examples and all."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from doccheck.checks import load_rule, run
from doccheck.checks.examples import dokumen
from doccheck.cli.rules import command
from doccheck.config import Config
from doccheck.match import tautkan


def test_the_scaffold_is_a_working_rule(tmp_path: Path) -> None:
    result = CliRunner().invoke(command(), ["new", "ind-91", "--folder", str(tmp_path)])
    assert result.exit_code == 0, result.output
    rule = load_rule(Path(result.output.strip()))
    assert rule.id == "IND-91"
    for example, count in [*((one, 1) for one in rule.contoh.salah), *((one, 0) for one in rule.contoh.benar)]:
        documents = dokumen(example.dokumen)
        assert len(run(documents, tautkan(documents), Config(), "id", [rule]).findings) == count


def test_a_rule_that_exists_is_not_overwritten(tmp_path: Path) -> None:
    for id in ("IND-01x", "XYZ-01"):
        assert CliRunner().invoke(command(), ["new", id, "--folder", str(tmp_path)]).exit_code == 2
    first = CliRunner().invoke(command(), ["new", "IND-92", "--folder", str(tmp_path)])
    assert first.exit_code == 0
    assert CliRunner().invoke(command(), ["new", "IND-92", "--folder", str(tmp_path)]).exit_code == 2


def test_the_table_is_still_shown() -> None:
    assert "IND-01" in CliRunner().invoke(command(), ["--format", "json"]).output
