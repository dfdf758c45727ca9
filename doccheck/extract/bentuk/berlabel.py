"""Goals that stand as labelled lines instead of in a table: "Sasaran 1: ...", "Indikator: ...", "Target: 90%"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from ...layout import Layout, Page, Paragraph
from ...model import Indikator, Level, Lokasi
from ..nilai.baca import parse_nilai, parse_rupiah
from ..pohon.simpul import Pohon, Simpul
from ..tulisan.teks import mend, strip_label

KEYAKINAN = 0.85
"""Of goals that no grid holds together."""
_LABEL = (
    r"(?P<label>tujuan|sasaran(?:\s+(?:strategis|kinerja|program|kegiatan))?|program|sub\s*kegiatan|kegiatan|"
    r"indikator(?:\s+kinerja)?(?:\s+(?:utama|kunci|individu|tujuan|sasaran|program|kegiatan))?|target(?:\s+kinerja)?|satuan|anggaran|pagu)"
    r"(?:\s+(?:tahun\s+)?(?P<nomor>\d{1,4}))?\s*[:=]\s*"
)
_BARIS = re.compile(rf"^\W*(?:(?:\d{{1,2}}|[a-z])[.)]\s*)?{_LABEL}(?P<isi>\S.*)$", re.I | re.S)
_BATAS = re.compile(rf"\s*(?:(?:[;,|]|(?<=[^\W\d_][^\W\d_])\.|(?<=[%)])\.)\s+|\n\s*)(?={re.sub('[?]P<[a-z]+>', '?:', _LABEL)})", re.I)
"""What stands between two labelled parts of one paragraph."""
_LEVEL: dict[str, Level] = {
    "tujuan": "tujuan", "sasaran": "sasaran", "program": "program", "subkegiatan": "subkegiatan", "kegiatan": "kegiatan",
}


@dataclass
class _Baris:
    label: str
    nomor: int | None
    isi: str
    lokasi: Lokasi


def baca_berlabel(layout: Layout, start: int, tahun: int | None) -> list[Simpul]:
    """The goals of a document whose tables hold none; empty unless some goal has an indicator with a target. tahun: of a yearly document,
    for targets and money that name no year. What follows a label and has none itself belongs to it only where the lines stand close."""
    pohon = Pohon(start)
    for row in _baris(layout):
        if (level := _level(row.label)) is not None:
            node = pohon.tambah(level, strip_label(row.isi, level), row.lokasi)
            node.keyakinan = KEYAKINAN
        elif (goal := pohon.last) is not None:
            _isi(goal, row, tahun)
    return pohon.simpul if any(one.target for node in pohon.simpul for one in node.indikator) else []


def _level(label: str) -> Level | None:
    """Of a label, "sasaran strategis" and "sub kegiatan" among them."""
    return _LEVEL.get(label.split()[0] if label.startswith("sasaran") else label.replace(" ", ""))


def _isi(goal: Simpul, row: _Baris, tahun: int | None) -> None:
    """Takes a line below a goal: an indicator, or what belongs to the last indicator or to the goal."""
    year = row.nomor if row.nomor and row.nomor > 1000 else tahun
    if row.label.startswith("indikator"):
        goal.indikator.append(Indikator(uraian=strip_label(row.isi), lokasi=row.lokasi))
    elif row.label in ("anggaran", "pagu"):
        if year:
            goal.anggaran.setdefault(str(year), replace(parse_rupiah(row.isi), lokasi=row.lokasi))
    elif goal.indikator and row.label == "satuan":
        goal.indikator[-1] = replace(goal.indikator[-1], satuan=row.isi)
    elif goal.indikator and year:
        last = goal.indikator[-1]
        value = parse_nilai(row.isi, satuan=last.satuan, lokasi=row.lokasi)
        if str(year) not in last.target:
            goal.indikator[-1] = replace(last, target={**last.target, str(year): value}, satuan=last.satuan or value.satuan)


def _baris(layout: Layout) -> Iterator[_Baris]:
    """The labelled lines, also where several stand in one paragraph; in a PDF, where each line is a paragraph, with the lines close below
    that go on with them."""
    for page in layout.pages:
        row: _Baris | None = None
        above: Paragraph | None = None
        for block in page.paragraphs:
            parts = _BATAS.split(block.text) if ":" in block.text or "=" in block.text else [block.text]
            for at, text in enumerate(parts):
                found = _BARIS.match(text)
                if found:
                    if row:
                        yield row
                    number = int(found["nomor"]) if found["nomor"] else None
                    row = _Baris(" ".join(found["label"].lower().split()), number, mend(found["isi"]), _tempat(page, block))
                elif row and above and at == 0 and _dekat(above, block):
                    row.isi = mend(f"{row.isi}\n{text}")
                elif row:
                    yield row
                    row = None
            above = block
        if row:
            yield row


def _dekat(above: Paragraph, below: Paragraph) -> bool:
    """Whether a line goes on with the one above: as close as lines of one paragraph."""
    if above.box is None or below.box is None:
        return False
    return below.box[1] - above.box[3] < 0.5 * (above.box[3] - above.box[1])


def _tempat(page: Page, block: Paragraph) -> Lokasi:
    return Lokasi(halaman=page.number, lembar=page.sheet, kotak=block.box)
