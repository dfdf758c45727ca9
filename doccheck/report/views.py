"""What the HTML report shows of findings, documents and notes: the model, made ready for the templates. No HTML here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..aturan import Rule
from ..bahasa import Lang, _, tandai
from ..checks.run import dasar
from ..model import Bukti, Catatan, Dokumen, Finding, Report, TidakDinilai
from .grafik import Grafik, grafik
from .labels import JENIS, tempat, waktu
from .letak import di_mana
from .petikan import Petikan
from .pictures import Cuplikan
from .summary import per_agency
from .textdiff import Potongan, Ubahan, serupa, ubahan, word_diff


@dataclass(frozen=True)
class BuktiView:
    """One piece of evidence. `potongan`: the quote, differing words marked; `nilai_beda`: the pieces print different
    values; `cuplikan` of a PDF, `petikan` of other formats: the row itself."""

    bukti: Bukti
    tempat: str
    potongan: tuple[Potongan, ...]
    nilai_beda: bool
    cuplikan: Cuplikan | None
    petikan: Petikan | None


@dataclass(frozen=True)
class Rupa:
    """How the documents print the evidence: pictures and excerpts."""

    cuplikan: Mapping[Bukti, Cuplikan] = field(default_factory=dict)
    petikan: Mapping[Bukti, Petikan] = field(default_factory=dict)


@dataclass(frozen=True)
class TemuanView:
    """One finding. `id`: anchor, from the fingerprint, so that a link outlives a new run; `dokumen`: keys of its documents;
    `kriteria`: without the legal basis at its end, which the report lists with more detail; `ubahan`: how the first quote reads in
    the second."""

    nomor: int
    id: str
    temuan: Finding
    bukti: tuple[BuktiView, ...]
    dokumen: tuple[str, ...]
    kriteria: str
    ubahan: tuple[Ubahan, ...]
    grafik: Grafik | None


@dataclass(frozen=True)
class KelompokView:
    """The findings of one agency (None: the region itself). `kunci` stands for it in filters and anchors, made of its name so that
    a link outlives a new run."""

    kunci: str
    nama: str | None
    temuan: tuple[TemuanView, ...]


@dataclass(frozen=True)
class CatatanView:
    """One kind of reading note in one file, with all the places at which it holds."""

    kode: str
    pesan: str
    tempat: tuple[str, ...]


PITA: dict[str, str] = {
    "tinggi": tandai("tinggi (90 ke atas)"),
    "cukup": tandai("cukup (70–89)"),
    "rendah": tandai("rendah (di bawah 70)"),
}
"""Bands of confidence by which the report filters."""


def pita_keyakinan(keyakinan: float) -> str:
    """The band of a confidence 0..1, as the printed percentage (rounded down) has it."""
    percent = int(keyakinan * 100 + 1e-9)
    return "tinggi" if percent >= 90 else "cukup" if percent >= 70 else "rendah"


SEJAJAR = 3
"""Up to so many pieces of evidence stand side by side with their differences marked; more are a list (the parts of a sum)."""


def _marked(bukti: tuple[Bukti, ...]) -> list[tuple[Potongan, ...]]:
    """Each quote against the first; the first is marked only against a single other one, else the marks would mix."""
    if len(bukti) == 2:
        return list(word_diff(bukti[0].kutipan, bukti[1].kutipan))
    if len(bukti) > SEJAJAR:
        return [word_diff(b.kutipan, b.kutipan)[0] for b in bukti]
    return [word_diff(bukti[0].kutipan, b.kutipan)[1] for b in bukti]


def _nilai_beda(bukti: tuple[Bukti, ...]) -> bool:
    """Whether the pieces print different values for what looks like the same thing."""
    with_value = [b for b in bukti if b.nilai is not None]
    return (
        len(bukti) <= SEJAJAR
        and len({b.nilai for b in with_value}) > 1
        and all(serupa(with_value[0].kutipan, b.kutipan) for b in with_value)
    )


def _bukti(finding: Finding, rupa: Rupa) -> tuple[BuktiView, ...]:
    nilai_beda = _nilai_beda(finding.bukti)
    return tuple(
        BuktiView(
            bukti=b,
            tempat=di_mana(b),
            potongan=potongan,
            nilai_beda=nilai_beda and b.nilai is not None,
            cuplikan=rupa.cuplikan.get(b),
            petikan=rupa.petikan.get(b),
        )
        for b, potongan in zip(finding.bukti, _marked(finding.bukti), strict=True)
    )


def kunci_dokumen(report: Report) -> dict[str, str]:
    """berkas -> the short key that stands for it in filters ("d1" ...), for documents and for files that evidence names."""
    named = dict.fromkeys(d.berkas for d in report.documents)
    named |= dict.fromkeys(b.dokumen for f in report.findings for b in f.bukti)
    return {berkas: f"d{nomor}" for nomor, berkas in enumerate(named, start=1)}


def kelompok(report: Report, rupa: Rupa, aturan: Mapping[str, Rule]) -> tuple[KelompokView, ...]:
    """All findings by agency, numbered through in the order shown; agencies without findings keep an empty group."""
    keys = kunci_dokumen(report)
    documents = {d.berkas: d for d in report.documents}
    used: dict[str, int] = {}
    groups: list[KelompokView] = []
    nomor = 0
    taken: set[str] = set()
    for agency, findings in per_agency(report).items():
        views: list[TemuanView] = []
        for finding in findings:
            nomor += 1
            anchor = f"temuan-{finding.sidik[:16] or nomor}"
            used[anchor] = used.get(anchor, 0) + 1
            views.append(
                TemuanView(
                    nomor=nomor,
                    id=anchor if used[anchor] == 1 else f"{anchor}-{used[anchor]}",
                    temuan=finding,
                    bukti=_bukti(finding, rupa),
                    dokumen=tuple(dict.fromkeys(keys[b.dokumen] for b in finding.bukti)),
                    kriteria=finding.kriteria.removesuffix(dasar(aturan[finding.aturan])).strip()
                    if finding.aturan in aturan
                    else finding.kriteria,
                    ubahan=ubahan(*(b.kutipan for b in finding.bukti)) if len(finding.bukti) == 2 else (),
                    grafik=grafik(finding, documents, aturan),
                )
            )
        groups.append(KelompokView(_kunci(agency, taken), agency, tuple(views)))
    return tuple(groups)


def _kunci(agency: str | None, taken: set[str]) -> str:
    """ "pd-dinas-kesehatan"; a number tells apart names that differ only in signs."""
    slug = "pd-" + (re.sub(r"[^a-z0-9]+", "-", agency.casefold()).strip("-") if agency else "daerah")
    key, number = slug, 1
    while key in taken:
        number += 1
        key = f"{slug}-{number}"
    taken.add(key)
    return key


def catatan_per_berkas(report: Report) -> dict[str, tuple[CatatanView, ...]]:
    """What could not be read, by file: files that yielded nothing first, then the notes inside documents; equal notes of a
    file become one with many places."""
    notes: list[tuple[str, Catatan]] = [(n.berkas, n) for n in report.notes]
    notes += [(n.berkas or d.berkas, n) for d in report.documents for n in d.catatan]
    files: dict[str, dict[tuple[str, str], dict[str, None]]] = {}
    for berkas, note in notes:
        places = files.setdefault(berkas, {}).setdefault((note.kode, note.pesan), {})
        if place := tempat(note.lokasi):
            places[place] = None
    return {
        berkas: tuple(CatatanView(kode, pesan, tuple(places)) for (kode, pesan), places in kinds.items()) for berkas, kinds in files.items()
    }


def tidak_dinilai(report: Report, aturan: Mapping[str, Rule]) -> dict[str, tuple[str, ...]]:
    """Rules that could not be applied, each with its reasons; those that only a person can judge stand in `manusia`."""
    rules: dict[str, dict[str, None]] = {}
    for item in report.tidak_dinilai:
        if not _manusia(item, aturan):
            rules.setdefault(item.aturan, {})[item.alasan] = None
    return {id: tuple(alasan) for id, alasan in sorted(rules.items())}


def per_alasan(tidak_dinilai: Mapping[str, tuple[str, ...]]) -> dict[tuple[str, ...], list[str]]:
    """Reasons -> ids of the rules that they stop, the reasons that stop most rules first."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for id, reasons in tidak_dinilai.items():
        groups.setdefault(reasons, []).append(id)
    return dict(sorted(groups.items(), key=lambda item: -len(item[1])))


