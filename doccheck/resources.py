"""Where rules/ and templates/ lie: at the top of a checkout, inside the package of an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Path of a shipped file or folder, e.g. resource("rules", "leksikon", "satuan.yaml")."""
    shipped = _PACKAGE / "_data"
    return (shipped if shipped.is_dir() else _PACKAGE.parent).joinpath(*parts)
