"""The review note of a planning bureau, as Word: per document and family of rules one of five statuses, with what must be mended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct

from ..aturan import Rule
from ..bahasa import _, get_lang, jamak
from ..model import Dokumen, Finding, Jenis, Report
from . import word
from .keluarga import KELUARGA
from .labels import JENIS, waktu
from .letak import jenis_dokumen, utama
from .lhe import letak
from .ringkas import tanda_keputusan
from .views import catatan_per_berkas

Status = Literal["Sesuai", "Perlu Perbaikan", "Tidak Ditemukan", "Perlu Review Manual", "Tidak Berlaku"]
STATUS: tuple[Status, ...] = ("Sesuai", "Perlu Perbaikan", "Tidak Ditemukan", "Perlu Review Manual", "Tidak Berlaku")
"""The five statuses of the reviews of Permendagri 9/2018 and of Bappeda's verification, printed as they are in every language."""

WARNA: dict[Status, str] = {
    "Sesuai": "D9F0E1",
    "Perlu Perbaikan": "FBD9D5",
    "Tidak Ditemukan": "FBDCC0",
    "Perlu Review Manual": "FDEEC8",
    "Tidak Berlaku": "ECEFF2",
}

WAJIB: tuple[Jenis, ...] = ("rpjmd", "iku", "renstra", "renja", "pk", "cascading", "rencana_aksi", "lkjip")
"""Kinds of documents that the chain of SAKIP needs."""


class TemuanReviu(Struct, frozen=True):
    huruf: str
    kondisi: str
    rekomendasi: str
    letak: str
    telaah: bool
    ragu: str
    keputusan: str


class Aspek(Struct, frozen=True):
    """One family of rules in one document."""

    nama: str
    status: Status
    keterangan: str
    temuan: tuple[TemuanReviu, ...] = ()

    @property
    def warna(self) -> str:
        """Background of the status, six hex digits."""
        return WARNA[self.status]


class DokumenReviu(Struct, frozen=True):
    """One document; `jumlah`: how many of its aspects have each status."""

    berkas: str
    jenis: str
    pemilik: str
    waktu: str
    aspek: tuple[Aspek, ...]
    jumlah: dict[str, int]

    @property
    def aspek_ringkas(self) -> tuple[Aspek, ...]:
        """The aspects, with those that do not apply gathered in one row for each reason, at the end."""
        apart: dict[str, list[Aspek]] = {}
        for one in self.aspek:
            if one.status == "Tidak Berlaku":
                apart.setdefault(one.keterangan, []).append(one)
        return tuple(one for one in self.aspek if one.status != "Tidak Berlaku") + tuple(_satu(group) for group in apart.values())


def render(report: Report, rules: Iterable[Rule], templat: Path | None = None) -> bytes:
    """The Word document. rules: those that ran. templat: the user's template, or the folder with it. Raises ConfigError."""
    known = {rule.id: rule for rule in rules}
    return word.cetak(word.templat("reviu", templat), lambda _document: konteks(report, known))


def konteks(report: Report, known: Mapping[str, Rule]) -> dict[str, Any]:
    """What the template may use; docs/panduan.md lists the names."""
    return {
        "pemda": ", ".join(sorted({d.pemda for d in report.documents if d.pemda})),
        "dokumen": susun(report, known),
        "hilang": [
            {"dokumen": _(JENIS[kind]), "status": "Tidak Ditemukan", "catatan": _("Tidak ada berkas jenis ini di antara yang diperiksa.")}
            for kind in WAJIB
            if all(document.jenis != kind for document in report.documents)
        ]
        + [{"dokumen": note.berkas, "status": "Perlu Review Manual", "catatan": note.pesan} for note in report.notes],
    }


