"""What `doccheck check` writes: one function for all forms, so that each shows the same report."""

from __future__ import annotations

from pathlib import Path

from ..bahasa import get_lang
from ..config import Config
from ..model import Report

BENTUK = ("console", "html", "json", "sarif", "junit", "gitlab", "github", "markdown")
TEKS = BENTUK[2:]
"""Forms that go to stdout where no file is named; the others need a terminal or a file."""


def isi(report: Report, bentuk: str, paths: tuple[Path, ...], config: Config) -> str:
    """The report in a form for programs (TEKS) or as HTML."""
    from ..workspace import root_of, unread

    root = root_of(paths)
    if bentuk == "html":
        from ..report.html import render

        return render(report, root, lang=get_lang())
    from ..report.json import dumps

    if bentuk == "json":
        from ..report.kontrak import check_json

        return dumps(check_json(report))
    from ..checks import load_rules
    from ..checks.run import pilih
    from ..report.letak import awalan

    rules = {rule.id: rule for rule in pilih(load_rules(), config.aturan)}
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
