"""The queue: no two workers hold one task, and none is lost with its worker."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from doccheck.web.kerja import antrean
from doccheck.web.kerja.pekerja import Pekerja
from doccheck.web.models import Tugas

from .basis import lingkungan


@pytest.mark.django_db
def test_a_task_is_given_once() -> None:
    made = antrean.tambah("kenali", isi_id=1)
    first = antrean.ambil("a")
    assert first == made
    assert antrean.ambil("b") is None


@pytest.mark.django_db
def test_short_tasks_go_first() -> None:
    antrean.tambah("periksa", periksa_id=1)
    short = antrean.tambah("gambar", ringan=True, berkas_id=1, halaman=1)
    assert antrean.ambil("a") == short


@pytest.mark.django_db
def test_task_of_a_silent_worker_is_taken_up_again() -> None:
    antrean.tambah("kenali", isi_id=1)
    lost = antrean.ambil("a")
    assert lost is not None
    Tugas.objects.update(sewa=timezone.now() - timedelta(seconds=1))
    again = antrean.ambil("b")
    assert again is not None
    assert (again.pk, again.percobaan) == (lost.pk, 2)
    # the first worker wakes up: it has lost its claim, and may change nothing any more
    assert not antrean.perpanjang(lost)
    assert not antrean.tuntas(lost)
    assert antrean.tuntas(again)


@pytest.mark.django_db
def test_task_that_kills_its_process_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    antrean.tambah("kenali", isi_id=0)
    told: list[str] = []
    monkeypatch.setattr("doccheck.web.layanan.pengenalan.menyerah", lambda pesan, isi_id: told.append(f"{isi_id}: {pesan}"))
    pekerja = Pekerja()

    class Dead:
        exitcode, pid = -9, None

        def is_alive(self) -> bool:
            return False

        def join(self) -> None: ...
        def start(self) -> None: ...
        def close(self) -> None: ...

    monkeypatch.setattr(pekerja._context, "Process", lambda **_kwargs: Dead())
    monkeypatch.setattr("doccheck.web.kerja.pekerja.connections.close_all", lambda: None)
    for _step in range(2 * antrean.PERCOBAAN + 2):
        pekerja.langkah()
    assert Tugas.objects.get().keadaan == "gagal"
    assert len(told) == 1
    assert told[0].startswith("0: ")


def _command(data: Path, *args: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, *args], env=lingkungan(data), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


PREPARE = """
from doccheck.web.jalankan import siapkan_basis
siapkan_basis()
import pathlib, sys
from doccheck.web.kerja import antrean
from doccheck.web.layanan import gudang, unggahan
from doccheck.web.models import *
pemda = Pemda.objects.create(nama="Kota Sembilang")
periode = Periode.objects.create(pemda=pemda, awal=2025, akhir=2029)
akun = Akun.objects.create_user("uji", "uji", nama="Uji", peran="bappeda", pemda=pemda)
upload = Unggahan.objects.create(periode=periode, oleh=akun)
for path in sys.argv[1:]:
    berkas, _new = gudang.simpan(pathlib.Path(path), "pdf")
    row = BerkasUnggahan.objects.create(unggahan=upload, nama_asli=pathlib.Path(path).name, berkas=berkas)
    antrean.tambah("kenali", isi_id=row.pk)
"""
EXPIRE = """
from doccheck.web.jalankan import siapkan_basis
siapkan_basis()
from datetime import timedelta
from django.utils import timezone
from doccheck.web.models import Tugas
Tugas.objects.filter(keadaan="jalan").update(sewa=timezone.now() - timedelta(seconds=1))
"""
STATES = """
from doccheck.web.jalankan import siapkan_basis
siapkan_basis()
from doccheck.web.models import BerkasUnggahan, Tugas
print(",".join(sorted(BerkasUnggahan.objects.values_list("keadaan", flat=True))), Tugas.objects.filter(keadaan="jalan").count())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_killed_worker_loses_nothing(tmp_path: Path) -> None:
    """A real worker is killed with SIGKILL while it reads; the next one does what it left."""
    samples = Path(__file__).resolve().parents[2] / "samples" / "kota-sembilang"
    files = [str(samples / name) for name in ("RPJMD-2025-2029.pdf", "Renstra-Dinas-Kesehatan.pdf", "Renstra-Dinas-Perhubungan.pdf")]
    assert _command(tmp_path, "-c", PREPARE, *files).wait(120) == 0
    worker = _command(tmp_path, "-m", "doccheck", "worker")
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        states = _command(tmp_path, "-c", STATES).communicate()[0].decode()
        if not states.endswith(" 0\n"):
            break
    worker.send_signal(signal.SIGKILL)
    worker.wait(10)
    assert _command(tmp_path, "-c", EXPIRE).wait(60) == 0
    assert _command(tmp_path, "-m", "doccheck", "worker", "--sampai-kosong").wait(180) == 0
    assert _command(tmp_path, "-c", STATES).communicate()[0].decode() == "siap,siap,siap 0\n"