def susun(report: Report, known: Mapping[str, Rule]) -> list[DokumenReviu]:
    """Every document with the status of every family."""
    kinds = jenis_dokumen(report)
    by_place: dict[tuple[str, str], list[Finding]] = {}
    for finding in report.findings:
        main = utama(finding, kinds, known.get(finding.aturan))
        if main:
            by_place.setdefault((main.dokumen, _family(finding.aturan)), []).append(finding)
    reasons: dict[str, list[str]] = {}
    for item in report.tidak_dinilai:
        reasons.setdefault(item.aturan, []).append(item.alasan)
    stale = {name: choice.berkas for choice in report.pilihan for name in choice.lainnya}
    notes = catatan_per_berkas(report)
    used = {"EXT", *(rule.keluarga for rule in known.values())}
    families = tuple(name for name in dict.fromkeys((*KELUARGA, *sorted(used))) if name in used)
    found = []
    for document in report.documents:
        aspects = []
        for family in families:
            rules = [rule for rule in known.values() if rule.keluarga == family and (not rule.dokumen or document.jenis in rule.dokumen)]
            cases = by_place.get((document.berkas, family), [])
            if document.berkas in stale:
                text = _("Tidak diperiksa; yang berlaku: {berkas}").format(berkas=stale[document.berkas])
                aspects.append(Aspek(_(KELUARGA.get(family, family)), "Tidak Berlaku", text))
            else:
                aspects.append(_aspek(family, document, rules, cases, reasons, kinds, known, notes.get(document.berkas, ())))
        counts: dict[str, int] = {status: sum(one.status == status for one in aspects) for status in STATUS}
        owner = document.jabatan or document.perangkat_daerah or document.pemda or ""
        found.append(DokumenReviu(document.berkas, _(JENIS[document.jenis]), owner, waktu(document), tuple(aspects), counts))
    return found


def _satu(group: Sequence[Aspek]) -> Aspek:
    first = group[0]
    if len(group) == 1:
        return first
    names = ", ".join(one.nama for one in group)
    return Aspek(_("Aspek lainnya"), first.status, f"{first.keterangan.rstrip('.')}: {names}.")


def _family(rule_id: str) -> str:
    return rule_id.split("-")[0]


def _aspek(
    family: str,
    document: Dokumen,
    rules: Sequence[Rule],
    cases: Sequence[Finding],
    reasons: Mapping[str, Sequence[str]],
    kinds: Mapping[str, Jenis],
    known: Mapping[str, Rule],
    notes: Sequence[Any],
) -> Aspek:
    name = _(KELUARGA.get(family, family))
    shown = tuple(_temuan(number, one, kinds, known.get(one.aturan)) for number, one in enumerate(cases))
    sure = sum(not one.telaah for one in cases)
    if family == "EXT":
        text = jamak("{n} catatan pembacaan", len(notes)).format(n=len(notes))
        return Aspek(name, "Perlu Review Manual", text, shown) if notes or cases else Aspek(name, "Sesuai", _("Terbaca tanpa catatan."))
    if sure:
        return Aspek(name, "Perlu Perbaikan", jamak("{n} temuan", len(cases)).format(n=len(cases)), shown)
    if cases:
        return Aspek(name, "Perlu Review Manual", jamak("{n} hal perlu telaah", len(cases)).format(n=len(cases)), shown)
    if not rules:
        return Aspek(name, "Tidak Berlaku", _("Tidak ada butir untuk jenis dokumen ini."))
    if not document.kinerja:
        return Aspek(name, "Perlu Review Manual", _("Tidak ada kinerja yang terbaca dari dokumen ini."))
    judged = [rule for rule in rules if rule.periksa is not None]
    applied = [rule for rule in judged if rule.id not in reasons]
    if not judged:
        return Aspek(name, "Perlu Review Manual", "; ".join(rule.teks[get_lang()].manusia or "" for rule in rules))
    if not applied:
        return Aspek(name, "Tidak Ditemukan", "; ".join(dict.fromkeys(reason for rule in judged for reason in reasons[rule.id])))
    text = jamak("{n} butir diperiksa, tidak ada temuan", len(applied)).format(n=len(applied))
    if skipped := [rule for rule in judged if rule.id in reasons]:
        names = ", ".join(rule.id for rule in skipped)
        text += "; " + _("tidak seluruhnya dapat dinilai: {aturan}").format(aturan=names)
    if notes:
        text += "; " + _("ada bagian dokumen yang tidak terbaca atau diragukan")
    return Aspek(name, "Sesuai", f"{text}.")


def _temuan(number: int, finding: Finding, kinds: Mapping[str, Jenis], rule: Rule | None) -> TemuanReviu:
    return TemuanReviu(
        huruf=str(number + 1),
        kondisi=finding.kondisi,
        rekomendasi=finding.rekomendasi,
        letak=letak(finding, kinds, rule),
        telaah=finding.telaah,
        ragu="; ".join(finding.ragu),
        keputusan=tanda_keputusan(finding),
    )
