"""Processes that end with the process that started them, however that ended."""

from __future__ import annotations

import os
import signal
import sys

_PR_SET_PDEATHSIG = 1


def mati_bersama(induk: int) -> None:
    """Has Linux kill this process as soon as `induk`, its parent, is gone; ends it at once where that has happened already. On other
    systems a process learns it when it next reads from its parent."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != induk:
            os._exit(1)
