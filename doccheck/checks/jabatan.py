"""The rank of an official from the name of the post, as PK and cascading tables print it."""

from __future__ import annotations

import re
from typing import Literal

from ..match.pk import tanpa_plt

Jenjang = Literal["kdh", "kepala", "iii", "iv", "jf", "lain"]
"""Head of the region · head of an agency (eselon II, and the camat) · administrator · pengawas · JF and pelaksana."""

TINGKAT: tuple[Jenjang, ...] = ("kdh", "kepala", "iii", "iv", "jf", "lain")
"""From the top."""
RENDAH: tuple[Jenjang, ...] = ("iii", "iv", "jf")
"""Below the head of the agency, from the top."""

_POLA: tuple[tuple[Jenjang, str], ...] = (
    ("kdh", r"(wakil )?(gubernur|bupati|wali ?kota)\b"),
    ("lain", r"(asisten|staf ahli|staf khusus)\b"),
    ("iii", r"(inspektur pembantu|irban)\b"),
    ("iii", r"wakil direktur|(sekretaris|kepala sekretariat) (kecamatan|camat)\b"),
    ("iv", r"(kepala|ka\.?) ?(upt|uptd|uptb|puskesmas|tu\b|tata usaha)|kepala unit pelaksana"),
    ("iv", r"(kepala|ka\.?) ?(seksi|sub ?bagian|sub ?bidang|sub ?unit|sub ?direktorat|subag)|kasi\b|kasub|lurah\b"),
    ("jf", r"ketua tim|sub ?-?koordinator|subkor|pejabat fungsional|jabatan fungsional|pelaksana\b"),
    ("jf", r".*\bahli (pertama|muda|madya|utama)\b|.*\b(terampil|mahir|penyelia)$"),
    ("iii", r"(kepala|ka\.?) ?(bidang|bagian)\b|kabid\b|kabag\b|koordinator\b"),
    ("kepala", r"sekretaris (daerah|dprd|dewan)|sekda\b|sekwan\b"),
    ("iii", r"sekretaris\b|sekdis\b|kepala sekretariat\b"),
    ("kepala", r"kepala ?(dinas|badan|satuan|kantor|pelaksana|biro|perangkat|bappe|inspektorat)|kadis\b|kaban\b|kasat\b"),
    ("kepala", r"(inspektur|camat|direktur|ka\.? ?dinas)\b"),
    ("jf", r"(analis|pranata|penyuluh|pengelola|pengadministrasi|penata|perencana|auditor|arsiparis|penelaah|operator)\b"),
)


def jenjang(jabatan: str) -> Jenjang:
    """The rank of a post; "lain" where the name does not tell."""
    text = tanpa_plt(" ".join(jabatan.lower().split()))
    for rank, pola in _POLA:
        if re.match(pola, text):
            return rank
    return "lain"


def sekretariat(jabatan: str) -> bool:
    """Whether the post heads a secretariat (of the region, of its council), whose parts have goals of their own."""
    return bool(re.match(r"sekretaris (daerah|dprd|dewan)|sekda\b|sekwan\b", tanpa_plt(" ".join(jabatan.lower().split()))))


def sekretaris(jabatan: str) -> bool:
    """Whether the post is that of a secretary, or of whoever acts for one."""
    return bool(re.match(r"sekretar|sekdis\b", tanpa_plt(" ".join(jabatan.lower().split()))))


def rumah_sakit(jabatan: str) -> bool:
    """Whether the post runs a hospital, which has clients and an index of its own."""
    return bool(re.match(r"(direktur |kepala )?(rsud|rumah sakit)\b", tanpa_plt(" ".join(jabatan.lower().split()))))
