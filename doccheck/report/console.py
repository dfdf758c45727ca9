"""The summary of a check in a terminal: per agency and severity, each finding short, then what was not examined."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from ..bahasa import _, jamak
from ..model import Bukti, Finding, Keparahan, Lokasi, Report
from .labels import KEPARAHAN, tempat
from .summary import Hitungan, hitung, per_agency

GAYA: dict[Keparahan, str] = {
    "kritis": "bold white on red", "tinggi": "bold red", "sedang": "yellow", "rendah": "cyan", "info": "dim",
}
PANJANG = 220
"""Characters of a finding's text that are shown; the report has all of it."""


def print_report(console: Console, report: Report, unread: Sequence[str], batas: int | None = None) -> None:
    """Prints the summary. `unread`: names of documents that could not be read; `batas`: findings shown per agency and
    severity (None: all)."""
    for agency, findings in per_agency(report).items():
        if findings:
            _agency(console, agency, findings, batas)
    _unread(console, report, unread)
    _tidak_dinilai(console, report)
    console.print(ringkasan(report, unread), style="bold")


def ringkasan(report: Report, unread: Sequence[str]) -> Text:
    """One line: documents, findings per severity, doubtful findings, unread documents."""
    jumlah = hitung(report.findings)
    bagian = [
        jamak("{n} dokumen diperiksa", len(report.documents)).format(n=len(report.documents)),
        jamak("{n} temuan", jumlah.pasti).format(n=jumlah.pasti) + _rincian(jumlah),
    ]
    if jumlah.telaah:
        bagian.append(jamak("{n} perlu telaah", jumlah.telaah).format(n=jumlah.telaah))
    if unread:
        bagian.append(jamak("{n} dokumen tidak terbaca", len(unread)).format(n=len(unread)))
    return Text(" · ".join(bagian))


def _rincian(jumlah: Hitungan) -> str:
    ada = [f"{n} {_(KEPARAHAN[keparahan]).lower()}" for keparahan, n in jumlah.per_keparahan.items() if n]
    return f" ({', '.join(ada)})" if ada else ""


def _agency(console: Console, agency: str | None, findings: Sequence[Finding], batas: int | None) -> None:
    console.rule(Text(agency or _("Dokumen daerah"), style="bold"), align="left", characters="─")
    for (telaah, keparahan), group in groupby(findings, key=lambda f: (f.telaah, f.keparahan)):
        same = list(group)
        judul = Text(f"{_(KEPARAHAN[keparahan])}", style=GAYA[keparahan])
        judul.append(f" {len(same)}" + (f" · {_('perlu telaah')}" if telaah else ""), style="not bold not dim default on default")
        console.print(judul)
        for finding in same[:batas]:
            _finding(console, finding)
        if batas is not None and len(same) > batas:
            sisa = len(same) - batas
            console.print(Padding(Text(jamak("... dan {n} lagi", sisa).format(n=sisa), style="dim"), (0, 0, 0, 2)))
    console.print()


def _finding(console: Console, finding: Finding) -> None:
    teks = Text(finding.aturan, style="bold")
    teks.append("  " + pendek(finding.kondisi, PANJANG), style="not bold")
    console.print(Padding(teks, (0, 0, 0, 2)))
    for bukti in finding.bukti:
        console.print(Padding(_bukti(bukti), (0, 0, 0, 10)))


def _bukti(bukti: Bukti) -> Text:
    lokasi = Lokasi(halaman=bukti.halaman, lembar=bukti.lembar, tabel=bukti.tabel, baris=bukti.baris)
    where = ", ".join(part for part in (bukti.dokumen, tempat(lokasi)) if part)
    return Text.assemble((where, "dim"), (": ", "dim"), bukti.nilai or f"“{pendek(bukti.kutipan, 80)}”")


def pendek(teks: str, panjang: int) -> str:
    """One line of at most so many characters, cut at a word."""
    teks = " ".join(teks.split())
    if len(teks) <= panjang:
        return teks
    return teks[: panjang - 2].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def _unread(console: Console, report: Report, unread: Sequence[str]) -> None:
    """What could not be read: whole documents first, then places inside the others."""
    notes = [(note.berkas, note) for note in report.notes] + [(d.berkas, note) for d in report.documents for note in d.catatan]
    if not notes:
        return
    console.rule(Text(_("Tidak terbaca atau diragukan"), style="bold"), align="left", characters="─")
    per_file: dict[str, list[str]] = {}
    for berkas, note in sorted(notes, key=lambda pair: (pair[0] not in unread, pair[0])):
        where = tempat(note.lokasi)
        per_file.setdefault(berkas, []).append(f"{note.kode} {note.pesan}" + (f" ({where})" if where else ""))
    for berkas, lines in per_file.items():
        console.print(Text(berkas, style="bold red" if berkas in unread else "bold"))
        for line in lines[:CATATAN]:
            console.print(Padding(Text(line), (0, 0, 0, 2)))
        if len(lines) > CATATAN:
            sisa = len(lines) - CATATAN
            console.print(Padding(Text(jamak("... dan {n} lagi", sisa).format(n=sisa), style="dim"), (0, 0, 0, 2)))
    console.print()


CATATAN = 5
"""Notes shown per document: a scan of 80 pages has one for each page."""


def _tidak_dinilai(console: Console, report: Report) -> None:
    if not report.tidak_dinilai:
        return
    console.rule(Text(_("Aturan yang tidak dapat dinilai"), style="bold"), align="left", characters="─")
    per_alasan: dict[str, list[str]] = {}
    for item in report.tidak_dinilai:
        per_alasan.setdefault(item.alasan, []).append(item.aturan)
    for alasan, aturan in per_alasan.items():
        console.print(Padding(Text.assemble((", ".join(dict.fromkeys(aturan)), "bold"), f"  {alasan}"), (0, 0, 0, 2)))
    console.print()


def print_path(console: Console, path: Path) -> None:
    """Where the report lies; on one line however long, so that it can be copied."""
    console.print(Text(_("Laporan: {path}").format(path=path)), soft_wrap=True)
