"""Flat exports of planning applications (SIPD and the like): one row a subkegiatan, the program and kegiatan repeated on each row.

Columns are named by machines (kode_program, nama_giat, tolak_ukur_output, target_sub_teks, pagu_n_depan ...); their words tell the level
and what they hold. A goal becomes one node however often its row repeats it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from ...model import Indikator, Level, Nilai, Total
from ..nilai.baca import parse_nilai, parse_rupiah
from ..pohon.simpul import Pohon, Simpul
from ..tabel.matriks import Matriks, squeeze
from ..tabel.sambung import Tabel
from ..tulisan.kode import baca_kode
from ..tulisan.label import LIST_NUMBER
from ..tulisan.teks import mend
from ..tulisan.ukuran import is_indikator

_MACHINE = re.compile(r"^[a-z0-9]+(?:_[a-z0-9]+)+$")
_LEVELS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    ("subkegiatan", re.compile(r"sub|(?:^|_)n(?:_|$)|pagu|anggaran")),
    ("kegiatan", re.compile(r"giat|kegiatan|output|keluaran")),
    ("program", re.compile(r"program|outcome|capaian|hasil|target_akhir|prakiraan")),
)
_FIELDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("kode", re.compile(r"^(?:kode|kd|id)_")),
    ("uraian", re.compile(r"^(?:nama|nm)_")),
    ("indikator", re.compile(r"indikator|tol[ao]k_?ukur")),
    ("satuan", re.compile(r"satuan")),
    ("pagu", re.compile(r"pagu|anggaran")),
    ("target_akhir", re.compile(r"target_akhir")),
    ("prakiraan", re.compile(r"prakiraan")),
    ("target", re.compile(r"target")),
    ("hasil", re.compile(r"^(?:urai\w*|outcome|output|keluaran|hasil)")),
)
_BESIDE = frozenset({"satuan", "target", "target_akhir"})
"""What may stand beside an indicator under a heading that names no level ("Satuan" three times)."""
_SUM = re.compile(r"(?:jumlah|(?:grand )?total)(?: (?:pagu|anggaran|keseluruhan|seluruhnya))*:?", re.I)
_ORDER: tuple[Level, ...] = ("program", "kegiatan", "subkegiatan")


class _Kolom(Struct, frozen=True):
    level: Level | None
    isi: str
    depan: bool = False
    """Of the year after ("pagu_n_depan")."""


def is_ekspor(tabel: Tabel) -> bool:
    """Whether a grid is a flat export: most headings are machine names, and codes or names of at least two levels have columns."""
    heads = _heads(tabel)
    machine = sum(bool(_MACHINE.match(head)) for head in heads)
    if machine < 0.6 * max(len(heads), 1):
        return False
    levels = {column.level for column in map(_kolom, heads) if column is not None and column.isi in ("kode", "uraian")}
    return len(levels - {None}) >= 2


def _heads(tabel: Tabel) -> list[str]:
    matriks = tabel.segmen[0].matriks
    return [cell.text.strip().lower().replace(" ", "_") if (cell := matriks.at(0, col)) else "" for col in range(matriks.cols)]


def _kolom(head: str) -> _Kolom | None:
    if re.search(r"skpd|opd|perangkat_daerah|unit", head):
        return _Kolom(None, "kode_pd" if head.startswith(("kode", "kd")) else "pd")
    field = next((name for name, pattern in _FIELDS if pattern.search(head)), None)
    level = next((name for name, pattern in _LEVELS if pattern.search(head)), None)
    if field is None or (level is None and field not in _BESIDE) or re.search(r"kelompok|lokasi|sumber", head):
        return None
    return _Kolom(level, field, bool(re.search(r"depan|maju|n_?plus|n_?1", head)))


def _columns(heads: Sequence[str]) -> list[tuple[int, _Kolom]]:
    """The columns that are read; one whose heading names no level is of the level of the indicators at its left."""
    columns: list[tuple[int, _Kolom]] = []
    beside: Level | None = None
    for col, head in enumerate(heads):
        kolom = _kolom(head)
        if kolom is None:
            continue
        if kolom.isi == "indikator":
            beside = kolom.level
        if kolom.level is None and kolom.isi in _BESIDE:
            if beside is None:
                continue
            kolom = replace(kolom, level=beside)
        columns.append((col, kolom))
    return columns


def baca_ekspor(tabel: Tabel, start: int, tahun: int | None) -> list[Simpul]:
    """The goals of a flat export. `tahun`: year of the document; without it values of the year itself are left out."""
    columns = _columns(_heads(tabel))
    pohon = Pohon(start)
    found: dict[tuple[str, ...], Simpul] = {}
    seen: set[tuple[str, str]] = set()
    for segmen in tabel.segmen:
        for row in range(max(segmen.first, 1), segmen.end):
            cells = {col: cell.text for col, _ in columns if (cell := segmen.matriks.at(row, col)) and cell.text.strip()}
            _baris(segmen.matriks, row, [(col, kolom) for col, kolom in columns if col in cells], cells, pohon, found, seen, tahun)
    return pohon.simpul


def jumlah_ekspor(tabel: Tabel, simpul: Sequence[Simpul], tahun: int | None) -> list[Total]:
    """The sum that a flat export prints below its rows, of the year itself. None where a goal has money on several rows, of which only the
    first is read."""
    money = [col for col, kolom in _columns(_heads(tabel)) if kolom.isi == "pagu" and not kolom.depan]
    parts = [one for one in simpul if tahun and str(tahun) in one.anggaran]
    if len(money) != 1 or not parts:
        return []
    printed, found = 0, []
    for segmen in tabel.segmen:
        for row in range(max(segmen.first, 1), segmen.end):
            texts = {cell.col: cell.text.strip() for cell in segmen.matriks.filled(row) if cell.text.strip()}
            words = [text for col, text in texts.items() if col != money[0]]
            if money[0] in texts and len(words) == 1 and _SUM.fullmatch(words[0]):
                found.append((segmen.matriks.lokasi(row), parse_rupiah(texts[money[0]])))
            elif money[0] in texts:
                printed += 1
    if len(found) != 1 or printed != len(parts):
        return []
    (place, value), ids = found[0], tuple(one.id for one in parts)
    return [Total(nilai={str(tahun): value}, rincian=ids, lokasi=place)]


def _baris(
    matriks: Matriks,
    row: int,
    columns: Sequence[tuple[int, _Kolom]],
    cells: dict[int, str],
    pohon: Pohon,
    found: dict[tuple[str, ...], Simpul],
    seen: set[tuple[str, str]],
    tahun: int | None,
) -> None:
    agency = next((mend(cells[col]) for col, kolom in columns if kolom.isi == "pd"), None)
    key: tuple[str, ...] = (agency or "",)
    for level in _ORDER:
        own = [(col, kolom) for col, kolom in columns if kolom.level == level]
        name = _first(own, cells, "uraian")
        code = _first(own, cells, "kode")
        if name is None:
            continue
        key = (*key, code or squeeze(name))
        simpul = found.get(key)
        if simpul is None:
            simpul = pohon.tambah(level, name, matriks.lokasi(row), kode=baca_kode(code) if code else None)
            simpul.penanggung_jawab = agency
            simpul.hasil = (_first(own, cells, "hasil") or "").strip("[] ") or None
            found[key] = simpul
        _isi(simpul, own, cells, matriks, row, seen, tahun)


def _isi(
    simpul: Simpul,
    own: Sequence[tuple[int, _Kolom]],
    cells: dict[int, str],
    matriks: Matriks,
    row: int,
    seen: set[tuple[str, str]],
    tahun: int | None,
) -> None:
    """Adds the row's indicator and money to a goal, each only once."""
    for col, kolom in own:
        year = tahun + 1 if tahun and kolom.depan else tahun
        if kolom.isi == "pagu" and year and str(year) not in simpul.anggaran:
            simpul.anggaran[str(year)] = parse_rupiah(cells[col])
    names = _names(own, cells)
    for at, name in enumerate(names):
        if (simpul.id, squeeze(name)) in seen:
            continue
        seen.add((simpul.id, squeeze(name)))
        unit = _paired(own, cells, "satuan", at, len(names))
        target: dict[str, Nilai] = {}
        for field, year in (("target", tahun), ("prakiraan", tahun + 1 if tahun else None)):
            text = _paired(own, cells, field, at, len(names))
            if text is not None and year:
                target[str(year)] = parse_nilai(text, satuan=unit)
        end = _paired(own, cells, "target_akhir", at, len(names))
        simpul.indikator.append(
            Indikator(
                uraian=name,
                satuan=unit or next((value.satuan for value in target.values() if value.satuan), None),
                target=target,
                target_akhir=parse_nilai(end, satuan=unit) if end else None,
                penanggung_jawab=simpul.penanggung_jawab,
                lokasi=matriks.lokasi(row),
            )
        )


