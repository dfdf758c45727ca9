"""Checks: asking for one, and the task "periksa" that does it."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from doccheck.checks.pilihan import pilih
from doccheck.checks.rules import load_rules
from doccheck.config import Config
from doccheck.config.profil import terapkan
from doccheck.kalimat import kalimat, tulis
from doccheck.model import Bukti, Finding, Report
from doccheck.report import summary
from doccheck.report.petikan import Petikan, petikan
from doccheck.simpanan.cache import Cache
from doccheck.triase.tampilan import utamakan
from doccheck.workspace import Progress, check, unread

from ..kerja import antrean
from ..models import Akun, Dokumen, IsiPemeriksaan, Pemeriksaan, PerangkatDaerah, Periode, Versi
from . import laporan, retensi, tempat, temuan
from .kemajuan import KemajuanPeriksa

log = logging.getLogger("doccheck.pemeriksaan")


def minta(periode: Periode, pd: PerangkatDaerah | None, oleh: Akun) -> Pemeriksaan:
    """A check of an agency (with the region's documents) or of the whole region. One that has not begun yet is given back as it is: it will
    read what is current when it begins."""
    with transaction.atomic():
        waiting = Pemeriksaan.objects.filter(periode=periode, perangkat_daerah=pd, keadaan="antre").first()
        if waiting:
            return waiting
        made = Pemeriksaan.objects.create(periode=periode, perangkat_daerah=pd, oleh=oleh)
        antrean.tambah("periksa", periksa_id=made.pk)
    return made


def minta_semua(periode: Periode, pd: Iterable[PerangkatDaerah | None], oleh: Akun) -> Pemeriksaan:
    """Checks for all agencies that got new documents (None: the region's, which all in use are checked against) and one for the whole
    region, which is given back."""
    touched = set(pd)
    if None in touched:
        touched |= set(PerangkatDaerah.objects.filter(dokumen__periode=periode, aktif=True).distinct())
    whole = minta(periode, None, oleh)
    for one in sorted((one for one in touched if one is not None), key=lambda one: one.nama):
        minta(periode, one, oleh)
    return whole


def versi_kini(periode: Periode, pd: PerangkatDaerah | None) -> list[Versi]:
    """The current versions that a check of this scope reads."""
    scope = Q() if pd is None else Q(perangkat_daerah=pd) | Q(perangkat_daerah=None)
    documents = Dokumen.objects.filter(scope, periode=periode, arsip=False)
    versions = Versi.objects.filter(dokumen__in=documents).select_related("berkas", "dokumen__perangkat_daerah", "dokumen__periode__pemda")
    current: dict[int, Versi] = {}
    for one in versions.order_by("dokumen_id", "nomor"):
        current[one.dokumen_id] = one
    return list(current.values())


def kerjakan(periksa_id: int) -> None:
    row = Pemeriksaan.objects.select_related("periode__pemda", "perangkat_daerah").get(pk=periksa_id)
    if not row.berjalan:
        return
    versi = versi_kini(row.periode, row.perangkat_daerah)
    names = laporan.nama_berkas(versi)
    named = {names[one.pk]: one for one in versi}
    row.mulai, row.keadaan, row.total = timezone.now(), "membaca", len(versi)
    row.save(update_fields=("mulai", "keadaan", "total"))
    with transaction.atomic():
        row.isi.all().delete()  # of a run that was cut short
        IsiPemeriksaan.objects.bulk_create(IsiPemeriksaan(pemeriksaan=row, versi=one, nama=nama) for nama, one in named.items())
    config = terapkan(laporan.konfigurasi(row, named))
    with tempat.kerja() as folder, tempat.kerja() as ruang:
        laporan.gelar(named, folder)
        report = periksa(folder, ruang, config, KemajuanPeriksa(row.pk)) if named else Report(findings=(), documents=())
        if row.perangkat_daerah:
            report = laporan.milik(report, row.perangkat_daerah, named)
        report = utamakan(report, config)
        excerpts = kutip(report, folder, ruang)
    ran = frozenset(rule.id for rule in pilih(load_rules(), config.aturan))
    name = laporan.simpan(row, report)
    with transaction.atomic():
        temuan.perbarui(row, report, ran, excerpts)
        row.berkas_laporan, row.keadaan, row.tuntas = name, "selesai", timezone.now()
        row.ringkasan = ringkasan(report)
        row.save(update_fields=("berkas_laporan", "keadaan", "tuntas", "ringkasan", "sebelum", "baru", "tetap", "hilang"))
        antrean.tambah("potret", ringan=True, periksa_id=row.pk)
        retensi.jadwalkan(row.periode.pemda)


def periksa(folder: Path, ruang: Path, config: Config, progress: Progress) -> Report:
    cache = Cache(settings.KONFIG.data / "cache")
    return check([folder], config, jobs=1, progress=progress, batas=tempat.batas(ruang), cache=cache)


def kutip(report: Report, folder: Path, ruang: Path) -> dict[Bukti, Petikan]:
    """Rows of tables for evidence without pages; none where the documents cannot be opened a second time, which spoils no check."""
    try:
        return tempat.terbatas(_kutip, (report.findings, folder), tempat.batas(ruang))
    except RuntimeError:
        log.exception("petikan")
        return {}


def _kutip(minta: tuple[tuple[Finding, ...], Path]) -> dict[Bukti, Petikan]:
    return petikan(*minta)


def ringkasan(report: Report) -> dict[str, object]:
    """Counts that lists of checks show."""
    counts = summary.hitung(report.findings)
    return {
        "keparahan": dict(counts.per_keparahan),
        "telaah": counts.telaah,
        "pelengkap": len(report.pelengkap),
        "dokumen": len(report.documents),
        "tak_terbaca": list(unread(report)),
        "tidak_dinilai": len({one.aturan for one in report.tidak_dinilai}),
    }


def menyerah(pesan: str, periksa_id: int) -> None:
    told = tulis(pesan or kalimat("Pemeriksaan gagal."))
    Pemeriksaan.objects.filter(pk=periksa_id).update(keadaan="gagal", tuntas=timezone.now(), pesan=told)
