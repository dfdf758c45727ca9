"""JSON output: the contracts of kontrak.py, indented, UTF-8."""

from __future__ import annotations

from typing import Any

import msgspec


def dumps(isi: Any) -> str:
    """A structure (a contract, a list of them) as text, ending in a line break. Keys keep the order of the structs."""
    return msgspec.json.format(msgspec.json.encode(isi), indent=2).decode() + "\n"
