"""`doccheck rules`: all rules in a table."""

from __future__ import annotations

import click
from msgspec import Struct

from ..bahasa import _, get_lang
from ..model import Jenis, Keparahan
from . import opsi
from .keluaran import cetak, terminal


class AturanJson(Struct, frozen=True):
    """One row of `doccheck rules --format json`."""

    id: str
    nama: str
    keparahan: Keparahan
    lingkup: str
    dokumen: tuple[Jenis, ...]
    masalah: tuple[int, ...]


def command() -> click.Command:
    return click.Command(
        "rules", callback=_run, help=_("Tampilkan semua aturan."), params=[opsi.bentuk("table", "json"), *opsi.display()[:1]]
    )


def _run(bentuk: str, tanpa_warna: bool) -> None:
    from ..aturan import read_rule, rule_files

    lang = get_lang()
    rules = map(read_rule, rule_files().values())
    rows = [AturanJson(r.id, r.teks[lang].nama, r.keparahan, r.lingkup, r.dokumen, r.masalah) for r in rules]
    if bentuk == "json":
        from ..report.json import dumps

        cetak(dumps(rows))
        return
    from rich.table import Table
    from rich.text import Text

    from ..report.console import GAYA
    from ..report.labels import KEPARAHAN

    table = Table(header_style="bold")
    for header in (_("Aturan"), _("Nama"), _("Keparahan"), _("Lingkup"), _("Dokumen")):
        table.add_column(header, no_wrap=header == _("Aturan"))
    for row in rows:
        severity = Text(_(KEPARAHAN[row.keparahan]), style=GAYA[row.keparahan])
        table.add_row(row.id, Text(row.nama), severity, row.lingkup, ", ".join(row.dokumen))
    terminal(warna=not tanpa_warna).print(table)
