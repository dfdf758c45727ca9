"""The pages of docs/aturan are those that the rule files give."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_pages_of_rules_are_fresh() -> None:
    run = subprocess.run([sys.executable, ROOT / "docs" / "build_rules.py", "--check"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
