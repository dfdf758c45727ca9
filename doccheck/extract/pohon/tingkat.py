"""What a text in a column of mixed levels is: a goal of which level, the outcome of the goal above it, or only context.

Signs in order of trust: the nomenclature code, a label in front ("PROGRAM ...", "Sasaran 2 :", "Sub Kegiatan ..."), the way the
table writes results below its goals, and at last the type (capitals: program, bold: kegiatan, plain: subkegiatan).
"""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

from ...model import Level
from ..tulisan.kode import kode_pd, level_kode, pisah_kode
from ..tulisan.label import level_label
from ..tulisan.teks import strip_label
from .gaya import ACTIVE_GOAL, Gaya

Arti = Literal["sasaran", "hasil", "konteks"]

_CONTEXT = re.compile(
    r"^(?:(?:\d+[.)]\s*)?(?:bidang\s+)?urusan\b|"
    r"program\s+(?:utama|penunjang|prioritas|unggulan|pendukung|strategis|rutin|teknis)$|"
    r"(?:dana\s+)?(?:dekonsentrasi|tugas\s+pembantuan)(?:\s*\(\w+\))?$|sat(?:uan\s+)?ker(?:ja)?\b|"
    r"non[\s-]*urusan|unsur\b|aspek\b|fokus\b|visi\b|"
    r"(?:dinas|badan|kecamatan|kelurahan|sekretariat|inspektorat|satuan polisi|"
    r"rumah sakit|rsud|kantor|bagian|uptd?|puskesmas)\b(?!.*nya\b))",
    re.I,
)
_UNIT = re.compile(
    r"^(?:dinas|badan|bidang(?! urusan)|seksi|sub ?bagian|sub ?bag\b\.?|sub ?bidang|sekretaris|sekretariat|inspektur pembantu|irban|"
    r"cabang dinas|balai|uptd?)\b(?!.*nya\b)(?:[^\d\n]{0,80})$",
    re.I,
)
_RESULT = re.compile(
    r"^(?:(?:\w+ dan )?(?:me|ter|ber|ke|pe)\w+nya|\w{4,}nya|cakupan|tingkat|persentase|jumlah|peningkatan|penurunan|kemudahan|kualitas|"
    r"outcome|output|"
    r"keluaran|hasil)\b",
    re.I,
)
_DONE = re.compile(r"^(?:(?:\w+ dan )?(?:me|ter|ber)\w+nya|cakupan|persentase|jumlah)\b", re.I)
"""Wording with which no program, kegiatan or subkegiatan is named."""
_SUFFIX = re.compile(r"\s*\((tujuan|sasaran)(?:\s*(?:strategis|pd|opd|renstra))?\s*\d*\)$", re.I)
_GOAL_START = re.compile(r"^(?:me|ter|ber|pe|ke|opti|efekti|tata|indeks|kualitas|se)\w{2,}", re.I)


class Bacaan(Struct, frozen=True):
    """What a text is. `level` only for arti "sasaran" (a goal of any level); `kode` as printed in front of it; `uraian` without both."""

    arti: Arti
    uraian: str
    level: Level | None = None
    kode: str | None = None


def is_context(text: str) -> bool:
    """Rows that only group others: urusan, bidang urusan, aspek, an agency's name, "Program Utama"."""
    return bool(_CONTEXT.match(text)) and (level_label(text) is None or len(text.split()) == 2)


def is_unit(text: str) -> bool:
    """The name of an agency or of one of its units, as tables print it over the rows of each ("Bidang Perumahan", "Seksi Rumah Umum")."""
    return bool(_UNIT.match(text)) and level_label(text) is None


def is_result(text: str) -> bool:
    """Wording of an outcome or output ("Meningkatnya ...", "Cakupan ...") rather than of a program's name."""
    return bool(_RESULT.match(text)) and level_label(text) is None


def is_goal_start(text: str) -> bool:
    """Whether a misi, tujuan or sasaran can begin so, or it is the rest of one ("Produk Usaha ...")."""
    return bool(_GOAL_START.match(text)) or level_label(text) is not None


def baca_tingkat(text: str, kode: str | None, bold: bool, gaya: Gaya, current: Level | None, berindikator: bool) -> Bacaan:
    """Reads one goal cell of mixed levels.

    kode: of the row's own code column · current: level of the goal above · berindikator: the goal above has an indicator already.
    """
    if (suffix := _SUFFIX.search(text)) and not kode:
        return Bacaan("sasaran", strip_label(text[: suffix.start()], "sasaran"), "tujuan" if suffix[1][0] in "tT" else "sasaran")
    glued, name = pisah_kode(text)
    kode = kode or glued
    if kode:
        if kode_pd(kode):
            return Bacaan("konteks", name, kode=kode)
        level = level_kode(kode)
        if level in ("urusan", "bidang") and level_label(name) in ("program", "kegiatan", "subkegiatan"):
            kode = level = None  # a list number in the column of the codes
        elif level == "urusan" or level == "bidang":
            return Bacaan("konteks", name, kode=kode)
        if level is not None:
            return Bacaan("sasaran", _without_number(name), level, kode)
    name = strip_label(name, "program") if level_label(name) != "program" else name
    if is_context(name) and not is_result(name):
        return Bacaan("konteks", name, kode=kode)
    labelled = level_label(name)
    if labelled:
        return Bacaan("sasaran", strip_label(name, labelled), labelled, kode)
    below = current in ("program", "kegiatan", "subkegiatan") and not gaya.tingkat & {"tujuan", "sasaran"}
    if gaya.berkode or (gaya.berlabel and not gaya.tebal and is_result(name) and below):
        return Bacaan("hasil" if current else "konteks", name)
    if below and (((is_result(name) or (gaya.kolom_kode and not gaya.hasil)) and not berindikator) or (gaya.hasil and _DONE.match(name))):
        return Bacaan("hasil", name)
    return Bacaan("sasaran", name, _level_by_type(name, bold, gaya), kode)


def _level_by_type(name: str, bold: bool, gaya: Gaya) -> Level:
    if gaya.tujuan == "tebal":
        return "tujuan" if bold else "sasaran"
    if gaya.tingkat and gaya.tingkat <= {"tujuan", "sasaran"}:
        return "tujuan" if "tujuan" in gaya.tingkat and ACTIVE_GOAL.match(name) else "sasaran"
    if gaya.tingkat & {"tujuan", "sasaran"} and (is_result(name) or ACTIVE_GOAL.match(name)):
        return "tujuan" if "tujuan" in gaya.tingkat and ACTIVE_GOAL.match(name) else "sasaran"
    if name.isupper():
        return "program"
    if gaya.tebal:
        return "kegiatan" if bold else "subkegiatan"
    below = ("kegiatan", "subkegiatan") if gaya.kapital else ("program", "kegiatan", "subkegiatan")
    for level in below:
        if level in gaya.tingkat:
            return level
    return "program"


def _without_number(name: str) -> str:
    return re.sub(r"^[-–—:]\s*", "", name)
