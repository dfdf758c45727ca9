"""Times for which documents are in force."""

from __future__ import annotations

from ..model import Dokumen


def berlaku(dokumen: Dokumen, tahun: int) -> bool:
    """Whether a document is in force in a year. Inmendagri 2/2025 has targets one year past the period of its title."""
    if dokumen.periode:
        return dokumen.periode[0] <= tahun <= dokumen.periode[1] + 1
    return dokumen.tahun in (None, tahun)


def sezaman(a: Dokumen, b: Dokumen, tahun: int | None = None) -> bool:
    """Whether two documents speak of the same time, as far as they say; `tahun` stands for the second."""
    if tahun is None:
        tahun = b.tahun
    if tahun is not None:
        return berlaku(a, tahun)
    if a.periode and b.periode:
        return a.periode[0] <= b.periode[1] and b.periode[0] <= a.periode[1]
    return True
