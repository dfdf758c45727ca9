"""Perjanjian Kinerja of superiors and subordinates: whose agreement stands under whose."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from ..model import Dokumen, Kinerja
from .pd import kunci_pd


class Naskah(Struct, frozen=True):
    """One agreement: who promises, to whom, and the goals promised."""

    dokumen: Dokumen
    jabatan: str
    atasan: str | None
    kinerja: tuple[Kinerja, ...]


_ACTING = re.compile(r"^\s*(?:plt|plh|pjs?|penjabat|pelaksana\s+(?:tugas|harian))\b[. ]*", re.I)
_REGION = re.compile(r"\b(?:kabupaten|kota|provinsi)\s+[\w .'-]+$")
_WHERE = re.compile(r"\s+pada\s+(?:dinas|badan|kantor|satuan|kecamatan|sekretariat|inspektorat)\b.*$")


def tanpa_plt(jabatan: str) -> str:
    """The post itself of whoever acts for it: "Kepala Dinas" of "Plt. Kepala Dinas" or "Pelaksana Harian Kepala Dinas"."""
    return _ACTING.sub("", jabatan)


def kunci_jabatan(text: str | None) -> str:
    """Key of an office: lower case without region, agency ("pada Dinas ..."), "Plt." and punctuation."""
    words = " ".join((text or "").lower().split()).replace("wali kota", "walikota")
    words = _WHERE.sub("", _REGION.sub("", tanpa_plt(words)))
    return "".join(re.findall(r"[a-z0-9]+", words))


def naskah(document: Dokumen) -> list[Naskah]:
    """The agreements of a PK document; one that names no parties is a single agreement of its office."""
    parties = document.pihak
    if not parties:
        return [Naskah(document, document.jabatan or "", None, document.kinerja)]
    if len(parties) == 1:
        return [Naskah(document, parties[0].jabatan, parties[0].atasan, document.kinerja)]
    made = []
    for party in parties:
        key = kunci_jabatan(party.jabatan)
        nodes = tuple(node for node in document.kinerja if kunci_jabatan(node.jabatan) == key)
        made.append(Naskah(document, party.jabatan, party.atasan, nodes))
    return made


_HEAD_OF_REGION = re.compile(r"^(?:gubernur|bupati|walikota)")
_SECRETARY = "sekretarisdaerah"
_GENERIC = ("kepaladinas", "kepalabadan", "kepalasatuan", "kepalakantor", "sekretaris", "inspektur", "camat", "direktur")
"""Offices that an agency has once, so that their name alone will do: "Kepala Dinas" is the "Kepala Dinas Kesehatan"."""


def jenjang(documents: Sequence[Dokumen]) -> Iterator[tuple[Dokumen, Dokumen, tuple[Kinerja, ...], tuple[Kinerja, ...]]]:
    """Pairs of agreements of one year whose second has the first's office as its superior (its pihak kedua), with the goals of both.

    The superior is of the same agency, unless it is the head of the region or the Sekretaris Daerah. What ranks lie between does not
    matter: a functional officer right below the head of a delayered agency hangs on the head.
    """
    agreements = [item for document in documents if document.jenis == "pk" for item in naskah(document) if item.kinerja]
    by_place: dict[tuple[int | None, str], list[tuple[str, Naskah]]] = defaultdict(list)
    for item in agreements:
        if office := kunci_jabatan(item.jabatan):
            by_place[item.dokumen.tahun, _above_agencies(office) or _agency(item.dokumen)].append((office, item))
    for lower in agreements:
        if superior := kunci_jabatan(lower.atasan):
            place = _above_agencies(superior)
            for office, upper in by_place[lower.dokumen.tahun, place or _agency(lower.dokumen)]:
                if upper is not lower and office != kunci_jabatan(lower.jabatan) and (place or _same_office(office, superior)):
                    yield upper.dokumen, lower.dokumen, upper.kinerja, lower.kinerja


def _above_agencies(office: str) -> str:
    """Which of the two offices above all agencies it is; empty for any other."""
    return "kepala daerah" if _HEAD_OF_REGION.match(office) else _SECRETARY if office.startswith(_SECRETARY) else ""


def _same_office(a: str, b: str) -> bool:
    """Whether two keys name one office of an agency."""
    short, long = sorted((a, b), key=len)
    return short == long or (short in _GENERIC and long.startswith(short))


def _agency(document: Dokumen) -> str:
    return kunci_pd(document.perangkat_daerah) if document.perangkat_daerah else ""
