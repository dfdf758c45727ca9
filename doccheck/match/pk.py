"""Perjanjian Kinerja of superiors and subordinates: whose agreement stands under whose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from ..model import Dokumen, Kinerja
from .pd import kunci_pd


class Perjanjian(Struct, frozen=True):
    """One agreement: who promises, to whom, and the goals promised."""

    dokumen: Dokumen
    jabatan: str
    atasan: str | None
    kinerja: tuple[Kinerja, ...]


def kunci_jabatan(text: str | None) -> str:
    """Key of an office: lower case without region and punctuation."""
    words = re.sub(r"\b(?:kabupaten|kota|provinsi)\s+[\w .'-]+$", "", (text or "").lower())
    return "".join(re.findall(r"[a-z0-9]+", words))


def perjanjian(document: Dokumen) -> list[Perjanjian]:
    """The agreements of a PK document; one that names no parties is a single agreement of its office."""
    parties = document.pihak
    if not parties:
        return [Perjanjian(document, document.jabatan or "", None, document.kinerja)]
    if len(parties) == 1:
        return [Perjanjian(document, parties[0].jabatan, parties[0].atasan, document.kinerja)]
    made = []
    for party in parties:
        key = kunci_jabatan(party.jabatan)
        nodes = tuple(node for node in document.kinerja if kunci_jabatan(node.jabatan) == key)
        made.append(Perjanjian(document, party.jabatan, party.atasan, nodes))
    return made


def jenjang(documents: Sequence[Dokumen]) -> Iterator[tuple[Dokumen, Dokumen, tuple[Kinerja, ...], tuple[Kinerja, ...]]]:
    """Pairs of agreements of one agency and year whose second has the first's office as its superior, with the goals of both."""
    agreements = [item for document in documents if document.jenis == "pk" for item in perjanjian(document)]
    by_office: dict[tuple[str, int | None, str], list[Perjanjian]] = {}
    for item in agreements:
        office = kunci_jabatan(item.jabatan)
        if office:
            by_office.setdefault((_agency(item.dokumen), item.dokumen.tahun, office), []).append(item)
    for lower in agreements:
        superior = kunci_jabatan(lower.atasan)
        for upper in by_office.get((_agency(lower.dokumen), lower.dokumen.tahun, superior), ()) if superior else ():
            if upper is not lower and upper.kinerja and lower.kinerja:
                yield upper.dokumen, lower.dokumen, upper.kinerja, lower.kinerja


def _agency(document: Dokumen) -> str:
    return kunci_pd(document.perangkat_daerah) if document.perangkat_daerah else ""
