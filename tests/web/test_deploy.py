"""The files and commands of docs/deploy against the code: a name that is not read, or an option that is not there, is found here."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import click
import pytest

from doccheck.cli import group
from doccheck.web.konfig import muat

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "docs" / "deploy"
UNITS = sorted([*DEPLOY.glob("*.service"), *DEPLOY.glob("*.timer")])
NAMA = re.compile(r"\b(?:DOCCHECK_[A-Z_]+|DATABASE_URL)\b")
SENDIRI = {"DOCCHECK_PRODUKSI", "DOCCHECK_SECRET_KEY"}
"""Set by --produksi; made by the application itself."""


def names(*paths: Path) -> set[str]:
    return {name for path in paths for name in NAMA.findall(path.read_text(encoding="utf-8"))}


def test_every_variable_is_read_and_every_one_is_told() -> None:
    read = names(ROOT / "doccheck" / "web" / "konfig.py")
    told = names(DEPLOY / "doccheck.env")
    assert told == read - SENDIRI
    assert names(DEPLOY / "README.md", *UNITS) <= read
    assert len(told) >= 15


def commands() -> list[list[str]]:
    """Arguments of every call of doccheck in the units and the README."""
    found = []
    for path in (DEPLOY / "README.md", *UNITS):
        for call in re.findall(r"(?:/opt/doccheck/bin/|`)doccheck ([^`'\n]+)", path.read_text(encoding="utf-8")):
            found.append(shlex.split(call.partition("#")[0]))
    return found


@pytest.mark.parametrize("arguments", commands(), ids=" ".join)
def test_commands_are_ours(arguments: list[str]) -> None:
    command: click.Command = group()
    rest = list(arguments)
    while isinstance(command, click.Group) and rest:
        below = command.get_command(click.Context(command), rest[0])
        assert below, rest[0]
        command = below
        rest.pop(0)
    known = {name for param in command.params for name in param.opts}
    assert {part for part in rest if part.startswith("--")} <= known


def test_commands_are_found() -> None:
    first = {" ".join(one[:2]) for one in commands()}
    assert {"serve --init", "serve --produksi", "arsip ekspor", "arsip impor", "worker --jumlah"} <= first


@pytest.mark.parametrize(("name", "pattern"), [("nginx.conf", r"client_max_body_size (\d+)m;"), ("Caddyfile", r"max_size (\d+)MB")])
def test_proxies_let_through_what_the_application_takes(name: str, pattern: str) -> None:
    """A little more than the limit, so that the application's own page can refuse it."""
    found = re.search(pattern, (DEPLOY / name).read_text(encoding="utf-8"))
    assert found
    assert muat().unggah_mb < int(found[1]) < 2 * muat().unggah_mb


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
def test_units_are_understood(tmp_path: Path) -> None:
    for path in UNITS:
        text = path.read_text(encoding="utf-8").replace("/opt/doccheck/bin/doccheck", "/bin/true")
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    made = [str(tmp_path / path.name) for path in UNITS]
    done = subprocess.run(["systemd-analyze", "verify", *made], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(made) == 3
