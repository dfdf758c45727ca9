"""What the HTML report shows of the whole chain: the cascade as a tree, the alignment matrix and the map of themes, made ready for the
templates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..model import Report
from ..workspace import per_pemda
from . import kaskade, matriks, tema
from .kaskade.isi import JenisCelah, Pohon, Simpul
from .kaskade.tampil import CELAH, JENJANG
from .matriks_label import BARIS, BAWAH, SEL
from .tema_tabel import perlu_dilihat

BUKA = 60
"""A tree of up to so many boxes is shown unfolded to the level below its tops."""


@dataclass(frozen=True)
class SimpulView:
    """A box. `bercelah`: boxes below it that have a gap; `juga`: boxes that stand elsewhere and have this one as a further parent."""

    simpul: Simpul
    anak: tuple[SimpulView, ...]
    bercelah: int
    juga: tuple[Simpul, ...]


@dataclass(frozen=True)
class PohonView:
    """The tree of one pemda. `celah`: boxes and posts by kind of gap; `buka`: whether the tops are shown unfolded."""

    pohon: Pohon
    akar: tuple[SimpulView, ...]
    lepas: tuple[SimpulView, ...]
    jumlah: int
    celah: Mapping[JenisCelah, int]
    buka: bool


def rantai(report: Report) -> dict[str, Any]:
    """The variables of the templates, in the current language; pemda without anything to show are left out."""
    return {"pohon": pohon(report), "lembar": lembar(report), "peta_tema": peta_tema(report), **alat()}


def pohon(report: Report) -> list[PohonView]:
    trees = [_pohon(one) for one in kaskade.susun(report) if one.akar or one.lepas]
    return [one for one in trees if one.jumlah]


def lembar(report: Report) -> list[matriks.Lembar]:
    sheets = [_lembar(report, {one.berkas for one in group}) for group in per_pemda(report.documents)]
    return [one for one in sheets if one.baris]


def peta_tema(report: Report) -> list[tema.PetaTema]:
    return [one for one in tema.susun(report) if one.tema]


def alat() -> dict[str, Any]:
    """The words and helpers of the templates."""
    return {
        "perlu_dilihat": perlu_dilihat,
        "per_pd": lambda theme: {one.pd: one for one in theme.pengampu},
        "hitung_baris": lambda one: Counter(row.keadaan for row in one.baris),
        "CELAH": CELAH,
        "JENJANG": JENJANG,
        "SEL": SEL,
        "BARIS": BARIS,
        "BAWAH": BAWAH,
    }


def warna() -> str:
    """The backgrounds of the states in the matrix."""
    tables = (("s", SEL), ("b", BARIS))
    return "\n".join(f".{prefix}-{name} {{ background: {colours[2]}; }}" for prefix, table in tables for name, colours in table.items())


def _lembar(report: Report, berkas: set[str]) -> matriks.Lembar:
    documents = [one for one in report.documents if one.berkas in berkas]
    return matriks.susun(documents, tautan=[link for link in report.links if link.dari.berkas in berkas])


def _pohon(pohon: Pohon) -> PohonView:
    boxes = list(_semua((*pohon.akar, *pohon.lepas)))
    also: dict[str, list[Simpul]] = {}
    for box in boxes:
        for id in box.juga:
            also.setdefault(id, []).append(box)
    gaps: Counter[JenisCelah] = Counter(gap.jenis for box in boxes for gap in box.celah)
    return PohonView(
        pohon=pohon,
        akar=tuple(_simpul(box, also) for box in pohon.akar),
        lepas=tuple(_simpul(box, also) for box in pohon.lepas),
        jumlah=len(boxes),
        celah={kind: gaps[kind] for kind in CELAH if gaps[kind]},
        buka=len(boxes) <= BUKA,
    )


def _semua(boxes: Iterable[Simpul]) -> Iterable[Simpul]:
    for box in boxes:
        yield box
        yield from _semua(box.anak)


def _simpul(box: Simpul, also: Mapping[str, list[Simpul]]) -> SimpulView:
    children = tuple(_simpul(child, also) for child in box.anak)
    below = sum(child.bercelah + bool(child.simpul.celah) for child in children)
    return SimpulView(box, children, below, tuple(also.get(box.id, ())))
