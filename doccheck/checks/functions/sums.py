"""Money adds up: a parent is the sum of its children, a printed total the sum of its rows, per year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any

from msgspec.structs import replace

from ...model import LEVELS, Dokumen, Kinerja, Level, Lokasi, Nilai
from ..bukti import di, peran
from ..butir import kunci
from ..context import Context
from ..penjumlahan import Selisih, berlipat, rupiah, salah_baca, satu_per_kode, selisih, tanpa_ulangan, tipis
from ..registry import Keluaran, Parameter, Temuan, periksa

TERBACA = 0.5
"""Figures that OCR read less surely than this are not added up; that the page was read badly is told by its note."""


@periksa("jumlah_anggaran")
def jumlah_anggaran(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """Programme = its kegiatan, kegiatan = its subkegiatan, "Jumlah" = the rows above it, each year whose parts are all read. Rows of two
    levels that were read as one, and rows that OCR hardly read, are not added up.

    Tolerance is dengan.toleransi rupiah plus half of the last printed digit per part. Where only little of the parent is
    found below it, parts are missing from the table: for a person. Facts: uraian, kode, total (a printed total, no row of its own),
    rincian (level), selisih (list of tahun, tercantum, hasil, beda), dok.
    """
    for document in ctx.pilih(*dengan["dokumen"]):
        coded = _berawalan(document)
        for node in document.kinerja:
            children = [child for child in _rincian(ctx, document, node, coded) if child.anggaran]
            if node.anggaran and children and _dijumlahkan(node, children):
                found = _berselisih(document, node, children, dengan["toleransi"])
                if found:
                    name = node.uraian or node.hasil or ""
                    yield _temuan(ctx, document, name, node.kode, node.lokasi, children, found, node.keyakinan, node.level)
        yield from _total(ctx, document, dengan["toleransi"])


def _dijumlahkan(node: Kinerja, children: Sequence[Kinerja]) -> bool:
    """Whether the rows below are parts of the row: all of one level, which is lower than the row's, and none of them read so badly that its
    figures say nothing. A goal's money is that of the programmes below it."""
    levels = {child.level for child in children}
    lower = all(LEVELS.index(level) > LEVELS.index(node.level) for level in levels)
    goal = node.level in ("misi", "tujuan", "sasaran") and levels != {"program"}
    read = min(value.keyakinan for one in (node, *children) for value in one.anggaran.values())
    return len(levels) == 1 and lower and not goal and min(read, node.keyakinan, *(child.keyakinan for child in children)) >= TERBACA


def _berselisih(document: Dokumen, node: Kinerja, children: Sequence[Kinerja], toleransi: float) -> list[Selisih]:
    """The years whose sum is wrong however the rows are read: with rows that are printed again or without them, one row a code (the second
    is a row below it whose code was cut), and with the money of a row that is divided over the lines of its indicators put together."""
    once = tanpa_ulangan(children)
    first = selisih(node.anggaran, once, toleransi)
    if not first:
        return []
    ways = [first, *(selisih(node.anggaran, parts, toleransi) for parts in (children, satu_per_kode(children)))]
    wrong = [{one.tahun for one in way if not salah_baca(one, node, children)} for way in ways]
    found = [one for one in first if all(one.tahun in years for years in wrong)]
    if not found:
        return []
    whole = _seluruh_baris(document, node)
    if whole and not selisih(whole, once, toleransi):
        return []
    if not node.kode and (tipis(found) or berlipat(found)):
        return []  # no code ties the rows to it: some were not read, or read at another level
    return found


def _seluruh_baris(document: Dokumen, node: Kinerja) -> dict[str, Nilai]:
    """The money of a row and of the rows of its level next to it with its very name, code and parent, added up; empty where there are
    none: a kegiatan with two indicators may print a part of its money on the line of each."""
    name = kunci(node.uraian)
    peers = [one for one in document.kinerja if one.level == node.level and one.tabel == node.tabel and one.anggaran]
    at = next((i for i, one in enumerate(peers) if one.id == node.id), 0)

    def kembar(one: Kinerja) -> bool:
        return one.induk == node.induk and one.kode == node.kode and kunci(one.uraian) == name

    before, after = takewhile(kembar, reversed(peers[:at])), takewhile(kembar, peers[at:])
    same = [*before, *after]
    if len(same) < 2 or not name:
        return {}
    total: dict[str, Nilai] = {}
    for year, value in node.anggaran.items():
        parts = [one.anggaran[year].angka for one in same if year in one.anggaran]
        if None not in parts:
            total[year] = replace(value, angka=sum(part or 0.0 for part in parts))
    return total


