"""Removing what is older than the region keeps (Pemda.hari_simpan), task "retensi". Never removed: the newest version of a document, what
the newest check of a scope read, and decisions."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from ..kerja import antrean
from ..models import Berkas, BerkasUnggahan, Pemda, Pemeriksaan, Temuan, Unduhan, Unggahan, Versi
from . import gudang

log = logging.getLogger("doccheck.retensi")


def jadwalkan(pemda: Pemda) -> None:
    if pemda.hari_simpan:
        antrean.tambah("retensi", ringan=True, pemda_id=pemda.pk)


def kerjakan(pemda_id: int) -> None:
    pemda = Pemda.objects.get(pk=pemda_id)
    if pemda.hari_simpan:
        bersihkan(pemda, timezone.now() - timedelta(days=pemda.hari_simpan))


def menyerah(pesan: str, pemda_id: int) -> None:
    log.error("retensi %s: %s", pemda_id, pesan)


def bersihkan(pemda: Pemda, batas: datetime) -> tuple[int, int]:
    """Removes versions and check results older than `batas`; how many of each. Files go when nothing names them any more."""
    kept = _terakhir(pemda)
    with transaction.atomic():
        ended = Pemeriksaan.objects.filter(periode__pemda=pemda, dibuat__lt=batas, keadaan__in=("selesai", "gagal"))
        stale = list(ended.exclude(pk__in=kept))
        old_downloads = list(Unduhan.objects.filter(pemeriksaan__in=stale))
        files = {one.berkas_laporan for one in stale} | {one.nama for one in old_downloads}
        results = [one.pk for one in stale if one.berkas_laporan]
        Unduhan.objects.filter(pk__in=[one.pk for one in old_downloads]).delete()
        Temuan.objects.filter(periode__pemda=pemda, keadaan="selesai", terakhir__in=stale).delete()
        _hapus_pemeriksaan(stale)
        versions = _versi_lama(pemda, batas, kept)
        uploads = Unggahan.objects.filter(periode__pemda=pemda, kapan__lt=batas)
        content = {one.berkas_id for one in versions}
        content |= set(BerkasUnggahan.objects.filter(unggahan__in=uploads, berkas__isnull=False).values_list("berkas", flat=True))
        uploads.delete()
        Versi.objects.filter(pk__in=[one.pk for one in versions]).delete()
        used = set(Versi.objects.filter(berkas__in=content).values_list("berkas", flat=True))
        used |= set(BerkasUnggahan.objects.filter(berkas__in=content).values_list("berkas", flat=True))
        free = Berkas.objects.filter(pk__in=content - used)
        files |= set(free.values_list("nama", flat=True))
        free.delete()
        transaction.on_commit(lambda: _buang(files))
    log.info("retensi %s: %d versi, %d hasil pemeriksaan", pemda, len(versions), len(results))
    return len(versions), len(results)


def _terakhir(pemda: Pemda) -> set[int]:
    """The newest finished check of each scope."""
    newest: dict[tuple[int, int | None], int] = {}
    for one in Pemeriksaan.objects.filter(periode__pemda=pemda, keadaan="selesai").order_by("pk"):
        newest[one.periode_id, one.perangkat_daerah_id] = one.pk
    return set(newest.values())


def _hapus_pemeriksaan(stale: list[Pemeriksaan]) -> None:
    """Checks that a finding still names (when it was first seen) stay as rows without their results."""
    named = set(Temuan.objects.filter(pertama__in=stale).values_list("pertama", flat=True))
    named |= set(Temuan.objects.filter(terakhir__in=stale).values_list("terakhir", flat=True))
    for one in stale:
        if one.pk in named:
            one.isi.all().delete()
            Pemeriksaan.objects.filter(pk=one.pk).update(berkas_laporan="")
        else:
            one.delete()


def _versi_lama(pemda: Pemda, batas: datetime, kept: set[int]) -> list[Versi]:
    rows = Versi.objects.filter(dokumen__periode__pemda=pemda, kapan__lt=batas).exclude(dalam__pemeriksaan__in=kept)
    newest: dict[int, int] = {}
    for document, number in Versi.objects.filter(dokumen__periode__pemda=pemda).values_list("dokumen", "nomor"):
        newest[document] = max(number, newest.get(document, 0))
    return [one for one in rows.distinct() if one.nomor < newest[one.dokumen_id]]


def _buang(files: set[str]) -> None:
    for name in files:
        gudang.hapus(name)
