"""`doccheck kaskade PATH...`: the cascade from the RPJMD to the lowest level, with its gaps."""

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
        "kaskade",
        callback=_run,
        short_help=_("Tampilkan pohon kinerja dan celahnya."),
        help=_(
            "Tampilkan penjenjangan kinerja dari RPJMD sampai jabatan terendah sebagai pohon, dengan pemilik tiap kinerja dan celahnya: "
            "yang belum dijabarkan, tanpa induk, tanpa pengampu, tanpa PK, melompati jenjang, atau menyalin atasannya."
        ),
        params=[opsi.paths(), opsi.bentuk("table", "json"), _tahun(), *opsi.reading(), *opsi.display()],
    )


def _tahun() -> click.Option:
    return click.Option(["--tahun"], type=click.IntRange(2000, 2100), help=_("Tahun Perjanjian Kinerja (baku: yang terbaru)."))


def _run(
    paths: tuple[Path, ...],
    bentuk: str,
    tahun: int | None,
    config_path: Path | None,
    tanpa_warna: bool,
    quiet: bool,
    **membaca: Any,
) -> None:
    from ..report.kaskade import susun
    from ..triase.putusan import baca
    from ..workspace import check_documents, read_documents, root_of

    config = opsi.load_config(config_path, paths)
    with kemajuan(not quiet) as progress:
        documents, notes = read_documents(paths, config, progress=progress, **opsi.cara(**membaca))
    report = check_documents(documents, notes, config, (), baca(config, root_of(paths)))
    trees = susun(report, tahun or config.tahun)
    if bentuk == "json":
        from ..report.json import dumps
        from ..report.kontrak_kaskade import kaskade_json

        cetak(dumps(kaskade_json(trees)))
    else:
        from ..report.kaskade.tampil import tampilkan

        tampilkan(terminal(warna=not tanpa_warna), trees)
    for note in notes:
        click.echo(f"{note.berkas}: {note.kode} {note.pesan}", err=True)
    if not any(one.kinerja for one in documents):
        click.echo(_("Tidak ada yang dapat ditautkan: tidak satu pun dokumen memuat kinerja yang terbaca."), err=True)
        click.get_current_context().exit(TIDAK_DIPERIKSA)
