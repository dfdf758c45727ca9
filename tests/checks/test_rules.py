"""The rule files as a whole, and what a broken one says."""

from __future__ import annotations

from pathlib import Path

import pytest

from doccheck.bahasa import LANGS
from doccheck.catatan import EXT
from doccheck.checks import RuleError, load_rule, load_rules
from doccheck.checks.registry import pemeriksa
from doccheck.checks.rules import Rule
from doccheck.resources import resource

RULES = load_rules()
TEXT = resource("rules", "tgt", "TGT-12.yaml").read_text(encoding="utf-8")


def test_every_check_function_is_used_and_every_rule_has_one() -> None:
    assert {rule.periksa for rule in RULES if rule.periksa} == set(pemeriksa())
    assert all(rule.periksa or rule.teks[lang].manusia for rule in RULES for lang in LANGS)


def test_every_reading_note_has_a_rule() -> None:
    assert [rule.id for rule in RULES if rule.keluarga == "EXT"] == sorted(EXT)
    assert all(rule.dengan["kode"] == rule.id for rule in RULES if rule.keluarga == "EXT")


def test_ids_are_unique() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_recommendations_are_worded_as_in_an_lhe(rule: Rule) -> None:
    recommendation = rule.teks["id"].rekomendasi.replace("{% if lebih_tinggi %}", "").replace("{% if dalam %}", "")
    assert recommendation.lstrip().startswith("Agar ")
    assert rule.nama != rule.name


def _written(folder: Path, text: str, name: str = "TGT-12.yaml") -> Path:
    path = folder / "tgt" / name
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("keparahan: rendah", "keparahan: berat", "keparahan"),
        ("lingkup: lokal", "lingkup: lokal\nwarna: merah", "warna"),
        ("periksa: lompatan_target", "periksa: tebak", "tebak"),
        ("kriteria: Target", "kriteria: '{{ Target'\nx: Target", "TGT-12"),
        ("id: TGT-12", "id: TGT-13", "TGT-13"),
        ("realistis dan berubah secara wajar", "{% if %}", "kriteria"),
    ],
)
def test_a_broken_rule_names_its_file(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = _written(tmp_path, TEXT.replace(old, new))
    with pytest.raises(RuleError, match=message) as error:
        load_rule(path)
    assert str(path) in str(error.value)


def test_a_file_is_named_after_its_rule(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="TGT-12"):
        load_rule(_written(tmp_path, TEXT, "TGT-99.yaml"))


def test_rules_without_enough_examples_are_refused(tmp_path: Path) -> None:
    cut = TEXT[: TEXT.index("  benar:")] + "  benar: []\n"
    with pytest.raises(RuleError, match="contoh"):
        load_rule(_written(tmp_path, cut))


BARE = resource("rules", "dat", "DAT-01.yaml").read_text(encoding="utf-8")
"""A rule of which no false positives are known."""


def _with_case(folder: Path, example: str, kasus: str | None) -> Path:
    """The rule with one known false positive, and an example that says to show `kasus`."""
    text = BARE.replace("contoh:\n", "alarm_palsu:\n  - kasus: sel kosong\ncontoh:\n", 1)
    line = f"    - nama: {example}\n"
    assert line in text
    path = folder / "dat" / "DAT-01.yaml"
    path.parent.mkdir()
    path.write_text(text.replace(line, line + (f"      kasus: {kasus}\n" if kasus else "")), encoding="utf-8")
    return path


def test_a_false_positive_is_shown_by_an_example(tmp_path: Path) -> None:
    rule = load_rule(_with_case(tmp_path, "strip dan NA", "sel kosong"))
    assert [one.kasus for one in rule.alarm_palsu] == ["sel kosong"]


@pytest.mark.parametrize(
    ("example", "kasus", "message"),
    [
        ("strip dan NA", "hal lain", "alarm_palsu tidak memuat kasus 'hal lain'|tidak ada contoh"),
        ("strip dan NA", None, "tidak ada contoh untuk kasus 'sel kosong'"),
        ("rumus rusak", "sel kosong", "bukan telaah dan tidak lebih ringan"),
    ],
)
def test_a_false_positive_that_nothing_shows_is_refused(tmp_path: Path, example: str, kasus: str | None, message: str) -> None:
    with pytest.raises(RuleError, match=message):
        load_rule(_with_case(tmp_path, example, kasus))


def test_tests_that_show_false_positives_exist() -> None:
    root = Path(__file__).parents[2]
    for rule in RULES:
        for one in rule.alarm_palsu:
            if one.uji is not None:
                file, _, name = one.uji.partition("::")
                assert f"def {name}(" in (root / file).read_text(encoding="utf-8"), (rule.id, one.uji)


NONE_KNOWN = {"DAT-01"}
"""Rules for which the catalogue knows no false positive."""


@pytest.mark.parametrize("rule", [one for one in RULES if one.periksa and one.keluarga != "EXT"], ids=lambda rule: rule.id)
def test_rules_name_their_known_false_positives(rule: Rule) -> None:
    assert bool(rule.alarm_palsu) == (rule.id not in NONE_KNOWN)
