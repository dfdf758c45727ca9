"""How surely one table was read, with the reasons, and the notes on what could not be read in it.

Signs: rows that became nothing, columns whose heading says nothing, values that do not fit their column, rows that a page edge broke,
the confidence of OCR; and printed sums that equal their rows, which confirm the digits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from ...bahasa import _
from ...catatan import catatan
from ...model import Catatan, Total
from ..nilai.baca import parse_nilai, parse_rupiah
from ..tabel.kolom import peran_kepala
from .baris import Baris, Isi, Susunan
from .jumlah import sums_agree
from .simpul import Simpul

_MONEY = frozenset({"pagu", "pagu_akhir", "baseline_pagu", "realisasi_anggaran"})
_VALUES = frozenset({"target", "target_akhir", "baseline", "realisasi"})
_UNREADABLE = 0.5
"""Confidence of a value with digits in it that makes no number (see parse_nilai)."""
_MISFIT, _FEW = 0.5, 3
"""A column does not fit its heading where this share of at least so many cells is unreadable."""
_PERCENT = re.compile(r"\d\s*%")
_MOSTLY_NUMBER = re.compile(r"\W*\d[\d\W]*[^\W\d_]{0,12}\W*$")
"""Digits with at most one word: other texts ("Level 3 Penuh") are no numbers that could not be read."""
_NOTES = 12
_WEIGHT_ROWS, _WEIGHT_HEADS, _WEIGHT_VALUES, _WEIGHT_BROKEN = 0.5, 0.3, 0.5, 0.03
_FREE_HEADS = 0.25
"""Share of columns without a role that costs nothing: remarks and the like have headings of many kinds."""
RAGU = 0.7
"""Below it a reading is for a person to look at: that below which findings are marked by default."""
_FILLED = 0.8
"""How surely a table is read whose headings are partly those of the official form."""
_UNRULED = 0.8
"""How surely a table is read whose columns no rule parts."""


class Penilaian(Struct, frozen=True):
    """keyakinan: 0..1 · alasan: what lowered or raised it · catatan: notes EXT-04, EXT-05 and EXT-06 with their places · letak: how surely
    its values stand where they were read, without the doubts of OCR about single cells, which each value carries itself; a table that
    OCR hardly read at all is in doubt as a whole."""

    keyakinan: float
    alasan: tuple[str, ...]
    catatan: tuple[Catatan, ...]
    letak: float


def nilai_tabel(
    rows: Sequence[Baris], susunan: Susunan, simpul: Sequence[Simpul], total: Sequence[Total], tanpa_peran: int, diisi: int = 0
) -> Penilaian:
    """Judges the reading of one table. tanpa_peran: rows with several texts that became neither goal nor indicator nor money; diisi:
    columns whose heading is that of the official form, because the printed one cannot be read."""
    sure = 1.0
    reasons: list[str] = []
    notes: list[Catatan] = []
    if tanpa_peran:
        sure *= 1 - _WEIGHT_ROWS * tanpa_peran / len(rows)
        reasons.append(_("{n} dari {m} baris tidak menghasilkan sasaran atau indikator").format(n=tanpa_peran, m=len(rows)))
    if diisi:
        sure *= _FILLED
        reasons.append(_("kepala {n} kolom tidak terbaca; diisi menurut bentuk baku").format(n=diisi))
    unknown, columns = _unknown_heads(rows, susunan)
    if columns and unknown / columns > _FREE_HEADS:
        sure *= 1 - _WEIGHT_HEADS * (unknown / columns - _FREE_HEADS)
        reasons.append(_("kepala {n} dari {m} kolom tidak dikenali").format(n=unknown, m=columns))
    bad, cells, found = _misfits(rows, susunan)
    notes += found
    if bad:
        sure *= 1 - _WEIGHT_VALUES * bad / cells
        reasons.append(_("{n} dari {m} nilai tidak terbaca sebagai angka").format(n=bad, m=cells))
    broken = [row for row in rows if row.ragu]
    if broken:
        sure *= max(0.8, 1 - _WEIGHT_BROKEN * len(broken))
        reasons.append(_("{n} baris di awal halaman mungkin lanjutan baris sebelumnya").format(n=len(broken)))
        notes += [catatan("EXT-05", row.lokasi) for row in broken[:_NOTES]]
    placed = sure
    ocr = [cell.confidence for row in rows for cell in row.matriks.filled(row.nomor)] if _from_ocr(rows) else []
    if ocr:
        mean = sum(ocr) / len(ocr)
        sure *= mean
        reasons.append(_("dibaca dengan OCR (keyakinan rata-rata {n}%)").format(n=round(100 * mean)))
    elif any(row.matriks.grid.source == "text" for row in rows):
        sure *= _UNRULED
        placed = sure
        reasons.append(_("tabel tanpa garis; kolom dikenali dari letak tulisannya"))
    if sums_agree(total, simpul):
        sure, placed = 1 - (1 - sure) * 0.5, 1 - (1 - placed) * 0.5
        reasons.append(_("jumlah yang tercetak sama dengan jumlah barisnya"))
    return Penilaian(round(sure, 2), tuple(reasons), tuple(notes), round(placed if sure >= RAGU else sure, 2))


def _from_ocr(rows: Sequence[Baris]) -> bool:
    return any(row.matriks.grid.source == "ocr" for row in rows)


def _unknown_heads(rows: Sequence[Baris], susunan: Susunan) -> tuple[int, int]:
    """(columns with data whose heading names no role, columns with data)."""
    used = {group for row in rows for group in row.isi}
    heads = [susunan.kolom[group] for group in sorted(used)]
    unknown = [k for k in heads if k.peran == "lain" and not any(peran_kepala(part) for part in k.kepala.split(" / "))]
    return len(unknown), len(heads)


def _misfits(rows: Sequence[Baris], susunan: Susunan) -> tuple[int, int, list[Catatan]]:
    """(unreadable values, values, notes): EXT-04 for a column of which most are unreadable, else EXT-06 for each cell."""
    bad_all = cells_all = 0
    notes: list[Catatan] = []
    for group, kolom in sorted(susunan.kolom.items()):
        if kolom.peran not in _MONEY | _VALUES:
            continue
        cells = [(row, row.isi[group]) for row in rows if group in row.isi]
        bad = [(row, isi) for row, isi in cells if not _fits(isi, kolom.peran)]
        bad_all += len(bad)
        cells_all += len(cells)
        if len(cells) >= _FEW and len(bad) >= _MISFIT * len(cells):
            notes.append(catatan("EXT-04", bad[0][0].tempat(bad[0][1]), kolom.kepala))
        else:
            notes += [catatan("EXT-06", row.tempat(isi), isi.text) for row, isi in bad]
    return bad_all, cells_all, notes[:_NOTES]


def _fits(isi: Isi, peran: str) -> bool:
    if peran in _MONEY and not _PERCENT.search(isi.raw):
        return isi.raw.strip(" .").lower() == "rp" or parse_rupiah(isi.raw).jenis != "teks"
    value = parse_nilai(isi.raw)
    return value.jenis != "teks" or value.keyakinan > _UNREADABLE or not _MOSTLY_NUMBER.match(isi.text)
