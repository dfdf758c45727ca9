"""Where a finding stands, for programs that know files and lines: a path below the repository and a line.

The documents have no lines. The page stands for one (PDF), or the row of the sheet (XLSX, ODS); in a flow without pages it is 1, and
the words of the place say more.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..aturan import Rule
from ..bahasa import _
from ..model import Bukti, Finding, Jenis, Lokasi, Report
from .labels import tempat


def awalan(root: Path, kerja: Path) -> str:
    """The path of the documents' folder below the working folder ("dokumen/"), empty where it lies elsewhere or is the same."""
    try:
        below = root.resolve().relative_to(kerja.resolve()).as_posix()
    except ValueError:
        return ""
    return "" if below == "." else f"{below}/"


def nomor_baris(bukti: Bukti) -> int:
    """The page, else the row of the sheet, else 1."""
    if bukti.halaman is not None:
        return max(1, bukti.halaman)
    return max(1, bukti.baris or 1) if bukti.lembar is not None else 1


def di_mana(bukti: Bukti) -> str:
    """The place inside the document in words, empty where the document as a whole is meant."""
    return tempat(Lokasi(halaman=bukti.halaman, lembar=bukti.lembar, tabel=bukti.tabel, baris=bukti.baris, kolom=bukti.kolom))


def isi(bukti: Bukti) -> str:
    """One line on a piece of evidence: what it stands for, where, and what it prints."""
    where = ", ".join(part for part in (bukti.peran or bukti.dokumen, di_mana(bukti)) if part)
    text = f"“{' '.join(bukti.kutipan.split())}”" if bukti.kutipan else ""
    if bukti.nilai and bukti.nilai != bukti.kutipan:
        text = f"{text}, {_('nilai')} {bukti.nilai}" if text else bukti.nilai
    return f"{where}: {text}" if text else where


def utama(finding: Finding, jenis: Mapping[str, Jenis], rule: Rule | None) -> Bukti | None:
    """The evidence at which the finding is shown: the first in a document of the kind that the rule judges (the PK, not the Renstra that
    it is held against), else the first. jenis: kind of each document, by name."""
    judged = rule.dokumen if rule else ()
    return next((b for b in finding.bukti if jenis.get(b.dokumen) in judged), finding.bukti[0] if finding.bukti else None)


def jenis_dokumen(report: Report) -> dict[str, Jenis]:
    return {dokumen.berkas: dokumen.jenis for dokumen in report.documents}
