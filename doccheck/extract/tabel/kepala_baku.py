"""Headings of which some cells cannot be read (drawn as pictures, in letters with effects): filled in from the form that the table has.

Only where at least two headings are read, each stands where the official form has it, no other text contradicts the form, and the column
that must hold the indicators does.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from ..tulisan.ukuran import is_indikator
from .kepala import Kepala
from .kolom import kolom_dari_kepala
from .matriks import Matriks

_FORM = ("NSPK DAN SASARAN RPJMD", "TUJUAN", "SASARAN", "OUTCOME", "OUTPUT", "INDIKATOR", "PROGRAM/KEGIATAN/SUBKEGIATAN", "KETERANGAN")
_FORMS = (_FORM, _FORM[1:])
"""Column headings of official forms (Inmendagri 2/2025, table 4.1 of a Renstra), with the remarks that may be left out."""
_MARK = re.compile(r"^[^\w%]*(?:\d+[.)]\s*)?")
_SHARE, _LEAST = 0.6, 3


def lengkapi_kepala(kepala: Kepala, matriks: Matriks) -> Kepala:
    """The heading with its empty cells filled from an official form; the same object where there is nothing to fill or no form fits."""
    empty = [at for at, kolom in enumerate(kepala.kolom) if not kolom.kepala]
    if len(empty) < 2 or len(empty) > len(kepala.kolom) - 2:
        return kepala
    for form in _FORMS:
        wide = len(kepala.kolom) in (len(form) - 1, len(form))
        if wide and _fits(form, kepala) and _indicators(matriks, form.index("INDIKATOR"), kepala.end):
            kolom = tuple(one if one.kepala else kolom_dari_kepala([form[at]], None) for at, one in enumerate(kepala.kolom))
            return replace(kepala, kolom=kolom, grup=tuple(range(len(kolom))), diisi=len(empty))
    return kepala


def _fits(form: tuple[str, ...], kepala: Kepala) -> bool:
    wanted = [kolom_dari_kepala([text], None) for text in form]
    read = [(at, kolom) for at, kolom in enumerate(kepala.kolom) if kolom.kepala]
    return len(read) >= 2 and all((kolom.peran, kolom.tingkat) == (wanted[at].peran, wanted[at].tingkat) for at, kolom in read)


def _indicators(matriks: Matriks, col: int, first: int) -> bool:
    """Whether most texts of a column are named as indicators are."""
    texts = [cell.text for row in range(first, matriks.rows) for cell in matriks.filled(row) if cell.col == col]
    return len(texts) >= _LEAST and sum(is_indikator(_MARK.sub("", text), pasti=True) for text in texts) >= _SHARE * len(texts)
