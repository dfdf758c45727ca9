"""The part "hasil evaluasi" of an LHE with its annexes, as Word. No score, no predicate and no cause: those are the evaluator's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..aturan import Rule
from ..bahasa import _, get_lang, jamak
from ..model import SEVERITIES, Bukti, Finding, Report
from . import word
from .komponen import KOMPONEN, kriteria_lke, per_komponen
from .labels import JENIS, KEPARAHAN, waktu
from .letak import di_mana, jenis_dokumen, utama
from .lhe_isi import BuktiLhe, GambarLhe, KelompokLhe, KomponenLhe, TemuanLhe
from .pictures import album
from .rekomendasi import kalimat
from .ringkas import tanda_keputusan
from .summary import per_agency
from .views import catatan_per_berkas, per_alasan
from .word_gambar import Gambar

LEBAR_GAMBAR = 250.0
"""Millimetres at most: a whole row over the landscape annex."""
GAMBAR_PER_TEMUAN = 2
PER_ATURAN = 5
"""Cases of one rule and agency that the body tells; the annex has all."""


def masuk(finding: Finding) -> bool:
    """Whether a finding is stated as a condition: certain, or accepted by a person; what must still be looked at is listed apart."""
    accepted = finding.keputusan is not None and finding.keputusan.putusan == "diterima"
    return accepted or (not finding.telaah and finding.keparahan != "info")


def render(report: Report, root: Path | None, rules: Iterable[Rule], templat: Path | None = None) -> bytes:
    """The Word document. root: folder of the documents, for pictures; None: quotes alone. rules: those that ran. templat: the user's
    template, or the folder with it. Raises ConfigError for a template that cannot be used."""
    known = {rule.id: rule for rule in rules}
    stated = [f for _agency, group in per_agency(report).items() for f in group if masuk(f) and not _reading(f)]
    images = album(stated, root) if root is not None else None

    def isi(document: Any) -> dict[str, Any]:
        return konteks(report, known, Gambar(document, images.cuplikan if images else {}, LEBAR_GAMBAR))

    return word.cetak(word.templat("lhe", templat), isi)


def _reading(finding: Finding) -> bool:
    return finding.aturan.startswith("EXT")


def konteks(report: Report, known: Mapping[str, Rule], gambar: Callable[[Bukti], Any]) -> dict[str, Any]:
    """What the template may use; docs/panduan.md lists the names."""
    stated: list[tuple[str | None, Finding]] = []
    doubtful: list[tuple[str | None, Finding]] = []
    kinds = jenis_dokumen(report)
    for agency, findings in per_agency(report).items():
        for finding in findings:
            if not _reading(finding):
                (stated if masuk(finding) else doubtful).append((agency, finding))
    order = {rule.id: number for number, group in per_komponen(known.values()).items() for rule in group}
    stated.sort(key=lambda pair: (order.get(pair[1].aturan, 1), SEVERITIES.index(pair[1].keparahan), pair[1].aturan))
    rows = [_temuan(number, agency, f, known, kinds, gambar) for number, (agency, f) in enumerate(stated, start=1)]
    pemda = sorted({d.pemda for d in report.documents if d.pemda})
    skipped = getattr(gambar, "dilewati", 0)
    return {
        "pemda": ", ".join(pemda),
        "perangkat_daerah": sorted({d.perangkat_daerah for d in report.documents if d.perangkat_daerah}),
        "dokumen": _dokumen(report),
        "komponen": _komponen(rows, report, known),
        "lampiran": rows,
        "telaah": [_temuan(n, a, f, known, kinds, lambda _b: None) for n, (a, f) in enumerate(doubtful, start=1)],
        "ditolak": [{"kondisi": one.finding.kondisi, "alasan": one.alasan, "asal": one.asal} for one in report.diabaikan],
        "tidak_terbaca": [
            {"berkas": berkas, "pesan": note.pesan, "tempat": _places(note.tempat)}
            for berkas, notes in catatan_per_berkas(report).items()
            for note in notes
        ],
        "gambar_dilewati": jamak("{n} potongan gambar tidak dimuat", skipped).format(n=skipped) if skipped else "",
    }


def _places(places: Sequence[str]) -> str:
    shown = "; ".join(place for place in places[:4] if place)
    return f"{shown}; …" if len(places) > 4 else shown


def _temuan(
    number: int, agency: str | None, finding: Finding, known: Mapping[str, Rule], kinds: Mapping[str, Any], gambar: Callable[[Bukti], Any]
) -> TemuanLhe:
    rule = known.get(finding.aturan)
    return TemuanLhe(
        nomor=number,
        aturan=finding.aturan,
        nama=rule.teks[get_lang()].nama if rule else finding.aturan,
        pd=agency or _("Tingkat daerah"),
        keparahan=_(KEPARAHAN[finding.keparahan]),
        kondisi=finding.kondisi,
        kriteria=finding.kriteria,
        akibat=finding.akibat,
        rekomendasi=finding.rekomendasi,
        tindakan=tuple(kalimat(finding.rekomendasi)) if finding.rekomendasi else (),
        letak=letak(finding, kinds, rule),
        keputusan=tanda_keputusan(finding),
        ragu="; ".join(finding.ragu),
        bukti=tuple(BuktiLhe(b.dokumen, b.peran or b.dokumen, di_mana(b), b.kutipan, _nilai(b)) for b in finding.bukti),
        gambar=tuple(_gambar(finding, gambar)),
    )


def _nilai(one: Bukti) -> str:
    """The printed value, where the quotation is not that value already."""
    return one.nilai if one.nilai and one.nilai != one.kutipan else ""


def _gambar(finding: Finding, gambar: Callable[[Bukti], Any]) -> Iterator[GambarLhe]:
    """Pictures of the first pieces of evidence that have one, each place once."""
    places: set[Any] = set()
    for one in finding.bukti:
        key = (one.dokumen, one.halaman, one.kotak)
        if len(places) == GAMBAR_PER_TEMUAN or key in places:
            continue
        if (picture := gambar(one)) is not None:
            places.add(key)
            yield GambarLhe(", ".join(part for part in (one.dokumen, di_mana(one)) if part), picture)


def letak(finding: Finding, kinds: Mapping[str, Any], rule: Rule | None) -> str:
    """Where the fault stands: the judged document first, then one that it is held against. "PK 2026 …, tabel 4, baris 5; Renstra …"."""
    main = utama(finding, kinds, rule)
    if main is None:
        return ""
    other = next((one for one in finding.bukti if one.dokumen != main.dokumen), None)
    return "; ".join(", ".join(p for p in (one.peran or one.dokumen, di_mana(one)) if p) for one in (main, other) if one)


def _dokumen(report: Report) -> list[dict[str, Any]]:
    return [
        {
            "berkas": one.berkas,
            "jenis": _(JENIS[one.jenis]),
            "pemilik": one.perangkat_daerah or one.pemda or "",
            "waktu": waktu(one),
            "indikator": sum(len(node.indikator) for node in one.kinerja),
        }
        for one in report.documents
    ]


def _komponen(rows: Sequence[TemuanLhe], report: Report, known: Mapping[str, Rule]) -> list[KomponenLhe]:
    reasons: dict[str, list[str]] = {}
    for item in report.tidak_dinilai:
        reasons.setdefault(item.aturan, []).append(item.alasan)
    parts = []
    for number, rules in per_komponen(known.values()).items():
        names = {rule.id: rule.teks[get_lang()].nama for rule in rules}
        own = [row for row in rows if row.aturan in names or (number == 1 and row.aturan not in known)]
        judged = [rule for rule in rules if rule.periksa is not None]
        stopped = per_alasan({rule.id: tuple(reasons[rule.id]) for rule in judged if rule.id in reasons})
        skipped = tuple(f"{'; '.join(why).rstrip('.')}: {'; '.join(names[id] for id in ids)}" for why, ids in stopped.items())
        applied = [rule for rule in judged if not any(_absent(reason) for reason in reasons.get(rule.id, ()))]
        state = "ada" if own else "nihil" if applied else "tidak_dinilai"
        people = [rule.teks[get_lang()] for rule in rules if rule.periksa is None and kriteria_lke(rule)]
        human = tuple(f"{teks.nama}: {teks.manusia}" for teks in people)
        parts.append(KomponenLhe(number, _(KOMPONEN[number]), state, _kelompok(own, known), len(applied), skipped, human))
    return parts


def _absent(reason: str) -> bool:
    """Whether a rule had no document at all to look at (the engine's reason), and not merely one case that it left out."""
    return reason.startswith(_("Tidak ada dokumen {jenis}").split("{")[0])


def _kelompok(rows: Sequence[TemuanLhe], known: Mapping[str, Rule]) -> tuple[KelompokLhe, ...]:
    by_rule: dict[str, list[TemuanLhe]] = {}
    for row in rows:
        by_rule.setdefault(row.aturan, []).append(row)
    groups = []
    for number, (rule_id, cases) in enumerate(by_rule.items()):
        shown, hidden = _shown(cases)
        more = ""
        if hidden:
            numbers = _ranges([row.nomor for row in hidden])
            more = jamak("{n} hal lain yang serupa, Lampiran 1 nomor {nomor}", len(hidden)).format(n=len(hidden), nomor=numbers)
        rule = known.get(rule_id)
        lke = ", ".join(kriteria_lke(rule)) if rule else ""
        groups.append(KelompokLhe(_letter(number), cases[0].nama, lke, tuple(shown), more))
    return tuple(groups)


def _shown(cases: Sequence[TemuanLhe]) -> tuple[list[TemuanLhe], list[TemuanLhe]]:
    count: dict[str, int] = {}
    shown: list[TemuanLhe] = []
    hidden: list[TemuanLhe] = []
    for row in cases:
        count[row.pd] = count.get(row.pd, 0) + 1
        (shown if count[row.pd] <= PER_ATURAN else hidden).append(row)
    return shown, hidden


def _ranges(numbers: Sequence[int]) -> str:
    """ "4–7, 9"."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _letter(number: int) -> str:
    """a .. z, aa .. az, ba ..: as lists in Indonesian reports count."""
    first, last = divmod(number, 26)
    return (chr(96 + first) if first else "") + chr(97 + last)
