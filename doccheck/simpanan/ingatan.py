"""What was found out about texts, kept between runs beside the extractions: which cues of orientation apply to a text, for all folders, and
what pure functions of texts returned (`diingat.py`), for each folder that is checked.

That depends on the texts, our code, the word lists and spaCy alone, never on a document or a rule: rules always run anew. Like the
extractions it never fails a run.
"""

from __future__ import annotations

import contextlib
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from ..classify.isyarat import ambil_ingatan, ingatan, teringat, versi_isyarat
from . import diingat
from .cache import Cache, judging_version


@contextmanager
def mengingat(cache: Cache | None, folder: Path) -> Iterator[None]:
    """Takes over what earlier runs on this folder found out, and keeps what this one adds; nothing of both without a cache."""
    if cache is None:
        yield
        return
    with _isyarat(cache), _teks(cache, folder):
        yield


@contextmanager
def _isyarat(cache: Cache) -> Iterator[None]:
    key = cache.side_key("isyarat", versi_isyarat())
    kept = cache.get(key)
    if kept is not None:
        with contextlib.suppress(zlib.error, msgspec.DecodeError):
            ambil_ingatan(zlib.decompress(kept))
    before = teringat()
    yield
    if teringat() > before:
        cache.put(key, zlib.compress(ingatan(), 1))


@contextmanager
def _teks(cache: Cache, folder: Path) -> Iterator[None]:
    key = cache.side_key("teks", judging_version(), str(folder))
    kept, memory = cache.get(key), diingat.Ingatan()
    if kept is not None:
        with contextlib.suppress(zlib.error, msgspec.DecodeError):
            memory = diingat.buka(zlib.decompress(kept))
    with diingat.mengingat(memory):
        yield
    if memory.bertambah:
        cache.put(key, zlib.compress(memory.isi(), 1))
