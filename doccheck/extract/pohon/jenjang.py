"""The rank of posts: from the column of a matrix that lists levels below each other ("1", "Eselon III", "Pengawas"), and from the names of
the posts themselves ("Kepala Bidang Perikanan")."""

from __future__ import annotations

import re
from functools import lru_cache

from ..tulisan.urutan import ROMAWI

LANGKAH = 100
"""What one level adds to the group of a goal in its rank: more than a table has columns."""
LAIN = 5
"""The rank of posts whose names tell none."""

_NOMOR = re.compile(r"(?:^|\b(?:level|tingkat|eselon|es\.?)\s*\.?\s*)(\d|[iv]{1,3})(?=\b|[a-d]\b|\.)", re.I)
_JENJANG: tuple[tuple[int, re.Pattern[str]], ...] = (
    (9, re.compile(r"(?<!kepala )\bpelaksana\b|\bstaf\b(?! ahli)|fungsional|\bindividu\b|\bjf[tu]?\b", re.I)),
    (2, re.compile(r"pimpinan tinggi|\bjpt\b", re.I)),
    (3, re.compile(r"\badministrator\b", re.I)),
    (4, re.compile(r"\bpengawas\b|\bketua tim\b", re.I)),
)
"""Names of levels without a number (PP 11/2017, PermenPANRB 7/2022), with the number of the level that has one."""
_AWALAN = re.compile(r"^\W*(?:(?:level|tingkat|jenjang|pejabat)\b\W*)+", re.I)
_JABATAN: tuple[tuple[int, re.Pattern[str]], ...] = (
    (4, re.compile(r"\bseksi\b|\bsub[\s.-]*(?:bag|bid|koord)|\bkas(?:ie?|ub)|\blurah\b", re.I)),
    (
        3,
        re.compile(
            r"\bbidang\b|\bkabid\b|\bbagian\b|\bkabag\b|^sekretari(?:s|at)\b(?!\s+daerah)|\birban|pembantu|\buptd?\b|\bbalai\b", re.I
        ),
    ),
    (2, re.compile(r"^(?:kepala|kadis|kaban|inspektur|camat|direktur|dinas|badan|sekretaris|sekretariat|inspektorat|kecamatan)\b", re.I)),
    (1, re.compile(r"^(?:bupati|wali\s?kota|gubernur)\b", re.I)),
)
"""Ranks of posts and of the units that stand for them by the words of their names; the first that holds decides."""


def jenjang(teks: str) -> int:
    """Number of the level that a cell of a column of levels names, the highest post 1; 0 where it names none."""
    found = _NOMOR.search(teks)
    if found and (number := int(found[1]) if found[1].isdigit() else ROMAWI.get(found[1].lower(), 0)):
        return number
    named = next((level for level, pattern in _JENJANG if pattern.search(teks)), None)
    rank = named or tingkat_jabatan(_AWALAN.sub("", teks))
    return rank if named or rank != LAIN else 0


@lru_cache(maxsize=2048)
def tingkat_jabatan(teks: str) -> int:
    """Rank of a post by its words: 1 head of region, 2 head of an agency, 3 heads of its parts, 4 of their parts, 5 (`LAIN`) all others."""
    return next((rank for rank, pattern in _JABATAN if pattern.search(teks)), LAIN)
