"""`doccheck bulanan PATH...`: the monthly sheet of each agency."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..bahasa import _, get_lang
from . import opsi
from .keluaran import cetak, kemajuan, terminal, tulis

if TYPE_CHECKING:
    from ..report.bulanan import LembarBulan
    from ..report.bulanan.tampil import Tren

TIDAK_DIPERIKSA = 3


def command() -> click.Command:
    return click.Command(
        "bulanan",
        callback=_run,
        short_help=_("Buat lembar bulanan tiap perangkat daerah."),
        help=_(
            "Buat lembar bulanan tiap perangkat daerah: kemajuan rencana aksi, serapan terhadap capaian, laporan, tindak lanjut "
            "rekomendasi, temuan terbuka, dan kelengkapan dokumen, masing-masing dengan hitungannya. Skornya skor internal pemerintah "
            "daerah, bukan nilai AKIP; bobotnya diatur di [bulanan] dalam doccheck.toml."
        ),
        params=[
            opsi.paths(),
            click.Option(["--bulan"], metavar="YYYY-MM", callback=_bulan, help=_("Bulan yang dinilai (baku: bulan ini).")),
            opsi.bentuk("table", "html", "xlsx", "json"),
            click.Option(
                ["--output", "-o"], type=click.Path(path_type=Path, dir_okay=False),
                help=_("Berkas keluaran HTML atau XLSX (baku: bulanan.html, bulanan.xlsx)."),
            ),
            click.Option(
                ["--simpan"], is_flag=True, help=_("Simpan ke .doccheck/bulanan/YYYY-MM.json agar bulan itu tetap seperti adanya.")
            ),
            click.Option(
                ["--ulang"], is_flag=True, help=_("Hitung lagi bulan yang sudah disimpan (dengan --simpan: ganti simpanannya).")
            ),
            *opsi.reading(),
            *opsi.display(),
        ],
    )  # fmt: skip


def _bulan(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str:
    if value is None:
        return f"{date.today():%Y-%m}"
    try:
        return f"{date.fromisoformat(value + '-01'):%Y-%m}"
    except ValueError as error:
        raise click.BadParameter(_("{nilai} bukan bulan; tulis misalnya 2026-05").format(nilai=repr(value))) from error


def _run(
    paths: tuple[Path, ...],
    bulan: str,
    bentuk: str,
    output: Path | None,
    simpan: bool,
    ulang: bool,
    config_path: Path | None,
    tanpa_warna: bool,
    quiet: bool,
    **membaca: Any,
) -> None:
    from ..report.bulanan import susun
    from ..simpanan import rekam_bulanan as rekam
    from ..triase.tampilan import utamakan
    from ..workspace import check

    config = opsi.load_config(config_path, paths)
    place = rekam.folder(paths)
    kept = place / f"{bulan}.json"
    earlier = rekam.sebelumnya(place, bulan)
    if kept.is_file() and not ulang:
        sheets = rekam.muat(kept).lembar
        if not quiet:
            click.echo(_("Bulan ini sudah disimpan: {path} (hitung lagi dengan --ulang)").format(path=kept), err=True)
    else:
        with kemajuan(not quiet) as progress:
            report = utamakan(check(paths, config, progress=progress, **opsi.cara(**membaca)), config)
        sheets = susun(report, bulan, config)
        if simpan and any(sheet.perangkat for sheet in sheets):
            made = rekam.buat(sheets, bulan, date.today())
            tulis(kept, rekam.teks(made))
            click.echo(_("Disimpan: {path}").format(path=kept), err=True)
    trend = {
        (sheet.pemda, agency.pd): rekam.riwayat(earlier, sheet.pemda, agency.pd) for sheet in sheets for agency in sheet.perangkat
    }
    _tulis(sheets, trend, bentuk, output, warna=not tanpa_warna)
    if not any(sheet.perangkat for sheet in sheets):
        click.echo(_("Tidak ada perangkat daerah yang dapat dinilai."), err=True)
        click.get_current_context().exit(TIDAK_DIPERIKSA)


def _tulis(sheets: Sequence[LembarBulan], trend: Tren, bentuk: str, output: Path | None, *, warna: bool) -> None:
    if bentuk == "json":
        from ..report.json import dumps
        from ..report.kontrak_bulanan import bulanan_json

        cetak(dumps(bulanan_json(sheets, trend)))
        return
    if bentuk == "table":
        from ..report.bulanan.tampil import tampilkan

        tampilkan(terminal(warna=warna), sheets, trend)
        return
    output = output or Path(f"bulanan.{bentuk}")
    if bentuk == "html":
        from ..report.bulanan.html import render

        tulis(output, render(sheets, trend, lang=get_lang()))
    else:
        from ..report.bulanan.xlsx import buku

        tulis(output, buku(sheets, trend))
    click.echo(_("Lembar bulanan: {path}").format(path=output), err=True)
