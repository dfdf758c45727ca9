"""Pictures of a PDF's pages with what was read drawn over them: grid, roles of columns, levels of rows, values, doubts of
OCR, notes."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from ..bahasa import _
from ..layout import Grid, Page
from ..model import BagianTabel, Catatan, Dokumen, Indikator, Kinerja, KolomTerbaca, Kotak, Strategi, TabelTerbaca
from .labels import TABEL
from .lukis import Lukisan, Warna

SKALA = 2.0
"""Pixels a point: 144 dpi, at which the small print of wide tables is readable."""
MAKS_PIKSEL = 24e6
"""Of one picture."""
PUDAR: Warna = (150, 150, 150)
MERAH: Warna = (200, 20, 40)
RAGU: Warna = (205, 0, 150)
LEVEL: Mapping[str, Warna] = {
    "misi": (90, 60, 150), "tujuan": (120, 40, 140), "sasaran": (20, 120, 60), "program": (160, 90, 0), "kegiatan": (0, 110, 140),
    "subkegiatan": (70, 100, 120), "aktivitas": (110, 110, 60),
}  # fmt: skip
_GOAL, _INDIKATOR, _SATUAN, _AWAL = (20, 120, 60), (20, 80, 190), (120, 60, 180), (150, 80, 50)
_TARGET, _PAGU, _LAIN, _STRATEGI = (220, 110, 0), (0, 130, 130), (110, 110, 110), (170, 60, 90)
PERAN: Mapping[str, Warna] = {
    "goal": _GOAL, "hierarki": _GOAL, "outcome": _GOAL, "output": _GOAL, "uraian": _GOAL, "visi": _GOAL, "indikator": _INDIKATOR,
    "satuan": _SATUAN, "baseline": _AWAL, "baseline_pagu": _AWAL, "target": _TARGET, "target_akhir": _TARGET, "periode_bulan": _TARGET,
    "pagu": _PAGU, "pagu_akhir": _PAGU, "realisasi": _AWAL, "realisasi_anggaran": _PAGU, "capaian": _AWAL, "strategi": _STRATEGI,
    "arah_kebijakan": _STRATEGI,
}  # fmt: skip


@dataclass
class _Halaman:
    """What was read on one page."""

    bagian: list[tuple[TabelTerbaca, BagianTabel]] = field(default_factory=list)
    simpul: list[Kinerja] = field(default_factory=list)
    indikator: list[tuple[Kinerja, Indikator]] = field(default_factory=list)
    strategi: list[Strategi] = field(default_factory=list)
    catatan: list[Catatan] = field(default_factory=list)


def write_overlays(path: Path, dokumen: Dokumen, folder: Path) -> list[Path]:
    """Writes one PNG for each page on which a table stands or something was read, named after document and page.

    Raises ReadError where the file cannot be opened, OSError where the folder cannot be written.
    """
    from ..readers import read
    from ..readers.pdf.render import render_pages

    pages = {page.number: page for page in read(path, ocr=False).pages if page.number}
    read_there = _per_halaman(dokumen)
    wanted = sorted(number for number, page in pages.items() if page.grids or number in read_there)
    folder.mkdir(parents=True, exist_ok=True)
    name = Path(dokumen.berkas).with_suffix("").as_posix().replace("/", "_")
    written = []
    for number, scale in ((number, _skala(pages[number])) for number in wanted):
        picture = next((picture for _number, picture, _scale in render_pages(path, [number], scale)), None)
        if picture is None:
            continue
        target = folder / f"{name}-hal-{number:03}.png"
        drawn = draw(picture, scale, pages[number], read_there.get(number, _Halaman()), dokumen)
        drawn.quantize(128, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(target, "PNG")
        written.append(target)
    return written


def _skala(page: Page) -> float:
    """Pixels a point: fewer for posters, whose pictures would fill the memory."""
    return min(SKALA, math.sqrt(MAKS_PIKSEL / max(page.width * page.height, 1.0)))


def _per_halaman(dokumen: Dokumen) -> dict[int, _Halaman]:
    pages: dict[int, _Halaman] = defaultdict(_Halaman)
    for tabel in dokumen.tabel:
        for bagian in tabel.bagian:
            pages[bagian.halaman].bagian.append((tabel, bagian))
    for node in dokumen.kinerja:
        if node.lokasi.halaman and node.uraian:
            pages[node.lokasi.halaman].simpul.append(node)
        for indikator in node.indikator:
            if indikator.lokasi.halaman:
                pages[indikator.lokasi.halaman].indikator.append((node, indikator))
    for one in dokumen.strategi:
        if one.lokasi.halaman:
            pages[one.lokasi.halaman].strategi.append(one)
    for note in dokumen.catatan:
        if note.lokasi.halaman:
            pages[note.lokasi.halaman].catatan.append(note)
    return dict(pages)


def draw(picture: Image.Image, skala: float, page: Page, terbaca: _Halaman, dokumen: Dokumen) -> Image.Image:
    """The page's picture with a strip above it that says what is shown, and everything that was read in its place."""
    tops = _tops(page, terbaca)
    lukisan = Lukisan(picture, skala, tops.values())
    for grid in page.grids:
        used = _in_use(grid, terbaca)
        for cell in grid.cells:
            if cell.box:
                lukisan.kotak(cell.box, (60, 90, 160) if used else PUDAR, 1)
        if not used and grid.box:
            lukisan.tanda(grid.box[0], grid.box[1], _("tabel {n}: tidak diolah").format(n=grid.number), PUDAR, "atas")
    for _tabel, bagian in terbaca.bagian:
        _columns(lukisan, bagian)
        _values(lukisan, bagian, terbaca)
    for node in terbaca.simpul:
        _goal(lukisan, node, _bagian_of(terbaca, node.lokasi.tabel, node.lokasi.kotak))
    for _node, indikator in terbaca.indikator:
        _indicator(lukisan, indikator, _bagian_of(terbaca, indikator.lokasi.tabel, indikator.lokasi.kotak))
    for one in terbaca.strategi:
        if one.lokasi.kotak:
            lukisan.kotak(one.lokasi.kotak, _STRATEGI, 2)
    for tabel, bagian in terbaca.bagian:
        _heads(lukisan, tabel, bagian, tops[bagian])
        _doubts(lukisan, bagian)
    for note in terbaca.catatan:
        box = note.lokasi.kotak or (2.0, 2.0, page.width - 2, page.height - 2)
        lukisan.kotak(box, MERAH, 3)
        lukisan.tanda(box[0] + 2, box[1] + 2, f"{note.kode} {note.pesan}", MERAH, "bawah", besar=True)
    return lukisan.jadi(_title(page, terbaca, dokumen), _legend(terbaca))


