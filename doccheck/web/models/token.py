"""Tokens: how other programs (e-SAKIP) work through the API as the account that made them."""

from __future__ import annotations

from django.db import models

from .akun import Akun


class Token(models.Model):
    """sidik: SHA-256 of the secret, which is kept nowhere · awalan: its first letters, by which people know it again · terakhir: last use ·
    jendela, hitungan: requests in the minute that was last counted (minutes since 1970)."""

    akun = models.ForeignKey(Akun, models.CASCADE, related_name="token")
    nama = models.CharField(max_length=80)
    sidik = models.CharField(max_length=64, unique=True)
    awalan = models.CharField(max_length=12)
    dibuat = models.DateTimeField(auto_now_add=True)
    kedaluwarsa = models.DateTimeField()
    dicabut = models.DateTimeField(null=True, blank=True)
    terakhir = models.DateTimeField(null=True, blank=True)
    jendela = models.PositiveIntegerField(default=0)
    hitungan = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-pk",)
