"""Python's collector of cyclic garbage, held back while a document is read and while documents are checked.

A document makes some hundred thousand small objects that stay, and hardly a cycle: looking for garbage among them time and again costs
some 3% of reading it, and finds nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def tanpa_pengumpul() -> Iterator[None]:
    """Holds the collector back; also as a decorator. Nested ones, and a caller's own gc.disable(), stay as they are."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():  # all that was made becomes old without being walked: it stays, or goes by itself
            gc.freeze()
            gc.unfreeze()
        gc.enable()
