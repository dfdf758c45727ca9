"""The classes of orientation and the verdict on one text."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Label = Literal["outcome", "output", "proses", "input", "tidak_diketahui"]
KELAS: tuple[Label, ...] = ("outcome", "output", "proses", "input")


class Orientation(Struct, frozen=True):
    """label, confidence 0..1, reason: what decided, in Indonesian."""

    label: Label
    confidence: float
    reason: str
