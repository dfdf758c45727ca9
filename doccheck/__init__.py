"""doccheck: consistency checker for the planning documents of Indonesian local government."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .config import Config
    from .model import Report
    from .workspace import check

__version__ = "0.1.0"
__all__ = ["Config", "Report", "__version__", "check"]

_PUBLIC = {"check": "workspace", "Config": "config", "Report": "model"}


def __getattr__(name: str) -> Any:
    """Loads the public names when they are first used, so that `import doccheck` costs nothing."""
    if name not in _PUBLIC:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{_PUBLIC[name]}", __name__), name)
