"""Errors as users see them: one message in their language, never a traceback."""

from __future__ import annotations

import os
import traceback

import click

from ..bahasa import _

PENGGUNAAN = 2
INTERNAL = 70
DIHENTIKAN = 130


def tampilkan(error: BaseException) -> int:
    """Prints what went wrong to stderr and returns the exit code. DOCCHECK_DEBUG=1 adds the traceback of internal faults."""
    from ..config import ConfigError

    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.ctx.get_help() if error.ctx else "", err=True)
        return PENGGUNAAN
    if isinstance(error, click.ClickException):
        error.show()
        return error.exit_code
    if isinstance(error, KeyboardInterrupt | click.Abort):
        click.echo("\n" + _("Dihentikan."), err=True)
        return DIHENTIKAN
    if isinstance(error, ConfigError):
        return _galat(str(error))
    if isinstance(error, FileNotFoundError) and error.filename is None:
        return _galat(_("Berkas atau folder tidak ada: {nama}").format(nama=error))
    if isinstance(error, OSError):
        return _galat(f"{error.filename}: {error.strerror}")
    if os.environ.get("DOCCHECK_DEBUG"):
        traceback.print_exception(error)
    rincian = f"{type(error).__name__}: {error}"
    _galat(_("kesalahan di dalam doccheck, mohon dilaporkan ({rincian})").format(rincian=rincian))
    return INTERNAL


def _galat(pesan: str) -> int:
    click.echo(_("Galat: {pesan}").format(pesan=pesan), err=True)
    return PENGGUNAAN