def manusia(report: Report, aturan: Mapping[str, Rule], lang: Lang) -> dict[str, str]:
    """The checkpoints of this check that only a person can judge: id of the rule -> why."""
    named = sorted({item.aturan for item in report.tidak_dinilai if _manusia(item, aturan)})
    return {id: aturan[id].teks[lang].manusia or "" for id in named}


def _manusia(item: TidakDinilai, aturan: Mapping[str, Rule]) -> bool:
    """Whether the rule was left to people; where its documents are missing, nobody can judge it, and that is what the item says."""
    reasons = [text.manusia for text in aturan[item.aturan].teks.values() if text.manusia] if item.aturan in aturan else []
    return any(reason in item.alasan for reason in reasons)


def berlaku(report: Report) -> tuple[Dokumen, ...]:
    """The documents that no other version replaces."""
    stale = {name for choice in report.pilihan for name in choice.lainnya}
    return tuple(document for document in report.documents if document.berkas not in stale)


def pemda(documents: Iterable[Dokumen]) -> tuple[str, ...]:
    """Names of the regions whose documents were read, each once."""
    return tuple(dict.fromkeys(d.pemda for d in documents if d.pemda))


def judul_dokumen(dokumen: Dokumen) -> str:
    """ "Renstra Dinas Perhubungan 2025–2029", translated where the kind is a word of the language."""
    return " ".join(part for part in (_(JENIS[dokumen.jenis]), dokumen.perangkat_daerah, waktu(dokumen)) if part)
