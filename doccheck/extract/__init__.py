"""From the layout of a file to its document: identity and performance tree, every node with its place."""

from __future__ import annotations

import re

from ..catatan import catatan
from ..layout import Layout
from ..model import Catatan, Dokumen, Kinerja, Lokasi, TabelTerbaca, Total
from .bagan import baca_bagan, pisah_bagan
from .ekspor import baca_ekspor, is_ekspor
from .identitas import identitas
from .jenis_tabel import jenis_tabel
from .pihak import pihak_per_grid
from .rakit import Perakit
from .sambung import Tabel, tabel_dokumen

__all__ = ["extract"]

_PARENT_TABLE = re.compile(
    r"cascading\b.*\brp(?:jm)?d\b|(?:tujuan|sasaran)(?: dan sasaran)?(?: strategis)? rp(?:jm)?d\b(?!.*\b(?:renstra|pd|opd)\b)", re.I
)
"""Captions of tables in which an agency's document prints the goals of the RPJMD, not its own."""


def extract(layout: Layout) -> Dokumen:
    """Reads a layout: what document it is, and the goals, indicators and values of all its performance tables.

    Never raises for odd content: what is not understood becomes a note (EXT-03, EXT-13, EXT-14) with its place.
    """
    who = identitas(layout)
    nodes: list[Kinerja] = []
    totals: list[Total] = []
    read: list[TabelTerbaca] = []
    notes: list[Catatan] = list(layout.notes)
    owners = pihak_per_grid(layout, who.pihak) if len(who.pihak) > 1 else {}
    charts, tables = pisah_bagan(layout, who.jenis)
    for tabel in tabel_dokumen(tables, _mulai(who.periode)):
        if is_ekspor(tabel):
            made = [simpul.jadi("renja", tabel.judul) for simpul in baca_ekspor(tabel, len(nodes) + 1, who.tahun)]
            nodes += made
            indicators = sum(len(node.indikator) for node in made)
            read.append(TabelTerbaca(jenis="renja", lokasi=_place(tabel), judul=tabel.judul, baris=len(made), indikator=indicators))
            continue
        if tabel.kepala is None:
            if _looks_like_performance(tabel):
                notes.append(catatan("EXT-03", _place(tabel), tabel.judul or ""))
            continue
        kind = jenis_tabel(tabel, who.jenis)
        if kind is None:
            continue
        hasil = Perakit(tabel, len(nodes) + 1, who.tahun).rakit()
        if who.jenis not in ("rpjmd", "cascading") and _PARENT_TABLE.search(tabel.judul or ""):
            for simpul in hasil.simpul:
                simpul.lingkup = "rpjmd"
        place = _place(tabel)
        for simpul in hasil.simpul:
            simpul.jabatan = owners.get((place.halaman, place.lembar, place.tabel or 0), who.jabatan)
        made = [simpul.jadi(kind, tabel.judul) for simpul in hasil.simpul]
        if not made:
            if hasil.baris:
                notes.append(catatan("EXT-13", place, tabel.judul or ""))
            continue
        nodes += made
        totals += hasil.total
        read.append(TabelTerbaca(jenis=kind, lokasi=place, judul=tabel.judul, baris=hasil.baris, indikator=hasil.indikator))
    bagan = baca_bagan(charts, len(nodes) + 1, who.tahun)
    nodes += bagan.kinerja
    read += bagan.tabel
    notes += bagan.catatan
    if who.jenis == "lainnya":
        notes.append(catatan("EXT-14"))
    return Dokumen(
        berkas=layout.path, jenis=who.jenis, pemda=who.pemda, perangkat_daerah=who.perangkat_daerah, kode_pd=who.kode_pd,
        periode=who.periode, tahun=who.tahun, jabatan=who.jabatan, pihak=who.pihak, tanggal=who.tanggal, format=who.format,
        status=who.status, kinerja=tuple(nodes), total=tuple(totals), tabel=tuple(read), catatan=tuple(notes),
        halaman=sum(page.number is not None for page in layout.pages), keyakinan_jenis=who.keyakinan_jenis,
    )  # fmt: skip


def _mulai(periode: tuple[int, int] | None) -> int | None:
    """The year that "Tahun ke-1" means: the year after the first where the period names six ("2018-2023": five target years after the
    starting condition), else its first year ("2025-2029")."""
    if periode is None:
        return None
    return periode[0] + 1 if periode[1] - periode[0] >= 5 else periode[0]


def _looks_like_performance(tabel: Tabel) -> bool:
    """Whether a table without a recognised heading should have had one: its caption or first rows speak of goals, and it is wide enough."""
    matriks = tabel.segmen[0].matriks
    if matriks.cols < 4 or matriks.rows < 3:
        return False
    head = " ".join(cell.text for row in range(min(2, matriks.rows)) for cell in matriks.filled(row)) + f" {tabel.judul or ''}"
    words = set(re.findall(r"indikator|sasaran|tujuan|target|program|kegiatan|pagu|satuan|baseline", head.lower()))
    return len(words) >= 3


def _place(tabel: Tabel) -> Lokasi:
    segmen = tabel.segmen[0]
    return Lokasi(
        halaman=segmen.matriks.page, lembar=segmen.matriks.sheet, tabel=segmen.matriks.grid.number, kotak=segmen.matriks.grid.box
    )
