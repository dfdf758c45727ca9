"""Heights of rows in workbooks: not every program fits rows to their texts on opening."""

from __future__ import annotations

import math
from collections.abc import Iterable


def tinggi(sel: Iterable[tuple[float, str]], ukuran: float = 12.0) -> float:
    """Height in points at which the longest of the cells is seen whole. sel: (width of the column in characters, text) · ukuran: height of
    a line."""
    lines = 1
    for width, text in sel:
        lines = max(lines, sum(max(1, math.ceil(len(part) / max(width * 1.15, 1))) for part in text.split("\n")))
    return min(lines * ukuran + 3, 400.0)
