"""`doccheck check --watch`: checks again whenever a document, the configuration or a table of decisions changes.

Files are looked at once a second; that needs no further package and works on network drives, where notifications of changes do not.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

import click

from ..bahasa import _
from ..config import ConfigError
from .galat import tampilkan

JEDA = 1.0
"""Seconds between two looks."""
DISEBUT = 3
Keadaan = dict[Path, tuple[int, int]]
"""File -> time of its last change in nanoseconds, and its size."""


def keadaan(paths: Sequence[Path], tambahan: Iterable[Path] = (), kecuali: Iterable[Path] = ()) -> Keadaan:
    """The documents below `paths` and the files `tambahan`, without `kecuali` (what we write ourselves)."""
    from ..workspace import discover

    there = [path for path in paths if path.exists()]  # a folder may be renamed while we watch
    without = {path.resolve() for path in kecuali}
    found = {}
    for file in (*discover(there), *tambahan):
        if file.resolve() in without:
            continue
        try:
            status = file.stat()
        except OSError:
            continue
        found[file] = (status.st_mtime_ns, status.st_size)
    return found


def sekitar(paths: Sequence[Path], config_path: Path | None, keputusan: Path | None) -> Iterator[Path]:
    """Files beside the documents that change a check: configuration and what it inherits, tables of decisions, own rules, baseline."""
    from ..aturan import cari_sendiri
    from ..config import NAME
    from ..triase import abaikan, baseline, putusan
    from ..workspace import find_config, root_of

    yield from (path for path in (config_path, keputusan) if path)
    if found := config_path or find_config(paths):
        yield from _warisan(found)
    root = root_of(paths)
    if own := cari_sendiri(root):
        yield from own.rglob("*.yaml")
    for folder in (root, *root.parents):
        for name in (NAME, abaikan.NAMA, *sorted(putusan.NAMA), str(baseline.LETAK)):
            if (folder / name).is_file():
                yield folder / name


def _warisan(path: Path) -> Iterator[Path]:
    """The files that a configuration inherits from; none while it is wrong, which the check tells."""
    from ..config import Config, ConfigError, load

    def below(config: Config) -> Iterator[Path]:
        for base in config.warisan:
            yield Path(base.asal)
            yield from below(base)

    try:
        yield from below(load(path))
    except ConfigError:
        return


def berubah(lama: Keadaan, baru: Keadaan) -> list[Path]:
    """Files that came, went or changed, by name."""
    return sorted(path for path in lama.keys() | baru.keys() if lama.get(path) != baru.get(path))


def pantau(lihat: Callable[[], Keadaan], jalankan: Callable[[], None], tidur: Callable[[float], None] = time.sleep) -> None:
    """Runs `jalankan`, and again after each change that `lihat` shows, until Ctrl-C. Faults of the configuration, which people are perhaps
    just editing, are told and do not end it."""
    known = lihat()
    try:
        while True:
            _jalan(jalankan)
            click.echo(_("Menunggu perubahan; Ctrl-C untuk berhenti."), err=True)
            changed: list[Path] = []
            while not changed:
                tidur(JEDA)
                changed = berubah(known, lihat())
            known = _tenang(lihat, tidur)
            names = ", ".join(path.name for path in changed[:DISEBUT]) + (" …" if len(changed) > DISEBUT else "")
            pesan = _("{jam} berubah: {berkas}").format(jam=datetime.now().strftime("%H:%M:%S"), berkas=names)
            click.echo(f"\n{pesan}", err=True)
    except KeyboardInterrupt:
        click.echo("\n" + _("Pemantauan dihentikan."), err=True)


def _jalan(jalankan: Callable[[], None]) -> None:
    try:
        jalankan()
    except click.exceptions.Exit:
        pass  # the exit code of one check; the watch goes on
    except (ConfigError, OSError, click.ClickException) as error:
        tampilkan(error)


def _tenang(lihat: Callable[[], Keadaan], tidur: Callable[[float], None]) -> Keadaan:
    """The state once two looks agree: an office program writes a file in several steps."""
    known = lihat()
    while True:
        tidur(JEDA / 2)
        now = lihat()
        if now == known:
            return now
        known = now
