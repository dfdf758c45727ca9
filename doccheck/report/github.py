"""GitHub annotations: one workflow command a finding, shown beside the document in a pull request.

GitHub shows ten errors and ten warnings of a step; the gravest findings come first, and SARIF has all of them.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..aturan import Rule
from ..bahasa import _, get_lang
from ..model import SEVERITIES, Finding, Jenis, Keparahan, Report
from .letak import di_mana, jenis_dokumen, nomor_baris, utama
from .ringkas import tanda_keputusan, tanda_ragu

PERINTAH: dict[Keparahan, str] = {"kritis": "error", "tinggi": "error", "sedang": "warning", "rendah": "notice", "info": "notice"}


def github(report: Report, rules: Mapping[str, Rule], awalan: str = "") -> str:
    """The lines, grave before light, doubtful ones last as notices; then the files that could not be read, as warnings."""
    kinds = jenis_dokumen(report)
    findings = sorted(report.findings, key=lambda f: (f.telaah, SEVERITIES.index(f.keparahan)))
    lines = [_line(finding, kinds, rules, awalan) for finding in findings]
    lines += [_command("warning", note.pesan, file=awalan + note.berkas, title=note.kode) for note in report.notes]
    return "".join(f"{line}\n" for line in lines)


def _line(finding: Finding, kinds: Mapping[str, Jenis], rules: Mapping[str, Rule], awalan: str) -> str:
    rule = rules.get(finding.aturan)
    main = utama(finding, kinds, rule)
    name = f"{finding.aturan} {rule.teks[get_lang()].nama}" if rule else finding.aturan
    place = di_mana(main) if main else ""
    text = "\n".join(part for part in (place, finding.kondisi, finding.rekomendasi, tanda_keputusan(finding), tanda_ragu(finding)) if part)
    where = {"file": awalan + main.dokumen, "line": str(nomor_baris(main))} if main else {}
    if finding.telaah:
        return _command("notice", text, **where, title=f"{name} ({_('perlu telaah')})")
    return _command(PERINTAH[finding.keparahan], text, **where, title=name)


def _command(kind: str, text: str, **properties: str) -> str:
    given = ",".join(f"{key}={_escape(value, ':,')}" for key, value in properties.items())
    return f"::{kind} {given}::{_escape(text)}"


def _escape(text: str, more: str = "") -> str:
    """As the runner reads commands: percent, line breaks, and in properties also colon and comma."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    for sign in more:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
