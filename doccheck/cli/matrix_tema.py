"""`doccheck matrix PATH... --tema`: which agency carries which cross-sector theme."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..bahasa import _, get_lang
from ..model import Catatan, Dokumen
from .keluaran import cetak, terminal, tulis

if TYPE_CHECKING:
    from ..config import Config
    from ..match.putusan import Entri

TIDAK_DIPERIKSA = 3


def tampilkan(
    documents: tuple[Dokumen, ...],
    notes: tuple[Catatan, ...],
    config: Config,
    decisions: tuple[Entri, ...],
    bentuk: str,
    output: Path | None,
    *,
    warna: bool,
) -> None:
    """Builds the map and writes it in the wanted form; ends with 3 where no document has any performance."""
    from ..report import tema
    from ..workspace import check_documents

    maps = tema.susun(check_documents(documents, notes, config, (), decisions))
    if bentuk == "json":
        from ..report.json import dumps
        from ..report.kontrak_tema import tema_json

        cetak(dumps(tema_json(maps)))
    elif bentuk == "html":
        from ..report.tema_html import render

        output = output or Path("tema.html")
        tulis(output, render(maps, lang=get_lang()))
    elif bentuk == "xlsx":
        from ..report.tema_xlsx import buku

        output = output or Path("tema.xlsx")
        tulis(output, buku(maps))
    else:
        from ..report.tema_tabel import print_tema

        print_tema(terminal(warna=warna), maps)
    if output and bentuk in ("html", "xlsx"):
        click.echo(_("Peta tema: {path}").format(path=output), err=True)
    for note in notes:
        click.echo(f"{note.berkas}: {note.kode} {note.pesan}", err=True)
    if not any(one.kinerja for one in documents):
        click.echo(_("Tidak ada yang dapat ditautkan: tidak satu pun dokumen memuat kinerja yang terbaca."), err=True)
        click.get_current_context().exit(TIDAK_DIPERIKSA)
