"""`doccheck worker`: does the background work of the upload application."""

from __future__ import annotations

from pathlib import Path

import click

from ..bahasa import _
from .web import data_option, perlu_web


def command() -> click.Command:
    return click.Command(
        "worker",
        callback=_run,
        short_help=_("Kerjakan tugas latar aplikasi unggah."),
        help=_(
            "Kerjakan tugas latar aplikasi unggah. doccheck serve sudah menjalankan satu; "
            "pakai perintah ini untuk proses atau mesin tambahan."
        ),
        params=[
            data_option(),
            click.Option(["--jumlah"], default=1, type=click.IntRange(1, 64), show_default=True, help=_("Pemeriksaan sekaligus.")),
            click.Option(["--induk"], type=int, hidden=True),
            click.Option(["--sampai-kosong"], is_flag=True, help=_("Berhenti bila tidak ada lagi tugas.")),
        ],
    )


def _run(data: Path | None, jumlah: int, induk: int | None, sampai_kosong: bool) -> None:
    perlu_web(data)
    from ..web.kerja.siap import siapkan

    siapkan()
    from ..web.kerja.pekerja import Pekerja

    Pekerja(jumlah).jalan(induk=induk, sampai_kosong=sampai_kosong)
