"""doccheck.toml: what a project says about its documents and its rules. Strict: an unknown key is an error that names it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct, field

from .model import Jenis, Keparahan

NAME = "doccheck.toml"


class ConfigError(Exception):
    """A configuration that cannot be used; the message names file and key."""


class IdentitasConfig(Struct, frozen=True, forbid_unknown_fields=True):
    """[dokumen."renstra-dishub.pdf"]: identity that overrides what was recognised. `abaikan` leaves the file out."""

    jenis: Jenis | None = None
    pemda: str | None = None
    perangkat_daerah: str | None = None
    periode: tuple[int, int] | None = None
    tahun: int | None = None
    jabatan: str | None = None
    abaikan: bool = False


class AturanConfig(Struct, frozen=True, forbid_unknown_fields=True):
    """[aturan]: which rules run and how grave they are. Ids ("TGT-01") or families ("TGT").

    parameter: per rule, values that replace those of `dengan` in its file.
    """

    hanya: tuple[str, ...] = ()
    nonaktif: tuple[str, ...] = ()
    keparahan: dict[str, Keparahan] = field(default_factory=dict)
    parameter: dict[str, dict[str, Any]] = field(default_factory=dict)


class Config(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file. `min_keyakinan`: findings below it are "perlu telaah" and never count for `fail_on`."""

    pemda: str | None = None
    tahun: int | None = None
    min_keyakinan: float = 0.7
    fail_on: Keparahan | Literal["tidak"] = "tinggi"
    dokumen: dict[str, IdentitasConfig] = field(default_factory=dict)
    aturan: AturanConfig = AturanConfig()


def load(path: Path) -> Config:
    """Reads a doccheck.toml; raises ConfigError with the file's name and the key."""
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Config)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ConfigError(f"{path}: {error}") from error
