"""Death by SIGKILL in the midst of a check: nothing lives on for nobody, and the next worker does what was left."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfWriter

from .test_kerja import EXPIRE, _command

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "kota-sembilang"
PREPARE = """
from doccheck.web.jalankan import siapkan_basis
siapkan_basis()
import pathlib, sys
from doccheck.web.layanan import gudang, pemeriksaan, unggahan
from doccheck.web.models import *
pemda = Pemda.objects.create(nama="Kota Sembilang")
periode = Periode.objects.create(pemda=pemda, awal=2025, akhir=2029)
akun = Akun.objects.create_user("uji", "uji", nama="Uji", peran="bappeda", pemda=pemda)
dokumen = Dokumen.objects.create(periode=periode, jenis="renstra")
berkas, _new = gudang.simpan(pathlib.Path(sys.argv[1]), "pdf")
unggahan.versi_baru(dokumen, berkas, "Renstra.pdf", akun, 60)
pemeriksaan.minta(periode, None, akun)
"""
STATE = """
from doccheck.web.jalankan import siapkan_basis
siapkan_basis()
from doccheck.web.models import Pemeriksaan, Temuan, Tugas
check = Pemeriksaan.objects.get()
tries = Tugas.objects.get(nama="periksa").percobaan
print(check.keadaan, check.ringkasan.get("dokumen"), Temuan.objects.filter(keadaan="terbuka").exists(), tries)
"""


def children(pid: int) -> set[int]:
    """All processes below this one."""
    try:
        below = {int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()}
    except OSError:
        return set()
    return below.union(*map(children, below))


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def until(told: Callable[[], bool], seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if told():
            return True
        time.sleep(0.01)
    return told()


HANGS = """
import time
from doccheck.proses.batas import Batas
from doccheck.proses.pool import run
for _done in run(lambda _task, _alive: time.sleep(120), [1], 1, lambda _task, _why: None, Batas(detik=120), lambda *_: None): pass
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_reader_that_hangs_dies_with_whom_it_reads_for(tmp_path: Path) -> None:
    parent = _command(tmp_path, "-c", HANGS)
    assert until(lambda: any(os.getpgid(pid) == pid for pid in children(parent.pid)))
    readers = children(parent.pid)
    parent.kill()
    parent.wait(10)
    gone = until(lambda: not any(map(alive, readers)), 10)
    for left in filter(alive, readers):
        os.kill(left, signal.SIGKILL)
    assert gone


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_killed_check_leaves_no_reader_and_is_done_again(tmp_path: Path) -> None:
    long = PdfWriter()
    for _copy in range(4):
        long.append(SAMPLES / "Renstra-Dinas-Kesehatan.pdf")
    long.write(tmp_path / "panjang.pdf")
    assert _command(tmp_path, "-c", PREPARE, str(tmp_path / "panjang.pdf")).wait(120) == 0
    worker = _command(tmp_path, "-m", "doccheck", "worker")
    below: set[int] = set()

    def reading() -> bool:
        below.clear()
        below.update(children(worker.pid))  # the task's process, and a reader, which leads a group of its own
        return any(os.getpgid(pid) == pid for pid in below if alive(pid))

    assert until(reading), "the check never began to read"
    worker.kill()
    worker.wait(10)
    gone = until(lambda: not any(map(alive, below)), 5)
    for left in filter(alive, below):
        os.kill(left, signal.SIGKILL)
    assert gone, "a reader lives on"
    assert _command(tmp_path, "-c", EXPIRE).wait(60) == 0
    assert _command(tmp_path, "-m", "doccheck", "worker", "--sampai-kosong").wait(180) == 0
    assert _command(tmp_path, "-c", STATE).communicate()[0].decode() == "selesai 1 True 2\n"


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_killed_server_is_started_again_and_nothing_is_lost(tmp_path: Path) -> None:
    """SIGKILL to `doccheck serve` in the midst of a check: its worker goes home by itself, and the next server's does the check."""
    long = PdfWriter()
    for _copy in range(4):
        long.append(SAMPLES / "Renstra-Dinas-Kesehatan.pdf")
    long.write(tmp_path / "panjang.pdf")
    assert _command(tmp_path, "-c", PREPARE, str(tmp_path / "panjang.pdf")).wait(120) == 0
    serve = ("-m", "doccheck", "serve", "--port", "0", "--pekerja", "1")
    first = _command(tmp_path, *serve)
    below: set[int] = set()

    def reading() -> bool:
        below.clear()
        below.update(children(first.pid))
        return any(os.getpgid(pid) == pid for pid in below if alive(pid))

    assert until(reading, 120), "the check never began to read"
    first.kill()
    first.wait(10)
    gone = until(lambda: not any(map(alive, below)), 20)
    for left in filter(alive, below):
        os.kill(left, signal.SIGKILL)
    assert gone, "worker or readers live on without their server"
    second = _command(tmp_path, *serve)
    try:
        assert until(lambda: _command(tmp_path, "-c", STATE).communicate()[0].startswith(b"selesai 1 True"), 240)
    finally:
        second.terminate()
        assert second.wait(30) == 0
