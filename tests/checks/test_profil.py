"""Profiles: each decodes and names rules that exist, and the configuration's own words stand above them."""

from __future__ import annotations

import pytest

from doccheck.checks import load_rules
from doccheck.checks.run import pilih
from doccheck.config import AturanConfig, Config, ConfigError
from doccheck.profil import profil_files, terapkan

RULES = load_rules()


@pytest.mark.parametrize("nama", profil_files())
def test_every_profile_leaves_rules(nama: str) -> None:
    config = terapkan(Config(profil=(nama,)))
    assert config.profil == ()
    assert pilih(RULES, config.aturan)


def test_a_profile_changes_rules_and_limits() -> None:
    config = terapkan(Config(profil=("ci",)))
    assert config.min_keyakinan == 0.85
    assert "PK-01" not in {rule.id for rule in pilih(RULES, config.aturan)}
    light = terapkan(Config(), ["pra-reviu"])
    assert next(rule for rule in pilih(RULES, light.aturan) if rule.id == "IND-02").keparahan == "rendah"


def test_the_configuration_stands_above_its_profiles() -> None:
    own = Config(profil=("ci", "pra-reviu"), fail_on="kritis", aturan=AturanConfig(aktif=("PK-02",), keparahan={"IND": "tinggi"}))
    config = terapkan(own)
    assert config.fail_on == "kritis"
    chosen = {rule.id: rule for rule in pilih(RULES, config.aturan)}
    assert chosen["IND-02"].keparahan == "tinggi"
    assert "PK-02" not in config.aturan.nonaktif


def test_an_unknown_profile_is_named_with_the_choices() -> None:
    with pytest.raises(ConfigError, match="evaluasi"):
        terapkan(Config(profil=("evaluasi-total",)))
