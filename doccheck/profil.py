"""Profiles (rules/profil/*.yaml): choices of rules and severities for one purpose, one kind of region, one format of documents.

A profile is what [aturan] of doccheck.toml could say, under a name. Several may hold at once, later ones over earlier ones; what the
configuration itself says stands above them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from .bahasa import _
from .config import AturanConfig, Config, ConfigError, di_berkas
from .model import Keparahan
from .resources import resource


class Profil(Struct, frozen=True, forbid_unknown_fields=True):
    """One profile. `hanya`, `aktif`, `nonaktif`, `keparahan`, `parameter`: as in [aturan] · `en`: its name and purpose in English."""

    nama: str
    guna: str
    en: dict[str, str]
    hanya: tuple[str, ...] = ()
    aktif: tuple[str, ...] = ()
    nonaktif: tuple[str, ...] = ()
    keparahan: dict[str, Keparahan] = field(default_factory=dict)
    parameter: dict[str, dict[str, Any]] = field(default_factory=dict)
    min_keyakinan: float | None = None
    fail_on: Keparahan | Literal["tidak"] | None = None


def profil_files() -> dict[str, Path]:
    """The shipped profiles by name."""
    return {path.stem: path for path in sorted(resource("rules", "profil").glob("*.yaml"))}


def baca(nama: str, asal: str = "") -> Profil:
    """One profile; ConfigError for a name that does not exist or a file that does not decode. asal: the configuration that names it."""
    files = profil_files()
    if nama not in files:
        message = _("tidak ada profil {nama}; pilihan: {daftar}").format(nama=nama, daftar=", ".join(files))
        raise di_berkas(asal, message, ("profil",), nama)
    try:
        return msgspec.yaml.decode(files[nama].read_bytes(), type=Profil)
    except (OSError, msgspec.ValidationError) as error:
        raise ConfigError(f"{files[nama]}: {error}") from error


def terapkan(config: Config, tambahan: Sequence[str] = ()) -> Config:
    """The configuration with its profiles, and `tambahan` after them, worked in: no profile is left to apply."""
    names = (*config.profil, *tambahan)
    if not names:
        return config
    own, plain = config.aturan, Config()
    rules = AturanConfig()
    confidence, fail_on = plain.min_keyakinan, plain.fail_on
    for name in names:
        one = baca(name, own.asal if name in config.profil else "")
        rules = AturanConfig(
            hanya=tuple(dict.fromkeys((*rules.hanya, *one.hanya))),
            aktif=(*rules.aktif, *one.aktif),
            nonaktif=(*rules.nonaktif, *one.nonaktif),
            keparahan={**rules.keparahan, **one.keparahan},
            parameter={**rules.parameter, **one.parameter},
        )
        confidence = confidence if one.min_keyakinan is None else one.min_keyakinan
        fail_on = one.fail_on or fail_on
    wanted = {*own.hanya, *own.aktif}
    return replace(
        config,
        profil=(),
        aturan=AturanConfig(
            hanya=own.hanya or rules.hanya,
            aktif=(*rules.aktif, *own.aktif),
            nonaktif=(*(name for name in rules.nonaktif if name not in wanted), *own.nonaktif),
            keparahan={**rules.keparahan, **own.keparahan},
            parameter={**rules.parameter, **own.parameter},
            asal=own.asal,
        ),
        min_keyakinan=confidence if config.min_keyakinan == plain.min_keyakinan else config.min_keyakinan,
        fail_on=fail_on if config.fail_on == plain.fail_on else config.fail_on,
    )
