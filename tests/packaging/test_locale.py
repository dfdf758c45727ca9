"""Every text has its English translation, and both languages fill in the same placeholders."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from doccheck.bahasa import _, berbahasa, jamak

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "doccheck" / "locale" / "en" / "LC_MESSAGES" / "doccheck.po"
PLACEHOLDER = re.compile(r"\{\w*[^{}]*\}|%\(\w+\)s")


def test_the_catalogue_is_complete_and_compiled() -> None:
    run = subprocess.run([sys.executable, ROOT / "docs" / "build_locale.py", "--check"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_translations_keep_the_placeholders() -> None:
    with CATALOGUE.open("rb") as stream:
        for message in read_po(stream, locale="en"):
            source = message.id if isinstance(message.id, str) else message.id[0]
            for text in [message.string] if isinstance(message.string, str) else message.string:
                if message.id and text and not source.startswith("#"):
                    assert sorted(PLACEHOLDER.findall(text)) == sorted(PLACEHOLDER.findall(source)), text


def test_the_language_holds_inside_its_block_only() -> None:
    with berbahasa("en"):
        assert _("Dihentikan.") == "Stopped."
        assert [jamak("{n} temuan", n).format(n=n) for n in (1, 2)] == ["1 finding", "2 findings"]
    assert _("Dihentikan.") == "Dihentikan."
    assert [jamak("{n} temuan", n).format(n=n) for n in (1, 2)] == ["1 temuan", "2 temuan"]


@pytest.mark.parametrize("text", ["Teks yang tidak ada di katalog", ""])
def test_an_unknown_text_stays_as_it_is(text: str) -> None:
    with berbahasa("en"):
        assert _(text) == text
