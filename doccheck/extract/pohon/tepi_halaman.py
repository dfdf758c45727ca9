"""Rows over page edges: what an edge broke in two is put together, whole rows or single cells of one.

Signs are the open cells of the row above, texts that begin in mid-sentence, missing values and codes, and numbers without their end.
"""

from __future__ import annotations

import re

from ..tabel.matriks import squeeze
from ..tabel.sambung import Tabel
from ..tulisan.kode import pisah_kode
from ..tulisan.label import level_label
from ..tulisan.mend_angka import in_pieces
from ..tulisan.teks import mend
from ..tulisan.ukuran import is_awal_butir
from .baris import GOAL_ROLES, LIST_START, VALUE_ROLES, Baris, Isi, Susunan, segment_rows
from .tingkat import is_unit

_SHORTEST = 3
_LOWER = re.compile(r"[a-z]")
_UNFINISHED = re.compile(r"(?:\b(?:dan|atau|yang|serta|untuk|dengan|pada|dalam|dari|oleh|terhadap)|[,/])\s*$", re.I)
"""Ends of a text that goes on."""
_WIDE = 0.6
_CAPITALS = 0.9
"""Share of a column's texts that begin with a capital, from which on one that does not is the rest of another."""


def baris_tabel(tabel: Tabel, susunan: Susunan) -> list[Baris]:
    """The data rows of a table: no empty rows, column numbers or repeated headings; broken rows joined."""
    rows: list[Baris] = []
    habits = _Kebiasaan(susunan)
    title = None
    for segmen in tabel.segmen:
        first = segmen.awal_halaman
        pita = segmen.pita
        open_money = _open_cells(rows[-1], susunan) if first and rows else {}
        for baris in segment_rows(segmen, tabel):
            if (wide := _title(baris)) is not None:
                if first and wide == title:
                    continue  # the name of the agency, printed again below the heading of each page
                title = wide
            baris.pita, pita = pita, ()
            baris.awal = first
            _carry(open_money, baris, susunan)
            if first and rows and _is_rest(rows[-1], baris, habits, susunan):
                _join(rows[-1], baris)
            else:
                baris.ragu = first and bool(rows)
                rows.append(baris)
                habits.tambah(baris)
            first = False
    capital = _capital_columns(rows, susunan)
    for at, baris in enumerate(rows):
        if baris.ragu:
            _join_cells(rows, at, susunan, capital)
            baris.ragu = _may_be_rest(baris, susunan, capital)
    return rows


def _title(baris: Baris) -> str | None:
    """The text of a row with one cell over most of the table's width."""
    return squeeze(next(iter(baris.isi.values())).raw) if len(baris.isi) == 1 and baris.lebar >= _WIDE else None


def _open_cells(last: Baris, susunan: Susunan) -> dict[int, Isi]:
    """Money in the last row of a page, which a merged cell may carry over the page edge (measured: not printed again)."""
    return {g: isi for g in susunan.grup("pagu") if (isi := last.isi.get(g) or last.covering.get(g))}


def _carry(open_money: dict[int, Isi], baris: Baris, susunan: Susunan) -> None:
    """Lets merged money reach the rows of the next page, until a goal begins or the column has a cell of its own."""
    if any(susunan.kolom[g].peran in ("goal", "hierarki", "kode") for g in baris.isi):
        open_money.clear()
    for group in list(open_money):
        if group in baris.isi:
            del open_money[group]
        else:
            cell = baris.kosong.get(group)
            if cell is None or (cell.row == baris.nomor and not baris.awal):
                del open_money[group]
            else:
                baris.covering.setdefault(group, open_money[group])


def _is_rest(above: Baris, baris: Baris, habits: _Kebiasaan, susunan: Susunan) -> bool:
    """Whether the first row of a page is the rest of the last row of the page before.

    Signs: its texts go on in cells that were open there, none opens like a new item, and a text goes on in lower case, or lacks the code
    that all goals of this table have, or the row lacks the values that rows of this table have.
    """
    peran = {g: susunan.kolom[g].peran for g in baris.isi}
    texts = {g: isi for g, isi in baris.isi.items() if peran[g] in GOAL_ROLES or peran[g] == "indikator"}
    values = [g for g in baris.isi if peran[g] in VALUE_ROLES or peran[g] in ("satuan", "no")]
    if not texts or "kode" in peran.values() or any(LIST_START.match(isi.raw) or level_label(isi.raw) for isi in texts.values()):
        return False
    if any(g not in above.isi and g not in above.covering for g in texts):
        return False
    if _is_last_word(above, baris, habits):
        return True
    lower = any(re.match(r"[a-z(]", isi.raw) or _completes(above, g, isi.raw) for g, isi in texts.items())
    above_values = [g for g in above.isi if susunan.kolom[g].peran in VALUE_ROLES]
    if values:
        return lower and (not above_values or all(_is_rest_of_value(above, baris, g, susunan) for g in values))
    return lower or (habits.berkode() and "hierarki" in peran.values()) or (habits.bernilai() and bool(above_values))


def _completes(above: Baris, group: int, rest: str) -> bool:
    """Whether the text of the page before stops in mid-sentence (at "dan", a comma, in brackets that only the rest closes)."""
    begun = above.isi.get(group)
    if begun is None:
        return False
    closed = rest.find(")")
    open_bracket = begun.raw.count("(") > begun.raw.count(")") and closed >= 0 and "(" not in rest[:closed]
    return open_bracket or bool(_UNFINISHED.search(begun.raw))


