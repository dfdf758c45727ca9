"""Making accounts, and the first start."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from doccheck.bahasa import _

from ..models import Akun, Pemda, PerangkatDaerah, Periode
from ..models.pilihan import PERAN


def salah_sandi(sandi: str, ulang: str, akun: Akun | None = None) -> list[str]:
    """What is wrong with a new password, in words; empty where nothing is."""
    if sandi != ulang:
        return [_("Kedua kata sandi tidak sama.")]
    try:
        validate_password(sandi, akun)
    except ValidationError as error:
        return [str(message) for message in error.messages]
    return []


@transaction.atomic
def mulai(pemda: str, awal: int, akhir: int, username: str, nama: str, sandi: str) -> Akun:
    """The first start: the region, its period, and the administrator. Raises RuntimeError where there is an account already."""
    if connection.vendor == "postgresql":  # two wizards at once: the second waits here, and then finds the account of the first
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {connection.ops.quote_name(Akun._meta.db_table)} IN SHARE ROW EXCLUSIVE MODE")
    if Akun.objects.exists():
        raise RuntimeError(_("Aplikasi ini sudah punya akun."))
    region = Pemda.objects.get_or_create(nama=pemda)[0]
    Periode.objects.get_or_create(pemda=region, awal=awal, akhir=akhir)
    return Akun.objects.create_user(username, sandi, nama=nama, peran="admin")


def buat(username: str, nama: str, peran: str, sandi: str, *, pemda: Pemda | None, pd: PerangkatDaerah | None, **fields: Any) -> Akun:
    """An account whose password its owner has to change at the first login. Raises ValueError with words for the person."""
    if peran not in PERAN:
        raise ValueError(_("Peran tidak dikenal."))
    if not username.strip() or not nama.strip():
        raise ValueError(_("Nama dan nama akun harus diisi."))
    if peran == "pd" and pd is None:
        raise ValueError(_("Akun perangkat daerah harus punya perangkat daerah."))
    if peran == "bappeda" and pemda is None:
        raise ValueError(_("Akun Bappeda harus punya pemerintah daerah."))
    if Akun.objects.filter(username__iexact=username.strip()).exists():
        raise ValueError(_("Nama akun itu sudah dipakai."))
    pd = pd if peran == "pd" else None
    region = pd.pemda if pd else pemda
    return Akun.objects.create_user(username.strip(), sandi, nama=nama.strip(), peran=peran, pemda=region, perangkat_daerah=pd, **fields)
