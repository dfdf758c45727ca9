"""Tables in a terminal: the tree of one document."""

from __future__ import annotations

from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ..bahasa import _, jamak
from ..model import Dokumen, Indikator, Kinerja, Strategi
from .labels import JENIS, STRATEGI, tempat, waktu


def print_tree(console: Console, dokumen: Dokumen) -> None:
    """Identity, one row per goal and indicator, then the notes on reading."""
    console.print(Text(dokumen.berkas, style="bold"))
    identity = (_(JENIS[dokumen.jenis]), dokumen.pemda, dokumen.perangkat_daerah, dokumen.jabatan, waktu(dokumen))
    console.print(Text(" · ".join(part for part in identity if part)))
    for visi in dokumen.visi:
        console.print(Text(f"{_('Visi')}: {visi.uraian}" + (f" ({tempat(visi.lokasi)})" if tempat(visi.lokasi) else "")))
    table = tabel(_("Tempat"), _("Level"), _("Uraian"))
    depth: dict[str, int] = {}
    for node in dokumen.kinerja:
        depth[node.id] = depth.get(node.induk or "", -1) + 1
        indent = 2 * depth[node.id]
        table.add_row(tempat(node.lokasi), node.level, Padding(_goal(node), (0, 0, 0, indent)))
        for indikator in node.indikator:
            table.add_row("", "", Padding(_indikator(indikator), (0, 0, 0, indent + 2)))
        for one, deep in _strategi(dokumen.strategi, node.id):
            table.add_row(tempat(one.lokasi), _(STRATEGI[one.jenis]), Padding(Text(one.uraian), (0, 0, 0, indent + 2 * deep)))
    for one, deep in _strategi(dokumen.strategi, None):
        table.add_row(tempat(one.lokasi), _(STRATEGI[one.jenis]), Padding(Text(one.uraian), (0, 0, 0, 2 * deep)))
    if dokumen.kinerja or dokumen.strategi:
        console.print(table)
    jumlah = sum(len(node.indikator) for node in dokumen.kinerja)
    console.print(Text(
        jamak("{n} kinerja", len(dokumen.kinerja)).format(n=len(dokumen.kinerja))
        + ", " + jamak("{n} indikator", jumlah).format(n=jumlah)
    ))
    for note in dokumen.catatan:
        where = tempat(note.lokasi)
        console.print(Text(f"{note.kode} {note.pesan}" + (f" ({where})" if where else ""), style="yellow"))


def _strategi(semua: tuple[Strategi, ...], induk: str | None, dalam: int = 1) -> Iterator[tuple[Strategi, int]]:
    """What stands under a goal (None: under none that was read), each with its depth: a strategi, then its arah kebijakan."""
    for one in semua:
        if one.induk == induk:
            yield one, dalam
            yield from _strategi(semua, one.id, dalam + 1)


def _goal(node: Kinerja) -> Text:
    text = Text(" ".join(part for part in (node.kode, node.uraian or _("(tanpa uraian)")) if part), style="bold")
    if node.hasil:
        text.append(f" · {node.hasil}", style="not bold")
    return text.append(_values({tahun: f"Rp{nilai.teks}" for tahun, nilai in node.anggaran.items()}), style="not bold dim")


def _indikator(indikator: Indikator) -> Text:
    """The indicator, its unit in brackets, then the starting condition and the targets as printed."""
    values = {tahun: nilai.teks for tahun, nilai in indikator.target.items()}
    if indikator.baseline:
        awal = f"{_('awal')} {indikator.baseline.tahun or ''}".strip()
        values = {awal: indikator.baseline.nilai.teks, **values}
    if indikator.target_akhir:
        values[_("akhir")] = indikator.target_akhir.teks
    text = Text(indikator.uraian)
    if indikator.satuan:
        text.append(f" ({indikator.satuan})")
    text.append(_values(values), style="cyan")
    return text.append(f"  ({_('dari kalimat')}: {indikator.kalimat})", style="dim") if indikator.kalimat else text


def _values(values: dict[str, str]) -> str:
    return "".join(f"  {name}: {value}" for name, value in values.items())


def tabel(*headers: str) -> Table:
    """A table whose cells fold."""
    table = Table(header_style="bold", box=SIMPLE_HEAD)
    for header in headers:
        table.add_column(header, overflow="fold")
    return table
