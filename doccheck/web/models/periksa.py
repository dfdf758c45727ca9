"""Checks and what they found."""

from __future__ import annotations

from django.db import models

from .akun import Akun
from .berkata import Berkata
from .daerah import Pemda, PerangkatDaerah, Periode
from .dokumen import PembacaanOcr, Versi
from .pilihan import KEADAAN_PERIKSA, TRIASE, pilihan


class Pemeriksaan(Berkata, PembacaanOcr):
    """A check over the current versions of one scope: an agency's documents and those of the region, or (perangkat_daerah None) all.

    An agency's check reads nothing of other agencies, so that nothing of them can stand in it. berkas_laporan: the whole report in the
    store (msgpack) · dibaca, total, kini: progress of reading · baru, tetap, hilang: fingerprints against the check before.
    """

    periode = models.ForeignKey(Periode, models.CASCADE, related_name="pemeriksaan")
    perangkat_daerah = models.ForeignKey(PerangkatDaerah, models.CASCADE, null=True, blank=True, related_name="pemeriksaan")
    oleh = models.ForeignKey(Akun, models.PROTECT, null=True, related_name="+")
    dibuat = models.DateTimeField(auto_now_add=True)
    mulai = models.DateTimeField(null=True, blank=True)
    tuntas = models.DateTimeField(null=True, blank=True)
    keadaan = models.CharField(max_length=10, choices=pilihan(KEADAAN_PERIKSA), default="antre")
    dibaca = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    kini = models.CharField(max_length=300, blank=True)
    pesan = models.TextField(blank=True)
    berkas_laporan = models.CharField(max_length=120, blank=True)
    ringkasan = models.JSONField(default=dict)
    baru = models.JSONField(default=list)
    tetap = models.JSONField(default=list)
    hilang = models.JSONField(default=list)
    sebelum = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("-pk",)

    @property
    def berjalan(self) -> bool:
        return self.keadaan in ("antre", "membaca", "memeriksa")


class IsiPemeriksaan(models.Model):
    """A document version that a check reads, its name in the report, and whether it has been read."""

    pemeriksaan = models.ForeignKey(Pemeriksaan, models.CASCADE, related_name="isi")
    versi = models.ForeignKey(Versi, models.CASCADE, related_name="dalam")
    nama = models.CharField(max_length=500)
    dibaca = models.BooleanField(default=False)


class Temuan(models.Model):
    """A finding of a scope, known by its fingerprint over all checks.

    isi: the Finding (JSON) as the last check saw it · petikan: number of a piece of evidence -> the row of its table, where the document
    has no pages · keadaan: still there or gone · pertama, terakhir: checks.
    """

    periode = models.ForeignKey(Periode, models.CASCADE, related_name="temuan")
    lingkup = models.ForeignKey(PerangkatDaerah, models.CASCADE, null=True, blank=True, related_name="temuan_lingkup")
    perangkat_daerah = models.ForeignKey(PerangkatDaerah, models.SET_NULL, null=True, blank=True, related_name="temuan")
    sidik = models.CharField(max_length=80)
    aturan = models.CharField(max_length=12)
    keparahan = models.CharField(max_length=8)
    keyakinan = models.FloatField()
    telaah = models.BooleanField()
    masalah = models.JSONField(default=list)
    isi = models.JSONField()
    petikan = models.JSONField(default=dict)
    keadaan = models.CharField(max_length=8, default="terbuka")
    pertama = models.ForeignKey(Pemeriksaan, models.CASCADE, related_name="+")
    terakhir = models.ForeignKey(Pemeriksaan, models.CASCADE, related_name="+")
    urutan = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("urutan", "pk")
        constraints = [
            models.UniqueConstraint(fields=("periode", "lingkup", "sidik"), name="temuan_satu", nulls_distinct=True),
            models.UniqueConstraint(fields=("periode", "sidik"), condition=models.Q(lingkup__isnull=True), name="temuan_satu_pemda"),
        ]


class Triase(models.Model):
    """A decision on a finding; the last one counts, the older ones are its history. One fingerprint has one triage in every scope."""

    pemda = models.ForeignKey(Pemda, models.CASCADE, related_name="+")
    sidik = models.CharField(max_length=80, db_index=True)
    putusan = models.CharField(max_length=10, choices=pilihan(TRIASE))
    alasan = models.TextField(blank=True)
    rekomendasi = models.TextField(blank=True)
    oleh = models.ForeignKey(Akun, models.PROTECT, related_name="+")
    kapan = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("pk",)


class Komentar(models.Model):
    """What somebody wrote on a finding."""

    pemda = models.ForeignKey(Pemda, models.CASCADE, related_name="+")
    sidik = models.CharField(max_length=80, db_index=True)
    teks = models.TextField()
    oleh = models.ForeignKey(Akun, models.PROTECT, related_name="+")
    kapan = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("pk",)


class Unduhan(Berkata, models.Model):
    """A file made of a check on demand: HTML, Word, Excel, marked originals. kunci: what it was made from, so that a new decision makes
    a new file."""

    pemeriksaan = models.ForeignKey(Pemeriksaan, models.CASCADE, related_name="unduhan")
    bentuk = models.CharField(max_length=12)
    kunci = models.CharField(max_length=64)
    bahasa = models.CharField(max_length=2)
    oleh = models.ForeignKey(Akun, models.PROTECT, related_name="+")
    keadaan = models.CharField(max_length=8, default="antre")
    nama = models.CharField(max_length=120, blank=True)
    pesan = models.TextField(blank=True)
    dibuat = models.DateTimeField(auto_now_add=True)
