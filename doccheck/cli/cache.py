"""`doccheck cache info|clear`: what is kept of documents that were read."""

from __future__ import annotations

import click

from ..bahasa import _, jamak


def command() -> click.Command:
    return click.Group(
        "cache",
        short_help=_("Tampilkan atau hapus simpanan hasil pembacaan."),
        help=_(
            "Hasil pembacaan dokumen disimpan, sehingga dokumen yang tidak berubah tidak dibaca ulang. Letaknya di folder cache "
            "pengguna, atau di folder yang disebut DOCCHECK_CACHE; hanya pemiliknya yang dapat membacanya."
        ),
        commands=[
            click.Command("info", callback=_info, help=_("Tampilkan letak dan besar simpanan.")),
            click.Command("clear", callback=_clear, help=_("Hapus semua simpanan.")),
        ],
    )


def _info() -> None:
    from ..simpanan.cache import MAKS_BYTE, Cache

    isi = Cache().isi()
    click.echo(_("Folder: {folder}").format(folder=isi.folder))
    besar = _mb(isi.byte) + " " + _("dari paling banyak {maks}").format(maks=_mb(MAKS_BYTE))
    click.echo(jamak("{n} dokumen", isi.entri).format(n=isi.entri) + ", " + besar)


def _clear() -> None:
    from ..simpanan.cache import Cache

    isi = Cache().clear()
    click.echo(_("Dihapus:") + " " + jamak("{n} dokumen", isi.entri).format(n=isi.entri) + f", {_mb(isi.byte)}")


def _mb(byte: int) -> str:
    return f"{byte / 2**20:.1f} MB"
