"""Tables in a terminal: the tree of one document, the links between documents."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..bahasa import _, jamak
from ..model import Dokumen, Indikator, Kinerja, Tautan, Ujung
from .labels import JENIS, tempat, waktu


def print_tree(console: Console, dokumen: Dokumen) -> None:
    """Identity, one row per goal and indicator, then the notes on reading."""
    console.print(Text(dokumen.berkas, style="bold"))
    identity = (_(JENIS[dokumen.jenis]), dokumen.pemda, dokumen.perangkat_daerah, dokumen.jabatan, waktu(dokumen))
    console.print(Text(" · ".join(part for part in identity if part)))
    table = _table(_("Tempat"), _("Level"), _("Uraian"), _("Satuan"), _("Kondisi awal"), _("Target"))
    depth: dict[str, int] = {}
    for node in dokumen.kinerja:
        depth[node.id] = depth.get(node.induk or "", -1) + 1
        indent = "  " * depth[node.id]
        table.add_row(tempat(node.lokasi), node.level, Text(indent + _goal(node), style="bold"), "", "", _anggaran(node))
        for indikator in node.indikator:
            awal = indikator.baseline.nilai.teks if indikator.baseline else ""
            table.add_row("", "", Text(f"{indent}  {indikator.uraian}"), indikator.satuan or "", Text(awal), _target(indikator))
    if dokumen.kinerja:
        console.print(table)
    jumlah = sum(len(node.indikator) for node in dokumen.kinerja)
    console.print(Text(
        jamak("{n} kinerja", len(dokumen.kinerja)).format(n=len(dokumen.kinerja))
        + ", " + jamak("{n} indikator", jumlah).format(n=jumlah)
    ))
    for note in dokumen.catatan:
        where = tempat(note.lokasi)
        console.print(Text(f"{note.kode} {note.pesan}" + (f" ({where})" if where else ""), style="yellow"))


def _goal(node: Kinerja) -> str:
    return " ".join(part for part in (node.kode, node.uraian or _("(tanpa uraian)")) if part)


def _target(indikator: Indikator) -> Text:
    return Text("  ".join(f"{tahun}: {nilai.teks}" for tahun, nilai in indikator.target.items()))


def _anggaran(node: Kinerja) -> Text:
    return Text("  ".join(f"{tahun}: Rp{nilai.teks}" for tahun, nilai in node.anggaran.items()), style="dim")


def print_matrix(
    console: Console, tautan: Sequence[Tautan], tanpa_turunan: Sequence[Ujung], tanpa_induk: Sequence[Ujung]
) -> None:
    """The links, upper document on the left, then the ends without a link."""
    table = _table(_("Dokumen atas"), _("Dokumen bawah"), _("Hubungan"), _("Skor"), _("Alasan"))
    for link in tautan:
        table.add_row(
            _end(link.dari), _end(link.ke), f"{link.hubungan}, {link.status}, {link.verdict}", f"{link.skor:.2f}", Text(link.alasan)
        )
    if tautan:
        console.print(table)
    for title, ends in ((_("Tanpa turunan"), tanpa_turunan), (_("Tanpa induk"), tanpa_induk)):
        if ends:
            loose = _table(title, _("Level"), _("Dokumen"))
            for end in ends:
                loose.add_row(Text(end.indikator or end.uraian), end.level, end.berkas)
            console.print(loose)
    console.print(Text(jamak("{n} tautan", len(tautan)).format(n=len(tautan))))


def _end(end: Ujung) -> Text:
    return Text.assemble((f"{end.berkas} · {end.level}\n", "dim"), end.indikator or end.uraian)


def _table(*headers: str) -> Table:
    table = Table(show_lines=True, header_style="bold")
    for header in headers:
        table.add_column(header, overflow="fold")
    return table
