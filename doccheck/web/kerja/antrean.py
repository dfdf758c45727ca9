"""The queue: adding, claiming, renewing, ending. All changes are single conditional updates, so that no two workers hold one task."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import F, Q
from django.utils import timezone

from ..models import Tugas

SEWA = timedelta(seconds=30)
"""How long a task may go without a sign of its worker before another one takes it."""
PERCOBAAN = 3


def tambah(nama: str, *, ringan: bool = False, **isi: Any) -> Tugas:
    """Adds a task; call it in the transaction that makes what the task works on. ringan: short, and a person waits for it."""
    return Tugas.objects.create(nama=nama, isi=isi, ringan=ringan)


def _bebas() -> Q:
    """Tasks that nobody works on: new ones, and those whose worker has gone silent."""
    return Q(keadaan="antre") | Q(keadaan="jalan", sewa__lt=timezone.now())


def ambil(pekerja: str, *, ringan: bool | None = None) -> Tugas | None:
    """Claims the oldest free task, short ones first (None: of both kinds); None where there is nothing to do."""
    while True:
        free = Tugas.objects.filter(_bebas())
        if ringan is not None:
            free = free.filter(ringan=ringan)
        found = free.order_by("-ringan", "pk").first()
        if found is None:
            return None
        now = timezone.now()
        taken = Tugas.objects.filter(_bebas(), pk=found.pk, percobaan=found.percobaan).update(
            keadaan="jalan", pekerja=pekerja, sewa=now + SEWA, mulai=now, percobaan=F("percobaan") + 1
        )
        if taken:
            found.refresh_from_db()
            return found


def perpanjang(tugas: Tugas) -> bool:
    """Renews the lease. False where the task is not this worker's any more: its work must stop."""
    return bool(_milik(tugas).update(sewa=timezone.now() + SEWA))


def tuntas(tugas: Tugas) -> bool:
    return bool(_milik(tugas).update(keadaan="selesai", selesai=timezone.now(), sewa=None))


def gagal(tugas: Tugas, pesan: str) -> bool:
    return bool(_milik(tugas).update(keadaan="gagal", selesai=timezone.now(), sewa=None, pesan=pesan[:4000]))


def lepas(tugas: Tugas) -> bool:
    """Gives the task back at once (its process died, or the worker is being stopped)."""
    return bool(_milik(tugas).update(keadaan="antre", sewa=None, pekerja=""))


def habis(tugas: Tugas) -> bool:
    return tugas.percobaan >= PERCOBAAN


def _milik(tugas: Tugas) -> Any:
    """The task as long as this claim of it holds."""
    return Tugas.objects.filter(pk=tugas.pk, keadaan="jalan", pekerja=tugas.pekerja, percobaan=tugas.percobaan)
