"""GitLab Code Quality: a list of issues, each with a path and a line (letak.nomor_baris: the page)."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from ..aturan import Rule
from ..bahasa import _
from ..model import Finding, Jenis, Keparahan, Report
from .letak import di_mana, jenis_dokumen, nomor_baris, utama
from .ringkas import tanda_keputusan

BERAT: dict[Keparahan, str] = {"kritis": "blocker", "tinggi": "critical", "sedang": "major", "rendah": "minor", "info": "info"}


class Lines(Struct, frozen=True):
    begin: int


class Location(Struct, frozen=True):
    path: str
    lines: Lines


class Issue(Struct, frozen=True):
    """Names and values as GitLab's Code Quality report format has them."""

    description: str
    check_name: str
    fingerprint: str
    severity: str
    location: Location


def gitlab(report: Report, rules: Mapping[str, Rule], awalan: str = "") -> list[Issue]:
    """All findings; doubtful ones are of severity "info", whatever their rule says."""
    kinds = jenis_dokumen(report)
    return [_issue(finding, kinds, rules, awalan) for finding in report.findings]


def _issue(finding: Finding, kinds: Mapping[str, Jenis], rules: Mapping[str, Rule], awalan: str) -> Issue:
    main = utama(finding, kinds, rules.get(finding.aturan))
    place = di_mana(main) if main else ""
    more = (place, tanda_keputusan(finding), *finding.ragu)
    doubt = f"[{_('perlu telaah')}] " if finding.telaah else ""
    return Issue(
        description=f"{doubt}{finding.kondisi}" + "".join(f" ({part})" for part in more if part),
        check_name=finding.aturan,
        fingerprint=finding.sidik,
        severity="info" if finding.telaah else BERAT[finding.keparahan],
        location=Location(awalan + main.dokumen if main else awalan or ".", Lines(nomor_baris(main) if main else 1)),
    )
