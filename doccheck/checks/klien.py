"""Agencies whose result is what others do: villages of a kecamatan, agencies of the Inspektorat (rules/leksikon/klien.yaml, [klien])."""

from __future__ import annotations

import re
from functools import cache

import msgspec
from msgspec import Struct

from ..config import Config
from ..match import normalise, sama_pd
from ..model import Dokumen
from ..resources import resource
from ..simpanan.diingat import diingat

_DILAYANI = re.compile(
    r"(?:yang |telah |sudah |akan |dapat )*"
    r"(?:di\w+|terlayani|terfasilitasi|terbina|tertangani|terdampingi|terlatih|mengikuti|menerima|mendapat\w*|memperoleh)\b"
)
"""What an agency does to its clients, or gives them: its own output."""
_BERBUAT = (
    r"(?:yang|dengan)\s+(?:(?:telah|sudah|mampu|tidak|selalu)\s+)*"
    r"(?:me\w+|ber\w+|patuh|taat|tertib|tepat|aktif|mandiri|bebas|siap|lulus|(?:nilai|kategori|predikat|tingkat)\b|"
    r"(?:\w+ ){1,3}(?:tertib|baik|tepat waktu)\b)"
)
"""What clients do, or are."""


class _Entri(Struct, frozen=True, forbid_unknown_fields=True):
    pd: str
    klien: tuple[str, ...]
    telaah: tuple[str, ...] = ()


@cache
def _leksikon() -> tuple[_Entri, ...]:
    return msgspec.yaml.decode(resource("rules", "leksikon", "klien.yaml").read_bytes(), type=tuple[_Entri, ...])


@diingat(tuple[_Entri, ...])
def _entri(pd: str) -> tuple[_Entri, ...]:
    name = " ".join(pd.lower().split())
    return tuple(one for one in _leksikon() if re.search(one.pd, name))


def hasil_klien(dokumen: Dokumen, teks: str, config: Config) -> bool:
    """Whether an indicator measures what the agency's clients do or have reached ("Persentase desa yang menyampaikan APBDes tepat waktu" of
    a kecamatan), and not what the agency does to them. False for agencies without clients."""
    if not dokumen.perangkat_daerah:
        return False
    own = [word for name, words in config.klien.items() if sama_pd(name, dokumen.perangkat_daerah) for word in map(re.escape, words)]
    words = [*(word for one in _entri(dokumen.perangkat_daerah) for word in one.klien), *own]
    if not words:
        return False
    clients = "|".join(word.lower() for word in words)
    text = normalise(teks)
    found = re.search(rf"\b(?:{clients})\b(?:[ /]\w+){{0,3}}?\s+({_BERBUAT}.*)$", text)
    return found is not None and _DILAYANI.match(found[1].removeprefix("dengan ")) is None


def perlu_orang(dokumen: Dokumen, teks: str) -> bool:
    """Whether an indicator speaks of what the region as a whole produces through this agency (its budget, regulations, plans)."""
    name = dokumen.perangkat_daerah
    return bool(name) and any(re.search(pattern, normalise(teks)) for one in _entri(name or "") for pattern in one.telaah)
