"""Nomenclature codes (Kepmendagri 900.1.15.5-1317/2023 and its forerunners) and agency codes, as documents really print them.

urusan d · bidang d.dd · program d.dd.dd · kegiatan d.dd.dd.L.dd (L = 1 provinsi, 2 kabupaten/kota) ·
subkegiatan d.dd.dd.L.dd.dd(dd) · perangkat daerah d.dd.d.dd.d.dd.dd.dd(dd); "X.XX" stands for any bidang (program penunjang).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

KODE_SASARAN = r"[TSIPK]\.?\d{1,2}(?:\.\d{1,2}){0,3}"
"""Pattern of the code of a goal or indicator within one document ("T.1", "S.1.2", "I3")."""
LevelKode = Literal["urusan", "bidang", "program", "kegiatan", "subkegiatan"]

_SEP = r"\s?[.,:;\\]\s?"
_HEAD = r"(?:[1-8]|[xX])"
_TWO = r"(?:\d ?\d|[xX]{2})"
_NOMEN = rf"{_HEAD}(?:{_SEP}{_TWO}(?:{_SEP}\d ?\d(?:{_SEP}[12](?:{_SEP}\d{{2}}(?:{_SEP}(?:\d{{3}} \d|\d{{2,4}}))?)?)?)?)?"
_PD = rf"[1-8]{_SEP}\d{{2}}{_SEP}\d{_SEP}\d{{2}}{_SEP}\d{_SEP}\d{{2}}{_SEP}\d{{2}}{_SEP}\d{{2,4}}"
_WHOLE = re.compile(rf"[\[(]?\s*({_NOMEN})\s*[.,]?\s*[\])]?")
_WHOLE_PD = re.compile(rf"[\[(]?\s*({_PD})\s*\.?\s*[\])]?")
_GLUED = re.compile(rf"\s*[\[(]?\s*({_PD}|{_NOMEN})\s*\.?\s*[\])]?\s*[-–—:]?\s*(?=[^\W\d_])")
_SEBAGAI_TITIK = str.maketrans(",:;\\", "....")
_SEGMENTS: dict[int, LevelKode] = {1: "urusan", 2: "bidang", 3: "program", 5: "kegiatan", 6: "subkegiatan"}


def _normal(raw: str) -> str:
    return "".join(raw.split()).translate(_SEBAGAI_TITIK).strip(".").upper()


@lru_cache(maxsize=16384)
def baca_kode(text: str) -> str | None:
    """The code that is the whole text, in normal form ("1 . 01.02 ." -> "1.01.02", "3:27:03" -> "3.27.03"), or None.
    Nomenclature and agency codes; a single digit is a code only of an urusan column and is accepted too."""
    text = " ".join(text.split())
    whole = _WHOLE.fullmatch(text) or _WHOLE_PD.fullmatch(text)
    return _normal(whole[1]) if whole else None


@lru_cache(maxsize=16384)
def pisah_kode(text: str) -> tuple[str | None, str]:
    """(code, name) of a text that begins with a code of at least two segments: "2.09.02 - Penyediaan X" -> ("2.09.02", "Penyediaan X"),
    "[1.01.02] PROGRAM X" -> ("1.01.02", "PROGRAM X"). Without such a code: (None, text)."""
    glued = _GLUED.match(text)
    if not glued or not re.search(r"[.,:;\\]", glued[1]) or (level_kode(_normal(glued[1])) is None and not kode_pd(glued[1])):
        return None, text
    return _normal(glued[1]), text[glued.end() :].strip()


def gabung_kode(cells: Sequence[str]) -> str | None:
    """The code that a table splits over several cells: ["5", "01", "01", "2,01", ""] -> "5.01.01.2.01"; None if they make none."""
    parts = [part for part in ("".join(cell.split()).strip(".,") for cell in cells) if part]
    if parts and len(parts[0]) == 2 and parts[0][0] == "0":
        parts[0] = parts[0][1]
    return baca_kode(".".join(parts)) if parts else None


def level_kode(kode: str) -> LevelKode | None:
    """What a code in normal form stands for; None for agency codes and cut ones (four segments)."""
    parts = kode.split(".")
    if len(parts) >= 4 and parts[3] not in ("1", "2"):
        return None
    return _SEGMENTS.get(len(parts))


def induk_kode(kode: str) -> str | None:
    """Code of the parent: "1.01.02.2.01" -> "1.01.02"; None above an urusan and for what is no nomenclature code."""
    parts = kode.split(".")
    up = {2: 1, 3: 2, 5: 3, 6: 5}.get(len(parts))
    return ".".join(parts[:up]) if up else None


def kode_pd(text: str) -> str | None:
    """The agency code that is the whole text ("7.01.0.00.0.00.06.000"), else None."""
    whole = _WHOLE_PD.fullmatch(" ".join(text.split()))
    return _normal(whole[1]) if whole else None
