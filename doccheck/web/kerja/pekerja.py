"""The worker: takes tasks and does each in a process of its own, so that one that crashes or eats memory costs only itself."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import socket
import sys
import time
import traceback
import uuid
from contextlib import suppress
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from types import FrameType
from typing import Any

from django.db import close_old_connections, connections
from msgspec import Struct

from doccheck.bahasa import berbahasa
from doccheck.kalimat import Kalimat, kalimat
from doccheck.proses.nyawa import mati_bersama

from ..models import Tugas
from . import antrean, daftar

log = logging.getLogger("doccheck.pekerja")
JEDA = 0.4
"""Seconds between two looks into the table."""
SEJAM = 3600.0
"""Seconds between two looks at what is due once a day."""
DENYUT = 5.0
"""Seconds between two renewals of a lease."""
RINGAN = 5
"""By how much the worker and its readers stand behind the server, whose pages people wait for."""


class _Kerja(Struct):
    """A task in hand and the process that does it."""

    tugas: Tugas
    proses: BaseProcess
    denyut: float


class Pekerja:
    """jumlah: long tasks at once; one short task more is always taken, so that nobody waits for a picture behind a long check."""

    def __init__(self, jumlah: int = 1) -> None:
        self.nama = f"{socket.gethostname()[:24]}-{os.getpid()}-{uuid.uuid4().hex[:8]}"
        self.jumlah = jumlah
        self._kerja: list[_Kerja] = []
        self._berhenti = False
        self._context: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")

    def jalan(self, induk: int | None = None, sampai_kosong: bool = False) -> None:
        """Works until it is told to stop (SIGTERM, SIGINT), or until the process `induk` that started it is gone. sampai_kosong: ends when
        there is nothing left to do (tests, cron)."""
        signal.signal(signal.SIGTERM, self._stop)
        signal.signal(signal.SIGINT, self._stop)
        if hasattr(os, "nice"):
            with suppress(OSError):
                os.nice(RINGAN)
        _muat_dahulu()
        harian = time.monotonic()
        while not self._berhenti and (induk is None or os.getppid() == induk):
            try:
                if time.monotonic() >= harian:
                    harian = time.monotonic() + SEJAM
                    daftar.harian()
                busy = self.langkah()
            except Exception:  # the database is away for a moment: leases outlive it
                log.exception("pekerja")
                close_old_connections()
                busy = False
            if sampai_kosong and not busy and not self._kerja:
                return
            if not busy:
                self._tunggu()
        self._pulang()

    def _tunggu(self) -> None:
        """Until a task's process ends, or it is time to look into the table again."""
        if self._kerja:
            wait([kerja.proses.sentinel for kerja in self._kerja], JEDA)
        else:
            time.sleep(JEDA)

    def langkah(self) -> bool:
        """One look at the work in hand and at the queue; whether something was begun or ended."""
        moved = False
        for kerja in list(self._kerja):
            moved |= self._lihat(kerja)
        for ringan, room in ((True, 1), (False, self.jumlah)):
            while sum(one.tugas.ringan is ringan for one in self._kerja) < room:
                tugas = antrean.ambil(self.nama, ringan=ringan)
                if tugas is None:
                    break
                self._mulai(tugas)
                moved = True
        return moved

    def _mulai(self, tugas: Tugas) -> None:
        if tugas.percobaan > antrean.PERCOBAAN:
            self._serah(tugas, kalimat("proses pemeriksa berhenti mendadak {n} kali", n=antrean.PERCOBAAN))
            return
        connections.close_all()  # a connection must not be shared with the new process
        proses = self._context.Process(target=_kerjakan, args=(tugas.pk, os.getpid()), daemon=False)
        proses.start()
        self._kerja.append(_Kerja(tugas, proses, time.monotonic()))

    def _lihat(self, kerja: _Kerja) -> bool:
        if kerja.proses.is_alive():
            if time.monotonic() - kerja.denyut >= DENYUT:
                kerja.denyut = time.monotonic()
                if not antrean.perpanjang(kerja.tugas):
                    _bunuh(kerja.proses)  # somebody else does it now
            return False
        kerja.proses.join()
        self._kerja.remove(kerja)
        if kerja.proses.exitcode == 0:
            antrean.tuntas(kerja.tugas)
        elif kerja.proses.exitcode == _GAGAL:
            self._serah(kerja.tugas, Tugas.objects.get(pk=kerja.tugas.pk).pesan)
        elif antrean.habis(kerja.tugas):
            self._serah(kerja.tugas, kalimat("proses pemeriksa berhenti mendadak {n} kali", n=antrean.PERCOBAAN))
        else:
            antrean.lepas(kerja.tugas)
        kerja.proses.close()
        return True

    def _serah(self, tugas: Tugas, pesan: str) -> None:
        """The task has failed for good: the people who wait for it are told."""
        log.error("tugas %s (%s): %s", tugas.pk, tugas.nama, pesan.splitlines()[-1] if pesan else "")
        if antrean.gagal(tugas, pesan):
            with berbahasa("id"):
                said = pesan if isinstance(pesan, Kalimat) else "".join(pesan.splitlines()[-1:])
                daftar.menyerah(tugas.nama)(said, **tugas.isi)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self._berhenti = True

    def _pulang(self) -> None:
        """What is in hand is given back, for the next worker to do from the start."""
        for kerja in self._kerja:
            _bunuh(kerja.proses)
            kerja.proses.join()
            Tugas.objects.filter(pk=kerja.tugas.pk, keadaan="jalan").update(percobaan=max(0, kerja.tugas.percobaan - 1))
            kerja.tugas.percobaan = max(0, kerja.tugas.percobaan - 1)
            antrean.lepas(kerja.tugas)
        self._kerja.clear()


def _muat_dahulu() -> None:
    """Loads what nearly every task needs before processes are forked, so that none loads it anew."""
    import doccheck.checks
    import doccheck.classify
    import doccheck.extract
    import doccheck.match
    import doccheck.readers.docx
    import doccheck.readers.pdf
    import doccheck.readers.sheet

    for name in daftar.TUGAS:
        daftar.kerjakan(name)
    doccheck.checks.load_rules()


_GAGAL = 3
"""Exit code of a task that raised: trying again would end alike."""


def _bunuh(proses: BaseProcess) -> None:
    """Ends a task's process with the readers that it has started."""
    if proses.pid and proses.is_alive():
        proses.kill()


def _kerjakan(pk: int, induk: int) -> None:
    """A task's process. It dies with its worker, whose lease nobody would renew any more."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    mati_bersama(induk)
    from .siap import siapkan

    siapkan()
    tugas = Tugas.objects.get(pk=pk)
    try:
        with berbahasa("id"):
            daftar.kerjakan(tugas.nama)(**tugas.isi)
    except Exception as error:
        Tugas.objects.filter(pk=pk, pekerja=tugas.pekerja).update(
            pesan=f"{traceback.format_exc()[-3000:]}\n{type(error).__name__}: {error}"
        )
        log.exception("tugas %s (%s)", pk, tugas.nama)
        connections.close_all()
        sys.exit(_GAGAL)
    connections.close_all()
