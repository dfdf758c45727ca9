"""What happened, and what the months looked like."""

from __future__ import annotations

from django.db import models

from .akun import Akun
from .daerah import Pemda, PerangkatDaerah


class CatatanAudit(models.Model):
    """Who did or saw what. Never changed nor removed by the application. apa: "masuk", "unggah", "lihat_temuan", "unduh", "triase" ..."""

    kapan = models.DateTimeField(auto_now_add=True, db_index=True)
    oleh = models.ForeignKey(Akun, models.PROTECT, null=True, related_name="+")
    apa = models.CharField(max_length=24, db_index=True)
    pemda = models.ForeignKey(Pemda, models.SET_NULL, null=True, related_name="+")
    perangkat_daerah = models.ForeignKey(PerangkatDaerah, models.SET_NULL, null=True, related_name="+")
    rincian = models.CharField(max_length=500, blank=True)
    alamat = models.CharField(max_length=45, blank=True)

    class Meta:
        ordering = ("-pk",)


class PotretBulanan(models.Model):
    """An agency's sheet of a month as it was when it was taken; past months stay as they were."""

    perangkat_daerah = models.ForeignKey(PerangkatDaerah, models.CASCADE, related_name="potret")
    tahun = models.PositiveSmallIntegerField()
    bulan = models.PositiveSmallIntegerField()
    isi = models.JSONField()
    dibuat = models.DateTimeField(auto_now_add=True)
    oleh = models.ForeignKey(Akun, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("-tahun", "-bulan")
        constraints = [models.UniqueConstraint(fields=("perangkat_daerah", "tahun", "bulan"), name="potret_satu")]
