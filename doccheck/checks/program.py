"""Codes of programmes in the national nomenclature (Permendagri 90/2019): d.dd.dd, or X.XX.dd for those of all affairs."""

from __future__ import annotations

import re

_KODE = re.compile(r"^([\dX])\.([\dX]{2})\.(\d{2})(?!\d)", re.I)


def kode_program(kode: str | None) -> str | None:
    """The programme part of a code ("2.15.02"), None where there is none."""
    match = _KODE.match(re.sub(r"\s", "", kode or ""))
    return ".".join(match.groups()).upper() if match else None
