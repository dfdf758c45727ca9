"""`doccheck baseline PATH...`: records today's findings, so that later checks tell new ones from known ones."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from ..bahasa import _, jamak
from . import opsi
from .keluaran import kemajuan, tulis

TIDAK_DIPERIKSA = 3


def command() -> click.Command:
    return click.Command(
        "baseline",
        callback=_run,
        short_help=_("Catat temuan hari ini sebagai baseline."),
        help=_(
            "Catat temuan hari ini: sidik, aturan, tanggal pertama, dan keadaan triase (terbuka, diterima, dikerjakan, ditolak). "
            "Pemeriksaan berikutnya membedakan temuan baru, terbuka, dan selesai. Baseline yang sudah ada diperbarui: tanggal "
            "pertama, triase, dan catatannya tetap; yang selesai dikeluarkan.\n\n"
            "Kode keluar: 0 dicatat; 2 salah pakai atau konfigurasi salah; 3 tidak ada yang dapat diperiksa."
        ),
        params=[
            opsi.paths(),
            click.Option(
                ["--output", "-o"], type=click.Path(path_type=Path, dir_okay=False),
                help=_("Berkas baseline (baku: {nama} di folder yang diperiksa).").format(nama=".doccheck/baseline.json"),
            ),
            click.Option(
                ["--tanggal"], type=click.DateTime(["%Y-%m-%d"]), metavar=_("TANGGAL"), help=_("Tanggal pencatatan (baku: hari ini)."),
            ),
            opsi.profil(),
            *opsi.reading(),
            *opsi.display()[1:],
        ],
    )  # fmt: skip


def _run(
    paths: tuple[Path, ...],
    output: Path | None,
    tanggal: Any,
    profil: tuple[str, ...],
    config_path: Path | None,
    quiet: bool,
    **membaca: Any,
) -> None:
    from ..triase import baseline
    from ..workspace import check, examined, root_of

    target = output or baseline.cari(paths) or root_of(paths) / baseline.LETAK
    old = baseline.muat(target) if target.is_file() else None
    hari = tanggal.date() if tanggal else date.today()
    config = opsi.load_config(config_path, paths, profil)
    with kemajuan(not quiet) as progress:
        report = check(paths, config, progress=progress, hari=hari, **opsi.cara(**membaca))
    if not examined(report):
        click.echo(_("Tidak ada yang dapat diperiksa: tidak satu pun dokumen memuat kinerja yang terbaca."), err=True)
        click.get_current_context().exit(TIDAK_DIPERIKSA)
    new = baseline.buat(report, hari, old, opsi.rules_run(config))
    tulis(target, baseline.teks(new))
    click.echo(_("Ditulis: {path}").format(path=target))
    line = jamak("{n} temuan", len(new.temuan)).format(n=len(new.temuan))
    if old:
        before, after = ({item.sidik for item in one.temuan} for one in (old, new))
        line += f": {jamak('{n} baru', len(after - before)).format(n=len(after - before))}, "
        line += jamak("{n} selesai", len(before - after)).format(n=len(before - after))
    click.echo(line)
