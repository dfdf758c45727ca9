"""What the columns of a heading are when they are looked at together: quarters, years that only their neighbours explain, the starting
condition, an indicator column that is called otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from msgspec import structs

from ..tulisan.urutan import ROMAWI
from .kolom import Kolom, Peran
from .matriks import squeeze
from .tahun import hanya_tahun, kepala_tahun_ke, tahun_dari_header, tahun_ke

_BARE = re.compile(r"^(?:\d\d?|[ivx]{1,3})$")
_VALUES = frozenset({"target", "realisasi", "capaian", "periode_bulan", "lain"})
_QUARTERS = 4
_MONTHS = 12
_NO_WORD = re.compile(r"[\W\d]*$")
_NEXT = re.compile(r"prakiraan maju|\bn\s*\+\s*1\b", re.I)
_BEFORE = re.compile(r"\bn\s*[-–]\s*([12])\b", re.I)
_MEASURED = re.compile(r"realisasi\b", re.I)
_ACHIEVED = re.compile(r"capaian\s+realisasi\W*$", re.I)
_TEXTS = frozenset({"formula", "sumber"})
_GOALS = re.compile(r"tujuan|sasaran", re.I)
_RESULT = re.compile(r"sasaran\s+(program|kegiatan|sub\s?kegiatan)\b(?!\s*[/&]|\s+dan\b)", re.I)
_WORK = re.compile(r"program|kegiatan", re.I)


def kolom_bersama(columns: Sequence[Kolom], paths: Sequence[Sequence[str]], mulai: int | None) -> list[Kolom]:
    """The columns with what only the whole heading tells. paths: headings over each column, top row first · mulai: year of "Tahun ke-1"."""
    found = _ordinals(list(columns), paths, mulai)
    found = _achieved(_goals_beside_programmes(_results(_ladder(_named_otherwise(found)))))
    if any(k.peran == "indikator" for k in found) and not any(k.peran in ("target", "pagu") for k in found):
        found = [_year_column(k) for k in found]
    found = _beside(found, paths)
    found = [_offset(k) for k in found]
    return _before(_start(found), mulai)


def _ordinals(columns: list[Kolom], paths: Sequence[Sequence[str]], mulai: int | None) -> list[Kolom]:
    """Columns whose lowest headings count 1, 2, 3 ... under one heading: twelve are months, four without the word "tahun"
    are quarters, else years."""
    keys = [(tuple(path[:-1]) if len(path) > 1 and _BARE.match(squeeze(path[-1])) else None) for path in paths]
    for key, run in groupby(range(len(columns)), key=keys.__getitem__):
        at = list(run)
        if key is None or len(at) < 3:
            continue
        numbers = [_number(paths[col][-1]) for col in at]
        if numbers != list(range(1, len(at) + 1)) or any(kepala_tahun_ke(text) for text in key):
            continue
        years = any(re.search(r"tahun(?!an)", text, re.I) for text in key) and not any(re.search(r"triwulan|\btw\b", t, re.I) for t in key)
        for col, number in zip(at, numbers, strict=True):
            if columns[col].peran not in _VALUES:
                continue
            if len(at) == _MONTHS or (len(at) == _QUARTERS and not (years and tahun_dari_header(" ".join(key)) is None)):
                columns[col] = structs.replace(columns[col], peran="periode_bulan", tahun=None)
            elif mulai is not None and years and columns[col].tahun is None:
                columns[col] = structs.replace(columns[col], tahun=mulai + number - 1)
    return columns


def _number(text: str) -> int:
    key = squeeze(text)
    return int(key) if key.isdigit() else ROMAWI.get(key, 0)


def _year_column(kolom: Kolom) -> Kolom:
    """A heading that is only a year, without "Target" above it, stands over targets where indicators stand beside it."""
    if kolom.peran == "lain" and hanya_tahun(kolom.kepala):
        return Kolom(peran="target", kepala=kolom.kepala, tahun=tahun_dari_header(kolom.kepala))
    if kolom.peran == "lain" and (ordinal := tahun_ke(kolom.kepala)) and kolom.tahun is None and len(kolom.kepala) < 12:
        return Kolom(peran="target", kepala=kolom.kepala, geser=ordinal - 1) if ordinal else kolom
    return kolom


def _beside(columns: list[Kolom], paths: Sequence[Sequence[str]]) -> list[Kolom]:
    """Years without "Target" above them beside years that have it: the word stands over the middle of the run only, without rules, or over
    the years after the first one, which stands between the starting condition and them."""
    years = [tahun_dari_header(path[-1]) if path and hanya_tahun(path[-1]) else None for path in paths]
    order = range(len(columns))
    for step, walk in ((1, order), (-1, reversed(order))):
        for at in walk:
            near, year = at - step, years[at]
            if year is None or columns[at].peran != "lain" or not 0 <= near < len(columns) or columns[near].tahun != year - step:
                continue
            alone = years[near] is not None or step > 0 or any(k.peran == "baseline" for k in columns[:at])
            if columns[near].peran == "target" and alone:
                columns[at] = Kolom(peran="target", kepala=columns[at].kepala, tahun=year)
    return columns


def _offset(kolom: Kolom) -> Kolom:
    """Years that a yearly document names by distance only: "Prakiraan Maju", "n+1", "n-2"."""
    if kolom.tahun is not None or kolom.geser:
        return kolom
    if _NEXT.search(kolom.kepala):
        return structs.replace(kolom, geser=1)
    before = _BEFORE.search(kolom.kepala)
    return structs.replace(kolom, geser=-int(before[1])) if before else kolom


def _named_otherwise(columns: list[Kolom]) -> list[Kolom]:
    """ "URAIAN" over the indicators, where no other column can hold them and formula, source or targets stand beside it (IKU decrees)."""
    roles: set[Peran] = {k.peran for k in columns}
    if roles & {"indikator", "goal", "hierarki", "pagu"} or "uraian" not in roles:
        return columns
    reasons = any(re.search(r"dasar ?pertimbangan", k.kepala, re.I) for k in columns)
    if not (roles & _TEXTS or reasons):
        return columns
    first = next(at for at, k in enumerate(columns) if k.peran == "uraian")
    return [structs.replace(k, peran="indikator") if at == first else k for at, k in enumerate(columns)]


def _achieved(columns: list[Kolom]) -> list[Kolom]:
    """ "Capaian Realisasi" right of "Realisasi" and of a target is how much of the target is achieved, no second realisation."""
    measured = any(k.peran == "realisasi" and _MEASURED.match(k.kepala) for k in columns)
    if not measured or not any(k.peran in ("target", "target_akhir") for k in columns):
        return columns
    return [structs.replace(k, peran="capaian", tahun=None) if k.peran == "realisasi" and _ACHIEVED.match(k.kepala) else k for k in columns]


def _goals_beside_programmes(columns: list[Kolom]) -> list[Kolom]:
    """ "Tujuan/Sasaran" with programmes in a column at its right: the goals that these serve, so a code between them is the programmes'."""
    return [
        structs.replace(k, peran="goal", tingkat="sasaran")
        if k.peran == "hierarki" and _GOALS.search(k.kepala) and not _WORK.search(k.kepala) and any(map(_holds_work, columns[at + 1 :]))
        else k
        for at, k in enumerate(columns)
    ]


