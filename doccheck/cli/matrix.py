"""`doccheck matrix PATH...`: which goals and indicators of the documents belong together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ..bahasa import _
from . import opsi
from .keluaran import cetak, kemajuan, terminal

TIDAK_DIPERIKSA = 3


def command() -> click.Command:
    return click.Command(
        "matrix",
        callback=_run,
        short_help=_("Tampilkan tautan antardokumen."),
        help=_("Tampilkan matriks tautan antardokumen: kinerja dan indikator yang sama atau diturunkan, dan yang tidak tertaut."),
        params=[opsi.paths(), opsi.bentuk("table", "json"), *opsi.reading(), *opsi.display()],
    )


def _run(
    paths: tuple[Path, ...],
    bentuk: str,
    config_path: Path | None,
    tanpa_warna: bool,
    quiet: bool,
    **membaca: Any,
) -> None:
    from ..match import tautkan
    from ..match.matrix import matriks
    from ..workspace import per_pemda, read_documents

    config = opsi.load_config(config_path, paths)
    with kemajuan(not quiet) as progress:
        documents, notes = read_documents(paths, config, progress=progress, **opsi.cara(**membaca))
    hasil = [matriks(group, tautkan(group)) for group in per_pemda(documents)]
    tautan, tanpa_turunan, tanpa_induk = (
        tuple(item for part in hasil for item in getattr(part, name)) for name in ("tautan", "tanpa_turunan", "tanpa_induk")
    )
    if bentuk == "json":
        from ..report.json import dumps
        from ..report.kontrak import matrix_json

        cetak(dumps(matrix_json(tautan, tanpa_turunan, tanpa_induk, documents, notes)))
    else:
        from ..report.tabel import print_matrix

        print_matrix(terminal(warna=not tanpa_warna), tautan, tanpa_turunan, tanpa_induk)
    for note in notes:
        click.echo(f"{note.berkas}: {note.kode} {note.pesan}", err=True)
    if not any(dokumen.kinerja for dokumen in documents):
        click.echo(_("Tidak ada yang dapat ditautkan: tidak satu pun dokumen memuat kinerja yang terbaca."), err=True)
        click.get_current_context().exit(TIDAK_DIPERIKSA)
