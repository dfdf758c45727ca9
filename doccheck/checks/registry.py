"""Check functions and what they yield. A function is registered by name; rule files call it by that name.

    @periksa("nama")
    def nama(ctx: Context, dengan: Parameter) -> Iterator[Hasil]: ...

Functions are pure generators over the context. They know no rule: texts, severity and basis come from the rule file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from ..model import Bukti, Keparahan

if TYPE_CHECKING:
    from .context import Context

Parameter = Mapping[str, Any]


class Temuan(Struct, frozen=True, kw_only=True):
    """A fault as a check function sees it.

    fakta: what the templates of the rule may print · subjek: the texts that identify the fault (never a page, row or file
    path) · jenis: kind of document it lies in, part of the fingerprint · keparahan: only where the case is lighter than the
    rule says · telaah: True where a person must judge, whatever the confidence.
    """

    bukti: tuple[Bukti, ...]
    subjek: tuple[str, ...]
    jenis: str
    fakta: dict[str, Any] = field(default_factory=dict)
    perangkat_daerah: str | None = None
    keyakinan: float = 1.0
    keparahan: Keparahan | None = None
    telaah: bool = False


class Lewati(Struct, frozen=True):
    """The rule cannot be applied here; `alasan` is already in the reader's language."""

    alasan: str


Keluaran = Temuan | Lewati
Pemeriksa = Callable[["Context", Parameter], Iterable[Keluaran]]

_REGISTER: dict[str, Pemeriksa] = {}


def periksa(nama: str) -> Callable[[Pemeriksa], Pemeriksa]:
    """Registers a check function under `nama`; a second function of that name is a programming error."""

    def daftar(fungsi: Pemeriksa) -> Pemeriksa:
        if nama in _REGISTER:
            raise ValueError(f"check function {nama!r} is registered twice")
        _REGISTER[nama] = fungsi
        return fungsi

    return daftar


@cache
def pemeriksa() -> Mapping[str, Pemeriksa]:
    """All check functions by name."""
    from . import functions

    for module in iter_modules(functions.__path__):
        import_module(f"{functions.__name__}.{module.name}")
    return _REGISTER
