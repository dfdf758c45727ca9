"""Every example of every rule file runs as a test, through linking and the engine, in both languages."""

from __future__ import annotations

import pytest

from doccheck.bahasa import LANGS, Lang
from doccheck.checks import Rule, load_rules, run
from doccheck.checks.examples import catatan_lepas, dokumen
from doccheck.checks.rules import ContohBenar, ContohSalah
from doccheck.checks.run import Hasil
from doccheck.config import AturanConfig, Config
from doccheck.match import tautkan

RULES = load_rules()
SALAH = [pytest.param(rule, one, id=f"{rule.id}-{one.nama}") for rule in RULES for one in rule.contoh.salah]
BENAR = [pytest.param(rule, one, id=f"{rule.id}-{one.nama}") for rule in RULES for one in rule.contoh.benar]


def _periksa(rule: Rule, contoh: ContohSalah | ContohBenar, lang: Lang = "id") -> Hasil:
    documents = dokumen(contoh.dokumen)
    return run(documents, tautkan(documents), Config(aturan=AturanConfig(aktif=(rule.id,))), lang, [rule], catatan_lepas(contoh.catatan))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("rule", "contoh"), SALAH)
def test_wrong_examples_are_found(rule: Rule, contoh: ContohSalah, lang: Lang) -> None:
    result = _periksa(rule, contoh, lang)
    assert [finding.aturan for finding in result.findings] == [rule.id] * contoh.jumlah, result
    for finding in result.findings:
        assert finding.keparahan == (contoh.keparahan or rule.keparahan)
        assert finding.telaah == contoh.telaah, finding
        assert finding.bukti
        assert finding.kriteria
        assert finding.akibat
        assert lang == "en" or rule.keluarga == "EXT" or finding.rekomendasi.startswith("Agar ")
    if lang == "id":
        text = " ".join(
            part
            for finding in result.findings
            for part in (
                finding.kondisi,
                finding.rekomendasi,
                *(f"{one.dokumen} {one.peran} {one.kutipan} {one.nilai}" for one in finding.bukti),
            )
        )
        assert [part for part in contoh.memuat if part not in text] == [], text


@pytest.mark.parametrize(("rule", "contoh"), BENAR)
def test_right_examples_are_not_accused(rule: Rule, contoh: ContohBenar) -> None:
    result = _periksa(rule, contoh)
    assert result.findings == ()
    assert bool(result.tidak_dinilai) == contoh.tidak_dinilai, result.tidak_dinilai
