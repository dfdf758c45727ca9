"""Internal performance that every agency has (accountability, support programmes), from rules/leksikon/generik.yaml."""

from __future__ import annotations

import re
from functools import cache

import msgspec
from msgspec import Struct

from ..match import normalise
from ..match.pk import tanpa_plt
from ..model import Dokumen, Kinerja
from ..resources import resource
from ..simpanan.diingat import diingat

_KODE_PENUNJANG = re.compile(r"^[\dX]\.?[\dX]{2}\.0?1(\.|$)", re.I)


class _Leksikon(Struct, frozen=True, forbid_unknown_fields=True):
    sasaran: tuple[str, ...]
    indikator: tuple[str, ...]
    program: tuple[str, ...]
    perangkat_penunjang: tuple[str, ...]
    kewilayahan: tuple[str, ...]
    unit_pelaksana: tuple[str, ...]


@cache
def _leksikon() -> dict[str, re.Pattern[str]]:
    raw = resource("rules", "leksikon", "generik.yaml").read_bytes()
    lexicon = msgspec.yaml.decode(raw, type=_Leksikon)
    return {name: re.compile("|".join(getattr(lexicon, name)), re.I) for name in lexicon.__struct_fields__}


@diingat(bool)
def sasaran_internal(teks: str) -> bool:
    """Whether a goal speaks of the agency's own accountability and administration."""
    return bool(_leksikon()["sasaran"].search(normalise(teks)))


@diingat(bool)
def indikator_internal(teks: str) -> bool:
    """Whether an indicator measures the agency itself (Nilai SAKIP, IKM), so that each agency has its own value."""
    return bool(_leksikon()["indikator"].search(normalise(teks)))


def penunjang(node: Kinerja) -> bool:
    """Whether a programme (or what hangs under it) supports all affairs: code X.XX.01 or its name."""
    return _penunjang(node.kode or "", node.uraian)


@diingat(bool)
def _penunjang(kode: str, uraian: str) -> bool:
    return bool(_KODE_PENUNJANG.match("".join(kode.split())) or _leksikon()["program"].search(" ".join(uraian.split())))


def pd_penunjang(dokumen: Dokumen) -> bool:
    """Whether the agency serves other agencies or an area, so that measures of agencies are outcomes to it."""
    return _bernama("perangkat_penunjang", dokumen.perangkat_daerah)


def pd_kewilayahan(dokumen: Dokumen) -> bool:
    """Whether the agency is one of several equal ones for an area (kecamatan)."""
    return _bernama("kewilayahan", dokumen.perangkat_daerah)


@diingat(bool)
def _bernama(daftar: str, perangkat_daerah: str | None) -> bool:
    return bool(perangkat_daerah and _leksikon()[daftar].search(perangkat_daerah))


@diingat(bool)
def unit_pelaksana(nama: str) -> bool:
    """Whether a name is that of a unit inside an agency (UPTD, puskesmas, balai), or of its head's post, whoever acts for it."""
    return bool(_leksikon()["unit_pelaksana"].search(tanpa_plt(" ".join(nama.split()))))
