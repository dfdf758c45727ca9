"""`doccheck nomenklatur import|info`: the official table of codes that documents are checked against."""

from __future__ import annotations

from pathlib import Path

import click

from ..bahasa import _, jamak


def command() -> click.Command:
    return click.Group(
        "nomenklatur",
        short_help=_("Muat tabel resmi kode dan nomenklatur."),
        help=_(
            "Tabel resmi kode program, kegiatan, dan subkegiatan (Kepmendagri) dimuat sekali dari berkas XLSX, lalu nama, satuan, dan "
            "indikator dalam dokumen dibandingkan dengannya (NOM-01). Letaknya di folder data pengguna, atau di folder yang disebut "
            "DOCCHECK_DATA."
        ),
        commands=[
            click.Command(
                "import",
                callback=_import,
                help=_("Muat tabel dari FILE; kolom kode, nomenklatur, indikator, dan satuan dikenali dari judulnya."),
                params=[click.Argument(["file"], type=click.Path(path_type=Path, exists=True, dir_okay=False))],
            ),
            click.Command("info", callback=_info, help=_("Tampilkan letak dan isi tabel yang dimuat.")),
        ],
    )


def _import(file: Path) -> None:
    from .. import nomenklatur

    try:
        tabel = nomenklatur.baca(file)
    except nomenklatur.NomenklaturError as error:
        raise click.UsageError(str(error)) from error
    path = nomenklatur.simpan(tabel)
    click.echo(jamak("{n} kode", len(tabel)).format(n=len(tabel)) + f" → {path}")


def _info() -> None:
    from .. import nomenklatur

    tabel = nomenklatur.muat()
    click.echo(_("Folder: {folder}").format(folder=nomenklatur.folder()))
    click.echo(jamak("{n} kode", len(tabel)).format(n=len(tabel)))
