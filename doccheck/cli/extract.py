"""`doccheck extract FILE`: the performance tree that was read from one document."""

from __future__ import annotations

from pathlib import Path

import click

from ..bahasa import _
from ..model import Dokumen
from . import opsi
from .keluaran import cetak, terminal

TIDAK_TERBACA = 3


def command() -> click.Command:
    return click.Command(
        "extract",
        callback=_run,
        short_help=_("Tampilkan isi yang terbaca dari satu dokumen."),
        help=_("Tampilkan pohon kinerja (tujuan, sasaran, program, indikator, target) yang terbaca dari satu dokumen."),
        params=[
            click.Argument(["berkas"], metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False)),
            opsi.bentuk("table", "json"),
            *opsi.display()[:1],
        ],
    )


def _run(berkas: Path, bentuk: str, tanpa_warna: bool) -> None:
    from ..workspace import read_documents

    documents, notes = read_documents([berkas])
    dokumen = documents[0] if documents else Dokumen(berkas=notes[0].berkas)
    if bentuk == "json":
        from ..report.json import dumps
        from ..report.kontrak import extract_json

        cetak(dumps(extract_json(dokumen, notes)))
    elif documents:
        from ..report.tabel import print_tree

        print_tree(terminal(warna=not tanpa_warna), dokumen)
    if notes:
        click.echo(f"{notes[0].berkas}: {notes[0].kode} {notes[0].pesan}", err=True)
        click.get_current_context().exit(TIDAK_TERBACA)
