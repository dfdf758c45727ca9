"""SARIF 2.1.0 (OASIS) for code scanning: rules with their explanation, results with fingerprints and places.

A page stands for a line (letak.nomor_baris); table and row are a logical location. Doubtful findings are of kind "review", those set aside
carry a suppression with its reason, and against a baseline each result says whether it is new. What could not be read or judged is
a notification of the run.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from .. import __version__
from ..aturan import Rule
from ..bahasa import LANGS, Lang, get_lang
from ..model import Bukti, Catatan, Diabaikan, Finding, Jenis, Keparahan, Lokasi, Report
from . import labels
from .letak import di_mana, isi, jenis_dokumen, nomor_baris, utama
from .ringkas import tanda_keputusan, tanda_ragu

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
SIDIK = "doccheck/v1"
"""Name of our fingerprint; the number changes when fingerprints are made in another way."""
TINGKAT: dict[Keparahan, str] = {"kritis": "error", "tinggi": "error", "sedang": "warning", "rendah": "note", "info": "note"}
_BASE = "%SRCROOT%"
_BAHASA: dict[Lang, str] = {"id": "id", "en": "en"}


def sarif(report: Report, rules: Iterable[Rule], awalan: str = "") -> dict[str, Any]:
    """The log as JSON-ready dicts. rules: those that ran; awalan: path of the documents' folder below the repository (letak.awalan)."""
    known = {rule.id: rule for rule in rules}
    index = {name: number for number, name in enumerate(known)}
    lang = get_lang()
    kinds = jenis_dokumen(report)

    def result(finding: Finding) -> dict[str, Any]:
        return _result(finding, report, known, index, kinds, awalan)

    results = [result(finding) for finding in report.findings]
    results += [{**result(one.finding), "suppressions": [_suppression(one)]} for one in report.diabaikan]
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "doccheck",
                "version": __version__,
                "semanticVersion": __version__,
                "language": _BAHASA[lang],
                "rules": [_rule(rule, lang) for rule in known.values()],
            }
        },
        "language": _BAHASA[lang],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": "The root of the repository."}}},
        "artifacts": [{"location": _artifact(d.berkas, awalan)} for d in report.documents],
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _notifications(report, awalan)}],
        "translations": [
            {
                "name": "doccheck",
                "language": _BAHASA[other],
                "contents": ["localizedData"],
                "rules": [_rule(rule, other) for rule in known.values()],
            }
            for other in LANGS
            if other != lang
        ],
        "results": results,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule, lang: Lang) -> dict[str, Any]:
    text = rule.teks[lang]
    why = text.penjelasan
    basis = "; ".join(item.teks for item in rule.dasar)
    parts = [part.strip() for part in (why.apa, why.mengapa, why.keliru, why.perbaikan, basis) if part.strip()]
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": text.nama},
        "fullDescription": {"text": why.apa.strip()},
        "help": {"text": "\n\n".join(parts), "markdown": "\n\n".join((f"**{rule.id} {text.nama}**", *parts))},
        "defaultConfiguration": {"level": TINGKAT[rule.keparahan]},
        "properties": {
            "tags": [rule.keluarga, rule.lingkup, *(f"masalah-{nomor}" for nomor in rule.masalah)],
            "keparahan": rule.keparahan,
            "dasar": [{"teks": item.teks, "status": item.status} for item in rule.dasar],
        },
    }


def _result(
    finding: Finding,
    report: Report,
    known: Mapping[str, Rule],
    index: Mapping[str, int],
    kinds: Mapping[str, Jenis],
    awalan: str,
) -> dict[str, Any]:
    main = utama(finding, kinds, known.get(finding.aturan))
    others = [bukti for bukti in finding.bukti if bukti is not main]
    result: dict[str, Any] = {
        "ruleId": finding.aturan,
        "kind": "review" if finding.telaah else "fail",
        "level": "none" if finding.telaah else TINGKAT[finding.keparahan],
        "message": {"text": " ".join(part for part in (finding.kondisi, finding.rekomendasi, tanda_ragu(finding)) if part)},
        "locations": [_location(main, awalan)] if main else [],
        "relatedLocations": [
            {"id": number, **_location(bukti, awalan), "message": {"text": isi(bukti)}} for number, bukti in enumerate(others, start=1)
        ],
        "partialFingerprints": {SIDIK: finding.sidik},
        "properties": {
            "keparahan": finding.keparahan,
            "keyakinan": finding.keyakinan,
            "kriteria": finding.kriteria,
            "akibat": finding.akibat,
            "masalah": list(finding.masalah),
        },
    }
    if finding.aturan in index:
        result["ruleIndex"] = index[finding.aturan]
    if finding.perangkat_daerah:
        result["properties"]["perangkat_daerah"] = finding.perangkat_daerah
    if finding.ragu:
        result["properties"]["ragu"] = list(finding.ragu)
    if mark := tanda_keputusan(finding):
        result["properties"]["keputusan"] = mark
    if report.riwayat:
        result["baselineState"] = "new" if finding.sidik in report.riwayat.baru else "unchanged"
    return result


def _suppression(one: Diabaikan) -> dict[str, str]:
    reason = " · ".join(part for part in (one.alasan, one.oleh, one.sampai, one.asal) if part)
    return {"kind": "external", "status": "accepted", "justification": reason}


def _artifact(berkas: str, awalan: str) -> dict[str, Any]:
    return {"uri": quote(awalan + berkas), "uriBaseId": _BASE}


def _location(bukti: Bukti, awalan: str) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": nomor_baris(bukti), "snippet": {"text": bukti.kutipan}}
    if bukti.kotak:
        region["properties"] = {"kotak": [round(number, 1) for number in bukti.kotak]}
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": _artifact(bukti.dokumen, awalan), "region": region}}
    if place := di_mana(bukti):
        location["logicalLocations"] = [{"name": place, "fullyQualifiedName": f"{bukti.dokumen}: {place}", "kind": "element"}]
    return location


def _notifications(report: Report, awalan: str) -> list[dict[str, Any]]:
    found = [_notification(note, note.berkas, "error", awalan) for note in report.notes]
    found += [_notification(note, note.berkas or d.berkas, "warning", awalan) for d in report.documents for note in d.catatan]
    found += [
        {"level": "note", "descriptor": {"id": item.aturan}, "message": {"text": f"{item.aturan}: {item.alasan}"}}
        for item in report.tidak_dinilai
    ]
    return found


def _notification(note: Catatan, berkas: str, level: str, awalan: str) -> dict[str, Any]:
    where = ", ".join(part for part in (berkas, labels.tempat(note.lokasi)) if part)
    bukti = Bukti(dokumen=berkas, kutipan="", halaman=note.lokasi.halaman, lembar=note.lokasi.lembar, baris=note.lokasi.baris)
    location = _location(bukti, awalan)
    del location["physicalLocation"]["region"]["snippet"]
    if note.lokasi == Lokasi():
        del location["physicalLocation"]["region"]
    found: dict[str, Any] = {"level": level, "descriptor": {"id": note.kode}, "message": {"text": f"{note.pesan} ({where})"}}
    return {**found, "locations": [location]} if berkas else found
