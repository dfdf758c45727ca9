"""`doccheck arsip ekspor|impor FILE`: everything in the upload application as one file."""

from __future__ import annotations

from pathlib import Path

import click

from ..bahasa import _
from .web import data_option, perlu_web


def command() -> click.Command:
    target = click.Path(path_type=Path, dir_okay=False)
    source = click.Path(path_type=Path, dir_okay=False, exists=True)
    return click.Group(
        "arsip",
        short_help=_("Ekspor atau impor seluruh isi aplikasi unggah."),
        help=_(
            "Ekspor seluruh isi aplikasi unggah (akun, dokumen, temuan, keputusan, berkas) ke satu ZIP, atau impor ke pemasangan kosong."
        ),
        commands=[
            click.Command(
                "ekspor", callback=_ekspor, help=_("Tulis semuanya ke satu ZIP."),
                params=[click.Argument(["berkas"], type=target), data_option()],
            ),
            click.Command(
                "impor", callback=_impor, help=_("Ambil semuanya dari ZIP; pemasangan ini harus kosong."),
                params=[click.Argument(["berkas"], type=source), data_option()],
            ),
        ],
    )  # fmt: skip


def _ekspor(berkas: Path, data: Path | None) -> None:
    perlu_web(data)
    from ..web.jalankan import siapkan_basis

    siapkan_basis()
    from ..web.layanan import arsip

    if berkas.exists():
        raise click.ClickException(_("{path} sudah ada.").format(path=berkas))
    part = berkas.with_name(berkas.name + ".bagian")
    try:
        with part.open("xb") as stream:
            part.chmod(0o600)  # it holds the hashes of passwords
            count = arsip.ekspor(stream)
        part.rename(berkas)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise click.ClickException(str(error)) from error
    click.echo(_("Ditulis: {path} ({n} berkas)").format(path=berkas, n=count))


def _impor(berkas: Path, data: Path | None) -> None:
    perlu_web(data)
    from ..web.jalankan import siapkan_basis

    siapkan_basis()
    from ..web.layanan import arsip

    try:
        with berkas.open("rb") as stream:
            rows = arsip.impor(stream)
    except arsip.ArsipError as error:
        raise click.ClickException(str(error)) from error
    click.echo(_("Diambil: {n} baris. Jalankan: doccheck serve").format(n=rows))
