"""Where caches and data of a user lie, by platform and environment."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

import pytest

from doccheck.simpanan.folder_pengguna import folder_pengguna

RUMAH = Path("/rumah")


@pytest.mark.parametrize(
    ("platform", "jenis", "env", "expected"),
    [
        ("linux", "cache", {}, RUMAH / ".cache" / "doccheck"),
        ("linux", "data", {}, RUMAH / ".local" / "share" / "doccheck"),
        ("linux", "data", {"XDG_DATA_HOME": "/isi"}, Path("/isi/doccheck")),
        ("darwin", "cache", {"XDG_CACHE_HOME": "/isi"}, RUMAH / "Library" / "Caches" / "doccheck"),
        ("darwin", "data", {}, RUMAH / "Library" / "Application Support" / "doccheck"),
        ("win32", "cache", {"LOCALAPPDATA": "/lokal"}, Path("/lokal/doccheck")),
        ("win32", "data", {}, RUMAH / "AppData" / "Roaming" / "doccheck"),
        ("win32", "data", {"DOCCHECK_DATA": "/sendiri"}, Path("/sendiri")),
        ("linux", "cache", {"DOCCHECK_DATA": "/sendiri"}, RUMAH / ".cache" / "doccheck"),
    ],
)
def test_folder(
    monkeypatch: pytest.MonkeyPatch, platform: str, jenis: Literal["cache", "data"], env: dict[str, str], expected: Path
) -> None:
    for name in ("DOCCHECK_CACHE", "DOCCHECK_DATA", "XDG_CACHE_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(Path, "home", lambda: RUMAH)
    assert folder_pengguna(jenis) == expected
