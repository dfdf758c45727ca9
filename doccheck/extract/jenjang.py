"""The column of a matrix that lists the levels of posts below each other ("1", "Eselon III", "Pengawas", "Pelaksana")."""

from __future__ import annotations

import re

LANGKAH = 100
"""What one level adds to the group of a goal in its rank: more than a table has columns."""

_NOMOR = re.compile(r"(?:^|\b(?:level|tingkat|eselon|es\.?)\s*\.?\s*)(\d|[iv]{1,3})(?=\b|[a-d]\b|\.)", re.I)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}
_KATA: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(r"\bpelaksana\b|\bstaf\b|fungsional|\bindividu\b|\bjf[tu]?\b", re.I), 9),
    (re.compile(r"pimpinan tinggi|\bjpt\b|kepala (?:perangkat daerah|opd|skpd|pd|dinas|badan)\b", re.I), 2),
    (re.compile(r"\badministrator\b|\bkepala bidang\b|\bkabid\b", re.I), 3),
    (re.compile(r"\bpengawas\b|\bkepala (?:seksi|sub ?bagian|sub ?bidang)\b|\bkasi\b|\bketua tim\b|\bsub ?koordinator\b", re.I), 4),
)
"""Names of levels without a number (PP 11/2017, PermenPANRB 7/2022) -> the number of the level that has one."""


def jenjang(teks: str) -> int:
    """Number of a level, the highest post 1; 0 where the text names none."""
    if found := _NOMOR.search(teks):
        raw = found[1].lower()
        return int(raw) if raw.isdigit() else _ROMAN[raw]
    return next((level for pattern, level in _KATA if pattern.search(teks)), 0)
