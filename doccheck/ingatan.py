"""What was found out about texts, kept between runs beside the extractions: which cues of orientation apply to a text.

That depends on the text, the cues and spaCy alone, never on a document or a rule. Like the extractions it never fails a run.
"""

from __future__ import annotations

import contextlib
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec

from .cache import Cache
from .classify.isyarat import ambil_ingatan, ingatan, teringat, versi_isyarat


@contextmanager
def mengingat(cache: Cache | None) -> Iterator[None]:
    """Takes over what earlier runs found out, and keeps what this one adds; nothing of both without a cache."""
    if cache is None:
        yield
        return
    key = cache.side_key("isyarat", versi_isyarat())
    kept = cache.get(key)
    if kept is not None:
        with contextlib.suppress(zlib.error, msgspec.DecodeError):
            ambil_ingatan(zlib.decompress(kept))
    before = teringat()
    yield
    if teringat() > before:
        cache.put(key, zlib.compress(ingatan(), 1))
