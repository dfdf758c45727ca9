"""Identity of agencies (perangkat daerah): one key for all the ways in which documents name one."""

from __future__ import annotations

import re
from functools import lru_cache

from ..simpanan.diingat import diingat
from .leksikon import muat

_CODE = re.compile(r"^[\d. ]{3,}-?\s*")
_REGION = re.compile(r"\s+(?:pemerintah\s+)?(?:kabupaten|kab|kota|provinsi|prov)\b(?:[\s.]+[a-z' -]+)?$")
_OFFICE = re.compile(r"^(?:kepala|plt|pj)\s+(?=dinas|badan|kantor|satuan|inspektorat|bagian)|^kantor\s+(?=kecamatan|camat)")
_CLASS = re.compile(r"\s+(?:tipe|kelas)\s+[a-d]$")
_AGENCY = re.compile(
    r"\b(?:dinas|badan|inspektorat|setda|sekretariat|satuan|kecamatan|kelurahan|kantor|rumah sakit|rsud|uptd|puskesmas|bagian)\b"
)
_DROPPED = frozenset(("dan", "serta", "daerah", "-"))


@lru_cache(maxsize=1)
def _alias() -> dict[str, str]:
    """alias -> canonical name, both reduced; from rules/leksikon/pd.yaml (canonical name -> its other names)."""
    found: dict[str, str] = {}
    for name, aliases in muat("pd.yaml").items():
        for alias in (name, *aliases):
            found.setdefault(_reduce(str(alias)), _reduce(str(name)))
    return found


def _reduce(name: str) -> str:
    text = re.sub(r"[^a-z0-9 .'-]+", " ", name.lower().replace("&", " dan "))
    text = " ".join(_CODE.sub("", text).split())
    text = _CLASS.sub("", _REGION.sub("", _OFFICE.sub("", text)).strip(" .-")).replace("sekretariat daerah", "setda")
    return " ".join(word.strip(".-") for word in text.split() if word not in _DROPPED)


@diingat(str)
def kunci_pd(name: str) -> str:
    """Key of an agency's name: aliases resolved, name of the region, "dan" and "daerah" dropped, the words after the first one in
    alphabetical order ("Dinas Perumahan dan Permukiman" is the Dinas Permukiman dan Perumahan). Empty for an empty name."""
    text = _reduce(name)
    first, *rest = _alias().get(text, text).split() or [""]
    return " ".join((first, *sorted(rest)))


def perangkat_daerah(name: str) -> bool:
    """Whether a cell names an agency at all, and not a source ("BPS") or an official of one ("Kabid Produksi")."""
    text = _reduce(name)
    return bool(_AGENCY.search(_alias().get(text, text)))


def sama_pd(a: str | None, b: str | None) -> bool:
    """Whether two names mean one agency. "Dinas Pendidikan dan Kebudayaan" and "Dinas Pendidikan" do not."""
    if not a or not b:
        return False
    x, y = kunci_pd(a), kunci_pd(b)
    return bool(x) and x == y
