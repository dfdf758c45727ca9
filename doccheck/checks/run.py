"""The engine: runs rules over documents and links and turns what they see into findings."""

from __future__ import annotations

from collections.abc import Sequence
from contextvars import copy_context
from time import perf_counter
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from ..bahasa import Lang, _, set_lang
from ..config import Config
from ..model import Bukti, Catatan, Dokumen, Finding, Tautan, TidakDinilai, TindakLanjut
from . import template
from .butir import ingat_butir
from .context import Context
from .fingerprint import bedakan, sidik
from .pilihan import pilih
from .registry import Temuan
from .rules import Rule, load_rules, severity_rank
from .uji_ulang import jalankan

BUKTI_GABUNGAN = 12


class Hasil(Struct, frozen=True, kw_only=True):
    """What a check found, and what it could not judge."""

    findings: tuple[Finding, ...]
    tidak_dinilai: tuple[TidakDinilai, ...]
    tindak_lanjut: tuple[TindakLanjut, ...] = ()


def run(
    dokumen: Sequence[Dokumen],
    tautan: Sequence[Tautan],
    config: Config,
    lang: Lang = "id",
    rules: Sequence[Rule] | None = None,
    catatan: Sequence[Catatan] = (),
    biaya: dict[str, float] | None = None,
) -> Hasil:
    """Applies the rules (the shipped ones by default) as the configuration says.

    catatan: notes on files that gave no document. biaya: the seconds that each rule takes are added to it.
    Findings come by severity, rule, document and place, whatever the order of the input. Raises ConfigError where the configuration names
    a rule or parameter that does not exist.
    """
    chosen = pilih(load_rules() if rules is None else rules, config.aturan)
    return copy_context().run(_run, Context(dokumen, tautan, config, catatan), chosen, lang, biaya)


def _run(ctx: Context, rules: Sequence[Rule], lang: Lang, biaya: dict[str, float] | None) -> Hasil:
    set_lang(lang)
    ingat_butir()
    found: list[Finding] = []
    skipped: dict[TidakDinilai, None] = {}
    for rule in rules:
        begun = perf_counter()
        outcome = jalankan(ctx, rule)
        ctx.hasil_aturan[rule.id] = outcome
        found.extend(outcome.temuan)
        skipped.update(dict.fromkeys(TidakDinilai(aturan=rule.id, alasan=reason) for reason in outcome.alasan))
        if biaya is not None and rule.periksa is not None:
            biaya[rule.id] = biaya.get(rule.id, 0.0) + perf_counter() - begun
    found = gabung(sorted(found, key=urutan))
    marks = bedakan(finding.sidik for finding in found)
    findings = tuple(replace(finding, sidik=mark) for finding, mark in zip(found, marks, strict=True))
    return Hasil(findings=findings, tidak_dinilai=tuple(skipped), tindak_lanjut=tuple(ctx.tindak_lanjut))


def temuan(rule: Rule, seen: Temuan, config: Config, lang: Lang) -> Finding:
    """The finding in words. A lighter case never becomes graver than the rule as configured."""
    text = rule.teks[lang]
    facts: dict[str, Any] = {"pd": seen.perangkat_daerah, **seen.fakta}
    severity = rule.keparahan
    if seen.keparahan and severity_rank(seen.keparahan) > severity_rank(severity):
        severity = seen.keparahan
    confidence = round(max(0.0, min(1.0, seen.keyakinan)), 2)
    return Finding(
        aturan=rule.id,
        keparahan=severity,
        keyakinan=confidence,
        kondisi=template.render(text.kondisi, facts),
        kriteria=" ".join([template.render(text.kriteria, facts), dasar(rule)]).strip(),
        akibat=template.render(text.akibat, facts),
        rekomendasi=template.render(text.rekomendasi, facts),
        sidik=sidik(rule.id, seen.perangkat_daerah, seen.jenis, seen.subjek),
        bukti=seen.bukti,
        perangkat_daerah=seen.perangkat_daerah,
        telaah=seen.telaah or confidence < config.ambang,
        pelengkap=rule.awal == "pelengkap",
        masalah=rule.masalah,
    )


def gabung(findings: Sequence[Finding]) -> list[Finding]:
    """The same fault in copies of one document (PDF and DOCX of one Renstra) is one finding, with evidence from each."""
    merged: dict[tuple[str, str], Finding] = {}
    for finding in findings:
        key = (finding.sidik, finding.kondisi)
        if (first := merged.get(key)) is None:
            merged[key] = finding
        else:
            evidence = tuple(dict.fromkeys((*first.bukti, *finding.bukti)))[:BUKTI_GABUNGAN]
            surest = max(first, finding, key=lambda one: one.keyakinan)
            merged[key] = replace(first, bukti=evidence, keyakinan=surest.keyakinan, telaah=first.telaah and finding.telaah)
            if not merged[key].telaah:
                merged[key] = replace(merged[key], ragu=())
    return list(merged.values())


def dasar(rule: Rule) -> str:
    """The legal basis as printed; what nobody has verified yet says so."""
    texts = [
        item.teks if item.status == "terverifikasi" else f"{item.teks} ({_('belum terverifikasi')})" for item in rule.dasar
    ]
    return f"{_('Dasar')}: {'; '.join(texts)}." if texts else ""


def urutan(finding: Finding) -> tuple[Any, ...]:
    """Severity, rule, document, place; the fingerprint settles the rest."""
    first = finding.bukti[0] if finding.bukti else Bukti(dokumen="", kutipan="")
    place = (first.halaman or 0, first.lembar or "", first.tabel or 0, first.baris or 0)
    return (severity_rank(finding.keparahan), finding.aturan, first.dokumen, *place, finding.sidik, finding.kondisi)
