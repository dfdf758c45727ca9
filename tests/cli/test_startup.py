"""Commands that read no document load none of the heavy libraries."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("spacy", "numpy", "pdfplumber", "pypdfium2", "docx", "PIL", "lxml", "rapidfuzz")

PROBE = """
import sys
try:
    {code}
except SystemExit:
    pass
print("LOADED", *sorted(set({heavy!r}) & set(sys.modules)))
"""


def _loaded(code: str, *more: str) -> list[str]:
    probe = PROBE.format(code=code, heavy=(*HEAVY, *more))
    run = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    return run.stdout.splitlines()[-1].split()[1:]


@pytest.mark.parametrize("args", [["--version"], ["-h"], ["check", "-h"], ["explain", "TGT-01"], ["explain", "XXX-99"], ["init", "-h"]])
def test_a_command_without_documents_is_light(args: list[str]) -> None:
    assert _loaded(f"from doccheck.cli import main; main({args!r})", "rich") == []


def test_importing_doccheck_loads_nothing() -> None:
    assert _loaded("import doccheck", "click", "msgspec", "doccheck.model", "doccheck.workspace") == []


def test_the_public_names_are_there() -> None:
    assert _loaded("from doccheck import Config, Report, check, __version__; assert callable(check)", "click") == []