def _holds_work(kolom: Kolom) -> bool:
    return kolom.peran in ("hierarki", "goal") and _WORK.search(kolom.kepala) is not None


def _ladder(columns: list[Kolom]) -> list[Kolom]:
    """Outcomes and outputs that have indicators of their own at their right are rungs of a cascade beside those of other columns: goals."""
    if sum(k.peran == "indikator" for k in columns) < 2:
        return columns
    after = [*columns[1:], None]
    return [
        structs.replace(k, peran="goal", tingkat="sasaran") if k.peran in ("outcome", "output") and n and n.peran == "indikator" else k
        for k, n in zip(columns, after, strict=True)
    ]


def _results(columns: list[Kolom]) -> list[Kolom]:
    """ "Sasaran Program (Outcome)" right of the programmes, "Sasaran Kegiatan" right of the kegiatan: what those bring about, no goals of
    their own."""
    before = [None, *columns[:-1]]
    return [
        structs.replace(k, peran="outcome" if left.tingkat == "program" else "output", tingkat=None)
        if k.peran in ("goal", "hierarki")
        and left is not None
        and left.peran == "goal"
        and (of := _RESULT.match(k.kepala)) is not None
        and squeeze(of[1]) == left.tingkat
        else k
        for left, k in zip(before, columns, strict=True)
    ]


def _start(columns: list[Kolom]) -> list[Kolom]:
    """A lone "Capaian 2024" or "Realisasi 2024" before the targets of several later years is the starting condition."""
    targets = sorted({k.tahun for k in columns if k.peran == "target" and k.tahun})
    past = [at for at, k in enumerate(columns) if k.peran in ("realisasi", "capaian") and k.tahun]
    if len(targets) < 3 or not past or any(k.peran == "baseline" for k in columns):
        return columns
    years = {columns[at].tahun for at in past}
    year = years.pop() if len(years) == 1 else None
    if year is None or year >= targets[0]:
        return columns
    return [structs.replace(k, peran="baseline") if at in past else k for at, k in enumerate(columns)]


def _before(columns: list[Kolom], mulai: int | None) -> list[Kolom]:
    """A heading that is only the year before the plan begins, beside those of its years, is the starting condition."""
    later = sum(k.peran == "target" and k.tahun is not None and mulai is not None and k.tahun >= mulai for k in columns)
    if mulai is None or later < 3 or any(k.peran == "baseline" for k in columns):
        return columns
    return [structs.replace(k, peran="baseline") if _bare_before(k, mulai) else k for k in columns]


def _bare_before(kolom: Kolom, mulai: int) -> bool:
    return kolom.peran == "target" and kolom.tahun == mulai - 1 and hanya_tahun(kolom.kepala) and _NO_WORD.match(kolom.kepala) is not None
