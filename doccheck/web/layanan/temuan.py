"""Findings over time: each fingerprint of a scope is one row, updated by every check, and what people decided about it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

import msgspec
from django.db import transaction

from doccheck.bahasa import _
from doccheck.match.pd import sama_pd
from doccheck.model import Bukti, Finding, Keputusan, Report
from doccheck.report.petikan import Petikan
from doccheck.workspace import unread

from ..models import Akun, Komentar, Pemda, Pemeriksaan, PerangkatDaerah, Temuan, Triase
from ..models.pilihan import TRIASE


def perbarui(row: Pemeriksaan, report: Report, aturan: Container[str], petikan: Mapping[Bukti, Petikan] | None = None) -> None:
    """Writes the findings of a check, and what is new, remains, or is solved against the check before. A finding that is not there any
    more is solved only where its rule ran and its documents were read or withdrawn; else it stays as it was.

    petikan: rows of tables in documents without pages.
    """
    before = {one.sidik: one for one in Temuan.objects.filter(periode=row.periode, lingkup=row.perangkat_daerah)}
    open_before = {sidik for sidik, one in before.items() if one.keadaan == "terbuka"}
    previous = (
        Pemeriksaan.objects.filter(periode=row.periode, perangkat_daerah=row.perangkat_daerah, keadaan="selesai", pk__lt=row.pk)
        .order_by("-pk")
        .first()
    )
    agencies = _pencari(row)
    seen: set[str] = set()
    new: list[Temuan] = []
    for number, finding in enumerate(report.findings):
        seen.add(finding.sidik)
        known = before.get(finding.sidik)
        one = known or Temuan(periode=row.periode, lingkup=row.perangkat_daerah, sidik=finding.sidik, pertama=row)
        one.aturan, one.keparahan, one.keyakinan, one.telaah = finding.aturan, finding.keparahan, finding.keyakinan, finding.telaah
        one.masalah, one.isi = list(finding.masalah), msgspec.to_builtins(finding)
        one.petikan = {str(n): msgspec.to_builtins(petikan[b]) for n, b in enumerate(finding.bukti) if petikan and b in petikan}
        one.perangkat_daerah = agencies(finding.perangkat_daerah)
        one.keadaan, one.terakhir, one.urutan = "terbuka", row, number
        if known:
            known.save()
        else:
            new.append(one)
    Temuan.objects.bulk_create(new)
    aside = {finding.sidik for finding in report.pelengkap}
    gone = [one for sidik, one in before.items() if sidik in open_before and sidik not in seen | aside and _teruji(one, report, aturan)]
    Temuan.objects.filter(pk__in=[one.pk for one in gone]).update(keadaan="selesai", terakhir=row)
    row.sebelum = previous
    row.baru = sorted(seen - open_before) if previous else []
    row.tetap = sorted(seen & open_before)
    row.hilang = sorted(one.sidik for one in gone)


def _teruji(one: Temuan, report: Report, aturan: Container[str]) -> bool:
    """Whether this check could have found it again."""
    lost = set(unread(report))
    named = {bukti["dokumen"] for bukti in one.isi.get("bukti", ())}
    return one.aturan in aturan and not named & lost


def _pencari(row: Pemeriksaan) -> _Pencari:
    return _Pencari(list(PerangkatDaerah.objects.filter(pemda=row.periode.pemda)), row.perangkat_daerah)


class _Pencari:
    """Name of an agency as a finding has it -> the agency. In an agency's check, findings that name none are the region's."""

    def __init__(self, agencies: list[PerangkatDaerah], own: PerangkatDaerah | None) -> None:
        self._known: dict[str, PerangkatDaerah | None] = {}
        self._agencies = [own, *agencies] if own else agencies

    def __call__(self, name: str | None) -> PerangkatDaerah | None:
        if not name:
            return None
        if name not in self._known:
            self._known[name] = next((one for one in self._agencies if sama_pd(one.nama, name)), None)
        return self._known[name]


def triase(pemda: Pemda, sidik: Iterable[str] | None = None) -> dict[str, Triase]:
    """The decision in force on each fingerprint that has one."""
    rows = Triase.objects.filter(pemda=pemda).select_related("oleh").order_by("pk")
    if sidik is not None:
        rows = rows.filter(sidik__in=list(sidik))
    return {one.sidik: one for one in rows}


def putuskan(one: Temuan, oleh: Akun, putusan: str, alasan: str = "", rekomendasi: str = "") -> Triase:
    """Records a decision. Raises ValueError with words for the person: a rejection needs a reason."""
    if putusan not in TRIASE:
        raise ValueError(_("Keputusan tidak dikenal."))
    if putusan == "ditolak" and not alasan.strip():
        raise ValueError(_("Temuan yang ditolak harus beralasan."))
    reworded = "" if putusan == "terbuka" else rekomendasi.strip()  # what is taken back leaves no words of its own
    with transaction.atomic():
        return Triase.objects.create(
            pemda=one.periode.pemda, sidik=one.sidik, putusan=putusan, alasan=alasan.strip(), rekomendasi=reworded, oleh=oleh
        )


def komentari(one: Temuan, oleh: Akun, teks: str) -> Komentar:
    if not teks.strip():
        raise ValueError(_("Komentar kosong."))
    return Komentar.objects.create(pemda=one.periode.pemda, sidik=one.sidik, teks=teks.strip()[:4000], oleh=oleh)


def keputusan(pemda: Pemda, findings: Iterable[Finding]) -> dict[str, Keputusan]:
    """Triage as the reports understand decisions."""
    decided = triase(pemda, [finding.sidik for finding in findings])
    return {sidik: made for sidik, one in decided.items() if (made := sebagai_keputusan(one))}


def sebagai_keputusan(one: Triase) -> Keputusan | None:
    """One of them; None where it was opened again."""
    if one.putusan == "terbuka":
        return None
    asal = f"{one.oleh.nama}, {one.kapan:%Y-%m-%d}"
    return Keputusan(putusan=one.putusan, alasan=one.alasan, rekomendasi=one.rekomendasi or None, asal=asal)  # type: ignore[arg-type]
