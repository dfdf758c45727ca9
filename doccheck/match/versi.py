"""Several files of one document: a draft, the document, its change, or the same in other formats. One of them is valid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model import Dokumen, DokumenPilihan, Jenis
from ..tanggal import sesudah_tahun, tanggal
from .kelompok import kunci
from .pd import kunci_pd
from .penerus import kunci_bersama
from .pk import kunci_jabatan

_KINDS: tuple[Jenis, ...] = ("rpjmd", "renstra", "iku", "renja", "pk", "cascading", "rencana_aksi", "lkjip")
_RANK = {"rancangan": 0, None: 1, "perubahan": 2}
_LATE = -1
_REVISED, _COPY = 0.4, 0.9
"""Share of the smaller document's texts that two versions, or two copies, have in common."""
_SIZES = 0.6
"""Copies have nearly as many texts; a part of a document (its programmes, its goals) is no copy of another part."""
_FEW = 3
"""Documents of fewer texts tell nothing."""


def berlaku(documents: Sequence[Dokumen]) -> tuple[tuple[Dokumen, ...], tuple[DokumenPilihan, ...]]:
    """The documents of one pemda without those that another one replaces, and the choices made.

    A change stands above the document and the document above its draft, where they share texts (but a change of an agreement that is
    dated after its year stands above nothing); of two drafts, or two changes, that
    print their dates the later one; of copies in several formats the one of
    which most was read is taken, then the first by name.
    """
    texts = {id(document): _texts(document) for document in documents}
    names = kunci_bersama(documents)
    ordered = sorted(documents, key=lambda document: (-_rank(document), _age(document), -_read(document), document.berkas))
    behind: dict[str, list[tuple[str, str]]] = {}
    dropped: set[int] = set()
    for number, valid in enumerate(ordered):
        for other in ordered[number + 1 :] if id(valid) not in dropped else ():
            reason = _replaces(valid, other, texts, names) if id(other) not in dropped else None
            if reason:
                dropped.add(id(other))
                behind.setdefault(valid.berkas, []).append((other.berkas, reason))
    choices = []
    for name, found in sorted(behind.items()):
        reasons = dict.fromkeys(why for _, why in found)
        choices.append(DokumenPilihan(berkas=name, lainnya=tuple(file for file, _ in sorted(found)), alasan="; ".join(reasons)))
    return tuple(document for document in documents if id(document) not in dropped), tuple(choices)


def _texts(document: Dokumen) -> frozenset[str]:
    goals = {kunci(node.uraian) for node in document.kinerja if node.uraian}
    return frozenset(goals | {kunci(one.uraian) for node in document.kinerja for one in node.indikator})


def _rank(document: Dokumen) -> int:
    """An agreement whose change was signed when its year was over binds nobody: it stands below the others of the year."""
    return _LATE if sesudah_tahun(document) else _RANK[document.status]


def _read(document: Dokumen) -> int:
    """How many values were read."""
    return sum(len(one.target) + len(one.realisasi) for node in document.kinerja for one in node.indikator)


def _age(document: Dokumen) -> tuple[int, ...]:
    """Later dates first, among drafts and among changes; others are not told apart by their dates."""
    return tuple(-part for part in (tanggal(document.tanggal) or ())) if document.status else ()


def _identity(document: Dokumen, names: Mapping[str, str]) -> tuple[object, ...]:
    offices = {kunci_jabatan(party.jabatan) for party in document.pihak} or {kunci_jabatan(document.jabatan)}
    agency = kunci_pd(document.perangkat_daerah) if document.perangkat_daerah else ""
    return document.jenis, names.get(agency, agency), document.tahun or document.periode, frozenset(offices)


def _replaces(valid: Dokumen, other: Dokumen, texts: Mapping[int, frozenset[str]], names: Mapping[str, str]) -> str | None:
    """Why the first document stands for the second one; None where they are two documents. names: keys of renamed agencies."""
    if valid.jenis not in _KINDS or _identity(valid, names) != _identity(other, names):
        return None
    a, b = texts[id(valid)], texts[id(other)]
    small, large = sorted((len(a), len(b)))
    if small < _FEW:
        return None
    common = len(a & b) / small
    if sesudah_tahun(other) and not sesudah_tahun(valid) and common >= _REVISED:
        return "perubahannya ditandatangani setelah tahunnya berakhir"
    if valid.status != other.status and common >= _REVISED:
        if valid.status == "perubahan":
            return "dokumen perubahan menggantikan dokumen sebelumnya"
        return "dokumen yang ditetapkan menggantikan rancangannya"
    if valid.status == other.status and common >= _REVISED and _age(valid) and _age(other) and _age(valid) < _age(other):
        return "tanggalnya lebih baru"
    if valid.status == other.status and common >= _COPY and small >= _SIZES * large:
        return "berkas lain memuat dokumen yang sama"
    return None
