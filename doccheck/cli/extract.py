"""`doccheck extract PATH...`: the performance tree that was read from documents."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..bahasa import _, jamak
from ..model import Catatan, Dokumen
from . import opsi
from .keluaran import cetak, kemajuan, terminal, tulis

if TYPE_CHECKING:
    from ..readers import Engine

TIDAK_TERBACA = 3
"""Exit code where a document could not be read."""


def command() -> click.Command:
    return click.Command(
        "extract",
        callback=_run,
        short_help=_("Tampilkan isi yang terbaca dari dokumen."),
        help=_(
            "Tampilkan pohon kinerja (tujuan, sasaran, program, indikator, target) yang terbaca dari satu dokumen, "
            "atau dari semua dokumen sebuah folder."
        ),
        params=[
            opsi.paths(),
            opsi.bentuk("table", "json", "xlsx", "csv"),
            click.Option(
                ["--output", "-o"], type=click.Path(path_type=Path, dir_okay=False), help=_("Tulis ke berkas ini (wajib untuk xlsx).")
            ),
            click.Option(
                ["--overlay"], type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER",
                help=_("Gambar apa yang terbaca di atas halaman PDF: satu PNG tiap halaman yang memuat tabel."),
            ),
            click.Option(
                ["--engine"], type=click.Choice(["pdfium", "pdfplumber"]), default="pdfium", show_default=True,
                help=_("Pembaca PDF; pdfplumber (lambat) untuk membandingkan."),
            ),
            *opsi.reading()[1:],
            *opsi.display(),
        ],
    )


def _run(
    paths: tuple[Path, ...],
    bentuk: str,
    output: Path | None,
    overlay: Path | None,
    engine: Engine,
    tanpa_warna: bool,
    quiet: bool,
    **membaca: Any,
) -> None:
    from ..workspace import read_documents

    if bentuk == "xlsx" and output is None:
        raise click.UsageError(_("--format xlsx memerlukan -o BERKAS."))
    cara = opsi.cara(**membaca)
    one = len(paths) == 1 and paths[0].is_file()
    with kemajuan(not quiet) as progress:
        documents, notes = read_documents(paths, progress=progress, engine=engine, **cara)
    _write(documents, notes, one, bentuk, output, tanpa_warna)
    if overlay is not None:
        _overlay(paths, documents, overlay, quiet)
    for note in notes:
        click.echo(f"{note.berkas}: {note.kode} {note.pesan}", err=True)
    if notes:
        click.get_current_context().exit(TIDAK_TERBACA)


def _write(
    documents: tuple[Dokumen, ...], notes: tuple[Catatan, ...], one: bool, bentuk: str, output: Path | None, tanpa_warna: bool
) -> None:
    if bentuk == "xlsx":
        from ..report.baris import ke_xlsx

        if output is not None:
            tulis(output, ke_xlsx(documents))
        return
    if bentuk == "table" and output is None:
        from ..report.tabel import print_tree

        console = terminal(warna=not tanpa_warna)
        for dokumen in documents:
            print_tree(console, dokumen)
        return
    teks = _teks(documents, notes, one, bentuk)
    tulis(output, teks) if output else cetak(teks)


def _teks(documents: tuple[Dokumen, ...], notes: tuple[Catatan, ...], one: bool, bentuk: str) -> str:
    if bentuk == "csv":
        from ..report.baris import ke_csv

        return ke_csv(documents)
    if bentuk == "table":
        from io import StringIO

        from rich.console import Console

        from ..report.tabel import print_tree

        stream = StringIO()
        for dokumen in documents:
            print_tree(Console(file=stream, width=160, color_system=None), dokumen)
        return stream.getvalue()
    from ..report.json import dumps
    from ..report.kontrak_dokumen import extract_folder_json, extract_json

    if one:
        return dumps(extract_json(documents[0] if documents else Dokumen(berkas=notes[0].berkas), notes))
    return dumps(extract_folder_json(documents, notes))


def _overlay(paths: tuple[Path, ...], documents: tuple[Dokumen, ...], folder: Path, quiet: bool) -> None:
    from ..report.overlay import write_overlays
    from ..workspace import root_of

    files = 0
    for dokumen in documents:
        if not dokumen.halaman:
            click.echo(_("{berkas}: bukan PDF, tidak dapat digambar").format(berkas=dokumen.berkas), err=True)
            continue
        files += len(write_overlays(root_of(paths) / dokumen.berkas, dokumen, folder))
    if not quiet:
        pesan = jamak("{n} gambar di {folder}", files).format(n=files, folder=folder)
        click.echo(pesan, err=True, color=sys.stderr.isatty())
