"""The documents of one pemda that are valid, and the links between them: computed, or as an earlier run found them in the same documents.

What is kept depends on the documents as read (with what the configuration says of them), on what people decided, and on our code and the
word lists. Rules are not part of it: they always run anew.
"""

from __future__ import annotations

import contextlib
import zlib
from collections.abc import Iterable, Sequence
from hashlib import sha256

import msgspec
from msgspec import Struct

from .match import tautkan
from .match.putusan import Entri, Putusan
from .match.versi import berlaku
from .model import Dokumen, DokumenPilihan, Tautan
from .simpanan.cache import Cache, judging_version


class Pertautan(Struct, frozen=True):
    """berlaku: indices of the valid documents · pilihan: why the others are not · tautan: the links · putusan: decisions that were used."""

    berlaku: tuple[int, ...]
    pilihan: tuple[DokumenPilihan, ...]
    tautan: tuple[Tautan, ...]
    putusan: tuple[Entri, ...] = ()


def pertautan(documents: Sequence[Dokumen], putusan: Putusan, cache: Cache | None) -> Pertautan:
    """The links of one pemda's documents under the decisions that hold now (match.putusan.memutus), with those used noted in `putusan`."""
    if cache is None:
        return _hitung(documents, putusan)
    content = sha256(msgspec.msgpack.encode((documents, tuple(putusan.entri.values())))).hexdigest()
    key = cache.side_key("tautan", judging_version(), content)
    if (kept := cache.get(key)) is not None:
        with contextlib.suppress(zlib.error, msgspec.DecodeError):
            found = msgspec.msgpack.decode(zlib.decompress(kept), type=Pertautan)
            putusan.dipakai.update(found.putusan)
            return found
    made = _hitung(documents, putusan)
    cache.put(key, zlib.compress(msgspec.msgpack.encode(made), 1))
    return made


def _hitung(documents: Sequence[Dokumen], putusan: Putusan) -> Pertautan:
    before, putusan.dipakai = putusan.dipakai, set()
    valid, choices = berlaku(documents)
    links = tuple(tautkan(valid))
    used = tuple(entry for entry in putusan.entri.values() if entry in putusan.dipakai)
    putusan.dipakai |= before
    return Pertautan(_nomor(documents, valid), choices, links, used)


def _nomor(documents: Sequence[Dokumen], valid: Iterable[Dokumen]) -> tuple[int, ...]:
    kept = {id(document) for document in valid}
    return tuple(number for number, document in enumerate(documents) if id(document) in kept)
