"""Folders for the time of a task: private, below the data folder, gone afterwards."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings


@contextmanager
def kerja() -> Iterator[Path]:
    base = settings.KONFIG.data / "sementara"
    base.mkdir(mode=0o700, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=base, ignore_cleanup_errors=True) as folder:
        yield Path(folder)
