"""`doccheck matrix PATH...`: which goals and indicators of the documents belong together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ..alasan import terjemah
from ..bahasa import _, get_lang
from . import opsi
from .keluaran import cetak, kemajuan, terminal, tulis

TIDAK_DIPERIKSA = 3


def command() -> click.Command:
    return click.Command(
        "matrix",
        callback=_run,
        short_help=_("Tampilkan tautan antardokumen."),
        help=_("Tampilkan matriks tautan antardokumen: kinerja dan indikator yang sama atau diturunkan, dan yang tidak tertaut."),
        params=[opsi.paths(), opsi.bentuk("table", "json", "html", "xlsx"), _output(), _tahun(), _tema(), *opsi.reading(), *opsi.display()],
    )


def _output() -> click.Option:
    path = click.Path(path_type=Path, dir_okay=False)
    return click.Option(["--output", "-o"], type=path, help=_("Berkas keluaran HTML atau XLSX (baku: matriks.html, matriks.xlsx)."))


def _tahun() -> click.Option:
    return click.Option(["--tahun"], type=click.IntRange(2000, 2100), help=_("Tahun yang nilainya ditampilkan."))


def _tema() -> click.Option:
    return click.Option(["--tema"], is_flag=True, help=_("Peta perangkat daerah menurut tema lintas sektor (stunting, kemiskinan, ...)."))


def _run(
    paths: tuple[Path, ...],
    bentuk: str,
    output: Path | None,
    tahun: int | None,
    tema: bool,
    config_path: Path | None,
    tanpa_warna: bool,
    quiet: bool,
    **membaca: Any,
) -> None:
    from ..match.putusan import memutus
    from ..report.matriks import susun
    from ..triase.putusan import baca
    from ..workspace import per_pemda, read_documents, root_of

    config = opsi.load_config(config_path, paths)
    decisions = baca(config, root_of(paths))
    with kemajuan(not quiet) as progress:
        documents, notes = read_documents(paths, config, progress=progress, **opsi.cara(**membaca))
    if tema:
        from .matrix_tema import tampilkan

        tampilkan(documents, notes, config, decisions, bentuk, output, warna=not tanpa_warna)
        return
    with memutus(decisions) as known:
        hasil = [susun(group, tahun or config.tahun) for group in per_pemda(documents)]
    tautan, tanpa_turunan, tanpa_induk = (
        tuple(item for part in hasil for item in getattr(part.matriks, name)) for name in ("tautan", "tanpa_turunan", "tanpa_induk")
    )
    choices = tuple(choice for part in hasil for choice in part.pilihan)
    states = tuple(state for part in hasil for state in part.keadaan)
    if bentuk == "json":
        from ..report.json import dumps
        from ..report.kontrak_matriks import matrix_json

        cetak(dumps(matrix_json(tautan, tanpa_turunan, tanpa_induk, documents, notes, states, choices, known.terpakai())))
    elif bentuk == "html":
        from ..report.matriks_html import render

        output = output or Path("matriks.html")
        tulis(output, render(hasil, known.terpakai(), lang=get_lang()))
    elif bentuk == "xlsx":
        from ..report.matriks_xlsx import buku

        output = output or Path("matriks.xlsx")
        tulis(output, buku(hasil))
    else:
        from ..report.tabel_matriks import print_matrix

        print_matrix(terminal(warna=not tanpa_warna), tautan, states)
    if output and bentuk in ("html", "xlsx"):
        click.echo(_("Matriks: {path}").format(path=output), err=True)
    if bentuk != "json":
        for choice in choices:
            pesan = _("{berkas} dipakai, bukan {lainnya}: {alasan}")
            click.echo(pesan.format(berkas=choice.berkas, lainnya=", ".join(choice.lainnya), alasan=terjemah(choice.alasan)), err=True)
    for note in notes:
        click.echo(f"{note.berkas}: {note.kode} {note.pesan}", err=True)
    if not any(dokumen.kinerja for dokumen in documents):
        click.echo(_("Tidak ada yang dapat ditautkan: tidak satu pun dokumen memuat kinerja yang terbaca."), err=True)
        click.get_current_context().exit(TIDAK_DIPERIKSA)
