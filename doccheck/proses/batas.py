"""What one task may cost, and what its worker tells: apart from the processes themselves (pool.py), which many runs never start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from msgspec import Struct

Denyut = Callable[[int, int], None]
"""Called by work that goes on well: parts done, parts in all. Each call starts its time limit anew."""
Sebab = Literal["waktu", "mati"]
"""Why a task has no result: its time was up, or its process died (memory, a crash in a C library)."""


class Batas(Struct, frozen=True):
    """Limits of one task: seconds between two signs of life, megabytes of address space, and the only folder that it may write to (the
    latter where the system can limit them)."""

    detik: float | None = None
    memori: int | None = None
    folder: Path | None = None

    def __bool__(self) -> bool:
        return self.detik is not None or self.memori is not None or self.folder is not None
