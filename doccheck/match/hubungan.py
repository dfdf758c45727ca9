"""Which document stands above which, within one pemda and one agency: RPJMD > Renstra > Renja, PK > rencana aksi > LKjIP > documents of the
next year. Agreements of superiors and subordinates stand in `pk.py`: there offices decide, not kinds of documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from ..model import Dokumen, Jenis
from .pd import kunci_pd, perangkat_daerah
from .penerus import penerus

Hubungan = Literal["turunan", "sama"]


class Pasangan(Struct, frozen=True):
    """An upper and a lower document. pd_atas, pd_bawah: the agency of a document, None for the region's and for one that gathers several
    agencies · `sederajat`: two Renstra of different agencies, which share goals of the region only · `lanjutan`: a report and a document of
    the year after, which goes on with what was reported and need not stem from it."""

    atas: Dokumen
    bawah: Dokumen
    hubungan: Hubungan
    sederajat: bool = False
    lanjutan: bool = False
    pd_atas: str | None = None
    pd_bawah: str | None = None


_BELOW: dict[Jenis, tuple[Jenis, ...]] = {
    "rpjmd": ("renstra", "iku", "pk", "renja", "cascading", "rencana_aksi", "lkjip"),
    "renstra": ("iku", "renja", "pk", "cascading", "rencana_aksi", "lkjip"),
    "iku": ("pk", "lkjip"),
    "renja": ("pk", "rencana_aksi", "lkjip"),
    "pk": ("rencana_aksi", "lkjip"),
    "cascading": ("pk",),
    "rencana_aksi": ("lkjip",),
    "lkjip": ("renja", "pk", "rencana_aksi"),
}
_HEAD = re.compile(r"\b(?:gubernur|bupati|wali\s?kota)\b", re.I)
TAHUNAN: tuple[Jenis, ...] = ("pk", "renja", "rencana_aksi", "lkjip")
"""Kinds of documents that are made for one year."""

_GATHERING: tuple[Jenis, ...] = ("iku", "renja", "rencana_aksi", "cascading")
"""Kinds that a region also publishes for all its agencies at once; the rows then name them."""


def melapor(jenis: Jenis) -> bool:
    """Whether documents of this kind report on a year and plan nothing: no source of what stands below them."""
    return jenis == "lkjip"


def _agencies(document: Dokumen) -> frozenset[str]:
    """Keys of the agencies whose document it is: mostly one, several where the rows of a gathering name several."""
    if document.jenis in _GATHERING:
        cells = {node.penanggung_jawab for node in document.kinerja}
        cells |= {one.penanggung_jawab for node in document.kinerja for one in node.indikator}
        named = {kunci_pd(cell) for cell in cells if cell and perangkat_daerah(cell)}
        if len(named) > 1:
            return frozenset(named)
    return frozenset((kunci_pd(document.perangkat_daerah),)) if document.perangkat_daerah else frozenset()


def _of_the_region(document: Dokumen) -> bool:
    """Whether a document without an agency is the region's: an agreement of its head names the office."""
    return document.perangkat_daerah is None and bool(_HEAD.search(document.jabatan or ""))


def _fits_in_time(upper: Dokumen, lower: Dokumen) -> bool:
    if melapor(upper.jenis):
        return bool(upper.tahun and lower.tahun == upper.tahun + 1)
    if upper.tahun and lower.tahun and upper.jenis in TAHUNAN and lower.jenis in TAHUNAN:
        return upper.tahun == lower.tahun
    if upper.periode and lower.periode:
        return upper.periode[0] <= lower.periode[1] and lower.periode[0] <= upper.periode[1]
    if upper.periode and lower.tahun:
        return upper.periode[0] - 1 <= lower.tahun <= upper.periode[1] + 1
    return True


def pasangan(documents: Sequence[Dokumen]) -> Iterator[Pasangan]:
    """The pairs to link, in the order of the documents.

    An agency's yearly documents hang on its Renstra; they hang on the RPJMD directly where that Renstra is not at hand. A document that
    names no agency belongs to the only one there is; one that an agency made under an older name is its own (`penerus`).
    """
    named = [_agencies(document) for document in documents]
    own = [document.perangkat_daerah if len(keys) == 1 else None for document, keys in zip(documents, named, strict=True)]
    same = penerus(documents, named)
    agencies = [frozenset().union(*(same[key] for key in keys)) for keys in named]
    with_renstra = {key for document, keys in zip(documents, agencies, strict=True) if document.jenis == "renstra" for key in keys}
    known = frozenset().union(*agencies)
    only_agency = len(known) <= 1 or any(known <= names for names in same.values())
    for i, upper in enumerate(documents):
        for j, lower in enumerate(documents):
            if i == j or lower.jenis not in _BELOW.get(upper.jenis, ()) or not _fits_in_time(upper, lower):
                continue
            if upper.jenis == "rpjmd":
                if lower.jenis == "renstra" or len(named[j]) != 1 or agencies[j].isdisjoint(with_renstra):
                    derived = bool(agencies[j]) or lower.jenis in ("renstra", "renja")
                    yield Pasangan(upper, lower, "turunan" if derived else "sama", pd_bawah=own[j])
            elif not agencies[i].isdisjoint(agencies[j]) or (
                (agencies[i] == agencies[j] or only_agency) and _of_the_region(upper) == _of_the_region(lower)
            ):
                yield Pasangan(upper, lower, "sama", lanjutan=melapor(upper.jenis), pd_atas=own[i], pd_bawah=own[j])
    renstra = [(document, keys) for document, keys in zip(documents, agencies, strict=True) if document.jenis == "renstra"]
    for number, (first, keys) in enumerate(renstra):
        for second, others in renstra[number + 1 :]:
            if keys != others and keys.isdisjoint(others) and _fits_in_time(first, second):
                yield Pasangan(first, second, "sama", sederajat=True)
