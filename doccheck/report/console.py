"""The summary of a check in a terminal: per agency and severity, each finding short, then what was not examined."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ..alasan import terjemah
from ..bahasa import _, jamak, pgettext
from ..model import Bukti, Finding, Keparahan, Lokasi, Report
from .labels import KEPARAHAN, tempat
from .ringkas import baris_baseline, baris_pelengkap, tanda_keputusan, tanda_ragu, teks_usang
from .summary import Hitungan, hitung, per_agency
from .views import catatan_per_berkas, judul_dokumen

GAYA: dict[Keparahan, str] = {
    "kritis": "bold white on red", "tinggi": "bold red", "sedang": "yellow", "rendah": "cyan", "info": "dim",
}
PANJANG = 220
"""Characters of a finding's text that are shown; the report has all of it."""
BUKTI = 4
"""Pieces of evidence shown per finding."""


def print_report(console: Console, report: Report, unread: Sequence[str], batas: int | None = None) -> None:
    """Prints the summary. `unread`: names of documents that could not be read; `batas`: findings shown per agency and
    severity (None: all)."""
    _dokumen(console, report)
    for agency, findings in per_agency(report).items():
        # findings about reading stand below, with the notes that they repeat
        if shown := [finding for finding in findings if not finding.aturan.startswith("EXT-")]:
            _agency(console, agency, shown, batas)
    _unread(console, report, unread)
    _tidak_dinilai(console, report)
    _putusan(console, report)
    _diabaikan(console, report)
    if line := baris_pelengkap(report):
        console.print(f"{line}; {_('semuanya: --tampilkan semua')}", style="dim", soft_wrap=True, markup=False, highlight=False)
    console.print(ringkasan(report, unread), style="bold", soft_wrap=True)


def ringkasan(report: Report, unread: Sequence[str]) -> Text:
    """One line: documents, findings per severity, doubtful findings, unread documents."""
    jumlah = hitung(report.findings)
    bagian = [
        jamak("{n} dokumen dibaca", len(report.documents)).format(n=len(report.documents)),
        jamak("{n} temuan", jumlah.pasti).format(n=jumlah.pasti) + _rincian(jumlah),
    ]
    if jumlah.telaah:
        bagian.append(jamak("{n} perlu telaah", jumlah.telaah).format(n=jumlah.telaah))
    if unread:
        bagian.append(jamak("{n} dokumen tidak terbaca", len(unread)).format(n=len(unread)))
    return Text(" · ".join(bagian))


def _judul(console: Console, teks: str) -> None:
    console.rule(Text(teks, style="bold"), align="left", characters="─")


def _dokumen(console: Console, report: Report) -> None:
    """What each document was taken for and how much of it was read: the reader sees at once what was misunderstood."""
    if not report.documents:
        return
    _judul(console, pgettext("banyak", "Dokumen"))
    grid = Table.grid(padding=(0, 2, 0, 0))
    for _column in range(3):
        grid.add_column(overflow="fold")
    for dokumen in report.documents:
        kinerja, indikator = len(dokumen.kinerja), sum(len(node.indikator) for node in dokumen.kinerja)
        jumlah = f"{jamak('{n} kinerja', kinerja).format(n=kinerja)}, {jamak('{n} indikator', indikator).format(n=indikator)}"
        gaya = "" if kinerja else "bold red"
        grid.add_row(Padding(Text(dokumen.berkas), (0, 0, 0, 2)), Text(judul_dokumen(dokumen)), Text(jumlah, style=gaya))
    console.print(grid)
    console.print()


def _rincian(jumlah: Hitungan) -> str:
    ada = [f"{n} {_(KEPARAHAN[keparahan]).lower()}" for keparahan, n in jumlah.per_keparahan.items() if n]
    return f" ({', '.join(ada)})" if ada else ""


def _agency(console: Console, agency: str | None, findings: Sequence[Finding], batas: int | None) -> None:
    _judul(console, agency or _("Dokumen daerah"))
    for (telaah, keparahan), group in groupby(findings, key=lambda f: (f.telaah, f.keparahan)):
        same = list(group)
        judul = Text(f"{_(KEPARAHAN[keparahan])}", style=GAYA[keparahan])
        judul.append(f" {len(same)}" + (f" · {_('perlu telaah')}" if telaah else ""), style="not bold not dim default on default")
        console.print(judul)
        for finding in same[:batas]:
            _finding(console, finding)
        if batas is not None and len(same) > batas:
            console.print(Padding(_lagi(len(same) - batas), (0, 0, 0, 2)))
    console.print()


