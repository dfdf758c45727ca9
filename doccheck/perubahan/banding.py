"""The comparison of two checked versions."""

from __future__ import annotations

from collections.abc import Sequence

from ..match import compare, kunci_pd
from ..model import Dokumen, Finding, Report
from ..workspace import unread
from .bentuk import PasanganDokumen, Perbandingan
from .dokumen import pasangkan
from .tautan import tersangka
from .ubah import perubahan


def bandingkan(lama: Report, baru: Report, bersama: Sequence[Dokumen] = ()) -> Perbandingan:
    """Compares the old version with the new one. bersama: documents that stand beside both unchanged (part of both reports): they are not
    listed, but links to them can turn suspect."""
    beside = {dokumen.berkas for dokumen in bersama}
    old, new = ([d for d in report.documents if d.berkas not in beside] for report in (lama, baru))
    pairs = [perubahan(*pair) for pair in pasangkan(old, new)]
    unchanged = [PasanganDokumen(lama=dokumen, baru=dokumen) for dokumen in bersama]
    renamed = {pair.lama.berkas: pair.baru.berkas for pair in pairs if pair.lama and pair.baru}
    solved, remaining, fresh = _findings(lama.findings, baru.findings)
    lost = set(unread(baru))
    read = {dokumen.berkas for dokumen in baru.documents} - lost
    told = [any(renamed.get(b.dokumen, b.dokumen) in read for b in finding.bukti) or not finding.bukti for finding in solved]
    return Perbandingan(
        dokumen=tuple(pairs),
        selesai=tuple(finding for finding, known in zip(solved, told, strict=True) if known),
        tetap=tuple(remaining),
        baru=tuple(fresh),
        tidak_diperiksa=tuple(finding for finding, known in zip(solved, told, strict=True) if not known),
        tersangka=tersangka(lama.links, [*pairs, *unchanged]),
        catatan_lama=lama.notes,
        catatan_baru=baru.notes,
    )


def _findings(old: Sequence[Finding], new: Sequence[Finding]) -> tuple[list[Finding], list[Finding], list[Finding]]:
    """(gone, still there as the new version shows them, new): the same fingerprint, else the same rule in the same agency about a text that
    was only reworded."""
    known = {finding.sidik for finding in old}
    there = {finding.sidik for finding in new}
    gone = [finding for finding in old if finding.sidik not in there]
    fresh: list[Finding] = []
    still: list[Finding] = []
    for finding in new:
        if finding.sidik in known:
            still.append(finding)
        elif (same := next((one for one in gone if _reworded(one, finding)), None)) is not None:
            gone.remove(same)
            still.append(finding)
        else:
            fresh.append(finding)
    return gone, still, fresh


def _reworded(a: Finding, b: Finding) -> bool:
    if a.aturan != b.aturan or kunci_pd(a.perangkat_daerah or "") != kunci_pd(b.perangkat_daerah or "") or not a.bukti or not b.bukti:
        return False
    return compare(a.bukti[0].kutipan, b.bukti[0].kutipan, "indikator").verdict != "different"
