"""Markdown for the comment on a pull request: a table of counts, then the findings of each agency, folded, grave ones first.

A comment holds 65,536 characters. What does not fit is counted and said; the files with everything are artifacts of the run.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..aturan import Rule
from ..bahasa import _, get_lang, jamak
from ..model import SEVERITIES, Finding, Report
from .labels import KEPARAHAN
from .letak import isi
from .ringkas import baris_baseline, baris_diabaikan, baris_pelengkap, tanda_keputusan, tanda_ragu
from .summary import hitung, per_agency

TANDA = "<!-- doccheck -->"
"""First line, by which a job finds its own comment to replace it."""
MAKS = 60_000
BUKTI = 3
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def markdown(report: Report, rules: Mapping[str, Rule], unread: Sequence[str] = (), maks: int = MAKS) -> str:
    """The comment, at most `maks` characters. unread: names of documents that could not be read."""
    head = [TANDA, f"## {_('Pemeriksaan konsistensi dokumen')}", "", *_kepala(report, unread)]
    tail = ["", f"<sub>{_('doccheck tidak memberi nilai atau predikat. Temuan yang perlu telaah tidak menggagalkan pemeriksaan.')}</sub>"]
    left = maks - sum(len(line) + 1 for line in (*head, *tail)) - 200
    body: list[str] = []
    hidden = 0
    for agency, findings in per_agency(report).items():
        if not findings:
            continue
        lines, shown = _agency(agency, findings, rules, left)
        hidden += len(findings) - shown
        if shown:
            body += lines
            left -= sum(len(line) + 1 for line in lines)
    if hidden:
        body += ["", f"_{jamak('{n} temuan lain ada dalam laporan lengkap.', hidden).format(n=hidden)}_"]
    return "\n".join([*head, *body, *tail]) + "\n"


def _kepala(report: Report, unread: Sequence[str]) -> list[str]:
    count = hitung(report.findings)
    names = [*(_(KEPARAHAN[severity]) for severity in SEVERITIES), _("Perlu telaah")]
    numbers = [*count.per_keparahan.values(), count.telaah]
    lines = [
        jamak("{n} dokumen dibaca", len(report.documents)).format(n=len(report.documents)) + ".",
        "",
        "| " + " | ".join(names) + " |",
        "|" + "---:|" * len(names),
        "| " + " | ".join(map(str, numbers)) + " |",
    ]
    lines += [line for text in _baris(report) if text for line in ("", _escape(text))]
    if unread:
        named = ", ".join(_code(name) for name in unread[:10]) + (" …" if len(unread) > 10 else "")
        lines += ["", f"**{jamak('{n} dokumen tidak terbaca', len(unread)).format(n=len(unread))}:** {named}"]
    if not any(dokumen.kinerja for dokumen in report.documents):
        lines += ["", f"**{_('Tidak ada yang dapat diperiksa: tidak satu pun dokumen memuat kinerja yang terbaca.')}**"]
    return lines


def _baris(report: Report) -> tuple[str, ...]:
    return baris_baseline(report), baris_diabaikan(report), baris_pelengkap(report)


def _agency(agency: str | None, findings: Sequence[Finding], rules: Mapping[str, Rule], left: int) -> tuple[list[str], int]:
    """The lines of one agency, as many findings as fit into `left` characters, and their number."""
    count = hitung(findings)
    counts = [f"{n} {_(KEPARAHAN[severity]).lower()}" for severity, n in count.per_keparahan.items() if n]
    counts += [jamak("{n} perlu telaah", count.telaah).format(n=count.telaah)] if count.telaah else []
    lines = ["", f"<details><summary><b>{_html(agency or _('Dokumen daerah'))}</b>: {', '.join(counts)}</summary>", ""]
    end = ["", "</details>"]
    left -= sum(len(line) + 1 for line in (*lines, *end))
    shown = 0
    for finding in findings:
        text = _finding(finding, rules)
        if len(text) + 1 > left:
            break
        lines.append(text)
        left -= len(text) + 1
        shown += 1
    return [*lines, *end], shown


def _finding(finding: Finding, rules: Mapping[str, Rule]) -> str:
    rule = rules.get(finding.aturan)
    severity = _("Perlu telaah") if finding.telaah else _(KEPARAHAN[finding.keparahan])
    title = f"{finding.aturan}: {_escape(rule.teks[get_lang()].nama)}" if rule else finding.aturan
    lines = [f"- **{severity}** · {title}  ", f"  {_escape(finding.kondisi)}"]
    for mark in filter(None, (tanda_keputusan(finding), tanda_ragu(finding))):
        lines[-1:] = [f"{lines[-1]}  ", f"  *{_escape(mark)}*"]
    lines += [f"  - {_escape(isi(bukti))}" for bukti in finding.bukti[:BUKTI]]
    if len(finding.bukti) > BUKTI:
        lines.append("  - " + jamak("... dan {n} lagi", len(finding.bukti) - BUKTI).format(n=len(finding.bukti) - BUKTI))
    return "\n".join(lines)


def _escape(text: str) -> str:
    """Text as it is: no markup, no HTML, no mention of a user (a zero-width space after @)."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split())).replace("&", "&amp;").replace("@", "@\u200b")


def _html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _code(text: str) -> str:
    return "`" + text.replace("`", "'") + "`"
