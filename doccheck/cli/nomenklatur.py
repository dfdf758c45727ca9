"""`doccheck nomenklatur import|list|info|clear`: the official table of codes that documents are checked against."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..bahasa import _, jamak
from ..simpanan.folder_pengguna import folder_pengguna

if TYPE_CHECKING:
    from ..nomenklatur import Nomenklatur
    from ..nomenklatur.baca import Lembar

_DISEBUT = 5
"""Rows that could not be read, named one by one."""


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
                short_help=_("Muat tabel dari berkas XLSX, XLS, atau ODS."),
                help=_(
                    "Muat tabel dari FILE (XLSX, XLS, ODS), semua lembarnya. Kolom dikenali dari isi dan judulnya: kode dalam satu kolom, "
                    "terbagi dalam lima atau enam kolom, atau menyatu dengan namanya; nomenklatur atau uraian, indikator, dan satuan. "
                    "Tabel yang sudah dimuat diganti, kecuali dengan --tambah."
                ),
                params=[
                    click.Argument(["file"], type=click.Path(path_type=Path, exists=True, dir_okay=False)),
                    click.Option(["--tambah"], is_flag=True, help=_("Tambahkan pada tabel yang sudah dimuat.")),
                ],
            ),
            click.Command(
                "list",
                callback=_list,
                short_help=_("Tampilkan kode yang dimuat."),
                help=_("Tampilkan kode yang dimuat, semuanya atau yang di bawah KODE (misalnya 2.15.02)."),
                params=[click.Argument(["kode"], metavar="[KODE]", required=False)],
            ),
            click.Command("info", callback=_info, help=_("Tampilkan letak, sumber, dan banyaknya kode yang dimuat.")),
            click.Command("clear", callback=_clear, help=_("Hapus tabel yang dimuat.")),
        ],
    )


def _import(file: Path, tambah: bool) -> None:
    from .. import nomenklatur
    from ..nomenklatur.baca import baca, semua

    try:
        sheets = baca(file)
        before = nomenklatur.muat() if tambah else nomenklatur.Nomenklatur()
    except nomenklatur.NomenklaturError as error:
        raise click.UsageError(str(error)) from error
    table = nomenklatur.gabung([*before.kode.items(), *semua(sheets).items()])
    path = nomenklatur.simpan(table, tuple(dict.fromkeys((*before.sumber, file.name))), date.today().isoformat())
    for sheet in sheets:
        _lembar(sheet)
    click.echo(_jumlah(nomenklatur.muat()) + f" → {path}")


def _lembar(sheet: Lembar) -> None:
    click.echo(f"{sheet.nama}: " + (sheet.sebab or jamak("{n} kode", len(sheet.kode)).format(n=len(sheet.kode))))
    for row, cell in sheet.tak_terbaca[:_DISEBUT]:
        click.echo("  " + _("baris {baris}: {isi} bukan kode").format(baris=row, isi=repr(cell)), err=True)
    if (more := len(sheet.tak_terbaca) - _DISEBUT) > 0:
        click.echo("  " + jamak("dan {n} baris lain", more).format(n=more), err=True)


def _jumlah(tabel: Nomenklatur) -> str:
    parts = ", ".join(f"{n} {level}" for level, n in tabel.jumlah().items())
    return jamak("{n} kode", len(tabel.kode)).format(n=len(tabel.kode)) + (f" ({parts})" if parts else "")


def _dimuat() -> Nomenklatur:
    from .. import nomenklatur

    try:
        return nomenklatur.muat()
    except nomenklatur.NomenklaturError as error:
        raise click.UsageError(str(error)) from error


def _list(kode: str | None) -> None:
    from ..nomenklatur import baku_kode

    table = _dimuat()
    wanted = baku_kode((kode or "").strip().strip(".").upper())
    rows = {code: one for code, one in table.kode.items() if not wanted or code == wanted or code.startswith(f"{wanted}.")}
    if not rows:
        raise click.UsageError(_("tidak ada kode {kode} dalam tabel yang dimuat").format(kode=kode) if kode else _belum())
    for code, one in rows.items():
        for entry in one.semua:
            click.echo(" · ".join(part for part in (f"{code}  {entry.nama}", entry.indikator, entry.satuan) if part))


def _belum() -> str:
    return _("belum ada tabel yang dimuat; muat dengan: doccheck nomenklatur import FILE.xlsx")


def _info() -> None:

    table = _dimuat()
    click.echo(_("Folder: {folder}").format(folder=folder_pengguna("data")))
    if not table.kode:
        click.echo(_belum())
        return
    click.echo(_("Sumber: {sumber} ({tanggal})").format(sumber=", ".join(table.sumber), tanggal=table.tanggal))
    click.echo(_jumlah(table))


def _clear() -> None:
    from .. import nomenklatur

    click.echo(_("Tabel dihapus.") if nomenklatur.hapus() else _("Tidak ada tabel yang dimuat."))
