"""Help: of every command and option, in the language that was asked for, Indonesian by default."""

from __future__ import annotations

import re
from collections.abc import Callable

import click
import pytest

from doccheck.bahasa import LANGS, berbahasa
from doccheck.cli import COMMANDS, group

from .conftest import Jalan

Doccheck = Callable[..., Jalan]
ISTILAH = {
    "id": re.compile(r"\[OPTIONS\]|COMMAND|ARGS|INTEGER|FLOAT|\bTEXT\b|Usage:|Options:|Show this|default:|required", re.M),
    "en": re.compile(r"PILIHAN|PERINTAH|ANGKA|BILANGAN|TEKS|Pemakaian|Pilihan:|\b(?:yang|dengan|untuk|atau|berkas)\b(?! PATH)", re.M),
}
"""Words of the other language, and click's own."""


def _semua() -> list[tuple[str, ...]]:
    with berbahasa("id"):
        top = group()
        context = click.Context(top)
        found = [()]
        for name in COMMANDS:
            command = top.get_command(context, name)
            found += [(name,), *((name, inner) for inner in getattr(command, "commands", {}))]
        return found


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("names", _semua(), ids=" ".join)
def test_help_is_in_the_language_asked_for(doccheck: Doccheck, names: tuple[str, ...], lang: str) -> None:
    hasil = doccheck(*names, "--help", *(("--lang", "en") if lang == "en" else ()))
    assert hasil.kode == 0
    text = re.sub(r"--[\w-]+|doccheck [a-z]+", "", hasil.keluar)
    assert ISTILAH[lang].findall(text) == []
    assert ("Usage: " if lang == "en" else "Pemakaian: ") in hasil.keluar


@pytest.mark.parametrize("names", _semua()[1:], ids=" ".join)
def test_every_command_and_option_says_what_it_does(names: tuple[str, ...]) -> None:
    with berbahasa("id"):
        top = group()
        command = top.get_command(click.Context(top), names[0])
        if len(names) == 2:
            command = getattr(command, "commands", {})[names[1]]
        assert command is not None
        assert command.help
        for param in command.params:
            assert not isinstance(param, click.Option) or param.hidden or param.help, param.name
