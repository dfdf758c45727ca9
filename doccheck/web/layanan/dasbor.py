"""Numbers of the dashboards: agencies x problems, and which documents of the chain are there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from doccheck.model import Jenis
from doccheck.report.labels import MASALAH
from doccheck.report.peta import BarisPeta, Peta, SelPeta, tingkat

from ..models import Dokumen, Pemda, PerangkatDaerah, Temuan
from . import temuan

RANTAI: tuple[Jenis, ...] = ("renstra", "iku", "renja", "pk", "cascading", "rencana_aksi", "lkjip", "lhe")
"""Kinds of documents that an agency has, in the order of the chain."""
RANTAI_DAERAH: tuple[Jenis, ...] = ("rpjmd", *RANTAI[1:])


@dataclass(frozen=True)
class Kelengkapan:
    """Documents of one agency (None: of the region) by kind."""

    pd: PerangkatDaerah | None
    dokumen: dict[str, tuple[Dokumen, ...]]

    def tahun(self, jenis: str) -> list[int]:
        return sorted({one.tahun for one in self.dokumen.get(jenis, ()) if one.tahun})


def kelengkapan(dokumen: Iterable[Dokumen], agencies: Sequence[PerangkatDaerah | None]) -> list[Kelengkapan]:
    found: dict[int | None, dict[str, list[Dokumen]]] = {}
    for one in dokumen:
        found.setdefault(one.perangkat_daerah_id, {}).setdefault(one.jenis, []).append(one)
    return [Kelengkapan(pd, {kind: tuple(rows) for kind, rows in found.get(pd.pk if pd else None, {}).items()}) for pd in agencies]


def berlaku(rows: Iterable[Temuan], pemda: Pemda) -> list[Temuan]:
    """Open findings that nobody has rejected."""
    listed = [one for one in rows if one.keadaan == "terbuka"]
    decided = temuan.triase(pemda, [one.sidik for one in listed])
    return [one for one in listed if one.sidik not in decided or decided[one.sidik].putusan != "ditolak"]


def terhitung(rows: Iterable[Temuan]) -> list[Temuan]:
    """What sums and the map count: findings of the region and of agencies in use."""
    return [one for one in rows if one.perangkat_daerah is None or one.perangkat_daerah.aktif]


def peta(rows: Sequence[Temuan], agencies: Sequence[PerangkatDaerah | None]) -> Peta:
    """Agencies x problems 1..7; `kunci` is the agency's id, "0" the region's."""
    counts: dict[tuple[int | None, int], list[int]] = {}
    for one in rows:
        for nomor in one.masalah:
            counts.setdefault((one.perangkat_daerah_id, int(nomor)), [0, 0])[one.telaah] += 1
    fullest = max((sure for sure, _telaah in counts.values()), default=0)

    def cell(pd: int | None, nomor: int) -> SelPeta:
        sure, unsure = counts.get((pd, nomor), (0, 0))
        return SelPeta(str(nomor), sure, unsure, tingkat(sure, fullest))

    lines = []
    for pd in agencies:
        key = pd.pk if pd else None
        lines.append(BarisPeta(str(key or 0), pd.nama if pd else None, tuple(cell(key, nomor) for nomor in MASALAH)))
    return Peta(tuple(map(str, MASALAH)), tuple(lines))
