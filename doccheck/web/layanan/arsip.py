"""Everything in one archive, and back into an empty installation: a ZIP of manifest.json, data.jsonl (a database row a line) and the files
under berkas/. What can be made again (downloads, page pictures, tasks) and sessions stay out; passwords and tokens are in it as hashes."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from typing import BinaryIO

from django.apps import apps
from django.core import serializers
from django.core.files import File
from django.core.files.storage import default_storage
from django.core.management.color import no_style
from django.core.serializers.base import DeserializationError
from django.db import DatabaseError, connection, models, transaction
from django.utils import timezone

from doccheck import __version__
from doccheck.bahasa import _
from doccheck.kalimat import kalimat, tulis

from ..models import Akun, Berkas, BerkasUnggahan, Pemeriksaan
from ..models.pilihan import BELUM_DIKENALI

FORMAT = 4
_TIDAK = {"Tugas", "Percobaan", "Unduhan"}


class ArsipError(Exception):
    """An archive that cannot be taken in, in words for the person."""


def _tabel() -> list[type[models.Model]]:
    return [one for one in apps.get_app_config("web").get_models() if one.__name__ not in _TIDAK]


def _berkas() -> list[str]:
    reports = Pemeriksaan.objects.exclude(berkas_laporan="").values_list("berkas_laporan", flat=True)
    return sorted({*Berkas.objects.values_list("nama", flat=True), *reports})


def ekspor(stream: BinaryIO) -> int:
    """Writes the archive; how many files of documents and reports are in it. Raises OSError where a file of the store is missing."""
    with transaction.atomic(), zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        manifest = {"format": FORMAT, "doccheck": __version__, "dibuat": timezone.now().isoformat()}
        archive.writestr("manifest.json", json.dumps(manifest, indent=2))
        with archive.open("data.jsonl", "w", force_zip64=True) as raw, io.TextIOWrapper(raw, encoding="utf-8") as text:
            for table in _tabel():
                serializers.serialize("jsonl", table._default_manager.order_by("pk").iterator(), stream=text)
        names = _berkas()
        for name in names:
            with default_storage.open(name, "rb") as source, archive.open(f"berkas/{name}", "w", force_zip64=True) as target:
                shutil.copyfileobj(source, target)
    return len(names)


def impor(stream: BinaryIO) -> int:
    """Takes an archive in; how many rows. Raises ArsipError where the installation is not empty, or for a file that is no archive of a
    format known here; nothing is changed then."""
    if Akun.objects.exists():
        raise ArsipError(_("Impor hanya ke pemasangan yang masih kosong."))
    saved: list[str] = []
    try:
        with zipfile.ZipFile(stream) as archive, transaction.atomic():
            _periksa(archive)
            rows = _baris(archive)
            for name in _berkas():
                with archive.open(f"berkas/{name}") as source:
                    kept = default_storage.save(name, File(source))
                saved.append(kept)
                if kept != name:
                    raise ArsipError(_("Folder dokumen tidak kosong: {nama}").format(nama=name))
    except (ArsipError, zipfile.BadZipFile, KeyError, ValueError, OSError, DatabaseError, DeserializationError) as error:
        for name in saved:
            default_storage.delete(name)
        if isinstance(error, ArsipError):
            raise
        raise ArsipError(_("Arsip tidak dapat dibaca: {galat}").format(galat=error)) from error
    return rows


def _periksa(archive: zipfile.ZipFile) -> None:
    number = json.loads(archive.read("manifest.json")).get("format")
    if not isinstance(number, int) or number < 1:
        raise ArsipError(_("Ini bukan arsip doccheck."))
    if number > FORMAT:
        raise ArsipError(_("Arsip ini dibuat oleh doccheck yang lebih baru (format {n}). Perbarui doccheck lebih dahulu.").format(n=number))


def _baris(archive: zipfile.ZipFile) -> int:
    tables = _tabel()
    rows = 0
    with connection.constraint_checks_disabled(), archive.open("data.jsonl") as raw:
        for one in serializers.deserialize("jsonl", io.TextIOWrapper(raw, encoding="utf-8")):
            if type(one.object) not in tables:
                raise ArsipError(_("Ini bukan arsip doccheck."))
            one.save()
            rows += 1
    connection.check_constraints()
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), tables):
            cursor.execute(statement)
    # their tasks were left behind
    reason = tulis(kalimat("Terhenti oleh pemindahan data."))
    Pemeriksaan.objects.filter(keadaan__in=("antre", "membaca", "memeriksa")).update(keadaan="gagal", pesan=reason)
    BerkasUnggahan.objects.filter(keadaan__in=BELUM_DIKENALI).update(keadaan="gagal", pesan=reason)
    return rows
