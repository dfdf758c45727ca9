"""What calamine does not tell of a sheet, found by the modules of the formats and applied by `sheet`."""

from __future__ import annotations

import re

from msgspec import Struct, field

from .matrix import Place, Span
from .sheet_extent import Extent

PERCENT_IDS = frozenset({9, 10})
"""Number formats 0% and 0.00%, which every workbook has."""
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


class Shown(Struct):
    """Cells of one sheet whose value is not what is seen, from 0.

    percent: numbers shown times hundred with a percent sign · errors: "#REF!" and its kind · uncalculated: formulas without
    a stored result · spans: merged ranges, where calamine knows none (ODS) · shapes: drawn boxes with text (a pohon kinerja) ·
    absurd: the extent of a sheet that is too large for what it holds.
    """

    percent: set[Place] = field(default_factory=set)
    errors: dict[Place, str] = field(default_factory=dict)
    uncalculated: list[Place] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    shapes: int = 0
    absurd: Extent | None = None


def is_percent(number_format: str) -> bool:
    """Whether a format multiplies by hundred: a percent sign that is no literal ("0.0%", not '0.0"%"')."""
    return "%" in _QUOTED.sub("", number_format)
