"""`doccheck extract FILE`: the performance tree that was read from one document."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..bahasa import _
from ..model import Dokumen

TIDAK_TERBACA = 3


def command() -> click.Command:
    return click.Command(
        "extract",
        callback=_run,
        help=_("Tampilkan pohon kinerja (tujuan, sasaran, program, indikator, target) yang terbaca dari satu dokumen."),
        params=[
            click.Argument(["berkas"], metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False)),
            click.Option(
                ["--format", "bentuk"], type=click.Choice(["json", "table"]), default="table", show_default=True,
                help=_("Bentuk keluaran."),
            ),
        ],
    )


def _run(berkas: Path, bentuk: str) -> None:
    from ..workspace import read_documents

    documents, notes = read_documents([berkas])
    dokumen = documents[0] if documents else Dokumen(berkas=notes[0].berkas)
    if bentuk == "json":
        from ..report.json import dumps
        from ..report.kontrak import extract_json

        click.get_binary_stream("stdout").write(dumps(extract_json(dokumen, notes)).encode())
    elif documents:
        from ..report.console import terminal
        from ..report.tabel import print_tree

        print_tree(terminal(sys.stdout), dokumen)
    if notes:
        click.echo(f"{notes[0].berkas}: {notes[0].kode} {notes[0].pesan}", err=True)
        click.get_current_context().exit(TIDAK_TERBACA)
