"""Codes of programmes in the national nomenclature (Permendagri 90/2019): d.dd.dd, or X.XX.dd for those of all affairs."""

from __future__ import annotations

import re

from ..model import Kinerja

_KODE = re.compile(r"^([\dX])\.([\dX]{2})\.(\d{2})(?!\d)", re.I)


def kode_program(kode: str | None) -> str | None:
    """The programme part of a code ("2.15.02"), None where there is none."""
    match = _KODE.match(re.sub(r"\s", "", kode or ""))
    return ".".join(match.groups()).upper() if match else None


def wajar(node: Kinerja) -> bool:
    """Whether a row that was read as a programme looks like one: by its code, or by the word with which names of programmes begin. Other
    levels always do."""
    if node.level != "program":
        return True
    code = re.sub(r"\s", "", node.kode or "").strip(".")
    return code == kode_program(code) if code else node.uraian.lower().startswith("program")
