"""Regions, their planning periods, and their agencies."""

from __future__ import annotations

from django.db import models


class Pemda(models.Model):
    """A regional government. hari_simpan: days after which old versions, checks and uploads that nothing needs are removed; 0: never ·
    bulanan: what it sets of config.BulananConfig for its monthly score."""

    nama = models.CharField(max_length=120, unique=True)
    hari_simpan = models.PositiveIntegerField(default=0)
    bulanan = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ("nama",)

    def __str__(self) -> str:
        return self.nama


class Periode(models.Model):
    """A planning period of a region (that of its RPJMD): documents and checks belong to one."""

    pemda = models.ForeignKey(Pemda, models.CASCADE, related_name="periode")
    awal = models.PositiveSmallIntegerField()
    akhir = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("-awal",)
        constraints = [models.UniqueConstraint(fields=("pemda", "awal", "akhir"), name="periode_satu")]

    def __str__(self) -> str:
        return f"{self.awal}–{self.akhir}"


class PerangkatDaerah(models.Model):
    """An agency of a region."""

    pemda = models.ForeignKey(Pemda, models.CASCADE, related_name="perangkat_daerah")
    nama = models.CharField(max_length=200)
    aktif = models.BooleanField(default=True)

    class Meta:
        ordering = ("nama",)
        constraints = [models.UniqueConstraint(fields=("pemda", "nama"), name="pd_satu")]

    def __str__(self) -> str:
        return self.nama
