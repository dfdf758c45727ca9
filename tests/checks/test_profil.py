"""Profiles: each decodes and names rules that exist, and the configuration's own words stand above them."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from doccheck.checks import Rule, load_rules
from doccheck.checks.pilihan import pilih
from doccheck.config import AturanConfig, Config, ConfigError, load
from doccheck.config.profil import profil_files, terapkan

RULES = load_rules()


@pytest.mark.parametrize("nama", profil_files())
def test_every_profile_leaves_rules(nama: str) -> None:
    config = terapkan(Config(profil=(nama,)))
    assert config.profil == ()
    assert pilih(RULES, config.aturan)


def test_a_profile_changes_rules_and_limits() -> None:
    config = terapkan(Config(profil=("ci",)))
    assert config.ambang == 0.85
    assert "PK-01" not in {rule.id for rule in pilih(RULES, config.aturan)}
    light = terapkan(Config(), ["pra-reviu"])
    assert next(rule for rule in pilih(RULES, light.aturan) if rule.id == "IND-02").keparahan == "rendah"


def _jalan(config: Config) -> dict[str, Rule]:
    return {rule.id: rule for rule in pilih(RULES, config.aturan)}


def test_the_configuration_stands_above_its_profiles() -> None:
    own = Config(profil=("ci", "pra-reviu"), fail_on="kritis", aturan=AturanConfig(aktif=("PK-02",), keparahan={"IND": "tinggi"}))
    config = terapkan(own)
    assert config.fail_on == "kritis"
    assert _jalan(config)["IND-02"].keparahan == "tinggi"
    assert "PK-02" in _jalan(config)


def test_what_is_said_holds_even_where_it_is_the_default() -> None:
    config = terapkan(Config(profil=("ci", "evaluasi"), min_keyakinan=0.7, fail_on="tinggi"))
    assert (config.ambang, config.gagal) == (0.7, "tinggi")
    silent = terapkan(Config(profil=("ci", "evaluasi")))
    assert (silent.ambang, silent.gagal) == (0.85, "tidak")


def _lapis(*layers: AturanConfig) -> Config:
    *below, own = layers
    return Config(aturan=replace(own, bawah=tuple(below)))


@pytest.mark.parametrize(
    ("layers", "runs", "not_"),
    [
        ([AturanConfig(nonaktif=("IND",)), AturanConfig(aktif=("IND-05",))], {"IND-05"}, {"IND-02"}),
        ([AturanConfig(nonaktif=("IND-05",)), AturanConfig(aktif=("IND",))], {"IND-05", "IND-02"}, set()),
        ([AturanConfig(aktif=("TGT-19",)), AturanConfig(nonaktif=("TGT",))], set(), {"TGT-01", "TGT-19"}),
        ([AturanConfig(nonaktif=("TGT",)), AturanConfig(hanya=("TGT-01",))], {"TGT-01"}, {"TGT-02", "IND-02"}),
        ([AturanConfig(hanya=("TGT",)), AturanConfig(aktif=("IND-02",))], {"TGT-01", "IND-02"}, {"IND-01"}),
        ([AturanConfig(hanya=("TGT",)), AturanConfig(hanya=())], {"TGT-01", "IND-02"}, {"TGT-19"}),
        ([AturanConfig(hanya=("TGT",)), AturanConfig()], {"TGT-01"}, {"IND-02"}),
        ([AturanConfig(nonaktif=("IND",), aktif=("IND-05",))], {"IND-05"}, {"IND-02"}),
        ([AturanConfig(nonaktif=("IND-05",), aktif=("IND",))], {"IND-02"}, {"IND-05"}),
        ([AturanConfig(hanya=("TGT",), nonaktif=("TGT-05",))], {"TGT-01"}, {"TGT-05", "IND-02"}),
    ],
)
def test_the_stronger_layer_decides_and_an_id_says_more_than_its_family(
    layers: list[AturanConfig], runs: set[str], not_: set[str]
) -> None:
    chosen = set(_jalan(_lapis(*layers)))
    assert runs <= chosen
    assert not chosen & not_


def test_severities_and_parameters_of_the_stronger_layer_hold() -> None:
    below = AturanConfig(keparahan={"IND-02": "rendah", "IND": "info"}, parameter={"TGT-09": {"tahun": 2, "puncak": {}}})
    rules = _jalan(_lapis(below, AturanConfig(keparahan={"IND": "tinggi"}, parameter={"TGT-09": {"tahun": 3}})))
    assert rules["IND-02"].keparahan == "tinggi"
    assert (rules["TGT-09"].dengan["tahun"], rules["TGT-09"].dengan["puncak"]) == (3, {})


def test_an_unknown_profile_is_named_with_the_choices() -> None:
    with pytest.raises(ConfigError, match="evaluasi"):
        terapkan(Config(profil=("evaluasi-total",)))


def _tulis(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


PROVINSI = """\
profil = ["ci"]
tahun = 2025
fail_on = "kritis"
[aturan]
nonaktif = ["IND-02", "TGT-05"]
[aturan.keparahan]
TGT-01 = "sedang"
[bulanan.bobot]
kemajuan = 50
anggaran = 5
[dokumen."a.pdf"]
jenis = "pk"
tahun = 2025
[[abaikan]]
aturan = "TGT-01"
teks = "x"
alasan = "Disepakati"
[[sama]]
a = "satu"
b = "dua"
"""
KOTA = """\
warisi = ["../provinsi.toml"]
min_keyakinan = 0.7
[aturan]
aktif = ["IND-02"]
[bulanan.bobot]
kemajuan = 35
[dokumen."a.pdf"]
tahun = 2026
[[sama]]
a = "tiga"
b = "empat"
"""


def test_a_file_inherits_what_it_does_not_say(tmp_path: Path) -> None:
    _tulis(tmp_path / "provinsi.toml", PROVINSI)
    config = terapkan(load(_tulis(tmp_path / "kota" / "doccheck.toml", KOTA)))
    assert (config.tahun, config.gagal, config.ambang) == (2025, "kritis", 0.7)
    rules = _jalan(config)
    assert "IND-02" in rules
    assert not {"TGT-05", "IND-05"} & set(rules)  # turned off by the inherited file, and by its profile
    assert rules["TGT-01"].keparahan == "sedang"
    assert config.bulanan.bobot == {"kemajuan": 35, "anggaran": 5}
    assert (config.dokumen["a.pdf"].jenis, config.dokumen["a.pdf"].tahun) == ("pk", 2026)
    assert [pair.a for pair in config.sama] == ["satu", "tiga"]
    assert [entry.asal for entry in config.abaikan] == ["../provinsi.toml:14"]


def test_the_file_s_own_profile_stands_above_what_it_inherits(tmp_path: Path) -> None:
    _tulis(tmp_path / "induk.toml", 'fail_on = "kritis"\n[aturan]\naktif = ["TGT-19"]\n')
    config = terapkan(load(_tulis(tmp_path / "doccheck.toml", 'warisi = ["induk.toml"]\nprofil = ["format-2017", "evaluasi"]\n')))
    assert config.gagal == "tidak"
    assert terapkan(config, ["ci"]).gagal == "tidak"  # worked in once, it is the file's own word


@pytest.mark.parametrize(
    ("own", "parent", "said"),
    [
        ('tahun = 2026\nwarisi = ["induk.toml",\n  "tiada.toml"]\n', "", "doccheck.toml:3: warisi: tidak ada berkas tiada.toml"),
        ('warisi = ["induk.toml"]\n', '\nwarisi = ["doccheck.toml"]\n', "induk.toml:2: warisi: doccheck.toml mewarisi berkas ini"),
        ('warisi = ["doccheck.toml"]\n', "", "doccheck.toml:1: warisi: doccheck.toml mewarisi berkas ini"),
        ('warisi = ["induk.toml"]\n', '\n\ntahun = "x"\n', "induk.toml:3: tahun: harus berupa bilangan bulat"),
        ('warisi = ["induk.toml"]\n', '[aturan]\nhanya = ["TGT-99"]\n', "induk.toml:2: [aturan]: tidak ada aturan TGT-99"),
        ('warisi = ["induk.toml"]\n', 'profil = ["ci", "cii"]\n', "induk.toml:1: tidak ada profil cii"),
    ],
)
def test_errors_of_inheritance_name_the_file_that_is_wrong(tmp_path: Path, own: str, parent: str, said: str) -> None:
    _tulis(tmp_path / "induk.toml", parent)
    path = _tulis(tmp_path / "doccheck.toml", own)
    with pytest.raises(ConfigError) as error:
        pilih(RULES, terapkan(load(path)).aturan)
    assert f"{tmp_path}/{said}" in str(error.value)
