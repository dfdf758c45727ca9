"""Counting what must not be done too often: failed logins, uploads. Kept in the database, so that it holds over all server processes."""

from __future__ import annotations

import hashlib
from datetime import timedelta

from django.utils import timezone

from doccheck.bahasa import _

from ..models import Percobaan

MASUK_NAMA, MASUK_ALAMAT = 5, 30
"""Failed logins of one name from one address, and of one address, within MASUK_MENIT minutes, after which none is tried."""
MASUK_MENIT = 15
MENIT = 10
BATAS = {"unggah": 60, "periksa": 60, "unduh": 120, "komentar": 60, "sandi": 10}
"""How often one account may do each of these within MENIT minutes: what costs work, or what guesses its way in."""


def _kunci(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _jumlah(kunci: str, menit: int) -> int:
    return Percobaan.objects.filter(kunci=kunci, kapan__gt=timezone.now() - timedelta(minutes=menit)).count()


def _catat(kunci: str) -> None:
    Percobaan.objects.create(kunci=kunci)
    Percobaan.objects.filter(kapan__lt=timezone.now() - timedelta(days=1)).delete()


def masuk_tertahan(nama: str, alamat: str) -> bool:
    """Whether a login must wait."""
    name, address = _kunci("masuk", nama.casefold(), alamat), _kunci("masuk", alamat)
    return _jumlah(name, MASUK_MENIT) >= MASUK_NAMA or _jumlah(address, MASUK_MENIT) >= MASUK_ALAMAT


def masuk_gagal(nama: str, alamat: str) -> None:
    _catat(_kunci("masuk", nama.casefold(), alamat))
    _catat(_kunci("masuk", alamat))


def masuk_berhasil(nama: str, alamat: str) -> None:
    Percobaan.objects.filter(kunci=_kunci("masuk", nama.casefold(), alamat)).delete()


def tertahan(apa: str, akun_id: int) -> bool:
    """Counts one of BATAS; whether there were too many."""
    kunci = _kunci(apa, str(akun_id))
    if _jumlah(kunci, MENIT) >= BATAS[apa]:
        return True
    _catat(kunci)
    return False


def pesan_tertahan() -> str:
    """What somebody is told who did one of BATAS too often."""
    return _("Terlalu banyak permintaan dalam waktu singkat. Coba lagi beberapa menit kemudian.")
