"""Documents that changed in git since a revision, and the findings that touch them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from ..bahasa import _
from ..config import ConfigError
from ..model import Report
from ..workspace import root_of


def berubah(paths: Sequence[Path], rev: str) -> frozenset[str]:
    """Names, as documents have them, of the files below `paths` that differ from revision `rev`: committed since, changed, new, deleted.
    Raises ConfigError where git is missing, the folder is in no repository or the revision is unknown."""
    root = root_of(paths)
    _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{rev}^{{commit}}", rev=rev)
    changed = _git(root, "diff", "--name-only", "--relative", "--no-renames", "-z", "--end-of-options", rev, "--", ".", rev=rev)
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", ".", rev=rev)
    return frozenset(name for name in (changed + new).split("\0") if name)


def _git(root: Path, *args: str, rev: str) -> str:
    import subprocess

    try:
        run = subprocess.run(["git", "-C", str(root), *args], capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"})
    except FileNotFoundError as error:
        raise ConfigError("--since: " + _("git tidak terpasang")) from error
    if run.returncode:
        detail = run.stderr.decode("utf-8", "replace").strip() or _("revisi {rev} tidak ada").format(rev=repr(rev))
        raise ConfigError(f"--since: {detail}")
    return os.fsdecode(run.stdout).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def hanya_berubah(report: Report, names: frozenset[str]) -> Report:
    """The report with the findings that have evidence in these files. One without evidence tells of something missing: it stays where a
    file of that list is gone."""
    there = {dokumen.berkas for dokumen in report.documents} | {note.berkas for note in report.notes}
    gone = bool(names - there)
    kept = (f for f in report.findings if any(b.dokumen in names for b in f.bukti) or (not f.bukti and gone))
    return replace(report, findings=tuple(kept))
