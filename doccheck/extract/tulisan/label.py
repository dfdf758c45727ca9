"""Labels in front of goals: "TUJUAN 1 :", "Program ...", "Sub Kegiatan ..."."""

from __future__ import annotations

import re

from ...model import Level

_LABEL: tuple[tuple[re.Pattern[str], Level], ...] = (
    (re.compile(r"^misi(?![a-z])\s*(?:ke\w*\s*|pertama\s*)?(?:\d|[ivx]+\b|:)", re.I), "misi"),
    (re.compile(r"^tujuan(?![a-z])(?:\s*(?:misi|pd|opd|rpjmd|perangkat daerah|renstra))?\s*(?:\d|[ivx]+\b|:)", re.I), "tujuan"),
    (re.compile(r"^sasaran(?![a-z])(?:\s*(?:strategis|misi|pd|opd|rpjmd|perangkat daerah|renstra))*\s*(?:\d|[ivx]+\b|:)", re.I), "sasaran"),
    (re.compile(r"^program\b", re.I), "program"),
    (re.compile(r"^sub[\s-]*keg(?:iatan|\b)", re.I), "subkegiatan"),
    (re.compile(r"^keg(?:iatan|\.)\s*(?=\S)", re.I), "kegiatan"),
    (re.compile(r"^(?:rencana\s+)?aksi\s*(?:\d|:)|^aktivitas\s*(?:\d|:)", re.I), "aktivitas"),
)
LIST_NUMBER = re.compile(r"\s*(\d{1,2})[.)]\s+(?=\S)")
"""The number of an item in a list ("1. ", "2) "); group 1 is the number."""


def level_label(text: str) -> Level | None:
    """Level that a label in front of a text names."""
    for pattern, level in _LABEL:
        if pattern.match(text):
            return level
    return None
