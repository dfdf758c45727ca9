"""Every example of every rule file runs as a test, through linking and the engine, in both languages."""

from __future__ import annotations

import pytest

from doccheck.bahasa import LANGS, Lang
from doccheck.checks import Rule, load_rules
from doccheck.checks.examples.uji import uji_benar, uji_salah
from doccheck.checks.rules import ContohBenar, ContohSalah

RULES = load_rules()
SALAH = [pytest.param(rule, one, id=f"{rule.id}-{one.nama}") for rule in RULES for one in rule.contoh.salah]
BENAR = [pytest.param(rule, one, id=f"{rule.id}-{one.nama}") for rule in RULES for one in rule.contoh.benar]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("rule", "contoh"), SALAH)
def test_wrong_examples_are_found(rule: Rule, contoh: ContohSalah, lang: Lang) -> None:
    result = uji_salah(rule, contoh, lang)
    assert result.masalah == (), result
    assert result.temuan
    for finding in result.temuan:
        assert finding.aturan == rule.id
        assert finding.bukti
        assert finding.kriteria
        assert finding.akibat
        assert lang == "en" or rule.keluarga == "EXT" or finding.rekomendasi.startswith("Agar ")


@pytest.mark.parametrize(("rule", "contoh"), BENAR)
def test_right_examples_are_not_accused(rule: Rule, contoh: ContohBenar) -> None:
    result = uji_benar(rule, contoh, "id")
    assert result.masalah == (), result
    assert result.temuan == ()
