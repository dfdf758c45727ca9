"""The store of files, addressed by content: a file that comes twice lies there once. Where it lies is Django's default storage (a folder,
or whatever django-storages knows)."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from ..models import Berkas


def simpan(path: Path, macam: str) -> tuple[Berkas, bool]:
    """The stored file with this content, and whether it is new."""
    with path.open("rb") as stream:
        sidik = hashlib.file_digest(stream, "sha256").hexdigest()
    known = Berkas.objects.filter(sidik=sidik).first()
    if known and default_storage.exists(known.nama):
        return known, False
    name = f"isi/{sidik[:2]}/{sidik}"
    if not default_storage.exists(name):
        with path.open("rb") as stream:
            name = default_storage.save(name, File(stream))
    found, new = Berkas.objects.get_or_create(sidik=sidik, defaults={"byte": path.stat().st_size, "macam": macam, "nama": name})
    return found, new


def ambil(berkas: Berkas, target: Path) -> None:
    """Copies a stored file to a path; raises OSError. The content is checked, so that nothing rots or is swapped unseen."""
    target.parent.mkdir(parents=True, exist_ok=True)
    made = hashlib.sha256()
    with default_storage.open(berkas.nama, "rb") as source, target.open("wb") as stream:
        while chunk := source.read(1 << 20):
            made.update(chunk)
            stream.write(chunk)
    if made.hexdigest() != berkas.sidik:
        raise OSError(f"{berkas.nama}: sidik")


def tulis(name: str, isi: bytes) -> str:
    """Stores bytes under a name (another one where it is taken) and returns the name."""
    return default_storage.save(name, ContentFile(isi))


def baca(name: str) -> bytes:
    with default_storage.open(name, "rb") as stream:
        isi: bytes = stream.read()
    return isi


def hapus(name: str) -> None:
    if name:
        default_storage.delete(name)


def bersihkan(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
