"""Every way in which reading fails has an id: it is emitted somewhere, and a rule and a page explain it."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from doccheck.aturan import rule_files
from doccheck.catatan import EXT

ROOT = Path(__file__).parents[2]


def emitted() -> set[str]:
    """The codes with which a note or a ReadError is made, anywhere in the code but where they are defined."""
    found: set[str] = set()
    for path in (ROOT / "doccheck").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if path.name != "catatan.py" else ():
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("catatan", "ReadError"):
                codes = ast.walk(node.args[0]) if node.args else ()
                found |= {part.value for part in codes if isinstance(part, ast.Constant) and isinstance(part.value, str)}
    return found


def test_every_code_is_emitted_and_no_other() -> None:
    assert {code for code in emitted() if code.startswith("EXT-")} == set(EXT)


@pytest.mark.parametrize("code", sorted(EXT))
def test_a_rule_and_a_page_say_what_to_do(code: str) -> None:
    assert code in rule_files()
    page = (ROOT / "docs" / "aturan" / f"{code}.md").read_text(encoding="utf-8")
    for part in (f"# {code} · ", "## Apa yang diperiksa", "## Mengapa penting", "## Cara memperbaiki", "## Contoh yang ditemukan"):
        assert part in page, part
    assert code in (ROOT / "docs" / "aturan" / "README.md").read_text(encoding="utf-8")
    assert code in (ROOT / "docs" / "pembacaan.md").read_text(encoding="utf-8")


def test_the_page_of_all_notes_is_current() -> None:
    done = subprocess.run([sys.executable, "docs/build_reading.py", "--check"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
