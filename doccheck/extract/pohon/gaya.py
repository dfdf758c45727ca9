"""How one table writes its goals, measured over all its rows before any is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct, structs

from ...model import Level
from ..tulisan.kode import pisah_kode
from ..tulisan.label import level_label
from ..tulisan.teks import strip_label
from .baris import LIST_START, Baris, Isi, Susunan

_WORD = re.compile(r"\w{3,}")
ACTIVE_GOAL = re.compile(
    r"^(?:me(?:ning|wujud|ngem|nurun|mper|njadi|ndorong|nguat|ngoptimal|ngurang)\w*kan|mewujudkan|memperkuat)\b", re.I
)
"""Active verbs with which tujuan begin ("Meningkatkan ..."), while sasaran state what is reached ("Meningkatnya ...")."""
_MEASURE = re.compile(r"(?:jumlah|p(?:er|ro)sentase|nilai|indeks|cakupan|tingkat|rasio|rata-rata|(?:me|ter)\w+nya)\b", re.I)
"""How indicators begin."""
_MONEY_DIGITS = 6
_IS_MONEY, _NO_MONEY = 0.6, 0.2
"""Share of a column's cells that hold money, from which and up to which it is a column of money, or none."""


class Gaya(Struct, frozen=True):
    """How a table writes its goals, counted over its rows before they are read.

    berkode: most of its goal cells carry a code · berlabel, selalu_berlabel: many, or nearly all, begin with "PROGRAM", "Kegiatan",
    "Sasaran 1 :" ... · tebal: bold and plain goal cells both occur, to tell more than capitals do · kapital: goals in capitals and others
    both occur · kolom_kode: codes stand in a column of their own · hasil: the headings name outcomes or outputs too · tujuan: which goals
    of a column "Tujuan/Sasaran" are tujuan where no wording tells: the bold ones, or the first where no numbers make them equals ·
    tingkat: levels that the headings name.
    """

    berkode: bool = False
    berlabel: bool = False
    selalu_berlabel: bool = False
    tebal: bool = False
    kolom_kode: bool = False
    kapital: bool = False
    hasil: bool = False
    tujuan: Literal["tebal", "pertama"] | None = None
    tingkat: frozenset[Level] = frozenset()


def ukur_gaya(rows: Sequence[Baris], susunan: Susunan) -> Gaya:
    """The style of a table's columns of mixed levels."""
    groups = susunan.grup("hierarki")
    cells = [row.isi[g] for row in rows for g in groups if g in row.isi and _WORD.search(row.isi[g].raw)]
    heads = " ".join(susunan.kolom[g].kepala for g in groups).lower().replace("sub kegiatan", "subkegiatan")
    levels: tuple[Level, ...] = ("misi", "tujuan", "sasaran", "program", "kegiatan", "subkegiatan")
    coded = sum(pisah_kode(cell.text)[0] is not None for cell in cells)
    code_column = susunan.grup("kode")
    coded_rows = sum(any(g in row.isi for g in code_column) for row in rows)
    labelled = sum(level_label(strip_label(cell.text, "indikator")) is not None for cell in cells)
    bold = sum(cell.bold for cell in cells)
    named = frozenset(level for level in levels if re.search(rf"\b{level}\b", heads))
    lower = [cell.bold for cell in cells if not cell.text.isupper()]
    return Gaya(
        berkode=coded >= 0.3 * len(cells) and coded > 0,
        berlabel=labelled >= 0.3 * len(cells) and labelled > 0,
        selalu_berlabel=labelled >= 0.9 * len(cells) and labelled > 2,
        tebal=0 < bold < len(cells) and ("subkegiatan" in named or "kegiatan" not in named or 0 < sum(lower) < len(lower)),
        kapital=0 < sum(cell.text.isupper() for cell in cells) < len(cells),
        tujuan=_tujuan(cells, rows, susunan) if re.fullmatch(r"\W*tujuan\W*(?:dan|/)?\W*sasaran\W*", heads) else None,
        hasil=bool(re.search(r"\b(?:out ?comes?|out ?puts?|keluaran)\b", heads)),
        kolom_kode=coded_rows >= 0.3 * len(rows) and coded_rows > 0,
        tingkat=named,
    )


