"""Counts of a report, and its findings in the order in which people read them. No format, no text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import SEVERITIES, Finding, Keparahan, Report


@dataclass(frozen=True)
class Hitungan:
    """How many findings: sure ones per severity, and those that a person must look at ("perlu telaah")."""

    per_keparahan: dict[Keparahan, int]
    telaah: int

    @property
    def pasti(self) -> int:
        return sum(self.per_keparahan.values())

    @property
    def semua(self) -> int:
        return self.pasti + self.telaah


def hitung(findings: Iterable[Finding]) -> Hitungan:
    per_keparahan: dict[Keparahan, int] = dict.fromkeys(SEVERITIES, 0)
    telaah = 0
    for finding in findings:
        if finding.telaah:
            telaah += 1
        else:
            per_keparahan[finding.keparahan] += 1
    return Hitungan(per_keparahan, telaah)


def per_agency(report: Report) -> dict[str | None, tuple[Finding, ...]]:
    """The findings of each agency, agencies by name, those of the region itself (None) first; an agency whose documents
    were read has an entry even with no finding. Inside an agency: sure before doubtful, grave before light, by rule."""
    agencies = {f.perangkat_daerah for f in report.findings} | {d.perangkat_daerah for d in report.documents if d.perangkat_daerah}
    groups: dict[str | None, list[Finding]] = {
        agency: [] for agency in sorted(agencies, key=lambda name: (name is not None, (name or "").casefold(), name or ""))
    }
    for finding in report.findings:
        groups[finding.perangkat_daerah].append(finding)
    return {
        agency: tuple(sorted(group, key=lambda f: (f.telaah, SEVERITIES.index(f.keparahan), f.aturan))) for agency, group in groups.items()
    }


def per_masalah(report: Report) -> dict[int, Hitungan]:
    """Per problem 1..7 of the evaluators; a finding that serves two of them counts in both."""
    return {nomor: hitung(f for f in report.findings if nomor in f.masalah) for nomor in range(1, 8)}
