"""What `doccheck check` writes: one function for all forms, so that each shows the same report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..bahasa import get_lang
from ..config import Config
from ..model import Report

if TYPE_CHECKING:
    from ..aturan import Rule

TEKS = ("json", "sarif", "junit", "gitlab", "github", "markdown")
"""Forms that go to stdout where no file is named; the others need a terminal or a file."""
BERKAS = {"html": Path("laporan-doccheck.html"), "lhe": Path("lhe.docx"), "reviu": Path("reviu.docx"), "kke": Path("kke.xlsx")}
"""Forms that are files, with the name where none is given."""
BENTUK = ("console", "html", *TEKS, "lhe", "reviu", "kke")


def isi(report: Report, bentuk: str, paths: tuple[Path, ...], config: Config, templat: Path | None = None) -> str | bytes:
    """The report in a form for programs (TEKS) or as a file (BERKAS). templat: the user's Word template, or the folder with it."""
    from ..workspace import root_of, unread

    root = root_of(paths)
    if bentuk == "html":
        from ..report.html import render

        return render(report, root, lang=get_lang())
    from ..checks import load_rules
    from ..checks.pilihan import pilih

    rules = {rule.id: rule for rule in pilih(load_rules(), config.aturan)}
    if bentuk in BERKAS:
        return _berkas(report, bentuk, root, rules, templat)
    from ..report.json import dumps
    from ..report.letak import awalan

    if bentuk == "json":
        from ..report.kontrak import check_json

        return dumps(check_json(report))
    prefix = awalan(root, Path.cwd())
    if bentuk == "sarif":
        from ..report.sarif import sarif

        return dumps(sarif(report, rules.values(), prefix))
    if bentuk == "junit":
        from ..report.junit import junit

        return junit(report, rules, unread(report))
    if bentuk == "gitlab":
        from ..report.gitlab import gitlab

        return dumps(gitlab(report, rules, prefix))
    if bentuk == "github":
        from ..report.github import github

        return github(report, rules, prefix)
    from ..report.markdown import markdown

    return markdown(report, rules, unread(report))


def _berkas(report: Report, bentuk: str, root: Path, rules: dict[str, Rule], templat: Path | None) -> bytes:
    if bentuk == "lhe":
        from ..report import lhe

        return lhe.render(report, root, rules.values(), templat)
    if bentuk == "reviu":
        from ..report import reviu

        return reviu.render(report, rules.values(), templat)
    from ..report.kke import buku
    from ..workspace import per_pemda

    return buku(report, rules.values(), per_pemda(report.documents))
