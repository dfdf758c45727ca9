"""Programs send again what they are not sure has arrived: the same files for the same scope are one upload."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from ..models import Akun, PerangkatDaerah, Periode, Unggahan


def sidik(oleh: Akun, periode: Periode, pd: PerangkatDaerah | None, files: Iterable[UploadedFile[Any]], otomatis: bool) -> str:
    """SHA-256 of who sends what for whom; the order of the files does not matter."""
    content = []
    for file in files:
        made = hashlib.sha256()
        for chunk in file.chunks():
            made.update(chunk)
        content.append(f"{made.hexdigest()} {file.name}")
    scope = f"{oleh.pk} {periode.pk} {pd.pk if pd else 0} {otomatis}"
    return hashlib.sha256("\n".join([scope, *sorted(content)]).encode()).hexdigest()


def terdahulu(sidik: str) -> Unggahan | None:
    """The upload that these files made before, as long as sending them again would change nothing: it waits, or what became of it is still
    in force. What was refused or could not be read is tried again."""
    found = Unggahan.objects.filter(sidik=sidik).order_by("-pk").first()
    if found is None:
        return None
    rows = list(found.isi.select_related("dokumen"))
    if any(row.keadaan in ("ditolak", "gagal") for row in rows):
        return None
    if found.selesai and any(row.dokumen is None or row.dokumen.arsip or row.dokumen.kini.berkas_id != row.berkas_id for row in rows):
        return None
    return found
