"""Which agencies the RPJMD names as responsible, and whether their documents are here."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..match import sama_pd
from ..model import Dokumen, Kinerja
from .butir import Butir
from .context import Context

_PISAH = re.compile(r"[;\n•·]|,\s+(?=(?:dinas|badan|sekretariat|inspektorat|kecamatan|rsud|satuan|kantor|bagian)\b)", re.I)
_NOMOR = re.compile(r"^\s*(?:\d{1,2}[.)]|[-–*])\s*")


def nama_pd(sel: str) -> list[str]:
    """The agencies in a cell: separated by semicolons, lines, bullets, or a comma before the next agency's first word."""
    pieces = (_NOMOR.sub("", piece).strip(" .,") for piece in _PISAH.split(sel))
    return [piece for piece in pieces if len(piece) > 2]


def cocok(nama: str, dokumen: Iterable[Dokumen]) -> list[Dokumen]:
    """The documents of the agency that a name means."""
    return [item for item in dokumen if item.perangkat_daerah and sama_pd(nama, item.perangkat_daerah)]


def pengampu(ctx: Context, group: Iterable[Butir]) -> list[str]:
    """Names of the agencies that a region's document makes responsible for a goal: in its own rows and indicators, in those
    below it, and in those below another occurrence of its text."""
    found: dict[str, None] = {}
    for item in group:
        for twin in ctx.sebutan(item):
            for one in (twin.kinerja, *ctx.keturunan(item.dokumen, twin.kinerja)):
                found.update(dict.fromkeys(_disebut(one)))
    return list(found)


def semua_pengampu(rpjmd: Dokumen) -> list[str]:
    """All agencies that a region's document names."""
    return list(dict.fromkeys(name for node in rpjmd.kinerja for name in _disebut(node)))


def _disebut(node: Kinerja) -> list[str]:
    cells = [node.penanggung_jawab, *(one.penanggung_jawab for one in node.indikator)]
    return [name for cell in cells if cell for name in nama_pd(cell)]
