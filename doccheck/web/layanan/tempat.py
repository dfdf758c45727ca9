"""Where a task works: private folders below the data folder, gone afterwards, and processes that can do no harm outside them."""

from __future__ import annotations

import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

from django.conf import settings

from doccheck.bahasa import _
from doccheck.proses.batas import Batas, Denyut, Sebab
from doccheck.proses.pool import run
from doccheck.readers.doc import sapu

Minta = TypeVar("Minta")
Hasil = TypeVar("Hasil")


@contextmanager
def kerja() -> Iterator[Path]:
    base = settings.KONFIG.data / "sementara"
    base.mkdir(mode=0o700, exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(dir=base, ignore_cleanup_errors=True) as folder:
            yield Path(folder)
    finally:
        sapu()


def batas(ruang: Path, detik: float | None = None) -> Batas:
    """The limits of a process that reads documents: time, memory, and nothing written but below `ruang`."""
    konfig = settings.KONFIG
    return Batas(detik=detik or konfig.detik, memori=konfig.memori_mb, folder=ruang)


def terbatas(kerja: Callable[[Minta], Hasil], minta: Minta, batas: Batas) -> Hasil:
    """kerja(minta), which opens documents, in a process of its own with these limits. Raises RuntimeError where it failed, or ran into one.

    `kerja` is a function of a module, `minta` and what it gives can be pickled."""
    ((_index, (made, fault)),) = run(partial(_coba, kerja), [minta], 1, _hilang, batas, lambda *_args: None)
    if made is None:
        raise RuntimeError(fault)
    return made


def _coba(kerja: Callable[[Minta], Hasil], minta: Minta, _denyut: Denyut) -> tuple[Hasil | None, str]:
    try:
        return kerja(minta), ""
    except Exception:
        return None, traceback.format_exc()[-3000:]


def _hilang(_minta: Minta, sebab: Sebab) -> tuple[None, str]:
    return None, _("melebihi batas waktu") if sebab == "waktu" else _("proses pembaca berhenti mendadak, mungkin kehabisan memori")
