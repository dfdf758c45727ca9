"""JSON output: the contracts of kontrak.py, indented, UTF-8."""

from __future__ import annotations

import msgspec

from .kontrak import CheckJson, ExtractJson, MatrixJson


def dumps(kontrak: ExtractJson | MatrixJson | CheckJson) -> str:
    """The contract as text, ending in a line break. Keys keep the order of the structs."""
    return msgspec.json.format(msgspec.json.encode(kontrak), indent=2).decode() + "\n"
