"""What README.md tells people to type exists: make targets, commands and their options."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from doccheck.cli import group

ROOT = Path(__file__).parents[2]
TARGETS = set(re.findall(r"^([a-z0-9-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))


def _typed(text: str) -> list[str]:
    """Lines of code blocks and inline code that call make or doccheck, with their prompt and comment cut off."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, re.M | re.S)
    lines = [line for block in blocks for line in block.replace("\\\n", " ").splitlines()]
    lines += re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.M | re.S))
    found = (re.sub(r"^(\$ )?(\.venv/bin/)?", "", line.split(" #")[0].strip()) for line in lines)
    return sorted({line for line in found if re.match(r"(make|doccheck) ", line)})


README = _typed((ROOT / "README.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("line", [line for line in README if line.startswith("make ")])
def test_make_targets_exist(line: str) -> None:
    assert set(shlex.split(line)[1:]) <= TARGETS


@pytest.mark.parametrize("line", [line for line in README if line.startswith("doccheck ")])
def test_commands_and_options_exist(line: str) -> None:
    words = shlex.split(line.split("|")[0].split(">")[0])[1:]
    command = group()
    options = _options(command)
    if words and not words[0].startswith("-"):
        found = command.get_command(click.Context(command), words[0])
        assert found is not None, words[0]
        options |= _options(found)
    assert {word.split("=")[0] for word in words if word.startswith("-")} <= options


def _options(command: click.Command) -> set[str]:
    return {"-h", "--help"} | {name for param in command.params for name in param.opts}


def test_the_lines_to_type_are_found() -> None:
    text = "Run `make test`.\n\n```sh\n$ doccheck check berkas \\\n  --fail-on tinggi  # gagal\n.venv/bin/doccheck rules | less\nls\n```\n"
    assert _typed(text) == ["doccheck check berkas    --fail-on tinggi", "doccheck rules | less", "make test"]
