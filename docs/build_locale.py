"""Brings the English catalogue up to date: texts from the code and templates into locale/, compiled to .mo.

usage: python docs/build_locale.py [--check]    --check changes nothing and fails where a text is missing or files are stale

The catalogue names no places and carries no dates, so that it changes only when a text does.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Container, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import IO, Any

import yaml
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "doccheck" / "locale"
CUES = ROOT / "rules" / "leksikon" / "isyarat.yaml"
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "tandai": None, "kalimat": None, "jamak": (1, 1), "pgettext": ((1, "c"), 2)}
OPTIONS = {"**.j2": {"extensions": "jinja2.ext.i18n"}, "**.html": {"extensions": "jinja2.ext.i18n"}}
HEADER = "# Translations for doccheck."


Found = tuple[int, str, list[str | None], list[str]]


def python_calls(file: IO[bytes], keywords: Container[str], _tags: object, options: object) -> Iterator[Found]:  # noqa: ARG001
    """Texts of a Python file for Babel, whose own extractor does not see calls inside f-strings."""
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in keywords:
            yield node.lineno, node.func.id, [arg.value if isinstance(arg, ast.Constant) else None for arg in node.args], []


SOURCES = (("doccheck", [("**.py", python_calls)]), ("templates", [("**.j2", "jinja2"), ("**.html", "jinja2")]))


def texts() -> Catalog:
    """Every text marked in the code and the templates."""
    catalogue = Catalog(domain="doccheck", charset="utf-8")
    for folder, methods in SOURCES:
        found = extract_from_dir(ROOT / folder, methods, OPTIONS, KEYWORDS, comment_tags=("i18n:",), strip_comment_tags=True)
        for _name, _line, message, comments, context in found:
            catalogue.add(message, auto_comments=comments, context=context)
    for text in sorted(_cues(yaml.safe_load(CUES.read_text(encoding="utf-8")))):
        catalogue.add(text)
    return catalogue


def _cues(found: Any) -> set[str]:
    """The reasons that the cues give (doccheck/alasan.py)."""
    if isinstance(found, dict):
        own = {found["alasan"]} if isinstance(found.get("alasan"), str) else set()
        return own.union(*(_cues(item) for item in found.values()))
    return set().union(*(_cues(item) for item in found)) if isinstance(found, list) else set()


def read(path: Path, lang: str) -> Catalog:
    if not path.is_file():
        return Catalog(locale=lang, charset="utf-8")
    with path.open("rb") as stream:
        return read_po(stream, locale=lang)


def po(catalogue: Catalog) -> bytes:
    """The .po file: its header says only what gettext needs."""
    stream = BytesIO()
    write_po(stream, catalogue, width=120, omit_header=True, no_location=True, sort_output=True)
    plural = catalogue.plural_forms
    header = (
        f'{HEADER}\nmsgid ""\nmsgstr ""\n"Language: {catalogue.locale}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Plural-Forms: {plural}\\n"\n\n'
    )
    return header.encode() + stream.getvalue().lstrip()


def mo(po_text: bytes, lang: str) -> bytes:
    """The compiled catalogue; the dates that Babel wants in its header are always the same."""
    catalogue = read_po(BytesIO(po_text), locale=lang)
    catalogue.creation_date = catalogue.revision_date = datetime(2000, 1, 1, tzinfo=UTC)
    stream = BytesIO()
    write_mo(stream, catalogue)
    return stream.getvalue()


def missing(catalogue: Catalog) -> list[str]:
    """Texts without a translation, or with one that Babel only guessed (fuzzy)."""
    return [str(m.id) for m in catalogue if m.id and (m.fuzzy or not all(m.string if m.pluralizable else [m.string]))]


def updated(path: Path, lang: str, template: Catalog) -> Catalog:
    """The catalogue with exactly the template's texts, known translations kept."""
    catalogue = read(path, lang)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def main(check: bool) -> int:
    """doccheck.po follows the code; click.po (click's own words in Indonesian) is written by hand and only compiled."""
    english = LOCALE / "en" / "LC_MESSAGES" / "doccheck.po"
    indonesian = LOCALE / "id" / "LC_MESSAGES" / "click.po"
    catalogue = updated(english, "en", texts())
    files = {english: po(catalogue), english.with_suffix(".mo"): mo(po(catalogue), "en")}
    files[indonesian.with_suffix(".mo")] = mo(indonesian.read_bytes(), "id")
    stale = [path for path, content in files.items() if not path.is_file() or path.read_bytes() != content]
    untranslated = missing(catalogue)
    if not check:
        for path in stale:
            path.write_bytes(files[path])
    elif stale:
        print(f"stale: {', '.join(path.name for path in stale)}; run: make i18n", file=sys.stderr)
    for text in untranslated:
        print(f"no English translation: {text}", file=sys.stderr)
    return 1 if untranslated or (check and stale) else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
