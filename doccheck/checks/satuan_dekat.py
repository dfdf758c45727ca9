"""Units that stand on a neighbouring row."""

from __future__ import annotations

from itertools import pairwise

from ..model import Dokumen
from .butir import Butir, butir_indikator
from .nilai import satuan_tercetak

Kunci = tuple[str, str, int | None]


def satuan_di_dekat(document: Dokumen) -> set[Kunci]:
    """Keys of the indicators whose unit is printed beside them: on the next row, which has a unit but no values (a programme's name with
    its figures, below it its outcome with the unit), or on the row that they itemise ("Produksi tanaman (ton)", below it "Kopi",
    "Karet")."""
    rows = butir_indikator(document)
    found = {
        one.kunci
        for one, after in pairwise(rows)
        if one.kinerja.tabel == after.kinerja.tabel
        and after.indikator.satuan
        and not after.indikator.target
        and not after.indikator.baseline
    }
    above: Butir | None = None
    for item in rows:
        if not _butiran(item.teks):
            above = item
        elif above is not None and above.kinerja.tabel == item.kinerja.tabel and satuan_tercetak(above.indikator):
            found.add(item.kunci)
    return found


def _butiran(teks: str) -> bool:
    """Whether a name is one word and no abbreviation, or the rest of such words: a part of the indicator above it."""
    words = teks.split()
    return (len(words) == 1 and not teks.isupper()) or (len(words) == 2 and words[1].lower() == "lainnya")
