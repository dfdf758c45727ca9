"""Which document stands above which: the chain RPJMD > Renstra > Renja, PK > LKjIP, within one pemda and one agency."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from ..model import Dokumen, Jenis
from .pd import kunci_pd

Hubungan = Literal["turunan", "sama"]


class Pasangan(Struct, frozen=True):
    """An upper and a lower document. `sederajat`: two Renstra of different agencies, which share goals of the region only."""

    atas: Dokumen
    bawah: Dokumen
    hubungan: Hubungan
    sederajat: bool = False


_BELOW: dict[Jenis, tuple[Jenis, ...]] = {
    "rpjmd": ("renstra", "iku", "pk", "renja", "cascading", "rencana_aksi", "lkjip"),
    "renstra": ("iku", "renja", "pk", "cascading", "rencana_aksi", "lkjip"),
    "iku": ("pk", "lkjip"),
    "renja": ("pk", "rencana_aksi", "lkjip"),
    "pk": ("rencana_aksi", "lkjip"),
    "cascading": ("pk",),
}
_HEAD = re.compile(r"\b(?:gubernur|bupati|wali\s?kota)\b", re.I)
_YEARLY: tuple[Jenis, ...] = ("pk", "renja", "rencana_aksi", "lkjip")


def _agency(document: Dokumen) -> str | None:
    return kunci_pd(document.perangkat_daerah) if document.perangkat_daerah else None


def _of_the_region(document: Dokumen) -> bool:
    """Whether a document without an agency is the region's: an agreement of its head names the office."""
    return document.perangkat_daerah is None and bool(_HEAD.search(document.jabatan or ""))


def _fits_in_time(upper: Dokumen, lower: Dokumen) -> bool:
    if upper.tahun and lower.tahun and upper.jenis in _YEARLY and lower.jenis in _YEARLY:
        return upper.tahun == lower.tahun or upper.jenis == "renja"
    if upper.periode and lower.periode:
        return upper.periode[0] <= lower.periode[1] and lower.periode[0] <= upper.periode[1]
    if upper.periode and lower.tahun:
        return upper.periode[0] - 1 <= lower.tahun <= upper.periode[1] + 1
    return True


def pasangan(documents: Sequence[Dokumen]) -> Iterator[Pasangan]:
    """The pairs to link, in the order of the documents.

    An agency's yearly documents hang on its Renstra; they hang on the RPJMD directly where that Renstra is not at hand. A document that
    names no agency belongs to the only one there is.
    """
    with_renstra = {_agency(document) for document in documents if document.jenis == "renstra"}
    only_agency = len({_agency(document) for document in documents} - {None}) <= 1
    for upper in documents:
        for lower in documents:
            if upper is lower:
                continue
            if lower.jenis in _BELOW.get(upper.jenis, ()) and _fits_in_time(upper, lower):
                a, b = _agency(upper), _agency(lower)
                if upper.jenis == "rpjmd":
                    if lower.jenis == "renstra" or b is None or b not in with_renstra:
                        yield Pasangan(upper, lower, "turunan" if b or lower.jenis in ("renstra", "renja") else "sama")
                elif a == b or (only_agency and not (_of_the_region(upper) or _of_the_region(lower))):
                    yield Pasangan(upper, lower, "sama")
    renstra = [document for document in documents if document.jenis == "renstra"]
    for number, first in enumerate(renstra):
        for second in renstra[number + 1:]:
            if _agency(first) != _agency(second) and _fits_in_time(first, second):
                yield Pasangan(first, second, "sama", sederajat=True)
