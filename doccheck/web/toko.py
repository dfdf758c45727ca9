"""A store of files anywhere that fsspec reaches: a bucket (s3://, gs://, abfs://), a network share, a folder."""

from __future__ import annotations

import shutil
from typing import IO, Any

from django.core.files.base import File
from django.core.files.storage import Storage
from django.utils.deconstruct import deconstructible


@deconstructible
class TokoFsspec(Storage):
    """url: where the files lie, "s3://bucket/folder" · options: what the file system wants besides (endpoint_url, anon, client_kwargs).

    Keys come from the environment, as the file system's own documentation says. Nothing has a public address."""

    def __init__(self, url: str, **options: Any) -> None:
        from fsspec.core import url_to_fs

        self._fs, akar = url_to_fs(url, **options)
        self._akar = akar.rstrip("/")

    def _letak(self, name: str) -> str:
        return f"{self._akar}/{name}"

    def _open(self, name: str, mode: str = "rb") -> File[bytes]:
        if mode != "rb":
            raise ValueError(mode)  # files are written once, as a whole
        return File(self._fs.open(self._letak(name), mode), name)

    def _save(self, name: str, content: IO[bytes]) -> str:
        path = self._letak(name)
        self._fs.makedirs(path.rpartition("/")[0], exist_ok=True)
        with self._fs.transaction, self._fs.open(path, "wb") as stream:  # seen when all of it is there, or never
            shutil.copyfileobj(content, stream, 1 << 20)
        return name

    def exists(self, name: str) -> bool:
        return bool(self._fs.exists(self._letak(name)))

    def size(self, name: str) -> int:
        return int(self._fs.size(self._letak(name)))

    def delete(self, name: str) -> None:
        if self.exists(name):
            self._fs.rm_file(self._letak(name))
