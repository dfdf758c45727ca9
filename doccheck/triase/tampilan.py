"""What of a report people see first: supplementary findings (neatness, hints, matters of taste) stand apart unless asked for.

Like zizmor's personas: few by default, more by choice. Rules say it of themselves (`awal: pelengkap`); who turns such a rule on, or its
family, or all by `tampilkan = "semua"`, sees its findings among the others.
"""

from __future__ import annotations

from msgspec.structs import replace

from ..config import Config
from ..model import Report


def utamakan(report: Report, config: Config) -> Report:
    """The report with its supplementary findings in `Report.pelengkap`. What a person has decided on stays where it is."""
    if config.tampilkan == "semua":
        return report
    aside = tuple(finding for finding in report.findings if finding.pelengkap and finding.keputusan is None)
    if not aside:
        return report
    kept = tuple(finding for finding in report.findings if not finding.pelengkap or finding.keputusan is not None)
    return replace(report, findings=kept, pelengkap=(*report.pelengkap, *aside))
