"""The official table of codes (Kepmendagri on Permendagri 90/2019) that a user has loaded: names, units and indicators by code.

It is large and changes with each edition, so it is not shipped: `doccheck nomenklatur import` puts it into the user's data folder.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from ..bahasa import _
from ..config import ConfigError
from ..extract.tulisan.kode import LevelKode, level_kode
from ..simpanan.folder_pengguna import folder_pengguna

NAMA = "nomenklatur.json"
VERSI: Literal[2] = 2
LEVEL: tuple[LevelKode, ...] = ("urusan", "bidang", "program", "kegiatan", "subkegiatan")


class NomenklaturError(ConfigError):
    """A table that cannot be used; the message says what is missing."""


class Baku(Struct, frozen=True, omit_defaults=True):
    """What the official table has for one code. `lain`: what it has besides, under the same code: a programme has one name for provinces
    and another for kabupaten, a subkegiatan may have several indicators."""

    nama: str
    indikator: str | None = None
    satuan: str | None = None
    lain: tuple[Baku, ...] = ()

    @property
    def semua(self) -> tuple[Baku, ...]:
        return (self, *self.lain)


class Nomenklatur(Struct, frozen=True, forbid_unknown_fields=True):
    """The table by code (`baku_kode`), where it comes from and when it was loaded; empty where none was."""

    versi: Literal[2] = VERSI
    sumber: tuple[str, ...] = ()
    tanggal: str | None = None
    kode: dict[str, Baku] = {}

    def cari(self, kode: str) -> Baku | None:
        """What the table has for a code in any edition's length; a support programme under the digits of its field is that of all
        fields (X.XX.01)."""
        key = baku_kode(kode)
        found = self.kode.get(key)
        if found is None and key[2:].split(".")[1:2] == ["01"]:
            found = self.kode.get("X.XX" + key[4:])
        return found

    def memuat(self, kode: str) -> bool:
        """Whether the table has the part to which a code belongs: other codes of its level and field, and from the kegiatan down of its
        kind of region. People load one field or one kind of region; what they left out is not wrong."""
        level, field, region = _bagian(baku_kode(kode))
        return any((level, one, region) in _ada(self) for one in (field, *(("X.XX.01",) if field.endswith(".01") else ())))

    def jumlah(self) -> dict[LevelKode, int]:
        counts = Counter(map(level_kode, self.kode))
        return {level: counts[level] for level in LEVEL if counts[level]}


def baku_kode(kode: str) -> str:
    """The key of a code: the last part of a subkegiatan has four digits, since "01" (2019) and "0001" (2023) are one."""
    head, _dot, tail = kode.rpartition(".")
    return f"{head}.{int(tail):04d}" if level_kode(kode) == "subkegiatan" and tail.isdigit() else kode


def _bagian(kode: str) -> tuple[LevelKode | None, str, str]:
    """Level, field of affairs (of a support programme with its 01: such programmes may be left out of a table) and digit of the region."""
    parts = kode.split(".")
    return level_kode(kode), ".".join(parts[: 3 if parts[2:3] == ["01"] else 2]), parts[3] if len(parts) > 3 else ""


_BAGIAN: dict[int, tuple[Nomenklatur, frozenset[tuple[LevelKode | None, str, str]]]] = {}


def _ada(tabel: Nomenklatur) -> frozenset[tuple[LevelKode | None, str, str]]:
    kept = _BAGIAN.get(id(tabel))
    if kept is None or kept[0] is not tabel:
        _BAGIAN.clear()
        kept = _BAGIAN[id(tabel)] = (tabel, frozenset(map(_bagian, tabel.kode)))
    return kept[1]


def gabung(pasangan: Iterable[tuple[str, Baku]]) -> dict[str, Baku]:
    """One entry a code, in the order of the codes; what comes again with another name, indicator or unit is kept beside the first."""
    made: dict[str, Baku] = {}
    for code, entry in pasangan:
        for one in entry.semua:
            plain = replace(one, lain=())
            first = made.get(code)
            if first is None:
                made[code] = plain
            elif plain not in [replace(other, lain=()) for other in first.semua]:
                made[code] = replace(first, lain=(*first.lain, plain))
    return dict(sorted(made.items()))


def muat() -> Nomenklatur:
    """The loaded table, an empty one where there is none. Raises NomenklaturError where the file is broken or of another version."""
    return _muat(folder_pengguna("data") / NAMA)


@cache
def _muat(path: Path) -> Nomenklatur:
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Nomenklatur()
    except OSError as error:
        raise NomenklaturError(f"{path}: {error}") from error
    try:
        return msgspec.json.decode(raw, type=Nomenklatur)
    except msgspec.DecodeError as error:
        message = _("{berkas}: rusak atau ditulis versi lain; muat ulang dengan doccheck nomenklatur import")
        raise NomenklaturError(message.format(berkas=path)) from error


def simpan(kode: Mapping[str, Baku], sumber: tuple[str, ...], tanggal: str) -> Path:
    """Writes the table, in place of one that was there."""
    path = folder_pengguna("data") / NAMA
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".baru")
    fresh.write_bytes(msgspec.json.format(msgspec.json.encode(Nomenklatur(VERSI, sumber, tanggal, gabung(kode.items()))), indent=1))
    fresh.replace(path)
    _muat.cache_clear()
    return path


def hapus() -> bool:
    """Whether there was a table to delete."""
    path = folder_pengguna("data") / NAMA
    found = path.exists()
    path.unlink(missing_ok=True)
    _muat.cache_clear()
    return found
