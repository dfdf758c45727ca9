"""What kind of table it is, from its columns, its caption and the kind of document; and whether it is about performance at all."""

from __future__ import annotations

import re

from ..model import Jenis, JenisTabel
from .kolom import Kolom
from .sambung import Tabel

_HISTORY = re.compile(r"pencapaian kinerja pelayanan|anggaran dan realisasi pendanaan|t-?c\.?\s*2[34]\b", re.I)
_IKU = re.compile(r"indikator kinerja utama|\biku\b", re.I)
_IKK = re.compile(r"indikator kinerja (?:kunci|daerah|penyelenggara\w*|urusan)|\bik[kd]\b|mengacu pada tujuan dan sasaran", re.I)
_RENAKSI = re.compile(r"rencana aksi|renaksi", re.I)


def jenis_tabel(tabel: Tabel, jenis: Jenis) -> JenisTabel | None:
    """Kind of a table with a recognised heading; None where it says nothing of performance (staff lists, assets, strategies alone)."""
    kolom = [k for k in tabel.kolom if k.peran != "lain"]
    roles: set[str] = {k.peran for k in kolom}
    levels: set[str | None] = {k.tingkat for k in kolom if k.peran == "goal"}
    judul = tabel.judul or ""
    if _HISTORY.search(judul):
        return None
    goals = "goal" in roles or "hierarki" in roles
    if "indikator" not in roles:
        return _without_indicators(tabel.kolom, roles, levels, judul, jenis)
    if "target" not in roles and "realisasi" not in roles and not goals and "formula" not in roles and "baseline" not in roles:
        return None
    if jenis == "lkjip" and ("realisasi" in roles or "capaian" in roles):
        return "capaian"
    if "periode_bulan" in roles or _RENAKSI.search(judul):
        return "rencana_aksi"
    if jenis == "renja" and ("pagu" in roles or "hierarki" in roles):
        return "renja"
    if "outcome" in roles and "output" in roles and "target" not in roles:
        return "cascading"
    if not goals or "formula" in roles:
        return "ikk" if _IKK.search(judul) and not _IKU.search(judul) else "iku"
    if jenis == "pk":
        return "pk"
    if jenis == "cascading":
        return "cascading"
    if "pagu" in roles or "hierarki" in roles or "program" in levels:
        return "program"
    if _IKU.search(judul):
        return "iku"
    return "tujuan_sasaran"


def _without_indicators(
    columns: tuple[Kolom, ...], roles: set[str], levels: set[str | None], judul: str, jenis: Jenis
) -> JenisTabel | None:
    if "pagu" in roles and ("hierarki" in roles or levels & {"program", "kegiatan", "subkegiatan"}):
        if "realisasi_anggaran" in roles and jenis != "lkjip":
            return None
        return "pk_anggaran" if jenis in ("pk", "lkjip") else "program"
    if re.search(r"prioritas", judul, re.I) and "program" in levels and ("outcome" in roles or "hierarki" in roles):
        return "prioritas"
    if {"tujuan", "sasaran"} <= levels and any(k.kepala.lower().startswith(("strategi", "arah")) for k in columns):
        return "lainnya"
    return None
