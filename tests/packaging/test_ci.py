"""The scripts that the Makefile and CI call are there, and bash can read them."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = ("run", "venv", "wheel")


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_can_be_run(name: str) -> None:
    path = ROOT / ".ci" / name
    assert os.access(path, os.X_OK)
    subprocess.run(["bash", "-n", path], check=True)


@pytest.mark.parametrize("name", ["Makefile", ".ci/run"])
def test_what_is_called_exists(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    called = set(re.findall(r"(?:docs|samples|benchmarks|\.ci)/[\w./-]+\w", text))
    assert {path for path in called if not (ROOT / path).exists()} == set()


def test_every_target_of_the_makefile_is_phony_or_a_file() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", text, re.M)
    assert phony
    assert set(re.findall(r"^([a-z0-9-]+):", text, re.M)) == set(phony[1].split())
