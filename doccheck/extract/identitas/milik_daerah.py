"""Documents of the region that gather several agencies, and agencies that only the prose names.

A regulation on the key indicators with an annex for each agency, a cascade or plan of action of the whole region, the region's own report:
each names many agencies and belongs to none of them.
"""

from __future__ import annotations

import re
from collections import Counter

from ...layout import Layout
from ...model import Jenis
from ..tabel.kolom import peran_kepala
from .pd import pd_dalam, pilih_pd, suara_pd
from .petunjuk import Petunjuk

MENGHIMPUN: tuple[Jenis, ...] = ("iku", "cascading", "rencana_aksi")
"""Kinds that a region also publishes for all its agencies at once."""
_ABOUT = re.compile(r"indikator kinerja|\biku\b|rencana aksi|cascading|kaskade|pohon kinerja|lampiran|sasaran strategis", re.I)
_HEAD = 4
"""First lines of a sheet that tell whose it is."""
_SPREAD = 3
"""So many agencies in one document speak for the region's where its head names none."""


def milik_daerah(layout: Layout, clues: Petunjuk, kind: Jenis) -> bool:
    """Whether a document gathers the agencies of its region: its head names none of them, its captions or its columns name several; or each
    sheet of a workbook has the head of another agency."""
    head = _kepala_naskah(clues)
    if kind not in MENGHIMPUN:
        return False
    if _per_sheet(layout):
        return True
    if not head or any(map(pd_dalam, head)):
        return False
    titles = {name for text, _weight in clues.judul for name in pd_dalam(text)[:1]}
    captions = {name for text in _captions(layout) for name in pd_dalam(text)[:1]}
    return len(titles) > 1 or len(captions) > 1 or len(_owners(layout)) >= _SPREAD


def _kepala_naskah(clues: Petunjuk) -> list[str]:
    """The titles of most weight: the cover, or the lines above the first table or prose."""
    most = max((weight for _text, weight in clues.judul), default=0.0)
    return [text for text, weight in clues.judul if weight == most]


def mufakat_pd(titles: list[tuple[str, float]], prosa: str) -> str | None:
    """The agency that titles and first prose name with the most weight. Where no title names one and the prose names many of about the
    same weight, there is none: a report of the region speaks of all its agencies."""
    prose = _prose_clues(prosa)
    if not suara_pd(titles):
        votes = sorted((forms.total() for forms in suara_pd(prose).values()), reverse=True)
        if len(votes) >= _SPREAD and votes[0] < 0.4 * sum(votes):
            return None
    return pilih_pd([*titles, *prose])


def pd_tabel(judul: str | None, konteks: list[str]) -> str | None:
    """The one agency that a table's caption, or else the nearest title above it, names as the owner of its rows."""
    for text in filter(None, (judul, *reversed(konteks[-3:]))):
        named = list(dict.fromkeys(pd_dalam(text))) if _ABOUT.search(text) or text.isupper() else []
        if named:
            return named[0] if len(named) == 1 else None
    return None


def _captions(layout: Layout) -> list[str]:
    """Lines in front of tables that say whose they are ("LAMPIRAN II: INDIKATOR KINERJA UTAMA DINAS SOSIAL")."""
    lines = [block.text for page in layout.pages for block in page.paragraphs if len(block.text) < 160]
    return [text for text in lines if _ABOUT.search(text) and not text.rstrip().endswith((";", ".", ","))]


def _per_sheet(layout: Layout) -> bool:
    """Whether the titles over the sheets of a workbook name several agencies, none of them over most sheets."""
    found: Counter[str] = Counter()
    for page in layout.pages:
        lines = [block.text for block in page.paragraphs[:_HEAD]]
        lines += [cell.text for grid in page.grids[:1] for cell in grid.cells if cell.row < _HEAD and cell.col == 0]
        named = {name for text in lines if page.sheet and (_ABOUT.search(text) or text.isupper()) for name in pd_dalam(text)}
        found.update(named if len(named) == 1 else ())
    return len(found) > 1 and max(found.values()) <= found.total() / 2


def _owners(layout: Layout) -> set[str]:
    """The agencies in the columns that say who answers for a row."""
    found: set[str] = set()
    for page in layout.pages:
        for grid in page.grids:
            columns = {cell.col for cell in grid.cells if cell.row < 4 and (peran_kepala(cell.text) or ("",))[0] == "pj"}
            found.update(name for cell in grid.cells if cell.col in columns for name in pd_dalam(cell.text.replace("\n", " ")))
    return found


def _prose_clues(prose: str) -> list[tuple[str, float]]:
    """Mentions of agencies in the first prose, one a clue; most weight to those beside the kind of document or at its head."""
    clues = []
    for sentence in re.split(r"(?<=[a-z)])\.\s+(?=[A-Z])", prose):
        names = pd_dalam(sentence)
        if not names:
            continue
        near = re.search(r"(?:renstra|rencana strategis|renja|rencana kerja|laporan kinerja|perjanjian kinerja|kepala)\W", sentence, re.I)
        clues += [(name, 0.4 if near else 0.15) for name in names[:3]]
    return clues[:60]
