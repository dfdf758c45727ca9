"""Processes that end with the process that started them, however that ended."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Callable
from functools import partial

_PR_SET_PDEATHSIG = 1


def mati_bersama(induk: int) -> None:
    """Has Linux kill this process as soon as `induk`, its parent, is gone; ends it at once where that has happened already. On other
    systems a process learns it when it next reads from its parent."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != induk:
            os._exit(1)


def ikut_mati() -> Callable[[], None] | None:
    """For `preexec_fn` of a program that this process waits for: it is killed as soon as this process is gone (Linux)."""
    return partial(mati_bersama, os.getpid()) if sys.platform == "linux" else None
