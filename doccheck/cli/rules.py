"""`doccheck rules`: all rules in a table, and the scaffold of a new one."""

from __future__ import annotations

import re
from pathlib import Path
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
    """`doccheck rules` shows the table; `doccheck rules new ID` is its one subcommand."""
    return click.Group(
        "rules",
        callback=_run,
        invoke_without_command=True,
        help=_("Tampilkan semua aturan."),
        params=[opsi.bentuk("table", "json"), *opsi.display()[:1]],
        commands=[
            click.Command(
                "new",
                callback=_baru,
                short_help=_("Buat kerangka aturan baru."),
                help=_("Buat kerangka aturan baru dengan contohnya; lihat docs/aturan-baru.md."),
                params=[
                    click.Argument(["id"], metavar="ID"),
                    click.Option(
                        ["--folder"], type=click.Path(path_type=Path, file_okay=False), default=None,
                        help=_("Folder aturan (baku: folder rules milik doccheck)."),
                    ),
                ],
            )
        ],
    )


def _baru(id: str, folder: Path | None) -> None:
    from ..aturan import FAMILIES, rule_files
    from ..resources import resource

    name = id.strip().upper()
    if not re.fullmatch(r"[A-Z]{2,3}-\d{2}", name) or name.split("-")[0].lower() not in FAMILIES:
        raise click.BadParameter(_("ID berupa keluarga dan dua angka, misalnya IND-90."), param_hint="ID")
    path = (folder or resource("rules")) / name.split("-")[0].lower() / f"{name}.yaml"
    if path.exists() or name in rule_files(folder):
        raise click.BadParameter(_("aturan {nama} sudah ada.").format(nama=name), param_hint="ID")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(resource("templates", "aturan-baru.yaml").read_text(encoding="utf-8").replace("IND-90", name), encoding="utf-8")
    click.echo(path)


def _penilaian(rule: Rule) -> Literal["otomatis", "profil", "manusia"]:
    if rule.periksa is None:
        return "manusia"
    return "otomatis" if rule.awal else "profil"


def _run(bentuk: str, tanpa_warna: bool) -> None:
    if click.get_current_context().invoked_subcommand:
        return
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
