"""What the tables of an LKjIP show by themselves: the indicators that are reported for the year, and the comparisons in their rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec import Struct
from rapidfuzz.distance import Levenshtein

from ...model import Indikator, JenisAnalisis, Kinerja, Lokasi
from .bagian import Tulisan

_HEADINGS_OF_TABLES: tuple[tuple[JenisAnalisis, re.Pattern[str]], ...] = (
    ("nasional", re.compile(r"nasional|provinsi", re.I)),
    ("penyebab", re.compile(r"faktor|penyebab|kendala|hambatan|analisis", re.I)),
)
_SIGNS, _BRACKETS = re.compile(r"[\W_]+"), re.compile(r"\([^)]*\)")
_NATIONAL = re.compile(r"nasional|provinsi lain|kabupaten\W+(?:dan\W+)?kota lain|benchmark", re.I)
_TO_END = re.compile(r"jangka menengah|renstra|rp(?:jm)?d\b", re.I)
"""Captions of tables that compare with the country, or with the end of the plan."""
_UPPER = ("misi", "tujuan", "sasaran")


class BarisCapaian(Struct, frozen=True):
    """A row of a table of achievement, with the caption of its table."""

    indikator: Indikator
    judul: str


def sasaran_indikator(kinerja: Sequence[Kinerja], names: Iterable[str]) -> dict[str, str]:
    """Name of an indicator -> its goal, for comparison; without those whose goal is not printed."""
    wanted = {kunci(name): name for name in names}
    found: dict[str, str] = {}
    for node in kinerja:
        if node.tabel == "capaian" and node.uraian:
            for one in node.indikator:
                if (name := wanted.get(kunci(one.uraian))) is not None:
                    found.setdefault(name, kunci(node.uraian))
    return found


@lru_cache(maxsize=8192)
def kunci(text: str) -> str:
    """A name for comparison: small letters and digits, without signs and what stands in brackets."""
    return _SIGNS.sub(" ", _BRACKETS.sub(" ", text.lower())).strip()


def indikator_dilaporkan(kinerja: Sequence[Kinerja], tahun: int | None) -> dict[str, list[BarisCapaian]]:
    """The indicators that are reported for the year by name, of goals above the programs where there are such, with all their rows in
    tables of achievement. Those that only tables of past years name are left out."""
    nodes = [node for node in kinerja if node.tabel == "capaian" and node.indikator]
    nodes = [node for node in nodes if node.level in _UPPER] or nodes
    found: dict[str, list[BarisCapaian]] = {}
    names: dict[str, str] = {}
    for node in nodes:
        for one in node.indikator:
            key = kunci(one.uraian)
            if key not in names:
                names[key] = next((names[other] for other in names if _misspelt(key, other)), one.uraian)
            found.setdefault(names[key], []).append(BarisCapaian(one, node.judul_tabel or ""))
    reported = {name: rows for name, rows in found.items() if tahun is None or any(_of_year(one.indikator, str(tahun)) for one in rows)}
    promised = {name: rows for name, rows in reported.items() if any(_compared(one.indikator, tahun) for one in rows)}
    return promised or reported


def _misspelt(a: str, b: str) -> bool:
    """Whether two names differ only by a slip of the pen in long words, as they do from table to table."""
    one, other = a.split(), b.split()
    return len(one) == len(other) and all(
        x == y or (min(len(x), len(y)) > 6 and x[:3] == y[:3] and Levenshtein.distance(x, y) == 1) for x, y in zip(one, other, strict=True)
    )


def _of_year(one: Indikator, year: str) -> bool:
    return any(value is not None and value.jenis != "kosong" for value in (one.target.get(year), one.realisasi.get(year)))


def _compared(one: Indikator, tahun: int | None) -> bool:
    """Whether a row sets the year's target beside what was achieved."""
    return any(year in one.target for year in ([str(tahun)] if tahun else one.realisasi)) and bool(one.realisasi or one.capaian)


def perbandingan_tabel(shown: Sequence[BarisCapaian], kinerja: Sequence[Kinerja], tahun: int | None) -> dict[JenisAnalisis, Lokasi]:
    """The comparisons that the rows of one indicator show, and where."""
    found: dict[JenisAnalisis, Lokasi] = {}
    years: set[str] = set()
    for row in shown:
        one = row.indikator
        years |= set(one.realisasi)
        if _NATIONAL.search(row.judul):
            found.setdefault("nasional", one.lokasi)
        if one.target and set(one.target) & set(one.realisasi):
            found.setdefault("target_realisasi", one.lokasi)
        if len(years) > 1:
            found.setdefault("tahun_lalu", one.lokasi)
        later = tahun is not None and any(year.isdigit() and int(year) > tahun for year in one.target)
        if (one.realisasi and (one.target_akhir or later)) or "akhir" in one.capaian:
            found.setdefault("jangka_menengah", one.lokasi)
        if _TO_END.search(row.judul) and one.realisasi:
            found.setdefault("jangka_menengah", one.lokasi)
        if one.efisiensi or one.serapan:
            found.setdefault("efisiensi", one.lokasi)
    spent = next((node.lokasi for node in kinerja if node.realisasi_anggaran), None)
    if spent is not None:
        found.setdefault("program", spent)
    return found


def kepala_analisis(chapter: Iterable[Tulisan]) -> dict[JenisAnalisis, Lokasi]:
    """Analyses that only the headings of tables show."""
    found: dict[JenisAnalisis, Lokasi] = {}
    for one in chapter:
        if one.tabel is None:
            continue
        head = " ".join(cell.text for cell in one.tabel.cells if cell.row < 2)
        if not re.search(r"indikator", head, re.I):
            continue
        for kind, pattern in _HEADINGS_OF_TABLES:
            if pattern.search(head):
                found.setdefault(kind, one.lokasi)
    return found
