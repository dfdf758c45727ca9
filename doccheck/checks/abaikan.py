"""Setting findings aside: what the configuration names is taken out of the findings and kept apart with its reason.

Entries that match nothing, and entries whose date is past, are reported: a list that nobody tidies would one day hide a new fault.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from datetime import date
from fnmatch import fnmatchcase

from msgspec.structs import replace

from ..bahasa import _
from ..config import AbaikanConfig, ConfigError
from ..model import AbaikanUsang, Diabaikan, Finding, Report
from .rules import load_rules


def periksa_nama(entries: Sequence[AbaikanConfig]) -> None:
    """Raises ConfigError, with file and line, for an entry that names a rule or family which does not exist."""
    if not any(entry.aturan for entry in entries):
        return
    known = {name for rule in load_rules() for name in (rule.id, rule.keluarga)}
    for entry in entries:
        if entry.aturan and entry.aturan.upper() not in known:
            raise ConfigError(f"{entry.asal}: " + _("tidak ada aturan {nama}.").format(nama=entry.aturan))


def terapkan(
    report: Report,
    entries: Sequence[AbaikanConfig],
    hari: date,
    aturan: Container[str] | None = None,
    ringkas: Callable[[Sequence[Finding]], Sequence[Finding]] | None = None,
) -> Report:
    """The report with the findings that entries name set aside. Of several entries that match, the first is its reason. An entry holds
    through the day it names; after that its findings count again. aturan: ids and families of the rules that ran (None: all); an entry
    for another one is not called unused. ringkas: makes one finding of many; an entry takes single findings out of them before, and
    those that it made by their fingerprints after."""
    used = [0] * len(entries)
    kept, aside = _pisahkan(report.findings, entries, hari, used)
    if ringkas is not None:
        single = {finding.sidik for finding in kept}
        kept, more = _pisahkan(ringkas(kept), entries, hari, used, single)
        aside += more
    stale = [
        AbaikanUsang(
            keadaan="kedaluwarsa" if _expired(entry, hari) else "tidak_terpakai",
            aturan=entry.aturan or entry.sidik or "",
            alasan=entry.alasan,
            asal=entry.asal,
            sampai=entry.sampai.isoformat() if entry.sampai else None,
            jumlah=count,
        )
        for entry, count in zip(entries, used, strict=True)
        if _expired(entry, hari) or (count == 0 and (aturan is None or entry.aturan is None or entry.aturan.upper() in aturan))
    ]
    return replace(report, findings=tuple(kept), diabaikan=tuple(aside), abaikan_usang=tuple(stale))


def _pisahkan(
    findings: Sequence[Finding], entries: Sequence[AbaikanConfig], hari: date, used: list[int], seen: Container[str] = ()
) -> tuple[list[Finding], list[Diabaikan]]:
    """The findings that stay, and those set aside; what was `seen` before stays. Counts in `used` what each entry matches. An entry by
    words never sets aside a finding made of many, of which they may name one."""
    kept: list[Finding] = []
    aside: list[Diabaikan] = []
    for finding in findings:
        matching = [number for number, entry in enumerate(entries) if (not seen or entry.sidik) and cocok(finding, entry)]
        if finding.sidik in seen:
            matching = []
        for number in matching:
            used[number] += 1
        entry = next((entries[number] for number in matching if not _expired(entries[number], hari)), None)
        if entry is None:
            kept.append(finding)
        else:
            aside.append(_aside(finding, entry))
    return kept, aside


def cocok(finding: Finding, entry: AbaikanConfig) -> bool:
    """Whether an entry names the finding: all that it says must hold."""
    if entry.sidik and entry.sidik != finding.sidik:
        return False
    if entry.aturan and entry.aturan.upper() not in (finding.aturan, finding.aturan.split("-")[0]):
        return False
    if entry.dokumen and not any(_named(bukti.dokumen, entry.dokumen) for bukti in finding.bukti):
        return False
    if entry.teks:
        wanted = _flat(entry.teks)
        return any(wanted in _flat(text) for text in (finding.kondisi, *(b.kutipan for b in finding.bukti)))
    return True


def _named(berkas: str, pattern: str) -> bool:
    return pattern in (berkas, berkas.rsplit("/", 1)[-1]) or fnmatchcase(berkas, pattern)


def _flat(text: str) -> str:
    return " ".join(text.casefold().split())


def _expired(entry: AbaikanConfig, hari: date) -> bool:
    return entry.sampai is not None and entry.sampai < hari


def _aside(finding: Finding, entry: AbaikanConfig) -> Diabaikan:
    until = entry.sampai.isoformat() if entry.sampai else None
    return Diabaikan(finding=finding, alasan=entry.alasan, oleh=entry.oleh, sampai=until, asal=entry.asal)