_NAME = re.compile(r"\s*[A-Z0-9]\S*\s+\S")


def _raw(own: Sequence[tuple[int, _Kolom]], cells: dict[int, str], field: str) -> str:
    return next((cells[col] for col, kolom in own if kolom.isi == field and not kolom.depan), "")


def _items(own: Sequence[tuple[int, _Kolom]], cells: dict[int, str], field: str) -> list[str]:
    """What one cell gathers, parted by empty lines; a part that begins small goes on with the one before."""
    parts: list[str] = []
    for part in re.split(r"\n\s*\n", _raw(own, cells, field)):
        text = part.strip()
        if parts and text[:1].islower() and not is_indikator(text, pasti=True):
            parts[-1] += f" {text}"
        else:
            parts.append(text)
    return [item for part in parts if (item := mend(part))]


def _names(own: Sequence[tuple[int, _Kolom]], cells: dict[int, str]) -> list[str]:
    """The indicators of one cell: its parts, or its lines where each can be one and a value cell has as many."""
    parts, lines = _items(own, cells, "indikator"), _lines(_raw(own, cells, "indikator"))
    if len(parts) != 1 or len(lines) < 2 or not all(map(_NAME.match, lines)):
        return parts
    paired = any(len(_lines(_raw(own, cells, field))) == len(lines) for field in ("satuan", "target", "target_akhir"))
    return [mend(line) for line in lines] if paired else parts


def _lines(raw: str) -> list[str]:
    """The filled lines of a cell, without list numbers that count them from 1."""
    lines = [line.strip() for line in raw.split("\n") if line.strip()]
    marks = [mark for line in lines if (mark := LIST_NUMBER.match(line))]
    counted = len(lines) > 1 and [int(mark[1]) for mark in marks] == list(range(1, len(lines) + 1))
    return [line[mark.end() :] for line, mark in zip(lines, marks, strict=True)] if counted else lines


def _paired(own: Sequence[tuple[int, _Kolom]], cells: dict[int, str], field: str, at: int, count: int) -> str | None:
    """The value that belongs to item `at` of `count`. Exports gather values sorted and without repeats (measured), so several values go
    with several indicators only where they are as many; else nobody can tell which is whose."""
    values = _items(own, cells, field)
    if len(values) == 1 < count:
        values = _lines(_raw(own, cells, field))
    return values[at] if len(values) == count else None


def _first(own: Sequence[tuple[int, _Kolom]], cells: dict[int, str], field: str) -> str | None:
    return next((mend(cells[col]) for col, kolom in own if kolom.isi == field and not kolom.depan), None)