def _in_use(grid: Grid, terbaca: _Halaman) -> bool:
    """Whether anything was read from a grid: one of a table, or of a chart whose goals have no number of a table."""
    if any(bagian.tabel == grid.number for _tabel, bagian in terbaca.bagian):
        return True
    places = [node.lokasi for node in terbaca.simpul] + [one.lokasi for one in terbaca.strategi]
    places += [indikator.lokasi for _node, indikator in terbaca.indikator]
    return any(place.tabel == grid.number or (place.tabel is None and _centred(place.kotak, grid.box)) for place in places)


def _centred(kotak: Kotak | None, box: Kotak | None) -> bool:
    if kotak is None or box is None:
        return False
    x, y = (kotak[0] + kotak[2]) / 2, (kotak[1] + kotak[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _columns(lukisan: Lukisan, bagian: BagianTabel) -> None:
    """A light tint over each column that has a role."""
    _x0, y0, _x1, y1 = bagian.kotak
    for kolom in bagian.kolom:
        if kolom.peran in PERAN:
            lukisan.isi((kolom.x0, y0, kolom.x1, y1), PERAN[kolom.peran], 0.05)


def _tops(page: Page, terbaca: _Halaman) -> dict[BagianTabel, float]:
    """Where the labels of each table stand: at the top of its grid, or of its own rows where several tables share a grid."""
    boxes = {grid.number: grid.box for grid in page.grids if grid.box}
    tops: dict[BagianTabel, float] = {}
    seen: set[int] = set()
    for _tabel, bagian in terbaca.bagian:
        box = boxes.get(bagian.tabel)
        first = bagian.tabel not in seen and box is not None and box[1] <= bagian.kotak[1]
        tops[bagian] = box[1] if first and box else bagian.kotak[1]
        seen.add(bagian.tabel)
    return tops


def _heads(lukisan: Lukisan, tabel: TabelTerbaca, bagian: BagianTabel, top: float) -> None:
    """The role of each column above it, and above them what the table was taken for."""
    for kolom in bagian.kolom:
        lukisan.kepala(kolom.x0, kolom.x1, top, _nama(kolom), PERAN.get(kolom.peran, _LAIN))
    jenis = _("tabel {n}: {jenis}, keyakinan {persen}%").format(
        n=bagian.tabel, jenis=_(TABEL[tabel.jenis]), persen=round(100 * tabel.keyakinan)
    )
    lukisan.judul(bagian.kotak[0], top, jenis, (40, 40, 90))


def _nama(kolom: KolomTerbaca) -> tuple[str, ...]:
    """Lines of a column's label: its role, then year or level."""
    more = str(kolom.tahun) if kolom.tahun else kolom.tingkat or ""
    return tuple(line for line in (kolom.peran.replace("_", " "), more) if line)


def _values(lukisan: Lukisan, bagian: BagianTabel, terbaca: _Halaman) -> None:
    """A stronger tint where a value was taken from a cell, so that a gap is a value that was not read."""
    for _node, indikator in terbaca.indikator:
        if indikator.lokasi.kotak and _inside(indikator.lokasi.tabel, indikator.lokasi.kotak, bagian):
            for kolom in bagian.kolom:
                if _has(indikator, kolom):
                    lukisan.isi(_cross(kolom, indikator.lokasi.kotak), PERAN[kolom.peran], 0.22)
    for node in terbaca.simpul:
        if node.lokasi.kotak and _inside(node.lokasi.tabel, node.lokasi.kotak, bagian):
            for kolom in bagian.kolom:
                if kolom.peran == "pagu" and str(kolom.tahun) in node.anggaran:
                    lukisan.isi(_cross(kolom, node.lokasi.kotak), PERAN["pagu"], 0.22)


def _doubts(lukisan: Lukisan, bagian: BagianTabel) -> None:
    """A frame round each cell that OCR read with little confidence, with the figure in its lower right corner."""
    for sel in bagian.ragu:
        lukisan.kotak(sel.kotak, RAGU, 3)
        lukisan.angka(sel.kotak, f"{sel.keyakinan:.0%}", RAGU)


def _has(indikator: Indikator, kolom: KolomTerbaca) -> bool:
    """Whether something of this indicator was read from the column."""
    match kolom.peran:
        case "satuan":
            return bool(indikator.satuan)
        case "baseline":
            return indikator.baseline is not None and bool(indikator.baseline.nilai.teks)
        case "target" | "periode_bulan":
            return str(kolom.tahun) in indikator.target if kolom.tahun else bool(indikator.target)
        case "target_akhir":
            return indikator.target_akhir is not None
        case "realisasi":
            return str(kolom.tahun) in indikator.realisasi if kolom.tahun else bool(indikator.realisasi)
        case _:
            return False


def _goal(lukisan: Lukisan, node: Kinerja, bagian: BagianTabel | None) -> None:
    """A bar at the left of the goal's row with its level; its cell framed in the level's colour."""
    kotak = node.lokasi.kotak
    if kotak is None:
        return
    warna = LEVEL[node.level]
    if bagian is None:
        lukisan.kotak(kotak, warna, 3)
        lukisan.tanda(kotak[0], kotak[1], node.level, warna, "atas")
        return
    cited = [k for k in bagian.kolom if k.peran == "rujukan" and node.lingkup == "rpjmd"]
    goals = cited or [k for k in bagian.kolom if k.peran in ("goal", "hierarki", "uraian")]
    if not cited:
        lukisan.batang(bagian.kotak[0], kotak[1], kotak[3], node.level, warna)
    own = [k for k in goals if k.tingkat == node.level] or [k for k in goals if k.tingkat is None] or goals
    for kolom in own[:1]:
        lukisan.isi(_cross(kolom, kotak), warna, 0.2)
        lukisan.kotak(_cross(kolom, kotak), warna, 2)


def _indicator(lukisan: Lukisan, indikator: Indikator, bagian: BagianTabel | None) -> None:
    kotak = indikator.lokasi.kotak
    if kotak is None:
        return
    if bagian is None:
        lukisan.kotak(kotak, _INDIKATOR, 2)
        return
    for kolom in [k for k in bagian.kolom if k.peran == "indikator"][:1]:
        lukisan.isi(_cross(kolom, kotak), _INDIKATOR, 0.16)
        lukisan.kotak(_cross(kolom, kotak), _INDIKATOR, 2)


def _bagian_of(terbaca: _Halaman, tabel: int | None, kotak: Kotak | None) -> BagianTabel | None:
    if kotak is None:
        return None
    return next((bagian for _tabel, bagian in terbaca.bagian if _inside(tabel, kotak, bagian)), None)


def _inside(tabel: int | None, kotak: Kotak, bagian: BagianTabel) -> bool:
    return tabel == bagian.tabel and bagian.kotak[1] - 1 <= (kotak[1] + kotak[3]) / 2 <= bagian.kotak[3] + 1


def _cross(kolom: KolomTerbaca, row: Kotak) -> Kotak:
    """The part of a row that lies in a column."""
    return kolom.x0, row[1], kolom.x1, row[3]


def _title(page: Page, terbaca: _Halaman, dokumen: Dokumen) -> str:
    """What the strip above the picture says."""
    where = _("hal. {n}").format(n=page.number)
    read_here = _("{kinerja} kinerja, {indikator} indikator").format(kinerja=len(terbaca.simpul), indikator=len(terbaca.indikator))
    return f"{dokumen.berkas} · {where} · {read_here}"


def _legend(terbaca: _Halaman) -> Iterator[tuple[str, Warna]]:
    """Names and colours of what occurs on the page."""
    levels = {node.level for node in terbaca.simpul}
    yield from ((name, warna) for name, warna in LEVEL.items() if name in levels)
    roles: Iterable[str] = {kolom.peran for _tabel, bagian in terbaca.bagian for kolom in bagian.kolom}
    shown = {_INDIKATOR: "indikator", _SATUAN: "satuan", _AWAL: "baseline", _TARGET: "target", _PAGU: "pagu", _STRATEGI: "strategi"}
    yield from ((name, warna) for warna, name in shown.items() if any(PERAN.get(role) == warna for role in roles))
    if any(bagian.ragu for _tabel, bagian in terbaca.bagian):
        yield _("OCR ragu"), RAGU
