"""What calamine does not tell of a sheet, found by the modules of the formats and applied by `sheet`."""

from __future__ import annotations

from msgspec import Struct, field

from .matrix import Place, Span


class Shown(Struct):
    """Cells of one sheet whose value is not what is seen, from 0.

    percent: numbers shown times hundred with a percent sign · errors: "#REF!" and its kind · uncalculated: formulas without
    a stored result · spans: merged ranges, where calamine knows none (ODS) · shapes: drawn boxes with text (a pohon kinerja).
    """

    percent: set[Place] = field(default_factory=set)
    errors: dict[Place, str] = field(default_factory=dict)
    uncalculated: list[Place] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    shapes: int = 0
