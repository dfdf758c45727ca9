"""`doccheck init [FOLDER]`: writes a commented doccheck.toml."""

from __future__ import annotations

from pathlib import Path

import click

from ..bahasa import _, get_lang
from ..config import NAME
from ..resources import resource
from .keluaran import tulis


def command() -> click.Command:
    return click.Command(
        "init",
        callback=_run,
        short_help=_("Tulis contoh doccheck.toml."),
        help=_("Tulis {nama} berisi penjelasan di folder dokumen.").format(nama=NAME),
        params=[
            click.Argument(["folder"], default=".", type=click.Path(path_type=Path, exists=True, file_okay=False)),
            click.Option(["--force"], is_flag=True, help=_("Timpa berkas yang sudah ada.")),
        ],
    )


def _run(folder: Path, force: bool) -> None:
    path = folder / NAME
    if path.exists() and not force:
        raise click.UsageError(_("{path} sudah ada; --force menimpanya.").format(path=path))
    tulis(path, isi())
    click.echo(_("Ditulis: {path}").format(path=path))


def isi() -> str:
    """The file's text: every key with its default or an example, commented out, so that the file as written changes nothing."""
    return resource("templates", f"doccheck.{get_lang()}.toml").read_text(encoding="utf-8")
