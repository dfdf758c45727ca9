"""Profiles (rules/profil/*.yaml): choices of rules and severities for one purpose, one kind of region, one format of documents.

A profile is what [aturan] of doccheck.toml could say, under a name. Several may hold at once, later ones over earlier ones; what the
configuration itself says stands above them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from ..bahasa import _
from ..model import Keparahan
from ..resources import resource
from . import AturanConfig, Config, ConfigError, Tampilan, di_berkas


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
    tampilkan: Tampilan | None = None


def profil_files() -> dict[str, Path]:
    """The shipped profiles by name."""
    return {path.stem: path for path in sorted(resource("rules", "profil").glob("*.yaml"))}


def baca(nama: str, asal: str = "", nomor: int = 0) -> Profil:
    """One profile; ConfigError for a name that does not exist or a file that does not decode. asal: the configuration whose list of
    profiles has the name at `nomor`."""
    files = profil_files()
    if nama not in files:
        message = _("tidak ada profil {nama}; pilihan: {daftar}").format(nama=nama, daftar=", ".join(files))
        raise di_berkas(asal, message, ("profil", nomor))
    try:
        return msgspec.yaml.decode(files[nama].read_bytes(), type=Profil)
    except (OSError, msgspec.ValidationError) as error:
        raise ConfigError(f"{files[nama]}: {error}") from error


def terapkan(config: Config, tambahan: Sequence[str] = ()) -> Config:
    """The configuration with what it inherits, its profiles, and `tambahan` after them, worked in: nothing of these is left to apply.

    What the file itself says holds, else the last of the profiles that says it, else what it inherits, else the default."""
    if not (config.profil or config.warisan or tambahan):
        return config
    layers = list(_lapisan(config, tambahan))
    return replace(
        config,
        profil=(),
        warisan=(),
        aturan=replace(config.aturan, bawah=tuple(layer.aturan for layer in layers[:-1])),
        min_keyakinan=next((one.min_keyakinan for one in reversed(layers) if one.min_keyakinan is not None), None),
        fail_on=next((one.fail_on for one in reversed(layers) if one.fail_on is not None), None),
        tampilkan=next((one.tampilkan for one in reversed(layers) if one.tampilkan is not None), None),
    )


def _lapisan(config: Config, tambahan: Sequence[str] = ()) -> Iterator[Config]:
    """All that has a say, the weakest first; the last is what the file itself says."""
    for base in config.warisan:
        yield from _lapisan(base)
    for below in config.aturan.bawah:
        yield Config(aturan=below)
    named = [(name, config.asal, number) for number, name in enumerate(config.profil)]
    for name, source, number in (*named, *((name, "", 0) for name in tambahan)):
        one = baca(name, source, number)
        rules = AturanConfig(one.hanya or None, one.aktif, one.nonaktif, one.keparahan, one.parameter)
        yield Config(aturan=rules, min_keyakinan=one.min_keyakinan, fail_on=one.fail_on, tampilkan=one.tampilkan)
    yield replace(config, aturan=replace(config.aturan, bawah=()))
