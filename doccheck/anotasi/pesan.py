"""The words of a mark: what a finding says at one of the places that it names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from ..aturan import Rule
from ..bahasa import _
from ..model import Bukti, Finding, Keparahan, Report
from ..report.labels import KEPARAHAN
from ..report.letak import isi
from ..report.ringkas import tanda_ragu

PENULIS = "doccheck"
PERIKSA_TARGET, PERIKSA_RUMUSAN = "target_antar_dokumen", "rumusan_berubah"
"""Check functions whose findings say what a lower document should print: what the first piece of evidence, the upper one, prints."""

_UNIT = re.compile(r"\s*\([^()]{1,12}\)\s*$")
"""A unit in brackets that one document prints behind an indicator and another in a column of its own."""


class TidakDidukungError(Exception):
    """A file that cannot be marked; the message says why."""


class Usulan(Struct, frozen=True):
    """What should stand instead of what is printed."""

    lama: str
    baru: str


class Tanda(Struct, frozen=True):
    """A finding at one place of one document."""

    bukti: Bukti
    finding: Finding
    usulan: Usulan | None = None

    @property
    def keparahan(self) -> Keparahan:
        return self.finding.keparahan


def per_dokumen(report: Report, rules: Iterable[Rule]) -> dict[str, list[Tanda]]:
    """The marks of each document, grave ones first, each place of a finding once."""
    known = {rule.id: rule for rule in rules}
    marks: dict[str, list[Tanda]] = {dokumen.berkas: [] for dokumen in report.documents}
    for finding in report.findings:
        for place in dict.fromkeys(finding.bukti):
            mark = Tanda(place, finding, _usulan(finding, place, known.get(finding.aturan)))
            marks.setdefault(place.dokumen, []).append(mark)
    return marks


def baris(tanda: Tanda) -> list[str]:
    """The lines of the mark: rule and severity, condition, recommendation, the other places."""
    finding = tanda.finding
    doubt = f" · {_('perlu telaah')}" if finding.telaah else ""
    lines = [f"{finding.aturan} · {_(KEPARAHAN[finding.keparahan])} · {_('keyakinan')} {finding.keyakinan:.0%}{doubt}"]
    lines.append(finding.kondisi)
    lines += filter(None, (tanda_ragu(finding),))
    lines.append(f"{_('Rekomendasi')}: {finding.rekomendasi}")
    others = [isi(place) for place in finding.bukti if place != tanda.bukti]
    if others:
        lines.append(f"{_('Bandingkan')}:")
        lines += [f"– {other}" for other in others]
    return lines


def _usulan(finding: Finding, place: Bukti, rule: Rule | None) -> Usulan | None:
    """What the place should print by the upper document, where the finding is sure and grave enough to propose it."""
    if rule is None or finding.telaah or finding.keparahan == "info" or place == finding.bukti[0]:
        return None
    upper = finding.bukti[0]
    if rule.periksa == PERIKSA_RUMUSAN and upper.kutipan and place.kutipan:
        return Usulan(place.kutipan, upper.kutipan if _UNIT.search(place.kutipan) else _UNIT.sub("", upper.kutipan))
    if rule.periksa == PERIKSA_TARGET and upper.nilai and place.nilai:
        new = upper.nilai.rstrip("% ") if not place.nilai.endswith("%") else upper.nilai
        return Usulan(place.nilai, f"{new}%" if place.nilai.endswith("%") and not new.endswith("%") else new)
    return None
