"""What the commands of the upload application share."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import click

from ..bahasa import _


def data_option() -> click.Option:
    return click.Option(
        ["--data"], type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
        help=_("Folder basis data dan dokumen (baku: doccheck-data, atau DOCCHECK_DATA)."),
    )  # fmt: skip


def perlu_web(data: Path | None) -> None:
    """Tells Django where the data lie. Raises ClickException where the extra "web" is not installed."""
    if importlib.util.find_spec("django") is None:
        raise click.ClickException(_("Aplikasi unggah belum terpasang. Pasang dengan: pip install 'doccheck[web]'"))
    if data is not None:
        os.environ["DOCCHECK_DATA"] = str(data.resolve())