def _is_last_word(above: Baris, baris: Baris, habits: _Kebiasaan) -> bool:
    """Whether a row holds nothing but the last word of the goal above ("Kantor"), in a column where no goal so far is one word."""
    if len(baris.isi) != 1 or baris.lebar >= _WIDE:
        return False
    group, isi = next(iter(baris.isi.items()))
    begun = above.isi.get(group)
    if begun is None or not isi.raw.isalpha() or " " not in begun.text or group not in habits.berkata_banyak or is_unit(isi.raw):
        return False
    return isi.raw.istitle() or begun.raw.isupper() == isi.raw.isupper()


class _Kebiasaan:
    """What the rows of a table have so far. They are counted one by one, since the first row of each page asks; the last row, with which
    the next page may go on, only when the one after it begins."""

    def __init__(self, susunan: Susunan) -> None:
        self._susunan = susunan
        self._hierarki = susunan.grup("hierarki")
        self._last: Baris | None = None
        self._goals = self._codes = self._rows = self._valued = 0
        self.berkata_banyak = set(susunan.grup("goal", "hierarki"))
        """Columns of goals none of which is a single word."""

    def tambah(self, row: Baris) -> None:
        """Takes in the next row."""
        self._goals, self._codes, self._rows, self._valued = self._counts()
        self._last = row
        self.berkata_banyak -= {g for g in self.berkata_banyak if g in row.isi and row.isi[g].raw.isalpha()}

    def _counts(self) -> tuple[int, int, int, int]:
        """Goal cells, those with a code, rows without titles, those with values."""
        goals, codes, rows, valued = self._goals, self._codes, self._rows, self._valued
        if self._last is not None:
            cells = [self._last.isi[g].raw for g in self._hierarki if g in self._last.isi]
            goals += len(cells)
            codes += sum(pisah_kode(raw)[0] is not None for raw in cells)
            if _title(self._last) is None:
                rows += 1
                valued += any(self._susunan.kolom[g].peran in VALUE_ROLES for g in self._last.isi)
        return goals, codes, rows, valued

    def berkode(self) -> bool:
        """Whether (nearly) all goals carry codes."""
        goals, codes, _rows, _valued = self._counts()
        return goals >= 4 and codes >= 0.9 * goals

    def bernilai(self) -> bool:
        """Whether the rows have values, titles apart."""
        _goals, _codes, rows, valued = self._counts()
        return valued >= 0.8 * rows


def _is_rest_of_value(above: Baris, baris: Baris, group: int, susunan: Susunan) -> bool:
    """Whether a value or unit at the top of a page is the rest of one that the page edge broke ("512.3 06.00" and "0", "Persenta" and
    "se")."""
    if group not in above.isi:
        return False
    first, rest = above.isi[group].raw, baris.isi[group].raw
    if susunan.kolom[group].peran == "satuan":
        return bool(_LOWER.match(rest)) and " " not in mend(f"{first}\n{rest}")
    return susunan.kolom[group].peran in VALUE_ROLES and in_pieces([*first.split("\n"), *rest.split("\n")])


def _capital_columns(rows: list[Baris], susunan: Susunan) -> frozenset[int]:
    """Columns of goals, outcomes and indicators whose texts begin with capitals, but for some at the top of a page."""
    capital = set()
    for group, kolom in susunan.kolom.items():
        if kolom.peran in GOAL_ROLES or kolom.peran == "indikator":
            lower = [bool(_LOWER.match(row.isi[group].raw)) for row in rows if group in row.isi and not row.ragu]
            if sum(lower) <= (1 - _CAPITALS) * len(lower):
                capital.add(group)
    return frozenset(capital)


def _begins_within(baris: Baris, group: int, capital: frozenset[int]) -> bool:
    """Whether the text of a cell at the top of a page begins in mid-sentence."""
    raw = baris.isi[group].raw
    return group in capital and len(raw) > _SHORTEST and bool(_LOWER.match(raw)) and not (LIST_START.match(raw) or is_awal_butir(raw))


def _join_cells(rows: list[Baris], at: int, susunan: Susunan, capital: frozenset[int]) -> None:
    """Takes out of row `at`, the first of a page, the texts that go on with cells of the page before, where other columns begin anew: of
    goals, and of indicators where several columns hold such."""
    baris, above = rows[at], rows[at - 1]
    texts = [g for g in baris.isi if susunan.kolom[g].peran in ("goal", "indikator")]
    rests = [g for g in texts if _begins_within(baris, g, capital) and (g in above.isi or g in above.covering)]
    if len(rests) == len(texts):
        return
    for group in rests:
        if susunan.kolom[group].peran == "goal":
            baris.lanjutan[group] = baris.isi.pop(group)
        elif sum(susunan.kolom[g].peran == "indikator" for g in texts) > 1:
            begun = next((rows[before] for before in range(at - 1, -1, -1) if group in rows[before].isi), None)
            if begun:  # what covers the row above may be the heading itself, merged downwards
                begun.isi[group].raw += f"\n{baris.isi.pop(group).raw}"


def _may_be_rest(baris: Baris, susunan: Susunan, capital: frozenset[int]) -> bool:
    """Whether a row that was not joined to the one before begins in mid-sentence."""
    return any(_begins_within(baris, g, capital) for g in baris.isi if g in susunan.kolom)


def _join(above: Baris, rest: Baris) -> None:
    for group, isi in rest.isi.items():
        if group in above.isi:
            above.isi[group].raw = f"{above.isi[group].raw}\n{isi.raw}"
        elif group in above.covering:
            above.lanjutan[group] = isi
        else:
            above.isi[group] = isi
