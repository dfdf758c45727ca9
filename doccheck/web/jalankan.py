"""Starting: database, worker as a child process, server."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress

import click

from doccheck.bahasa import _

from .kerja.siap import siapkan


def siapkan_basis() -> None:
    """Settings loaded and the database brought up to date."""
    siapkan()
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)


def inisialisasi() -> None:
    """The first start from the terminal: asks for region, period and administrator."""
    siapkan_basis()
    from .akun import buat
    from .models import Akun

    if Akun.objects.exists():
        raise click.ClickException(_("Aplikasi ini sudah punya akun."))
    pemda = click.prompt(_("Nama pemerintah daerah (misal Kota Contoh)"))
    awal = click.prompt(_("Tahun awal periode"), type=click.IntRange(2000, 2100))
    akhir = click.prompt(_("Tahun akhir periode"), type=click.IntRange(awal, 2100))
    username, nama = click.prompt(_("Nama akun administrator")), click.prompt(_("Nama lengkap"))
    while True:
        sandi = click.prompt(_("Kata sandi"), hide_input=True, confirmation_prompt=_("Ulangi kata sandi"))
        faults = buat.salah_sandi(sandi, sandi, Akun(username=username, nama=nama))
        if not faults:
            break
        for fault in faults:
            click.echo(fault, err=True)
    buat.mulai(pemda, awal, akhir, username, nama, sandi)
    click.echo(_("Siap. Jalankan: doccheck serve"))


LOKAL = ("127.0.0.1", "localhost", "::1")


def layani(host: str, port: int, pekerja: int, utas: int) -> None:
    """Serves until it is stopped; the worker ends with it. Raises click.ClickException where others than this machine could reach an
    application without an account: whoever came first would become its administrator."""
    siapkan_basis()
    from django.conf import settings

    from .models import Akun

    konfig = settings.KONFIG
    if (konfig.produksi or host not in LOKAL) and not Akun.objects.exists():
        raise click.ClickException(_("Belum ada akun. Buat administrator lebih dahulu: doccheck serve --init"))
    from .server import pilih
    from .wsgi import application

    children = [mulai_pekerja(pekerja)] if pekerja else []
    panaskan()
    shown = "localhost" if host in ("127.0.0.1", "0.0.0.0", "::", "::1") else host

    def siap(port: int) -> None:
        click.echo(_("doccheck berjalan di http://{host}:{port}/ (Ctrl-C untuk berhenti)").format(host=shown, port=port))

    try:
        pilih(konfig.produksi)(application, host, port, utas, siap)
    finally:
        for child in children:
            _akhiri(child)


def panaskan() -> None:
    """Loads what Django would load at the first request, for which a person would wait."""
    from django.urls import get_resolver

    from doccheck.checks.rules import load_rules

    get_resolver().check()
    load_rules()


def mulai_pekerja(jumlah: int) -> subprocess.Popen[bytes]:
    """A worker of its own Python process; it ends itself when this process is gone."""
    return subprocess.Popen([sys.executable, "-m", "doccheck", "worker", "--jumlah", str(jumlah), "--induk", str(os.getpid())])


def _akhiri(child: subprocess.Popen[bytes]) -> None:
    child.terminate()
    with suppress(subprocess.TimeoutExpired):
        child.wait(10)
        return
    child.kill()
