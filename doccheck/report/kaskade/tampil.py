"""The cascade in a terminal: a tree with owners and gaps, then a table of the agencies' depth and breadth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from ...bahasa import _, tandai
from ...checks.jabatan import Jenjang
from .isi import Jabatan, JenisCelah, Perangkat, Pohon, Simpul

CELAH: dict[JenisCelah, str] = {
    "belum_dijabarkan": tandai("belum dijabarkan"),
    "tanpa_induk": tandai("tanpa induk"),
    "tanpa_pengampu": tandai("tanpa pengampu"),
    "tanpa_pk": tandai("tanpa PK"),
    "lompat_jenjang": tandai("lompat jenjang"),
    "berhenti": tandai("berhenti"),
    "anak_tunggal": tandai("anak tunggal"),
    "salinan_indikator": tandai("salinan indikator"),
}
"""Short names of the gaps, for marks and headings."""

JENJANG: dict[Jenjang, str] = {
    "kdh": tandai("kepala daerah"),
    "kepala": tandai("kepala perangkat daerah"),
    "iii": tandai("administrator (eselon III)"),
    "iv": tandai("pengawas (eselon IV)"),
    "jf": tandai("fungsional/pelaksana"),
    "lain": tandai("lainnya"),
}


def tampilkan(console: Console, pohon: Iterable[Pohon]) -> None:
    """Each pemda's tree, what hangs on nothing, the posts of each agency, and the table of agencies."""
    for one in pohon:
        console.print(Text(" · ".join(str(part) for part in (one.pemda or _("Pemda tidak diketahui"), one.tahun) if part), style="bold"))
        for text in one.tidak_dinilai:
            console.print(Text(text, style="yellow"))
        also: dict[str, list[Simpul]] = {}
        for box in _semua((*one.akar, *one.lepas)):
            for id in box.juga:
                also.setdefault(id, []).append(box)
        for box in one.akar:
            console.print(_cabang(box, None, also))
        if one.lepas:
            console.print(Text(_("Tidak tertaut ke atas"), style="bold"))
        for box in one.lepas:
            console.print(_cabang(box, None, also))
        for agency in one.perangkat:
            if agency.jabatan:
                console.print(_jabatan(agency))
        if one.perangkat:
            console.print(_tabel(one.perangkat))


def _semua(boxes: Iterable[Simpul]) -> Iterator[Simpul]:
    for box in boxes:
        yield box
        yield from _semua(box.anak)


def _cabang(box: Simpul, pd: str | None, also: dict[str, list[Simpul]]) -> Tree:
    """A box and those below it; `also`: boxes that stand elsewhere and have this one as a further parent."""
    text = Text(f"{box.level} ", style="dim").append(" ".join(part for part in (box.kode, box.uraian) if part), style="bold")
    if box.hasil:
        text.append(f" · {box.hasil}", style="not bold")
    if box.pd and box.pd != pd:
        text.append(f"  [{box.pd}]", style="cyan not bold")
    if box.pemilik:
        text.append("  " + "; ".join(owner.jabatan for owner in box.pemilik), style="green not bold")
    _tandai(text, [gap.jenis for gap in box.celah])
    tree = Tree(text, guide_style="dim")
    for child in box.anak:
        tree.children.append(_cabang(child, box.pd, also))
    for other in also.get(box.id, ()):
        words = _("juga: {teks}").format(teks=other.uraian) + (f"  [{other.pd}]" if other.pd else "")
        tree.children.append(Tree(Text(words, style="dim italic")))
    return tree


def _jabatan(agency: Perangkat) -> Tree:
    tree = Tree(Text(_("Jabatan {pd}").format(pd=agency.pd), style="bold"), guide_style="dim")
    tree.children.extend(map(_pos, agency.jabatan))
    return tree


def _pos(post: Jabatan) -> Tree:
    text = Text(post.jabatan).append(f"  {len(post.kinerja)}", style="dim")
    _tandai(text, [gap.jenis for gap in post.celah])
    tree = Tree(text, guide_style="dim")
    tree.children.extend(map(_pos, post.bawahan))
    return tree


def _tandai(text: Text, celah: Iterable[JenisCelah]) -> None:
    for kind in celah:
        text.append(f"  ✗ {_(CELAH[kind])}", style="red not bold")


def _tabel(perangkat: Iterable[Perangkat]) -> Table:
    table = Table(header_style="bold", box=SIMPLE_HEAD)
    for head in (_("Perangkat daerah"), _("Lebar"), _("Jenjang disebut / ber-PK"), _("Tanpa PK"), _("Celah"), _("Tidak dinilai")):
        table.add_column(head, overflow="fold")
    for one in perangkat:
        ranks = [_(JENJANG[rank]) if rank else "-" for rank in (one.jenjang_disebut, one.jenjang_pk)]
        table.add_row(
            one.pd,
            ", ".join(f"{count} {level}" for level, count in one.lebar.items()),
            " / ".join(ranks),
            "; ".join(one.tanpa_pk),
            ", ".join(f"{count} {_(CELAH[kind])}" for kind, count in one.celah.items()),
            "; ".join(one.tidak_dinilai),
        )
    return table
