"""What no check sets going: a worker looks once an hour, and does it once a day."""

from __future__ import annotations

import shutil
import time
from datetime import timedelta

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from ..models import Pemda, Tugas
from . import retensi

HARI = timedelta(days=1)
SIMPAN_TUGAS = timedelta(days=30)
"""How long a finished task is kept to look at."""


def kerjakan() -> None:
    """Has the retention of each region run, and removes what nobody needs: ended sessions, old finished tasks, rooms of killed tasks."""
    now = timezone.now()
    for pemda in Pemda.objects.filter(hari_simpan__gt=0):
        if not Tugas.objects.filter(nama="retensi", isi={"pemda_id": pemda.pk}, dibuat__gt=now - HARI).exists():
            retensi.jadwalkan(pemda)
    Tugas.objects.filter(keadaan="selesai", selesai__lt=now - SIMPAN_TUGAS).delete()
    SessionStore.clear_expired()
    _ruang_sisa()


def _ruang_sisa() -> None:
    """A task that is killed cannot remove its room, and copies of documents lie there."""
    base = settings.KONFIG.data / "sementara"
    for path in base.iterdir() if base.is_dir() else ():
        if path.stat().st_mtime < time.time() - HARI.total_seconds():
            shutil.rmtree(path, ignore_errors=True)