def _tujuan(cells: Sequence[Isi], rows: Sequence[Baris], susunan: Susunan) -> Literal["tebal", "pertama"] | None:
    """What tells the tujuan among the cells of a column "Tujuan/Sasaran" without labels, codes and active verbs."""
    if len(cells) < 2 or any(ACTIVE_GOAL.match(cell.text) or level_label(strip_label(cell.text, "indikator")) for cell in cells):
        return None
    bold = [cell.bold for cell in cells]
    if bold[0] and not all(bold):
        return "tebal"
    heads = [susunan.kolom[g].kepala.lower() for g in susunan.grup("indikator")]
    numbers = susunan.grup("no")
    numbered = any(cell.bernomor or LIST_START.match(cell.raw) for cell in cells) or any(g in row.isi for row in rows for g in numbers)
    return "pertama" if any("tujuan" in head and "sasaran" in head for head in heads) and not numbered else None


def kolom_bernomor(rows: Sequence[Baris], susunan: Susunan) -> frozenset[int]:
    """Goal columns in which every text begins with a list number or code, but for those at the top of a page."""
    marked = set()
    for group in susunan.grup("goal"):
        texts = [row.isi[group].raw for row in rows if group in row.isi and not row.awal]
        if len(texts) >= 2 and all(LIST_START.match(text) for text in texts):
            marked.add(group)
    return frozenset(marked)


def benahi_kolom(rows: Sequence[Baris], susunan: Susunan) -> Susunan:
    """Headings err (TARGET / TARGET over target and pagu, or the two exchanged): where a year has two such columns and only one of them
    holds money, that is the pagu. Only in tables that have pagu columns at all: a target in rupiah is no pagu."""
    if not susunan.grup("pagu"):
        return susunan
    kolom = dict(susunan.kolom)
    groups = [g for g in susunan.grup("target", "pagu") if kolom[g].tahun is not None]
    for year in sorted({year for g in groups if (year := kolom[g].tahun) is not None}):
        pair = [g for g in groups if kolom[g].tahun == year]
        shares = [share for g in pair if (share := _money_share(rows, g)) is not None]
        if len(pair) != 2 or len(shares) != 2 or max(shares) < _IS_MONEY or min(shares) > _NO_MONEY:
            continue
        for group, share in zip(pair, shares, strict=True):
            kolom[group] = structs.replace(kolom[group], peran="pagu" if share == max(shares) else "target")
    return Susunan(kolom)


def tukar_lokasi(rows: Sequence[Baris], susunan: Susunan) -> None:
    """Puts indicators and places right where some rows have the one in the column of the other."""
    places = [g for g, kolom in susunan.kolom.items() if re.match(r"(?:.*/ )?lokasi$", kolom.kepala, re.I)]
    indicators = susunan.grup("indikator")
    if len(places) != 1 or len(indicators) != 1:
        return
    place, indicator = places[0], indicators[0]
    for row in rows:
        if place in row.isi and indicator in row.isi and _MEASURE.match(row.isi[place].raw) and not _MEASURE.match(row.isi[indicator].raw):
            row.isi[place], row.isi[indicator] = row.isi[indicator], row.isi[place]


def _money_share(rows: Sequence[Baris], group: int) -> float | None:
    """Share of a column's cells that hold sums of money; None where it has fewer than two."""
    texts = [row.isi[group].raw for row in rows if group in row.isi]
    if len(texts) < 2:
        return None
    return sum(sum(map(str.isdecimal, text)) >= _MONEY_DIGITS for text in texts) / len(texts)