def _finding(console: Console, finding: Finding) -> None:
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_row(Text(f"  {finding.aturan}", style="bold"), Text(pendek(finding.kondisi, PANJANG)))
    for mark in filter(None, (tanda_keputusan(finding), tanda_ragu(finding))):
        grid.add_row("", Text(mark, style="italic"))
    for bukti in finding.bukti[:BUKTI]:
        grid.add_row("", _bukti(bukti))
    if len(finding.bukti) > BUKTI:
        grid.add_row("", _lagi(len(finding.bukti) - BUKTI))
    console.print(grid)


def _lagi(sisa: int) -> Text:
    return Text(jamak("... dan {n} lagi", sisa).format(n=sisa), style="dim")


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
    per_berkas = catatan_per_berkas(report)
    if not per_berkas:
        return
    _judul(console, _("Tidak terbaca atau diragukan"))
    for berkas in sorted(per_berkas, key=lambda name: name not in unread):
        console.print(Text(f"  {berkas}", style="bold red" if berkas in unread else "bold"))
        for note in per_berkas[berkas]:
            where = "; ".join(note.tempat[:TEMPAT]) + (" …" if len(note.tempat) > TEMPAT else "")
            jumlah = f" ({len(note.tempat)}×: {where})" if len(note.tempat) > 1 else f" ({where})" if where else ""
            console.print(Padding(Text(f"{note.kode} {note.pesan}{jumlah}"), (0, 0, 0, 4)))
    console.print()


TEMPAT = 4
"""Places shown per note: a scan of 80 pages has 80."""


def _tidak_dinilai(console: Console, report: Report) -> None:
    if not report.tidak_dinilai or not report.documents:
        return
    _judul(console, _("Aturan yang tidak dapat dinilai"))
    per_alasan: dict[str, list[str]] = {}
    for item in report.tidak_dinilai:
        per_alasan.setdefault(item.alasan, []).append(item.aturan)
    for alasan, aturan in per_alasan.items():
        console.print(Padding(Text.assemble(f"{alasan}: ", (", ".join(dict.fromkeys(aturan)), "bold")), (0, 0, 0, 2)))
    console.print()


def _putusan(console: Console, report: Report) -> None:
    """Which version of a document was checked, and which decisions of the project stood over doccheck's judgement."""
    if report.pilihan:
        _judul(console, _("Dokumen yang berlaku"))
        for choice in report.pilihan:
            text = Text.assemble((choice.berkas, "bold"), f" ← {', '.join(choice.lainnya)} ", (f"({terjemah(choice.alasan)})", "dim"))
            console.print(Padding(text, (0, 0, 0, 2)))
        console.print()
    if report.putusan:
        _judul(console, _("Putusan proyek yang dipakai"))
        for one in report.putusan:
            texts = " / ".join(f"“{pendek(text, 70)}”" for text in one.teks)
            text = Text.assemble((one.nilai, "bold"), f" {texts} ", (f"({' · '.join(p for p in (one.alasan, one.asal) if p)})", "dim"))
            console.print(Padding(text, (0, 0, 0, 2)))
        console.print()


def _diabaikan(console: Console, report: Report) -> None:
    """Findings set aside, with the reason, and entries to tidy up; then the line on the baseline."""
    if report.diabaikan or report.abaikan_usang:
        _judul(console, _("Temuan yang diabaikan"))
        for one in report.diabaikan:
            reason = " · ".join(part for part in (one.alasan, one.oleh, one.sampai) if part)
            text = Text.assemble((one.finding.aturan, "bold"), f" {pendek(one.finding.kondisi, 120)} ", (f"({reason}; {one.asal})", "dim"))
            console.print(Padding(text, (0, 0, 0, 2)))
        for item in report.abaikan_usang:
            console.print(Padding(Text(teks_usang(item), style="yellow"), (0, 0, 0, 2)))
        console.print()
    if line := baris_baseline(report):
        console.print(Text(line), soft_wrap=True)


def print_path(console: Console, path: Path) -> None:
    """Where the report lies; on one line however long, so that it can be copied."""
    console.print(Text(_("Laporan: {path}").format(path=path)), soft_wrap=True)
