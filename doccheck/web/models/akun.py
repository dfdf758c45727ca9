"""Accounts: who works with the application, in which role, for which region and agency."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from .daerah import Pemda, PerangkatDaerah
from .pilihan import PERAN, pilihan


class AkunManager(BaseUserManager["Akun"]):
    def create_user(self, username: str, password: str | None = None, **fields: Any) -> Akun:
        """An account with its password hashed. The role is not given by default: whoever makes an account names it."""
        akun = self.model(username=self.model.normalize_username(username), **fields)
        akun.set_password(password)
        akun.save(using=self._db)
        return akun


class Akun(AbstractBaseUser):
    """pemda: the region whose documents the person sees; None for evaluators and administrators of all regions · perangkat_daerah: of a
    person with role "pd", None for all others · wajib_ganti: the password was set by somebody else and has to be changed."""

    username = models.CharField(max_length=80, unique=True)
    nama = models.CharField(max_length=160)
    peran = models.CharField(max_length=12, choices=pilihan(PERAN))
    pemda = models.ForeignKey(Pemda, models.PROTECT, null=True, blank=True, related_name="akun")
    perangkat_daerah = models.ForeignKey(PerangkatDaerah, models.PROTECT, null=True, blank=True, related_name="akun")
    bahasa = models.CharField(max_length=2, default="id")
    is_active = models.BooleanField(default=True)
    wajib_ganti = models.BooleanField(default=False)
    dibuat = models.DateTimeField(auto_now_add=True)

    objects = AkunManager()
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["nama", "peran"]

    class Meta:
        ordering = ("username",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(peran="pd", perangkat_daerah__isnull=False)
                | (~models.Q(peran="pd") & models.Q(perangkat_daerah__isnull=True)),
                name="akun_pd_punya_perangkat_daerah",
            ),
            models.CheckConstraint(
                condition=models.Q(pemda__isnull=False) | models.Q(peran__in=("evaluator", "admin")), name="akun_pd_bappeda_punya_pemda"
            ),
        ]

    def __str__(self) -> str:
        return self.nama or self.username


class Percobaan(models.Model):
    """Something that is counted to slow it down (failed logins, uploads); `kunci` says what and of whom, as a hash."""

    kunci = models.CharField(max_length=64, db_index=True)
    kapan = models.DateTimeField(auto_now_add=True, db_index=True)
