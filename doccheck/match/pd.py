"""Identity of agencies (perangkat daerah): one key for all the ways in which documents name one."""

from __future__ import annotations

import re
from functools import lru_cache

from ..resources import resource
from .leksikon import muat

_REGION = re.compile(r"\b(?:pemerintah\s+)?(?:kabupaten|kab\.|kota|provinsi|prov\.)\s+[a-z .'-]+$")
_OFFICE = re.compile(r"^(?:kepala|sekretaris|plt\.?|pj\.?)\s+(?=dinas|badan|kantor|satuan|inspektorat)|^kantor\s+(?=kecamatan|camat)")
_CLASS = re.compile(r"\s+(?:tipe|kelas)\s+[a-d]$")


@lru_cache(maxsize=1)
def _alias() -> dict[str, str]:
    """alias -> canonical name, both reduced."""
    path = resource("rules", "leksikon", "pd.yaml")
    if not path.is_file():
        return {}
    found: dict[str, str] = {}
    for name, aliases in muat("pd.yaml").items():
        for alias in (name, *(aliases if isinstance(aliases, list) else [aliases])):
            found.setdefault(_reduce(str(alias)), _reduce(str(name)))
    return found


def _reduce(name: str) -> str:
    text = " ".join(re.sub(r"[^a-z0-9 .'-]+", " ", name.lower().replace("&", " dan ")).split())
    text = _CLASS.sub("", _REGION.sub("", _OFFICE.sub("", text)).strip(" .-"))
    return " ".join(word.strip(".-") for word in text.split() if word not in ("dan", "serta", "daerah", "-"))


@lru_cache(maxsize=4096)
def kunci_pd(name: str) -> str:
    """Key of an agency's name: aliases resolved (rules/leksikon/pd.yaml), name of the region, "dan" and "daerah" dropped.
    Empty for an empty name."""
    text = _reduce(name)
    return _alias().get(text, text)


def sama_pd(a: str | None, b: str | None) -> bool:
    """Whether two names mean one agency. "Dinas Pendidikan dan Kebudayaan" and "Dinas Pendidikan" do not."""
    if not a or not b:
        return False
    x, y = kunci_pd(a), kunci_pd(b)
    return bool(x) and x == y
