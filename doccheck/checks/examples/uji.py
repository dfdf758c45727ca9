"""Runs the examples of a rule and says, in words for its author, which of them do not show what they should."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from ...aturan import ContohBenar, ContohSalah, Rule
from ...bahasa import Lang, _, get_lang
from ...config import AturanConfig, Config
from ...match import tautkan
from ...model import Finding
from ..run import Hasil, run
from .buat import catatan_lepas, dokumen


class Teruji(Struct, frozen=True):
    """One example. salah: whether it is one that the rule must find · masalah: what is not as it should be; empty where all is."""

    nama: str
    salah: bool
    masalah: tuple[str, ...] = ()
    temuan: tuple[Finding, ...] = ()


def uji(rule: Rule) -> list[Teruji]:
    """All examples of a rule, the wrong ones first, in the language in use. Raises RuleError where the rule cannot be run at all."""
    lang = get_lang()
    return [uji_salah(rule, one, lang) for one in rule.contoh.salah] + [uji_benar(rule, one, lang) for one in rule.contoh.benar]


def _hasil(rule: Rule, contoh: ContohSalah | ContohBenar, lang: Lang) -> Hasil:
    documents = dokumen(contoh.dokumen)
    config = Config(aturan=AturanConfig(aktif=(rule.id,)))
    return run(documents, tautkan(documents), config, lang, [rule], catatan_lepas(contoh.catatan))


def uji_salah(rule: Rule, contoh: ContohSalah, lang: Lang) -> Teruji:
    """An example that the rule must find. What its findings say (`memuat`) is written in Indonesian, and judged in it alone."""
    try:
        found = _hasil(rule, contoh, lang).findings
    except msgspec.ValidationError as error:
        return Teruji(contoh.nama, True, (_("dokumen contoh tidak dapat dibaca: {pesan}").format(pesan=error),))
    problems = []
    if len(found) != contoh.jumlah:
        problems.append(_("seharusnya {jumlah} temuan, ternyata {ada}").format(jumlah=contoh.jumlah, ada=len(found)))
    text = " ".join(part for one in found for part in _teks(one))
    if lang == "id" and (missing := [part for part in contoh.memuat if part not in text]):
        problems.append(_("temuannya tidak memuat {teks}").format(teks=", ".join(map(repr, missing))) if found else "")
    wanted = contoh.keparahan or rule.keparahan
    for one in found:
        if one.keparahan != wanted:
            problems.append(_("keparahannya {ada}, bukan {seharusnya}").format(ada=one.keparahan, seharusnya=wanted))
        if one.telaah != contoh.telaah:
            problems.append(_("temuannya perlu telaah; tulis telaah: true") if one.telaah else _("temuannya tidak perlu telaah"))
    return Teruji(contoh.nama, True, tuple(dict.fromkeys(filter(None, problems))), found)


def uji_benar(rule: Rule, contoh: ContohBenar, lang: Lang) -> Teruji:
    """An example that the rule must let off."""
    try:
        result = _hasil(rule, contoh, lang)
    except msgspec.ValidationError as error:
        return Teruji(contoh.nama, False, (_("dokumen contoh tidak dapat dibaca: {pesan}").format(pesan=error),))
    problems = []
    if result.findings:
        problems.append(_("seharusnya tanpa temuan"))
    if bool(result.tidak_dinilai) != contoh.tidak_dinilai:
        reasons = "; ".join(one.alasan for one in result.tidak_dinilai)
        problems.append(_("tidak dapat dinilai: {alasan}").format(alasan=reasons) if reasons else _("seharusnya tidak dapat dinilai"))
    return Teruji(contoh.nama, False, tuple(problems), result.findings)


def _teks(finding: Finding) -> list[str]:
    evidence = [f"{one.dokumen} {one.peran} {one.kutipan} {one.nilai}" for one in finding.bukti]
    return [finding.kondisi, finding.rekomendasi, *evidence]
