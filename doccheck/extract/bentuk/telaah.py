"""Tables in which an agency's plan reviews the goals of the head of region ("Telaah visi, misi dan program kepala daerah").

They quote goals and indicators of the RPJMD beside prose on problems and causes. Nothing in them is a promise of the agency, so they are no
part of its performance tree: they become quotations, by which links show whether the region's goals are quoted as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...layout import Cell
from ...model import Indikator, Level, Lokasi
from ..pohon.simpul import Pohon, Simpul
from ..tabel.kolom import Kolom
from ..tabel.sambung import Segmen, Tabel
from ..tulisan.teks import mend, strip_label

_CAPTION = re.compile(r"\btelaah\w*\s+(?:terhadap\s+)?(?:visi|misi|tujuan|sasaran|program kepala|rp(?:jm)?d\b)", re.I)
_MARK = re.compile(r"^\s*(?:[-–•*▪➢]|\d{1,2}[.)]|[a-z][.)])\s*(?=\S)")
_LEVEL = re.compile(r"\s*\(\s*(tujuan|sasaran)(?:\s+(?:strategis\s+)?\d{1,2}(?:\.\d+)*)?\s*\)\s*$", re.I)
_NAMED = re.compile(r"^\s*(tujuan|sasaran)(?:\s+strategis)?\s+(?:\d{1,2}(?:\.\d+)*|[ivx]{1,4})\s*[:.]\s*", re.I)
_OTHERS = re.compile(r"\b(?:renstra|perangkat daerah|pd|opd|skpd|k/?l|kementerian|provinsi)\b", re.I)
_BESIDE = 3.0
"""Points by which the first line of an indicator may stand above that of its goal."""


def is_telaah(tabel: Tabel) -> bool:
    """Whether a table reviews goals of the region: by its caption, with columns of goals and of indicators."""
    judul = tabel.judul or ""
    if not _CAPTION.search(judul) or _OTHERS.search(judul):
        return False
    return bool(_goals(tabel)) and any(k.peran == "indikator" for k in tabel.kolom)


def baca_telaah(tabel: Tabel, start: int) -> list[Simpul]:
    """The quoted goals with the indicators beside them, of scope "rpjmd". start: number of the first."""
    pohon = Pohon(start)
    goals, measures = _goals(tabel), [n for n, k in enumerate(tabel.kolom) if k.peran == "indikator"]
    seen: set[tuple[int, int]] = set()
    for segmen in tabel.segmen:
        for row in range(segmen.first, segmen.end):
            placed = []
            for number, level in goals.items():
                for text, height, lokasi in _items(segmen, row, number, seen):
                    named = _LEVEL.search(text) or _NAMED.search(text)
                    found: Level = "tujuan" if named and named[1].lower() == "tujuan" else "sasaran" if named else level
                    cleaned = strip_label(_NAMED.sub("", _LEVEL.sub("", text)), found)
                    if len(cleaned) > 3:
                        placed.append((height, pohon.tambah(found, cleaned, lokasi, lingkup="rpjmd")))
            for number in measures:
                for text, height, lokasi in _items(segmen, row, number, seen):
                    owner = _owner(height, placed) or pohon.last
                    if owner is not None and len(text) > 3:
                        owner.indikator.append(Indikator(uraian=strip_label(text, "indikator"), lokasi=lokasi))
    return pohon.simpul


def _goals(tabel: Tabel) -> dict[int, Level]:
    """Columns of tujuan or sasaran, with the level of an item that names none itself."""
    columns = ((n, k) for n, k in enumerate(tabel.kolom) if k.peran in ("goal", "hierarki"))
    return {n: _level(k) for n, k in columns if re.search("tujuan|sasaran", k.kepala, re.I)}


def _level(kolom: Kolom) -> Level:
    return "tujuan" if re.search("tujuan", kolom.kepala, re.I) and not re.search("sasaran", kolom.kepala, re.I) else "sasaran"


def _owner(height: float | None, placed: list[tuple[float | None, Simpul]]) -> Simpul | None:
    """The last goal of the row that begins at or above an indicator; the first one where heights are not known."""
    above = [goal for at, goal in placed if height is None or at is None or at <= height + _BESIDE]
    return above[-1] if above and height is not None else placed[0][1] if placed else None


def _items(segmen: Segmen, row: int, number: int, seen: set[tuple[int, int]]) -> Iterator[tuple[str, float | None, Lokasi]]:
    """The list items of a column's cell on a row, each with the height of its first line; merged cells once."""
    for column in (at for at, target in enumerate(segmen.kolom) if target == number):
        cell = segmen.matriks.at(row, column)
        if cell is None or not cell.text.strip() or (id(segmen), id(cell)) in seen:
            continue
        seen.add((id(segmen), id(cell)))
        for text, height in _split(cell):
            yield text, height, segmen.matriks.lokasi(row, cell)


def _split(cell: Cell) -> list[tuple[str, float | None]]:
    lines = cell.text.split("\n")
    parts: list[tuple[list[str], float | None]] = []
    for at, line in enumerate(lines):
        if _MARK.match(line) or not parts:
            parts.append(([_MARK.sub("", line)], cell.y[at] if cell.y else None))
        else:
            parts[-1][0].append(line)
    made = [(re.sub(r"\s+[-–•]$", "", mend("\n".join(part))).strip(), height) for part, height in parts]
    return [(text, height) for text, height in made if text.strip(" -–•")]
