"""Monthly sheets kept as JSON beside the documents (.doccheck/bulanan/2026-05.json), so that a past month stays as it was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from ..bahasa import _
from ..config import ConfigError
from ..match import kunci_pd
from ..report.bulanan import LembarBulan
from ..workspace import root_of

LETAK = Path(".doccheck", "bulanan")
VERSI = 1
_NAMA = re.compile(r"20\d\d-(?:0[1-9]|1[0-2])")


class Rekaman(Struct, frozen=True):
    """The file of one month: the sheets of all pemda of the folder."""

    versi: int
    bulan: str
    dibuat: str
    lembar: tuple[LembarBulan, ...]


def folder(paths: Sequence[Path]) -> Path:
    """Where the months of the checked folder are kept: in it, or where one of its parents already keeps some."""
    root = root_of(paths)
    return next((one / LETAK for one in (root, *root.parents) if (one / LETAK).is_dir()), root / LETAK)


def muat(path: Path) -> Rekaman:
    """Raises ConfigError for a file that is none, or of another version."""
    try:
        kept = msgspec.json.decode(path.read_bytes(), type=Rekaman)
    except (OSError, ValueError) as error:  # msgspec's errors are ValueErrors
        raise ConfigError(f"{path}: {error}") from error
    if kept.versi != VERSI:
        raise ConfigError(f"{path}: " + _("versi {versi} tidak dikenal").format(versi=kept.versi))
    return kept


def buat(lembar: Sequence[LembarBulan], bulan: str, hari: date) -> Rekaman:
    """What is kept of the sheets made on a day."""
    return Rekaman(VERSI, bulan, hari.isoformat(), tuple(replace(one, dibuat=hari.isoformat()) for one in lembar))


def teks(rekaman: Rekaman) -> str:
    """The file's text."""
    return msgspec.json.format(msgspec.json.encode(rekaman), indent=2).decode() + "\n"


def sebelumnya(tempat: Path, bulan: str, banyak: int = 12) -> tuple[Rekaman, ...]:
    """The months kept before one, at most so many, the oldest first. Raises ConfigError for a file that cannot be read."""
    files = sorted(path for path in tempat.glob("*.json") if _NAMA.fullmatch(path.stem) and path.stem < bulan)
    return tuple(muat(path) for path in files[-banyak:])


def riwayat(rekaman: Sequence[Rekaman], pemda: str | None, pd: str) -> dict[str, float | None]:
    """The scores of an agency by month; months in which it had no sheet are left out."""
    found: dict[str, float | None] = {}
    for kept in rekaman:
        for sheet in kept.lembar:
            for agency in sheet.perangkat if sheet.pemda == pemda else ():
                if kunci_pd(agency.pd) == kunci_pd(pd):
                    found[kept.bulan] = agency.skor
    return found
