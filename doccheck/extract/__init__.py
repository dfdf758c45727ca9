"""From the layout of a file to its document: identity and performance tree, every node with its place."""

from __future__ import annotations

from ..catatan import catatan
from ..layout import Layout
from ..model import Catatan, Dokumen, Kinerja, Lokasi, TabelTerbaca, Total
from .identitas import identitas
from .jenis_tabel import jenis_tabel
from .rakit import Perakit
from .sambung import Tabel, tabel_dokumen

__all__ = ["extract"]


def extract(layout: Layout) -> Dokumen:
    """Reads a layout: what document it is, and the goals, indicators and values of all its performance tables.

    Never raises for odd content: what is not understood becomes a note (EXT-03, EXT-13, EXT-14) with its place.
    """
    who = identitas(layout)
    nodes: list[Kinerja] = []
    totals: list[Total] = []
    read: list[TabelTerbaca] = []
    notes: list[Catatan] = list(layout.notes)
    for tabel in tabel_dokumen(layout, _mulai(who.periode)):
        if tabel.kepala is None:
            continue
        kind = jenis_tabel(tabel, who.jenis)
        if kind is None:
            continue
        hasil = Perakit(tabel, len(nodes) + 1, who.tahun).rakit()
        made = [simpul.jadi(kind, tabel.judul) for simpul in hasil.simpul]
        place = _place(tabel)
        if not made:
            if hasil.baris:
                notes.append(catatan("EXT-13", place, tabel.judul or ""))
            continue
        nodes += made
        totals += hasil.total
        read.append(TabelTerbaca(jenis=kind, lokasi=place, judul=tabel.judul, baris=hasil.baris, indikator=hasil.indikator))
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


def _place(tabel: Tabel) -> Lokasi:
    segmen = tabel.segmen[0]
    return Lokasi(
        halaman=segmen.matriks.page, lembar=segmen.matriks.sheet, tabel=segmen.matriks.grid.number, kotak=segmen.matriks.grid.box
    )
