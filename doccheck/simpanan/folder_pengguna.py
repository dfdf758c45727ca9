"""The folders that the platform has for what programs keep for a user: caches may be deleted at any time, data may not."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Literal

_WINDOWS = {"cache": ("LOCALAPPDATA", ("AppData", "Local")), "data": ("APPDATA", ("AppData", "Roaming"))}
_MAC = {"cache": ("Library", "Caches"), "data": ("Library", "Application Support")}
_XDG = {"cache": ("XDG_CACHE_HOME", (".cache",)), "data": ("XDG_DATA_HOME", (".local", "share"))}


def folder_pengguna(jenis: Literal["cache", "data"]) -> Path:
    """DOCCHECK_CACHE or DOCCHECK_DATA, else doccheck's folder in the platform's; it may not exist yet."""
    if named := os.environ.get(f"DOCCHECK_{jenis.upper()}"):
        return Path(named)
    if sys.platform == "darwin":
        return Path.home().joinpath(*_MAC[jenis], "doccheck")
    variable, usual = (_WINDOWS if sys.platform == "win32" else _XDG)[jenis]
    base = os.environ.get(variable)
    return (Path(base) if base else Path.home().joinpath(*usual)) / "doccheck"
