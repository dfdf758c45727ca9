"""`doccheck serve`: the upload application on this machine."""

from __future__ import annotations

import os
from pathlib import Path

import click

from ..bahasa import _
from ..proses.parallel import jobs_default
from .web import data_option, perlu_web


def command() -> click.Command:
    return click.Command(
        "serve",
        callback=_run,
        short_help=_("Jalankan aplikasi unggah."),
        help=_(
            "Jalankan aplikasi unggah di mesin ini, beserta pekerja latarnya. Basis data dan dokumen disimpan dalam folder --data "
            "(baku: doccheck-data, atau DOCCHECK_DATA). Pada pemakaian pertama, halaman pembuka membuat akun administrator."
        ),
        params=[
            data_option(),
            click.Option(["--host"], default="127.0.0.1", show_default=True, help=_("Alamat jaringan tempat mendengarkan.")),
            click.Option(["--port"], default=8000, type=click.IntRange(0, 65535), show_default=True, help=_("Porta.")),
            click.Option(
                ["--pekerja"],
                default=min(4, jobs_default()),
                type=click.IntRange(0, 64),
                show_default=_("jumlah prosesor, paling banyak 4"),
                help=_("Pemeriksaan sekaligus; 0: tanpa pekerja (jalankan doccheck worker sendiri)."),
            ),
            click.Option(
                ["--utas"], default=8, type=click.IntRange(1, 128), show_default=True, help=_("Permintaan yang dilayani sekaligus.")
            ),
            click.Option(
                ["--produksi"], is_flag=True, help=_("Untuk dipakai banyak orang: alamat yang dilayani harus disebut dalam DOCCHECK_HOST.")
            ),
            click.Option(["--init"], is_flag=True, help=_("Siapkan basis data dan buat akun administrator lewat terminal, lalu selesai.")),
        ],
    )


def _run(data: Path | None, host: str, port: int, pekerja: int, utas: int, produksi: bool, init: bool) -> None:
    from ..web.jalankan import LOKAL, inisialisasi, layani

    if produksi:
        if not os.environ.get("DOCCHECK_HOST"):
            raise click.UsageError(_("--produksi memerlukan DOCCHECK_HOST: nama yang dipakai orang untuk membuka aplikasi, dipisah koma."))
        os.environ["DOCCHECK_PRODUKSI"] = "1"
    elif host not in LOKAL and not os.environ.get("DOCCHECK_HOST") and not init:
        raise click.UsageError(
            _("--host {host} membuka aplikasi ke jaringan dan memerlukan DOCCHECK_HOST: nama atau alamat yang dipakai orang.").format(
                host=host
            )
        )
    perlu_web(data)
    if init:
        inisialisasi()
        return
    layani(host, port, pekerja, utas)
