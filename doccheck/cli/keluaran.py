"""Where output goes: stdout as UTF-8, files written whole or not at all, progress on stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ..bahasa import _

if TYPE_CHECKING:
    from rich.console import Console

    from ..workspace import Langkah, Progress


def terminal(warna: bool = True, stderr: bool = False) -> Console:
    """The rich console of stdout (or stderr). Where it is no terminal, lines are as wide as COLUMNS says, else 120."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() or "COLUMNS" in os.environ else 120
    return Console(file=stream, no_color=not warna or None, highlight=False, width=width, emoji=False)


def cetak(teks: str) -> None:
    """Text for other programs to stdout, as UTF-8 whatever the locale."""
    sys.stdout.buffer.write(teks.encode())
    sys.stdout.buffer.flush()


def tulis(path: Path, isi: str | bytes) -> None:
    """Writes a file (text as UTF-8) through a temporary one beside it, so that a broken run leaves the old report; makes its folder."""
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(isi.encode() if isinstance(isi, str) else isi)
        umask = os.umask(0)
        os.umask(umask)
        Path(temporary).chmod(0o666 & ~umask)  # mkstemp makes it private, a report is to be shared
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


@contextmanager
def kemajuan(tampil: bool) -> Iterator[Progress | None]:
    """A progress bar on stderr while files are read; none where stderr is no terminal or `tampil` is False.

    It is drawn only when a file is done: a thread that redraws it would keep the worker processes from being forked.
    """
    if not tampil or not sys.stderr.isatty():
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(24), MofNCompleteColumn(), TextColumn("{task.fields[berkas]}"))
    with Bar(*columns, console=terminal(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task(_("Membaca dokumen"), total=None, berkas="")

        def step(langkah: Langkah) -> None:
            done, total = langkah.dibaca, langkah.total
            label = _("Memeriksa keselarasan") if done == total else _("Membaca dokumen")
            berkas = langkah.berkas + (f" · OCR {langkah.ocr}/{langkah.ocr_total}" if langkah.ocr_total else "")
            bar.update(task, completed=done, total=total, description=label, berkas=berkas[-28:] if done < total else "")
            bar.refresh()

        yield step
