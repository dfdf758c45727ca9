"""`doccheck templates export DIR`: copies of the Word templates, to be edited in Word and given back with --templat."""

from __future__ import annotations

from pathlib import Path

import click

from ..bahasa import _
from ..resources import resource
from .keluaran import tulis


def command() -> click.Group:
    group = click.Group("templates", short_help=_("Salin templat Word untuk disunting."), help=_("Templat laporan Word (lhe, reviu)."))
    group.add_command(
        click.Command(
            "export",
            callback=_export,
            short_help=_("Salin templat ke folder."),
            help=_("Salin templat Word ke folder; sunting dengan Word, lalu pakai: doccheck check --format lhe --templat FOLDER."),
            params=[
                click.Argument(["folder"], type=click.Path(path_type=Path, file_okay=False)),
                click.Option(["--force"], is_flag=True, help=_("Timpa berkas yang sudah ada.")),
            ],
        )
    )
    return group


def _export(folder: Path, force: bool) -> None:
    sources = sorted(resource("templates", "word").glob("*.docx"))
    for source in sources:
        target = folder / source.name
        if target.exists() and not force:
            raise click.UsageError(_("{path} sudah ada; --force menimpanya.").format(path=target))
    for source in sources:
        tulis(folder / source.name, source.read_bytes())
        click.echo(_("Ditulis: {path}").format(path=folder / source.name))
