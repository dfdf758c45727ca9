"""The table of background tasks."""

from __future__ import annotations

from django.db import models

from .pilihan import KEADAAN_TUGAS


class Tugas(models.Model):
    """A task: `nama` of a function in kerja.daftar and its arguments (JSON). A worker holds it by a lease (`pekerja` until `sewa`), which
    it
    renews; a task whose lease is over is taken up again, at most kerja.antrean.PERCOBAAN times. ringan: short work that a person waits for.
    """

    nama = models.CharField(max_length=40)
    isi = models.JSONField(default=dict)
    ringan = models.BooleanField(default=False)
    keadaan = models.CharField(max_length=8, choices=[(k, k) for k in KEADAAN_TUGAS], default="antre")
    percobaan = models.PositiveSmallIntegerField(default=0)
    pekerja = models.CharField(max_length=64, blank=True)
    sewa = models.DateTimeField(null=True, blank=True)
    dibuat = models.DateTimeField(auto_now_add=True)
    mulai = models.DateTimeField(null=True, blank=True)
    selesai = models.DateTimeField(null=True, blank=True)
    pesan = models.TextField(blank=True)

    class Meta:
        ordering = ("pk",)
        indexes = [models.Index(fields=("keadaan", "ringan", "id"), name="tugas_antre")]
