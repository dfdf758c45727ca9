"""`doccheck explain ID`: what a rule says, in the words of its file."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..bahasa import _, get_lang
from . import opsi

if TYPE_CHECKING:
    from ..aturan import Rule


def command() -> click.Command:
    return click.Command(
        "explain",
        callback=_run,
        short_help=_("Jelaskan satu aturan."),
        help=_("Jelaskan satu aturan: apa yang diperiksa, mengapa, kapan keliru, dan cara memperbaikinya."),
        params=[click.Argument(["aturan"], metavar="ID")],
    )


def _run(aturan: str) -> None:
    from ..aturan import cari_sendiri, read_rule, rule_files, sertakan

    sertakan(cari_sendiri(Path.cwd()))
    files = rule_files()
    id = aturan.strip().upper()
    if id not in files:
        raise click.BadParameter(opsi.unknown_rule(id, files), param_hint="ID")
    rule = read_rule(files[id])
    width = min(shutil.get_terminal_size((100, 24)).columns, 100)
    click.echo("\n\n".join(lines(rule, width)))


def lines(rule: Rule, width: int) -> Iterator[str]:
    """The blocks of the text, each wrapped to `width`."""
    from ..report.labels import KEPARAHAN, MASALAH

    teks = rule.teks[get_lang()]
    yield click.style(f"{rule.id}  {teks.nama}", bold=True)
    facts = [
        f"{_('Keparahan')}: {_(KEPARAHAN[rule.keparahan])}",
        f"{_('Lingkup')}: {_('antardokumen') if rule.lingkup == 'lintas' else _('satu dokumen')}",
        f"{_('Dokumen')}: {', '.join(rule.dokumen) or _('semua')}",
        *(f"{_('Masalah LHE')} {nomor}: {_(MASALAH[nomor])}" for nomor in rule.masalah),
    ]
    yield "\n".join(_wrap(fact, width, "") for fact in facts)
    basis = "\n".join(
        f"- {d.teks}" + (f" ({_('kriteria LKE')} {d.kriteria_lke})" if d.kriteria_lke else "")
        + ("" if d.status == "terverifikasi" else f" ({_('belum terverifikasi')})")
        for d in rule.dasar
    )
    for title, text in (
        (_("Apa yang diperiksa"), teks.penjelasan.apa),
        (_("Perlu penilaian manusia"), teks.manusia or ""),
        (_("Mengapa penting"), teks.penjelasan.mengapa),
        (_("Kapan temuan ini keliru"), teks.penjelasan.keliru),
        (_("Cara memperbaiki"), teks.penjelasan.perbaikan),
        (_("Dasar"), basis),
        (_("Parameter (dapat diganti pada [aturan.parameter])"), "\n".join(f"- {name} = {value}" for name, value in _parameter(rule))),
        (_("Contoh salah"), "\n".join(f"- {contoh.nama}" for contoh in rule.contoh.salah)),
        (_("Contoh benar"), "\n".join(f"- {contoh.nama}" for contoh in rule.contoh.benar)),
    ):
        if text.strip():
            yield click.style(title, bold=True) + "\n" + _paragraphs(text, width)


def _parameter(rule: Rule) -> Iterator[tuple[str, str]]:
    """Names and values as doccheck.toml writes them."""
    for name, value in rule.dengan.items():
        if name != "ekspresi":
            yield name, json.dumps(value, ensure_ascii=False)


def _paragraphs(text: str, width: int) -> str:
    """Paragraphs are parted by empty lines; the lines of a list stay lines."""
    return "\n".join(_wrap(line, width, "  ") if line.strip() else "" for line in _unwrapped(text))


def _unwrapped(text: str) -> list[str]:
    lines: list[str] = []
    for line in text.strip().splitlines():
        starts = not lines or not lines[-1].strip() or not line.strip() or line.lstrip().startswith(("- ", "* "))
        if starts:
            lines.append(line.strip())
        else:
            lines[-1] += " " + line.strip()
    return lines


def _wrap(text: str, width: int, indent: str) -> str:
    hanging = indent + ("  " if text.startswith(("- ", "* ")) else "")
    return click.formatting.wrap_text(text, width, initial_indent=indent, subsequent_indent=hanging)
