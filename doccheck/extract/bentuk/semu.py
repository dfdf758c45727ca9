"""Tables that are set with blanks: a line that holds nothing but headings of columns, with lines of values below it and no table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...layout import Grid, Layout, Paragraph
from ...model import Lokasi

JAUH = 4
"""Lines below the headings among which one with a value must stand."""
_KEPALA = re.compile(
    r"(?:\W*\b(?:no|nomor|uraian|tujuan|sasaran|program|kegiatan|sub|indikator|kinerja|utama|strategis|satuan|target|realisasi|capaian|"
    r"tahun|(?:19|20)\d\d|baseline|anggaran|pagu|rp|kondisi|awal|akhir|formula|formulasi|penanggung|jawab|keterangan)\b){3,}[\s.()%]*",
    re.I,
)
_KOLOM = re.compile(r"tujuan|sasaran|program|kegiatan|indikator|satuan|target|realisasi|capaian|anggaran|pagu", re.I)
_NILAI = re.compile(r".*[^\W\d_]{3}.*\d[\d.,]*\s*(?:%|[^\W\d_]+)?\s*", re.S)
"""Words, and a number at the end."""


def tabel_semu(layout: Layout) -> Iterator[tuple[Lokasi, str]]:
    """The place and the line of headings of each such table; a heading of a section, or one over a table that was seen, is none."""
    for page in layout.pages:
        for at, block in enumerate(page.blocks):
            if isinstance(block, Paragraph) and _kepala(block.text) and _berisi(page.blocks[at + 1 : at + 1 + JAUH]):
                yield Lokasi(halaman=page.number, lembar=page.sheet, kotak=block.box), " ".join(block.text.split())


def _kepala(text: str) -> bool:
    """Headings of an indicator, of its value or unit, and of one column more; punctuation between words makes it a sentence or a title."""
    if "ndikator" not in text.lower() or len(text) > 160 or "," in text or ":" in text or not _KEPALA.fullmatch(text):
        return False
    found = {name.lower() for name in _KOLOM.findall(text)}
    return len(found) >= 3 and not found.isdisjoint({"satuan", "target", "realisasi", "capaian"})


def _berisi(below: Sequence[Paragraph | Grid]) -> bool:
    """Whether a line with a value stands below, before any table."""
    for block in below:
        if isinstance(block, Grid):
            return False
        if _NILAI.fullmatch(block.text):
            return True
    return False
