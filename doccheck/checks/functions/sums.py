"""Money adds up: a parent is the sum of its children, a printed total the sum of its rows, per year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from ...model import LEVELS, Dokumen, Kinerja, Level, Lokasi, Nilai
from ..bukti import di, peran
from ..context import Context, kunci
from ..registry import Keluaran, Parameter, Temuan, periksa


class Selisih(Struct, frozen=True):
    tahun: str
    tercantum: Nilai
    hasil: float
    rincian: int

    @property
    def beda(self) -> float:
        return (self.tercantum.angka or 0.0) - self.hasil


@periksa("jumlah_anggaran")
def jumlah_anggaran(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """Programme = its kegiatan, kegiatan = its subkegiatan, "Jumlah" = the rows above it, each year whose parts are all read.

    Tolerance is dengan.toleransi rupiah plus half of the last printed digit per part. Where only little of the parent is
    found below it, parts are missing from the table: for a person. Facts: uraian, kode, total (a printed total, no row of its own),
    rincian (level), selisih (list of tahun, tercantum, hasil, beda), dok.
    """
    for document in ctx.pilih(*dengan["dokumen"]):
        for node in document.kinerja:
            children = [child for child in _rincian(ctx, document, node) if child.anggaran]
            if node.anggaran and children and len({child.level for child in children}) == 1:
                once = tanpa_ulangan(children)
                found = selisih(node.anggaran, once, dengan["toleransi"]) and selisih(node.anggaran, children, dengan["toleransi"])
                found = [one for one in found if not salah_baca(one, node, children)]
                if found:
                    name = node.uraian or node.hasil or ""
                    yield _temuan(ctx, document, name, node.kode, node.lokasi, children, found, node.keyakinan, node.level)
        yield from _total(ctx, document, dengan["toleransi"])


def _rincian(ctx: Context, document: Dokumen, node: Kinerja) -> list[Kinerja]:
    """The children, with those that their code and table put under the node although they were read under another row."""
    children = ctx.anak(document, node)
    prefix = f"{(node.kode or '').strip('. ')}."
    if len(prefix) == 1 or not children:
        return children
    own = {child.id for child in children}
    level = children[0].level
    return children + [
        other
        for other in _bagiannya(document, node)
        if other.id not in own and other.level == level and other.tabel == node.tabel and (other.kode or "").startswith(prefix)
        and not any(parent.kode and parent.kode.startswith(prefix[:-1]) for parent in ctx.leluhur(document, other))
    ]


def _bagiannya(document: Dokumen, node: Kinerja) -> Sequence[Kinerja]:
    """The rows from the node to the next one of its code: a document may print one programme for each of several units."""
    rows = document.kinerja
    at = next(i for i, one in enumerate(rows) if one.id == node.id)
    end = next((i for i in range(at + 1, len(rows)) if rows[i].kode == node.kode and rows[i].tabel == node.tabel), len(rows))
    return rows[at:end]


def _total(ctx: Context, document: Dokumen, toleransi: float) -> Iterator[Temuan]:
    """Printed totals. One may sum all rows above it, or those since the last total or since its table began: it is wrong where no
    run of rows up to it agrees."""
    nodes = {node.id: node for node in document.kinerja if node.anggaran}
    before: set[str] = set()
    for total in document.total:
        whole = [nodes[id] for id in total.rincian if id in nodes]
        parts = [part for part in whole if part.id not in before] or whole
        before.update(total.rincian)
        if len(parts) < 2 or len({part.level for part in parts}) != 1:
            continue
        if any(not selisih(total.nilai, whole[i:], toleransi) for i in range(len(whole))):
            continue
        if found := selisih(total.nilai, parts, toleransi):
            yield _temuan(ctx, document, "Jumlah", None, total.lokasi, parts, found, 1.0)


def selisih(parent: Mapping[str, Nilai], parts: Sequence[Kinerja], toleransi: float) -> list[Selisih]:
    """The years whose printed value is not the sum of its parts. A dash among the parts is nothing; a part without a value for
    the year, or one that was not understood, leaves the year unjudged, and so does a total far below one of its parts (a row of column
    numbers that was taken for a total)."""
    found = []
    for year, value in sorted(parent.items()):
        cells = [part.anggaran.get(year) for part in parts]
        if value.angka is None or any(cell is None or (cell.angka is None and cell.jenis != "kosong") for cell in cells):
            continue
        known = [cell for cell in cells if cell and cell.angka is not None]
        if not known or 2 * value.angka < max(cell.angka or 0.0 for cell in known):
            continue
        total = sum(cell.angka or 0.0 for cell in known)
        slack = toleransi + 0.5 * (satuan_cetak(value) + sum(satuan_cetak(cell) for cell in known))
        if abs(value.angka - total) > slack:
            found.append(Selisih(year, value, total, len(known)))
    return found


def salah_baca(one: Selisih, node: Kinerja, parts: Sequence[Kinerja]) -> bool:
    """Whether one digit would mend a sum of figures that OCR read: the page is in doubt then, and the reading tells so."""
    cells = [one.tercantum, *(value for part in parts if (value := part.anggaran.get(one.tahun)))]
    scanned = min([node.keyakinan, *(part.keyakinan for part in parts), *(cell.keyakinan for cell in cells)]) < 1.0
    return scanned and len(f"{abs(one.beda):.0f}".rstrip("0")) == 1


def tanpa_ulangan(parts: Sequence[Kinerja]) -> list[Kinerja]:
    """Parts that a table prints again (on the next page, for another outcome) with the same money count once."""
    seen: dict[tuple[str, ...], Kinerja] = {}
    for part in parts:
        money = tuple(f"{year}={value.angka}" for year, value in sorted(part.anggaran.items()))
        seen.setdefault((part.kode or kunci(part.uraian), *money), part)
    return list(seen.values())


def terpercaya(found: Sequence[Selisih], parts: Sequence[Kinerja], level: Level | None, kode: str | None) -> bool:
    """Whether the tree is sure enough for an accusation: a parent is found by its code, its parts are of the next level, none of several
    has the parent's whole sum (then rows of its neighbours were read below it), and not every one of many years is wrong (then rows
    are missing from what was read). A printed total (level None) needs two rows, whose sum does not look as if rows of two levels
    were added."""
    years = set.intersection(*(set(part.anggaran) for part in parts))
    if len(found) >= 3 and len(found) >= len(years):
        return False
    if level is None:
        return len(parts) > 1 and all(one.hasil < 1.5 * (one.tercantum.angka or 0.0) for one in found)
    skipped = LEVELS.index(parts[0].level) - LEVELS.index(level) != 1
    same = len(parts) > 1 and any(
        (value := part.anggaran.get(one.tahun)) and value.angka == one.tercantum.angka for part in parts for one in found
    )
    return bool(kode) and not skipped and not same


def satuan_cetak(value: Nilai) -> float:
    """Rupiah of the last printed digit: 1 of "1.500.000", 1e6 of "1.500" in millions, 0 where decimals of a rupiah are printed."""
    digits = re.sub(r"\D", "", value.teks)
    if not digits or not value.angka:
        return 0.0
    if value.desimal and abs(int(digits) / 10**value.desimal - abs(value.angka)) < 1:
        return 0.0
    scale = abs(value.angka) * 10**value.desimal / int(digits) if int(digits) else 1.0
    return scale / 10**value.desimal if scale > 1.5 else 1.0


def rupiah(angka: float) -> str:
    """ "1.500.000" as Indonesian prints it."""
    return f"{angka:,.0f}".replace(",", ".")


def _temuan(
    ctx: Context,
    document: Dokumen,
    uraian: str,
    kode: str | None,
    lokasi: Lokasi,
    parts: Sequence[Kinerja],
    found: list[Selisih],
    keyakinan: float,
    level: Level | None = None,
) -> Temuan:
    name = f"{kode} {uraian}".strip() if kode else uraian
    most = max(found, key=lambda one: abs(one.beda))
    thin = all(one.hasil < 0.7 * (one.tercantum.angka or 0.0) for one in found)
    doubtful = not terpercaya(found, parts, level, kode)
    facts: dict[str, Any] = {
        "uraian": uraian,
        "total": level is None,
        "kode": kode,
        "rincian": parts[0].level,
        "selisih": [
            {"tahun": one.tahun, "tercantum": one.tercantum.teks, "hasil": rupiah(one.hasil), "beda": rupiah(abs(one.beda))}
            for one in found
        ],
        "dok": peran(document),
    }
    shown = [(part, part.anggaran[most.tahun]) for part in parts if most.tahun in part.anggaran][:8]
    sure = min([keyakinan, most.tercantum.keyakinan, *(part.keyakinan for part in parts), *(value.keyakinan for _, value in shown)])
    return Temuan(
        bukti=(
            di(document, name, lokasi, peran(document), most.tercantum),
            *(di(document, " ".join(filter(None, (part.kode, part.uraian))), part.lokasi, peran(document), value) for part, value in shown),
        ),
        subjek=(name, parts[0].level, *(_induk(ctx, document, parts[0]) if not kode else ())),
        jenis=document.jenis,
        perangkat_daerah=document.perangkat_daerah,
        fakta=facts,
        keyakinan=0.95 * sure * ctx.terbaca(document),
        telaah=thin or doubtful,
    )


def _induk(ctx: Context, document: Dokumen, part: Kinerja) -> tuple[str, ...]:
    return tuple(node.uraian for node in ctx.leluhur(document, part)[:1])
