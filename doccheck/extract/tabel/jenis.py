"""What kind of table it is, from its columns, its caption and the kind of document; and whether it is about performance at all."""

from __future__ import annotations

import re

from ...model import Jenis, JenisTabel
from .kolom import Kolom
from .sambung import Tabel

_HISTORY = re.compile(
    r"(?:pen)?capaian kinerja (?:pe)?layanan|anggaran dan realisasi (?:pe)?ndanaan|t-?c\.?\s*2[34]\b|"
    r"t-?c\.?\s*(?:29|3[0-2])\b|evaluasi (?:terhadap )?(?:hasil|pelaksanaan|renja|rkpd|rpjmd)|usulan program|"
    r"\btelaah|\brevi[ue]w? (?:terhadap|rancangan awal)\b|\bkomparasi|identifikasi permasalahan",
    re.I,
)
_PAST = re.compile(r"^(?:tabel\s*[\w.]*\s*[:.]?\s*)?(?:rekapitulasi |evaluasi )?(?:pen)?(?:capaian|realisasi)\b", re.I)
_ANALYSIS = re.compile(r"permasalahan|faktor\s*(?:peng|pen)|\bkekuatan\b|\bkelemahan\b|\bancaman\b|\bpeluang\b", re.I)
_IKU = re.compile(r"indikator kinerja utama|\biku\b", re.I)
_IKK = re.compile(r"indikator kinerja (?:kunci|daerah|penyelenggara\w*|urusan)|\bik[kd]\b|mengacu pada tujuan dan sasaran", re.I)
_RENAKSI = re.compile(r"rencana aksi|renaksi", re.I)
_QUARTERS_OF_PK = 8
"""Columns of quarters (targets, perhaps realisations) that the annex of an agreement may have; twelve months make it an action plan."""
_UPPER = frozenset({"misi", "tujuan", "sasaran"})


def jenis_tabel(tabel: Tabel, jenis: Jenis, periode: tuple[int, int] | None = None) -> JenisTabel | None:
    """Kind of a table with a recognised heading in a document of a kind and period; None where it says nothing of performance (staff
    lists, assets, analyses, history)."""
    roles: set[str] = {k.peran for k in tabel.kolom if k.peran != "lain"}
    judul = tabel.judul or ""
    if _HISTORY.search(judul) or any(_ANALYSIS.search(k.kepala) for k in tabel.kolom):
        return None
    if jenis in ("renstra", "rpjmd") and _PAST.match(judul):
        return None
    if jenis in ("renstra", "rpjmd") and periode and _over(tabel.kolom, periode[0]):
        return None
    levels = _levels(tabel.kolom)
    goals = "goal" in roles or "hierarki" in roles
    if "indikator" not in roles:
        return _without_indicators(roles, levels, f"{judul} {' '.join(k.kepala for k in tabel.kolom)}", jenis)
    defined = "sumber" in roles and (jenis == "iku" or _IKU.search(judul) is not None)
    if not roles & {"target", "realisasi", "formula", "baseline"} and not goals and not defined:
        return None
    if jenis == "lkjip" and ("realisasi" in roles or "capaian" in roles):
        return "capaian"
    months = sum(k.peran == "periode_bulan" for k in tabel.kolom)
    if _RENAKSI.search(judul) or months > (0 if jenis != "pk" else _QUARTERS_OF_PK):
        return "rencana_aksi"
    if jenis == "renja" and ("pagu" in roles or "hierarki" in roles):
        return "renja"
    if "outcome" in roles and "output" in roles and "target" not in roles:
        return "cascading"
    if not goals or "formula" in roles:
        columns = " ".join(k.kepala for k in tabel.kolom if k.peran == "indikator")
        named = [text for text in (judul, columns, " ".join(tabel.konteks[-6:])) if _IKK.search(text) or _IKU.search(text)]
        heads = named[0] if named else ""
        return "ikk" if _IKK.search(heads) and not _IKU.search(heads) else "iku"
    if jenis in ("pk", "cascading", "iku"):
        return jenis
    if "pagu" in roles or levels - _UPPER:
        return "program"
    return "iku" if _IKU.search(judul) else "tujuan_sasaran"


def _over(kolom: tuple[Kolom, ...], first: int) -> bool:
    """Whether all targets of a table with realisations lie before the period: the achievements of the plan before."""
    years = [k.tahun for k in kolom if k.peran == "target" and k.tahun]
    return bool(years) and max(years) < first and any(k.peran == "realisasi" for k in kolom)


def _levels(kolom: tuple[Kolom, ...]) -> set[str]:
    """Levels of goals that the headings name; a column of mixed levels that names none counts as programs."""
    levels: set[str] = {k.tingkat for k in kolom if k.peran == "goal" and k.tingkat}
    for k in kolom:
        if k.peran == "hierarki":
            levels |= set(re.findall(r"misi|tujuan|sasaran|program|kegiatan", k.kepala.lower())) or {"program"}
    return levels


def _without_indicators(roles: set[str], levels: set[str], words: str, jenis: Jenis) -> JenisTabel | None:
    if "pagu" in roles and levels - _UPPER:
        if "realisasi_anggaran" in roles and jenis != "lkjip":
            return None
        return "pk_anggaran" if jenis in ("pk", "lkjip") else "program"
    if re.search(r"prioritas", words, re.I) and "program" in levels and ("outcome" in roles or "hierarki" in roles or "kegiatan" in levels):
        return "prioritas"
    return "lainnya" if {"tujuan", "sasaran"} <= levels else None
