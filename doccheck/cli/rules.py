"""`doccheck rules`: all rules in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click
from msgspec import Struct

from ..bahasa import _, get_lang, tandai
from ..model import Jenis, Keparahan
from . import opsi
from .keluaran import cetak, terminal

if TYPE_CHECKING:
    from ..aturan import Rule

PENILAIAN = {"otomatis": tandai("otomatis"), "profil": tandai("dalam profil"), "manusia": tandai("oleh manusia")}


class AturanJson(Struct, frozen=True):
    """One row of `doccheck rules --format json`. penilaian: "profil" where the rule only runs when a profile or the configuration
    turns it on, "manusia" where only a person can judge."""

    id: str
    nama: str
    keparahan: Keparahan
    lingkup: str
    dokumen: tuple[Jenis, ...]
    masalah: tuple[int, ...]
    penilaian: Literal["otomatis", "profil", "manusia"] = "otomatis"


def command() -> click.Command:
    return click.Command(
        "rules", callback=_run, help=_("Tampilkan semua aturan."), params=[opsi.bentuk("table", "json"), *opsi.display()[:1]]
    )


def _penilaian(rule: Rule) -> Literal["otomatis", "profil", "manusia"]:
    if rule.periksa is None:
        return "manusia"
    return "otomatis" if rule.awal else "profil"


def _run(bentuk: str, tanpa_warna: bool) -> None:
    from ..aturan import read_rule, rule_files

    lang = get_lang()
    rules = map(read_rule, rule_files().values())
    rows = [AturanJson(r.id, r.teks[lang].nama, r.keparahan, r.lingkup, r.dokumen, r.masalah, _penilaian(r)) for r in rules]
    if bentuk == "json":
        from ..report.json import dumps

        cetak(dumps(rows))
        return
    from rich.table import Table
    from rich.text import Text

    from ..report.console import GAYA
    from ..report.labels import KEPARAHAN

    table = Table(header_style="bold")
    for header in (_("Aturan"), _("Nama"), _("Keparahan"), _("Lingkup"), _("Dokumen"), _("Penilaian")):
        table.add_column(header, no_wrap=header == _("Aturan"))
    for row in rows:
        severity = Text(_(KEPARAHAN[row.keparahan]), style=GAYA[row.keparahan])
        table.add_row(row.id, Text(row.nama), severity, row.lingkup, ", ".join(row.dokumen), _(PENILAIAN[row.penilaian]))
    terminal(warna=not tanpa_warna).print(table)
