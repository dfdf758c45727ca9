"""Codes of programmes in the national nomenclature (Permendagri 90/2019): d.dd.dd, or X.XX.dd for those of all affairs."""

from __future__ import annotations

import re
from functools import lru_cache

from ..model import Dokumen, Kinerja

_KODE = re.compile(r"^([\dX])\.([\dX]{2})\.(\d{2})(?!\d)", re.I)


@lru_cache(maxsize=16384)
def kode_program(kode: str | None) -> str | None:
    """The programme part of a code ("2.15.02"), None where there is none."""
    match = _KODE.match("".join((kode or "").split()))
    return ".".join(match.groups()).upper() if match else None


def wajar(node: Kinerja) -> bool:
    """Whether a row that was read as a programme looks like one: by its code, or by the word with which names of programmes begin. Other
    levels always do."""
    if node.level != "program":
        return True
    code = "".join((node.kode or "").split()).strip(".")
    return code == kode_program(code) if code else node.uraian.lower().startswith("program")


def kegiatan_tunggal(node: Kinerja, dokumen: Dokumen) -> bool:
    """Whether the row is, by its code, of the only kegiatan of a programme that the document names with its outcome or indicators."""
    code = kode_program(node.kode)
    if code is None:
        return False
    below = [one.kode for one in dokumen.kinerja if one.kode and kode_program(one.kode) == code]
    named = any(
        one.level == "program" and one.kode and kode_program(one.kode) == code and (one.hasil or one.indikator) for one in dokumen.kinerja
    )
    return named and len({tuple(text.strip(". ").split(".")[:5]) for text in below if text.count(".") > 3}) == 1
