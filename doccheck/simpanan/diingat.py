"""Functions of texts that remember what they returned, in this process and, where a memory is open (`mengingat`), between runs.

Only for pure functions: what they return depends on their arguments, our code and the word lists alone, never on a document, a rule, the
language or what a person decided. What is kept therefore holds as long as `cache.judging_version` is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from msgspec import Raw, Struct, field

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

T = TypeVar("T")
Argumen = tuple[str | None, ...]
TERBANYAK = 65_536
"""Results that are remembered of one function."""


class Ingatan(Struct):
    """What functions returned, by name and arguments: packed where it comes from an earlier run, as it is where it is new."""

    hasil: dict[str, dict[Argumen, Any]] = field(default_factory=dict)
    bertambah: bool = False

    def isi(self) -> bytes:
        """For a later run."""
        return msgspec.msgpack.encode(self.hasil)


def buka(isi: bytes) -> Ingatan:
    """The memory of an earlier run. Raises msgspec.DecodeError where that is none."""
    return Ingatan(msgspec.msgpack.decode(isi, type=dict[str, dict[Argumen, Raw]]))


_ingatan: ContextVar[Ingatan | None] = ContextVar("doccheck_diingat", default=None)


@contextmanager
def mengingat(ingatan: Ingatan) -> Iterator[None]:
    """Inside the block, what the memory holds is not computed again, and what is computed becomes part of it."""
    token = _ingatan.set(ingatan)
    try:
        yield
    finally:
        _ingatan.reset(token)


def diingat(jenis: Any) -> Callable[[Callable[..., T]], _lru_cache_wrapper[T]]:
    """Makes a pure function of texts remember its results, which are of this type (one that msgspec knows)."""
    decoder: msgspec.msgpack.Decoder[Any] = msgspec.msgpack.Decoder(jenis)

    def hias(fungsi: Callable[..., T]) -> _lru_cache_wrapper[T]:
        name = f"{fungsi.__module__}.{fungsi.__qualname__}"

        @lru_cache(maxsize=TERBANYAK)
        @wraps(fungsi)
        def teringat(*texts: Any) -> T:
            memory = _ingatan.get()
            if memory is None:
                return fungsi(*texts)
            known = memory.hasil.setdefault(name, {})
            found = known.get(texts)
            if isinstance(found, Raw):
                result: T = decoder.decode(found)
                return result
            result = fungsi(*texts)
            if len(known) < TERBANYAK:
                known[texts] = result
                memory.bertambah = True
            return result

        return teringat

    return hias