def _berawalan(document: Dokumen) -> dict[str, list[int]]:
    """Each beginning of a code up to a dot ("2.15.") -> the numbers of the rows whose codes have it."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, node in enumerate(document.kinerja):
        code = node.kode or ""
        for at, sign in enumerate(code):
            if sign == ".":
                found[code[: at + 1]].append(number)
    return found


def _rincian(ctx: Context, document: Dokumen, node: Kinerja, coded: Mapping[str, Sequence[int]]) -> list[Kinerja]:
    """The children, with those that their code and table put under the node although they were read under another row. coded: as
    `_berawalan` gives it."""
    children = ctx.anak(document, node)
    prefix = f"{(node.kode or '').strip('. ')}."
    if len(prefix) == 1 or not children:
        return children
    own = {child.id for child in children}
    level = children[0].level
    return children + [
        other
        for other in _bagiannya(ctx, document, node, coded.get(prefix, ()))
        if other.id not in own and other.level == level and other.tabel == node.tabel
        and not any(parent.kode and parent.kode.startswith(prefix[:-1]) for parent in ctx.leluhur(document, other))
    ]


def _bagiannya(ctx: Context, document: Dokumen, node: Kinerja, among: Sequence[int]) -> list[Kinerja]:
    """Of the rows with these numbers those from the node to the next row of its code: a document may print one programme for each of
    several units."""
    rows = document.kinerja
    at = ctx.nomor(document, node)
    if not among or among[-1] < at:
        return []
    end = next((i for i in range(at + 1, among[-1] + 1) if rows[i].kode == node.kode and rows[i].tabel == node.tabel), len(rows))
    return [rows[i] for i in among if at <= i < end]


def _total(ctx: Context, document: Dokumen, toleransi: float) -> Iterator[Temuan]:
    """Printed totals. One may sum all rows above it, or those since the last total or since its table began, of rows below each other the
    highest: it is wrong where no run of rows up to it agrees."""
    nodes = {node.id: node for node in document.kinerja if node.anggaran}
    before: set[str] = set()
    for total in document.total:
        rows = [nodes[id] for id in total.rincian if id in nodes]
        whole = _tertinggi(ctx, document, rows)
        parts = [part for part in whole if part.id not in before] or whole
        before.update(total.rincian)
        if len(rows) < 2 or len({part.level for part in parts}) != 1:
            continue
        if any(not selisih(total.nilai, whole[i:], toleransi) for i in range(len(whole))):
            continue
        found = selisih(total.nilai, parts, toleransi)
        if found and not berlipat(found):
            yield _temuan(ctx, document, "Jumlah", None, total.lokasi, parts, found, 1.0)


def _tertinggi(ctx: Context, document: Dokumen, rows: list[Kinerja]) -> list[Kinerja]:
    """The rows that are no part of another one among them: programmes, where their kegiatan have money as well."""
    if len({row.level for row in rows}) == 1:
        return rows
    ids = {row.id for row in rows}
    return [row for row in rows if not any(above.id in ids for above in ctx.leluhur(document, row))]


def terpercaya(found: Sequence[Selisih], parts: Sequence[Kinerja], level: Level | None, kode: str | None) -> bool:
    """Whether the tree is sure enough for an accusation: a parent is found by its code, its parts are of the next level, none of several
    has the parent's whole sum (then rows of its neighbours were read below it), and not every one of many years is wrong (then rows
    are missing from what was read). A printed total (level None) needs two rows."""
    years = set.intersection(*(set(part.anggaran) for part in parts))
    if len(found) >= 3 and len(found) >= len(years):
        return False
    if level is None:
        return len(parts) > 1
    skipped = LEVELS.index(parts[0].level) - LEVELS.index(level) != 1
    same = len(parts) > 1 and any(
        (value := part.anggaran.get(one.tahun)) and value.angka == one.tercantum.angka for part in parts for one in found
    )
    return bool(kode) and not skipped and not same


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
        telaah=tipis(found) or doubtful,
    )


def _induk(ctx: Context, document: Dokumen, part: Kinerja) -> tuple[str, ...]:
    return tuple(node.uraian for node in ctx.leluhur(document, part)[:1])
